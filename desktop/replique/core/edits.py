"""Every way to change a document: pure functions ``Document -> Document`` that share what they leave alone.

An edit that the document refuses raises :class:`~replique.core.errors.EditError` and says why. Confirmed times are
never moved by an edit of another edge; aligned ones that contradict a confirmed time are forgotten.
"""

from __future__ import annotations

from collections.abc import Generator

import msgspec

from replique.core.diff import replace_turns
from replique.core.edges import (
    Obstacle,
    make_room_around,
    put,
    slot_of,
    slots_of,
    with_start_in_order,
    without,
    without_slot,
)
from replique.core.errors import EditError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import CueShape, Document, Edge, Kind, Speaker, Turn
from replique.core.moving import moved_whole, shifted
from replique.core.retexting import reworded
from replique.core.shapes import (
    are_a_partition,
    first_shape_ms,
    joined_shapes,
    split_shapes,
    times_are_sound,
)
from replique.core.timecode import clock
from replique.core.timeline import span_of

replace = msgspec.structs.replace

Steps = Generator[None, None, Document]
"""An edit that can be worked on step by step; what it returns is the edited document."""

PASSES = {
    -1: QT_TRANSLATE_NOOP("errors", "{time} would pass the start of a turn before, confirmed at {other}."),
    0: QT_TRANSLATE_NOOP("errors", "{time} would pass a time inside this turn, confirmed at {other}."),
    1: QT_TRANSLATE_NOOP("errors", "{time} would pass a following turn, confirmed at {other}."),
}


def set_word_edge(document: Document, turn_id: int, word_index: int, edge: Edge, ms: int) -> Document:
    """Confirm one edge of one word at `ms`."""
    index, turn = _speech(document, turn_id)
    _check_not_negative(ms)
    turns = list(document.turns)
    _check_free(put(turns, index, slot_of(turn, word_index, edge), ms), ms)
    return _with_turns(document, turns)


def set_edge(document: Document, turn_id: int, edge: Edge, ms: int) -> Document:
    """Confirm the start or the end of a turn at `ms`; the end may pass the start of the next turn."""
    return set_word_edge(document, turn_id, 0 if edge is Edge.START else -1, edge, ms)


def set_start(document: Document, turn_id: int, ms: int) -> Document:
    """Confirm the start of a turn at `ms`."""
    return set_edge(document, turn_id, Edge.START, ms)


def set_end(document: Document, turn_id: int, ms: int) -> Document:
    """Confirm the end of a turn at `ms`; it may pass the start of the next turn."""
    return set_edge(document, turn_id, Edge.END, ms)


def clear_edge(document: Document, turn_id: int, edge: Edge) -> Document:
    """Forget the start or the end of a turn."""
    index, turn = _speech(document, turn_id)
    return _with_turn(document, index, without_slot(turn, 0 if edge is Edge.START else -1))


def confirm(document: Document, turn_id: int) -> Document:
    """Confirm the start of a turn as it stands, aligned or interpolated."""
    start_ms = span_of(document, document.index_of(turn_id)).start_ms
    if start_ms is None:
        raise _untimed()
    return set_start(document, turn_id, start_ms)


def set_boundary(document: Document, before_id: int, turn_id: int, end_ms: int, start_ms: int) -> Document:
    """Confirm together where one turn ends and another starts."""
    return set_end(set_start(document, turn_id, start_ms), before_id, end_ms)


def move_turn(document: Document, turn_id: int, delta_ms: int) -> Document:
    """Move a turn with all its times by `delta_ms`; where it then starts and ends is confirmed.

    Aligned times of other turns that contradict its start are forgotten, as when a start is set.
    """
    index, turn = _speech(document, turn_id)
    span = span_of(document, index)
    if span.start_ms is None or span.end_ms is None:
        raise _untimed()
    if delta_ms == 0:
        return document
    start_ms = span.start_ms + delta_ms
    _check_not_negative(start_ms)
    turns = list(document.turns)
    turns[index] = moved_whole(turn, span.start_ms, span.end_ms, delta_ms)
    _check_not_negative(first_shape_ms(turns[index].shapes) or 0)
    _check_free(make_room_around(turns, index, start_ms), start_ms)
    return _with_turns(document, turns)


def shift(document: Document, turn_id: int, delta_ms: int) -> Document:
    """Move all known times of a turn and of all that follow by `delta_ms`."""
    return _all_steps(_shifting(document, turn_id, delta_ms))


def set_start_and_shift(document: Document, turn_id: int, ms: int) -> Document:
    """Confirm the start of a turn at `ms` and move all that follows by as much."""
    return _all_steps(setting_start_and_shifting(document, turn_id, ms))


def setting_start_and_shifting(document: Document, turn_id: int, ms: int) -> Steps:
    """Do what :func:`set_start_and_shift` does, a turn a step: where 300 000 words follow that takes a while."""
    start_ms = span_of(document, document.index_of(turn_id)).start_ms
    moved = document
    if start_ms is not None:
        moved = yield from _shifting(document, turn_id, ms - start_ms)
    return set_start(moved, turn_id, ms)


def _shifting(document: Document, turn_id: int, delta_ms: int) -> Steps:
    index, _ = _speech(document, turn_id)
    if delta_ms == 0:
        return document
    moved: list[Turn] = []
    for turn in document.turns[index:]:
        moved.append(shifted(turn, delta_ms))
        yield
    for shape_ms in (first_shape_ms(turn.shapes) for turn in moved):
        _check_not_negative(shape_ms or 0)
    head = [*document.turns[:index], moved[0]]
    first_ms = min((turn.outline.first.ms for turn in moved if turn.outline.first), default=None)
    if first_ms is not None:
        _check_not_negative(first_ms)
        _check_free(make_room_around(head, index, first_ms), first_ms)
    return _with_turns(document, head + moved[1:])


def _all_steps(steps: Steps) -> Document:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            edited: Document = end.value
            return edited


def split_turn(document: Document, turn_id: int, word_index: int) -> Document:
    """Split a turn before the word at `word_index`; the second part is a new turn of the same speaker.

    A start of the second part that is not confirmed is forgotten where it lies after times of the turns below.
    """
    index = document.index_of(turn_id)
    turn = document.turns[index]
    if not 0 < word_index < len(turn.words):
        raise EditError(QT_TRANSLATE_NOOP("errors", "A turn is split between two of its words."))
    left, right = split_shapes(turn.shapes, word_index)
    first = replace(turn, words=turn.words[:word_index], shapes=left)
    second = replace(turn, id=_new_id(document), words=turn.words[word_index:], shapes=right)
    if not second.is_confirmed:
        second = with_start_in_order(document.turns, index, second)
    turns = list(replace_turns(document, index, 1, first, second).turns)
    if second.start_ms is not None and second.is_confirmed:
        _check_free(make_room_around(turns, index + 1, second.start_ms), second.start_ms)
    return _with_turns(document, turns)


def merge_turns(document: Document, turn_id: int) -> Document:
    """Merge a turn with the one that stands after it; the first one's speaker and kind must fit and stay.

    Where the two overlap, times of the first that lie after the beginning of the second are forgotten.
    """
    index = document.index_of(turn_id)
    if index + 1 == len(document.turns):
        raise EditError(QT_TRANSLATE_NOOP("errors", "There is no turn after this one to merge with."))
    first, second = document.turns[index : index + 2]
    if first.kind is not second.kind:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "A spoken turn and a note can’t be merged."),
            remedy=QT_TRANSLATE_NOOP("errors", "Make both of one kind first."),
        )
    begins_ms = next((known.ms for known in slots_of(second) if known), None)
    if begins_ms is not None:
        first = without(first, lambda known: known.ms > begins_ms)
    head, *rest = second.words
    joined = head if head.blank else replace(head, blank=" ")
    merged = replace(first, words=(*first.words, joined, *rest), shapes=joined_shapes(first, second))
    return replace_turns(document, index, 2, merged)


def retext(document: Document, turn_id: int, text: str) -> Document:
    """Give a turn the words of `text`; the words that stay keep their times.

    A word that comes to stand first forgets a start that lies after times of the turns below.
    """
    if not text.split():
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "A turn needs at least one word."),
            remedy=QT_TRANSLATE_NOOP("errors", "What is not spoken can be made a note."),
        )
    index = document.index_of(turn_id)
    turn = document.turns[index]
    if text == turn.text:
        return document
    return _with_turn(document, index, with_start_in_order(document.turns, index, reworded(turn, text)))


def set_kind(document: Document, turn_id: int, kind: Kind) -> Document:
    """Make a turn a note or spoken; a note has no times. It keeps its speaker, for the way back."""
    index = document.index_of(turn_id)
    turn = document.turns[index]
    if turn.kind is kind:
        return document
    return _with_turn(document, index, replace(without(turn, lambda _known: True), kind=kind))


def shape_turn(document: Document, turn_id: int, shapes: tuple[CueShape, ...]) -> Document:
    """Cut a turn by hand; an empty tuple gives it back to the rules."""
    index, turn = _speech(document, turn_id)
    if not are_a_partition(shapes, len(turn.words)):
        raise EditError(QT_TRANSLATE_NOOP("errors", "The subtitles of a turn hold each of its words once."))
    if not times_are_sound(shapes):
        raise EditError(QT_TRANSLATE_NOOP("errors", "A subtitle ends after it starts."))
    return _with_turn(document, index, turn if shapes == turn.shapes else replace(turn, shapes=shapes))


def assign_speaker(document: Document, turn_id: int, speaker_id: int) -> Document:
    """Say who speaks this turn; a note becomes spoken by it."""
    if document.speaker(speaker_id) is None:
        raise EditError(QT_TRANSLATE_NOOP("errors", "There is no such speaker."))
    index = document.index_of(turn_id)
    turn = document.turns[index]
    if turn.speaker_id == speaker_id and turn.is_speech:
        return document
    return _with_turn(document, index, replace(turn, speaker_id=speaker_id, kind=Kind.SPEECH))


def add_speaker(document: Document, name: str) -> Document:
    """Add a speaker with an id and a colour that no other has had; he stands last."""
    speaker = Speaker(
        id=max((s.id for s in document.speakers), default=0) + 1,
        name=_free_name(document, name),
        color=max((s.color for s in document.speakers), default=-1) + 1,
    )
    return replace(document, speakers=(*document.speakers, speaker))


def rename_speaker(document: Document, speaker_id: int, name: str) -> Document:
    """Give a speaker another name, in all his turns; the printed forms stay."""
    speaker = document.speaker(speaker_id)
    if speaker is None:
        raise EditError(QT_TRANSLATE_NOOP("errors", "There is no such speaker."))
    if name.strip() == speaker.name:
        return document
    renamed = replace(speaker, name=_free_name(document, name, speaker_id))
    return replace(document, speakers=tuple(renamed if s is speaker else s for s in document.speakers))


def _free_name(document: Document, name: str, speaker_id: int | None = None) -> str:
    stripped = name.strip()
    if not stripped:
        raise EditError(QT_TRANSLATE_NOOP("errors", "A speaker needs a name."))
    if any(s.name.casefold() == stripped.casefold() and s.id != speaker_id for s in document.speakers):
        raise EditError(QT_TRANSLATE_NOOP("errors", "There is a speaker named {name} already."), name=stripped)
    return stripped


def _speech(document: Document, turn_id: int) -> tuple[int, Turn]:
    """Return index and turn, which must be spoken."""
    index = document.index_of(turn_id)
    turn = document.turns[index]
    if not turn.is_speech or not turn.words:
        raise EditError(
            QT_TRANSLATE_NOOP("errors", "A note is not spoken and has no time."),
            remedy=QT_TRANSLATE_NOOP("errors", "Make it a spoken turn first."),
        )
    return index, turn


def _untimed() -> EditError:
    return EditError(
        QT_TRANSLATE_NOOP("errors", "This turn has no time yet."),
        remedy=QT_TRANSLATE_NOOP("errors", "Set its start first."),
    )


def _check_not_negative(ms: int) -> None:
    if ms < 0:
        raise EditError(QT_TRANSLATE_NOOP("errors", "A time can’t lie before the beginning of the recording."))


def _check_free(obstacle: Obstacle | None, ms: int) -> None:
    if obstacle:
        raise EditError(PASSES[obstacle.side], time=clock(ms), other=clock(obstacle.ms))


def _new_id(document: Document) -> int:
    return max(turn.id for turn in document.turns) + 1


def _with_turn(document: Document, index: int, turn: Turn) -> Document:
    return document if turn == document.turns[index] else replace_turns(document, index, 1, turn)


def _with_turns(document: Document, turns: list[Turn]) -> Document:
    changed = tuple(turns)
    return document if changed == document.turns else replace(document, turns=changed)
