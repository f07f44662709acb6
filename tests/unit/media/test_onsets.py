"""Onsets of speech are found in quiet and in noise, and nothing else is taken for one."""

import json

import numpy as np
import pytest

from replique.core.errors import Cancelled
from replique.core.progress import CancelToken
from replique.media.onsets import find_onsets
from replique.media.peaks import Peaks
from replique.media.waveform import Binner, compute

RATE = 44_100
SECONDS = 60


def spoken(starts_s, length_s=1.6, seed=5):
    """A voice of 130 Hz in syllables of a quarter of a second, each phrase begun by a hiss as of an s."""
    random = np.random.default_rng(seed)
    sound = np.zeros(SECONDS * RATE)
    at_s = np.arange(round(length_s * RATE)) / RATE
    voice = sum(np.sin(2 * np.pi * 130 * k * at_s) / k for k in range(1, 25))
    syllables = 0.35 + 0.65 * np.abs(np.sin(2 * np.pi * 2 * at_s))
    hiss = random.normal(size=at_s.size) * np.exp(-at_s / 0.05)
    phrase = 0.08 * voice * syllables * np.minimum(1, at_s / 0.03) + 0.05 * hiss
    for start_s in starts_s:
        first = round(start_s * RATE)
        sound[first : first + phrase.size] += phrase
    return sound


STARTS_S = tuple(2.0 + 2.3 * n for n in range(24))


def noise(db_below, like, color="white", seed=9):
    """Noise so many decibels below the mean power of what sounds in `like`."""
    random = np.random.default_rng(seed)
    made = random.normal(size=like.size)
    if color == "hum":
        made = np.sin(2 * np.pi * 50 * np.arange(like.size) / RATE) + 0.3 * np.sin(
            2 * np.pi * 100 * np.arange(like.size) / RATE
        )
    power = np.mean(np.square(like[np.abs(like) > 0]))
    return made * np.sqrt(power / np.mean(np.square(made)) * 10 ** (-db_below / 10))


def onsets_s(sound, rate=RATE):
    """What is found in samples [shape=(n,)] or [shape=(channels, n)]."""
    peaks = Peaks(SECONDS * 1000)
    binner = Binner(peaks)
    channels = np.atleast_2d(sound).astype(np.float32)
    for first in range(0, channels.shape[1], 100_000):
        binner.add(channels[:, first : first + 100_000], rate)
    binner.finish(rate)
    return find_onsets(peaks.voice()) / 1000


def assert_all_found(found_s, within_s):
    assert len(found_s) == len(STARTS_S)
    assert np.abs(found_s - STARTS_S).max() <= within_s


def test_in_silence_every_onset_is_found_to_twenty_milliseconds():
    assert_all_found(onsets_s(spoken(STARTS_S)), 0.02)


@pytest.mark.parametrize(("color", "db_below"), [("white", 20), ("white", 10), ("hum", 10), ("hum", 0)])
def test_in_noise_and_hum_every_onset_is_found(color, db_below):
    sound = spoken(STARTS_S)
    assert_all_found(onsets_s(sound + noise(db_below, sound, color)), 0.05)


def test_a_chord_that_is_held_hides_no_onset():
    sound = spoken(STARTS_S)
    at_s = np.arange(sound.size) / RATE
    chord = sum(np.sin(2 * np.pi * hz * at_s) for hz in (220, 277, 330))
    assert_all_found(onsets_s(sound + 0.02 * chord), 0.05)


def test_a_quieter_speaker_is_heard_as_well():
    sound = spoken(STARTS_S)
    sound[RATE * 30 :] *= 0.1
    assert_all_found(onsets_s(sound + 1e-4 * np.random.default_rng(1).normal(size=sound.size)), 0.05)


def test_both_channels_are_listened_to_and_every_sample_rate_is_right():
    sound = spoken(STARTS_S)
    assert_all_found(onsets_s(np.stack([sound * 0, sound])), 0.02)
    assert_all_found(onsets_s(sound[::4], RATE // 4), 0.03)


def test_short_gaps_are_no_pauses_and_clicks_no_speech():
    assert len(onsets_s(spoken((5.0, 6.7, 20.0)))) == 2
    sound = spoken(STARTS_S)
    sound[RATE] = 1.0
    assert_all_found(onsets_s(sound), 0.02)


@pytest.mark.parametrize("length", [0, 1, 7, 2000, 5000])
def test_where_nothing_is_said_there_is_no_onset(length):
    assert find_onsets(np.zeros(length, np.int16)).size == 0
    steady = np.random.default_rng(3).normal(500, 20, length).astype(np.int16)
    assert find_onsets(steady).size == 0


def test_finding_tells_how_far_it_is_and_can_be_stopped():
    shares = []
    find_onsets(np.ones(2_000_000, np.int16), progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        find_onsets(np.ones(5000, np.int16), cancel=stopped)


RECALL = {"clean-5min": 0.95, "radio-5min": 0.95, "hard-5min": 0.85, "mfa-english": 0.8, "sppas-english": 0.99}


@pytest.mark.shared
@pytest.mark.parametrize("name", RECALL)
def test_real_and_hard_recordings(shared_dir, name):
    """Of what is said after a pause most is found within 100 ms, and little is found where nobody speaks."""
    folder = shared_dir / "alignment" / "dev" / name
    truth = folder / "truth_sentences.json"
    said = json.loads((truth if truth.exists() else folder / "truth.json").read_text("utf-8"))
    pieces = [word for piece in said for word in piece.get("words", [piece]) if word["start"] is not None]
    spans = sorted((piece["start"], piece["end"]) for piece in pieces)
    after_pauses, latest_s = [], -1.0
    for start_s, end_s in spans:
        if start_s - latest_s >= 0.15:
            after_pauses.append(start_s)
        latest_s = max(latest_s, end_s)
    peaks = Peaks(0)
    compute(next(folder.glob("audio.*")), peaks, lambda _ms: None)
    found_s = find_onsets(peaks.voice()) / 1000
    near = [np.abs(found_s - start_s).min() <= 0.1 for start_s in after_pauses]
    assert np.mean(near) >= RECALL[name]
    in_speech = [any(start_s - 0.1 <= at_s <= end_s for start_s, end_s in spans) for at_s in found_s]
    assert np.mean(in_speech) >= 0.9
