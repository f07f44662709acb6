"""The cheapest way through a row of states, one state a frame: the Viterbi algorithm on whole rows of numbers.

Forney, "The Viterbi algorithm", Proc. IEEE 61(3), 1973. From frame to frame a path stays, steps to the next state or
leaps over one; from a gap it may also jump to a later gap and leave the words between out, at their price. Only
states in a window are looked at, which moves along the row: a band around a path known before, or a beam of what is
not much dearer than the best.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from replique.alignment.mel import Floats
from replique.alignment.states import IMPOSSIBLE, Ints, Prices, Row
from replique.alignment.trail import Block, Trail

BLOCK = 16
"""The window stands still for so many frames, whose costs are had in one product of matrices."""
SKIP_EVERY = 8
"""Words are left out at each so-manieth frame only: nothing is lost, and it is the dearest step."""
FAR = np.float32(IMPOSSIBLE)

Costs = Callable[[int, int, int, int], Floats]
"""``costs(t0, t1, low, high)`` -> what frames t0..t1 cost in states low..high [shape=(t1 - t0, high - low)]."""


class Window(Protocol):
    """Which states are looked at in the block of frames that begins at `frame`."""

    def __call__(self, frame: int, alive: Floats, low: int, high: int) -> tuple[int, int]:
        """Return low and high for the block; `alive` are the costs so far of the states low..high before it."""


class Path(NamedTuple):
    """The state of each frame, and what the whole costs."""

    states: Ints
    cost: float


def cheapest_path(costs: Costs, frames: int, row: Row, price: Prices, window: Window) -> Path:
    """Return the cheapest path of `frames` frames from the first gap or word to the last."""
    search = _Search(costs, row, price)
    low, high = 0, row.size
    for frame in range(0, frames, BLOCK):
        low, high = search.move(low, high, *window(frame, search.alive(low, high), low, high))
        search.block(frame, min(frames, frame + BLOCK), low, high)
    return search.finish()


class _Search:
    """The costs of all states so far (two cells stand before the first), and the way back."""

    def __init__(self, costs: Costs, row: Row, price: Prices) -> None:
        self._costs = costs
        self._row = row
        self._price = price
        self._skips = np.concatenate([[0.0], np.cumsum(price.skip, dtype=np.float64)])
        self._now = np.full(row.size + 2, FAR, np.float32)
        self._next = np.full(row.size + 2, FAR, np.float32)
        self._now[row.gaps + 2] = (self._skips + price.cut).astype(np.float32) if price.whole else 0.0
        self._now[row.gaps[0] + 2] = 0.0
        self._base = 0.0
        self._since = np.zeros(row.size, np.float32)
        self._late = np.empty(row.size, np.float32)
        self._moved = np.empty(row.size, bool)
        self._word = np.ones(row.size, np.float32)
        self._word[row.gaps] = 0.0
        self._trail = Trail()

    def alive(self, low: int, high: int) -> Floats:
        """Return the costs so far of the states low..high."""
        return self._now[low + 2 : high + 2]

    def move(self, low: int, high: int, new_low: int, new_high: int) -> tuple[int, int]:
        """Move the window; what it leaves is forgotten."""
        for costs in (self._now, self._next):
            costs[low + 2 : max(low, new_low) + 2] = FAR
            costs[new_high + 2 : max(new_high, high) + 2] = FAR
        return new_low, new_high

    def block(self, frame: int, end: int, low: int, high: int) -> None:
        """Go on by the frames of a block."""
        local = self._costs(frame, end, low, high)
        cut = slice(low, high)
        stay, step, leap = self._price.stay[cut], self._price.step[cut], self._price.leap[cut]
        stepped = np.empty((end - frame, high - low), bool)
        leapt = np.empty((end - frame, high - low), bool)
        first, last = np.searchsorted(self._row.gaps, [low, high])
        gaps = self._row.gaps[first:last] + 2
        skipped: dict[int, tuple[Ints, Ints]] = {}
        skips = (self._skips[first:last] - self._skips[first] if len(gaps) else np.zeros(0)).astype(np.float32)
        staying = np.empty(high - low, np.float32)
        for i in range(end - frame):
            best = self._next[low + 2 : high + 2]
            np.add(self._now[low + 1 : high + 1], step, out=best)
            np.add(self._now[low + 2 : high + 2], stay, out=staying)
            if self._price.linger:
                self._hold_back(staying, low, high)
            np.less(best, staying, out=stepped[i])
            np.minimum(best, staying, out=best)
            np.add(self._now[low:high], leap, out=staying)
            np.less(staying, best, out=leapt[i])
            np.minimum(best, staying, out=best)
            if self._price.linger:
                self._count(stepped[i], leapt[i], low, high)
            np.add(best, local[i], out=best)
            if i % SKIP_EVERY == 0 and len(gaps) > 1:
                self._skip(gaps, skips, skipped, i)
            self._now, self._next = self._next, self._now
        self._rebase(low, high)
        if self._trail.add(Block(low, np.packbits(stepped, axis=1), np.packbits(leapt, axis=1), skipped)):
            self._trail.settle(low + np.flatnonzero(self.alive(low, high) < FAR / 2))

    def _hold_back(self, staying: Floats, low: int, high: int) -> None:
        """Let states in which the path has been for long cost more."""
        late = self._late[low:high]
        np.greater(self._since[low:high], self._price.linger, out=late)
        late *= np.float32(self._price.lingering)
        staying += late

    def _count(self, stepped: NDArray[np.bool_], leapt: NDArray[np.bool_], low: int, high: int) -> None:
        """Count for how long the path to each state has been there; in gaps it may stay."""
        since = self._since[low:high]
        since += self._word[low:high]
        moved = self._moved[low:high]
        np.logical_or(stepped, leapt, out=moved)
        np.logical_not(moved, out=moved)
        since *= moved

    def _skip(self, gaps: Ints, skips: Floats, skipped: dict[int, tuple[Ints, Ints]], i: int) -> None:
        """Let gaps be reached from gaps before them, at the price of the words between."""
        own = self._next[gaps]
        level = own - skips
        least = np.minimum.accumulate(level)
        reached = least + skips + np.float32(self._price.cut)
        better = np.flatnonzero(reached < own - np.float32(0.01))
        if len(better):
            sources = np.maximum.accumulate(np.where(level <= least, np.arange(len(gaps)), 0))
            self._next[gaps[better]] = reached[better]
            skipped[i] = gaps[better] - 2, gaps[sources[better]] - 2

    def _rebase(self, low: int, high: int) -> None:
        """Keep the costs small, so that no precision is lost however long the recording is."""
        alive = self._now[low + 2 : high + 2]
        least = alive.min()
        alive -= least
        np.minimum(alive, FAR, out=alive)
        self._base += float(least)

    def finish(self) -> Path:
        """Return the path that ends cheapest: in the last word, or in a gap after which the words are left out."""
        ends = self._now[self._row.gaps + 2]
        if self._price.whole:
            rest = self._skips[-1] - self._skips + np.where(self._row.gaps < self._row.gaps[-1], self._price.cut, 0.0)
            ends = ends + rest.astype(np.float32)
        gap = int(np.argmin(ends))
        state, cost = int(self._row.gaps[gap]), float(ends[gap])
        if self._now[self._row.last[-1] + 2] < cost:
            state = int(self._row.last[-1])
            cost = float(self._now[state + 2])
        return Path(self._trail.finish(state), cost + self._base)
