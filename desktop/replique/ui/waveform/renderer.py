"""The waveform as pixels: peak light, RMS inside it darker, in the colour of who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from replique.media.peaks import Peaks

PEAK_SHARE = 0.55
"""How much of the colour the peaks have; the rest is the ground's."""
FULL_HEIGHT = 0.96
"""How much of the height the loudest sound takes."""
QUIETEST = 0.05
"""Recordings that are never louder than this are shown as quiet as they are."""
FLAT_PX = 0.6
"""Half the height of silence, so that the line never breaks."""

Paint = tuple[int, int, int]
"""From, to (pixels) and the colour in between (opaque RGB)."""
Pixels = NDArray[np.uint32]


def pixels_of(image: QImage) -> Pixels:
    """Return the pixels of a picture of 32 bits a pixel [shape=(height, width)]; writing to them paints."""
    pixels = np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return pixels[:, : image.width()]


class Stencil(NamedTuple):
    """Where there is sound [shape=(height, width)]: out to the peaks, and out to the mean level inside them."""

    peak: NDArray[np.bool_]
    mean: NDArray[np.bool_]

    @property
    def size_bytes(self) -> int:
        """How much memory it takes."""
        return self.peak.nbytes + self.mean.nbytes


def stencil_of(peaks: Peaks, start_ms: float, end_ms: float, width: int, height: int) -> Stencil:
    """Return the shape of the sound from `start_ms` to `end_ms`; what takes longest, and stays as speakers change."""
    low, high, rms = peaks.columns(start_ms, end_ms, width)
    half = height / 2
    reach = half * FULL_HEIGHT / max(QUIETEST, peaks.loudest)
    rows = np.arange(height, dtype=np.int16)[:, None]
    top, bottom = _rows(half - np.maximum(high * reach, FLAT_PX)), _rows(half + np.maximum(-low * reach, FLAT_PX))
    peak = (rows >= top) & (rows < np.maximum(bottom, top + 1))
    mean = (rows >= _rows(half - rms * reach)) & (rows < _rows(half + rms * reach))
    return Stencil(peak, peak & mean)


def paint_sound(
    pixels: Pixels,
    stencil: Stencil,
    color: int,
    paper: int,
    paints: Sequence[Paint] = (),
    *,
    peak_share: float = PEAK_SHARE,
) -> None:
    """Paint sound over all of `pixels`, which are of the colour `paper`.

    Columns have `color` where no paint covers them; all colours are RGB. Peaks have `peak_share` of it.
    """
    colors = np.full(pixels.shape[1], color, np.uint32)
    for first, end, paint in paints:
        colors[first:end] = paint
    np.copyto(pixels, _mixed(colors, paper, peak_share), where=stencil.peak)
    np.copyto(pixels, _mixed(colors, paper, 1.0), where=stencil.mean)


def _rows(places: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.round(places).astype(np.int16)


def _mixed(colors: NDArray[np.uint32], paper: int, share: float) -> NDArray[np.uint32]:
    """Return opaque colours with so much of them, and the rest of the paper."""
    mixed = np.full(colors.shape, 0xFF000000, np.uint32)
    for shift in (16, 8, 0):
        channel = ((colors >> shift) & 0xFF) * share + ((paper >> shift) & 0xFF) * (1 - share)
        mixed |= np.round(channel).astype(np.uint32) << np.uint32(shift)
    return mixed
