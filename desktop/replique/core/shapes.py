"""Cue shapes: how a person cut a turn, carried through the edits of its words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import msgspec

from replique.core.model import CueShape, Turn

Shapes = tuple[CueShape, ...]


def are_a_partition(shapes: Shapes, word_count: int) -> bool:
    """Whether the runs cover `word_count` words, none is empty, and every line break stands inside its run."""
    for shape in shapes:
        edges = (0, *shape.breaks, shape.word_count)
        if any(left >= right for left, right in pairwise(edges)):
            return False
    return not shapes or sum(shape.word_count for shape in shapes) == word_count


def times_are_sound(shapes: Shapes) -> bool:
    """Whether no overridden time is negative, and no cue ends where it starts or before."""
    return all(
        (shape.start_ms is None or shape.start_ms >= 0)
        and (shape.end_ms is None or shape.end_ms > (shape.start_ms or 0))
        for shape in shapes
    )


def split_shapes(shapes: Shapes, at: int) -> tuple[Shapes, Shapes]:
    """Cut the runs before word `at`.

    A run that is cut keeps its start in the first part and its end in the second; a text that overrode its words
    belongs to neither and goes.
    """
    left: list[CueShape] = []
    right: list[CueShape] = []
    position = 0
    for shape in shapes:
        cut = at - position
        if cut >= shape.word_count:
            left.append(shape)
        elif cut <= 0:
            right.append(shape)
        else:
            before = tuple(b for b in shape.breaks if b < cut)
            after = tuple(b - cut for b in shape.breaks if b > cut)
            rest = shape.word_count - cut
            left.append(msgspec.structs.replace(shape, word_count=cut, breaks=before, end_ms=None, text=None))
            right.append(msgspec.structs.replace(shape, word_count=rest, breaks=after, start_ms=None, text=None))
        position += shape.word_count
    return tuple(left), tuple(right)


def joined_shapes(first: Turn, second: Turn) -> Shapes:
    """Return the runs of two turns put together; what nobody shaped stays free."""
    if not first.shapes and not second.shapes:
        return ()
    return _explicit(first) + _explicit(second)


def _explicit(turn: Turn) -> Shapes:
    return turn.shapes or (CueShape(word_count=len(turn.words), free=True),)


def moved_shapes(shapes: Shapes, moved: Callable[[int], int]) -> Shapes:
    """Return the runs after their words changed: the place before old word i is now before word ``moved(i)``."""
    kept: list[CueShape] = []
    position = 0
    for shape in shapes:
        first, end = moved(position), moved(position + shape.word_count)
        breaks = sorted({moved(position + b) - first for b in shape.breaks} - {0, end - first})
        if end > first:
            kept.append(msgspec.structs.replace(shape, word_count=end - first, breaks=tuple(breaks)))
        position += shape.word_count
    return tuple(kept)


def first_shape_ms(shapes: Shapes) -> int | None:
    """Return the earliest overridden time."""
    times = [ms for shape in shapes for ms in (shape.start_ms, shape.end_ms) if ms is not None]
    return min(times, default=None)


def shifted_shapes(shapes: Shapes, delta_ms: int) -> Shapes:
    """Return the runs with their overridden times moved; `shapes` itself where none is."""
    if all(shape.start_ms is None and shape.end_ms is None for shape in shapes):
        return shapes
    return tuple(
        msgspec.structs.replace(
            shape,
            start_ms=None if shape.start_ms is None else shape.start_ms + delta_ms,
            end_ms=None if shape.end_ms is None else shape.end_ms + delta_ms,
        )
        for shape in shapes
    )
