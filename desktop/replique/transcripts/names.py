"""Names of speakers: which printed forms are one person, and how the name is shown."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

PARTICLES = {"de", "du", "des", "von", "van", "der", "den", "di", "da", "del", "y", "et", "and", "of"}
TITLES = {"MME": "Mme", "MLLE": "Mlle", "DR": "Dr", "PR": "Pr", "ME": "Me", "MGR": "Mgr", "MR": "Mr", "MRS": "Mrs"}

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"([-'’ \u00a0\u202f]+)")


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
        """Return a word in capitals as the text writes it, or else with one capital."""
        forms = self._forms.get(fold(word))
        return forms.most_common(1)[0][0] if forms else word.capitalize()


def shown_name(printed: Iterable[str], spelling: Spelling) -> str:
    """Return the name to show for the printed forms of one person.

    A form that is not all capitals is taken as it is, the one with most accents first; capitals become
    proper case, with the accents that the text gives.
    """
    forms = list(printed)
    mixed = [form for form in forms if not form.isupper()]
    if mixed:
        return max(mixed, key=lambda form: len(unicodedata.normalize("NFKD", form)) - len(form))
    return max((_proper(form, spelling) for form in forms), key=lambda form: sum(not c.isascii() for c in form))


def _proper(name: str, spelling: Spelling) -> str:
    parts = _PART.split(name)
    shown = []
    for i, part in enumerate(parts):
        elided = part == "D" and i + 1 < len(parts) and parts[i + 1][:1] in "'’"
        if i % 2 or not any(c.isalpha() for c in part):
            shown.append(part)
        elif i > 0 and (elided or part.lower() in PARTICLES):
            shown.append(part.lower())
        elif part in TITLES:
            shown.append(TITLES[part])
        else:
            shown.append(_WORD.sub(lambda match: spelling.of(match[0]), part))
    return "".join(shown)
