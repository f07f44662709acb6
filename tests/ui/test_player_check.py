"""A recording that the player gets wrong is played from a decoded copy, and the window says so."""

import random
import re
import shutil
import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from replique.media import samples
from replique.playback.self_test import Outcome
from replique.playback.vlc_prober import VlcProber
from replique.ui.choices import Backend
from replique.workflow.samples import sample


@pytest.fixture
def damaged(tmp_path):
    """The recording of the sample interview, damaged in the middle: players lose count of the time there."""
    data = bytearray(sample("fr").recording.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 60_000] = random.Random(3).randbytes(60_000)
    path = tmp_path / "abîmé.mp3"
    path.write_bytes(data)
    return path


class Watch(QObject):
    """Waits until the player was tried, and the recording is measured, in either order."""

    done = Signal()

    def __init__(self, desk):
        super().__init__()
        self._left = {"judged", "measured"}
        desk.check.judged.connect(lambda _verdict: self._tick("judged"))
        desk.recording.measured.connect(lambda: self._tick("measured"))

    def _tick(self, name):
        self._left.discard(name)
        if not self._left:
            self.done.emit()


def open_and_wait(qtbot, desk, path):
    watch = Watch(desk)
    with qtbot.waitSignal(watch.done, timeout=30_000):
        desk.project.open_paths([path])


def play_copy(qtbot, desk, path):
    with qtbot.waitSignal(desk.check.changed, timeout=30_000):
        desk.project.open_paths([path])


def player_path(desk):
    return desk.playback.player._path


def what_is_said_of_times(desk):
    """Return the message; what is said of the missing sound may come before it or after it."""
    said = [card.text for card in desk.window.toast.cards if card.text.endswith("Its times may be wrong.")]
    return "".join(said)


@pytest.mark.parametrize("backend", list(Backend))
def test_a_sound_recording_is_played_itself(qtbot, make_desk, backend):
    desk = make_desk(backend)
    open_and_wait(qtbot, desk, sample("fr").recording)
    assert desk.check.reason is None
    assert player_path(desk) == sample("fr").recording
    assert "copy" not in desk.window.status.player_text


@pytest.mark.parametrize("backend", list(Backend))
def test_a_damaged_one_is_played_from_a_copy_with_the_time_right_and_the_window_says_so(
    qtbot, make_desk, damaged, backend
):
    desk = make_desk(backend)
    play_copy(qtbot, desk, damaged)
    assert player_path(desk).suffix == ".flac"
    assert desk.recording.media.path == damaged
    assert desk.playback.media == damaged
    assert f"{desk.playback.player_name} · plays a decoded copy · offline" == desk.window.status.player_text
    assert desk.window.status._player.toolTip().startswith("asked for ")
    original, copy = samples.load(damaged), samples.load(player_path(desk))
    assert np.abs(original - copy[: original.size]).max() < 0.001


def test_it_is_said_in_french_with_the_reason(qtbot, make_desk, damaged, speak):
    speak("fr")
    desk = make_desk()
    said = []
    desk.check.said.connect(lambda message: said.append(desk.window.toast.text))
    play_copy(qtbot, desk, damaged)
    qtbot.waitUntil(lambda: bool(said))
    assert "joue une copie décodée" in desk.window.status.player_text
    assert said[-1].startswith("libVLC")
    assert re.search("n’est pas exact ici\N{NO-BREAK SPACE}: envoyé à \\d:\\d\\d,\\d{3}, il joue ", said[-1])
    assert said[-1].endswith("Une copie décodée est jouée à la place.")


def test_what_plays_goes_on_from_where_it_is(qtbot, make_desk, damaged):
    desk = make_desk()
    desk.recording.opened.connect(lambda: desk.playback.play_from(5000))
    play_copy(qtbot, desk, damaged)
    assert desk.playback.is_playing
    here_ms = desk.playback.position_ms()
    assert here_ms > 5000
    qtbot.waitUntil(lambda: desk.playback.position_ms() > here_ms + 300)
    assert desk.playback.position_ms() < here_ms + 10_000


def test_the_second_time_nothing_is_tried_nor_copied_again(qtbot, make_desk, damaged, monkeypatch):
    play_copy(qtbot, make_desk(), damaged)
    for name in ("replique.playback.self_test.self_test", "replique.media.copies.Copies.make"):
        monkeypatch.setattr(name, None)
    desk = make_desk()
    play_copy(qtbot, desk, damaged)
    assert player_path(desk).suffix == ".flac"


def test_a_copy_that_cannot_be_written_is_said_and_the_recording_itself_is_played(
    qtbot, make_desk, damaged, tmp_path
):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "copies").write_text("in the way")
    desk = make_desk()
    with qtbot.waitSignal(desk.check.said, timeout=30_000):
        desk.project.open_paths([damaged])
    assert player_path(desk) == damaged
    assert desk.check.reason is None
    assert "No decoded copy could be made: " in what_is_said_of_times(desk)


def test_a_copy_that_the_user_stops_leaves_the_recording_and_says_what_that_means(
    qtbot, make_desk, damaged, tmp_path
):
    desk = make_desk()
    desk.tasks.started.connect(lambda task: task.cancel() if task.title.startswith("Decoding a copy") else None)
    with qtbot.waitSignal(desk.check.said, timeout=30_000):
        desk.project.open_paths([damaged])
    assert what_is_said_of_times(desk)
    assert player_path(desk) == damaged
    assert not list((tmp_path / "cache").glob("copies/*"))


def test_another_recording_stops_the_test_of_the_first(qtbot, make_desk, damaged, tmp_path):
    desk = make_desk()
    other = Path(shutil.copy(sample("en").recording, tmp_path))
    desk.recording.opened.connect(
        lambda: desk.project.attach_recording(other) if desk.recording.media.path == damaged else None
    )
    verdicts = []
    desk.check.judged.connect(verdicts.append)
    open_and_wait(qtbot, desk, damaged)
    qtbot.waitUntil(lambda: bool(verdicts) and desk.recording.media.path != damaged, timeout=30_000)
    assert verdicts[-1].outcome is Outcome.AGREES
    assert desk.check.reason is None


def test_all_that_listened_is_let_go_however_soon_the_program_ends(qtbot, make_desk, damaged, monkeypatch):
    listening = []
    close = VlcProber.close
    monkeypatch.setattr(VlcProber, "close", lambda prober: (close(prober), listening.remove(prober)))
    desk = make_desk()
    desk.playback.player_made.connect(lambda player: monkeypatch.setattr(player, "prober", heard_of(player.prober)))

    def heard_of(prober):
        return lambda: listening.append(prober()) or listening[-1]

    for path in (damaged, sample("en").recording):
        with qtbot.waitSignal(desk.recording.opened, timeout=20_000):
            desk.project.open_paths([path]) if path == damaged else desk.project.attach_recording(path)
    assert listening
    desk.close()
    assert listening == []


def test_another_player_is_tried_for_itself(qtbot, make_desk, damaged):
    desk = make_desk()
    play_copy(qtbot, desk, damaged)
    with qtbot.waitSignal(desk.check.judged, timeout=30_000):
        desk.settings.backend = Backend.QT
    qtbot.waitUntil(lambda: desk.check.reason is not None, timeout=30_000)
    assert desk.window.status.player_text.startswith("Qt Multimedia · plays a decoded copy")
    assert player_path(desk).suffix == ".flac"


def test_a_length_that_the_player_gets_wrong_is_found_once_the_true_one_is_known(qtbot, make_desk, tmp_path):
    path = tmp_path / "lying.wav"
    y = samples.load(sample("fr").recording, 0, 60_000)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes((y * 32767).astype("<i2").tobytes())
    data = bytearray(path.read_bytes())
    at = data.index(b"data") + 4
    data[at : at + 4] = (20 * 32_000).to_bytes(4, "little")
    path.write_bytes(data)
    desk = make_desk(Backend.QT)
    play_copy(qtbot, desk, path)
    assert desk.recording.duration_ms == 60_000
    assert "it says that the recording lasts 0:20.000" in desk.window.status._player.toolTip()
    desk.playback.play_from(50_000)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 50_500)


def test_a_recording_longer_than_it_claims_is_tried_anew_over_its_true_length(qtbot, make_desk, tmp_path):
    path = tmp_path / "joined.mp3"
    path.write_bytes(2 * sample("fr").recording.read_bytes())
    desk = make_desk()
    tested = []
    desk.check.judged.connect(lambda verdict: tested.append(verdict.tested_ms))
    with qtbot.waitSignal(desk.recording.measured, timeout=30_000):
        desk.project.open_paths([path])
    true_ms = desk.recording.duration_ms
    qtbot.waitUntil(lambda: bool(tested) and abs(tested[-1] - true_ms) < 1000, timeout=30_000)
