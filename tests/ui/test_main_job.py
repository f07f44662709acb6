"""The main job, whole: a transcript and its recording, timed with the keyboard alone, saved, reopened, exported."""

import json
import shutil
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from replique.core.timeline import Timeline
from replique.project import load
from replique.subtitling import Cutter, LabelPolicy
from replique.ui.choices import Backend
from replique.workflow.samples import sample

TOLERANCE_MS = 40
"""Of the time in which the hand moves; the recording goes on by `rate` times as much."""
CTRL = Qt.KeyboardModifier.ControlModifier


def true_taps_ms():
    turns = json.loads(sample("fr").times.read_text(encoding="utf-8"))
    return [round(turn["start"] * 1000) for turn in turns] + [round(turns[-1]["end"] * 1000)]


def begin(hands, transcript, recording):
    """File > New: both paths are typed."""

    def fill_in(_dialog):
        hands.write(str(transcript))
        for _ in range(2):
            hands.press(Qt.Key.Key_Tab)
        hands.write(str(recording))
        hands.press(Qt.Key.Key_Return)

    hands.when_asked(fill_in)
    hands.press(Qt.Key.Key_N, CTRL)


def typed(hands, path):
    """Answer a dialog for files with a path."""

    def fill_in(_dialog):
        hands.press(Qt.Key.Key_A, CTRL)
        hands.write(str(path))
        hands.press(Qt.Key.Key_Return)

    return fill_in


def play_at(desk, hands, rate):
    while desk.playback.player.rate < rate:
        hands.press(Qt.Key.Key_L)
    hands.press(Qt.Key.Key_Space)


def skip_to(desk, hands, ms):
    """Go forward second by second, to at least 700 ms of sound before a moment."""
    for _ in range(int((ms - desk.playback.position_ms() - 700 * desk.playback.player.rate) // 1000)):
        hands.press(Qt.Key.Key_Right)


class Tap(NamedTuple):
    """Where the sound was when the key went down: by the clock of the player, and by the ear where there is one."""

    clock_ms: float
    heard_ms: float | None


def tap_through(desk, hands, qtbot, reaction_ms, listen):
    """Tap at each start and at the last end, late by the reaction time."""
    late_ms = reaction_ms * desk.playback.player.rate
    taps = []
    for due_ms in (ms + late_ms for ms in true_taps_ms()):
        skip_to(desk, hands, due_ms)
        qtbot.waitUntil(lambda ms=due_ms: desk.playback.position_ms() >= ms, timeout=60_000)
        assert desk.playback.is_playing
        down_s = monotonic()
        hands.press(Qt.Key.Key_Return)
        clock_ms = desk.playback.position_ms(down_s)
        taps.append(Tap(clock_ms, listen(down_s, clock_ms)))
    return taps


@pytest.fixture
def make_listen(qtbot, measuring):
    """A function that makes one that returns what was heard at a moment; of Qt's player nobody knows."""

    def make(player, backend, recording):
        if backend is Backend.QT:
            return lambda _at_s, _near_ms: None
        ear, known = measuring.Ear(player), measuring.Recording(recording)

        def listen(at_s, near_ms):
            qtbot.waitUntil(lambda: monotonic() > at_s + 0.2)
            return known.position_ms(ear, at_s, near_ms, player.rate)

        return listen

    return make


def edges_of(document):
    spoken = [turn for turn in document.turns if turn.is_speech]
    return [turn.start_ms for turn in spoken] + [spoken[-1].end_ms]


def save_as(desk, hands, qtbot, project):
    hands.when_asked(typed(hands, project))
    hands.press(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: desk.session.is_saved)


def reopen(make_desk, hands, qtbot, project, backend):
    desk = make_desk(backend)
    hands.sit_at(desk.window)
    hands.when_asked(typed(hands, project))
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        hands.press(Qt.Key.Key_O, CTRL)
    return desk


def export_by_keys(desk, hands, qtbot, downs):
    """Export in the format that stands so many places below the first, where the dialog proposes."""

    def fill_in(_dialog):
        for _ in range(downs):
            hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)

    hands.when_asked(fill_in)
    with qtbot.waitSignal(desk.commands.said, timeout=20_000):
        hands.press(Qt.Key.Key_E, CTRL)


def cues_of(document, labels):
    cues = Cutter(labels=labels).cut(document, Timeline(document))
    return [(cue.start_ms, cue.end_ms) for cue in cues]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("backend", "reaction_ms", "rate"), [(Backend.VLC, 200, 1.0), (Backend.QT, 0, 2.0)])
def test_the_sample_is_timed_saved_reopened_and_exported_with_the_keyboard_alone(
    make_desk, hands, qtbot, tmp_path, make_listen, read_in_ffmpeg, backend, reaction_ms, rate
):
    transcript = Path(shutil.copy(sample("fr").transcript, tmp_path))
    recording = Path(shutil.copy(sample("fr").recording, tmp_path))
    desk = make_desk(backend)
    hands.sit_at(desk.window)
    desk.settings.reaction_ms = reaction_ms
    listen = make_listen(desk.playback.player, backend, recording)
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        begin(hands, transcript, recording)
    play_at(desk, hands, rate)
    taps = tap_through(desk, hands, qtbot, reaction_ms, listen)
    document = desk.session.document
    assert document.confirmed_count() == document.speech_count() == 20
    late_ms = reaction_ms * rate
    by_clock = [ms - (tap.clock_ms - late_ms) for ms, tap in zip(edges_of(document), taps, strict=True)]
    by_ear = [ms - (tap.heard_ms - late_ms) for ms, tap in zip(edges_of(document), taps, strict=True) if tap.heard_ms]
    assert by_clock == pytest.approx([0.0] * 21, abs=TOLERANCE_MS * rate)
    assert by_ear == pytest.approx([0.0] * len(by_ear), abs=TOLERANCE_MS * rate)
    assert len(by_ear) > 15 or backend is Backend.QT

    project = tmp_path / "timed.replique"
    save_as(desk, hands, qtbot, project)
    assert load(project).document == document
    again = reopen(make_desk, hands, qtbot, project, backend)
    assert again.session.document == document
    for downs, (suffix, labels) in enumerate([("srt", LabelPolicy.CHANGE), ("vtt", LabelPolicy.NEVER)]):
        export_by_keys(again, hands, qtbot, downs)
        read = read_in_ffmpeg(project.with_suffix(f".{suffix}"))
        assert [(start_ms, end_ms) for start_ms, end_ms, _ in read] == cues_of(document, labels)
