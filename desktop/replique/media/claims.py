"""What a file says of its own length, where it says it: estimates of FFmpeg are no claims."""

from __future__ import annotations

from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer

from replique.core.inputs import opened_to_read
from replique.core.timecode import TimeCodeError, parse
from replique.media.reading import STREAMS_WITHOUT_TIME
from replique.media.riff import riff_claim

XING = (b"Xing", b"Info")
"""One of these stands in the first frame of most MP3 files; flags follow, then the number of frames."""
HAS_COUNT = 1
VBRI = b"VBRI"
FIRST_FRAME_BYTES = 4096


def probed_ms(container: InputContainer, stream: AudioStream) -> int:
    """Return what FFmpeg makes of the length of a file, before it is decoded; 0 where it makes nothing of it."""
    if container.duration is not None:
        return max(0, round((container.duration - _ahead(container)) * 1000 / av.time_base))
    if stream.duration is not None and stream.time_base is not None:
        return round(stream.duration * stream.time_base * 1000)
    return 0


def claimed_ms(path: Path, container: InputContainer, stream: AudioStream) -> int | None:
    """Return when the file says that the sound of this track ends; None where it says nothing of it."""
    name = container.format.name
    if name == "wav":
        claim = riff_claim(path)
        return claim.claimed_ms if claim else None
    if name == "mp3":
        return _counted_ms(path, stream)
    if name == "ogg" or name in STREAMS_WITHOUT_TIME:
        return None
    if stream.duration is not None and stream.time_base is not None:
        end_s = ((stream.start_time or 0) + stream.duration) * stream.time_base
        return round(end_s * 1000 - (container.start_time or 0) * 1000 / av.time_base)
    return _tagged_ms(container, stream) or (probed_ms(container, stream) if len(container.streams) == 1 else None)


def _ahead(container: InputContainer) -> int:
    """Return by how much the claim of a container is too long, since it counts from another zero."""
    return max(0, container.start_time or 0) if "matroska" in container.format.name else 0


def _tagged_ms(container: InputContainer, stream: AudioStream) -> int | None:
    """Return what a tag of Matroska says, such as 00:01:30.008000000."""
    try:
        return parse(stream.metadata.get("DURATION", "")[:12]) - round(_ahead(container) * 1000 / av.time_base)
    except TimeCodeError:
        return None


def _counted_ms(path: Path, stream: AudioStream) -> int | None:
    """Return the length of an MP3 file by the number of its frames, where it says that."""
    with opened_to_read(path) as file:
        head = file.read(10)
        length = 0
        if head[:3] == b"ID3":
            length = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
        file.seek(length)
        first = file.read(FIRST_FRAME_BYTES)
    count = _frame_count(first)
    rate = stream.codec_context.sample_rate
    return round(count * stream.codec_context.frame_size * 1000 / rate) if count and rate else None


def _frame_count(first: bytes) -> int | None:
    """Return how many frames the first one of an MP3 file says there are."""
    for mark in XING:
        at = first.find(mark)
        if at >= 0 and int.from_bytes(first[at + 4 : at + 8], "big") & HAS_COUNT:
            return int.from_bytes(first[at + 8 : at + 12], "big")
    at = first.find(VBRI)
    return int.from_bytes(first[at + 14 : at + 18], "big") if at >= 0 else None
