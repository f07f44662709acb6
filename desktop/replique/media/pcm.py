"""A recording as the WAV file that it would be: for players that find exact places in nothing else."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np

from replique.media.decode import Placer
from replique.media.mixing import Samples, at_most_two
from replique.media.opening import opened
from replique.media.reading import TrackReader, frames_from
from replique.media.stretching import Stretcher

LEAD_S = 0.3
"""Decoding begins so long before what is wanted: until then a decoder has forgotten that it began in the middle."""
ROOM_S = 100 * 3600
"""No recording is longer."""
FADE_S = 0.005
"""Sound that is cut off at once clicks."""
SAMPLE_BYTES = 2
LOUDEST = 32767
ENDLESS = 0xFFFF_FFFF
"""Written as the length, which is only known at the end."""


class Room(NamedTuple):
    """The recording as it is heard: at a speed, the pitch kept, and only as far as a position."""

    speed: float = 1.0
    end_ms: int | None = None


def begins_ms(number: int) -> int:
    """Return where in a :class:`WavOfRecording` a room begins."""
    return number * ROOM_S * 1000


class WavOfRecording:
    """The bytes of a WAV file, decoded where they are read: sample *k* of it is second *k* / `rate` of the recording.

    So every place is found to the sample, whatever the container, and counted from the zero of the waveform: it is
    made by the same hands. 16 bits, one or two channels; of more than two one is made.

    It holds the recording several times, in `rooms` that lie one behind the other, each 100 hours long: who keeps
    what he has read will not mistake one for the other. Their list may grow. After the end of a room, and of the
    recording, comes silence.

    Raises InputError where the recording can't be heard.
    """

    def __init__(self, path: Path, track: int = 0, rooms: Sequence[Room] = (Room(),)) -> None:
        self.end_ms: float | None = None
        self._rooms = rooms
        self._stack = ExitStack()
        self._container, self._stream = self._stack.enter_context(opened(path, track))
        head = next(TrackReader(self._container, self._stream).frames(), None)
        self.rate = head.frame.sample_rate if head else self._stream.codec_context.sample_rate
        self.channels = at_most_two(head.frame).shape[0] if head else 1
        self._frame_bytes = SAMPLE_BYTES * self.channels
        self._header = self._make_header()
        self._offset = 0
        self._blocks: Iterator[bytes] | None = None
        self._ready = b""

    def close(self) -> None:
        """Let the file go."""
        self._blocks = None
        self._stack.close()

    def seek(self, offset: int) -> None:
        """Have the next :meth:`read` begin at a byte."""
        if offset != self._offset:
            self._offset = offset
            self._blocks = None
            self._ready = b""

    def read(self, count: int) -> bytes:
        """Return `count` bytes, or fewer. `end_ms` tells where the recording ends, once that was reached."""
        if self._offset < len(self._header):
            data = self._header[self._offset : self._offset + count]
        else:
            data = self._read_sound(count)
        self._offset += len(data)
        return data

    def _make_header(self) -> bytes:
        form = struct.pack(
            "<HHIIHH", 1, self.channels, self.rate, self.rate * self._frame_bytes, self._frame_bytes, 8 * SAMPLE_BYTES
        )
        chunks = b"WAVE" + b"fmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", ENDLESS)
        return b"RIFF" + struct.pack("<I", ENDLESS) + chunks

    def _read_sound(self, count: int) -> bytes:
        if self._blocks is None:
            sample, inside = divmod(self._offset - len(self._header), self._frame_bytes)
            number, sample = divmod(sample, ROOM_S * self.rate)
            if number >= len(self._rooms):
                # Who looks for tags at the end of what has no length seeks as far as that.
                return b""
            self._blocks = map(self._bytes_of, self._samples_from(sample, self._rooms[number]))
            self._ready = next(self._blocks, b"")[inside:]
        while not self._ready:
            block = next(self._blocks, None)
            if block is None:
                return b""
            self._ready = block
        data, self._ready = self._ready[:count], self._ready[count:]
        return data

    def _samples_from(self, sample: int, room: Room) -> Iterator[Samples]:
        """Yield the samples of a room from one on."""
        first = round(sample * room.speed)
        recorded = self._recorded_from(first)
        if room.end_ms is not None:
            recorded = self._until(recorded, room.end_ms * self.rate // 1000 - first)
        if room.speed == 1:
            yield from recorded
        else:
            stretcher = Stretcher(self.rate, self.channels, room.speed)
            for samples in recorded:
                yield stretcher.add(samples)
            yield stretcher.finish()
        yield from self._silence()

    def _until(self, blocks: Iterator[Samples], count: int) -> Iterator[Samples]:
        """Yield so many samples, which fade away, and then silence without an end."""
        fade = round(FADE_S * self.rate)
        for samples in blocks:
            left = count - np.arange(samples.shape[1])
            count -= samples.shape[1]
            yield samples * np.clip(left / fade, 0, 1).astype(np.float32) if count < fade else samples
            if count <= 0:
                yield from self._silence()

    def _silence(self) -> Iterator[Samples]:
        return repeat(np.zeros((self.channels, self.rate // 10), np.float32))

    def _recorded_from(self, sample: int) -> Iterator[Samples]:
        """Yield the samples of the recording from one on, in as many channels as there were at its beginning."""
        placer = Placer(self.rate, first=sample)
        sample_s = sample / self.rate
        frames = frames_from(self._container, self._stream, sample_s - LEAD_S, sample_s)
        blocks = (block for timed in frames for block in placer.place(timed))
        for samples in chain(blocks, placer.finish()):
            if samples.shape[0] == self.channels:
                yield samples
            else:
                yield np.broadcast_to(samples.mean(axis=0), (self.channels, samples.shape[1]))
        self.end_ms = placer.end_ms or 0.0

    def _bytes_of(self, samples: Samples) -> bytes:
        return (samples.T * LOUDEST).clip(-LOUDEST, LOUDEST).astype("<i2").tobytes()
