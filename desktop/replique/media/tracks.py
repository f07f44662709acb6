"""The audio tracks of a recording: languages, an interpreter, a description of the picture."""

from __future__ import annotations

import msgspec
from av.audio.stream import AudioStream
from av.container import InputContainer

UNKNOWN_LANGUAGES = frozenset({"und", "mis", "mul", "zxx", "qaa"})


class AudioTrack(msgspec.Struct, frozen=True, gc=False):
    """What a file says of one audio track; `language` is an ISO 639 code, empty where it says none."""

    language: str = ""
    title: str = ""
    channels: int = 1


def tracks_of(container: InputContainer) -> tuple[AudioTrack, ...]:
    """Return the audio tracks of a file, in the order in which they are counted."""
    return tuple(_track(stream) for stream in container.streams.audio)


def _track(stream: AudioStream) -> AudioTrack:
    language = stream.metadata.get("language", "").lower()
    title = stream.metadata.get("title", "") or stream.metadata.get("handler_name", "")
    return AudioTrack(
        "" if language in UNKNOWN_LANGUAGES else language,
        "" if title == "SoundHandler" else title.strip(),
        stream.codec_context.channels,
    )
