"""What is known of the start of a turn."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """What is known of the start of a turn; times in seconds, shares from 0 to 1.

    `apart` is how far the passes are from one another, `score` how well the first words suit and `worst` the worst of
    them, `missing` the share of the turn's words that were not found (`first_missing`: 1 if its first was not),
    `hole` the longest pause between the first words, `pace` how many times as long the words last as in the
    reference, `quiet` the share of quiet frames before the start, `alone` how few words there are to tell from.
    """

    apart: float
    near_apart: float
    score: float
    worst: float
    missing: float
    first_missing: float
    hole: float
    pace: float
    quiet: float
    alone: float
