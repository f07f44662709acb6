"""What is really heard from libVLC, by the moment that its audio callbacks name.

For Qt this can't be asked: its QAudioBufferOutput gives what was decoded, not when it is heard.
"""

import numpy as np
import pytest


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
    assert abs(np.median(errors)) < 20
    assert np.percentile(np.abs(errors), 90) < 40
