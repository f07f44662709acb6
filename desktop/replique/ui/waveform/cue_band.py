"""The cues as quiet bars: found by time, and told apart from those before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from replique.core.model import Cue


class CueBand:
    """Cues in the order of their starts."""

    def __init__(self, cues: Sequence[Cue] = ()) -> None:
        self.cues = cues
        self._starts = [cue.start_ms for cue in cues]
        self._longest_ms = max((cue.end_ms - cue.start_ms for cue in cues), default=0)

    def between(self, start_ms: float, end_ms: float, narrow_ms: float) -> list[Cue]:
        """Return the cues that reach into [start_ms, end_ms].

        Of those no longer than `narrow_ms` that begin within one stretch of that length, only the first.
        """
        first = bisect_left(self._starts, start_ms - self._longest_ms)
        last = bisect_right(self._starts, end_ms)
        if self._longest_ms <= narrow_ms:
            return self._one_a_place(first, last, start_ms, narrow_ms)
        found, place = [], -1
        for cue in self.cues[first:last]:
            before, place = place, int(cue.start_ms // narrow_ms)
            if cue.end_ms >= start_ms and (place != before or cue.end_ms - cue.start_ms > narrow_ms):
                found.append(cue)
        return found

    def _one_a_place(self, first: int, last: int, start_ms: float, narrow_ms: float) -> list[Cue]:
        """Return the first cue of each stretch; there are thousands of cues where the whole recording is seen."""
        found = []
        while first < last:
            cue = self.cues[first]
            if cue.end_ms >= start_ms:
                found.append(cue)
            first = bisect_left(self._starts, (cue.start_ms // narrow_ms + 1) * narrow_ms, first + 1, last)
        return found

    def differs_between(self, other: CueBand) -> tuple[float, float] | None:
        """Return between which times the two differ, or None."""
        old, new = self.cues, other.cues
        shortest = min(len(old), len(new))
        head = next((i for i in range(shortest) if old[i] is not new[i] and old[i] != new[i]), shortest)
        if head == len(old) == len(new):
            return None
        left = shortest - head
        tail = next((i for i in range(left) if old[-1 - i] is not new[-1 - i] and old[-1 - i] != new[-1 - i]), left)
        changed = [*old[head : len(old) - tail], *new[head : len(new) - tail]]
        return min(cue.start_ms for cue in changed), max(cue.end_ms for cue in changed)
