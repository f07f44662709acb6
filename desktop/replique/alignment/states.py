"""The text as a row of states: pieces of words in order, and between two words a state for all that is not printed.

Word *w* owns the states ``first[w] .. last[w]``; gap state ``gaps[b]`` stands before word *b*, and one after the last
word. A gap may be passed by in no time, and last as long as it likes: pause, music, "euh", a sentence that is not
printed.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replique.alignment.mel import Floats

Ints = NDArray[np.int64]

IMPOSSIBLE = 1e9


class Row(NamedTuple):
    """The states of a text. `first`, `last` [shape=(words,)]; `gaps` [shape=(words + 1,)]."""

    first: Ints
    last: Ints
    gaps: Ints

    @property
    def size(self) -> int:
        """How many states there are."""
        return int(self.gaps[-1]) + 1

    @property
    def lengths(self) -> Ints:
        """How many states each word has."""
        return self.last - self.first + 1


class Prices(NamedTuple):
    """What moves along a row cost: to stay in a state, to step into it, to leap into it over the one before it.

    `skip` [shape=(words,)] is the price of leaving a word out, and `cut` that of leaving out any. A path that stays
    in a state of a word for more than `linger` frames pays `lingering` for each frame more (0: never). With `whole`,
    words left out at both ends cost what they cost elsewhere; else nothing.
    """

    stay: Floats
    step: Floats
    leap: Floats
    skip: Floats
    cut: float
    linger: int
    lingering: float
    whole: bool


def row_of(lengths: Ints) -> Row:
    """Return the row of words that have so many states each."""
    gaps = np.concatenate([[0], np.cumsum(lengths + 1)])
    return Row(gaps[:-1] + 1, gaps[1:] - 1, gaps)


def prices(
    row: Row,
    *,
    stay: float,
    leap: float,
    into_gap: float,
    skip: Floats,
    cut: float,
    linger: int,
    lingering: float,
    whole: bool = True,
) -> Prices:
    """Return the prices of a row: gaps cost `into_gap` to enter, and nothing to pass by or to stay in."""
    stays = np.full(row.size, stay, np.float32)
    steps = np.zeros(row.size, np.float32)
    leaps = np.full(row.size, leap, np.float32)
    stays[row.gaps] = 0.0
    steps[row.gaps] = into_gap
    leaps[row.gaps] = leap + into_gap
    leaps[row.gaps[1:]] += np.where(row.lengths == 1, IMPOSSIBLE, 0.0).astype(np.float32)  # not over a whole word
    leaps[row.first] = 0.0  # over the gap, from the word before
    return Prices(stays, steps, leaps, skip, cut, linger, lingering, whole)


def word_at(row: Row, states: Ints) -> Ints:
    """Return the word each state belongs to; for a gap, -1 less the number of words before it."""
    word = np.searchsorted(row.gaps, states, side="right") - 1
    return np.where(row.gaps[np.minimum(word, len(row.gaps) - 1)] == states, -1 - word, word)


def word_times(row: Row, path: Ints) -> tuple[Ints, Ints]:
    """Return the first frame and the end of each word on a path of states; -1 where it was left out."""
    starts = np.full(len(row.first), -1)
    ends = np.full(len(row.first), -1)
    words = word_at(row, path)
    frames = np.flatnonzero(words >= 0)
    if len(frames):
        own = words[frames]
        changes = np.flatnonzero(np.diff(own)) + 1
        heads = np.concatenate([[0], changes])
        tails = np.concatenate([changes, [len(own)]]) - 1
        starts[own[heads]] = frames[heads]
        ends[own[tails]] = frames[tails] + 1
    return starts, ends
