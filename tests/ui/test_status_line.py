"""The status line names keys, work and player."""

import pytest
from PySide6.QtCore import QObject, Qt

from replique.tasks import Task
from replique.ui.status_line import StatusLine

HINTS = [("Space", "play, pause"), ("Return", "the next turn starts"), ("", "has no key"), ("C", "confirm")]


@pytest.fixture
def status(qtbot, themes):
    made = StatusLine(themes)
    qtbot.addWidget(made)
    made.resize(1280, 26)
    made.show()
    return made


@pytest.fixture
def start(qapp):
    holder = QObject()
    yield lambda title: Task(title, holder)
    holder.deleteLater()


def test_keys_are_named_with_what_they_do(status):
    status.set_hints(HINTS)
    assert status.hints.shown_count == 3
    assert status.hints.accessibleName() == "Space: play, pause, Return: the next turn starts, C: confirm"


def test_hints_without_room_are_left_out_whole(qtbot, status):
    status.set_hints(HINTS)
    status.resize(380, 26)
    qtbot.waitUntil(lambda: status.hints.shown_count < 3)
    shown = [hint for hint in status.hints._hints if hint.isVisible()]
    assert shown
    assert all(hint.geometry().right() < status.hints.width() for hint in shown)


def test_other_hints_replace_the_first(status):
    status.set_hints(HINTS)
    status.set_hints([("F1", "all keys")])
    assert status.hints.shown_count == 1


def test_player_and_privacy_are_said(status):
    assert status.player_text == ""
    status.set_player("libVLC 3.0")
    assert status.player_text == "libVLC 3.0 · offline"


def test_work_shows_when_it_takes_longer_than_a_moment(qtbot, status, start):
    task = start("Drawing the waveform")
    status.follow(task)
    assert status.progress.isHidden()
    qtbot.waitUntil(status.progress.isVisible)
    task.progressed.emit(0.42)
    assert status.progress.title == "Drawing the waveform"
    assert status.progress._percent.text() == "42%"
    task.ended.emit()
    assert status.progress.isHidden()


def test_quick_work_never_shows(qtbot, status, start):
    task = start("Reading")
    status.follow(task)
    task.ended.emit()
    assert not status.progress._delay.isActive()
    assert status.progress.isHidden()


def test_work_is_stopped_by_its_button(qtbot, status, start):
    task = start("Drawing the waveform")
    status.follow(task)
    qtbot.waitUntil(status.progress.isVisible)
    qtbot.mouseClick(status.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert task.token.cancelled
    assert not status.progress.cancel_button.isEnabled()


def test_of_two_works_the_newer_shows_then_the_older(qtbot, status, start):
    first, second = start("first"), start("second")
    status.follow(first)
    first.progressed.emit(0.5)
    status.follow(second)
    assert status.progress.title == "second"
    first.progressed.emit(0.6)
    assert status.progress._percent.text() == ""
    second.ended.emit()
    assert (status.progress.title, status.progress._percent.text()) == ("first", "60%")
