"""Bytes to text: byte order mark, then UTF-8, then Windows-1252, byte by byte where a file is damaged."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from replique.core.model import Diagnostic

MARK = "\ufeff"
BAD_BYTE = "bad-byte"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The mark of UTF-32 begins with that of UTF-16, and is looked for first."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPED = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""Windows-1252; the five bytes that it leaves undefined are taken as Latin-1 does."""
_ESCAPED_TO_WINDOWS = {0xDC00 + byte: character for byte, character in _WINDOWS.items()}


class Decoded(NamedTuple):
    """The text of a file, without byte order mark; how it was encoded, and whether the mark was there."""

    text: str
    encoding: str
    has_mark: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of `data`. Detectors guess wrong on short French, so none is asked.

    A file that is UTF-8 but for a few bytes stays UTF-8: each of those is read as Windows-1252 and told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, diagnostics = _decoded(data[len(mark) :], encoding)
            return Decoded(text.lstrip(MARK), encoding, True, diagnostics)
    wide = wide_encoding(data)
    if wide:
        text, diagnostics = _decoded(data, wide)
        return Decoded(text, wide, False, diagnostics)
    escaped = data.decode("utf-8", "surrogateescape")
    strays = len(_ESCAPED.findall(escaped))
    if strays and 2 * strays > len(_NOT_ASCII.findall(escaped)):
        return Decoded(data.decode("latin-1").translate(_WINDOWS), "cp1252")
    text, diagnostics = _repaired(escaped)
    return Decoded(text, "utf-8", False, diagnostics)


def split_lines(text: str) -> list[str]:
    """Split at CR, LF and CR LF only: other separators of Unicode stand inside sentences."""
    return _LINE_END.split(text)


def wide_encoding(data: bytes) -> str:
    """Return which UTF-16 `data` is in, though it has no byte order mark; an empty text where it is in none."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or max(even, odd) < len(head) * 0.4 or min(even, odd):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _decoded(data: bytes, encoding: str) -> tuple[str, tuple[Diagnostic, ...]]:
    if encoding == "utf-8":
        return _repaired(data.decode("utf-8", "surrogateescape"))
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        sound = data[: error.start].decode(encoding)
        line = len(split_lines(sound))
        remark = Diagnostic(line, BAD_BYTE, f"what is no {encoding.upper()} was replaced from here on")
        return data.decode(encoding, "replace"), (remark,)


def _repaired(escaped: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text with its stray bytes, which stand in it as surrogates, read as Windows-1252."""
    if not _ESCAPED.search(escaped):
        return escaped, ()
    diagnostics = []
    for number, line in enumerate(split_lines(escaped), 1):
        strays = " ".join(f"{ord(stray) - 0xDC00:02x}" for stray in _ESCAPED.findall(line))
        if strays:
            message = f"{strays}: no UTF-8, read as Windows-1252"
            diagnostics.append(Diagnostic(number, BAD_BYTE, message))
    return escaped.translate(_ESCAPED_TO_WINDOWS), tuple(diagnostics)
