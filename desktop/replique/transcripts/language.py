"""Which of the interface's languages a text is in, by its commonest words."""

from __future__ import annotations

import re

_COMMON = {
    "fr": frozenset(re.findall(r"\w+", "le la les des est et que qui dans pas pour une vous nous je il on ce du au")),
    "en": frozenset(re.findall(r"\w+", "the and of to is that it in you we was for with are this have not but they")),
}
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE_CHARACTERS = 50_000


def guess_language(text: str) -> str:
    """Return ``fr`` or ``en``, or an empty text where neither is clearly ahead."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE_CHARACTERS])]
    counts = sorted(((sum(word in common for word in words), name) for name, common in _COMMON.items()), reverse=True)
    (most, language), (second, _) = counts
    return language if most >= 3 and most > 2 * second else ""
