"""Odd recordings are read as far as they go, and it is said what is odd about them."""

import random
import struct
import wave

import av
import numpy as np
import pytest

from replique.core.errors import InputError
from replique.media import samples
from replique.media.opening import opened
from replique.media.peaks import Peaks
from replique.media.probe import probe
from replique.media.reading import frames_from
from replique.media.waveform import compute

CLICKS_S = (3.0, 9.0, 18.0, 27.0)


@pytest.fixture
def sound(make_sound, tmp_path):
    """A function that copies half a minute with four clicks, so that it can be damaged."""

    def copy(suffix):
        path = tmp_path / f"sound{suffix}"
        path.write_bytes(make_sound(suffix, 30.0, CLICKS_S).path.read_bytes())
        return path

    return copy


def cut(path, share):
    data = path.read_bytes()
    path.write_bytes(data[: round(len(data) * share)])


def overwrite(path, share, length, seed=3):
    data = bytearray(path.read_bytes())
    first = round(len(data) * share)
    data[first : first + length] = random.Random(seed).randbytes(length)
    path.write_bytes(data)


def read(path, track=0):
    """Return the waveform, whose remarks say what is odd."""
    peaks = Peaks(probe(path, track).duration_ms)
    compute(path, peaks, track=track)
    return peaks


def clicks_ms(path, rate=16_000):
    """Return where sound begins after half a second without."""
    loud = np.flatnonzero(np.abs(samples.load(path, rate=rate)) > 0.2) * 1000 / rate
    return loud[np.diff(loud, prepend=-1000) > 500]


def said(peaks):
    return [str(remark.message) for remark in peaks.remarks]


@pytest.mark.parametrize("suffix", [".mp3", ".wav", ".flac", ".mkv"])
def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes_and_says_so(noisy, tmp_path, suffix):
    path = tmp_path / f"noisy{suffix}"
    path.write_bytes(noisy(suffix).read_bytes())
    cut(path, 0.5)
    peaks = read(path)
    assert 12_000 < peaks.duration_ms < 18_000
    assert shift_ms(samples.load(path, 10_000, 11_000), samples.load(noisy(suffix)), 10_000) <= 1
    [remark] = peaks.remarks
    assert remark.code == "cut-off"
    assert remark.start_ms == peaks.duration_ms
    assert abs(remark.end_ms - 30_000) <= 60
    assert said(peaks)[0].startswith("The file was cut off: its sound ends at 0:")


def test_an_m4a_without_its_index_says_that_it_is_incomplete(sound):
    path = sound(".m4a")
    cut(path, 0.5)
    with pytest.raises(InputError) as caught:
        probe(path)
    assert "its index, which stands at its end, is missing. Copy it again" in str(caught.value)


@pytest.mark.parametrize("suffix", [".mp3", ".wav", ".flac", ".mkv", ".m4a", ".opus", ".aac"])
def test_a_sound_file_is_not_odd(sound, suffix):
    assert read(sound(suffix)).remarks == ()


@pytest.mark.parametrize(("claimed_s", "code"), [(10, "longer-than-claimed"), (40, "cut-off")])
def test_a_wav_whose_header_lies_is_read_to_its_end(sound, claimed_s, code):
    path = sound(".wav")
    data = bytearray(path.read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = struct.pack("<I", claimed_s * 96_000)
    path.write_bytes(data)
    peaks = read(path)
    assert peaks.duration_ms == 30_000
    assert [remark.code for remark in peaks.remarks] == [code]
    assert np.allclose(clicks_ms(path), [1000 * s for s in CLICKS_S], atol=1)


class GoneFile:
    """A recording whose drive was pulled out."""

    def __init__(self, container):
        self.container = container

    def __getattr__(self, name):
        return getattr(self.container, name)

    def seek(self, *_args, **_kwargs):
        raise av.FFmpegError(5, "Input/output error")


def test_of_a_file_that_is_gone_nothing_more_is_heard(sound):
    with opened(sound(".mp3")) as (container, stream):
        assert list(frames_from(GoneFile(container), stream, 10, 10.3)) == []


def test_what_follows_the_sound_of_a_wav_is_not_heard(sound):
    path = sound(".wav")
    path.write_bytes(path.read_bytes() + b"LIST" + struct.pack("<I", 4000) + b"INFO" + b"x" * 3996)
    peaks = read(path)
    assert peaks.duration_ms == 30_000
    assert peaks.remarks == ()


def test_an_mp3_that_claims_a_wrong_length_is_as_long_as_its_sound(sound):
    path = sound(".mp3")
    data = bytearray(path.read_bytes())
    at = next(data.index(mark) for mark in (b"Info", b"Xing") if mark in data) + 8
    data[at : at + 4] = struct.pack(">I", 10 * int.from_bytes(data[at : at + 4], "big"))
    path.write_bytes(data)
    peaks = read(path)
    assert abs(peaks.duration_ms - 30_000) <= 60
    assert [remark.code for remark in peaks.remarks] == ["cut-off"]


@pytest.mark.parametrize(
    ("suffix", "length"), [(".mp3", 40_000), (".flac", 30_000), (".mkv", 40_000), (".m4a", 40_000), (".opus", 20_000)]
)
def test_after_a_broken_middle_the_time_is_right_and_it_is_said_where_sound_is_missing(
    noisy, tmp_path, suffix, length
):
    path = tmp_path / f"noisy{suffix}"
    path.write_bytes(noisy(suffix).read_bytes())
    overwrite(path, 0.5, length)
    whole, broken = samples.load(noisy(suffix)), samples.load(path)
    assert abs(len(broken) - len(whole)) <= 16 * 30
    after = slice(27 * 16_000, 28 * 16_000)
    assert shift_ms(broken[after], whole, 27_000) <= (30 if suffix == ".mp3" else 1)
    missing = read(path).remarks
    assert {remark.code for remark in missing} == {"sound-missing"}
    assert 10_000 < missing[0].start_ms < missing[-1].end_ms < 26_000
    assert f"From 0:{missing[0].start_ms / 1000:.3f} to 0:" in str(missing[0].message)


@pytest.mark.parametrize("suffix", [".mp3", ".aac"])
def test_a_piece_far_behind_a_broken_place_lies_where_the_whole_has_it(noisy, tmp_path, suffix):
    path = tmp_path / f"noisy{suffix}"
    path.write_bytes(noisy(suffix).read_bytes())
    overwrite(path, 0.3, 40_000)
    whole, at_ms = samples.load(path), 25_000
    piece = samples.load(path, at_ms, at_ms + 1000)
    assert shift_ms(piece, whole, at_ms) <= 1
    assert np.abs(piece - whole[at_ms * 16 : (at_ms + 1000) * 16]).mean() < 0.002


def shift_ms(piece, whole, at_ms):
    """Return how far from `at_ms` a piece is found in the whole (16 kHz)."""
    first = (at_ms - 500) * 16
    field = whole[first : first + len(piece) + 16_000]
    likeness = np.correlate(field, piece)
    return abs(int(np.argmax(likeness)) / 16 - 500)


@pytest.fixture(scope="session")
def noisy(tmp_path_factory):
    """A function that makes half a minute of noise: no piece of it is like another, nor takes few bytes."""
    folder = tmp_path_factory.mktemp("noisy")
    codecs = {".flac": "flac", ".wav": "pcm_s16le", ".mp3": "libmp3lame", ".m4a": "aac", ".aac": "aac"}

    def make(suffix):
        path = folder / f"noisy{suffix}"
        if not path.exists():
            noise = np.random.default_rng(5).normal(0, 0.15, 48_000 * 30)
            noise = np.convolve(noise, np.ones(16) / 4, "same")
            with av.open(str(path), "w") as container:
                audio = container.add_stream(codecs.get(suffix, "libopus"), rate=48_000, layout="mono")
                pcm = (np.clip(noise, -1, 1) * 32767).astype(np.int16)
                for first in range(0, pcm.size, 48_000):
                    frame = av.AudioFrame.from_ndarray(pcm[None, first : first + 48_000], "s16", "mono")
                    frame.sample_rate, frame.pts = 48_000, first
                    container.mux(audio.encode(frame))
                container.mux(audio.encode(None))
        return path

    return make


def test_a_tag_with_a_picture_between_two_joined_recordings_is_no_missing_sound(sound, tmp_path):
    first = sound(".mp3").read_bytes()
    tag = b"ID3\x04\0\0" + bytes([0, 4, 0, 0]) + bytes(4 * 128 * 128)
    joined = tmp_path / "joined.mp3"
    joined.write_bytes(first + tag + first)
    peaks = read(joined)
    assert abs(peaks.duration_ms - 60_000) < 200
    assert [remark.code for remark in peaks.remarks] == ["longer-than-claimed"]


@pytest.mark.parametrize("suffix", [".opus", ".mp3"])
def test_recordings_that_were_joined_are_read_to_the_end_and_pieces_agree(sound, tmp_path, suffix):
    joined = tmp_path / f"joined{suffix}"
    joined.write_bytes(2 * sound(suffix).read_bytes())
    whole = samples.load(joined)
    assert abs(len(whole) / 16 - 60_000) < 100
    found = clicks_ms(joined)
    assert np.allclose(found[:4], [1000 * s for s in CLICKS_S], atol=5)
    assert np.allclose(np.diff(found[4:]), np.diff(found[:4]), atol=5)
    for start_ms in (20_000, 35_000, 50_000):
        piece = samples.load(joined, start_ms, start_ms + 9000)
        assert np.abs(piece - whole[start_ms * 16 : (start_ms + 9000) * 16]).mean() < 0.002


def write_changing(path, parts):
    """Join parts of sound of (rate, layout, seconds) in ADTS, whose frames each say what they are."""
    data = b""
    for number, (rate, layout, seconds) in enumerate(parts):
        part = path.with_name(f"part{number}.aac")
        with av.open(str(part), "w", format="adts") as container:
            audio = container.add_stream("aac", rate=rate, layout=layout)
            count = rate * seconds
            tone = 0.4 * np.sin(2 * np.pi * 300 * np.arange(count) / rate) * (np.arange(count) % rate < rate // 10)
            channels = 1 if layout == "mono" else 2
            pcm = np.repeat((tone * 32767).astype(np.int16), channels)[None]
            frame = av.AudioFrame.from_ndarray(pcm, "s16", layout)
            frame.sample_rate, frame.pts = rate, 0
            container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
        data += part.read_bytes()
    path.write_bytes(data)
    return path


def test_a_rate_and_channels_that_change_are_followed_and_told(tmp_path):
    path = write_changing(tmp_path / "x.aac", [(44_100, "mono", 4), (48_000, "stereo", 4), (44_100, "mono", 4)])
    peaks = read(path)
    assert abs(peaks.duration_ms - 12_000) < 400
    found = clicks_ms(path)
    assert len(found) == 12
    assert np.allclose(np.diff(found), 1000, atol=80)
    changes = [str(remark.message) for remark in peaks.remarks if remark.code == "form-changed"]
    assert len(changes) == 2
    assert changes[0].endswith("the sound changes to 48000 Hz, stereo.")


@pytest.fixture
def surround(tmp_path):
    """Five seconds of 5.1 sound: at each second another channel says something."""
    channels = ("FL", "FR", "FC", "LFE", "BL", "BR")
    path = tmp_path / "film.wav"
    data = np.zeros((6 * 48_000, 6), np.int16)
    for number in range(6):
        tone = np.sin(2 * np.pi * 200 * np.arange(9600) / 48_000)
        data[number * 48_000 : number * 48_000 + 9600, number] = (20_000 * tone).astype(np.int16)
    with wave.open(str(path), "wb") as file:
        file.setparams((6, 2, 48_000, 0, "NONE", ""))
        file.writeframes(data.tobytes())
    return path, channels


def test_of_surround_sound_speech_in_the_centre_is_loudest_and_effects_are_left_out(surround):
    path, channels = surround
    y = samples.load(path)
    loudness = {name: np.abs(y[n * 16_000 : n * 16_000 + 3200]).max() for n, name in enumerate(channels)}
    assert loudness["FC"] == pytest.approx(20_000 / 32_768 * 2**-0.5, abs=0.02)
    assert loudness["FC"] > loudness["FL"] == pytest.approx(loudness["FR"], abs=0.01)
    assert loudness["FL"] > loudness["BL"] > 0.1
    assert loudness["LFE"] < 0.01
    high = read(path).columns(0, 6000, 6)[1]
    assert high[2] == max(high)


def test_a_video_without_sound_says_so(tmp_path):
    path = tmp_path / "mute.mp4"
    with av.open(str(path), "w") as container:
        video = container.add_stream("mpeg4", rate=10)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        for index in range(10):
            picture = av.VideoFrame(64, 48, "yuv420p")
            picture.pts = index
            container.mux(video.encode(picture))
        container.mux(video.encode(None))
    with pytest.raises(InputError, match=r"There is no sound in this file\. Choose a sound or video file"):
        probe(path)


def test_an_mp3_of_nothing_but_its_cover_says_so(tmp_path):
    path = tmp_path / "cover.mp3"
    picture = b"\0image/png\0\3\0" + b"\x89PNG\r\n\x1a\n" + bytes(3000)
    frame = b"APIC" + struct.pack(">I", len(picture)) + b"\0\0" + picture
    size = len(frame)
    path.write_bytes(b"ID3\x03\0\0" + bytes([(size >> shift) & 0x7F for shift in (21, 14, 7, 0)]) + frame)
    with pytest.raises(InputError) as caught:
        probe(path)
    assert "Choose" in str(caught.value)


def test_what_is_odd_is_known_again_from_the_cache(sound, tmp_path):
    from replique.media.cache import PeaksCache
    from replique.media.waveform import load_or_compute

    path = sound(".mp3")
    cut(path, 0.5)
    cache = PeaksCache(tmp_path / "cache")
    first, second = (load_or_compute(path, 30_000, cache, lambda p: None, lambda ms: None) for _ in range(2))
    assert first.remarks
    assert second.remarks == first.remarks
