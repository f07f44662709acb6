"""Names of speakers: which printed forms are one person, and how the name is shown."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

PARTICLES = {"de", "du", "des", "von", "van", "der", "den", "di", "da", "del", "y", "et", "and", "of"}
TITLES = {
    "MME": "Mme", "MMES": "Mmes", "MLLE": "Mlle", "DR": "Dr", "PR": "Pr", "ME": "Me", "MGR": "Mgr", "MR": "Mr",
    "MRS": "Mrs", "MS": "Ms", "ST": "St", "STE": "Ste",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"([-'’ \u00a0\u202f]+)")
_SCOTTISH = re.compile(r"MC(?=[A-Z]{3})")


def fold(name: str) -> str:
    """Return what makes two printed forms one person: no accents, no case, single blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.replace("’", "'").casefold().split())


class Spelling:
    """How the words of a text are written where they are not all capitals: evidence for the accents of names."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for word in _WORD.findall(text):
                if word[0].isupper() and not word.isupper():
                    self._forms[fold(word)][word] += 1

    def of(self, word: str) -> str:
        """Return a word in capitals as the text writes it, or else with one capital; an acronym stays as it is."""
        forms = self._forms.get(fold(word))
        if forms:
            return forms.most_common(1)[0][0]
        if not set(fold(word)) & set("aeiouy"):
            return word
        return "Mc" + word[2:].capitalize() if _SCOTTISH.match(word) else word.capitalize()


def shown_name(printed: Iterable[str], spelling: Spelling) -> str:
    """Return the name to show for the printed forms of one person.

    Words in capitals become proper case, with the accents that the text gives; of the forms of each word the one
    with most accents is taken.
    """
    shown = [_proper(form, spelling) for form in printed]
    parts = [_PART.split(form) for form in shown]
    if len({len(of_form) for of_form in parts}) > 1:
        return max(shown, key=_accents)
    return "".join(max(forms, key=_accents) for forms in zip(*parts, strict=True))


def _accents(form: str) -> int:
    return len(unicodedata.normalize("NFKD", form)) - len(form)


def _proper(name: str, spelling: Spelling) -> str:
    parts = _PART.split(name)
    if len(parts) == 1 and len(name) < 3:
        return name
    return "".join(
        part if i % 2 else _proper_part(part, spelling, is_first=i == 0, mark_after=_mark_after(parts, i))
        for i, part in enumerate(parts)
    )


def _mark_after(parts: list[str], i: int) -> str:
    return parts[i + 1][:1].replace("’", "'") if i + 1 < len(parts) else ""


def _proper_part(part: str, spelling: Spelling, *, is_first: bool, mark_after: str) -> str:
    """Return one word of a name, after which `mark_after` stands; a particle stands before the word it belongs to."""
    if not part.isupper():
        return part
    if (part.lower() in PARTICLES and mark_after) or (part == "D" and mark_after == "'"):
        return part.capitalize() if is_first else part.lower()
    if part in TITLES:
        return TITLES[part]
    return _WORD.sub(lambda match: spelling.of(match[0]) if len(match[0]) > 1 else match[0], part)
