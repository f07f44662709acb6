"""What a file is, told from its content; the name counts only where the file is empty."""

from __future__ import annotations

import mimetypes
import re
from enum import StrEnum
from pathlib import Path

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.project.file import is_project

HEAD_BYTES = 64 * 1024

UNREADABLE = QT_TRANSLATE_NOOP("errors", "It can’t be read ({system}).")
FOLDER = QT_TRANSLATE_NOOP("errors", "This is a folder, not a file.")

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
_DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b")))
_CUE_TIMES = re.compile(
    rb"^[ \t]*(?:\d+:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?[ \t]*-{1,2}>[ \t]*(?:\d+:)?\d{1,2}:\d{1,2}", re.MULTILINE
)
_WEBVTT = re.compile(rb"WEBVTT(?:[ \t\r\n]|$)")


class FileKind(StrEnum):
    """What a file can be opened as."""

    PROJECT = "project"
    TRANSCRIPT = "transcript"
    SUBTITLES = "subtitles"
    MEDIA = "media"


def identify(path: Path) -> FileKind:
    """Return what the file at `path` is; raise InputError when it can't be read.

    Documents of word processors count as transcripts. Whether the content is sound is for its reader to say.
    """
    if path.is_dir():
        raise InputError(FOLDER, path=path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise InputError(UNREADABLE, path=path, system=error.strerror or error) from error
    return _kind_of(head, path)


def _kind_of(head: bytes, path: Path) -> FileKind:
    if not head:
        return FileKind.MEDIA if _is_named_like_media(path) else FileKind.TRANSCRIPT
    text = _text_of(head)
    if text is None:
        return FileKind.TRANSCRIPT if head.startswith(_DOCUMENTS) else FileKind.MEDIA
    if is_project(text):
        return FileKind.PROJECT
    if _WEBVTT.match(text) or _CUE_TIMES.search(text.replace(b"\r", b"\n")):
        return FileKind.SUBTITLES
    return FileKind.TRANSCRIPT


def _text_of(head: bytes) -> bytes | None:
    """Return the beginning of a text in UTF-8 or any code page; None where it is no text."""
    if head.startswith(_UTF16_MARKS):
        return head.decode("utf-16", "replace").encode("utf-8", "replace")
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    if controls > max(1, len(head) // 100):
        return None
    return head.removeprefix(_UTF8_MARK)


def _is_named_like_media(path: Path) -> bool:
    kind, _ = mimetypes.guess_type(path.name)
    return kind is not None and kind.startswith(("audio/", "video/"))
