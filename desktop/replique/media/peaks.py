"""The waveform: lowest, highest, mean and voice level in bins of 5 ms, and in coarser ones above them."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import NDArray

from replique.media.remarks import Remark

BIN_MS = 5
FACTOR = 4
"""Each level has bins as long as so many of the level below."""
LEVELS = 6
BLOCK_BINS = FACTOR ** (LEVELS - 1)
"""Bins come in blocks that fill whole bins of every level (5.12 s)."""
FULL_SCALE = 32767
ROWS = 4
"""Lowest, highest and root-mean-square level; that of the band in which voices are told from hum and hiss."""
VOICE_RATE = 8000
"""Samples a second, or somewhat more, that the voice level is taken from."""
HUM_PERIODS_PER_S = 200
"""What is slower than this is taken out of the voice level."""

Levels = NDArray[np.int16]
Columns = NDArray[np.float32]


class Peaks:
    """The waveform of one recording, filled by one thread and read by another.

    Each level is an array [shape=(ROWS, bins), int16], full scale 32767.
    `duration_ms` is the container's claim until :meth:`finish` brings the true one.
    """

    def __init__(self, duration_ms: int) -> None:
        self.duration_ms = duration_ms
        self.remarks: tuple[Remark, ...] = ()
        self.is_complete = False
        self._bins = 0
        self._loudest = 0
        self._lock = Lock()
        blocks = max(1, -(-duration_ms // (BIN_MS * BLOCK_BINS)))
        self._levels = [np.zeros((ROWS, blocks * BLOCK_BINS // FACTOR**i), np.int16) for i in range(LEVELS)]

    @property
    def ready_ms(self) -> int:
        """How much of the recording is there, from its beginning."""
        return self._bins * BIN_MS

    @property
    def loudest(self) -> float:
        """The highest level that there is so far, 0 to 1."""
        return self._loudest / FULL_SCALE

    def append(self, bins: Levels) -> None:
        """Add bins [shape=(ROWS, n)] behind those that are there; n is BLOCK_BINS but for the last time."""
        first, count = self._bins, bins.shape[1]
        self._loudest = max(self._loudest, int(np.abs(bins[:2].astype(np.int32)).max(initial=0)))
        with self._lock:
            self._make_room(first + count)
            for level in self._levels:
                level[:, first : first + bins.shape[1]] = bins
                bins, first = _coarser(bins), first // FACTOR
            self._bins += count

    def finish(self, duration_ms: int, remarks: tuple[Remark, ...] = ()) -> None:
        """Note that all of the recording is there, how long it is, and what is odd about it."""
        self.duration_ms = duration_ms
        self.remarks = remarks
        self.is_complete = True

    def columns(self, start_ms: float, end_ms: float, count: int) -> tuple[Columns, Columns, Columns]:
        """Return lowest, highest and root-mean-square level, -1 to 1, of `count` columns from start to end.

        What is not there (yet) is silence. Reads the coarsest level whose bins are no longer than a column.
        """
        column_ms = (end_ms - start_ms) / count
        depth = 0
        while depth + 1 < LEVELS and BIN_MS * FACTOR ** (depth + 1) <= column_ms:
            depth += 1
        bin_ms = BIN_MS * FACTOR**depth
        edges = np.floor(np.linspace(start_ms, end_ms, count + 1) / bin_ms).astype(np.int64)
        with self._lock:
            ready = -(-self._bins // FACTOR**depth)
            first, last = int(edges[0]), max(int(edges[-1]), int(edges[0]) + 1) + 1
            window = self._window(depth, first, last, ready)
        starts = edges[:-1] - first
        low = np.minimum.reduceat(window[0], starts)
        high = np.maximum.reduceat(window[1], starts)
        rms = np.maximum.reduceat(window[2], starts)
        return _scaled(low), _scaled(high), _scaled(rms)

    def voice(self) -> NDArray[np.int16]:
        """Return the voice level of each bin of 5 ms [shape=(bins,)], full scale 32767."""
        return self._levels[0][-1, : self._bins].copy()

    def to_array(self) -> Levels:
        """Return the finest level [shape=(ROWS, bins)]: the others follow from it."""
        return self._levels[0][:, : self._bins].copy()

    @classmethod
    def from_array(cls, bins: Levels, duration_ms: int, remarks: tuple[Remark, ...] = ()) -> Peaks:
        """Return the complete waveform that :meth:`to_array` gave."""
        peaks = cls(duration_ms)
        for first in range(0, bins.shape[1], BLOCK_BINS):
            peaks.append(bins[:, first : first + BLOCK_BINS])
        peaks.finish(duration_ms, remarks)
        return peaks

    def _window(self, depth: int, first: int, last: int, ready: int) -> Levels:
        """Return bins [first, last) of a level, silence outside what is ready."""
        window = np.zeros((ROWS, last - first), np.int16)
        begin, end = max(first, 0), min(last, ready)
        if begin < end:
            window[:, begin - first : end - first] = self._levels[depth][:, begin:end]
        return window

    def _make_room(self, bins: int) -> None:
        room = self._levels[0].shape[1]
        if bins <= room:
            return
        room = -(-max(bins, room * 3 // 2) // BLOCK_BINS) * BLOCK_BINS
        for i, level in enumerate(self._levels):
            grown = np.zeros((ROWS, room // FACTOR**i), np.int16)
            grown[:, : level.shape[1]] = level
            self._levels[i] = grown


def _scaled(values: Levels) -> Columns:
    return values.astype(np.float32) / np.float32(FULL_SCALE)


def _coarser(bins: Levels) -> Levels:
    """Return bins FACTOR times as long; the last one may stand for fewer."""
    starts = np.arange(0, bins.shape[1], FACTOR)
    low = np.minimum.reduceat(bins[0], starts)
    high = np.maximum.reduceat(bins[1], starts)
    lengths = np.diff(np.append(starts, bins.shape[1]))
    power = np.add.reduceat(np.square(bins[2:].astype(np.float64)), starts, axis=1) / lengths
    return np.vstack([low, high, np.sqrt(power).astype(np.int16)])


def bins_of(samples: NDArray[np.float32], starts: NDArray[np.int64], sample_rate: int) -> Levels:
    """Return the bins [shape=(ROWS, bins)] of samples [shape=(channels, n)] that begin at `starts`."""
    low = np.minimum.reduceat(samples, starts, axis=1).min(axis=0)
    high = np.maximum.reduceat(samples, starts, axis=1).max(axis=0)
    lengths = np.diff(np.append(starts, samples.shape[1]))
    power = np.add.reduceat(np.square(samples), starts, axis=1).mean(axis=0) / lengths
    voice = _voice(samples, starts, sample_rate)
    scaled = np.stack([low, high, np.sqrt(power), voice]) * FULL_SCALE
    bins: Levels = np.clip(scaled, -FULL_SCALE, FULL_SCALE).astype(np.int16)
    return bins


def _voice(samples: NDArray[np.float32], starts: NDArray[np.int64], sample_rate: int) -> NDArray[np.float64]:
    """Return the level of the mixed channels without what is slower than a voice, and far above it.

    A mean over some samples takes the hiss away, the difference from the mean over 5 ms the hum.
    """
    step = max(1, sample_rate // VOICE_RATE)
    whole = max(1, samples.shape[1] // step) * step
    mixed = samples[:, :whole].mean(axis=0, dtype=np.float64)
    mixed = mixed[: mixed.size // step * step].reshape(-1, step).mean(axis=1) if mixed.size >= step else mixed
    square = np.square(mixed - _moving_mean(mixed, sample_rate // step // HUM_PERIODS_PER_S | 1))
    firsts = np.minimum(starts // step, square.size - 1)
    lengths = np.maximum(1, np.diff(np.append(firsts, square.size)))
    level: NDArray[np.float64] = np.sqrt(np.add.reduceat(square, firsts) / lengths)
    return level


def _moving_mean(values: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """Return the mean over `length` values (odd) around each; what lies outside is like the value at the border."""
    padded = np.pad(values, length // 2, mode="edge")
    sums = np.cumsum(np.concatenate([[0.0], padded]))
    mean: NDArray[np.float64] = (sums[length:] - sums[:-length]) / length
    return mean
