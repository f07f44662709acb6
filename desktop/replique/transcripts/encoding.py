"""Bytes to text: byte order mark, then UTF-8, then Windows-1252, byte by byte where a file is damaged."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from replique.core.model import Diagnostic

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Decoded(NamedTuple):
    """The text of a file, without byte order mark, and how it was encoded."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of `data`. Detectors guess wrong on short French, so none is asked.

    A file that is UTF-8 but for a few bytes stays UTF-8: each of those is read as Windows-1252 and told.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, errors="replace"), name)
    if _is_utf16_without_mark(data):
        return Decoded(data.decode("utf-16-le", errors="replace"), "utf-16-le")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            return _repaired(data)
        del error
    return Decoded(_from_windows(data), "cp1252")


def split_lines(text: str) -> list[str]:
    """Split at CR, LF and CR LF only: other separators of Unicode stand inside sentences."""
    return _LINE_END.split(text)


def _is_utf16_without_mark(data: bytes) -> bool:
    head = data[:2000]
    return len(head) >= 4 and head[1::2].count(0) > len(head) * 0.4 and head[0::2].count(0) == 0


def _is_mostly_utf8(data: bytes) -> bool:
    sequences = _MULTIBYTE.findall(data)
    stray = sum(byte >= 0x80 for byte in data) - sum(len(sequence) for sequence in sequences)
    return len(sequences) > stray


def _repaired(data: bytes) -> Decoded:
    parts: list[str] = []
    diagnostics: list[Diagnostic] = []
    position = line = 0
    while position < len(data):
        try:
            parts.append(data[position:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            sound = data[position : position + error.start]
            bad = data[position + error.start : position + error.end]
        parts += [sound.decode("utf-8"), _from_windows(bad)]
        line += len(split_lines(parts[-2])) - 1
        message = f"byte {bad.hex(' ')} is no UTF-8 and was read as Windows-1252"
        diagnostics.append(Diagnostic(line + 1, "bad-byte", message))
        position += len(sound) + len(bad)
    return Decoded("".join(parts), "utf-8", tuple(diagnostics))


def _from_windows(data: bytes) -> str:
    """Decode Windows-1252; the five bytes that it leaves undefined are taken as Latin-1 does."""
    return "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252") for byte in data
    )
