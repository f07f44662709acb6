"""What is wrong with a JSON file that can't be read, by its line and in words of our own: msgspec speaks English."""

from __future__ import annotations

import re

import msgspec

from replique.core.messages import QT_TRANSLATE_NOOP, Message

CUT_OFF = QT_TRANSLATE_NOOP("errors", "it was cut off and its end is missing")
NOT_UTF_8 = QT_TRANSLATE_NOOP("errors", "some of its text is not UTF-8")
NOT_JSON = QT_TRANSLATE_NOOP("errors", "a character is missing there, or one too many")
TOO_DEEP = QT_TRANSLATE_NOOP("errors", "it is nested deeper than any file of Réplique")
MISSING = QT_TRANSLATE_NOOP("errors", "“{field}” is missing at {place}")
OTHER_KIND = QT_TRANSLATE_NOOP("errors", "{got} stands instead of {expected} at {place}")
UNKNOWN = QT_TRANSLATE_NOOP("errors", "the value {value} at {place} is none that Réplique knows")
OUT_OF_RANGE = QT_TRANSLATE_NOOP("errors", "the value at {place} is too small or too large")

KINDS = {
    "int": QT_TRANSLATE_NOOP("errors", "a whole number"),
    "float": QT_TRANSLATE_NOOP("errors", "a fraction"),
    "str": QT_TRANSLATE_NOOP("errors", "a text"),
    "bool": QT_TRANSLATE_NOOP("errors", "yes or no"),
    "null": QT_TRANSLATE_NOOP("errors", "nothing"),
    "array": QT_TRANSLATE_NOOP("errors", "a list"),
    "object": QT_TRANSLATE_NOOP("errors", "a group of values"),
}
UNDECODABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What reading JSON raises."""

ROOT = "$"
_TRUNCATED = "Input data was truncated"
_MALFORMED = "JSON is malformed"
_BYTE_POSITION = re.compile(r"\s*\(byte (\d+)\)")
_PLACE = re.compile(r" - at `(\$[^`]*)`$")
_MISSING = re.compile(r"Object missing required field `([^`]*)`")
_UNKNOWN = re.compile(r"Invalid enum value (.*)")
_RANGE = re.compile(r"Expected `\w+`(?: of length)? [<>=]|.*out of range")
_KIND = re.compile(r"Expected `([^`]*)`, got `(\w+)`")


def place_of(data: bytes, error: Exception) -> tuple[int | None, str | Message]:
    """Return the line (from 1), where it is known, and what is wrong there; places told in bytes become lines.

    What is wrong is a text of msgspec only where that is of a kind that was not foreseen.
    """
    if isinstance(error, UnicodeDecodeError):
        return None, Message("errors", NOT_UTF_8)
    if isinstance(error, RecursionError):
        return None, Message("errors", TOO_DEEP)
    position = _BYTE_POSITION.search(str(error))
    line = data.count(b"\n", 0, int(position[1])) + 1 if position else None
    return line, _in_words(_BYTE_POSITION.sub("", str(error)).strip())


def _in_words(text: str) -> Message | str:
    if text == _TRUNCATED:
        return Message("errors", CUT_OFF)
    if text.startswith(_MALFORMED):
        return Message("errors", NOT_JSON)
    found = _PLACE.search(text)
    return _wrong_value(_PLACE.sub("", text), found[1] if found else ROOT) or text


def _wrong_value(text: str, place: str) -> Message | None:
    """Return what is said of a value that is not as it should be."""
    if missing := _MISSING.match(text):
        return Message("errors", MISSING, field=missing[1], place=place)
    if unknown := _UNKNOWN.match(text):
        return Message("errors", UNKNOWN, value=unknown[1], place=place)
    if kind := _KIND.match(text):
        expected = kind[1].split(" | ")[0]
        if expected in KINDS and kind[2] in KINDS:
            return Message("errors", OTHER_KIND, got=_kind(kind[2]), expected=_kind(expected), place=place)
    return Message("errors", OUT_OF_RANGE, place=place) if _RANGE.match(text) else None


def _kind(name: str) -> Message:
    return Message("errors", KINDS[name])
