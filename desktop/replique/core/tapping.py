"""Timing by hand: which edge the next tap sets, and what moment it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from replique.core.model import Document, Edge, TimeState

NEAR_MS = 150
"""How far a tap is from the onset that it means, at most."""


class TapTarget(NamedTuple):
    """The edge of the turn that a tap sets."""

    turn_id: int
    edge: Edge


def next_tap(document: Document, current_id: int | None) -> TapTarget | None:
    """Return what the next tap sets: the start of the next spoken turn, after the last one its end, then nothing.

    `current_id` is the turn that the user stands on, None at first. Notes are passed over.
    """
    index = -1 if current_id is None else document.index_of(current_id)
    for turn in document.turns[index + 1 :]:
        if turn.is_speech:
            return TapTarget(turn.id, Edge.START)
    last = next((turn for turn in reversed(document.turns) if turn.is_speech), None)
    if last is None or last.end_state is TimeState.CONFIRMED:
        return None
    return TapTarget(last.id, Edge.END)


def tap_time_ms(position_ms: float, *, playing: bool, reaction_ms: int, rate: float) -> int:
    """Return the moment that a tap means: it comes late by the reaction time, times `rate`."""
    meant_ms = position_ms - reaction_ms * rate if playing else position_ms
    return max(0, round(meant_ms))


def clear_onset(onsets_ms: Sequence[int], ms: int, within_ms: int = NEAR_MS) -> int | None:
    """Return the onset of speech that a tap at `ms` means: the only one so near; of two, none is clear."""
    first, last = bisect_left(onsets_ms, ms - within_ms), bisect_right(onsets_ms, ms + within_ms)
    return onsets_ms[first] if last - first == 1 else None
