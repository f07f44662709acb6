"""What Qt's player gives out, as far as it lets itself be heard.

QAudioBufferOutput gives each block of sound as it was decoded, at the moment when the player gives it out. So it can
be asked where the sound begins after a seek and how far the clock is from it, but for a block. It can't be asked when
a block is heard, nor when the sound stops (what was given out lies in the buffer of the output, about 100 ms), nor
what other speeds sound like: the pitch is kept after this point. libVLC is asked all of that in ``test_vlc_heard``.

Left out is MP3 of a variable bit rate: there Qt's player is silent for up to 150 ms after a seek, if in its place.
"""

from importlib import import_module

import numpy as np
import pytest

KINDS = ["wav", "flac", "mp3-cbr", "m4a", "opus", "mp4", "mkv", "webm"]


@pytest.fixture
def ear(measuring, qt_player):
    return import_module("measuring.qt_ear").QtEar(qt_player)


def begin(player, path, seconds):
    player.load(path)
    player.set_duration(1000 * seconds)
    player.play(1000)


def heard_from(qtbot, player, ear, target_ms, zero_ms):
    """Play from a position and return what was given out since: (where it was, where the clock was, its length)."""
    ear.given.clear()
    player.seek(target_ms)
    qtbot.waitUntil(lambda: player.position_ms() > target_ms + 400 * player.rate)
    block_ms = max(len(given.samples) for given in ear.given) / 48
    # What was on its way when the seek came tells another time altogether.
    told = [(ms, given.clock_ms, block_ms) for given, ms in ear.told(zero_ms)]
    return [reading for reading in told if abs(reading[0] - target_ms) < 1500]


@pytest.mark.parametrize("name", KINDS)
def test_after_a_seek_it_plays_what_was_asked_for_and_the_clock_shows_it(
    qtbot, measuring, told_recordings, qt_player, ear, name
):
    path = told_recordings(name)
    zero_ms = measuring.zero_ms(path)
    begin(qt_player, path, measuring.TOLD_S)
    qtbot.waitUntil(lambda: qt_player.position_ms() > 1200)
    for target_ms in (12_345, 3210, 19_876):
        readings = heard_from(qtbot, qt_player, ear, target_ms, zero_ms)
        assert readings[0][0] == pytest.approx(target_ms, abs=110)
        errors = [abs(clock_ms - ms) - block_ms for ms, clock_ms, block_ms in readings]
        assert np.median(errors) < 30


@pytest.mark.parametrize("rate", [0.5, 0.75, 1.5, 2.0])
def test_at_every_speed_the_clock_shows_what_is_played(qtbot, measuring, told_recordings, qt_player, ear, rate):
    begin(qt_player, told_recordings("mp3-cbr"), measuring.TOLD_S)
    qt_player.set_rate(rate)
    qtbot.waitUntil(lambda: qt_player.position_ms() > 1200)
    errors = []
    for target_ms in (12_345, 3210):
        readings = heard_from(qtbot, qt_player, ear, target_ms, 0.0)
        errors += [abs(clock_ms - ms) - block_ms for ms, clock_ms, block_ms in readings]
    assert np.median(errors) < 30 * max(1.0, rate)
