"""Subtitle files as they stand on the disk: read whole, their format told from their content."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from replique.core.encoding import decode
from replique.core.errors import InputError
from replique.core.inputs import read_bytes
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import CueFile, Diagnostic
from replique.formats import FORMATS, Format, TextForm, format_of

MAX_BYTES = 100 * 1024 * 1024

NO_SUBTITLES = QT_TRANSLATE_NOOP("errors", "There are no subtitles in this file, or in no format that is known.")
CHOOSE_FORMAT = QT_TRANSLATE_NOOP("errors", "Choose a file in one of these: {known}.")

_NEWLINE = re.compile(r"\r\n|\r|\n")


class SubtitleFile(msgspec.Struct, frozen=True):
    """A subtitle file that was read, and how it stood on the disk, so that it can be written so again."""

    file: CueFile
    format: str
    form: TextForm
    diagnostics: tuple[Diagnostic, ...] = ()


def read_subtitles(path: Path) -> SubtitleFile:
    """Read a subtitle file; raise InputError where there is none or it can't be read."""
    return parse_subtitles(read_bytes(path, MAX_BYTES), path)


def parse_subtitles(data: bytes, path: Path, chosen: Format | None = None) -> SubtitleFile:
    """Read subtitles from the bytes of the file at `path`, in a chosen format or the one that they are in."""
    decoded = decode(data)
    chosen = chosen or format_of(decoded.text)
    if chosen is None:
        known = ", ".join(known.title for known in FORMATS)
        raise InputError(NO_SUBTITLES, remedy=CHOOSE_FORMAT, path=path, known=known)
    reading = chosen.read(decoded.text)
    newline = _NEWLINE.search(decoded.text)
    form = TextForm(decoded.encoding, decoded.has_mark, newline[0] if newline else "\n")
    return SubtitleFile(reading.file, chosen.name, form, decoded.diagnostics + reading.diagnostics)
