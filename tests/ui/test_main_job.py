"""The main job, whole: a transcript and its recording, timed with the keyboard alone, saved, reopened, exported."""

import json
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from replique.core.timecode import format_fixed
from replique.core.timeline import Timeline
from replique.project import load
from replique.subtitling import Cutter, LabelPolicy
from replique.ui.settings import Backend
from replique.workflow.exporting import export
from replique.workflow.samples import sample

RATE = 2.0
TOLERANCE_MS = 40


def true_taps_ms():
    turns = json.loads(sample("fr").times.read_text(encoding="utf-8"))
    return [round(turn["start"] * 1000) for turn in turns] + [round(turns[-1]["end"] * 1000)]


@pytest.mark.parametrize(("backend", "reaction_ms"), [(Backend.VLC, 200), (Backend.QT, 0)], ids=["libVLC", "Qt"])
def test_the_sample_is_timed_turn_by_turn_with_real_keys_while_it_plays(
    make_desk, open_sample, qtbot, tmp_path, backend, reaction_ms
):
    desk = make_desk(backend)
    desk.settings.reaction_ms = reaction_ms
    open_sample(desk, tmp_path)
    transcript = desk.window.transcript
    transcript.setFocus()
    desk.playback.set_speed(RATE)
    qtbot.keyClick(transcript, Qt.Key.Key_Space)
    heard_ms = []
    for true_ms in true_taps_ms():
        # A hand that is late by its reaction time, in which the sound goes on.
        qtbot.waitUntil(lambda ms=true_ms: desk.playback.position_ms() >= ms + reaction_ms * RATE, timeout=60_000)
        heard_ms.append(desk.playback.position_ms(time.monotonic()))
        qtbot.keyClick(transcript, Qt.Key.Key_Return)
    document = desk.session.document
    spoken = [turn for turn in document.turns if turn.is_speech]
    assert document.confirmed_count() == document.speech_count() == len(spoken) == 20
    for turn, position_ms in zip(spoken, heard_ms, strict=False):
        assert abs(turn.start_ms - (position_ms - reaction_ms * RATE)) <= TOLERANCE_MS
    assert abs(spoken[-1].end_ms - (heard_ms[-1] - reaction_ms * RATE)) <= TOLERANCE_MS

    project = tmp_path / "interview.replique"
    desk.project.path = project
    qtbot.keyClick(transcript, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert load(project).document == document
    assert not desk.project.is_modified


@pytest.fixture(scope="module")
def timed(tmp_path_factory):
    """The sample with its true times, exported."""
    from replique.workflow.demo import make_demo

    return make_demo(sample("fr"), tmp_path_factory.mktemp("timed"))


def wanted(project: Path, labels: LabelPolicy):
    document = load(project).document
    cues = Cutter(labels=labels).cut(document, Timeline(document))
    return [(cue.start_ms, cue.end_ms, "\n".join(line for text in cue.texts for line in text.lines)) for cue in cues]


@pytest.mark.parametrize(("suffix", "labels"), [("srt", LabelPolicy.CHANGE), ("vtt", LabelPolicy.NEVER)])
def test_ffmpeg_reads_the_exported_cues_as_they_were_written(timed, suffix, labels):
    ffmpeg = shutil.which("ffmpeg")
    if not ffmpeg:
        pytest.skip("ffmpeg is not installed")
    source = timed.project.with_suffix(f".{suffix}")
    read = subprocess.run([ffmpeg, "-v", "error", "-i", source, "-f", "srt", "-"], capture_output=True, check=True)
    shown = read.stdout.decode().replace("\r\n", "\n")
    blocks = [block.split("\n", 2) for block in shown.strip().split("\n\n")]
    assert [(times, text) for _, times, text in blocks] == [
        (f"{format_fixed(start_ms, ',')} --> {format_fixed(end_ms, ',')}", text)
        for start_ms, end_ms, text in wanted(timed.project, labels)
    ]


def test_a_browser_shows_the_exported_cues_as_they_were_written(timed, read_in_browser):
    shown = read_in_browser(timed.project.with_suffix(".vtt"))
    assert [tuple(cue) for cue in shown] == wanted(timed.project, LabelPolicy.NEVER)


def test_webvtt_names_the_speaker_of_every_cue(timed):
    text = timed.project.with_suffix(".vtt").read_text(encoding="utf-8")
    assert text.count("<v ") == len(re.findall("-->", text)) == timed.cue_count


def test_an_untimed_turn_is_left_out_and_told(timed, tmp_path):
    from replique.core import edits
    from replique.core.model import Edge

    document = load(timed.project).document
    last = [turn.id for turn in document.turns if turn.is_speech][-1]
    cleared = edits.clear_edge(edits.clear_edge(document, last, Edge.START), last, Edge.END)
    report = export(cleared, "srt", tmp_path / "out.srt")
    assert report.untimed == (last,)
    assert "Merci à vous" not in (tmp_path / "out.srt").read_text(encoding="utf-8")
