"""A newcomer with ten fingers and no mouse: from the first window through six keys to the end, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from replique.ui.tour_steps import STEPS

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(make_desk, hands):
    """The first start."""
    made = make_desk()
    hands.sit_at(made.window)
    return made


def open_with_key(desk, hands, qtbot):
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        hands.press(Key.Key_F4)


def place(desk):
    return desk.tour._place


def leave_dialog(dialog):
    dialog.reject()


def test_the_first_window_names_the_key_of_the_sample_and_promises_the_tour(desk):
    empty = desk.window.empty
    assert empty._sample_key.text() == "F4"
    assert empty._promise.isVisible()
    assert desk.window.tour.isHidden()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_from_the_first_start_to_the_end_by_six_keys(speak, make_desk, hands, qtbot, language):
    speak(language)
    desk = make_desk()
    hands.sit_at(desk.window)
    open_with_key(desk, hands, qtbot)
    card = desk.window.tour
    assert card.isVisible()
    assert card.count == ("1 of 6" if language == "en" else "1 sur 6")
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: place(desk) == 1)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 400, timeout=5000)
    hands.press(Key.Key_Return)
    assert (place(desk), desk.session.document.confirmed_count()) == (2, 1)
    hands.press(Key.Key_Backspace)
    assert (place(desk), desk.session.document.confirmed_count()) == (3, 0)
    assert card.keys == [desk.actions.key_of("timing.earlier"), desk.actions.key_of("timing.later")]
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 400, timeout=5000)
    hands.press(Key.Key_Return)
    assert place(desk) == 3
    hands.press(Key.Key_Right, ALT)
    assert place(desk) == 4
    hands.press(Key.Key_Right)
    hands.press(Key.Key_S)
    assert place(desk) == 5
    hands.when_asked(leave_dialog)
    hands.press(Key.Key_E, CTRL)
    assert place(desk) == 6
    assert desk.actions.key_of("help.keys") in card._text.text()
    assert desk.settings.tour_seen
    hands.press(Key.Key_Escape)
    assert card.isHidden()


def test_a_key_that_did_nothing_does_not_count(desk, hands, qtbot):
    open_with_key(desk, hands, qtbot)
    desk.window.tour.skip_button.click()
    desk.window.tour.skip_button.click()
    assert place(desk) == 2
    hands.press(Key.Key_Backspace)
    assert place(desk) == 2
    assert desk.window.toast.text == "There is no tap to take back."


def test_the_mouse_does_not_count_and_pausing_is_not_playing(desk, hands, qtbot):
    open_with_key(desk, hands, qtbot)
    desk.window.header.transport.play.click()
    qtbot.waitUntil(lambda: desk.playback.is_playing)
    assert place(desk) == 0
    hands.press(Key.Key_Space)
    assert place(desk) == 0
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: place(desk) == 1)


def test_escape_leaves_it_and_it_does_not_come_again_by_itself(desk, hands, qtbot):
    open_with_key(desk, hands, qtbot)
    hands.press(Key.Key_Escape)
    assert desk.window.tour.isHidden()
    assert desk.settings.tour_seen
    assert QApplication.focusWidget() is desk.window.transcript
    open_with_key(desk, hands, qtbot)
    assert desk.window.tour.isHidden()
    assert desk.window.empty._promise.isHidden()


def test_the_help_menu_begins_it_anew_over_the_sample_that_is_open(desk, hands, qtbot):
    open_with_key(desk, hands, qtbot)
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: place(desk) == 1)
    hands.press(Key.Key_Escape)
    document = desk.session.document
    desk.actions["help.tour"].trigger()
    assert place(desk) == 0
    assert desk.session.document is document


def test_the_help_menu_opens_the_sample_where_another_interview_is_open(desk, qtbot, session):
    desk.settings.tour_seen = True
    desk.session.open(session.document)
    desk.actions["help.tour"].trigger()
    qtbot.waitUntil(lambda: place(desk) == 0, timeout=5000)
    assert desk.tour._is_sample()


def test_another_project_ends_it(desk, hands, qtbot, session):
    open_with_key(desk, hands, qtbot)
    desk.session.open(session.document)
    assert desk.window.tour.isHidden()
    assert not desk.settings.tour_seen


def test_it_covers_no_row_and_takes_no_focus(desk, hands, qtbot):
    open_with_key(desk, hands, qtbot)
    card, page = desk.window.tour, desk.window.transcript
    for size in ((1024, 640), (1280, 800)):
        desk.window.resize(*size)
        QApplication.processEvents()
        assert card.mapTo(desk.window, card.rect().bottomLeft()).y() < page.mapTo(desk.window, page.pos()).y() + 1
        assert page.height() > 120
    assert QApplication.focusWidget() is page


def test_the_keys_are_those_of_the_user(desk, hands, qtbot):
    open_with_key(desk, hands, qtbot)
    assert desk.window.tour.keys == ["Space"]
    desk.actions.set_keymap({**desk.actions.keymap, "play.toggle": ("F10",)})
    assert desk.window.tour.keys == ["F10"]
    hands.press(Key.Key_F10)
    qtbot.waitUntil(lambda: place(desk) == 1)


def test_a_screen_reader_is_told_each_key(desk, hands, qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event))
    open_with_key(desk, hands, qtbot)
    said = [event.message() for event in heard if event.type() is QAccessible.Event.Announcement]
    assert any(text.startswith("1 of 6. Play. Space") for text in said)
    assert desk.window.tour.accessibleName() == "Play"


def test_six_keys_are_named():
    assert len(STEPS) == 6
