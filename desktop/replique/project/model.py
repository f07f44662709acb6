"""What a project holds: the document, the recording it belongs to, and where the user stood."""

from __future__ import annotations

from pathlib import Path

import msgspec

from replique.core.model import Document


class Media(msgspec.Struct, frozen=True):
    """A recording: where it was last seen, and what tells it from others when it moved.

    `path` is absolute in memory and relative to the project in its file. `duration_ms` is what the file claims,
    None where it claims nothing. `track` is the audio track that is heard, counted from 0.
    """

    path: Path
    size: int
    fingerprint: str
    duration_ms: int | None = None
    track: int = 0


class View(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the user stood: the position of the sound and the current turn."""

    position_ms: int = 0
    current_turn: int | None = None


class Project(msgspec.Struct, frozen=True):
    """All that a ``.replique`` file keeps."""

    document: Document
    media: Media | None = None
    view: View = View()
