"""The subtitles follow the document, and the window goes on while they are cut."""

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop

from replique.core import edits
from replique.core.messages import Message
from replique.subtitling import Cutter
from replique.ui import cue_board
from replique.ui.cue_board import CueBoard

LABEL = Message("test", "An edit")


@pytest.fixture
def timed(session):
    """The interview with each start known, and the last end."""
    spoken = [turn.id for turn in session.document.turns if turn.is_speech]
    for number, turn_id in enumerate(spoken):
        session.apply(lambda d, i=turn_id, n=number: edits.set_start(d, i, 5000 * n), LABEL)
    session.apply(lambda d: edits.set_end(d, spoken[-1], 5000 * len(spoken)), LABEL)
    return session


def expected(session):
    return Cutter().cut(session.document, session.timeline)


def test_the_subtitles_are_those_of_the_document(qtbot, timed):
    board = CueBoard(timed)
    first = timed.document.turns[0].id
    with qtbot.waitSignal(board.changed):
        timed.apply(lambda d: edits.set_start(d, first, 400), LABEL)
    assert board.cues == expected(timed)
    cue = board.cues[0]
    assert board.at(399) is None
    assert board.at(400) == board.at(cue.end_ms - 1) == cue
    assert board.at(cue.end_ms) is None


def test_what_is_typed_while_they_are_cut_is_not_missed_and_the_old_ones_stand_until_then(qtbot, timed, monkeypatch):
    monkeypatch.setattr(cue_board, "BUDGET_S", 0.0)
    board = CueBoard(timed)
    first, *_, last = [turn.id for turn in timed.document.turns if turn.is_speech]
    told = []
    board.changed.connect(lambda: told.append(board.cues))
    timed.apply(lambda d: edits.set_start(d, first, 100), LABEL)
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    assert board.cues == ()
    with qtbot.waitSignal(board.changed):
        timed.apply(lambda d: edits.retext(d, last, "Tout autre chose."), LABEL)
    assert told == [expected(timed)]
    assert "autre chose" in board.cues[-1].texts[0].lines[0]
