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
_BINDING = {
    "m.", "mm.", "mme", "mmes", "mlle", "dr", "dr.", "pr", "pr.", "me", "mgr", "mr", "mr.", "mrs", "mrs.", "ms.",
    "n°", "nº", "art.", "p.", "vol.", "chap.", "cf.", "§",
}  # fmt: skip
"""What belongs to the word after it."""
_UNITS = {"€", "$", "£", "%", "‰", "°", "°c", "km", "m", "cm", "mm", "kg", "g", "t", "l", "h", "min", "s", "km/h"}
_MONTHS = {
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
}  # fmt: skip
_INITIALS = re.compile(r"(?:\w\.-?)+")
_CAPITAL_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?)+")
_OPENING_ONLY = re.compile(r"[«(\[“—–-]+")
_CLOSING_FIRST = re.compile(r"[?!:;»%…)\].,]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:er)?")


def may_break_before(word: Word, before: Word) -> bool:
    """Whether a line may end between `before` and `word`."""
    if not word.blank or any(blank in NO_BREAK for blank in word.blank):
        return False
    if _CLOSING_FIRST.match(word.text) or _OPENING_ONLY.fullmatch(before.text):
        return False
    bare = re.split("['’]", before.text.lstrip(_OPENERS).casefold())[-1]
    if bare in _BINDING or _CAPITAL_INITIALS.fullmatch(before.text.lstrip(_OPENERS)):
        return False
    return not (_NUMBER.fullmatch(bare) and _belongs_to_number(word))


def _belongs_to_number(word: Word) -> bool:
    """Whether a word goes on with the number before it: digits, a unit, a month."""
    bare = word.text.rstrip(_CLOSERS + ".,;:!?…").casefold()
    return word.text[:1].isdigit() or bare in _UNITS or bare in _MONTHS


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
