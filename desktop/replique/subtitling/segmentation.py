"""Which words of a turn make a cue: the cheapest sequence of cues, found over all places where one can end."""

from __future__ import annotations

from collections.abc import Sequence

from replique.core.model import Word
from replique.subtitling.lines import Measure
from replique.subtitling.profile import Profile
from replique.subtitling.typography import ends_clause, ends_sentence

CUE_COST = 1.0
CLAUSE_COST = 0.6
WORD_COST = 2.2
"""A cue that ends at a comma, or in the middle of a clause, costs so much more than one that ends a sentence."""
SHORT_COST = 3.0
"""For a cue that is too short, and as much again for one that stands no time at all."""
LONG_COST = 4.0
"""For each second beyond the longest time."""


def segment(
    measure: Measure, spans: Sequence[tuple[int, int]], end_ms: int, profile: Profile
) -> list[tuple[int, int]]:
    """Return the runs [first, end) of words that make the cues of a turn, by dynamic programming.

    `spans` are the times of the words, `end_ms` is until when the last cue may stand.
    """
    words = measure.words
    count = len(words)
    costs = [float("inf")] * count + [0.0]
    ends = [count] * (count + 1)
    for first in range(count - 1, -1, -1):
        for end in range(measure.reach(first), first, -1):
            if not measure.breakable[end]:
                continue
            start_ms, until_ms = spans[first][0], spans[end][0] if end < count else end_ms
            time_cost = _time_cost(spans[end - 1][1] - start_ms, until_ms - start_ms, profile)
            cost = costs[end] + CUE_COST + _end_cost(words, end) + time_cost
            if cost < costs[first]:
                costs[first], ends[first] = cost, end
    runs: list[tuple[int, int]] = []
    first = 0
    while first < count:
        runs.append((first, ends[first]))
        first = ends[first]
    return runs


def _end_cost(words: Sequence[Word], end: int) -> float:
    after = words[end] if end < len(words) else None
    if after is None or ends_sentence(words[end - 1], after):
        return 0.0
    return CLAUSE_COST if ends_clause(words[end - 1]) else WORD_COST


def _time_cost(spoken_ms: int, available_ms: int, profile: Profile) -> float:
    """Return what it costs that the words take so long, and that so much time is left for the cue."""
    needed_ms = profile.min_ms + profile.gap_ms
    if available_ms < needed_ms:
        return SHORT_COST * (2 - max(0, available_ms) / needed_ms)
    return LONG_COST * max(0, spoken_ms - profile.max_ms) / 1000
