"""What is known about a recording before it is decoded."""

from __future__ import annotations

from pathlib import Path

import msgspec


class MediaInfo(msgspec.Struct, frozen=True):
    """A recording as FFmpeg describes it.

    `duration_ms` is the container's claim, good enough for a first picture: the true one comes with the peaks.
    `sample_rate` in Hz.
    """

    path: Path
    duration_ms: int
    sample_rate: int
    channels: int
    codec: str
    container: str
    has_video: bool
    audio_tracks: int
