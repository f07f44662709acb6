"""Derived times: what is not known is interpolated between what is, by length in characters."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from replique.core.model import Document, TimeState, Turn

SPEECH_PACE_MS = 65
"""Milliseconds a character takes where nothing known follows (some 15 characters a second)."""


class Span(NamedTuple):
    """When a turn is spoken; each edge known, interpolated or None."""

    start_ms: int | None
    end_ms: int | None
    start_state: TimeState
    end_state: TimeState


class Point(NamedTuple):
    """A known time at a place in the text, counted in characters."""

    offset: int
    ms: int


class _Outline(NamedTuple):
    """What one turn tells its neighbours: its length in characters, its first and last known edge."""

    length: int
    first: Point | None
    last: Point | None


UNTIMED = Span(None, None, TimeState.NONE, TimeState.NONE)


class Timeline:
    """The times of all turns and words of one document, known or derived.

    Turns are worked out at once, words when asked. Pass the timeline of the document before as `previous`: turns
    that did not change are not looked at again.
    """

    def __init__(self, document: Document, previous: Timeline | None = None) -> None:
        self.document = document
        known = previous._outlines if previous else {}
        self._outlines: dict[int, tuple[Turn, _Outline]] = {}
        for turn in document.turns:
            found = known.get(id(turn))
            self._outlines[id(turn)] = found if found else (turn, _outline(turn))
        self._spans = self._derive_spans()
        timed = [(span.start_ms, i) for i, span in enumerate(self._spans) if span.start_ms is not None]
        self._starts_ms = [start_ms for start_ms, _ in timed]
        self._start_indexes = [index for _, index in timed]

    def turn_span(self, index: int) -> Span:
        """Return the span of the turn at `index`."""
        return self._spans[index]

    def word_spans(self, index: int) -> list[tuple[int, int] | None]:
        """Return start and end of each word of the turn at `index`; None where nothing is known on a side."""
        turn, span = self.document.turns[index], self._spans[index]
        points = _known_points(turn)
        length = self._outlines[id(turn)][1].length
        if span.start_ms is not None and (not points or points[0].offset > 0):
            points.insert(0, Point(0, span.start_ms))
        if span.end_ms is not None and (not points or points[-1].offset < length):
            points.append(Point(length, span.end_ms))
        return _word_spans(turn, points)

    def turn_at(self, ms: float) -> int | None:
        """Return the index of the turn that started last at `ms`, or None before the first."""
        at = bisect_right(self._starts_ms, ms)
        return self._start_indexes[at - 1] if at else None

    def word_at(self, ms: float) -> tuple[int, int] | None:
        """Return turn and word index of what is spoken at `ms`: the word that started last in that turn."""
        index = self.turn_at(ms)
        if index is None:
            return None
        started = [i for i, span in enumerate(self.word_spans(index)) if span and span[0] <= ms]
        return (index, started[-1]) if started else None

    def _derive_spans(self) -> list[Span]:
        turns = self.document.turns
        outlines = [self._outlines[id(turn)][1] for turn in turns]
        following = _following_points(outlines)
        spans: list[Span] = []
        position = 0
        before: Point | None = None
        for turn, outline, after in zip(turns, outlines, following, strict=True):
            spans.append(_turn_span(turn, outline, position, before, after))
            if outline.last:
                before = Point(position + outline.last.offset, outline.last.ms)
            position += outline.length
        return spans


def _outline(turn: Turn) -> _Outline:
    if not turn.is_speech or not turn.words:
        return _Outline(0, None, None)
    points = _known_points(turn)
    length = sum(len(word.text) + 1 for word in turn.words)
    return _Outline(length, points[0] if points else None, points[-1] if points else None)


def _known_points(turn: Turn) -> list[Point]:
    points: list[Point] = []
    if not turn.is_speech:
        return points
    offset = 0
    for word in turn.words:
        if word.start_ms is not None:
            points.append(Point(offset, word.start_ms))
        offset += len(word.text) + 1
        if word.end_ms is not None:
            points.append(Point(offset, word.end_ms))
    return points


def _following_points(outlines: list[_Outline]) -> list[Point | None]:
    """Return, for each turn, the first known point of the turns after it, placed in the whole text."""
    position = sum(outline.length for outline in outlines)
    following: list[Point | None] = []
    after: Point | None = None
    for outline in reversed(outlines):
        following.append(after)
        position -= outline.length
        if outline.first:
            after = Point(position + outline.first.offset, outline.first.ms)
    following.reverse()
    return following


def _turn_span(turn: Turn, outline: _Outline, position: int, before: Point | None, after: Point | None) -> Span:
    """Return the span of a turn that stands at `position`, between the points known before and after it."""
    if outline.length == 0:
        return UNTIMED
    first, last = (
        Point(position + point.offset, point.ms) if point else None for point in (outline.first, outline.last)
    )
    start_ms, start_state = turn.start_ms, turn.start_state
    if start_ms is None:
        start_ms = _between(position, before, first or after)
        start_state = TimeState.NONE if start_ms is None else TimeState.INTERPOLATED
    end_ms, end_state = turn.end_ms, turn.end_state
    if end_ms is None:
        end_ms = _derived_end(position + outline.length, last, before, after)
        end_state = TimeState.NONE if end_ms is None else TimeState.INTERPOLATED
    return Span(start_ms, end_ms, start_state, end_state)


def _derived_end(end: int, last: Point | None, before: Point | None, after: Point | None) -> int | None:
    """Return the end of a turn whose text ends at `end`; `last` is its own last known point."""
    if last is None:
        return _between(end, before, after)
    if after is None or after.ms <= last.ms:
        return last.ms + (end - last.offset) * SPEECH_PACE_MS
    return _between(end, last, after)


def _between(offset: int, left: Point | None, right: Point | None) -> int | None:
    """Interpolate; a left point that lies later than the right one (people talk over each other) gives way."""
    if left is None or right is None:
        return None
    left_ms = min(left.ms, right.ms)
    if right.offset <= left.offset:
        return left_ms
    return left_ms + (right.ms - left_ms) * (offset - left.offset) // (right.offset - left.offset)


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
                known_ms if known_ms is not None else exact if exact is not None else _between(at, held, right)
            )
        offset += len(word.text) + 1
        start_ms, end_ms = edges
        spans.append(None if start_ms is None or end_ms is None else (start_ms, max(start_ms, end_ms)))
    return spans
