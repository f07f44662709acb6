"""Passes C and D: the words as phones whose sound was learnt from this recording.

Found and learnt anew in turn (Viterbi training; Brugnara, Falavigna and Omologo, "Automatic segmentation and
labeling of speech based on hidden Markov models", Speech Communication 12(4), 1993).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from replique.alignment.inventory import Inventory
from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.search import Path, Window, cheapest_path
from replique.alignment.sounds import Sounds, costs_in
from replique.alignment.states import Ints, Prices, Row, prices

INTO_GAP = 6.0
LEAP = 1.0
# In what a frame inside the text costs more than in its likeliest class:
STRANGE = 3.0
"""a frame outside the text, more than in its likeliest class;"""
MUSIC = 1.5
"""that much less where the sound is without the pauses of speech;"""
OTHER = 2.0
"""a frame like others outside the text, more than in that group;"""
RELUCTANCE = 3.0
"""a frame between two words of a turn, at a reluctance of 1;"""
SKIP = 0.3
"""each state that is left out;"""
CUT = 30.0
"""leaving out any."""
LINGER_S = 0.20


class Heard(NamedTuple):
    """What a span of the recording sounds like, a row for each step: features, and how much it is like music."""

    features: Floats
    music: Floats


class Traced(NamedTuple):
    """A path through phones; `own` is what each frame costs in its state and `usual` in any, beyond the likeliest.

    In gaps `own` is not a number.
    """

    path: Path
    own: Floats
    usual: Floats


def trace(heard: Heard, inventory: Inventory, sounds: Sounds, window: Window, size: int, *, whole: bool) -> Traced:
    """Find the phones inside a window, in steps of `size` frames.

    With `whole`, all words belong to this sound; else words at both ends may belong to what lies beside it.
    """
    white = heard.features @ sounds.whitening
    best, usual, outside = _outside(white, heard.music, sounds)
    costs = _Costs(white, inventory, sounds, outside)
    path = cheapest_path(costs, len(white), inventory.row, _prices(inventory.row, sounds, size, whole), window)
    own = 0.5 * ((white - sounds.means[inventory.classes[path.states]]) ** 2).sum(axis=1) - best
    own[np.isin(path.states, inventory.row.gaps)] = np.nan
    return Traced(path, own, usual - best)


def _prices(row: Row, sounds: Sounds, size: int, whole: bool) -> Prices:
    return prices(
        row,
        stay=0.0,
        leap=LEAP,
        into_gap=INTO_GAP,
        skip=(SKIP * sounds.strange * row.lengths).astype(np.float32),
        cut=CUT * sounds.strange,
        linger=round(LINGER_S * FRAMES_PER_S / size),
        lingering=STRANGE * sounds.strange,
        whole=whole,
    )


def _outside(white: Floats, music: Floats, sounds: Sounds) -> tuple[Floats, Floats, Floats]:
    """Return what each frame costs in its likeliest class, in any on average, and outside the text."""
    best, usual = np.empty(len(white), np.float32), np.empty(len(white), np.float32)
    for first in range(0, len(white), 8192):
        costs = costs_in(white[first : first + 8192], sounds.means)
        best[first : first + 8192] = costs.min(axis=1)
        usual[first : first + 8192] = costs.mean(axis=1)
    spread = sounds.pause_variance
    pause = 0.5 * ((white - sounds.pause_mean) ** 2 / spread).sum(axis=1) + 0.5 * np.log(spread).sum()
    outside = np.minimum(pause, best + (STRANGE - MUSIC * music) * np.float32(sounds.strange))
    if len(sounds.others):
        other = costs_in(white, sounds.others).min(axis=1) + np.float32(OTHER * sounds.strange)
        outside = np.minimum(outside, np.maximum(other, best))
    return best, usual, outside.astype(np.float32)


class _Costs:
    """What frames cost in states, and in gaps."""

    def __init__(self, white: Floats, inventory: Inventory, sounds: Sounds, outside: Floats) -> None:
        self._white, self._inventory, self._means, self._outside = white, inventory, sounds.means, outside
        self._reluctance = inventory.reluctance * np.float32(RELUCTANCE * sounds.strange)

    def __call__(self, t0: int, t1: int, low: int, high: int) -> Floats:
        classes: Ints = self._inventory.classes[low:high]
        costs = costs_in(self._white[t0:t1], self._means)[:, classes]
        gaps = self._inventory.row.gaps
        first, last = np.searchsorted(gaps, [low, high])
        costs[:, gaps[first:last] - low] = self._outside[t0:t1, None] + self._reluctance[first:last]
        return costs
