"""The header shows where one is and does what its actions do."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication

from replique.ui.header import Header
from replique.ui.speeds import SPEEDS, next_speed, speed_text


@pytest.fixture
def header(qtbot, themes):
    made = Header(themes)
    qtbot.addWidget(made)
    made.resize(1280, 52)
    made.show()
    return made


@pytest.fixture
def actions(header):
    made = {name: QAction(f"&{name}…", header) for name in ("previous", "play", "following", "loop", "mute")}
    for action in made.values():
        action.setToolTip(f"{action.text()} (key)")
    made["loop"].setCheckable(True)
    made["mute"].setCheckable(True)
    header.bind_actions(**made)
    return made


def turn_wheel(widget, notches):
    point = QPointF(widget.rect().center())
    event = QWheelEvent(
        point,
        QPointF(widget.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_buttons_do_what_their_actions_do(qtbot, header, actions):
    for button, name in (("previous", "previous"), ("play", "play"), ("next", "following"), ("loop", "loop")):
        with qtbot.waitSignal(actions[name].triggered):
            qtbot.mouseClick(getattr(header.transport, button), Qt.MouseButton.LeftButton)


def test_buttons_have_names_and_tell_their_keys(header, actions):
    assert header.transport.play.accessibleName() == "play"
    assert header.transport.play.toolTip() == "&play… (key)"


def test_buttons_are_enabled_and_checked_as_their_actions_are(header, actions):
    actions["play"].setEnabled(False)
    actions["loop"].setChecked(True)
    assert not header.transport.play.isEnabled()
    assert header.transport.loop.isChecked()


def test_a_click_leaves_the_focus_where_it_was(qtbot, header, actions):
    header.transport.speed.setFocus()
    qtbot.mouseClick(header.transport.play, Qt.MouseButton.LeftButton)
    assert header.transport.speed.hasFocus()


def test_position_and_duration_are_shown_with_milliseconds(header):
    header.set_duration(1_518_000)
    header.set_position(204_180.9, True)
    assert header.transport.time.text == "3:24.180 / 25:18"


def test_the_time_keeps_its_width_while_it_runs(header):
    header.set_duration(3_700_000)
    widths = set()
    for ms in (0, 59_999, 600_000, 3_600_000, 3_699_999):
        header.set_position(ms, True)
        widths.add(header.transport.time.sizeHint().width())
    assert len(widths) == 1


def test_a_screen_reader_hears_where_the_sound_stands_still(header):
    header.set_position(4000, True)
    assert "0:04" not in header.transport.time.accessibleDescription()
    header.set_position(5000, False)
    assert header.transport.time.accessibleDescription().startswith("0:05.000")


def test_a_position_that_reads_the_same_is_not_painted_again(qtbot, header):
    header.set_position(1000, True)
    QApplication.processEvents()
    painted = []
    header.transport.time.paintEvent = lambda event: painted.append(event)
    header.set_position(1000.4, True)
    QApplication.processEvents()
    assert painted == []


def test_the_line_below_the_title_tells_file_duration_and_state(header):
    assert header.subject == "no recording"
    header.set_media("a.mp3")
    header.set_duration(61_000)
    header.set_modified(True)
    assert header.subject == "a.mp3 · 1:01 · modified"
    header.set_modified(False)
    assert header.subject == "a.mp3 · 1:01"


def test_a_speed_is_chosen_from_the_menu(qtbot, header):
    with qtbot.waitSignal(header.speed_chosen) as chosen:
        header.transport.speed.menu().actions()[0].trigger()
    assert chosen.args == [0.5]


def test_the_wheel_takes_the_next_speed(qtbot, header):
    header.set_speed(1.0)
    with qtbot.waitSignal(header.speed_chosen) as chosen:
        turn_wheel(header.transport.speed, 1)
    assert chosen.args == [1.1]
    header.set_speed(0.5)
    with qtbot.assertNotEmitted(header.speed_chosen):
        turn_wheel(header.transport.speed, -1)


def test_speeds_go_from_half_to_double_and_stop_there():
    assert (SPEEDS[0], SPEEDS[-1]) == (0.5, 2.0)
    assert next_speed(1.0, -1) == 0.9
    assert next_speed(2.0, +1) == 2.0
    assert next_speed(0.97, +1) == 1.0


def test_the_speed_is_written_as_the_language_writes_it(speak):
    speak("fr")
    assert [speed_text(rate) for rate in (1.0, 1.25)] == ["1,0×", "1,25×"]


def test_the_volume_is_asked_for_and_shown(qtbot, header):
    with qtbot.assertNotEmitted(header.volume_chosen):
        header.set_volume(80)
    with qtbot.waitSignal(header.volume_chosen) as chosen:
        turn_wheel(header.transport.volume, -2)
    assert chosen.args == [70]


def test_progress_is_counted_and_hidden_without_turns(header):
    header.set_progress(41, 63)
    assert header._progress._text.text() == "41 of 63 confirmed"
    assert header._progress._bar.value() == 41
    header.set_progress(0, 0)
    assert header._progress.isHidden()


def test_a_long_title_is_cut_and_whole_in_its_tool_tip(header):
    header.set_title("Le Grand entretien " * 20)
    assert header._title.text().endswith("…")
    assert header._title.toolTip() == "Le Grand entretien " * 20
