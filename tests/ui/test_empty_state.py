"""The first screen says what to do next."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from replique.ui.empty_state import EmptyState


@pytest.fixture
def empty(qtbot, themes):
    made = EmptyState(themes)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def test_at_first_both_files_are_asked_for(empty):
    assert empty.title == "Drop a transcript and its recording here"
    assert empty.transcript_slot.text == "text file"


def test_with_one_file_the_other_is_asked_for(empty):
    empty.set_files(transcript="a.txt")
    assert empty.title == "Now drop the recording"
    assert empty.transcript_slot.text == "a.txt"
    empty.set_files(recording="a.mp3")
    assert empty.title == "Now drop the transcript"
    assert empty.recording_slot.text == "a.mp3"


def test_the_card_lights_up_while_files_hang_over_it(empty, themes):
    corner = empty._card.rect().center()
    quiet = empty._card.grab().toImage().pixelColor(corner.x(), 12)
    empty.set_hovered(True)
    assert empty.is_hovered
    lit = empty._card.grab().toImage().pixelColor(corner.x(), 12)
    assert (quiet, lit) == (themes.current.background, themes.current.tint)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("new_button", "new_requested"),
        ("open_button", "open_requested"),
        ("sample_button", "sample_requested"),
    ],
)
def test_each_button_asks_for_what_it_says(qtbot, empty, button, signal, key):
    with qtbot.waitSignal(getattr(empty, signal)):
        qtbot.keyClick(getattr(empty, button), key)


def test_recent_projects_are_listed_and_chosen(qtbot, empty, tmp_path):
    paths = [tmp_path / f"projet {n}.replique" for n in range(7)]
    empty.set_recent(paths)
    buttons = empty._recent.findChildren(QPushButton)
    assert [button.text() for button in buttons] == [f"projet {n}" for n in range(5)]
    with qtbot.waitSignal(empty.recent_chosen) as chosen:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [str(paths[1])]


def test_without_recent_projects_their_heading_is_absent(empty):
    empty.set_recent([Path("a.replique")])
    empty.set_recent([])
    assert empty._recent.isHidden()
