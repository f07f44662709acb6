"""Which states the search looks at: a beam where nothing is known, a band around places that are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.search import BLOCK
from replique.alignment.spans import Places
from replique.alignment.states import Ints, Row
from replique.alignment.windows import spread

MARGIN = 30
"""So many states more on either side of a band."""
WIDEST_BEAM = 8192
SLACK_S = 15.0
"""A start that was found before, and not confirmed, is believed within so many seconds."""


class Beam:
    """A window over all states that cost at most `width` more than the best, kept between two bounds."""

    def __init__(self, states: int, width: float, bounds: tuple[Ints, Ints] | None = None) -> None:
        self._states = states
        self._width = np.float32(width)
        self._bounds = bounds

    def __call__(self, frame: int, alive: Floats, low: int, high: int) -> tuple[int, int]:
        """Return low and high for the next block."""
        del high
        near = np.flatnonzero(alive <= alive.min() + self._width)
        best = int(np.argmin(alive))
        first = low + max(int(near[0]), best - WIDEST_BEAM // 2)
        end = min(self._states, low + min(int(near[-1]), best + WIDEST_BEAM // 2) + 1 + 2 * BLOCK)
        if self._bounds:
            block = slice(frame, frame + BLOCK)
            first = max(first, min(end - 1, int(self._bounds[0][block].min())))
            end = min(end, max(first + 1, int(self._bounds[1][block].max())))
        return first, end


def bounds_of(known: Sequence[tuple[int, int]], row: Row, size: int, steps: int) -> tuple[Ints, Ints] | None:
    """Return the lowest and highest state of each step where words are known to be near frames; None without any."""
    if not known:
        return None
    low, high = np.zeros(steps, np.int64), np.full(steps, row.size, np.int64)
    slack = int(SLACK_S * FRAMES_PER_S)
    for word, frame in known:
        late, early = (frame + slack) // size, (frame - slack) // size
        low[min(max(0, late), steps) :] = np.maximum(low[min(max(0, late), steps) :], row.gaps[word])
        high[: max(0, early)] = np.minimum(high[: max(0, early)], row.gaps[word] + 1)
    return np.maximum.accumulate(low), np.minimum.accumulate(high[::-1])[::-1]


class Band:
    """A window over the states low..high of each frame."""

    def __init__(self, low: Ints, high: Ints) -> None:
        self._low = low
        self._high = high

    def __call__(self, frame: int, alive: Floats, low: int, high: int) -> tuple[int, int]:
        """Return low and high for the block that begins at `frame`."""
        del alive, low, high
        return int(self._low[frame : frame + BLOCK].min()), int(self._high[frame : frame + BLOCK].max())


def band_around(places: Places, row: Row, size: int, steps: int, reach_s: float) -> Band:
    """Return the band of all words whose places are passed within `reach_s` seconds, for `steps` steps of `size`."""
    reach = max(1, int(reach_s * FRAMES_PER_S / places.size))
    lowest, highest = -spread(-places.at, reach), spread(places.at, reach)
    steps_at = np.minimum(((np.arange(steps) + 0.5) * size / places.size).astype(int), len(places.at) - 1)
    words = np.arange(len(row.gaps))
    low = np.interp(lowest[steps_at], words, row.gaps).astype(np.int64) - MARGIN
    high = np.interp(highest[steps_at], words, row.gaps).astype(np.int64) + MARGIN
    low = np.maximum.accumulate(np.maximum(0, low))
    high = np.maximum.accumulate(np.minimum(row.size, high + 1))
    high[-BLOCK:] = row.size  # the end may be reached
    return Band(np.minimum(low, row.size - 1), high)
