"""The turns as blocks on the time line: found by time and by pointer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from replique.core.model import Edge, TimeState
from replique.ui.session import EditingSession

GRAB_PX = 5


class Block(NamedTuple):
    """A turn that has times, at `number` in the document; `lane` is 1 where it begins while another is heard."""

    turn_id: int
    number: int
    start_ms: int
    end_ms: int
    start_state: TimeState
    end_state: TimeState
    color: int | None
    name: str
    lane: int


class Blocks:
    """The blocks of a document, in the order of their starts; each is made when it is asked for."""

    def __init__(self, session: EditingSession) -> None:
        self._turns = session.document.turns
        self._speakers = {speaker.id: speaker for speaker in session.document.speakers}
        spans = session.timeline.spans
        self._numbers = [
            number for number, span in enumerate(spans) if span.start_ms is not None and span.end_ms is not None
        ]
        self._spans = [spans[number] for number in self._numbers]
        self._starts = [span.start_ms or 0 for span in self._spans]
        ends = [span.end_ms or 0 for span in self._spans]
        self._latest_ends = list(accumulate(ends, max))
        self._lanes: list[int] = []
        lane, before_ms = 1, 0
        for start_ms, end_ms in zip(self._starts, ends, strict=True):
            lane, before_ms = int(lane == 0 and start_ms < before_ms), end_ms
            self._lanes.append(lane)

    def between(self, start_ms: float, end_ms: float) -> list[Block]:
        """Return the blocks that reach into [start_ms, end_ms]."""
        first = bisect_left(self._latest_ends, start_ms)
        last = bisect_right(self._starts, end_ms)
        return [self._block(place) for place in range(first, last) if (self._spans[place].end_ms or 0) >= start_ms]

    def at(self, ms: float) -> Block | None:
        """Return the block at a time, the one that started last."""
        found = [block for block in self.between(ms, ms) if block.start_ms <= ms < block.end_ms]
        return found[-1] if found else None

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

    def edges_near(self, ms: float, tolerance_ms: float, but: int) -> list[int]:
        """Return the edges of other turns than `but` around a time: what a dragged edge snaps to."""
        around = self.between(ms - tolerance_ms, ms + tolerance_ms)
        times = [at for block in around if block.turn_id != but for at in (block.start_ms, block.end_ms)]
        return [at for at in times if abs(at - ms) <= tolerance_ms]

    def _block(self, place: int) -> Block:
        number, span = self._numbers[place], self._spans[place]
        turn = self._turns[number]
        speaker = self._speakers.get(turn.speaker_id) if turn.speaker_id is not None else None
        color, name = (speaker.color, speaker.name) if speaker else (None, "")
        times = (span.start_ms or 0, span.end_ms or 0, span.start_state, span.end_state)
        return Block(turn.id, number, *times, color, name, self._lanes[place])
