"""Projects: begun with a transcript and its recording, or opened."""

from __future__ import annotations

from pathlib import Path

from replique.core.timeline import Timeline
from replique.project import MediaLookup, Project, find_media, load, media_at
from replique.transcripts import read_transcript


def new_project(transcript: Path, recording: Path | None = None, layout: str = "auto", language: str = "") -> Project:
    """Return a project of a transcript and, if there is one, its recording; raise InputError for either.

    The recording is probed for its length, so that one without sound is refused here.
    """
    document = read_transcript(transcript, layout=layout, language=language).document
    if recording is None:
        return Project(document)
    from replique.media.probe import probe  # decoding takes a quarter of a second to load

    return Project(document, media_at(recording, probe(recording).duration_ms))


def open_project(path: Path) -> tuple[Project, MediaLookup]:
    """Return a project and where its recording stands now; raise InputError when it can't be used."""
    project = load(path)
    Timeline(project.document)  # what the turns then know of themselves, the window need not find out
    return project, find_media(project, path)
