"""Moving a turn as a whole: all its times by the same, where it starts and ends then confirmed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from replique.core.edges import Known, slots_of, start_bounds, with_slots
from replique.core.model import Turn
from replique.core.shapes import first_shape_ms, shifted_shapes


def shifted(turn: Turn, delta_ms: int) -> Turn:
    """Return `turn` with all known times moved, those of its cues too."""
    slots = [Known(known.ms + delta_ms, known.confirmed) if known else None for known in slots_of(turn)]
    moved = with_slots(turn, slots)
    shapes = shifted_shapes(turn.shapes, delta_ms)
    return moved if shapes is turn.shapes else msgspec.structs.replace(moved, shapes=shapes)


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
