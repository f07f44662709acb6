"""English words as they are spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from replique.alignment.spelling import lettered, split_around

_ABBREVIATIONS = {
    "mr.": "mister", "mr": "mister", "mrs.": "missis", "mrs": "missis", "ms.": "miz", "dr.": "doctor", "dr": "doctor",
    "prof.": "professor", "st.": "saint", "vs.": "versus", "vs": "versus", "etc.": "et cetera", "e.g.": "for example",
    "i.e.": "that is", "no.": "number", "&": "and", "+": "plus", "=": "equals", "jr.": "junior", "sr.": "senior",
    "approx.": "approximately", "km": "kilometres", "kg": "kilos",
}  # fmt: skip
_READ = frozenset({"NASA", "NATO", "UNESCO", "FIFA", "OPEC", "AIDS", "THE", "AND", "FOR", "NOT", "YOU", "ARE", "WAS",
"BUT", "ALL",
                   "OF", "IN", "IT", "IS", "TO", "NO", "ON", "MY", "BY", "WE", "HE", "AT", "DO", "SO", "UP", "IF",
                   "AS"})  # fmt: skip
_MONEY = re.compile(r"([$£€])(\d[\d.,]*)")
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
_TIME = re.compile(r"(\d{1,2}):(\d{2})(am|pm)?", re.IGNORECASE)
_PERCENT = re.compile(r"(\d[\d.,]*) ?%")


def spoken(words: Sequence[str]) -> list[str]:
    """Return what is said for each word."""
    return [_spoken(word) for word in words]


def _spoken(word: str) -> str:
    small = word.rstrip(",;:!?").lower()
    if small in _ABBREVIATIONS:
        return _ABBREVIATIONS[small]
    opening, core, closing = split_around(word)
    return f"{opening}{_core(core)}{closing}"


def _core(word: str) -> str:
    if match := _MONEY.fullmatch(word):
        return f"{match[2]} {_CURRENCIES[match[1]]}"
    if match := _TIME.fullmatch(word):
        return " ".join(part for part in (match[1], "" if match[2] == "00" else match[2], *(match[3] or "")) if part)
    if match := _PERCENT.fullmatch(word):
        return f"{match[1]} percent"
    if re.fullmatch(r"\d+(?:[/-]\d+)+", word):
        return re.sub(r"[/-]", " ", word)
    return "-".join("'".join(lettered(bit, _READ) for bit in re.split("['’]", part)) for part in word.split("-"))
