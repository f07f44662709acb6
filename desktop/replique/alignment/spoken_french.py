"""French words as they are spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from replique.alignment.spelling import lettered, split_around

_ABBREVIATIONS = {
    "m.": "monsieur", "mm.": "messieurs", "mme": "madame", "mmes": "mesdames", "mlle": "mademoiselle", "mr":
    "monsieur", "mr.": "monsieur", "dr": "docteur", "dr.": "docteur", "pr": "professeur", "pr.": "professeur", "me":
    "maître", "st": "saint", "ste": "sainte", "n°": "numéro", "etc.": "et cetera", "etc": "et cetera", "cf.":
    "confer", "p.": "page", "art.": "article", "av.": "avant", "apr.": "après", "env.": "environ", "min.": "minutes",
    "km": "kilomètres", "kg": "kilos", "€": "euros", "&": "et", "+": "plus", "=": "égale", "vs": "versus", "c.-à-d.":
    "c'est-à-dire", "bd": "boulevard",
}  # fmt: skip
_CAPITALS_ONLY = frozenset({"me", "pr", "st", "ste", "dr"})
"""Abbreviations that are other words when they begin small."""
_UNITS = {
    "h": "heures",
    "min": "minutes",
    "mn": "minutes",
    "s": "secondes",
    "%": "pour cent",
    "€": "euros",
    "$": "dollars",
}
_READ = frozenset({"ONU", "CNIL", "INSEE", "SIDA", "OTAN", "UNESCO", "ENA", "SMIC", "FIFA", "NASA", "PACS", "ZEP",
                   "LOI", "LES", "DES", "UNE", "LA", "LE", "DE", "DU", "ET", "EN", "AU", "NON", "OUI", "PAS", "QUI",
                   "QUE"})  # fmt: skip
_TIME = re.compile(r"(\d{1,2}) ?[hH](\d{2})?")
_ORDINAL = re.compile(r"(\d+)(?:e|ème|eme|è)(s?)")
_FIRST = re.compile(r"1(er|re|ère)s?")
_ROMAN = re.compile(r"([IVX]+)e")
_DIGITS = re.compile(r"0\d+")
_AMOUNT = re.compile(r"(\d[\d.,]*) ?([%€$])")
_ORDINALS = {
    2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", 6: "sixième", 7: "septième", 8: "huitième",
    9: "neuvième", 10: "dixième", 11: "onzième", 12: "douzième", 13: "treizième", 14: "quatorzième", 15: "quinzième",
    16: "seizième", 17: "dix-septième", 18: "dix-huitième", 19: "dix-neuvième", 20: "vingtième",
    21: "vingt et unième",
}  # fmt: skip


def spoken(words: Sequence[str]) -> list[str]:
    """Return what is said for each word."""
    return [_spoken(word, words[i - 1] if i else "") for i, word in enumerate(words)]


def _spoken(word: str, before: str) -> str:
    small = word.rstrip(",;:!?").lower()
    if small in _ABBREVIATIONS and not (small in _CAPITALS_ONLY and word[:1].islower()):
        return _ABBREVIATIONS[small]
    if small in _UNITS and before[-1:].isdigit():
        return _UNITS[small]
    opening, core, closing = split_around(word)
    return f"{opening}{_core(core)}{closing}"


def _core(word: str) -> str:
    if match := _TIME.fullmatch(word):
        return f"{match[1]} heures {match[2] or ''}".strip()
    if _FIRST.fullmatch(word):
        return "premier" if "er" in word else "première"
    if (match := _ORDINAL.fullmatch(word)) and int(match[1]) in _ORDINALS:
        return _ORDINALS[int(match[1])]
    if (match := _ROMAN.fullmatch(word)) and _arabic(match[1]) in _ORDINALS:
        return _ORDINALS[_arabic(match[1])]
    if match := _AMOUNT.fullmatch(word):
        return f"{match[1]} {_UNITS[match[2]]}"
    if _DIGITS.fullmatch(word):
        return "zéro " + word[1:]
    if re.fullmatch(r"\d+(?:[/-]\d+)+", word):
        return re.sub(r"[/-]", " ", word)
    return "-".join("'".join(lettered(bit, _READ) for bit in re.split("['’]", part)) for part in word.split("-"))


def _arabic(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
