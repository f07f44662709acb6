"""What every player promises, asked of both real ones."""

import shutil
import threading
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import monotonic

import pytest
from PySide6.QtCore import QTimer

from replique.core.errors import PlayerError
from replique.playback.create import Backend, create_player
from replique.playback.player import PlayerState

END_MS = 8000


def until(qtbot, condition, timeout=5000):
    """Wait for a condition."""
    qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)


def told_times(player):
    """Collect what the engine itself says: (moment, milliseconds)."""
    told = []
    player.engine.told.connect(lambda news, at_s, ms: told.append((at_s, ms)) if news.value == "time" else None)
    return told


def watch_frames(player):
    """Collect the position at each of 100 looks a second."""
    seen = []
    timer = QTimer(player)
    timer.timeout.connect(lambda: seen.append(player.position_ms()))
    timer.start(10)
    return seen


def test_it_stands_at_the_beginning_when_it_is_loaded(player):
    assert player.state is PlayerState.PAUSED
    assert player.position_ms() == 0
    assert player.duration_ms == END_MS
    assert player.name.startswith(("libVLC 3.", "Qt Multimedia"))


def test_without_a_recording_play_and_seek_do_nothing(empty_player):
    empty_player.play()
    empty_player.seek(500)
    assert empty_player.state is PlayerState.EMPTY
    assert empty_player.position_ms() == 0


def test_it_plays_as_fast_as_time_goes_by(qtbot, player):
    with qtbot.waitSignal(player.state_changed) as changed:
        player.play()
    assert changed.args == [PlayerState.PLAYING]
    until(qtbot, lambda: player.position_ms() > 300)
    start_s, start_ms = monotonic(), player.position_ms()
    until(qtbot, lambda: player.position_ms() > 1300)
    assert player.position_ms() - start_ms == pytest.approx(1000 * (monotonic() - start_s), abs=40)


def test_the_clock_says_what_the_player_says(qtbot, player):
    told = told_times(player)
    player.play()
    until(qtbot, lambda: player.position_ms() > 1200)
    assert told
    # The first word may come as a surprise to a clock that runs on a busy machine.
    assert median(abs(player.position_ms(at_s) - ms) for at_s, ms in told) < 30


def test_a_seek_before_play_is_kept(qtbot, player):
    told = told_times(player)
    player.seek(3000)
    assert player.position_ms() == 3000
    player.play()
    until(qtbot, lambda: told and player.position_ms() > 3300)
    assert all(3000 <= ms < 3700 for _, ms in told)


def test_a_seek_in_pause_moves_the_position_and_play_goes_on_there(qtbot, player):
    player.play()
    until(qtbot, lambda: player.position_ms() > 200)
    player.pause()
    with qtbot.waitSignal(player.position_jumped) as jumped:
        player.seek(5000)
    assert jumped.args == [5000]
    assert player.state is PlayerState.PAUSED
    assert player.position_ms() == 5000
    told = told_times(player)
    player.play()
    until(qtbot, lambda: len(told) > 1 and player.position_ms() > 5200)
    assert all(4950 <= ms < 6000 for _, ms in told)


def test_pause_stands_where_the_sound_was_and_play_goes_on_there(qtbot, player):
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1450)
    before_ms = player.position_ms()
    player.pause()
    here_ms = player.position_ms()
    assert here_ms == pytest.approx(before_ms, abs=40)
    told = told_times(player)
    player.play()
    assert player.position_ms() == pytest.approx(here_ms, abs=1)
    until(qtbot, lambda: len(told) > 1)
    assert min(ms for _, ms in told) > here_ms - 50


def test_the_position_stands_at_the_target_of_a_seek_and_then_runs_on(qtbot, player):
    player.play()
    until(qtbot, lambda: player.position_ms() > 300)
    player.seek(4000)
    seen = watch_frames(player)
    until(qtbot, lambda: player.position_ms() > 4500)
    assert min(seen) >= 4000
    assert seen == sorted(seen)


def test_of_many_fast_seeks_few_are_sent_and_the_newest_wins(qtbot, player):
    player.play()
    until(qtbot, lambda: player.position_ms() > 200)
    sent = []
    play = player.engine.play
    player.engine.play = lambda ms, end_ms: (sent.append((monotonic(), ms)), play(ms, end_ms))
    targets = iter(range(1000, 5000, 200))
    timer = QTimer(player)
    timer.timeout.connect(lambda: player.seek(target) if (target := next(targets, None)) else timer.stop())
    timer.start(20)
    until(qtbot, lambda: player.position_ms() > 5000)
    assert [ms for _, ms in sent][-1] == 4800
    assert len(sent) <= 6
    gaps = [later[0] - earlier[0] for earlier, later in pairwise(sent)]
    assert min(gaps) >= 0.099


def test_a_span_is_played_and_it_stands_exactly_at_its_end(qtbot, player):
    seen = watch_frames(player)
    with qtbot.waitSignal(player.state_changed, check_params_cb=lambda state: state is PlayerState.PAUSED):
        player.play_span(2000, 2400)
    assert player.position_ms() == 2400
    assert all(2000 <= ms <= 2430 for ms in seen)


def test_the_end_of_a_span_is_not_overrun_by_more_than_30_ms(qtbot, player):
    stopped = []
    player.play_span(2000, 2600)
    until(qtbot, lambda: player.position_ms() > 2100)
    due_s = monotonic() + (2600 - player.position_ms()) / 1000
    player.state_changed.connect(lambda _: stopped.append(monotonic()))
    until(qtbot, lambda: stopped)
    assert stopped[0] - due_s == pytest.approx(0, abs=0.03)


def test_an_empty_span_is_only_gone_to(player):
    player.play_span(2000, 2000)
    assert player.state is PlayerState.PAUSED
    assert player.position_ms() == 2000


def test_a_loop_comes_back_until_play_goes_on_past_its_end(qtbot, player):
    jumps = []
    player.play_span(2000, 2250, loop=True)
    player.position_jumped.connect(jumps.append)
    seen = watch_frames(player)
    until(qtbot, lambda: len(jumps) >= 3)
    assert set(jumps) == {2000}
    assert max(seen) <= 2280
    player.play()
    until(qtbot, lambda: player.position_ms() > 2500)


def test_a_loop_over_the_end_of_the_recording_comes_back_too(qtbot, player):
    jumps = []
    player.play_span(7600, 9000, loop=True)
    player.position_jumped.connect(jumps.append)
    until(qtbot, lambda: len(jumps) >= 2 and player.position_ms() > 7700)
    assert player.is_playing


def test_at_the_end_it_says_so_and_play_starts_again(qtbot, player):
    with qtbot.waitSignal(player.ended):
        player.play(7300)
    assert player.state is PlayerState.ENDED
    assert player.position_ms() == END_MS
    player.play()
    assert player.is_playing
    until(qtbot, lambda: 200 < player.position_ms() < 2000)


def test_after_the_end_it_can_be_sent_back_and_played_from_there(qtbot, player):
    with qtbot.waitSignal(player.ended):
        player.play(7700)
    player.seek(1000)
    assert player.state is PlayerState.PAUSED
    player.play()
    until(qtbot, lambda: 1300 < player.position_ms() < 2000)


def test_pause_while_the_last_sound_runs_out_is_a_pause(qtbot, player):
    player.play(7200)
    until(qtbot, lambda: player.position_ms() > 7500)
    player.pause()
    here_ms = player.position_ms()
    assert here_ms < END_MS
    with qtbot.waitSignal(player.ended):
        player.play()
    assert player.position_ms() == END_MS


@pytest.mark.parametrize("rate", [0.5, 2.0])
def test_at_other_speeds_the_position_runs_accordingly(qtbot, player, rate):
    player.set_rate(rate)
    assert player.rate == rate
    told = told_times(player)
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1200)
    start_s, start_ms = monotonic(), player.position_ms()
    until(qtbot, lambda: monotonic() > start_s + 0.8)
    assert player.position_ms() - start_ms == pytest.approx(1000 * rate * (monotonic() - start_s), abs=60)
    assert told


def test_the_speed_can_change_while_it_plays_and_stays_in_its_bounds(qtbot, player):
    player.play()
    until(qtbot, lambda: player.position_ms() > 300)
    here_ms = player.position_ms()
    player.set_rate(9)
    assert player.rate == 2.0
    assert player.position_ms() == pytest.approx(here_ms, abs=20)
    player.set_rate(0.1)
    assert player.rate == 0.5


def test_volume_and_silence_are_kept_in_their_bounds(qtbot, player):
    player.set_volume(140)
    assert player.volume == 100
    player.set_volume(-3)
    assert player.volume == 0
    player.set_muted(True)
    assert player.muted
    player.play()
    until(qtbot, lambda: player.position_ms() > 100)
    player.set_muted(False)
    assert not player.muted


def test_a_key_is_looked_up_in_the_past_in_which_it_was_pressed(qtbot, player):
    player.play(1000)
    until(qtbot, lambda: player.position_ms() > 1400)
    pressed_s, pressed_ms = monotonic(), player.position_ms()
    player.seek(6000)
    until(qtbot, lambda: player.position_ms() > 6100)
    assert player.position_ms(pressed_s) == pytest.approx(pressed_ms, abs=2)


def test_another_recording_takes_the_place_of_one_that_plays(qtbot, player, chirps):
    player.play(3000)
    until(qtbot, lambda: player.position_ms() > 3200)
    player.load(chirps["wav"])
    assert player.state is PlayerState.PAUSED
    assert player.position_ms() == 0
    assert player.duration_ms is None
    player.play()
    until(qtbot, lambda: 200 < player.position_ms() < 1000)


def test_a_recording_that_is_let_go_leaves_silence(qtbot, player):
    player.play()
    until(qtbot, lambda: player.position_ms() > 200)
    player.unload()
    assert player.state is PlayerState.EMPTY
    assert player.position_ms() == 0


def test_a_very_short_recording_is_played_to_its_end(qtbot, empty_player, measuring, tmp_path):
    empty_player.load(measuring.write_chirp(tmp_path / "short.wav", 0.05))
    empty_player.set_duration(50)
    with qtbot.waitSignal(empty_player.ended):
        empty_player.play()
    assert empty_player.position_ms() == 50


def test_without_a_known_length_it_ends_where_the_sound_ends(qtbot, empty_player, measuring, tmp_path):
    empty_player.load(measuring.write_chirp(tmp_path / "short.wav", 1))
    with qtbot.waitSignal(empty_player.ended):
        empty_player.play()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"This is only text.\n", "This is no recording that can be read."),
        (b"", "The file is empty."),
        (None, "There is no such file."),
    ],
    ids=["text", "empty", "missing"],
)
def test_what_cannot_be_played_is_said_in_words(qtbot, empty_player, tmp_path, content, words):
    path = tmp_path / "entretien.mp3"
    if content is not None:
        path.write_bytes(content)
    told = []
    empty_player.failed.connect(told.append)
    empty_player.load(path)
    empty_player.play()
    until(qtbot, lambda: told)
    assert isinstance(told[0], PlayerError)
    assert told[0].path == path
    assert words in str(told[0])
    assert empty_player.state is PlayerState.FAILED


def test_a_recording_that_vanishes_is_missed_and_plays_again_when_it_is_back(qtbot, empty_player, chirps, tmp_path):
    path = Path(shutil.copy(chirps["wav"], tmp_path / "entretien.wav"))
    empty_player.load(path)
    empty_player.set_duration(END_MS)
    empty_player.play()
    until(qtbot, lambda: empty_player.position_ms() > 300)
    with path.open("r+b") as file:
        file.truncate(300_000)
    # Qt may have read all of it already: then it is missed at its end.
    with qtbot.waitSignal(empty_player.failed, timeout=20_000) as told:
        pass
    assert "broke off at 0:0" in str(told.args[0])
    path.unlink()
    with qtbot.waitSignal(empty_player.failed) as told:
        empty_player.play()
    assert "no such file" in str(told.args[0])
    shutil.copy(chirps["wav"], path)
    empty_player.play(1000)
    until(qtbot, lambda: empty_player.position_ms() > 1300)
    assert empty_player.is_playing


def test_after_closing_nothing_is_told(qtbot, player):
    player.play()
    until(qtbot, lambda: player.position_ms() > 200)
    told, later = [], []
    for signal in (player.state_changed, player.position_jumped, player.ended, player.failed, player.engine.told):
        signal.connect(lambda *values: told.append(values))
    player.close()
    player.close()
    QTimer.singleShot(300, lambda: later.append(True))
    until(qtbot, lambda: later)
    assert told == []


@pytest.mark.parametrize("backend", list(Backend), ids=["libVLC", "Qt"])
def test_twenty_players_leave_no_thread_and_no_memory_behind(qtbot, chirps, backend):
    def use_one():
        player = create_player(backend, ["--aout=dummy"])
        player.load(chirps["mp3"])
        player.play()
        until(qtbot, lambda: player.position_ms() > 20)
        player.close()
        with qtbot.waitSignal(player.destroyed):
            player.deleteLater()

    for _ in range(3):
        use_one()
    threads, kilobytes = threads_and_kilobytes()
    for _ in range(20):
        use_one()
    until(qtbot, lambda: threads_and_kilobytes()[0] <= threads)
    assert threads_and_kilobytes()[1] - kilobytes < 8_000
    assert threading.active_count() == 1


def threads_and_kilobytes():
    status = Path("/proc/self/status").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in status)
    return int(fields["Threads"]), int(fields["VmRSS"].split()[0])
