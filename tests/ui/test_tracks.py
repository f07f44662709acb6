"""A recording with several audio tracks: which one is heard is chosen, kept and changed."""

import shutil

import pytest
from PySide6.QtCore import Qt

from replique.project import load
from replique.ui.dialogs.track import TrackDialog

INTERVIEW = "ANA\nTu viens ?\n\nBEA\nJ’arrive tout de suite.\n"


@pytest.fixture
def debate(two_tracks, tmp_path):
    """The recording and its transcript, side by side."""
    transcript = tmp_path / "débat.txt"
    transcript.write_text(INTERVIEW, encoding="utf-8")
    return transcript, shutil.copy(two_tracks, tmp_path / two_tracks.name)


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def open_with(qtbot, hands, desk, debate, *keys):
    seen = []

    def answer(dialog):
        assert isinstance(dialog, TrackDialog)
        seen.extend(rows(dialog))
        for key in keys:
            hands.press(key)

    hands.when_asked(answer)
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        desk.project.open_paths(list(debate))
    return seen


def test_the_tracks_are_told_by_language_title_and_channels_and_one_is_chosen(qtbot, hands, make_desk, debate):
    desk = make_desk()
    seen = open_with(qtbot, hands, desk, debate, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert seen == ["Track 1 · français · mono", "Track 2 · English · Interpreter · mono"]
    assert desk.recording.media.track == 1


def test_a_question_that_is_waved_away_takes_the_first_track(qtbot, hands, make_desk, debate):
    desk = make_desk()
    open_with(qtbot, hands, desk, debate, Qt.Key.Key_Escape)
    assert desk.recording.media.track == 0


def test_the_project_remembers_the_track_and_does_not_ask_again(qtbot, hands, make_desk, debate, tmp_path):
    desk = make_desk()
    open_with(qtbot, hands, desk, debate, Qt.Key.Key_Down, Qt.Key.Key_Return)
    path = tmp_path / "débat.replique"
    desk.project.path = path
    assert desk.project.save()
    assert load(path).media.track == 1
    desk = make_desk()
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        desk.project.open_project(path)
    assert desk.recording.media.track == 1
    assert not desk.project.is_modified


def test_another_track_is_chosen_in_the_play_menu_and_heard_from_where_it_stood(
    qtbot, hands, make_desk, debate, tmp_path
):
    desk = make_desk()
    open_with(qtbot, hands, desk, debate, Qt.Key.Key_Return)
    desk.playback.seek(3000)
    first = desk.recording.media
    hands.when_asked(lambda dialog: (hands.press(Qt.Key.Key_Down), hands.press(Qt.Key.Key_Return)))
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        desk.actions["play.track"].trigger()
    assert (first.track, desk.recording.media.track) == (0, 1)
    assert desk.playback.position_ms() == 3000
    assert {file.stem for file in (tmp_path / "cache" / "peaks").iterdir()} == {
        first.fingerprint,
        f"{first.fingerprint}-1",
    }


def test_of_one_track_there_is_no_choice_and_no_word(qtbot, make_desk, open_sample):
    desk = make_desk()
    assert not desk.actions["play.track"].isVisible()
    open_sample(desk)
    assert not desk.actions["play.track"].isVisible()
