"""The way back through a search, in bits, forgotten as soon as it is certain.

The paths to all states that are still alive have the same beginning: once it is known, only it is kept, so that
memory does not grow with the recording.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replique.alignment.states import Ints

SETTLE_EVERY = 2048
"""So many blocks are waited for before it is looked how far the path is certain."""


class Block(NamedTuple):
    """How each state of a block's window was reached, in bits [shape=(frames, bytes)]; else the path stayed.

    `skipped` says for a frame which gaps were reached by leaving words out, and from which gaps.
    """

    low: int
    stepped: NDArray[np.uint8]
    leapt: NDArray[np.uint8]
    skipped: dict[int, tuple[Ints, Ints]]


class Trail:
    """The blocks of a search that are not certain yet, and the beginning of the path that is."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._certain: list[Ints] = []

    def add(self, block: Block) -> bool:
        """Add the next block; return whether it is time to settle."""
        self._blocks.append(block)
        return len(self._blocks) % SETTLE_EVERY == 0

    def settle(self, alive: Ints) -> None:
        """Keep what the paths to all states `alive` after the last block have in common, and forget their blocks."""
        states = alive
        for number in range(len(self._blocks) - 1, 0, -1):
            block = self._blocks[number]
            for frame in range(len(block.stepped) - 1, -1, -1):
                states = _before(block, frame, states)
            states = np.unique(states)
            if len(states) == 1:
                self._certain.append(_path(self._blocks[:number], int(states[0])))
                del self._blocks[:number]
                return

    def finish(self, state: int) -> Ints:
        """Return the path that ends in `state`."""
        return np.concatenate([*self._certain, _path(self._blocks, state)])


def _path(blocks: list[Block], state: int) -> Ints:
    """Return the states of the frames of `blocks` on the path that ends in `state`."""
    backwards = list(_backwards(blocks, state))
    return np.array(backwards[::-1], np.int64)


def _backwards(blocks: list[Block], state: int) -> Iterator[int]:
    for block in reversed(blocks):
        for frame in range(len(block.stepped) - 1, -1, -1):
            if frame in block.skipped:
                reached, sources = block.skipped[frame]
                at = int(np.searchsorted(reached, state))
                if at < len(reached) and reached[at] == state:
                    state = int(sources[at])
            yield state
            byte, bit = divmod(state - block.low, 8)
            if block.leapt[frame, byte] >> (7 - bit) & 1:
                state -= 2
            elif block.stepped[frame, byte] >> (7 - bit) & 1:
                state -= 1


def _before(block: Block, frame: int, states: Ints) -> Ints:
    """Return for each state at a frame the one before it."""
    if frame in block.skipped:
        reached, sources = block.skipped[frame]
        at = np.minimum(np.searchsorted(reached, states), len(reached) - 1)
        states = np.where(reached[at] == states, sources[at], states)
    byte, bit = np.divmod(states - block.low, 8)
    leapt = block.leapt[frame, byte] >> (7 - bit) & 1
    stepped = block.stepped[frame, byte] >> (7 - bit) & 1
    before: Ints = states - np.where(leapt == 1, 2, stepped.astype(np.int64))
    return before
