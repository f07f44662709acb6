"""Timing by hand: which edge the next tap sets, and what moment it means."""

from __future__ import annotations

from typing import NamedTuple

from replique.core.model import Document, Edge, TimeState


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
