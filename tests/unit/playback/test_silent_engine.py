"""An engine that says nothing any more: what the player makes of it. Real engines do so only now and then."""

from time import monotonic

import pytest
from PySide6.QtCore import QObject, Signal

from replique.playback import engine_player
from replique.playback.engine import News
from replique.playback.engine_player import EnginePlayer
from replique.playback.player import PlayerState


class MuteEngine(QObject):
    """Takes every command and says only what the test says."""

    told = Signal(object, float, float)
    name = "Mute"
    pull_back = 0.5

    def take(self, *values):
        pass

    outputs_changed = Signal()
    outputs = ()
    output_in_use = ""
    load = unload = play = pause = seek = set_rate = set_volume = set_muted = set_output = prober = close = take

    def say(self, news, ms=0.0):
        self.told.emit(news, monotonic(), float(ms))


@pytest.fixture
def recording(tmp_path):
    path = tmp_path / "entretien.wav"
    path.write_bytes(bytes(1000))
    return path


@pytest.fixture
def player(qapp, recording, monkeypatch):
    monkeypatch.setattr(engine_player, "SILENCE_S", 0.05)
    made = EnginePlayer(MuteEngine())
    made.load(recording)
    made.set_duration(60_000)
    yield made
    made.close()


def play_to(player, ms):
    player.play(ms)
    player.engine.say(News.BEGUN)
    player.engine.say(News.TIME, ms)


def test_a_recording_that_was_cut_off_unnoticed_is_missed(qtbot, player, recording):
    play_to(player, 20_000)
    recording.write_bytes(bytes(10))
    with qtbot.waitSignal(player.failed) as told:
        pass
    assert "broke off at 0:20" in str(told.args[0])


def test_a_recording_that_was_cut_off_and_read_to_its_new_end_is_missed_too(qtbot, player, recording):
    play_to(player, 59_900)
    recording.write_bytes(bytes(10))
    with qtbot.waitSignal(player.failed):
        player.engine.say(News.END)
    assert player.state is PlayerState.FAILED


def test_an_end_that_was_not_noticed_is_an_end(qtbot, player):
    play_to(player, 59_900)
    with qtbot.waitSignal(player.ended):
        pass
    assert player.position_ms() == 60_000


def test_a_slow_disk_is_waited_for(qtbot, player):
    play_to(player, 20_000)
    start_s = monotonic()
    qtbot.waitUntil(lambda: monotonic() > start_s + 0.2)
    assert player.is_playing
    player.engine.say(News.TIME, 20_200)
    assert player.is_playing
