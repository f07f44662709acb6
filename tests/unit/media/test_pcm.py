"""A recording as the WAV file that it would be, for the player."""

import io
import wave

import numpy as np
import pytest

from replique.core.errors import InputError
from replique.media.pcm import Room, WavOfRecording, begins_ms
from replique.media.samples import load
from replique.media.stretching import Stretcher


def read(wav, at_s, seconds, room=0):
    """Return a piece of a room, by the place in it, as a player would ask for it: in small bites."""
    frame = 2 * wav.channels
    first = round(begins_ms(room) / 1000 * wav.rate) + round(at_s * wav.rate)
    wav.seek(len(header_of(wav)) + frame * first)
    data = b""
    while len(data) < round(seconds * wav.rate) * frame and (bite := wav.read(1000)):
        data += bite
    return np.frombuffer(data[: round(seconds * wav.rate) * frame], "<i2")[:: wav.channels]


def header_of(wav):
    wav.seek(0)
    return wav.read(44)


KINDS = [
    "wav", "flac", "flac-cover", "mp3-cbr", "mp3-vbr", "mp3-vbr-bare", "mp3-low", "mp3-cover", "m4a", "m4a-cover",
    "opus", "webm-sound", "mp4", "mkv", "webm", "mkv-late", "mp4-late", "ts",
]  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_every_place_is_found_to_the_millisecond_where_the_waveform_has_it(measuring, told_recordings, name):
    path = told_recordings(name)
    zero_ms, wav = measuring.zero_ms(path), WavOfRecording(path)
    for at_s in (21.3171, 2.1234, 23.5001, 9.9999, 2.2):
        told = measuring.told_ms(read(wav, at_s, 0.1), wav.rate, 1000 * at_s)
        assert told - zero_ms == pytest.approx(1000 * at_s + 50, abs=1.5)
    wav.close()


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5, 2.0])
def test_a_room_holds_the_recording_at_another_speed_with_the_same_pitch(measuring, told_recordings, speed):
    wav = WavOfRecording(told_recordings("mp3-vbr"), rooms=[Room(), Room(speed)])
    for at_s in (2.2, 12.0, 20.5):
        told = measuring.told_ms(read(wav, at_s / speed, 0.1, room=1), wav.rate, 1000 * at_s)
        assert told == pytest.approx(1000 * (at_s + 0.05 * speed), abs=15)
    wav.close()


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_a_room_falls_silent_at_its_end(told_recordings, speed):
    wav = WavOfRecording(told_recordings("m4a"), rooms=[Room(), Room(speed, 10_000)])
    samples = read(wav, 9.5 / speed, 3.0, room=1)
    assert samples.size == 3 * wav.rate
    last = np.flatnonzero(np.abs(samples) > 300)[-1]
    assert last / wav.rate * speed == pytest.approx(0.5, abs=0.02)
    assert np.abs(read(wav, 9.9 / speed, 0.05, room=1)).max() > 3000
    wav.close()


def test_it_is_a_wav_file_that_says_where_the_recording_ends_and_goes_on_in_silence(measuring, told_recordings):
    path = told_recordings("flac")
    wav = WavOfRecording(path)
    header = header_of(wav)
    assert wav.end_ms is None
    samples = read(wav, measuring.TOLD_S - 1, 3)
    assert wav.end_ms == 1000 * measuring.TOLD_S
    assert np.abs(samples[-2 * wav.rate :]).max() == 0
    assert np.abs(samples[wav.rate - 1000 : wav.rate]).max() > 3000
    length = (4 * samples.size).to_bytes(4, "little")
    with wave.open(io.BytesIO(header[:4] + length + header[8:40] + length + samples.repeat(2).tobytes())) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (2, 44_100, 2)
        assert file.getnframes() == samples.size
    wav.close()


def test_behind_the_end_is_silence_and_behind_the_rooms_nothing(measuring, told_recordings):
    wav = WavOfRecording(told_recordings("wav"))
    assert not read(wav, measuring.TOLD_S + 5, 0.1).any()
    assert wav.end_ms == 1000 * measuring.TOLD_S
    assert read(wav, 5, 0.1, room=1).size == 0
    wav.seek(1 << 62)
    assert wav.read(100) == b""
    wav.close()


def test_many_channels_become_one_and_all_is_heard(tmp_path, measuring):
    kind = measuring.Kind("wav", "pcm_s16le", layout="5.1")
    path = measuring.write_recording(tmp_path / "film.wav", kind, 3)
    wav = WavOfRecording(path)
    assert wav.channels == 1
    ours, theirs = read(wav, 1.0, 0.5) / 32767, load(path, 1000, 1500, rate=wav.rate)
    assert np.max(np.abs(ours - np.clip(theirs, -1, 1))) < 0.001
    wav.close()


def test_a_recording_cut_off_is_read_as_far_as_it_goes(tmp_path, told_recordings):
    path = tmp_path / "cut.mp3"
    path.write_bytes(told_recordings("mp3-cbr").read_bytes()[:200_000])
    wav = WavOfRecording(path)
    assert read(wav, 10.0, 1.0).any()
    assert not read(wav, 14.0, 1.0).any()
    assert 12_000 < wav.end_ms < 13_000
    wav.close()


def test_what_is_no_recording_is_refused(tmp_path):
    path = tmp_path / "letter.mp3"
    path.write_bytes(b"This is only text.\n")
    with pytest.raises(InputError, match="no recording"):
        WavOfRecording(path)


@pytest.mark.parametrize("speed", [0.5, 1.25, 2.0])
def test_stretched_sound_is_as_long_as_it_should_be(speed):
    samples = np.sin(np.arange(2 * 48_000) / 20).astype(np.float32)[None].repeat(2, axis=0)
    stretcher = Stretcher(48_000, 2, speed)
    blocks = [stretcher.add(block) for block in np.array_split(samples, 50, axis=1)]
    blocks.append(stretcher.finish())
    stretched = np.concatenate(blocks, axis=1)
    assert stretched.shape == (2, pytest.approx(2 * 48_000 / speed, abs=1500))
    crossings = np.count_nonzero(np.diff(np.sign(stretched[0])))
    assert crossings * speed == pytest.approx(np.count_nonzero(np.diff(np.sign(samples[0]))), rel=0.02)
