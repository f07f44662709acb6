"""A player is tried with each recording, silently: where it plays something else than what is there, it is found."""

import random

import numpy as np
import pytest

from replique.core.errors import Cancelled
from replique.core.progress import NEVER, CancelToken
from replique.media import samples
from replique.media.samples import RATE
from replique.playback.create import Backend, create_player
from replique.playback.self_test import Heard, Listening, Outcome, disagreement, judge, places_to_ask, self_test
from replique.playback.verdicts import Verdicts
from replique.workflow.samples import sample

SECONDS = 72


@pytest.fixture(scope="session")
def speech(tmp_path_factory):
    """A function that makes a minute of the sample interview in a format."""
    import av

    folder = tmp_path_factory.mktemp("speech")
    codecs = {".flac": "flac", ".mp3": "libmp3lame", ".m4a": "aac", ".wav": "pcm_s16le", ".aac": "aac"}

    def make(suffix, **options):
        path = folder / f"speech{''.join(options.values())}{suffix}"
        if path.exists():
            return path
        pcm = (np.clip(samples.load(sample("fr").recording, 0, 1000 * SECONDS, rate=48_000), -1, 1) * 32767).astype(
            "i2"
        )
        with av.open(str(path), "w", options=options) as container:
            audio = container.add_stream(codecs.get(suffix, "libopus"), rate=48_000, layout="mono")
            for first in range(0, pcm.size, 48_000):
                frame = av.AudioFrame.from_ndarray(pcm[None, first : first + 48_000], "s16", "mono")
                frame.sample_rate, frame.pts = 48_000, first
                container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
        return path

    return make


class FakeProber:
    """Plays what is there, shifted, or nothing, or something else."""

    name = "Fake 1"

    def __init__(self, path, shifts_ms=(0, 0, 0), length_ms=1000 * SECONDS):
        self._path = path
        self._shifts_ms = shifts_ms
        self._length_ms = length_ms

    def listen(self, path, track, places_ms, cancel):
        heard = tuple(self._hear(*pair) for pair in zip(places_ms, self._shifts_ms, strict=False))
        return Listening(self._length_ms, heard)

    def _hear(self, ms, shift_ms):
        if shift_ms is None:
            return None
        if shift_ms == "noise":
            return Heard(np.random.default_rng(1).normal(0, 0.1, 6000).astype(np.float32), ms)
        return Heard(samples.load(self._path, ms + shift_ms, ms + shift_ms + 500), ms)

    def close(self):
        pass


def verdict_of(path, *shifts_ms, **known):
    return self_test(FakeProber(path, shifts_ms, **known), path, 1000 * SECONDS)


def test_a_player_that_plays_what_is_there_agrees(speech):
    verdict = verdict_of(speech(".wav"), 0, -30, 60)
    assert verdict.outcome is Outcome.AGREES
    assert disagreement(verdict, 1000 * SECONDS) is None


def test_a_player_that_is_late_at_one_place_does_not_and_the_reason_says_where(speech):
    verdict = verdict_of(speech(".wav"), 0, 0, 1500)
    assert verdict.outcome is Outcome.ELSEWHERE
    assert verdict.found_ms - verdict.place_ms == pytest.approx(1500, abs=2)
    words = str(disagreement(verdict, 1000 * SECONDS))
    assert words.startswith("asked for 1:0")
    assert ", it plays 1:0" in words


def test_a_player_that_plays_something_else_is_found(speech):
    verdict = verdict_of(speech(".wav"), 0, "noise", 0)
    assert str(disagreement(verdict)).endswith("it plays something else.")


def test_a_player_that_plays_nothing_at_one_place_is_found(speech):
    assert str(disagreement(verdict_of(speech(".wav"), 0, 0, None))).endswith("it plays nothing.")


def test_a_player_that_plays_nothing_at_all_is_not_judged(speech):
    verdict = verdict_of(speech(".wav"), None, None, None)
    assert verdict.outcome is Outcome.UNKNOWN
    assert disagreement(verdict) is None


@pytest.mark.parametrize(
    ("length_ms", "agrees"),
    [(1000 * SECONDS + 500, True), (1000 * SECONDS + 3000, False), (10_000, False), (None, True)],
)
def test_the_length_that_it_tells_counts_once_the_true_one_is_known(speech, length_ms, agrees):
    verdict = verdict_of(speech(".wav"), 0, 0, 0, length_ms=length_ms)
    assert disagreement(verdict) is None
    assert (disagreement(verdict, 1000 * SECONDS) is None) is agrees
    if not agrees:
        assert "and 1:12.000 of sound were found." in str(disagreement(verdict, 1000 * SECONDS))


def write_wav(path, y):
    import wave

    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((np.clip(y, -1, 1) * 32767).astype("<i2").tobytes())
    return path


@pytest.mark.parametrize(
    "y",
    [
        np.zeros(60 * RATE),
        0.3 * np.sin(np.arange(60 * RATE) * 2 * np.pi * 440 / RATE),
        np.tile(np.random.default_rng(0).normal(0, 0.1, RATE // 2), 120),
        np.random.default_rng(0).normal(0, 0.1, RATE // 10),
    ],
    ids=["silence", "a constant tone", "a loop", "a tenth of a second"],
)
def test_of_what_is_the_same_everywhere_nothing_can_be_told_and_nothing_is_held_against_the_player(tmp_path, y):
    path = write_wav(tmp_path / "same.wav", y)
    duration_ms = y.size * 1000 // RATE
    assert places_to_ask(path, duration_ms) == []
    verdict = self_test(FakeProber(path, (), duration_ms), path, duration_ms)
    assert verdict.outcome is Outcome.UNKNOWN
    assert disagreement(verdict, duration_ms) is None
    assert disagreement(verdict, duration_ms + 5000) is not None


def test_it_can_be_stopped(speech):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        self_test(FakeProber(speech(".wav")), speech(".wav"), 1000 * SECONDS, cancel=token)


@pytest.fixture(params=list(Backend), ids=["libVLC", "Qt"])
def prober(request, qapp):
    """What listens to each of the two players."""
    player = create_player(request.param, ["--aout=dummy"])
    made = player.prober()
    yield made
    made.close()
    player.close()


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".opus", ".wav", ".mkv"])
def test_each_player_agrees_on_sound_recordings(prober, speech, suffix):
    verdict = self_test(prober, speech(suffix), 1000 * SECONDS)
    assert verdict.outcome is Outcome.AGREES
    assert disagreement(verdict, 1000 * SECONDS) is None


def damaged(path, target, share=0.5, length=40_000):
    data = bytearray(path.read_bytes())
    first = round(len(data) * share)
    data[first : first + length] = random.Random(3).randbytes(length)
    target.write_bytes(data)
    return target


def test_each_player_is_wrong_after_the_damage_of_an_mp3(prober, speech, tmp_path):
    path = damaged(speech(".mp3"), tmp_path / "damaged.mp3")
    verdict = self_test(prober, path, 1000 * SECONDS)
    assert verdict.outcome is Outcome.ELSEWHERE
    assert disagreement(verdict) is not None


def test_each_player_is_wrong_where_the_damage_lies_far_from_the_places_that_are_tried(prober, speech, tmp_path):
    path = damaged(speech(".mp3"), tmp_path / "damaged.mp3", share=0.3)
    assert self_test(prober, path, 1000 * SECONDS).outcome is Outcome.ELSEWHERE


def test_qt_believes_the_header_of_a_wav_that_lies_and_libvlc_is_told_better(prober, speech, tmp_path):
    data = bytearray(speech(".wav").read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = (20 * 96_000).to_bytes(4, "little")
    path = tmp_path / "lying.wav"
    path.write_bytes(data)
    reason = disagreement(self_test(prober, path, 20_000), 1000 * SECONDS)
    if prober.name.startswith("Qt"):
        assert str(reason) == "it says that the recording lasts 0:20.000, and 1:12.000 of sound were found."
    else:
        assert reason is None


def test_a_length_that_a_player_guesses_counts_against_it_where_it_is_wrong(prober, speech):
    path = speech(".mp3", write_xing="0")
    verdict = self_test(prober, path, 1000 * SECONDS)
    true_ms = samples.load(path).size * 1000 // RATE
    assert verdict.outcome is Outcome.AGREES
    told_ms = verdict.length_ms or true_ms
    assert (disagreement(verdict, true_ms) is None) is (abs(told_ms - true_ms) <= 1000)


def test_each_player_is_tried_with_the_track_that_is_heard(prober, speech, tmp_path):
    import av

    path = tmp_path / "two.mkv"
    with av.open(str(path), "w") as output:
        tracks = [output.add_stream("libopus", rate=48_000, layout="mono") for _ in range(2)]
        y = samples.load(speech(".wav"), rate=48_000)
        for first in range(0, y.size, 4800):
            for track, sound in zip(tracks, (y[::-1], y), strict=True):
                pcm = (sound[first : first + 4800] * 32767).astype(np.int16)
                frame = av.AudioFrame.from_ndarray(pcm[None], "s16", "mono")
                frame.sample_rate, frame.pts = 48_000, first
                output.mux(track.encode(frame))
        for track in tracks:
            output.mux(track.encode(None))
    assert self_test(prober, path, 1000 * SECONDS, 1).outcome is Outcome.AGREES
    places = places_to_ask(path, 1000 * SECONDS, 1)
    other = prober.listen(path, 0, [place.ms for place in places], NEVER)
    assert judge(places, other).outcome is Outcome.ELSEWHERE


def test_a_verdict_is_known_again_for_the_same_player_and_no_other(speech, tmp_path):
    kept = Verdicts(tmp_path)
    wrong = verdict_of(speech(".wav"), 0, 0, 1500)
    kept.put("key", "libVLC 3.0.24", wrong)
    assert Verdicts(tmp_path).get("key", "libVLC 3.0.24") == wrong
    assert kept.get("key", "Qt Multimedia 6.11.3") is None
    assert kept.get("other", "libVLC 3.0.24") is None


def test_a_verdict_that_tells_nothing_is_not_kept(speech, tmp_path):
    kept = Verdicts(tmp_path)
    kept.put("key", "Fake 1", verdict_of(speech(".wav"), None, None, None))
    assert kept.get("key", "Fake 1") is None


def test_a_damaged_verdict_is_none(speech, tmp_path):
    kept = Verdicts(tmp_path)
    kept.put("key", "Fake 1", verdict_of(speech(".wav"), 0, 0, 0))
    [path] = (tmp_path / "players").iterdir()
    path.write_bytes(b"{")
    assert kept.get("key", "Fake 1") is None


def test_a_cache_that_cannot_be_written_is_no_fault(speech, tmp_path):
    (tmp_path / "players").touch()
    kept = Verdicts(tmp_path)
    kept.put("key", "Fake 1", verdict_of(speech(".wav"), 0, 0, 0))
    assert kept.get("key", "Fake 1") is None
