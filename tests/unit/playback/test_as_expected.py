"""What a person expects of any player, asked of both real ones: hasty hands, ends, and media that go away."""

import shutil
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QTimer

from replique.playback.player import PlayerState

END_MS = 8000


def until(qtbot, condition, timeout=8000):
    qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)


def every(ms, count, act, owner):
    """Do something so many times; return the timer, which stops then."""
    left = [count]
    timer = QTimer(owner)

    def tick():
        act()
        left[0] -= 1
        if not left[0]:
            timer.stop()

    timer.timeout.connect(tick)
    timer.start(ms)
    return timer


def commands_to(engine):
    """Note the seeks that reach the engine, and when."""
    sent = []
    play, seek = engine.play, engine.seek
    engine.play = lambda ms, end_ms=None: (sent.append((monotonic(), ms)), play(ms, end_ms))
    engine.seek = lambda ms: (sent.append((monotonic(), ms)), seek(ms))
    return sent


def times_of(player):
    told = []
    player.engine.told.connect(lambda news, _at_s, ms: told.append(ms) if news.value == "time" else None)
    return told


@pytest.mark.parametrize("plays", [True, False], ids=["playing", "paused"])
def test_scrubbing_ends_exactly_where_the_hand_stopped_and_sends_few_seeks(qtbot, player, plays):
    player.play(500)
    until(qtbot, lambda: player.position_ms() > 700)
    if not plays:
        player.pause()
    sent = commands_to(player.engine)
    targets = iter(range(1000, 5000, 100))
    timer = every(10, 40, lambda: player.seek(next(targets)), player)
    until(qtbot, lambda: not timer.isActive())
    assert player.position_ms() == pytest.approx(4900, abs=40)
    until(qtbot, lambda: sent[-1][1] == 4900)
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(sent)]
    assert min(gaps, default=1.0) >= 0.099
    if plays:
        told = times_of(player)
        until(qtbot, lambda: len(told) >= 2 and player.position_ms() > 5300)
        assert all(4800 <= ms < 7000 for ms in told)
    else:
        assert player.position_ms() == 4900
        assert player.state is PlayerState.PAUSED


def test_holding_an_arrow_key_goes_as_far_as_it_was_pressed(qtbot, player):
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1200)
    player.pause()
    here_ms = player.position_ms()
    timer = every(33, 40, lambda: player.seek(round(player.position_ms()) + 100), player)
    until(qtbot, lambda: not timer.isActive())
    assert player.position_ms() == pytest.approx(here_ms + 4000, abs=1)
    player.play()
    until(qtbot, lambda: here_ms + 4200 < player.position_ms() < here_ms + 5000)


def test_of_two_seeks_at_once_the_second_one_counts(qtbot, player):
    player.play(500)
    until(qtbot, lambda: player.position_ms() > 700)
    player.seek(6000)
    player.seek(2000)
    seen = []
    timer = every(10, 10_000, lambda: seen.append(player.position_ms()), player)
    until(qtbot, lambda: player.position_ms() > 2500)
    timer.stop()
    assert seen == sorted(seen)
    assert 2000 <= min(seen) < max(seen) < 4000


def test_another_speed_chosen_in_pause_counts_when_it_goes_on(qtbot, player):
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1300)
    player.pause()
    here_ms = player.position_ms()
    player.set_rate(2.0)
    assert player.position_ms() == pytest.approx(here_ms, abs=1)
    assert player.state is PlayerState.PAUSED
    player.play()
    until(qtbot, lambda: player.position_ms() > here_ms + 300)
    start_s, start_ms = monotonic(), player.position_ms()
    until(qtbot, lambda: monotonic() > start_s + 0.8)
    assert player.position_ms() - start_ms == pytest.approx(2000 * (monotonic() - start_s), abs=120)


def test_another_speed_chosen_while_it_plays_goes_on_from_there(qtbot, player):
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1500)
    player.set_rate(0.5)
    here_ms = player.position_ms()
    told = times_of(player)
    until(qtbot, lambda: len(told) >= 2 and player.position_ms() > here_ms + 300)
    assert all(here_ms - 100 <= ms <= here_ms + 1000 for ms in told)
    assert player.is_playing


def test_a_seek_beyond_the_end_stands_at_the_end_and_play_begins_anew(qtbot, player):
    player.seek(END_MS + 60_000)
    assert player.position_ms() == END_MS
    player.play()
    until(qtbot, lambda: 200 < player.position_ms() < 2000)


def test_a_seek_beyond_the_end_while_it_plays_ends_it(qtbot, player):
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1300)
    with qtbot.waitSignal(player.ended, timeout=8000):
        player.seek(END_MS + 60_000)
    assert player.state is PlayerState.ENDED
    assert player.position_ms() == END_MS


def test_a_span_that_ends_with_the_recording_stands_at_its_end(qtbot, player):
    stops = (PlayerState.PAUSED, PlayerState.ENDED)
    with qtbot.waitSignal(player.state_changed, check_params_cb=lambda state: state in stops, timeout=8000):
        player.play_span(7700, END_MS)
    assert player.position_ms() == END_MS
    player.play()
    until(qtbot, lambda: 200 < player.position_ms() < 2000)


def test_play_during_a_span_goes_on_past_its_end_without_a_step_back(qtbot, player):
    player.play_span(2000, 2600)
    until(qtbot, lambda: player.position_ms() > 2300)
    here_ms = player.position_ms()
    player.play()
    seen = []
    timer = every(10, 10_000, lambda: seen.append(player.position_ms()), player)
    until(qtbot, lambda: player.position_ms() > 3000)
    timer.stop()
    assert min(seen) >= here_ms - 1
    assert seen == sorted(seen)


def test_play_and_pause_in_a_hurry_end_as_the_last_one_said(qtbot, player):
    for _ in range(10):
        player.play()
        player.pause()
    assert player.state is PlayerState.PAUSED
    player.play(2000)
    until(qtbot, lambda: 2300 < player.position_ms() < 4000)


def test_a_recording_that_is_deleted_while_it_plays_is_played_on_or_missed_in_words(
    qtbot, empty_player, chirps, tmp_path
):
    path = Path(shutil.copy(chirps["wav"], tmp_path / "entretien.wav"))
    empty_player.load(path)
    empty_player.set_duration(END_MS)
    empty_player.play(5500)
    until(qtbot, lambda: empty_player.position_ms() > 5700)
    path.unlink()
    with qtbot.waitSignal(empty_player.failed, timeout=15_000) as told:
        pass
    assert empty_player.state is PlayerState.FAILED
    assert told.args[0].path == path
    assert "has changed or is gone" in str(told.args[0])
    assert "Bring it back" in str(told.args[0])
    shutil.copy(chirps["wav"], path)
    empty_player.play(1000)
    until(qtbot, lambda: empty_player.position_ms() > 1300)
    assert empty_player.is_playing


def test_a_drive_that_goes_away_in_pause_is_missed_and_play_finds_it_again(qtbot, empty_player, chirps, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    path = Path(shutil.copy(chirps["mp3"], drive / "entretien.mp3"))
    empty_player.load(path)
    shutil.rmtree(drive)
    # What has the file open plays it on, and misses it at its end.
    with qtbot.waitSignal(empty_player.failed, timeout=20_000) as told:
        empty_player.play()
    assert told.args[0].path == path
    assert "no such file" in str(told.args[0]) or "is gone" in str(told.args[0])
    assert empty_player.state is PlayerState.FAILED
    drive.mkdir()
    shutil.copy(chirps["mp3"], path)
    empty_player.play(500)
    until(qtbot, lambda: empty_player.position_ms() > 800)


def test_another_recording_is_loaded_while_one_plays_at_another_speed(qtbot, player, chirps):
    player.set_rate(1.5)
    player.play(6000)
    until(qtbot, lambda: player.position_ms() > 6200)
    player.load(chirps["wav"])
    player.set_duration(END_MS)
    player.play(3000)
    told = times_of(player)
    until(qtbot, lambda: len(told) >= 2 and player.position_ms() > 3400)
    assert all(2900 <= ms <= 5500 for ms in told)
    assert player.rate == 1.5
