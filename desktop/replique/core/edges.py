"""Times of single edges, and what gives way to them: the arithmetic below the timing edits.

A turn of n words has 2n edge slots: start and end of word 0, start and end of word 1, ... Two things hold in every
document: known times never fall along the slots of a turn; and no known time of a turn lies before the known start of
that turn or of any turn above it. So the starts are in order, while an end may pass the next start.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from replique.core.model import Edge, Turn, Word


class Known(NamedTuple):
    """A known time and whether a person confirmed it."""

    ms: int
    confirmed: bool


class Obstacle(NamedTuple):
    """A confirmed time that another one would pass, and the turn it belongs to, seen from there (-1, 0, 1)."""

    ms: int
    side: int


Slots = list[Known | None]

MAX_MS = 2**53
"""Later than any recording ends."""


def slot_of(turn: Turn, word_index: int, edge: Edge) -> int:
    """Return the slot of a word's edge; negative word indexes count from the end."""
    return 2 * (word_index % len(turn.words)) + (edge is Edge.END)


def slots_of(turn: Turn) -> Slots:
    """Return the known times of all edges of a turn [length 2 n]."""
    slots: Slots = []
    for word in turn.words:
        slots.append(None if word.start_ms is None else Known(word.start_ms, word.start_confirmed))
        slots.append(None if word.end_ms is None else Known(word.end_ms, word.end_confirmed))
    return slots


def with_slots(turn: Turn, slots: Slots) -> Turn:
    """Return `turn` with these edge times; what does not change is shared."""
    words = tuple(_with_edges(word, slots[2 * i], slots[2 * i + 1]) for i, word in enumerate(turn.words))
    unchanged = all(new is old for new, old in zip(words, turn.words, strict=True))
    return turn if unchanged else msgspec.structs.replace(turn, words=words)


def _with_edges(word: Word, start: Known | None, end: Known | None) -> Word:
    changed = msgspec.structs.replace(
        word,
        start_ms=start.ms if start else None,
        start_confirmed=bool(start and start.confirmed),
        end_ms=end.ms if end else None,
        end_confirmed=bool(end and end.confirmed),
    )
    return word if changed == word else changed


def put(turns: list[Turn], index: int, slot: int, ms: int) -> Obstacle | None:
    """Confirm the edge at `slot` of the turn at `index`, in place; aligned times that contradict it are forgotten.

    Where a confirmed time contradicts it, that one is returned and `turns` is not to be used.
    """
    obstacle = (
        _make_room_inside(turns, index, slot, ms)
        or _make_room_before(turns, index, ms)
        or (_make_room_after(turns, index, ms) if slot == 0 else None)
    )
    if obstacle is None:
        slots = slots_of(turns[index])
        slots[slot] = Known(ms, True)
        turns[index] = with_slots(turns[index], slots)
    return obstacle


def bounds(turns: Sequence[Turn], index: int, slot: int) -> tuple[int, int]:
    """Return the earliest and the latest time that the edge at `slot` can be given: the confirmed ones stand firm."""
    low_ms, high_ms = start_bounds(turns, index)
    if slot:
        high_ms = MAX_MS
    for i, known in enumerate(slots_of(turns[index])):
        if known is None or not known.confirmed or i == slot:
            continue
        length = int(i == slot ^ 1)
        if i < slot:
            low_ms = max(low_ms, known.ms + length)
        else:
            high_ms = min(high_ms, known.ms - length)
    return low_ms, high_ms


def start_bounds(turns: Sequence[Turn], index: int) -> tuple[int, int]:
    """Return the earliest and the latest start of the turn at `index` that the confirmed times of others allow."""
    low_ms, high_ms = 0, MAX_MS
    for turn in reversed(turns[:index]):
        if turn.is_confirmed and turn.start_ms is not None:
            low_ms = turn.start_ms + 1
            break
    for turn in turns[index + 1 :]:
        if turn.outline.first is None:
            continue
        confirmed = [known.ms for known in slots_of(turn) if known and known.confirmed]
        high_ms = min([high_ms, *(ms - 1 for ms in confirmed)])
        if turn.is_confirmed:
            break
    return low_ms, high_ms


def make_room_around(turns: list[Turn], index: int, ms: int) -> Obstacle | None:
    """Make room for a turn at `index` whose start is known to be `ms`, as :func:`put` does."""
    return _make_room_before(turns, index, ms) or _make_room_after(turns, index, ms)


def _make_room_inside(turns: list[Turn], index: int, slot: int, ms: int) -> Obstacle | None:
    """Edges of different words may meet; the two edges of one word may not, for it has a length."""
    slots = slots_of(turns[index])
    for i, known in enumerate(slots):
        if known is None or i == slot:
            continue
        meets = i == slot ^ 1 and known.ms == ms
        if meets or (known.ms > ms if i < slot else known.ms < ms):
            if known.confirmed:
                return Obstacle(known.ms, 0)
            slots[i] = None
    turns[index] = with_slots(turns[index], slots)
    return None


def _make_room_before(turns: list[Turn], index: int, ms: int) -> Obstacle | None:
    for i in range(index - 1, -1, -1):
        start_ms = turns[i].outline.start_ms
        if start_ms is None:
            continue
        if start_ms < ms:
            return None
        if turns[i].is_confirmed:
            return Obstacle(start_ms, -1)
        turns[i] = without_slot(turns[i], 0)
    return None


def _make_room_after(turns: list[Turn], index: int, ms: int) -> Obstacle | None:
    for i in range(index + 1, len(turns)):
        first = turns[i].outline.first
        if first is None:
            continue
        if first.ms > ms:
            if first.offset == 0:
                return None
            continue
        passed = [known for known in slots_of(turns[i]) if known and known.ms <= ms]
        confirmed = next((known for known in passed if known.confirmed), None)
        if confirmed:
            return Obstacle(confirmed.ms, 1)
        turns[i] = without(turns[i], lambda known: known.ms <= ms)
    return None


def earliest_after(turns: Sequence[Turn], index: int) -> int | None:
    """Return the earliest known time of the turns below `index`; the turn there may start no later."""
    earliest_ms: int | None = None
    for i in range(index + 1, len(turns)):
        first = turns[i].outline.first
        if first and (earliest_ms is None or first.ms < earliest_ms):
            earliest_ms = first.ms
        if first and first.offset == 0:
            break
    return earliest_ms


def with_start_in_order(turns: Sequence[Turn], index: int, turn: Turn) -> Turn:
    """Return `turn`, which is to stand at `index`, without its start if that is later than a time below it.

    A word that was spoken after the next turn had begun can come to stand first.
    """
    earliest_ms = earliest_after(turns, index)
    start_ms = turn.start_ms
    late = start_ms is not None and earliest_ms is not None and start_ms > earliest_ms
    return without_slot(turn, 0) if late else turn


def without(turn: Turn, unwanted: Callable[[Known], bool]) -> Turn:
    """Return `turn` without the known times that are `unwanted`."""
    return with_slots(turn, [None if known is None or unwanted(known) else known for known in slots_of(turn)])


def without_slot(turn: Turn, slot: int) -> Turn:
    """Return `turn` without the time of one edge."""
    slots = slots_of(turn)
    slots[slot] = None
    return with_slots(turn, slots)
