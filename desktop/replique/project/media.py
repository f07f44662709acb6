"""Knowing a recording again: by its relative path, beside the project, under another name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from replique.core.errors import RepliqueError
from replique.core.inputs import is_file
from replique.media.fingerprint import fingerprint
from replique.project.model import Media, Project


class MediaLookup(NamedTuple):
    """The recording where it stands now, or None; `others` bear its name and hold something else."""

    path: Path | None
    others: tuple[Path, ...] = ()


def media_at(path: Path, duration_ms: int | None = None, track: int = 0) -> Media:
    """Return what a project notes about the recording at `path`; raise InputError when it can't be read."""
    content = fingerprint(path)
    return Media(path.absolute(), path.stat().st_size, content, duration_ms, track)


def find_media(project: Project, project_path: Path) -> MediaLookup:
    """Look for the recording of a project: where it was, beside the project, there under another name.

    A file counts when its content is the one that was fingerprinted.
    """
    if project.media is None:
        return MediaLookup(None)
    others: list[Path] = []
    for path in _namesakes(project.media, project_path):
        if is_recording(path, project.media):
            return MediaLookup(path, tuple(others))
        others.append(path)
    renamed = (path for path in _neighbours(project_path) if is_recording(path, project.media))
    return MediaLookup(next(renamed, None), tuple(others))


def is_recording(path: Path, media: Media) -> bool:
    """Whether the file at `path` holds the recording `media`."""
    try:
        return path.stat().st_size == media.size and fingerprint(path) == media.fingerprint
    except (OSError, RepliqueError):
        return False


def _namesakes(media: Media, project_path: Path) -> Iterator[Path]:
    """Yield the files that bear the recording's name, where it was and beside the project."""
    seen = {media.path}
    if is_file(media.path):
        yield media.path
    for folder in _folders(project_path):
        path = folder / media.path.name
        if path not in seen and is_file(path):
            seen.add(path)
            yield path


def _neighbours(project_path: Path) -> Iterator[Path]:
    for folder in _folders(project_path):
        try:
            yield from (path for path in sorted(folder.iterdir()) if is_file(path))
        except OSError:
            continue


def _folders(project_path: Path) -> list[Path]:
    """Return the folder in which the project shows, and the one in which it lies if that is another."""
    return list(dict.fromkeys([project_path.absolute().parent, project_path.resolve().parent]))
