"""What a file is, without decoding all of it."""

from __future__ import annotations

from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.media.decode import sound_of
from replique.media.opening import COPY_AGAIN, opened
from replique.media.types import MediaInfo

UNDECODABLE = QT_TRANSLATE_NOOP("errors", "The sound of this file is damaged from the start and can’t be decoded.")


def probe(path: Path) -> MediaInfo:
    """Return what a recording is; raise InputError where no sound can be had from it."""
    with opened(path) as (container, stream):
        first = next(sound_of(container, stream), None)
        if first is None:
            raise InputError(UNDECODABLE, remedy=COPY_AGAIN, path=path)
        return MediaInfo(
            path=path,
            duration_ms=_claimed_duration_ms(container, stream),
            sample_rate=first.sample_rate,
            channels=len(first.layout.channels),
            codec=stream.codec_context.name,
            container=container.format.name,
            has_video=any(not _is_cover(video) for video in container.streams.video),
            audio_tracks=len(container.streams.audio),
        )


def _claimed_duration_ms(container: InputContainer, stream: AudioStream) -> int:
    """Return what the container or the track says of its length; 0 where neither says anything."""
    if container.duration is not None:
        return round(container.duration * 1000 / av.time_base)
    if stream.duration is not None and stream.time_base is not None:
        return round(stream.duration * stream.time_base * 1000)
    return 0


def _is_cover(video: VideoStream) -> bool:
    """Whether a video track is the picture on a record's sleeve."""
    return bool(video.disposition & Disposition.attached_pic)
