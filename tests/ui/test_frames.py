"""A frame of the window stays under 16 ms with five thousand turns, at 1080p and at 4K.

What counts is the work of the window's thread for one frame: the event that asks for it, and the painting. As in
the tests of how soon the window answers it is processor time, and `make bench` holds to the goal.
"""

import sys
import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.messages import Message

FRAME_MS = 16
FAR_FROM_IT = 4
TURN_MS = 15_000


@pytest.fixture(params=[(1920, 1080), (3840, 2160)], ids=["1080p", "4K"])
def desk(request, make_desk, open_sample, settle):
    """The program with the long interview open, all rows measured."""
    made = make_desk()
    open_sample(made)
    made.window.resize(*request.param)
    return settle(made)


@pytest.fixture
def frames(request, capsys):
    """A function that makes each step a frame of its own and holds 95 of a hundred to the goal."""
    measures = request.config.getoption("benchmark_enable")
    rows = []

    def capture(what, step, count):
        took = []
        for number in range(count if measures else count // 5):
            begun_s = time.thread_time()
            step(number)
            QApplication.processEvents()
            took.append((time.thread_time() - begun_s) * 1000)
        took.sort()
        late = took[len(took) * 95 // 100]
        rows.append((what, took[len(took) // 2], late, took[-1]))
        assert late < FRAME_MS * (1 if measures else FAR_FROM_IT)

    yield capture
    if measures:
        with capsys.disabled():
            sys.stdout.write(f"\n{request.node.callspec.id:<28}  median     95 %  longest\n")
            for what, *figures in rows:
                sys.stdout.write(f"    {what:<24}" + "".join(f"{figure:6.1f} ms" for figure in figures) + "\n")


def wheel(view, delta):
    place = QPointF(300, 200)
    event = QWheelEvent(
        place, QPointF(view.viewport().mapToGlobal(place.toPoint())), QPoint(0, delta), QPoint(0, 8 * delta),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def hold(view, key):
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(view, event)


def scroll(desk, frames):
    view = desk.window.transcript
    bar = view.verticalScrollBar()
    frames("wheel", lambda _number: wheel(view, -120), 200)
    frames("touchpad", lambda _number: wheel(view, 17), 200)
    frames("scroll bar", lambda number: bar.setValue(number * bar.maximum() // 199), 200)
    desk.session.set_current(2500)
    frames("PageDown held", lambda _number: hold(view, Qt.Key.Key_PageDown), 100)
    frames("PageUp held", lambda _number: hold(view, Qt.Key.Key_PageUp), 100)


def play(desk, frames):
    desk.commands.follow()
    begin_ms = 2500 * TURN_MS
    frames("playing, following", lambda number: desk.presenter._show_position(begin_ms + number * 16.7, True), 600)
    assert desk.window.transcript.is_following


def edit(qtbot, desk, frames):
    session = desk.session
    session.set_current(2600)
    desk.window.waveform.view.show_at(2599 * TURN_MS, 0.5)
    label = Message("test", "Dragged")

    def drag(number):
        session.apply(
            lambda document: edits.set_start(document, 2600, 2599 * TURN_MS + number), label, gesture="drag"
        )

    frames("start dragged", drag, 150)
    assert len(session.done_labels) == 1
    desk.window.transcript.edit_current()
    field = QApplication.focusWidget()
    frames("typing", lambda number: qtbot.keyClicks(field, "mot "[number % 4]), 80)


def test_each_frame_comes_in_time_while_scrolling_playing_and_editing(qtbot, desk, frames):
    scroll(desk, frames)
    play(desk, frames)
    edit(qtbot, desk, frames)
