"""A shift of very many words is worked on between events; whatever comes meanwhile comes after it."""

import pytest
from PySide6.QtCore import QTimer

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Document, Turn, Word
from replique.ui.session import EditingSession

LABEL = Message("test", "Shifted")


def timed(turns, words):
    return Document(
        turns=tuple(
            Turn(
                n,
                tuple(
                    Word("mot", start_ms=10_000 + (n * words + i) * 300, end_ms=10_200 + (n * words + i) * 300)
                    for i in range(words)
                ),
            )
            for n in range(turns)
        )
    )


@pytest.fixture(scope="module")
def large():
    """A hundred thousand words with their times: more than fit into one slice."""
    return timed(2000, 50)


@pytest.fixture
def large_session(qapp, large):
    made = EditingSession()
    made.open(large, 4)
    return made


def shift(session):
    session.apply_in_slices(lambda document: edits.setting_start_and_shifting(document, 4, 71_000), LABEL)


def test_events_come_between_the_slices_and_the_document_is_the_one_before_until_the_last(
    qtbot, large, large_session
):
    seen = []
    with qtbot.waitSignal(large_session.document_changed):
        shift(large_session)
        QTimer.singleShot(0, lambda: seen.append(large_session.document))
        assert large_session.document is large
    assert seen == [large]
    assert large_session.document == edits.set_start_and_shift(large, 4, 71_000)
    assert large_session.undo_label is LABEL


def test_a_short_one_is_done_at_once(qapp):
    session = EditingSession()
    small = timed(20, 5)
    session.open(small, 4)
    session.apply_in_slices(lambda document: edits.setting_start_and_shifting(document, 4, 17_000), LABEL)
    assert session.document == edits.set_start_and_shift(small, 4, 17_000)


def test_the_next_edit_finishes_it_first_and_undo_takes_it_back(large, large_session):
    shift(large_session)
    large_session.apply(lambda document: edits.split_turn(document, 7, 3), Message("test", "Split"))
    assert large_session.document == edits.split_turn(edits.set_start_and_shift(large, 4, 71_000), 7, 3)
    large_session.undo()
    shift(large_session)
    large_session.undo()
    large_session.undo()
    assert large_session.document == large


def test_another_document_forgets_it(qtbot, large_session):
    shift(large_session)
    other = timed(3, 3)
    large_session.open(other)
    qtbot.wait(20)
    assert large_session.document is other


def test_one_that_is_refused_changes_nothing(qtbot, large, large_session):
    with qtbot.waitSignal(large_session.refused):
        large_session.apply_in_slices(lambda document: edits.setting_start_and_shifting(document, 4, -5), LABEL)
    assert large_session.document is large
    assert large_session.undo_label is None
