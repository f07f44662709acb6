"""Frames of words, read off the places of passes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.model import WordTime
from replique.alignment.passes import Traits
from replique.alignment.script import Script
from replique.alignment.spans import Places, Span
from replique.alignment.states import Ints

LEAST_SHARE = 0.4
"""Of the sound of its words: a turn of which less was found is not spoken."""
LONGEST_REACH = 100
"""Frames: longer beginnings are not placed without having been found."""


class Times(NamedTuple):
    """First frame and end of each spoken word; -1 where it is not said."""

    starts: Ints
    ends: Ints

    def time_of(self, word: int, scores: Floats, offset: int = 0) -> WordTime | None:
        """Return the time of a word in seconds, `offset` frames later; None where it is not said."""
        start, end = int(self.starts[word]), int(self.ends[word])
        if start < 0:
            return None
        return WordTime((start + offset) / FRAMES_PER_S, (end + offset) / FRAMES_PER_S, float(scores[word]))


def word_times(places: Sequence[Places], sections: Sequence[Span], words: int) -> Times:
    """Return the frames of all words: for each the first run of steps in which it is said."""
    starts, ends = np.full(words, -1, np.int64), np.full(words, -1, np.int64)
    for found, section in zip(places, sections, strict=True):
        own = np.where(found.spoken, found.at.astype(np.int64), -1)
        change = np.flatnonzero(np.diff(own)) + 1
        heads = np.concatenate([[0], change]).astype(np.int64)
        tails = np.concatenate([change, [len(own)]]).astype(np.int64)
        latest = -1
        for head, tail in zip(heads, tails, strict=True):
            word = int(own[head]) if len(own) else -1
            if word > latest:
                latest = word
                starts[section.first_word + word] = section.first + head * found.size
                ends[section.first_word + word] = section.first + tail * found.size
    return Times(starts, ends)


def forget_scraps(times: Times, script: Script) -> None:
    """Forget, in place, the words of turns of which hardly anything was found: these are not spoken."""
    lengths = script.words[:, 1] - script.words[:, 0]
    found = np.where(times.starts >= 0, lengths, 0)
    turns = int(script.turns.max(initial=-1)) + 1
    share = np.bincount(script.turns, found, turns) / np.maximum(1, np.bincount(script.turns, lengths, turns))
    scraps = share[script.turns] < LEAST_SHARE
    times.starts[scraps] = times.ends[scraps] = -1


def reach_back(times: Times, script: Script) -> None:
    """Place first words of a turn that were not found, though most of its words were: ahead of these, in place.

    So it is where two people speak at once. They last as long as in the reference, and begin after the turn before.
    """
    lengths = script.words[:, 1] - script.words[:, 0]
    bounds = np.searchsorted(script.turns, np.arange(script.turns.max(initial=-1) + 2))
    floor = 0
    for first, end in pairwise(bounds):
        found = first + np.flatnonzero(times.starts[first:end] >= 0)
        if not len(found):
            continue
        missing = int(found[0] - first)
        start = int(times.starts[found[0]])
        if 0 < missing < len(found) and lengths[first : found[0]].sum() <= LONGEST_REACH:
            for word in range(int(found[0]) - 1, int(first) - 1, -1):
                begin = max(floor + word - int(first), start - int(lengths[word]))
                if begin >= start:
                    break
                times.starts[word], times.ends[word] = begin, start
                start = begin
        floor = max(floor, start + 1)


def scores_of(times: Times, fine: Sequence[Traits], sections: Sequence[Span]) -> Floats:
    """Return for each word how well its sound suits it: 1 like the likeliest sounds, 0 like any."""
    scores = np.zeros(len(times.starts), np.float32)
    for traits, section in zip(fine, sections, strict=True):
        own = np.concatenate([[0.0], np.cumsum(np.nan_to_num(traits.own, nan=0.0), dtype=np.float64)])
        usual = np.concatenate([[0.0], np.cumsum(traits.usual, dtype=np.float64)])
        for word in range(section.first_word, section.end_word):
            if times.starts[word] >= 0:
                a, b = times.starts[word] - section.first, times.ends[word] - section.first
                scores[word] = np.clip(1 - (own[b] - own[a]) / max(1e-6, usual[b] - usual[a]), 0, 1)
    return scores
