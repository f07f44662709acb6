"""What is wrong with a JSON file that can't be read, in words and by its line."""

from __future__ import annotations

import re

import msgspec

from replique.core.messages import QT_TRANSLATE_NOOP, Message

CUT_OFF = QT_TRANSLATE_NOOP("errors", "it was cut off and its end is missing")
NOT_UTF_8 = QT_TRANSLATE_NOOP("errors", "some of its text is not UTF-8")

UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading JSON raises."""

TRUNCATED = "Input data was truncated"
"""How msgspec says it."""
_BYTE_POSITION = re.compile(r"\(byte (\d+)\)")


def place_of(data: bytes, error: Exception) -> tuple[int | None, str | Message]:
    """Return the line (from 1), where it is known, and what is wrong there; places told in bytes become lines."""
    if isinstance(error, UnicodeDecodeError):
        return None, Message("errors", NOT_UTF_8)
    if str(error) == TRUNCATED:
        return None, Message("errors", CUT_OFF)
    position = _BYTE_POSITION.search(str(error))
    line = data.count(b"\n", 0, int(position[1])) + 1 if position else None
    return line, _BYTE_POSITION.sub("", str(error)).strip()
