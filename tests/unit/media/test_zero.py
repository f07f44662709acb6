"""One zero: waveform and samples count from the same moment as the players, whatever a container says."""

import numpy as np
import pytest

from replique.media import samples
from replique.media.peaks import Peaks
from replique.media.probe import probe
from replique.media.waveform import compute

RATE = 48_000
CLICKS_S = (2.0, 5.5, 9.25)


def found_in_samples(path):
    y = samples.load(path, rate=RATE)
    loud = np.flatnonzero(np.abs(y) > 0.25) / RATE
    return loud[np.diff(loud, prepend=-1) > 0.5]


def found_in_the_waveform(path):
    peaks = Peaks(probe(path).duration_ms)
    compute(path, peaks)
    loud = np.flatnonzero(peaks.to_array()[1] > 8000) * 0.005
    return loud[np.diff(loud, prepend=-1) > 0.5]


CASES = [
    (".mp3", 0.0, 0.0, False),
    (".m4a", 0.0, 0.0, False),
    (".opus", 0.0, 0.0, False),
    (".aac", 0.0, 0.0, False),
    (".mp4", 1.5, 0.0, True),
    (".mkv", 1.5, 0.0, True),
    (".webm", 1.5, 0.0, True),
    (".mkv", 0.0, 100.0, True),
    (".mkv", 1.5, 100.0, True),
    (".ts", 0.0, 100.0, True),
    (".ts", 1.5, 0.0, True),
]
NAMES = [f"{suffix[1:]} sound {sound_s} all {all_s}" for suffix, sound_s, all_s, _ in CASES]


def delay_s(suffix, sound_s):
    """ADTS says nothing of the delay of its encoder: where the sound is first, zero is the beginning of the delay."""
    return 1024 / RATE if suffix in (".aac", ".ts") and not sound_s else 0.0


@pytest.mark.parametrize(("suffix", "sound_s", "all_s", "picture"), CASES, ids=NAMES)
def test_a_click_stands_at_its_time_within_5_ms(late, suffix, sound_s, all_s, picture):
    path = late(suffix, sound_s, all_s, picture=picture)
    expected = np.array(CLICKS_S) + delay_s(suffix, sound_s)
    for found in (found_in_samples(path), found_in_the_waveform(path)):
        assert found == pytest.approx(expected, abs=0.0055)


@pytest.mark.parametrize(("suffix", "sound_s", "all_s", "picture"), CASES, ids=NAMES)
def test_a_piece_is_found_at_the_same_time_as_in_the_whole(late, suffix, sound_s, all_s, picture):
    path = late(suffix, sound_s, all_s, picture=picture)
    y = samples.load(path, 5000, 7000, rate=RATE)
    found_s = 5 + float(np.argmax(np.abs(y) > 0.25)) / RATE
    assert found_s == pytest.approx(5.5 + delay_s(suffix, sound_s), abs=0.0055)
