"""What a file is, told from its content; the name counts only where the file is empty."""

from __future__ import annotations

import mimetypes
from enum import StrEnum
from pathlib import Path

from replique.core.inputs import opened_to_read
from replique.project.file import is_project
from replique.transcripts import signatures

HEAD_BYTES = 64 * 1024


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
    with opened_to_read(path) as file:
        head = file.read(HEAD_BYTES)
    return kind_of(head, path)


def kind_of(head: bytes, path: Path) -> FileKind:
    """Return what the file at `path`, which begins with `head`, is."""
    if not head:
        return FileKind.MEDIA if _is_named_like_media(path) else FileKind.TRANSCRIPT
    if is_project(head):
        return FileKind.PROJECT
    refusal = signatures.no_transcript(head)
    return _KIND_OF_NO_TRANSCRIPT.get(refusal[0], FileKind.TRANSCRIPT) if refusal else FileKind.TRANSCRIPT


def _is_named_like_media(path: Path) -> bool:
    kind, _ = mimetypes.guess_type(path.name)
    return kind is not None and kind.startswith(("audio/", "video/"))
