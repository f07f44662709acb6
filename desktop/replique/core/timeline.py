"""Derived times: what is not known is interpolated between what is, by length in characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from replique.core.diff import Change, diff
from replique.core.model import Document, Outline, Point, TimeState, Turn

SPEECH_PACE_MS = 65
"""Milliseconds a character takes where nothing known follows (some 15 characters a second)."""


class Span(msgspec.Struct, frozen=True, gc=False):
    """When a turn is spoken; each edge known, interpolated or None."""

    start_ms: int | None
    end_ms: int | None
    start_state: TimeState
    end_state: TimeState

    @property
    def is_known(self) -> bool:
        """Whether both edges are known or interpolated."""
        return self.start_ms is not None and self.end_ms is not None


class _Ahead(msgspec.Struct, frozen=True, gc=False):
    """What the turns from some place on know: their first known edge, and the earliest one of all."""

    first: Point | None
    earliest_ms: int


UNTIMED = Span(None, None, TimeState.NONE, TimeState.NONE)
_NEVER_MS = 2**62


class Timeline:
    """The times of all turns and words of one document, known or derived.

    Starts of turns are in order, derived ones included. Turns are worked out at once, words when asked. Pass the
    timeline of the document before as `previous`, and what changed since where that is known: only what the change
    can reach is worked out anew.
    """

    def __init__(self, document: Document, previous: Timeline | None = None, change: Change | None = None) -> None:
        self.document = document
        self.renewed = range(len(document.turns))
        """The turns whose spans were worked out; those of the others are what they were before."""
        if previous:
            self.renewed = _reach(document, change or diff(previous.document, document))
        self.spans = _spans(document, self.renewed, previous)
        """The span of each turn."""
        starts_ms = [span.start_ms for span in self.spans]
        self.started = [i for i, start_ms in enumerate(starts_ms) if start_ms is not None]
        """The indexes of the turns that have a start, in order."""
        self.starts_ms = [start_ms for start_ms in starts_ms if start_ms is not None]
        """The starts of these turns, in order."""

    def turn_span(self, index: int) -> Span:
        """Return the span of the turn at `index`."""
        return self.spans[index]

    def word_spans(self, index: int) -> list[tuple[int, int] | None]:
        """Return start and end of each word of the turn at `index`; None where nothing is known on a side."""
        turn, span = self.document.turns[index], self.spans[index]
        if not turn.is_speech:
            return [None] * len(turn.words)
        points = turn.known_points()
        length = turn.outline.length
        if span.start_ms is not None and (not points or points[0].offset > 0):
            points.insert(0, Point(0, span.start_ms))
        if span.end_ms is not None and (not points or points[-1].offset < length):
            points.append(Point(length, span.end_ms))
        return _word_spans(turn, points)

    def turn_at(self, ms: float) -> int | None:
        """Return the index of the turn that started last at `ms`, or None before the first."""
        at = bisect_right(self.starts_ms, ms)
        return self.started[at - 1] if at else None

    def word_at(self, ms: float) -> tuple[int, int] | None:
        """Return turn and word index of what is spoken at `ms`: the word that started last in that turn."""
        index = self.turn_at(ms)
        if index is None:
            return None
        started = [i for i, span in enumerate(self.word_spans(index)) if span and span[0] <= ms]
        return (index, started[-1]) if started else None


def span_of(document: Document, index: int) -> Span:
    """Return the span of one turn alone, worked out from the next known start above it on."""
    first = index
    while first > 0 and document.turns[first].outline.start_ms is None:
        first -= 1
    return _derive_spans(document.turns, first, index + 1)[-1]


def _reach(document: Document, change: Change) -> range:
    """Return the turns whose spans a change can reach.

    A turn whose start is known stops a change: nothing known after it lies before it, and what is derived beyond it
    depends on it alone.
    """
    turns = document.turns
    tail = change.first + len(change.inserted)
    first = max(0, change.first - 1)
    while first > 0 and turns[first].outline.start_ms is None:
        first -= 1
    end = min(len(turns), tail + 1)
    while end < len(turns) and turns[end - 1].outline.start_ms is None:
        end += 1
    return range(first, end)


def _spans(document: Document, renewed: range, previous: Timeline | None) -> list[Span]:
    """Return the spans of `document`, those that are not `renewed` taken from `previous`."""
    derived = _derive_spans(document.turns, renewed.start, renewed.stop)
    if previous is None:
        return derived
    old = previous.spans
    return [*old[: renewed.start], *derived, *old[len(old) - len(document.turns) + renewed.stop :]]


def _derive_spans(turns: Sequence[Turn], first: int, end: int) -> list[Span]:
    """Return the spans of ``turns[first:end]``; where turns stand above, the start of ``turns[first]`` is known."""
    outlines = [turn.outline for turn in turns[first:end]]
    before: Point | None = None
    following = _following(outlines, _ahead_of(turns, end))
    spans: list[Span] = []
    position = 0
    for turn, outline, (own, after) in zip(turns[first:end], outlines, pairwise(following), strict=True):
        if _is_known(outline):
            opening, closing = turn.words[0], turn.words[-1]
            spans.append(Span(opening.start_ms, closing.end_ms, opening.start_state, closing.end_state))
        elif outline.first is None and (before is None or after.first is None or outline.length == 0):
            spans.append(UNTIMED)
        else:
            spans.append(_turn_span(turn, outline, position, before, own, after))
        if outline.last:
            before = Point(position + outline.last.offset, outline.last.ms)
        position += outline.length
    return spans


def _is_known(outline: Outline) -> bool:
    """Return whether nothing about the edges of a turn has to be derived."""
    first, last = outline.first, outline.last
    return first is not None and last is not None and first.offset == 0 and last.offset == outline.length


def _ahead_of(turns: Sequence[Turn], end: int) -> _Ahead:
    """Return what is known from the turn at `end` on, its offset counted from there, up to a known start."""
    position = 0
    first: Point | None = None
    earliest_ms = _NEVER_MS
    for i in range(end, len(turns)):
        outline = turns[i].outline
        if outline.first:
            first = first or Point(position + outline.first.offset, outline.first.ms)
            earliest_ms = min(earliest_ms, outline.first.ms)
            if outline.first.offset == 0:
                break
        position += outline.length
    return _Ahead(first, earliest_ms)


def _following(outlines: Sequence[Outline], ahead: _Ahead) -> list[_Ahead]:
    """Return what is known from each turn on, and from the end on [length n + 1], placed in the whole text."""
    position = sum([outline.length for outline in outlines])
    if ahead.first:
        ahead = _Ahead(Point(position + ahead.first.offset, ahead.first.ms), ahead.earliest_ms)
    following = [ahead]
    for outline in reversed(outlines):
        position -= outline.length
        first = outline.first
        if first:
            ahead = _Ahead(Point(position + first.offset, first.ms), min(first.ms, ahead.earliest_ms))
        following.append(ahead)
    following.reverse()
    return following


def _turn_span(turn: Turn, outline: Outline, position: int, before: Point | None, own: _Ahead, after: _Ahead) -> Span:
    """Return the span of a turn that stands at `position`, between what is known before, from and after it."""
    start_ms, start_state = turn.start_ms, turn.start_state
    if start_ms is None:
        start_ms = _between(position, before, own.first, own.earliest_ms)
        start_state = TimeState.NONE if start_ms is None else TimeState.INTERPOLATED
    end_ms, end_state = turn.end_ms, turn.end_state
    if end_ms is None:
        end_ms = _derived_end(outline, position, before, after)
        end_state = TimeState.NONE if end_ms is None else TimeState.INTERPOLATED
    return Span(start_ms, end_ms, start_state, end_state)


def _derived_end(outline: Outline, position: int, before: Point | None, after: _Ahead) -> int | None:
    """Return the end of a turn that stands at `position`; past a known start only where its own words say so."""
    end = position + outline.length
    if outline.last is None:
        return _between(end, before, after.first, after.earliest_ms)
    last = Point(position + outline.last.offset, outline.last.ms)
    if after.first is None or after.earliest_ms <= last.ms:
        return last.ms + (end - last.offset) * SPEECH_PACE_MS
    return _between(end, last, after.first, after.earliest_ms)


def _between(offset: int, left: Point | None, right: Point | None, latest_ms: int) -> int | None:
    """Interpolate, no later than `latest_ms`; a left point that lies after the right one gives way to it.

    Both happen where people talk over each other.
    """
    if left is None or right is None:
        return None
    left_ms = min(left.ms, right.ms)
    ms = left_ms
    if right.offset > left.offset:
        ms += (right.ms - left_ms) * (offset - left.offset) // (right.offset - left.offset)
    return min(ms, latest_ms)


def _word_spans(turn: Turn, points: list[Point]) -> list[tuple[int, int] | None]:
    spans: list[tuple[int, int] | None] = []
    left, offset = -1, 0
    for word in turn.words:
        edges: list[int | None] = []
        for at, known_ms in ((offset, word.start_ms), (offset + len(word.text) + 1, word.end_ms)):
            while left + 1 < len(points) and points[left + 1].offset <= at:
                left += 1
            right = points[left + 1] if left + 1 < len(points) else None
            held = points[left] if left >= 0 else None
            exact = held.ms if held and held.offset == at else None
            edges.append(
                known_ms
                if known_ms is not None
                else exact
                if exact is not None
                else _between(at, held, right, _NEVER_MS)
            )
        offset += len(word.text) + 1
        start_ms, end_ms = edges
        spans.append(None if start_ms is None or end_ms is None else (start_ms, max(start_ms, end_ms)))
    return spans
