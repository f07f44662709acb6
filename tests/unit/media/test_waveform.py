"""The waveform shows each sound where the player plays it, whatever the format."""

import os
from pathlib import Path

import numpy as np
import pytest

from replique.core.errors import Cancelled
from replique.core.progress import CancelToken
from replique.media.cache import PeaksCache
from replique.media.peaks import BLOCK_BINS, ROWS, Peaks
from replique.media.probe import probe
from replique.media.waveform import compute, load_or_compute


def waveform_of(path):
    peaks = Peaks(probe(path).duration_ms)
    compute(path, peaks, lambda ready_ms: None)
    return peaks


def onsets_ms(peaks):
    """Where silence ends, to the bin of 5 ms."""
    bins = peaks.to_array()
    loud = bins[1] > 3000
    starts = np.flatnonzero(loud & ~np.roll(loud, 1)) * 5
    return [int(ms) for i, ms in enumerate(starts) if i == 0 or ms - starts[i - 1] > 100]


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".opus", ".flac", ".mkv", ".webm", ".mp4"])
def test_a_click_stands_at_its_time_in_every_format_within_10_ms(make_sound, suffix):
    sound = make_sound(suffix)
    found = onsets_ms(waveform_of(sound.path))
    assert len(found) == len(sound.clicks_s)
    for heard_ms, click_s in zip(found, sound.clicks_s, strict=True):
        assert abs(heard_ms - click_s * 1000) <= 10


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".opus", ".flac"])
def test_the_duration_is_that_of_the_sound(make_sound, suffix):
    sound = make_sound(suffix)
    assert abs(waveform_of(sound.path).duration_ms - sound.seconds * 1000) <= 50


def test_stereo_counts_the_same_time_as_mono(make_sound):
    sound = make_sound(".flac", stereo=True)
    assert onsets_ms(waveform_of(sound.path)) == [1000, 2500, 4000]


def test_columns_show_the_loudest_of_what_they_cover_at_every_zoom(make_sound):
    sound = make_sound(".wav", 12.0, (3.0, 9.0))
    peaks = waveform_of(sound.path)
    for count in (12, 120, 1200, 4800):
        low, high, rms = peaks.columns(0, 12_000, count)
        loud_s = np.flatnonzero(high > 0.5) * 12 / count
        assert loud_s[0] == pytest.approx(3.0, abs=12 / count)
        assert loud_s[-1] == pytest.approx(9.05, abs=12 / count + 0.01)
        assert np.all(low <= high)
        assert np.all(rms <= np.maximum(high, -low) + 1e-3)


def test_what_is_outside_or_not_ready_is_silence():
    peaks = Peaks(60_000)
    peaks.append(np.full((ROWS, BLOCK_BINS), 1000, np.int16))
    assert peaks.ready_ms == 5120
    high = peaks.columns(-5120, 10_240, 3)[1]
    assert high[0] == 0
    assert high[1] > 0
    assert high[2] == 0


def test_a_recording_longer_than_it_claims_is_shown_whole(make_sound):
    sound = make_sound(".wav", 12.0, (3.0, 9.0))
    peaks = Peaks(1000)
    compute(sound.path, peaks, lambda ready_ms: None)
    assert peaks.duration_ms == 12_000
    assert onsets_ms(peaks) == [3000, 9000]


def test_the_waveform_comes_from_the_cache_the_second_time(make_sound, tmp_path, monkeypatch):
    sound = make_sound(".mp3")
    cache = PeaksCache(tmp_path)
    first = load_or_compute(sound.path, 6000, cache, lambda p: None, lambda ms: None)
    monkeypatch.setattr("replique.media.waveform.compute", None)
    second = load_or_compute(sound.path, 6000, cache, lambda p: None, lambda ms: None)
    assert np.array_equal(first.to_array(), second.to_array())
    assert second.duration_ms == first.duration_ms
    assert second.is_complete


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:50],
        lambda data: b"",
        lambda data: data + b"1",
        lambda data: data[:-100] + b"\x7f" * 100,
        lambda data: b"{}\n",
    ],
    ids=["cut off", "empty", "longer", "other sound", "no header"],
)
def test_a_damaged_cache_file_is_computed_anew(make_sound, tmp_path, damage):
    sound = make_sound(".mp3")
    cache = PeaksCache(tmp_path)
    sound_peaks = load_or_compute(sound.path, 6000, cache, lambda p: None, lambda ms: None).to_array()
    for file in tmp_path.iterdir():
        file.write_bytes(damage(file.read_bytes()))
        assert cache.get(file.stem) is None
    again = load_or_compute(sound.path, 6000, cache, lambda p: None, lambda ms: None)
    assert np.array_equal(again.to_array(), sound_peaks)


def test_a_cache_folder_that_cannot_be_made_is_no_fault(make_sound, tmp_path):
    (tmp_path / "file").touch()
    cache = PeaksCache(tmp_path / "file" / "peaks")
    assert load_or_compute(make_sound(".mp3").path, 6000, cache, lambda p: None, lambda ms: None).ready_ms > 5000


def test_a_name_that_is_no_address_and_no_text_is_only_a_name(make_sound, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = make_sound(".wav").path.read_bytes()
    for name in ("a:b.wav", "x%03d.wav", os.fsdecode(b"caf\xe9.wav")):
        try:
            Path(name).write_bytes(data)
        except (OSError, UnicodeEncodeError):
            continue
        assert onsets_ms(waveform_of(Path(name))) == [1000, 2500, 4000]


def test_the_oldest_waveforms_go_when_the_cache_is_full(tmp_path):
    cache = PeaksCache(tmp_path, max_bytes=20_000)
    for key in ("first", "second", "third"):
        peaks = Peaks(5120)
        peaks.append(np.zeros((ROWS, BLOCK_BINS), np.int16))
        cache.put(key, peaks)
    assert cache.get("third")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_cancelled_waveform_leaves_nothing_in_the_cache(make_sound, tmp_path):
    sound = make_sound(".mp3")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        load_or_compute(sound.path, 6000, PeaksCache(tmp_path), lambda p: None, lambda ms: None, cancel=token)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_breaks_off_is_shown_as_far_as_it_goes(make_sound, tmp_path):
    sound = make_sound(".mp3", 12.0, (3.0, 9.0))
    cut = tmp_path / "cut.mp3"
    data = sound.path.read_bytes()
    cut.write_bytes(data[: len(data) // 2])
    peaks = waveform_of(cut)
    assert 5000 < peaks.duration_ms < 7000
    assert abs(onsets_ms(peaks)[0] - 3000) <= 10


def test_a_damaged_middle_is_passed_over(make_sound, tmp_path):
    sound = make_sound(".mp3", 12.0, (3.0, 9.0))
    data = bytearray(sound.path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 2000] = bytes(2000)
    damaged = tmp_path / "damaged.mp3"
    damaged.write_bytes(data)
    found = onsets_ms(waveform_of(damaged))
    assert abs(found[0] - 3000) <= 10
    assert abs(found[-1] - 9000) <= 400


def test_progress_goes_to_the_end_and_the_ready_part_grows(make_sound):
    sound = make_sound(".wav", 12.0, (3.0, 9.0))
    shares, ready = [], []
    compute(sound.path, Peaks(12_000), ready.append, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert ready == sorted(ready)
    assert ready[-1] >= 12_000
