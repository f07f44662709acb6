"""What a file is, told from its content; the name counts only where the file is empty."""

from __future__ import annotations

import mimetypes
import re
from enum import StrEnum
from pathlib import Path

from replique.core.encoding import decode
from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.project.file import is_project
from replique.transcripts import signatures

HEAD_BYTES = 64 * 1024

UNREADABLE = QT_TRANSLATE_NOOP("errors", "It can’t be read ({system}).")
FOLDER = QT_TRANSLATE_NOOP("errors", "This is a folder, not a file.")

_CLOCK = r"(?:\d+:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?"
_CUE_TIMES = re.compile(rf"^[ \t]*{_CLOCK}[ \t]*-{{1,2}}>[ \t]*{_CLOCK}", re.MULTILINE)


class FileKind(StrEnum):
    """What a file can be opened as."""

    PROJECT = "project"
    TRANSCRIPT = "transcript"
    SUBTITLES = "subtitles"
    MEDIA = "media"


_KIND_OF_NO_TRANSCRIPT = {
    signatures.RECORDING: FileKind.MEDIA,
    signatures.BINARY: FileKind.MEDIA,
    signatures.SUBTITLES: FileKind.SUBTITLES,
    signatures.PROJECT: FileKind.PROJECT,
}


def identify(path: Path) -> FileKind:
    """Return what the file at `path` is; raise InputError when it can't be read.

    Whether the content is sound is for its reader to say; documents that no reader knows count as transcripts.
    """
    if path.is_dir():
        raise InputError(FOLDER, path=path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise InputError(UNREADABLE, path=path, system=error.strerror or error) from error
    if not head:
        return FileKind.MEDIA if _is_named_like_media(path) else FileKind.TRANSCRIPT
    return _kind_of(head)


def _kind_of(head: bytes) -> FileKind:
    if is_project(head):
        return FileKind.PROJECT
    refusal = signatures.no_transcript(head)
    if refusal:
        return _KIND_OF_NO_TRANSCRIPT.get(refusal[0], FileKind.TRANSCRIPT)
    text = decode(head).text.replace("\r", "\n")
    return FileKind.SUBTITLES if _CUE_TIMES.search(text) else FileKind.TRANSCRIPT


def _is_named_like_media(path: Path) -> bool:
    kind, _ = mimetypes.guess_type(path.name)
    return kind is not None and kind.startswith(("audio/", "video/"))
