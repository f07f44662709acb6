"""Play after a pause steps back, so that one hears the words again that the pause cut; nothing else does."""

import pytest
from PySide6.QtCore import Qt

from replique.ui.choices import Backend

KEYS = Qt.Key
NEAR_MS = 200
"""A busy machine looks a little later; the steps are longer than that."""


@pytest.fixture(params=[Backend.VLC, Backend.QT], ids=["libVLC", "Qt"])
def desk(request, qtbot, make_desk, open_sample, hands):
    """The sample, played to 10.2 seconds and paused with the space bar."""
    made = make_desk(request.param)
    open_sample(made)
    hands.sit_at(made.window)
    made.session.set_current(made.session.document.turns[1].id)
    made.playback.play_from(10_000)
    qtbot.waitUntil(lambda: made.playback.position_ms() > 10_200, timeout=10_000)
    hands.press(KEYS.Key_Space)
    assert not made.playback.is_playing
    return made


def play_and_look(desk, hands):
    """Press the space bar; return how far playing began from where it stood, in milliseconds."""
    before_ms = desk.playback.position_ms()
    hands.press(KEYS.Key_Space)
    assert desk.playback.is_playing
    return desk.playback.position_ms() - before_ms


def test_playing_goes_on_a_step_earlier(desk, hands):
    assert play_and_look(desk, hands) == pytest.approx(-1500, abs=NEAR_MS)


@pytest.mark.parametrize("step_ms", [0, 300, 10_000])
def test_the_step_can_be_set_and_be_nothing_at_all(desk, hands, step_ms):
    desk.settings.back_step_ms = step_ms
    assert play_and_look(desk, hands) == pytest.approx(-step_ms, abs=NEAR_MS)


def test_it_does_not_lead_before_the_beginning(desk, hands, qtbot):
    desk.playback.play_from(0)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 300, timeout=10_000)
    hands.press(KEYS.Key_K)
    hands.press(KEYS.Key_Space)
    assert 0 <= desk.playback.position_ms() < 100


def test_whoever_went_elsewhere_and_came_back_meant_that_place(desk, hands):
    hands.press(KEYS.Key_Left)
    hands.press(KEYS.Key_Right)
    assert play_and_look(desk, hands) == pytest.approx(0, abs=NEAR_MS)


def test_two_pauses_are_two_steps(desk, hands, qtbot):
    play_and_look(desk, hands)
    here_ms = desk.playback.position_ms()
    qtbot.waitUntil(lambda: desk.playback.position_ms() > here_ms + 300, timeout=10_000)
    hands.press(KEYS.Key_K)
    assert play_and_look(desk, hands) == pytest.approx(-1500, abs=NEAR_MS)


def test_a_loop_goes_on_where_it_was_and_remains_a_loop(desk, hands, qtbot):
    desk.playback.loop_span(20_000, 21_000)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 20_300, timeout=10_000)
    hands.press(KEYS.Key_Space)
    assert play_and_look(desk, hands) == pytest.approx(0, abs=NEAR_MS)
    assert desk.playback.looping
    with qtbot.waitSignal(desk.playback.player.position_jumped, timeout=10_000) as jumped:
        pass
    assert jumped.args == [20_000]


def test_a_paused_loop_that_is_ended_stays_paused(desk, hands, qtbot):
    desk.playback.loop_span(20_000, 21_000)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 20_300, timeout=10_000)
    hands.press(KEYS.Key_Space)
    desk.playback.stop_loop()
    assert not desk.playback.is_playing
    assert not desk.playback.looping


def test_a_piece_that_stopped_at_its_end_goes_on_from_there(desk, hands, qtbot):
    desk.playback.play_span(20_000, 20_300)
    qtbot.waitUntil(lambda: not desk.playback.is_playing, timeout=10_000)
    assert play_and_look(desk, hands) == pytest.approx(0, abs=NEAR_MS)


def test_another_recording_begins_where_it_stands(desk, hands, qtbot, open_sample):
    with qtbot.waitSignal(desk.recording.opened, timeout=20_000):
        desk.recording.open(desk.recording.media.path, 5000)
    assert play_and_look(desk, hands) == pytest.approx(0, abs=NEAR_MS)
