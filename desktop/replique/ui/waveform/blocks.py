"""The turns as blocks on the time line: found by time and by pointer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from replique.core.diff import Change
from replique.core.model import Document, Edge, TimeState
from replique.core.timeline import Span, Timeline

GRAB_PX = 5


class Block(NamedTuple):
    """A turn that has times; up to `free_from_ms` another one is heard that began before it."""

    turn_id: int
    start_ms: int
    end_ms: int
    start_state: TimeState
    end_state: TimeState
    color: int | None
    name: str
    free_from_ms: int

    @property
    def is_confirmed(self) -> bool:
        """Whether a person confirmed the start."""
        return self.start_state is TimeState.CONFIRMED


class Blocks:
    """The blocks of a document, in the order of their starts; each is made when it is asked for.

    With `previous` and the change that led here, only what the change reaches is looked at.
    """

    def __init__(self, timeline: Timeline, previous: Blocks | None = None, change: Change | None = None) -> None:
        self._timeline = timeline
        self._document: Document = timeline.document
        self._speakers = {speaker.id: speaker for speaker in self._document.speakers}
        self._longest_ms: int
        self.changed_ms: tuple[float, float] | None = (float("-inf"), float("inf"))
        """Between which times the blocks differ from those before, or None where they do not."""
        if previous and change and previous._document.speakers == self._document.speakers:
            old, new = _changed_spans(previous._timeline, timeline, change)
            self._longest_ms = max([previous._longest_ms, *map(_length_ms, new)])
            self.changed_ms = self._reach([*old, *new])
        else:
            self._longest_ms = max(map(_length_ms, timeline.spans), default=0)

    def between(self, start_ms: float, end_ms: float, narrow_ms: float = 0.0) -> list[Block]:
        """Return the blocks that reach into [start_ms, end_ms].

        Of those no longer than `narrow_ms` that begin within one stretch of that length, only the first.
        """
        return list(self._between(start_ms, end_ms, narrow_ms))

    def at(self, ms: float) -> Block | None:
        """Return the block at a time, the one that started last."""
        found = [block for block in self.between(ms, ms) if block.start_ms <= ms < block.end_ms]
        return found[-1] if found else None

    def of_turn(self, turn_id: int | None) -> Block | None:
        """Return the block of a turn, None where it has no times."""
        if turn_id is None:
            return None
        index = self._document.index_of(turn_id)
        start_ms = self._timeline.turn_span(index).start_ms
        if start_ms is None:
            return None
        return next((block for block in self.between(start_ms, start_ms) if block.turn_id == turn_id), None)

    def follow(self, block: Block | None) -> Block | None:
        """Return a block of the blocks before as it stands now."""
        if block is None or self.changed_ms is None:
            return block
        start_ms, end_ms = self.changed_ms
        if block.end_ms < start_ms or block.start_ms > end_ms:
            return block
        is_there = any(turn.id == block.turn_id for turn in self._document.turns)
        return self.of_turn(block.turn_id) if is_there else None

    def edge_at(self, ms: float, tolerance_ms: float) -> tuple[Block, Edge] | None:
        """Return the edge nearest to a time: where one block ends as the next begins, the start of that."""
        found: list[tuple[float, int, Block, Edge]] = []
        for block in self.between(ms - tolerance_ms, ms + tolerance_ms):
            for edge, at_ms in ((Edge.START, block.start_ms), (Edge.END, block.end_ms)):
                derived = edge is Edge.END and block.end_state is TimeState.INTERPOLATED
                if abs(at_ms - ms) <= tolerance_ms:
                    found.append((abs(at_ms - ms) + derived, int(edge is Edge.END), block, edge))
        if not found:
            return None
        nearest = min(found, key=lambda candidate: candidate[:2])
        return nearest[2], nearest[3]

    def edges_near(self, ms: float, tolerance_ms: float, but: frozenset[int]) -> list[int]:
        """Return the edges of other turns than `but` around a time: what a dragged edge snaps to."""
        around = self.between(ms - tolerance_ms, ms + tolerance_ms)
        times = [at for block in around if block.turn_id not in but for at in (block.start_ms, block.end_ms)]
        return [at for at in times if abs(at - ms) <= tolerance_ms]

    def _between(self, start_ms: float, end_ms: float, narrow_ms: float) -> Iterator[Block]:
        starts, started, spans = self._timeline.starts_ms, self._timeline.started, self._timeline.spans
        place, heard_until_ms = -1, 0
        for number in range(self._first_beside(start_ms), bisect_right(starts, end_ms)):
            span, begins_ms = spans[started[number]], starts[number]
            ends_ms = begins_ms if span.end_ms is None else span.end_ms
            covered_ms, heard_until_ms = heard_until_ms, max(heard_until_ms, ends_ms)
            if ends_ms < start_ms or span.end_ms is None:
                continue
            if narrow_ms:
                before, place = place, int(begins_ms // narrow_ms)
                if place == before and ends_ms - begins_ms <= narrow_ms:
                    continue
            yield self._block(number, span, min(covered_ms, ends_ms))

    def _first_beside(self, ms: float) -> int:
        """Return the first block that may be heard together with one that may reach as far as a time."""
        starts = self._timeline.starts_ms
        first = bisect_left(starts, ms - self._longest_ms)
        return bisect_left(starts, starts[first] - self._longest_ms) if first < len(starts) else first

    def _block(self, number: int, span: Span, free_from_ms: int) -> Block:
        turn = self._document.turns[self._timeline.started[number]]
        speaker = self._speakers.get(turn.speaker_id) if turn.speaker_id is not None else None
        color, name = (speaker.color, speaker.name) if speaker else (None, "")
        start_ms, end_ms = span.start_ms or 0, span.end_ms or 0
        free_from_ms = max(start_ms, free_from_ms)
        return Block(turn.id, start_ms, end_ms, span.start_state, span.end_state, color, name, free_from_ms)

    def _reach(self, spans: list[Span]) -> tuple[float, float] | None:
        """Return from where to where spans reach, and what overlaps them: it may be drawn otherwise."""
        times = [ms for span in spans for ms in (span.start_ms, span.end_ms) if ms is not None]
        if not times:
            return None
        end_ms = max(times)
        starts, started = self._timeline.starts_ms, self._timeline.started
        for number in range(bisect_left(starts, min(times)), len(starts)):
            if starts[number] >= end_ms:
                break
            end_ms = max(end_ms, self._timeline.spans[started[number]].end_ms or 0)
        return min(times), end_ms


def _changed_spans(before: Timeline, after: Timeline, change: Change) -> tuple[list[Span], list[Span]]:
    """Return the spans that a change replaced and the new ones, those left out that came out the same."""
    old, new = before.spans, after.spans
    old_end, new_end = change.first + len(change.removed), change.first + len(change.inserted)
    removed, inserted = list(old[change.first : old_end]), list(new[change.first : new_end])
    for index in after.renewed:
        if change.first <= index < new_end:
            continue
        old_span = old[index if index < change.first else index - new_end + old_end]
        if old_span != new[index]:
            removed.append(old_span)
            inserted.append(new[index])
    return removed, inserted


def _length_ms(span: Span) -> int:
    return 0 if span.start_ms is None or span.end_ms is None else span.end_ms - span.start_ms
