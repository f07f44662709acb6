"""Where somebody speaks: the level of each band above its own floor, so that steady noise counts for nothing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.windows import moving_mean, spread

BLOCK_FRAMES = 10 * FRAMES_PER_S
SMOOTH = 5
FLOOR_SHARE = 0.08
"""In ten seconds of speech, this share of the frames of a band is surely without any."""
CEILING_SHARE = 0.85
LOWEST_CEILING = 0.8
"""A rise of less than this above the floor (natural log of energy) is no speech at all."""
SPEECH = 0.35
"""From here on a frame counts as speech."""
SOUND = 0.3
"""From here on a frame is no pause."""
PAUSE = 0.22
"""Below this, for some frames, it counts as a pause."""
QUIET = 0.15
"""Below this a frame is surely one."""
UNBROKEN_S = 1.5
"""Nobody speaks for so long before and after a moment without a stop or a pause: music does."""


def activity(spectrum: Callable[[int, int], Floats], frames: int) -> Floats:
    """Return 0 (pause) to 1 (loud speech) and a little above for each frame of a spectrum.

    `spectrum` gives frames first..end, with the edges repeated where they lie outside.
    """
    if not frames:
        return np.zeros(0, np.float32)
    blocks = _blocks(frames)
    floors = np.array([np.quantile(_smooth(spectrum, a, b), FLOOR_SHARE, axis=0) for a, b in blocks], np.float32)
    floors = moving_mean(-spread(-floors, 1), 3)
    rise = np.empty(frames, np.float32)
    for a, b in blocks:
        rise[a:b] = np.maximum(_smooth(spectrum, a, b) - _between_blocks(floors, a, b), 0).mean(axis=1)
    ceiling = _between_blocks(_ceilings(rise, blocks), 0, frames)[:, 0]
    share: Floats = np.clip((rise - 0.1 * ceiling) / (0.9 * ceiling), 0.0, 1.2).astype(np.float32)
    return share


def unbroken(activities: Floats) -> Floats:
    """Return 0 (speech or pause) to 1 (sound without the pauses of speech: music, applause) for each frame."""
    if not len(activities):
        return activities
    reach = int(UNBROKEN_S * FRAMES_PER_S)
    lowest = -spread(-moving_mean(activities, SMOOTH), reach)
    music: Floats = np.clip((spread(lowest, reach) - 0.2) / 0.3, 0.0, 1.0).astype(np.float32)
    return music


def _smooth(spectrum: Callable[[int, int], Floats], first: int, end: int) -> Floats:
    half = SMOOTH // 2
    return moving_mean(spectrum(first - half, end + half), SMOOTH)[half:-half]


def _ceilings(rise: Floats, blocks: list[tuple[int, int]]) -> Floats:
    """Return how far speech rises in each block; loud music and a far voice count at most for what is usual."""
    ceilings = np.array([[np.quantile(rise[a:b], CEILING_SHARE)] for a, b in blocks], np.float32)
    usual = float(np.median(ceilings))
    low, high = max(LOWEST_CEILING, 0.6 * usual), max(LOWEST_CEILING, 1.1 * usual)
    kept: Floats = np.clip(moving_mean(spread(ceilings, 1), 3), low, high).astype(np.float32)
    return kept


def _blocks(frames: int) -> list[tuple[int, int]]:
    """Cut into blocks of ten seconds; the last one takes what remains."""
    count = max(1, frames // BLOCK_FRAMES)
    return [(i * BLOCK_FRAMES, frames if i == count - 1 else (i + 1) * BLOCK_FRAMES) for i in range(count)]


def _between_blocks(values: Floats, first: int, end: int) -> NDArray[np.float32]:
    """Return the values of blocks [shape=(blocks, n)], interpolated for each frame from `first` to `end`."""
    at = np.clip(np.arange(first, end) / BLOCK_FRAMES - 0.5, 0, len(values) - 1)
    low = at.astype(int)
    high = np.minimum(low + 1, len(values) - 1)
    share = (at - low).astype(np.float32)[:, None]
    between: NDArray[np.float32] = (values[low] * (1 - share) + values[high] * share).astype(np.float32)
    return between
