"""The waveform as pictures: peak light, RMS inside it darker, in the colour of who speaks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from replique.media.peaks import Peaks

PEAK_ALPHA = 0.55
FULL_HEIGHT = 0.96
"""How much of the height the loudest sound takes."""
QUIETEST = 0.05
"""Recordings that are never louder than this are shown as quiet as they are."""
FLAT_PX = 0.6
"""Half the height of silence, so that the line never breaks."""

Paint = tuple[int, int, int]
"""From, to (pixels) and the colour in between (opaque RGB)."""


def render(
    peaks: Peaks, start_ms: float, end_ms: float, size: tuple[int, int], ground: int, paints: Sequence[Paint]
) -> QImage:
    """Return the waveform from `start_ms` to `end_ms` as a picture [width, height in device pixels].

    Columns are painted in `ground` where no paint covers them.
    """
    width, height = size
    low, high, rms = peaks.columns(start_ms, end_ms, width)
    half = height / 2
    reach = half * FULL_HEIGHT / max(QUIETEST, peaks.loudest)
    top, bottom = half - np.maximum(high * reach, FLAT_PX), half + np.maximum(-low * reach, FLAT_PX)
    colors = np.full(width, ground, np.uint32)
    for first, end, color in paints:
        colors[first:end] = color
    rows = np.arange(height, dtype=np.float32)[:, None] + 0.5
    peak = (rows >= top) & (rows <= bottom)
    mean = np.abs(rows - half) <= rms * reach
    pixels = np.where(peak, _with_alpha(colors, PEAK_ALPHA), 0)
    pixels = np.where(peak & mean, _with_alpha(colors, 1.0), pixels).astype(np.uint32)
    return QImage(pixels.tobytes(), width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _with_alpha(colors: NDArray[np.uint32], alpha: float) -> NDArray[np.uint32]:
    """Return premultiplied ARGB of opaque colours."""
    channels = [((colors >> shift) & 0xFF) * alpha for shift in (16, 8, 0)]
    red, green, blue = (np.round(channel).astype(np.uint32) for channel in channels)
    opaque = np.uint32(round(alpha * 255) << 24)
    return (opaque | (red << 16) | (green << 8) | blue).astype(np.uint32)
