"""Going from one beginning of speech to the next, in the sample interview."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

NOT_YET = "Where speech begins is still being found."
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, make_desk, open_sample):
    """The program with the sample open and its onsets found."""
    made = make_desk()
    made.heard = []
    made.onsets.said.connect(lambda message: made.heard.append(str(message)))
    with qtbot.waitSignal(made.onsets.changed, timeout=20_000, check_params_cb=lambda: bool(made.onsets.all_ms)):
        open_sample(made)
    made.window.activateWindow()
    made.window.transcript.setFocus()
    return made


def go(qtbot, desk, key):
    qtbot.keyClick(desk.window.transcript, key, CONTROL)
    return round(desk.playback.position_ms())


def test_the_keys_go_from_onset_to_onset_and_say_where_there_is_none(qtbot, desk):
    onsets = desk.onsets.all_ms
    assert all(before < after for before, after in pairwise(onsets))
    forward = [go(qtbot, desk, Qt.Key.Key_Right) for _ in onsets]
    assert forward == [ms for ms in onsets if ms > 10] + [onsets[-1]] * (onsets[0] <= 10)
    assert not desk.heard
    assert go(qtbot, desk, Qt.Key.Key_Right) == onsets[-1]
    assert desk.heard == ["No speech begins after this."]
    assert [go(qtbot, desk, Qt.Key.Key_Left) for _ in onsets[1:]] == list(reversed(onsets[:-1]))
    go(qtbot, desk, Qt.Key.Key_Left)
    assert desk.heard[-1] == "No speech begins before this."


def test_while_it_plays_it_plays_on_and_the_way_back_does_not_stick(qtbot, desk):
    third, second = desk.onsets.all_ms[3], desk.onsets.all_ms[2]
    desk.playback.play_from(third - 30)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > third + 20, timeout=5000)
    assert go(qtbot, desk, Qt.Key.Key_Left) == pytest.approx(second, abs=40)
    assert desk.playback.is_playing
    assert go(qtbot, desk, Qt.Key.Key_Right) >= second
    desk.playback.pause()


def test_before_they_are_found_the_keys_say_so(qtbot, desk):
    desk.recording.opened.emit()
    assert not desk.onsets.all_ms
    go(qtbot, desk, Qt.Key.Key_Right)
    assert desk.heard[-1] == NOT_YET
