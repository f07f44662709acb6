"""What can be taken hold of in the waveform: an edge, the boundary of two turns, a whole turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from replique.core import edits
from replique.core.edges import MAX_MS, bounds, slot_of
from replique.core.messages import Message
from replique.core.model import Document, Edge, TimeState
from replique.core.moving import move_bounds
from replique.core.timeline import Span, Timeline
from replique.ui.edit_names import boundary_set, edge_set_of, turn_moved


@dataclass(frozen=True)
class Grip:
    """Something that can be moved: where its edges are, how far it can go, and what moving it does.

    `turn_ids` are the turns that it belongs to. `edges_ms` may snap; `low_ms` and `high_ms` bound the distance.
    `length_ms` answers how long what is between becomes.
    """

    turn_ids: frozenset[int]
    edges_ms: tuple[int, ...]
    low_ms: int
    high_ms: int
    edit: Callable[[Document, int], Document]
    label: Callable[[int], Message]
    length_ms: Callable[[int], int]

    def within(self, duration_ms: int) -> Grip:
        """Return the grip, kept from going past the end of the recording."""
        room_ms = max(0, duration_ms - max(self.edges_ms)) if duration_ms else MAX_MS
        return Grip(
            self.turn_ids,
            self.edges_ms,
            self.low_ms,
            min(self.high_ms, room_ms),
            self.edit,
            self.label,
            self.length_ms,
        )


def edge_grip(timeline: Timeline, turn_id: int, edge: Edge) -> Grip:
    """Return the hold on the start or the end of a turn."""
    document, index = timeline.document, timeline.document.index_of(turn_id)
    start_ms, end_ms = _times(timeline.turn_span(index))
    at_ms = start_ms if edge is Edge.START else end_ms
    low_ms, high_ms = _edge_bounds(document, index, edge)
    sign = -1 if edge is Edge.START else 1
    return Grip(
        frozenset([turn_id]),
        (at_ms,),
        low_ms - at_ms,
        high_ms - at_ms,
        lambda before, delta_ms: edits.set_edge(before, turn_id, edge, at_ms + delta_ms),
        lambda delta_ms: edge_set_of(index + 1, edge, at_ms + delta_ms),
        lambda delta_ms: end_ms - start_ms + sign * delta_ms,
    )


def boundary_grip(timeline: Timeline, turn_id: int, edge: Edge) -> Grip | None:
    """Return the hold on an edge together with that of the neighbour on the other side of the pause, if there is one.

    An end that is only estimated follows the start after it by itself.
    """
    document, index = timeline.document, timeline.document.index_of(turn_id)
    step = -1 if edge is Edge.START else 1
    other = _spoken_beside(timeline, index, step)
    if other is None:
        return None
    first, second = sorted((index, other))
    if timeline.turn_span(first).end_state is TimeState.INTERPOLATED:
        return edge_grip(timeline, document.turns[second].id, Edge.START)
    before_id, after_id = document.turns[first].id, document.turns[second].id
    end_ms, start_ms = _times(timeline.turn_span(first))[1], _times(timeline.turn_span(second))[0]
    lows, highs = zip(
        *(
            (low - at_ms, high - at_ms)
            for at_ms, (low, high) in (
                (end_ms, _edge_bounds(document, first, Edge.END)),
                (start_ms, _edge_bounds(document, second, Edge.START)),
            )
        ),
        strict=True,
    )
    return Grip(
        frozenset([before_id, after_id]),
        (end_ms, start_ms),
        max(lows),
        min(highs),
        partial(_move_boundary, before_id, after_id, end_ms, start_ms),
        lambda delta_ms: boundary_set(second + 1, start_ms + delta_ms),
        lambda _delta_ms: start_ms - end_ms,
    )


def turn_grip(timeline: Timeline, turn_id: int) -> Grip:
    """Return the hold on a whole turn."""
    document, index = timeline.document, timeline.document.index_of(turn_id)
    start_ms, end_ms = _times(timeline.turn_span(index))
    low_ms, high_ms = move_bounds(document.turns, index, start_ms)
    return Grip(
        frozenset([turn_id]),
        (start_ms, end_ms),
        low_ms - start_ms,
        high_ms - start_ms,
        lambda before, delta_ms: edits.move_turn(before, turn_id, delta_ms),
        lambda delta_ms: turn_moved(index + 1, start_ms + delta_ms),
        lambda _delta_ms: end_ms - start_ms,
    )


def _move_boundary(
    before_id: int, after_id: int, end_ms: int, start_ms: int, document: Document, delta_ms: int
) -> Document:
    return edits.set_boundary(document, before_id, after_id, end_ms + delta_ms, start_ms + delta_ms)


def _edge_bounds(document: Document, index: int, edge: Edge) -> tuple[int, int]:
    turns = document.turns
    return bounds(turns, index, slot_of(turns[index], 0 if edge is Edge.START else -1, edge))


def _spoken_beside(timeline: Timeline, index: int, step: int) -> int | None:
    """Return the next turn in a direction that has times; notes are passed over."""
    spans: Sequence[Span] = timeline.spans
    index += step
    while 0 <= index < len(spans):
        if spans[index].start_ms is not None and spans[index].end_ms is not None:
            return index
        index += step
    return None


def _times(span: Span) -> tuple[int, int]:
    """Return the times of a turn that is shown: it has both."""
    if span.start_ms is None or span.end_ms is None:
        raise LookupError("a turn without times can't be taken hold of")
    return span.start_ms, span.end_ms
