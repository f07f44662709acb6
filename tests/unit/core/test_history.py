"""Undo and redo."""

import tracemalloc

import pytest

from replique.core import edits
from replique.core.history import History
from replique.core.messages import Message
from replique.core.model import Document, Turn, Word

LABEL = Message("test", "Set the start")


@pytest.fixture
def history(interview: Document) -> History[int]:
    return History(interview)


def set_start(history: History[int], turn_id: int, ms: int, gesture: str | None = None) -> None:
    history.record(edits.set_start(history.document, turn_id, ms), LABEL, 1, turn_id, gesture)


def test_undo_brings_the_document_and_the_place_before(history: History[int], interview: Document) -> None:
    set_start(history, 3, 2000)
    timed = history.document
    step = history.undo()
    assert step is not None
    assert (step.place_before, step.place_after, step.label) == (1, 3, LABEL)
    assert history.document == interview
    assert history.redo() is not None
    assert history.document == timed


def test_a_drag_is_one_step(history: History[int], interview: Document) -> None:
    set_start(history, 1, 100)
    before = history.document
    for ms in (2000, 2010, 2020):
        set_start(history, 3, ms, "drag 3")
    history.undo()
    assert history.document == before
    history.redo()
    assert history.document.turn(3).start_ms == 2020


def test_two_drags_are_two_steps(history: History[int]) -> None:
    set_start(history, 3, 2000, "drag 3, first")
    set_start(history, 3, 2010, "drag 3, second")
    history.undo()
    assert history.document.turn(3).start_ms == 2000


def test_a_drag_after_an_undo_is_a_step_of_its_own(history: History[int]) -> None:
    set_start(history, 3, 2000, "drag")
    set_start(history, 4, 3000, "other")
    history.undo()
    set_start(history, 3, 2500, "drag")
    history.undo()
    assert history.document.turn(3).start_ms == 2000


def test_what_is_dragged_back_leaves_no_step_and_counts_as_saved(history: History[int]) -> None:
    set_start(history, 3, 2000)
    revision = history.revision
    set_start(history, 4, 3000)
    history.undo()
    set_start(history, 3, 2500, "drag")
    set_start(history, 3, 2000, "drag")
    assert history.revision == revision
    history.undo()
    assert history.document.turn(3).start_ms is None


def test_a_new_edit_ends_what_could_be_redone(history: History[int]) -> None:
    set_start(history, 3, 2000)
    history.undo()
    set_start(history, 3, 2500)
    assert history.redo_step is None
    assert history.redo() is None


def test_an_edit_that_changes_nothing_is_no_step(history: History[int], interview: Document) -> None:
    history.record(interview, LABEL, 1, 1)
    assert history.undo_step is None
    assert history.undo() is None
    assert history.revision == 0


def test_a_revision_that_comes_back_has_its_number_and_a_new_one_never_an_old(history: History[int]) -> None:
    set_start(history, 3, 2000)
    saved = history.revision
    set_start(history, 3, 2100)
    history.undo()
    assert history.revision == saved
    set_start(history, 3, 2200)
    assert history.revision not in (0, saved)


def test_thousands_of_steps_are_taken_back_and_only_differences_are_kept() -> None:
    words = tuple(Word("mot") for _ in range(20))
    document = Document(turns=tuple(Turn(i, words) for i in range(500)))
    history: History[None] = History(document)
    for step in range(3000):
        turn_id = step % 500
        timed = edits.set_start(history.document, turn_id, turn_id * 1000 + step // 500)
        history.record(timed, LABEL, None, None)
    last = history.document
    kept = 0
    while (step_back := history.undo()) is not None:
        kept += len(step_back.change.removed) + len(step_back.change.inserted)
    assert kept == 2 * 3000
    assert history.document == document
    while history.redo() is not None:
        pass
    assert history.document == last


TIMED = Document(
    turns=tuple(
        Turn(n, tuple(Word("mot", start_ms=(n * 50 + i) * 900 + 70_000, end_ms=(n * 50 + i) * 900 + 70_500)
                      for i in range(50)))
        for n in range(40)
    )
)  # fmt: skip


def shift_all(history: History[None], times: int) -> None:
    for number in range(times):
        history.record(edits.shift(history.document, 0, 500 + number), LABEL, None, None)


def test_the_oldest_steps_are_forgotten_where_all_would_take_too_much_memory() -> None:
    one: History[None] = History(TIMED)
    shift_all(one, 1)
    weight = one.done_steps[0].weight
    history: History[None] = History(TIMED, most_bytes=5 * weight)
    shift_all(history, 12)
    assert len(history.done_steps) == 5
    newest = history.document
    while history.undo():
        pass
    expected: History[None] = History(TIMED)
    shift_all(expected, 7)
    assert history.document == expected.document
    while history.redo():
        pass
    assert history.document == newest


def test_the_newest_step_can_be_undone_however_much_memory_it_takes() -> None:
    history: History[None] = History(TIMED, most_bytes=1)
    shift_all(history, 3)
    assert len(history.done_steps) == 1
    assert history.undo()


def test_the_memory_that_steps_take_is_estimated_well() -> None:
    history: History[None] = History(TIMED)
    shift_all(history, 1)
    tracemalloc.start()
    shift_all(history, 20)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert 0.7 < sum(step.weight for step in history.done_steps[1:]) / taken < 1.5
