"""What is really heard from libVLC, by the moment that its audio callbacks name.

On a busy machine libVLC says late that its sound begins, and the clock is off until it next says where it is: so a
quarter of the readings, and one seek of four, may be off here. ``packaging/measure_player.py`` asks for all seeks and
for 95 % within 30 ms.
"""

from time import monotonic

import numpy as np
import pytest

from replique.workflow.samples import sample

KINDS = [
    "wav", "flac", "mp3-cbr", "mp3-vbr", "mp3-vbr-bare", "mp3-low", "mp3-cover", "m4a", "m4a-cover", "opus", "mp4",
    "mkv", "webm", "mkv-late", "ts",
]  # fmt: skip

MOST = 75


@pytest.fixture
def trial(measuring, told_recordings, vlc_player):
    """A function that returns libVLC with a recording of a kind, listened to."""

    def make(name):
        late_s = measuring.KINDS[name].late_s
        return measuring.Trial(vlc_player, told_recordings(name), 1000 * (measuring.TOLD_S + late_s))

    return make


@pytest.mark.parametrize("name", KINDS)
def test_in_every_container_a_seek_is_heard_where_it_was_asked_for(measuring, trial, name):
    heard = trial(name)
    heard.seek(4, 1000 * measuring.KINDS[name].late_s)
    assert sorted(np.abs(heard.figures.landings))[-2] < 30
    assert np.percentile(np.abs(heard.figures.errors), MOST) < 30


@pytest.mark.parametrize("rate", [0.5, 0.75, 1.0, 1.5, 2.0])
def test_at_every_speed_the_clock_shows_what_is_heard_through_seeks_pauses_and_changes_of_speed(trial, rate):
    heard = trial("mp3-vbr")
    heard.player.set_rate(rate)
    heard.seek(4)
    heard.play(2.4, 8000)
    assert sorted(np.abs(heard.figures.landings))[-2] < 100
    assert np.percentile(np.abs(heard.figures.errors), MOST) < 30


@pytest.mark.parametrize("rate", [0.5, 1.0, 2.0])
def test_of_a_loop_nothing_is_heard_after_its_end(trial, rate):
    heard = trial("m4a")
    heard.player.set_rate(rate)
    heard.loop(3, 10_500, 500)
    assert len(heard.figures.overshoots) >= 3
    assert max(heard.figures.overshoots) < 30
    assert min(heard.figures.overshoots) > -60
    assert np.percentile(np.abs(heard.figures.errors), MOST) < 30


@pytest.mark.parametrize("rate", [0.75, 1.0, 2.0])
def test_of_speech_the_clock_shows_what_is_heard_at_every_speed(qtbot, measuring, vlc_player, rate):
    recording = sample("fr").recording
    known, ear = measuring.Recording(recording), measuring.Ear(vlc_player)
    vlc_player.load(recording)
    vlc_player.set_rate(rate)
    errors = []
    for from_ms in (5000, 30_000):
        vlc_player.play(from_ms)
        qtbot.waitUntil(lambda ms=from_ms: vlc_player.position_ms() > ms + 1800 * rate)
        for back_s in np.arange(0.3, 1.2, 0.1):
            at_s = monotonic() - back_s
            clock_ms = vlc_player.position_ms(at_s)
            heard_ms = known.position_ms(ear, at_s, clock_ms, rate)
            errors += [] if heard_ms is None else [clock_ms - heard_ms]
    assert len(errors) >= 8
    assert abs(np.median(errors)) < (3 if rate == 1 else 10)
    assert np.max(np.abs(errors)) < 30


@pytest.mark.parametrize("rate", [0.5, 1.0, 2.0])
def test_after_a_pause_nothing_more_is_heard_and_it_goes_on_where_it_stopped(qtbot, measuring, trial, rate):
    heard = trial("mp3-cbr")
    player, ear = heard.player, heard.ear
    player.set_rate(rate)
    player.play(5000)
    qtbot.waitUntil(lambda: player.position_ms() > 5000 + 700 * rate)
    player.pause()
    here_ms = player.position_ms()
    pause_s = monotonic()
    qtbot.waitUntil(lambda: monotonic() > pause_s + 0.3)
    sound, readings = ear.readings()[-1]
    last_ms = readings[-1].heard_ms + 1000 * rate * (sound.end_s - readings[-1].at_s)
    assert last_ms == pytest.approx(here_ms, abs=60 * max(1.0, rate))
    player.play()
    qtbot.waitUntil(lambda: player.position_ms() > here_ms + 500 * rate)
    sound, readings = ear.readings(pause_s + 0.1)[-1]
    first_ms = readings[0].heard_ms - 1000 * rate * (readings[0].at_s - sound.at_s)
    assert first_ms == pytest.approx(here_ms, abs=30)
