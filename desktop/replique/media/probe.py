"""What a recording says of itself, without decoding all of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.media.claims import probed_ms
from replique.media.opening import COPY_AGAIN, opened
from replique.media.reading import TrackReader
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
        if next(TrackReader(container, stream).frames(), None) is None:
            raise InputError(UNDECODABLE, remedy=COPY_AGAIN, path=path)
        return Claims(probed_ms(container, stream), tracks_of(container))
