"""What stands before and after the turns: title, medium, date; the source."""

from __future__ import annotations

import re

from replique.core.model import Kind
from replique.transcripts.layouts.base import Draft, Entry, is_blank, is_note

FULL_TEXT = re.compile(r"\s*Texte int[ée]gral\s*:?\s*", re.IGNORECASE)
FOOTER_LINES = 8

_MEDIA = re.compile(r"\s*M[ée]dia\s*:\s*(.*)", re.IGNORECASE)
_SPOKEN_ON = re.compile(r"\s*Prononcé\w*\s+le\b\s*(.*)", re.IGNORECASE)
_SOURCE = re.compile(r"\s*Sources?(?:\s*:\s*|\s+(?=https?://))(.*)", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}(?:er)?\s+[^\W\d]+\s+\d{4}")
_ON_DATE = re.compile(rf"\ble\s+(?:\w+\s+)?({_DATE.pattern})")


def read_header(draft: Draft, lines: list[str]) -> None:
    """Keep the lines before the first turn, and what they tell about the interview."""
    draft.header = [line for line in lines if not is_blank(line)]
    for line in draft.header:
        if match := _MEDIA.fullmatch(line):
            draft.media = match[1].strip()
        elif match := _SPOKEN_ON.fullmatch(line):
            date = _DATE.match(match[1])
            draft.date = date[0] if date else match[1].strip()
        elif not draft.title and not FULL_TEXT.fullmatch(line) and not is_note(line):
            draft.title = line.strip()
    if not draft.date and (match := _ON_DATE.search(draft.title)):
        draft.date = match[1]


def footer_start(lines: list[str], last: int) -> int:
    """Return where the footer begins: the source line, with a few lines behind it, below line `last`."""
    for i in range(len(lines) - 1, max(last, len(lines) - FOOTER_LINES), -1):
        if _SOURCE.match(lines[i]):
            return i
    return len(lines)


def read_footer(draft: Draft, lines: list[str], begin: int) -> None:
    """Keep the lines from `begin` on as notes, and the source that they tell."""
    for i in range(begin, len(lines)):
        if not is_blank(lines[i]):
            draft.entries.append(Entry(Kind.NOTE, None, i + 1, [lines[i]]))
    if begin < len(lines) and (match := _SOURCE.match(lines[begin])):
        draft.source = match[1].strip()
