"""New words for a turn: old and new are matched, and the words that stay keep their times."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import msgspec

from replique.core.edges import slots_of, with_slots
from replique.core.model import Turn, Word
from replique.core.shapes import moved_shapes
from replique.core.words import split_words


class Block(NamedTuple):
    """Old words [i1, i2) that became new words [j1, j2)."""

    i1: int
    i2: int
    j1: int
    j2: int


def reworded(turn: Turn, text: str) -> Turn:
    """Return `turn` with the words of `text`, which has at least one.

    Words that stay keep their times; a run of words replaced by as many others hands its times over one by one, by
    more or fewer its first start and last end. The turn's own start and end stay.
    """
    new = split_words(text)
    old = turn.words
    blocks = [
        Block(i1, i2, j1, j2)
        for _, i1, i2, j1, j2 in SequenceMatcher(
            None, [word.text for word in old], [word.text for word in new], autojunk=False
        ).get_opcodes()
    ]
    words: list[Word] = []
    for block in blocks:
        words += _timed(old[block.i1 : block.i2], new[block.j1 : block.j2])
    if old:
        words[0] = msgspec.structs.replace(words[0], blank=old[0].blank)
    changed = msgspec.structs.replace(
        turn, words=tuple(words), shapes=moved_shapes(turn.shapes, lambda at: _moved(blocks, at))
    )
    return _with_outer_edges_of(turn, changed)


def _timed(old: Sequence[Word], new: Sequence[Word]) -> list[Word]:
    if len(old) == len(new):
        return [_retimed(word, source, source) for source, word in zip(old, new, strict=True)]
    if not old or not new:
        return list(new)
    if len(new) == 1:
        return [_retimed(new[0], old[0], old[-1])]
    return [_retimed(new[0], old[0], None), *new[1:-1], _retimed(new[-1], None, old[-1])]


def _retimed(word: Word, start_of: Word | None, end_of: Word | None) -> Word:
    """Return `word` with the start of one old word and the end of another; the old word itself where it is equal."""
    timed = word
    if start_of:
        timed = msgspec.structs.replace(
            timed, start_ms=start_of.start_ms, start_confirmed=start_of.start_confirmed, score=start_of.score
        )
    if end_of:
        timed = msgspec.structs.replace(timed, end_ms=end_of.end_ms, end_confirmed=end_of.end_confirmed)
    return start_of if start_of and timed == start_of else timed


def _moved(blocks: list[Block], at: int) -> int:
    """Return where the place before old word `at` went; inserted words belong to what stands before them."""
    place = 0
    for block in blocks:
        if at == 0 or block.i1 > at:
            break
        inside = min(at, block.i2) - block.i1
        length = block.i2 - block.i1
        place = block.j2 if inside == length else block.j1 + min(inside, block.j2 - block.j1)
    return place


def _with_outer_edges_of(turn: Turn, changed: Turn) -> Turn:
    """Return `changed` with start and end of `turn`, where known: the speaker still begins and ends there."""
    before, slots = slots_of(turn), slots_of(changed)
    if before and before[0]:
        slots[0] = before[0]
    if before and before[-1]:
        slots[-1] = before[-1]
    return with_slots(changed, slots)
