"""Of several files that came at once: which are opened, and why the others are not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from replique.core.errors import InputError
from replique.core.inputs import opened_to_read
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.transcripts import signatures
from replique.workflow.identify import HEAD_BYTES, FileKind, kind_of

ALONE = QT_TRANSLATE_NOOP("project", "a project is opened alone")
ONE_PROJECT = QT_TRANSLATE_NOOP("project", "“{taken}” is the project that is opened")
ONE_TRANSCRIPT = QT_TRANSLATE_NOOP("project", "“{taken}” is the transcript already")
ONE_RECORDING = QT_TRANSLATE_NOOP("project", "“{taken}” is the recording already")


class Found(NamedTuple):
    """A file and what it is; `refusal` says why it can't be used as that, if it can't."""

    path: Path
    kind: FileKind | None
    refusal: Message | None = None


class Chosen(NamedTuple):
    """What is opened, and what is `left` with the reason for each."""

    project: Path | None
    transcript: Path | None
    recording: Path | None
    left: tuple[tuple[Path, Message], ...]


def choose(paths: Sequence[Path]) -> Chosen:
    """Return what to open of `paths`: a project, or a transcript and a recording, or one of the two.

    The first of each kind is taken; a file that can be read goes before one that can't. Raise InputError where
    none can be opened at all.
    """
    found, errors = [], []
    for path in paths:
        try:
            found.append(_look_at(path))
        except InputError as error:
            found.append(Found(path, None, error.reason))
            errors.append(error)
    project = _first(found, FileKind.PROJECT)
    transcript = _first(found, FileKind.TRANSCRIPT) or _first(found, FileKind.SUBTITLES)
    recording = _first(found, FileKind.MEDIA)
    if not (project or transcript or recording) and errors:
        raise errors[0]
    if project:
        transcript = recording = None
    taken = {file.path for file in (project, transcript, recording) if file}
    left = [(file.path, _why_left(file, project, transcript, recording)) for file in found if file.path not in taken]
    return Chosen(_path(project), _path(transcript), _path(recording), tuple(left))


def _look_at(path: Path) -> Found:
    with opened_to_read(path) as file:
        head = file.read(HEAD_BYTES)
    kind = kind_of(head, path)
    refusal = signatures.no_transcript(head) if kind in (FileKind.TRANSCRIPT, FileKind.SUBTITLES) else None
    return Found(path, kind, Message("errors", refusal[0]) if refusal else None)


def _path(file: Found | None) -> Path | None:
    return file.path if file else None


def _first(found: Sequence[Found], kind: FileKind) -> Found | None:
    files = [file for file in found if file.kind is kind]
    return min(files, key=lambda file: file.refusal is not None, default=None)


def _why_left(file: Found, project: Found | None, transcript: Found | None, recording: Found | None) -> Message:
    if file.refusal:
        return file.refusal
    if project:
        is_project = file.kind is FileKind.PROJECT
        return Message("project", ONE_PROJECT if is_project else ALONE, taken=project.path.name)
    if file.kind is FileKind.MEDIA and recording:
        return Message("project", ONE_RECORDING, taken=recording.path.name)
    return Message("project", ONE_TRANSCRIPT, taken=transcript.path.name if transcript else "")
