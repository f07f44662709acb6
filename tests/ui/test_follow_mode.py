"""The page follows the sound until the user scrolls; Ctrl+J, or the button, brings it back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.messages import Message

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(make_desk, open_sample, hands):
    """The sample, its first and its last turn timed, so that what is between has times too."""
    made = make_desk()
    open_sample(made)
    hands.sit_at(made.window)
    turns = made.session.document.turns
    last = next(turn for turn in reversed(turns) if turn.is_speech)
    for turn, ms in ((turns[0].id, 0), (last.id, 60_000)):
        made.session.apply(lambda d, t=turn, at=ms: edits.set_start(d, t, at), Message("test", "x"))
    return made


def turn_wheel(view, notches):
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def scrolled(desk):
    return desk.window.transcript.verticalScrollBar().value()


def hear(desk, *seconds):
    for second in seconds:
        desk.window.transcript.set_position(1000 * second, True)


def test_the_page_goes_along_while_it_plays(desk):
    hear(desk, *range(0, 60, 2))
    assert scrolled(desk) > 0


def test_the_wheel_stops_that_and_ctrl_j_brings_it_back(desk, hands):
    hear(desk, *range(0, 50, 2))
    for _ in range(20):
        turn_wheel(desk.window.transcript, 3)
    assert not desk.window.transcript.is_following
    hear(desk, *range(50, 59, 2))
    assert scrolled(desk) == 0
    hands.press(KEYS.Key_J, CTRL)
    assert desk.window.transcript.is_following
    assert scrolled(desk) > 0


def test_pages_that_are_turned_by_keyboard_stop_it_too(desk, hands):
    hear(desk, *range(0, 50, 2))
    desk.window.transcript.setFocus()
    hands.press(KEYS.Key_PageUp)
    assert not desk.window.transcript.is_following


def test_where_it_is_not_wanted_ctrl_j_shows_the_place_once(desk, hands):
    desk.settings.follow = False
    hear(desk, *range(0, 58, 2))
    assert scrolled(desk) == 0
    hands.press(KEYS.Key_J, CTRL)
    there = scrolled(desk)
    assert there > 0
    hear(desk, *range(0, 10, 2))
    assert scrolled(desk) == there


def test_a_click_beside_the_handle_of_the_scroll_bar_stops_it(qtbot, desk):
    hear(desk, *range(0, 50, 2))
    bar = desk.window.transcript.verticalScrollBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, 4))
    assert not desk.window.transcript.is_following


def test_going_to_a_turn_without_the_player_stops_it_too(desk, hands):
    hear(desk, 0, 1)
    desk.window.transcript.setFocus()
    hands.press(KEYS.Key_Down, CTRL)
    assert not desk.window.transcript.is_following
    hands.press(KEYS.Key_J, CTRL)
    assert desk.window.transcript.is_following


def test_what_is_undone_elsewhere_while_it_plays_stays_in_sight(desk, hands):
    view = desk.window.transcript
    desk.session.set_current(desk.session.document.turns[0].id)
    view.setFocus()
    hands.press(KEYS.Key_M)
    hear(desk, *range(0, 56, 2))
    assert scrolled(desk) > 0
    hands.press(KEYS.Key_Z, CTRL)
    there = scrolled(desk)
    assert view.visualRect(view.currentIndex()).top() >= 0
    hear(desk, *range(56, 59))
    assert (view.is_following, scrolled(desk)) == (False, there)
    hands.press(KEYS.Key_J, CTRL)
    assert scrolled(desk) > there


def test_what_is_undone_beside_what_plays_lets_the_page_go_along(desk, hands):
    view = desk.window.transcript
    view.setFocus()
    hear(desk, *range(0, 30, 2))
    desk.session.set_current(view.model().turn(view._follower.spoken[0]).id)
    hands.press(KEYS.Key_C)
    assert desk.session.confirmed_count == 3
    hands.press(KEYS.Key_Z, CTRL)
    assert (desk.session.confirmed_count, view.is_following) == (2, True)


def test_what_is_undone_in_a_pause_is_left_as_soon_as_it_plays_elsewhere(desk, hands):
    view = desk.window.transcript
    desk.session.set_current(desk.session.document.turns[0].id)
    view.setFocus()
    hands.press(KEYS.Key_M)
    hear(desk, *range(0, 56, 2))
    view.set_position(54_000, False)
    hands.press(KEYS.Key_Z, CTRL)
    assert view.is_following
    hear(desk, 52.5)
    assert scrolled(desk) > 0
