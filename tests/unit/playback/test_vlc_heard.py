"""What is really heard from libVLC, by the moment that its audio callbacks name.

For Qt this can't be asked: its QAudioBufferOutput gives what was decoded, not when it is heard.
"""

from time import monotonic

import numpy as np
import pytest

from replique.workflow.samples import sample


def clock_errors_ms(qtbot, measuring, player, path, from_ms, rate):
    """Play a second and a half and return clock minus heard, for each tenth of a second."""
    ear = measuring.Ear(player)
    player.load(path)
    player.set_duration(8000)
    player.set_rate(rate)
    player.play(500)
    qtbot.waitUntil(lambda: player.position_ms() > 700)
    player.seek(from_ms)
    qtbot.waitUntil(lambda: player.position_ms() > from_ms + 1500 * rate)
    return ear.errors_ms()


@pytest.mark.parametrize("suffix", ["wav", "mp3"])
def test_after_a_seek_the_clock_shows_what_is_heard(qtbot, measuring, vlc_player, chirps, suffix):
    errors = clock_errors_ms(qtbot, measuring, vlc_player, chirps[suffix], 3000, 1.0)
    assert len(errors) > 8
    assert abs(np.median(errors)) < 3
    assert np.max(np.abs(errors)) < 30


@pytest.mark.parametrize("rate", [0.5, 2.0])
def test_at_other_speeds_the_clock_shows_what_is_heard(qtbot, measuring, vlc_player, chirps, rate):
    errors = clock_errors_ms(qtbot, measuring, vlc_player, chirps["mp3"], 3000, rate)
    assert abs(np.median(errors)) < 30
    assert np.percentile(np.abs(errors), 90) < 40


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
    assert abs(np.median(errors)) < (3 if rate == 1 else 20)
    assert np.max(np.abs(errors)) < 40
