"""Playing pauses while words are written, where the user wants it, and goes on when they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from replique.ui import typing_pause

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STEP_MS = 1500


@pytest.fixture
def desk(qtbot, make_desk, open_sample, hands, monkeypatch):
    """The sample, which plays, with the words of a turn open; playing goes on soon after the last letter."""
    monkeypatch.setattr(typing_pause, "RESUME_MS", 300)
    made = make_desk()
    open_sample(made)
    hands.sit_at(made.window)
    made.settings.pause_while_typing = True
    made.session.set_current(made.session.document.turns[1].id)
    made.window.transcript.setFocus()
    made.playback.play_from(10_000)
    qtbot.waitUntil(lambda: made.playback.position_ms() > 10_200, timeout=10_000)
    hands.press(KEYS.Key_F2)
    return made


def type_letters(text):
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), letter)


def test_at_first_nothing_pauses(qtbot, desk):
    desk.settings.pause_while_typing = type(desk.settings).pause_while_typing.default
    type_letters("oui")
    assert desk.playback.is_playing


def test_the_first_letter_pauses_and_playing_goes_on_after_the_last_with_the_step_back(qtbot, desk):
    assert desk.playback.is_playing
    type_letters("o")
    assert not desk.playback.is_playing
    paused_ms = desk.playback.position_ms()
    type_letters("ui")
    with qtbot.waitSignal(desk.playback.player.state_changed):
        pass
    assert desk.playback.is_playing
    assert desk.playback.position_ms() == pytest.approx(paused_ms - STEP_MS, abs=60)
    type_letters("n")
    assert not desk.playback.is_playing


def test_as_long_as_letters_come_it_stays_paused(qtbot, desk):
    changes = []
    type_letters("o")
    desk.playback.player.state_changed.connect(changes.append)
    for letter in "ui, bien":
        QTest.qWait(60)
        type_letters(letter)
    assert changes == []


@pytest.mark.parametrize(("key", "modifier"), [(KEYS.Key_Escape, None), (KEYS.Key_Return, CTRL)])
def test_leaving_the_field_goes_on_at_once(desk, hands, monkeypatch, key, modifier):
    desk.typing_pause._rest.setInterval(60_000)
    type_letters("oui")
    assert not desk.playback.is_playing
    hands.press(key, modifier) if modifier else hands.press(key)
    assert desk.playback.is_playing


def test_moving_the_text_cursor_is_no_typing(desk, hands):
    for key in (KEYS.Key_Left, KEYS.Key_Home, KEYS.Key_End):
        hands.press(key)
    assert desk.playback.is_playing
    hands.press(KEYS.Key_Backspace)
    assert not desk.playback.is_playing


def test_what_is_paused_by_hand_stays_paused(qtbot, desk, hands):
    hands.press(KEYS.Key_Space, CTRL)
    assert not desk.playback.is_playing
    type_letters("oui")
    hands.press(KEYS.Key_Escape)
    assert not desk.playback.is_playing


def test_what_is_played_by_hand_meanwhile_is_not_stepped_back_again(qtbot, desk, hands):
    type_letters("o")
    hands.press(KEYS.Key_Space, CTRL)
    assert desk.playback.is_playing
    jumps = []
    desk.playback.player.position_jumped.connect(jumps.append)
    hands.press(KEYS.Key_Escape)
    assert desk.playback.is_playing
    assert jumps == []


def test_a_loop_goes_on_where_it_was(qtbot, desk, hands):
    desk.playback.loop_span(10_000, 14_000)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 10_300, timeout=10_000)
    type_letters("o")
    paused_ms = desk.playback.position_ms()
    hands.press(KEYS.Key_Escape)
    assert desk.playback.looping
    assert desk.playback.player.span == (10_000, 14_000, True)
    assert paused_ms - 1 <= desk.playback.position_ms() < 14_000


def test_a_command_that_is_searched_in_the_palette_is_no_writing(desk, hands):
    hands.press(KEYS.Key_Escape)
    hands.press(KEYS.Key_K, CTRL)
    type_letters("loop")
    assert desk.playback.is_playing


def test_each_field_is_listened_to_once_however_often_it_has_the_focus(qtbot, desk, hands):
    for _ in range(3):
        hands.press(KEYS.Key_Escape)
        hands.press(KEYS.Key_F2)
    type_letters("o")
    assert not desk.playback.is_playing
    with qtbot.waitSignal(desk.playback.player.state_changed):
        pass
    assert desk.playback.is_playing
