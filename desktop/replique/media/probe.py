"""What a recording says of itself, without decoding all of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import av
from av.audio.stream import AudioStream
from av.container import InputContainer

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.media.decode import sound_of
from replique.media.opening import COPY_AGAIN, opened
from replique.media.tracks import AudioTrack, tracks_of

UNDECODABLE = QT_TRANSLATE_NOOP("errors", "The sound of this file is damaged from the start and can’t be decoded.")


class Claims(NamedTuple):
    """How long a recording claims to be, 0 where it says nothing, and its audio tracks."""

    duration_ms: int
    tracks: tuple[AudioTrack, ...]


def probe(path: Path, track: int = 0) -> Claims:
    """Return what a recording claims; raise InputError where no sound can be had from this track of it.

    That is good enough for a first picture: the true duration comes with the peaks.
    """
    with opened(path, track) as (container, stream):
        if next(sound_of(container, stream), None) is None:
            raise InputError(UNDECODABLE, remedy=COPY_AGAIN, path=path)
        return Claims(_claimed_duration_ms(container, stream), tracks_of(container))


def _claimed_duration_ms(container: InputContainer, stream: AudioStream) -> int:
    """Return what the container or the track says of its length; 0 where neither says anything."""
    if container.duration is not None:
        return round(container.duration * 1000 / av.time_base)
    if stream.duration is not None and stream.time_base is not None:
        return round(stream.duration * stream.time_base * 1000)
    return 0
