"""The sounds that measure the reaction time begin when it is said that they do."""

import wave
from pathlib import Path

import numpy as np

from replique.media.beeps import RATE, write_beeps


def test_each_sound_begins_at_its_millisecond_at_full_height(tmp_path: Path) -> None:
    path = tmp_path / "beeps.wav"
    length_ms = write_beeps(path, [1500, 3210, 4800])
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        assert file.getframerate() == RATE
    assert samples.size == RATE * length_ms // 1000
    loud = np.flatnonzero(np.abs(samples) > 10_000)
    starts = loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > RATE // 2)]
    assert [round(start * 1000 / RATE) for start in starts] == [1500, 3210, 4800]
    assert np.abs(samples).max() < 20_000
