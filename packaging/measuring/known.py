"""Recordings that tell no time, but are known by heart."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from measuring.ear import SAMPLE_RATE, Ear

SHORT_S = 0.03
SEARCH_MS = 300.0
ALIKE = 0.85
ENOUGH = 5


class Recording:
    """A recording that is known by heart: any piece of it tells where it stands."""

    def __init__(self, path: Path) -> None:
        parts = []
        with av.open(str(path)) as container:
            resampler = av.AudioResampler("s16", "mono", SAMPLE_RATE)
            for frame in container.decode(audio=0):
                parts += [out.to_ndarray()[0] for out in resampler.resample(frame)]
            parts += [out.to_ndarray()[0] for out in resampler.resample(None)]
        self._samples = np.concatenate(parts)

    def position_ms(self, ear: Ear, at_s: float, near_ms: float, rate: float) -> float | None:
        """Return what is heard at a moment, to be found near a position; None where it can't be recognised.

        A time stretcher repeats or leaves out pieces of some 30 ms: so many short ones are asked, and the middle
        answer is taken.
        """
        answers = []
        for offset_s in np.arange(-0.15, 0.151, 0.02):
            piece = ear.piece(at_s + offset_s, SHORT_S)
            here_ms = near_ms + 1000 * offset_s * rate
            found_ms = None if piece is None else self._find(piece.astype(np.float64), here_ms)
            if found_ms is not None:
                answers.append(found_ms - 1000 * offset_s * rate)
        return float(np.median(answers)) if len(answers) >= ENOUGH else None

    def _find(self, piece: NDArray[np.float64], near_ms: float) -> float | None:
        first = max(0, round((near_ms - SEARCH_MS) / 1000 * SAMPLE_RATE) - len(piece) // 2)
        field = self._samples[first : first + len(piece) + 2 * round(SEARCH_MS / 1000 * SAMPLE_RATE)].astype(float)
        if len(field) < len(piece) or not piece.any():
            return None
        size = 1 << (len(field) + len(piece)).bit_length()
        likeness = np.fft.irfft(np.fft.rfft(field, size) * np.conj(np.fft.rfft(piece, size)), size)
        energy = np.concatenate([[0.0], np.cumsum(field**2)])
        count = len(field) - len(piece) + 1
        power = np.sqrt((energy[len(piece) :] - energy[:count]) * (piece**2).sum()) + 1e-9
        likeness = likeness[:count] / power
        best = int(np.argmax(likeness))
        return (first + best + len(piece) / 2) / SAMPLE_RATE * 1000 if likeness[best] > ALIKE else None
