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
from numpy.typing import NDArray

MAX_DRIFT_S = 0.05
"""Time stamps nearer than this to where the sound before ended are rounding; farther ones are gaps or overlaps."""
MAX_GAP_S = 6 * 3600
"""A longer gap is a broken time stamp, and is not filled."""

Samples = NDArray[np.float32]


def sound_of(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Yield the frames of a track; damaged packets are passed over, and a file that breaks off ends there."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except (av.FFmpegError, OSError):
            return
        if packet is None:
            return
        try:
            yield from packet.decode()
        except (av.InvalidDataError, av.error.ExternalError):
            continue


class Placer:
    """Puts the frames of a track one behind the other, where their time stamps want them.

    `sample_rate` is that of the first frame; frames of another rate are resampled to it.
    """

    def __init__(self, container: InputContainer) -> None:
        self._zero_s = (container.start_time or 0) / av.time_base
        self.sample_rate = 0
        self.position = 0
        self._resampler: av.AudioResampler | None = None

    def place(self, frame: AudioFrame) -> Iterator[Samples]:
        """Yield blocks [shape=(channels, n)] that follow what was yielded before: silence for a gap, then sound."""
        self.sample_rate = self.sample_rate or frame.sample_rate
        wanted = None if frame.time is None else round((frame.time - self._zero_s) * self.sample_rate)
        for samples in self._at_rate(frame):
            gap = 0 if wanted is None else wanted - self.position
            if abs(gap) <= MAX_DRIFT_S * self.sample_rate or gap > MAX_GAP_S * self.sample_rate:
                gap = 0
            if gap > 0:
                yield from self._silence(gap, samples.shape[0])
            kept = samples[:, max(0, -gap) :]
            self.position += kept.shape[1]
            wanted = None
            yield kept

    def _silence(self, count: int, channels: int) -> Iterator[Samples]:
        """Yield silence in blocks of at most ten seconds, however long it is."""
        while count > 0:
            length = min(count, 10 * self.sample_rate)
            self.position += length
            count -= length
            yield np.zeros((channels, length), np.float32)

    def _at_rate(self, frame: AudioFrame) -> Iterator[Samples]:
        if frame.sample_rate == self.sample_rate:
            yield samples_of(frame)
            return
        if self._resampler is None:
            self._resampler = av.AudioResampler("fltp", frame.layout, self.sample_rate)
        frame.pts = None
        for resampled in self._resampler.resample(frame):
            yield samples_of(resampled)


def samples_of(frame: AudioFrame) -> Samples:
    """Return the samples of a frame, -1 to 1 [shape=(channels, n)]."""
    data = frame.to_ndarray()
    if not frame.format.is_planar:
        data = data.reshape(-1, len(frame.layout.channels)).T
    kind = data.dtype
    samples: Samples = data.astype(np.float32)
    if kind == np.uint8:
        samples = (samples - np.float32(128)) / np.float32(128)
    elif kind.kind == "i":
        samples /= np.float32(2 ** (8 * kind.itemsize - 1))
    return samples
