"""The project file: versioned JSON, one turn a line, as ``docs/project-file.md`` describes it."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from pathlib import Path, PurePath
from typing import Annotated, Any, Final, Literal

import msgspec

from replique.core.damage import UNDECODABLE, place_of
from replique.core.errors import ProjectError
from replique.core.files import write_atomically
from replique.core.inputs import opened_to_read
from replique.core.invariants import violations
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import Document
from replique.project.model import Media, Project, View

FORMAT: Final = "replique"
VERSION: Final = 1
SUFFIX = ".replique"
HEAD_BYTES = 256
"""Enough to tell a project from a recording of some gigabytes, which is not to be read whole."""

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]

RESTORE = QT_TRANSLATE_NOOP("errors", "Restore it from a backup, or import the transcript again.")
DAMAGED = QT_TRANSLATE_NOOP("errors", "The project file is damaged: {detail}.")
NOT_A_PROJECT = QT_TRANSLATE_NOOP("errors", "This is not a Réplique project.")
CHOOSE_PROJECT = QT_TRANSLATE_NOOP("errors", "Choose a file whose name ends in .replique.")
NEWER = QT_TRANSLATE_NOOP("errors", "This project was saved by a newer Réplique (file version {version}).")

_BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"replique"')
_SURROGATE = re.compile("[\ud800-\udfff]")


class StoredMedia(msgspec.Struct, frozen=True, omit_defaults=True):
    """The recording, by a path relative to the project's folder, with forward slashes."""

    path: str
    size: Count
    fingerprint: str
    duration_ms: Count | None = None
    track: Count = 0


class StoredView(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the user stood."""

    position_ms: Count = 0
    current_turn: int | None = None


class ProjectFile(msgspec.Struct, frozen=True):
    """The file as it stands on the disk."""

    format: Literal["replique"]
    version: Literal[1]
    document: Document
    media: StoredMedia | None = None
    view: StoredView = StoredView()


class _Head(msgspec.Struct, frozen=True):
    format: str = ""
    version: int = 0


def save(project: Project, path: Path) -> None:
    """Write a project, whole or not at all; raise OutputError when that fails."""
    write_atomically(path, encode(project, path))


def encode(project: Project, path: Path) -> bytes:
    """Return the bytes of a project file that shall stand at `path`."""
    view = StoredView(max(0, project.view.position_ms), project.view.current_turn)
    stored = ProjectFile(FORMAT, VERSION, project.document, _stored_media(project.media, path), view)
    return _one_turn_a_line(_encoded(stored)) + b"\n"


def load(path: Path) -> Project:
    """Read a project; raise ProjectError when it is damaged, of a newer version or none at all.

    Where the file can't be read that is an InputError.
    """
    with opened_to_read(path) as file:
        head = file.read(HEAD_BYTES)
        data = head + file.read() if is_project(head) or head.lstrip().startswith(b"{") else b""
    return decode(data, path)


def decode(data: bytes, path: Path) -> Project:
    """Return the project whose file at `path` holds `data`; raise ProjectError where there is none in it."""
    data = data.removeprefix(BOM_UTF8)
    _check_head(data, path)
    try:
        stored = msgspec.json.decode(data, type=ProjectFile)
    except UNDECODABLE as error:
        raise _damaged(data, path, error) from error
    broken = next(violations(stored.document), None)
    if broken:
        raise ProjectError(DAMAGED, remedy=RESTORE, path=path, detail=broken)
    return Project(stored.document, _media(stored.media, path), _view(stored))


def _check_head(data: bytes, path: Path) -> None:
    """Refuse what is no project or a newer one, before its content is looked at."""
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.ValidationError:
        head = _Head()
    except UNDECODABLE as error:
        if not is_project(data):
            raise ProjectError(NOT_A_PROJECT, remedy=CHOOSE_PROJECT, path=path) from error
        raise _damaged(data, path, error) from error
    if head.format != FORMAT or head.version < 1:
        raise ProjectError(NOT_A_PROJECT, remedy=CHOOSE_PROJECT, path=path)
    if head.version > VERSION:
        update = QT_TRANSLATE_NOOP("errors", "Install the newest version to open it.")
        raise ProjectError(NEWER, remedy=update, path=path, version=head.version)


def is_project(data: bytes) -> bool:
    """Whether a file that begins with `data` is a project, by its content; it may be damaged further on."""
    return _BEGINNING.match(data) is not None


def _damaged(data: bytes, path: Path, error: Exception) -> ProjectError:
    """Return the error in words; where the place is told in bytes it becomes a line."""
    line, detail = place_of(data, error)
    return ProjectError(DAMAGED, remedy=RESTORE, path=path, line=line, detail=detail)


def _stored_media(media: Media | None, path: Path) -> StoredMedia | None:
    if media is None:
        return None
    return StoredMedia(_relative(media.path, path), media.size, media.fingerprint, media.duration_ms, media.track)


def _media(stored: StoredMedia | None, path: Path) -> Media | None:
    if stored is None:
        return None
    joined = os.path.normpath(joined_path(path.resolve().parent, stored.path))
    return Media(Path(joined), stored.size, stored.fingerprint, stored.duration_ms, stored.track)


def joined_path(folder: PurePath, stored: str) -> PurePath:
    """Return where a stored path leads from `folder`; its forward slashes are read by the system's own rules.

    On Windows that keeps the root of another drive (``C:/...``) and of a shared folder (``//server/...``).
    """
    return folder / stored


def _view(stored: ProjectFile) -> View:
    current = stored.view.current_turn
    known = any(turn.id == current for turn in stored.document.turns)
    return View(stored.view.position_ms, current if known else None)


def _relative(media_path: Path, project_path: Path) -> str:
    """Return the way from the project's folder to the recording; absolute where no relative one exists (drives)."""
    target = media_path.parent.resolve() / media_path.name
    try:
        return Path(os.path.relpath(target, project_path.resolve().parent)).as_posix()
    except ValueError:
        return target.as_posix()


def _encoded(stored: ProjectFile) -> bytes:
    try:
        return msgspec.json.encode(stored)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(stored)))


def _without_surrogates(value: Any) -> Any:
    """Return plain data in which half characters, which no file can hold, are replacement characters."""
    if isinstance(value, str):
        return _SURROGATE.sub("�", value)
    if isinstance(value, list | tuple):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    return value


def _one_turn_a_line(data: bytes) -> bytes:
    """Begin a line before each turn and speaker, for people who compare versions.

    A quotation mark inside a text is written with a backslash, so these bytes stand nowhere else.
    """
    return data.replace(b'[{"id":', b'[\n{"id":').replace(b',{"id":', b',\n{"id":')
