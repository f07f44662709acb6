"""Samples are those that are heard at that time, whichever piece is asked for."""

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from replique.core.errors import Cancelled, InputError
from replique.core.progress import CancelToken
from replique.media import samples

EXACT = [".wav", ".flac", ".mp3"]
NOISY = [".m4a", ".opus", ".mkv", ".webm", ".mp4"]
"""Their decoders keep a little of what was before, and fill silence with noise of their own."""


@pytest.fixture(scope="session")
def make_noise(tmp_path_factory):
    """A function that makes half a minute of noise whose loudness changes: no piece of it is like another."""
    import av

    folder = tmp_path_factory.mktemp("noise")
    codecs = {".wav": "pcm_s16le", ".flac": "flac", ".mp3": "libmp3lame", ".m4a": "aac", ".mp4": "aac"}

    def make(suffix, rate=48_000, seconds=30):
        path = folder / f"noise-{rate}-{seconds}{suffix}"
        if path.exists():
            return path
        noise = np.random.default_rng(7).normal(0, 0.1, rate * seconds)
        noise = np.convolve(noise, np.ones(12) / 4, "same") * (1.2 + np.sin(np.arange(noise.size) * 3 / rate))
        with av.open(str(path), "w") as container:
            audio = container.add_stream(codecs.get(suffix, "libopus"), rate=rate, layout="mono")
            audio.bit_rate = 128_000
            pcm = (np.clip(noise, -1, 1) * 32767).astype(np.int16)
            for first in range(0, pcm.size, 4800):
                frame = av.AudioFrame.from_ndarray(pcm[None, first : first + 4800], format="s16", layout="mono")
                frame.sample_rate, frame.pts = rate, first
                container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
        return path

    return make


PIECES = [(0, 1500), (1, 400), (333, 2000), (4999, 5001), (11_017, 14_500), (27_500, 29_900), (28_000, 40_000)]


@pytest.mark.parametrize("rate", [16_000, 48_000, 22_050])
@pytest.mark.parametrize("suffix", EXACT)
def test_a_piece_is_the_same_as_in_the_whole(make_noise, suffix, rate):
    path = make_noise(suffix)
    whole = samples.load(path, rate=rate)
    assert abs(len(whole) - 30 * rate) <= 0.05 * rate
    for start_ms, end_ms in PIECES:
        piece = samples.load(path, start_ms, end_ms, rate=rate)
        expected = whole[start_ms * rate // 1000 : end_ms * rate // 1000]
        assert len(piece) == len(expected)
        assert np.abs(piece - expected).max() < 1e-6


@pytest.mark.parametrize("suffix", NOISY)
def test_a_piece_is_nearly_the_same_where_the_codec_has_a_memory(make_noise, suffix):
    path = make_noise(suffix)
    whole = samples.load(path)
    for start_ms, end_ms in PIECES:
        piece = samples.load(path, start_ms, end_ms)
        expected = whole[start_ms * 16 : end_ms * 16]
        assert len(piece) == len(expected)
        assert np.abs(piece - expected).mean() < 0.002


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".mkv"])
def test_pieces_that_follow_each_other_join_to_the_whole(make_noise, suffix):
    path = make_noise(suffix, rate=44_100 if suffix != ".mkv" else 48_000)
    edges = [0, 1, 2345, 9000, 9001, 20_000, 35_000]
    joined = np.concatenate([samples.load(path, *piece) for piece in pairwise(edges)])
    whole = samples.load(path)
    assert len(joined) == len(whole)
    assert np.abs(joined - whole).max() < (0.2 if suffix in NOISY else 1e-6)


@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".opus", ".mkv"])
def test_pieces_that_are_asked_for_together_are_those_that_are_asked_for_alone(make_noise, suffix):
    path = make_noise(suffix)
    spans = [(100, 1500), (5000, 6000), (12_345, 15_000), (28_000, 40_000)]
    for piece, span in zip(samples.pieces(path, spans), spans, strict=True):
        assert np.array_equal(piece, samples.load(path, *span))


def test_blocks_join_to_what_is_loaded(make_noise):
    path = make_noise(".mp3")
    blocks = list(samples.stream(path, 700, 9000))
    assert len(blocks) > 3
    assert np.array_equal(np.concatenate(blocks), samples.load(path, 700, 9000))


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".opus", ".flac", ".mkv", ".webm", ".mp4"])
def test_a_click_is_found_at_its_time_in_every_format_within_5_ms(make_sound, suffix):
    sound = make_sound(suffix)
    for from_ms in (0, 1800, 3500):
        y = samples.load(sound.path, from_ms)
        found_ms = from_ms + int(np.argmax(np.abs(y) > 0.2)) / 16
        expected_ms = next(click_s * 1000 for click_s in sound.clicks_s if click_s * 1000 > from_ms)
        assert abs(found_ms - expected_ms) <= 5


def test_a_piece_beyond_the_end_or_of_no_length_is_empty(make_sound):
    path = make_sound(".mp3").path
    assert samples.load(path, 60_000, 70_000).size == 0
    assert samples.load(path, 2000, 2000).size == 0
    assert samples.load(path, 3000, 2000).size == 0


def test_stereo_is_mixed(make_sound):
    mono, stereo = (samples.load(make_sound(".flac", stereo=both).path) for both in (False, True))
    assert np.abs(mono - stereo).max() < 1e-4


def test_a_file_without_sound_says_so(tmp_path):
    path = tmp_path / "notes.mp3"
    path.write_text("ANA\nTu viens ?\n" * 200, encoding="utf-8")
    with pytest.raises(InputError):
        samples.load(path)


def test_it_can_be_stopped(make_sound):
    token = CancelToken()
    blocks = samples.stream(make_sound(".mp3").path, cancel=token)
    next(blocks)
    token.cancel()
    with pytest.raises(Cancelled):
        list(blocks)


def test_a_long_recording_needs_the_memory_of_a_short_one(make_noise):
    path = make_noise(".wav", rate=16_000, seconds=600)

    def peak_bytes():
        tracemalloc.start()
        count = sum(block.size for block in samples.stream(path))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == 600 * 16_000
        return peak

    assert peak_bytes() < 2_000_000
