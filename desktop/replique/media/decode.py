"""The sound of a file, placed on the player's clock.

Time zero is the start of the container, as for libVLC's avformat demuxer and Qt's FFmpeg back-end: what an encoder
put before the sound is cut away by FFmpeg, a track that begins late begins with silence.
"""

from __future__ import annotations

from collections.abc import Iterator

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from replique.media.mixing import Samples, at_most_two, mono
from replique.media.resampling import Resampler

MAX_DRIFT_S = 0.05
"""Time stamps nearer than this to where the sound before ended are rounding; farther ones are gaps or overlaps."""
MAX_GAP_S = 6 * 3600
"""A longer gap is a broken time stamp, and is not filled."""
SILENCE_S = 10
"""Silence comes in blocks no longer than this."""


def sound_of(container: InputContainer, stream: AudioStream, from_s: float | None = None) -> Iterator[AudioFrame]:
    """Yield the frames of a track; damaged packets are passed over, and a file that breaks off ends there.

    Packets that begin before `from_s` (seconds of their time stamps) are read and not decoded.
    """
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except (av.FFmpegError, OSError):
            return
        if packet is None:
            return
        if from_s is not None and packet.pts is not None and packet.pts * packet.time_base < from_s:
            continue
        try:
            yield from packet.decode()
        except (av.InvalidDataError, av.error.ExternalError):
            continue


def zero_s(container: InputContainer) -> float:
    """Return the time stamp that is the zero of the recording."""
    return (container.start_time or 0) / av.time_base


class Placer:
    """Puts the frames of a track one behind the other, where their time stamps want them.

    Parameters
    ----------
    zero_s : the time stamp that is the zero of the recording.
    sample_rate : that of the first frame of the recording, to which all others are brought; 0 is that of the first
        one that comes.
    as_mono : whether to mix all channels into one; else there are at most two.
    first : what lies before this sample is left out: where the first block begins.

    """

    def __init__(self, zero_s: float, sample_rate: int = 0, *, as_mono: bool = False, first: int = 0) -> None:
        self._zero_s = zero_s
        self._mix = mono if as_mono else at_most_two
        self.sample_rate = sample_rate
        self.position = first
        self._end: int | None = None
        self._resampler: Resampler | None = None

    def place(self, frame: AudioFrame) -> Iterator[Samples]:
        """Yield blocks [shape=(channels, n)] that follow what was yielded before: silence for a gap, then sound."""
        self.sample_rate = self.sample_rate or frame.sample_rate
        samples = self._mix(frame)
        kind = (frame.sample_rate, samples.shape[0])
        if self._resampler and self._resampler.kind != kind:
            yield from self.finish()
        if frame.sample_rate != self.sample_rate:
            self._resampler = self._resampler or Resampler(*kind, self.sample_rate)
            samples = self._resampler.add(samples)
        yield from self._put(samples, self._place_of(frame))

    def finish(self) -> Iterator[Samples]:
        """Yield what is still held back, once there are no more frames."""
        resampler, self._resampler = self._resampler, None
        if resampler and self._end is not None:
            yield from self._put(resampler.finish(), self._end)

    def start_at(self, sample: int) -> None:
        """Put the next frame at a sample, whatever its time stamp says."""
        self._end = sample

    def stamped(self, frame: AudioFrame) -> int | None:
        """Return the sample at which the time stamp of a frame wants it; None where it has none."""
        return None if frame.time is None else round((frame.time - self._zero_s) * self.sample_rate)

    def _place_of(self, frame: AudioFrame) -> int:
        stamped = self.stamped(frame)
        follows = self.position if self._end is None else self._end
        if stamped is None or stamped - follows > MAX_GAP_S * self.sample_rate:
            return follows
        if self._end is not None and abs(stamped - follows) <= MAX_DRIFT_S * self.sample_rate:
            return follows
        return stamped

    def _put(self, samples: Samples, at: int) -> Iterator[Samples]:
        self._end = at + samples.shape[1]
        if at > self.position:
            yield from self._silence(at - self.position, samples.shape[0])
        kept = samples[:, max(0, self.position - at) :]
        self.position += kept.shape[1]
        if kept.size:
            yield kept

    def _silence(self, count: int, channels: int) -> Iterator[Samples]:
        while count > 0:
            length = min(count, SILENCE_S * self.sample_rate)
            self.position += length
            count -= length
            yield np.zeros((channels, length), np.float32)
