"""Moving a turn as a whole: all its times by the same, where it starts and ends then confirmed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from replique.core.edges import Known, slots_of, start_bounds, with_slots
from replique.core.model import Outline, Point, Turn, Word
from replique.core.shapes import first_shape_ms, shifted_shapes

replace = msgspec.structs.replace


def shifted(turn: Turn, delta_ms: int) -> Turn:
    """Return `turn` with all known times moved, those of its cues too; what has no time is shared."""
    shapes = shifted_shapes(turn.shapes, delta_ms)
    if turn.outline.first is None and shapes is turn.shapes:
        return turn
    moved = replace(turn, words=_shifted_words(turn.words, delta_ms), shapes=shapes)
    # Known from before, but for the shift: reading 300 000 words again for it would double the cost.
    moved.__dict__["outline"] = _shifted_outline(turn.outline, delta_ms)
    return moved


def moved_whole(turn: Turn, start_ms: int, end_ms: int, delta_ms: int) -> Turn:
    """Return `turn`, which is spoken from `start_ms` to `end_ms`, moved; both ends are known and confirmed then.

    An estimated end that would leave the last word without a length stays estimated.
    """
    moved = shifted(turn, delta_ms)
    slots = slots_of(moved)
    slots[0] = Known(start_ms + delta_ms, True)
    last = slots[-2]
    if slots[-1] or last is None or last.ms < end_ms + delta_ms:
        slots[-1] = Known(end_ms + delta_ms, True)
    return with_slots(moved, slots)


def move_bounds(turns: Sequence[Turn], index: int, start_ms: int) -> tuple[int, int]:
    """Return the earliest and the latest start to which the turn at `index`, now at `start_ms`, can be moved."""
    low_ms, high_ms = start_bounds(turns, index)
    first_ms = first_shape_ms(turns[index].shapes)
    return low_ms if first_ms is None else max(low_ms, start_ms - first_ms), high_ms


def _shifted_words(words: tuple[Word, ...], delta_ms: int) -> tuple[Word, ...]:
    shifted: list[Word] = []
    for word in words:
        start_ms, end_ms = word.start_ms, word.end_ms
        if start_ms is not None and end_ms is not None:
            shifted.append(replace(word, start_ms=start_ms + delta_ms, end_ms=end_ms + delta_ms))
        elif start_ms is not None:
            shifted.append(replace(word, start_ms=start_ms + delta_ms))
        elif end_ms is not None:
            shifted.append(replace(word, end_ms=end_ms + delta_ms))
        else:
            shifted.append(word)
    return tuple(shifted)


def _shifted_outline(outline: Outline, delta_ms: int) -> Outline:
    first, last = outline.first, outline.last
    return Outline(
        outline.length,
        first and Point(first.offset, first.ms + delta_ms),
        last and Point(last.offset, last.ms + delta_ms),
    )
