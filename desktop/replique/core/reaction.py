"""How long a person takes to tap: worked out from signals and the taps that answer them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import accumulate
from statistics import median
from typing import NamedTuple

FASTEST_MS = 80
"""Nobody answers a sound sooner: what comes earlier was a guess."""
SLOWEST_MS = 1000
BOUNCE_MS = 300
"""A second tap so soon after the first is no answer of its own."""
SHORTEST_WAIT_MS, LONGEST_WAIT_MS = 1300, 3000
ENOUGH = 5
"""So many answers have to agree before their middle means something."""
STRAY_MS = 60
STRAY_SPREADS = 4.5
"""Answers further from the middle than both were no plain reaction: somebody coughed, or the mind wandered."""


class Answer(StrEnum):
    """What became of one of the signals that a person was to answer with a tap."""

    COUNTED = "counted"
    STRAY = "stray"
    EARLY = "early"
    MISSED = "missed"


class Reaction(NamedTuple):
    """How long a person takes to tap.

    `median_ms` is the middle of what counted, and half of that lies within `spread_ms` of it. Both are None where
    nothing counted.
    """

    answers: tuple[Answer, ...]
    median_ms: int | None
    spread_ms: int | None

    @property
    def is_sure(self) -> bool:
        """Whether enough answers agree."""
        return self.how_many(Answer.COUNTED) >= ENOUGH

    def how_many(self, answer: Answer) -> int:
        """Return how many signals were answered so."""
        return self.answers.count(answer)


def unforeseeable_ms(count: int, uniform: Callable[[float, float], float]) -> list[int]:
    """Return moments at which to signal, in milliseconds, so far apart that none can be guessed from the others.

    `uniform` draws a number between two.
    """
    return list(accumulate(round(uniform(SHORTEST_WAIT_MS, LONGEST_WAIT_MS)) for _ in range(count)))


def reaction(signals_ms: Sequence[float], taps_ms: Sequence[float]) -> Reaction:
    """Return how long a person took who tapped at `taps_ms` as soon as each of `signals_ms` came; both in order."""
    delays, early = _delays(signals_ms, taps_ms)
    found = [delay for delay in delays if delay is not None]
    if not found:
        return Reaction(tuple(Answer.EARLY if i in early else Answer.MISSED for i in range(len(delays))), None, None)
    middle, spread = _middle(found)
    reach = max(STRAY_MS, STRAY_SPREADS * spread)
    middle, spread = _middle([delay for delay in found if abs(delay - middle) <= reach])
    answers = []
    for index, delay in enumerate(delays):
        if delay is None:
            answers.append(Answer.EARLY if index in early else Answer.MISSED)
        else:
            answers.append(Answer.COUNTED if abs(delay - middle) <= reach else Answer.STRAY)
    return Reaction(tuple(answers), round(middle), round(spread))


def _delays(signals_ms: Sequence[float], taps_ms: Sequence[float]) -> tuple[list[float | None], set[int]]:
    """Return how late each signal was answered, None where it was not, and those that were anticipated."""
    delays: list[float | None] = [None] * len(signals_ms)
    early: set[int] = set()
    last_ms = float("-inf")
    for tap_ms in taps_ms:
        index = sum(signal_ms + FASTEST_MS <= tap_ms for signal_ms in signals_ms) - 1
        answers = index >= 0 and tap_ms - signals_ms[index] <= SLOWEST_MS
        if answers and index in early:
            # What was anticipated is answered once more: late or not, it tells nothing.
            continue
        if answers and delays[index] is None:
            delays[index] = tap_ms - signals_ms[index]
        elif tap_ms - last_ms > BOUNCE_MS and index + 1 < len(signals_ms):
            early.add(index + 1)
        last_ms = tap_ms
    return delays, early


def _middle(values: Sequence[float]) -> tuple[float, float]:
    """Return the median, and the median of the distances from it."""
    middle = median(values)
    return middle, median(abs(value - middle) for value in values)
