"""Sound as log energies in mel bands, one frame each 10 ms: what both voices are compared by.

Davis and Mermelstein, "Comparison of parametric representations for monosyllabic word recognition in continuously
spoken sentences", IEEE Trans. ASSP 28(4), 1980.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

HOP_S = 0.010
FRAMES_PER_S = 100
WINDOW_S = 0.025
BANDS = 26
LOWEST_HZ = 100.0
HIGHEST_HZ = 7000.0
EMPHASIS = np.float32(0.97)
FAINTEST = np.float32(100.0)
"""Added to each energy (of samples from -32768 to 32767): digital silence is no abyss."""
BATCH_FRAMES = 2000


class MelSpectrum:
    """The spectrum of sound that comes piece by piece; frame *i* is centred at (i + 1/2) x 10 ms.

    Works at the rate of the sound itself, so that nothing is resampled and nothing shifted.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._length = int(WINDOW_S * sample_rate)
        self._size = _smooth_size(self._length)
        bank = mel_bank(self._size, sample_rate)
        self._bins = int(np.flatnonzero(bank.any(axis=0)).max(initial=0)) + 1
        self._bank = np.ascontiguousarray(bank[:, : self._bins].T)
        self._window = np.hanning(self._length).astype(np.float32)
        self._waiting = np.zeros(self._length // 2 + 1, np.float32)
        self._first = -(self._length // 2 + 1)
        self._frames = 0

    def add(self, samples: Floats) -> Floats:
        """Take the next samples (-1 to 1) and return the frames [shape=(n, BANDS)] that are complete."""
        self._waiting = np.concatenate([self._waiting, samples * np.float32(32768)])
        return self._take(self._complete())

    def finish(self) -> Floats:
        """Return the last frames; what lies beyond the end is silence."""
        after = self._first + len(self._waiting)
        total = int(after * FRAMES_PER_S / self._rate)
        self._waiting = np.concatenate([self._waiting, np.zeros(2 * self._length, np.float32)])
        return self._take(max(0, total - self._frames))

    def _starts(self, count: int) -> NDArray[np.int64]:
        """Return where the next frames begin, one sample before their windows."""
        frames = np.arange(self._frames, self._frames + count)
        return np.round((frames + 0.5) * HOP_S * self._rate).astype(np.int64) - self._length // 2 - 1

    def _complete(self) -> int:
        end = self._first + len(self._waiting) - self._length - 1
        count = int((end + self._length // 2 + 1) / (HOP_S * self._rate) - 0.5) + 1 - self._frames
        while count > 0 and self._starts(count)[-1] > end:
            count -= 1
        return max(0, count)

    def _take(self, count: int) -> Floats:
        spectrum = np.empty((count, BANDS), np.float32)
        for done in range(0, count, BATCH_FRAMES):
            batch = min(BATCH_FRAMES, count - done)
            starts = self._starts(batch) - self._first
            spectrum[done : done + batch] = self._log_energies(starts)
            self._frames += batch
        rest = int(self._starts(1)[0])
        self._waiting = self._waiting[rest - self._first :]
        self._first = rest
        return spectrum

    def _log_energies(self, starts: NDArray[np.int64]) -> Floats:
        pieces = np.lib.stride_tricks.sliding_window_view(self._waiting, self._length + 1)[starts]
        framed = (pieces[:, 1:] - EMPHASIS * pieces[:, :-1]) * self._window
        spectrum = np.fft.rfft(framed, self._size, axis=1)[:, : self._bins]
        power = spectrum.real**2 + spectrum.imag**2
        energies: Floats = np.log(power.astype(np.float32) @ self._bank + FAINTEST)
        return energies


def mel_spectrum(samples: Floats, sample_rate: int) -> Floats:
    """Return the spectrum [shape=(frames, BANDS)] of samples that are all there."""
    spectrum = MelSpectrum(sample_rate)
    return np.concatenate([spectrum.add(samples), spectrum.finish()])


def mel_bank(size: int, sample_rate: int) -> Floats:
    """Return the triangular weights [shape=(BANDS, size // 2 + 1)] of the bands over the bins of an FFT."""
    edges_mel = np.linspace(_mel(LOWEST_HZ), _mel(HIGHEST_HZ), BANDS + 2)
    edges = 700.0 * np.expm1(edges_mel / 1127.0)
    frequencies = np.arange(size // 2 + 1) * sample_rate / size
    rising = (frequencies - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - frequencies) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)


def _mel(frequency_hz: float) -> float:
    return float(1127.0 * np.log1p(frequency_hz / 700.0))


def _smooth_size(length: int) -> int:
    """Return the smallest size from `length` on that has no prime factor above 5: its transform is quick."""
    size = length
    while True:
        rest = size
        for prime in (2, 3, 5):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return size
        size += 1
