"""Printed words as they are spoken: what the reference voice is given in their place.

Each printed word has one spoken form, which may be several words or none; so times go back to the printed words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from replique.alignment import spoken_english, spoken_french

_RULES: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "fr": spoken_french.spoken,
    "en": spoken_english.spoken,
}
_SILENT = re.compile(r"[«»“”„\"()\[\]{}*_#|~<>\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")

_APART = re.compile(r" ([,.;:!?…])")


def spoken_forms(words: Sequence[str], language: str) -> list[str]:
    """Return what is said for each printed word of a turn; '' for one that has no sound."""
    plain = [_APART.sub(r"\1", " ".join(_SILENT.sub(" ", word).split())) for word in words]
    rules = _RULES.get(language.lower()[:2])
    forms = rules(plain) if rules else plain
    return [form if any(character.isalnum() for character in form) else "" for form in forms]
