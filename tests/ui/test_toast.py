"""Messages come, can be read, and go by themselves."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from replique.core.errors import EditError
from replique.core.messages import Message
from replique.ui.toast import Toast, Tone


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(900, 600)
    made.part = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made.part)
    column.addSpacing(200)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def toast(window, themes):
    return Toast(themes, window)


def test_a_refused_edit_says_why_and_what_to_do(toast):
    toast.refuse(EditError("This turn has no time yet.", remedy="Set its start first."))
    assert toast.text == "This turn has no time yet. Set its start first."
    assert toast.tone is Tone.REFUSED
    assert toast.isVisible()


def test_it_goes_by_itself(qtbot, toast):
    toast.tell(Message("turns", "There is no speaker {number}.", number=7))
    assert toast._timer.interval() >= 2500
    toast._timer.setInterval(10)
    qtbot.waitUntil(toast.isHidden)


def test_a_long_message_stays_longer(toast):
    toast.show_text("x" * 100)
    assert toast._timer.interval() == 7000


def test_it_never_takes_the_focus(window, toast):
    window.part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.part.setFocus()
    toast.show_text("Hello")
    assert window.focusWidget() is window.part


def test_it_stays_while_the_pointer_is_over_it(toast):
    toast.show_text("Hello")
    here = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


def test_it_stands_at_the_bottom_of_its_part_of_the_window(qtbot, window, toast):
    toast.set_anchor(window.part)
    toast.show_text("Hello " * 40)
    bottom = window.part.geometry().bottom()
    assert bottom - 40 < toast.geometry().bottom() < bottom
    assert abs(toast.geometry().center().x() - window.width() // 2) <= 1
    window.resize(500, 500)
    qtbot.waitUntil(lambda: toast.width() <= 500 and abs(toast.geometry().center().x() - 250) <= 1)
