"""Where a sentence or a clause ends, and what may not be parted."""

from __future__ import annotations

import re

from replique.core.model import Word

NO_BREAK = "\u00a0\u202f\u2007\u2060"
"""Blanks at which no line ends."""

_CLOSERS = "\"'”’»)] \u00a0\u202f"
_OPENERS = "\"'“‘«([—–- \u00a0\u202f"
_ABBREVIATIONS = {
    "m.", "mm.", "mr.", "mrs.", "ms.", "dr.", "pr.", "st.", "cf.", "p.", "ex.", "art.", "av.", "vol.", "chap."
}  # fmt: skip
_TITLES = {
    "m.",
    "mm.",
    "mme",
    "mmes",
    "mlle",
    "dr",
    "dr.",
    "pr",
    "pr.",
    "me",
    "mgr",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms.",
}
_BINDING = _TITLES | {"n°", "nº", "art.", "p.", "vol.", "chap.", "cf."}
_INITIALS = re.compile(r"(?:\w\.-?)+")
_OPENING_ONLY = re.compile(r"[«(\[“—–-]+")


def may_break_before(word: Word, before: Word) -> bool:
    """Whether a line may end between `before` and `word`."""
    if any(blank in NO_BREAK for blank in word.blank) or not word.blank:
        return False
    bare = before.text.lstrip(_OPENERS).casefold()
    return bare not in _BINDING and not _OPENING_ONLY.fullmatch(before.text)


def ends_sentence(word: Word, after: Word | None) -> bool:
    """Whether a sentence ends with `word`: not at an abbreviation, initials, or an ellipsis before a small letter."""
    bare = word.text.rstrip(_CLOSERS)
    if not bare.endswith((".", "!", "?", "…")):
        return False
    if after is None:
        return True
    token = bare.lstrip(_OPENERS).casefold()
    if bare.endswith(".") and (token in _ABBREVIATIONS or (_INITIALS.fullmatch(token) and len(token) <= 4)):
        return False
    return not (bare.endswith((".", "…")) and after.text.lstrip(_OPENERS)[:1].islower())


def ends_clause(word: Word) -> bool:
    """Whether a comma, semicolon, colon, dash or closing bracket stands at the end of `word`."""
    return word.text.rstrip("\"'”’» \u00a0\u202f").endswith((",", ";", ":", ")", "—", "–", "…", ".", "!", "?"))
