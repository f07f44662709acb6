#!/usr/bin/env python3
"""Time a whole recording with key events in the real window, and measure how near the turns come to what was heard.

    python packaging/time_by_keys.py TRANSCRIPT RECORDING TIMES [--backend vlc|qt] [--reaction MS] [--rate R] [--jump]
                                     [--xdotool] [--busy MS] [-o FOLDER]

TIMES is a JSON list of {"start", "end"} in seconds, one for each spoken turn, as beside the samples: at each of them
the hand taps, late by the reaction time. `--jump` goes with the Right key to shortly before the next turn, so that 25
minutes take five; the sound plays at each tap. `--xdotool` sends the keys through the X server instead of Qt's test
library, and `--busy` lets the window work for so long at each tap, so that the key has to wait.

Then it saves, opens the project in a new window, exports SRT and WebVTT and reads both back. Printed are the
differences between each turn's start and the position of the sound when the key went down, minus reaction x rate:
the position by the player's clock, and with libVLC also by the ear, that is, by finding what was sent to the sound
card at that moment in the recording. The exit status is 1 where one of them is above 40 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from measuring import Ear, Recording
from replique.app import Desk, make_application
from replique.core.model import Document
from replique.core.timeline import Timeline
from replique.formats.files import read_subtitles
from replique.project import load
from replique.subtitling import Cutter, LabelPolicy
from replique.ui.choices import Backend
from replique.ui.settings import Settings
from replique.workflow.exporting import export
from replique.workflow.recent import RecentProjects

TOLERANCE_MS = 40
SETTLED_S = 0.7
"""The sound plays at least so long before each tap."""
PATIENCE_S = 600
"""Longer than any turn."""
STEP_MS = 1000
"""What the Right key goes forward."""


class Tap(NamedTuple):
    """Where the sound was when the key went down, by the clock of the player and by the ear."""

    clock_ms: float
    heard_ms: float | None


class Hand:
    """Taps at the true times, by keys alone."""

    def __init__(self, desk: Desk, recording: Path, options: argparse.Namespace) -> None:
        self._desk = desk
        self._options = options
        self._late_ms = options.reaction * options.rate
        self.pressed: Counter[str] = Counter()
        """How often each key went down."""
        listens = options.backend == Backend.VLC.value
        self._ear = Ear(desk.playback.player) if listens else None
        self._recording = Recording(recording) if listens else None
        self._pipe = None
        if options.xdotool:
            self._pipe = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
        """Press a key and return when it went down."""
        self.pressed[f"{'Ctrl+' if modifier else ''}{key.name[4:]}"] += 1
        down_s = monotonic()
        if self._pipe and self._pipe.stdin:
            ctrl = "ctrl+" if modifier else ""
            self._pipe.stdin.write(f"key --delay 0 {ctrl}{KEY_NAMES.get(key, key.name[4:].lower())}\n")
            self._pipe.stdin.flush()
            down_s = monotonic()
            while key == Qt.Key.Key_Return and monotonic() < down_s + self._options.busy / 1000:
                pass
        else:
            QTest.keyClick(self._desk.window.windowHandle(), key, modifier)
        return down_s

    def time_all(self, times_ms: list[float]) -> list[Tap]:
        """Tap at each of `times_ms`."""
        self._desk.window.transcript.setFocus()
        while self._desk.playback.player.rate != self._options.rate:
            self.press(Qt.Key.Key_L if self._options.rate > 1 else Qt.Key.Key_J)
            QTest.qWait(50)
        self.press(Qt.Key.Key_Space)
        return [self._tap(ms + self._late_ms) for ms in times_ms]

    def _tap(self, due_ms: float) -> Tap:
        position_ms = self._desk.playback.position_ms
        if self._options.jump:
            for _ in range(int((due_ms - position_ms() - 1000 * SETTLED_S * self._options.rate) // STEP_MS)):
                self.press(Qt.Key.Key_Right)
                QTest.qWait(2)
        wait_for(lambda: position_ms() >= due_ms)
        done = len(self._desk.session.done_labels)
        down_s = self.press(Qt.Key.Key_Return)
        clock_ms = position_ms(down_s)
        wait_for(lambda: len(self._desk.session.done_labels) > done)
        if not self._ear or not self._recording:
            return Tap(clock_ms, None)
        wait_for(lambda: monotonic() > down_s + 0.2)
        return Tap(clock_ms, self._recording.position_ms(self._ear, down_s, clock_ms, self._options.rate))


KEY_NAMES = {Qt.Key.Key_Space: "space", Qt.Key.Key_Return: "Return", Qt.Key.Key_Right: "Right"}


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window work until a condition holds; give up where nothing comes of it."""
    begun_s = monotonic()
    while not condition():
        QTest.qWait(1)
        if monotonic() > begun_s + PATIENCE_S:
            raise TimeoutError("the window does not do what the keys say")


def make_desk(app: QApplication, folder: Path, options: argparse.Namespace) -> Desk:
    settings = Settings(folder / "settings.json")
    settings.backend = Backend(options.backend)
    settings.reaction_ms = options.reaction
    desk = Desk(app, settings, RecentProjects(None), cache_folder=folder / "cache", vlc_options=["--aout=dummy"])
    desk.window.show()
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    return desk


def open_in(desk: Desk, *paths: Path) -> None:
    measured: list[bool] = []
    desk.recording.measured.connect(lambda: measured.append(True))
    desk.project.open_paths(list(paths))
    wait_for(lambda: bool(measured))


def let_go(desk: Desk) -> None:
    desk.close()
    desk.window.allow_close()
    desk.window.close()


def report(name: str, errors_ms: list[float]) -> bool:
    """Print how the errors are distributed; return whether all are small enough."""
    if not errors_ms:
        return True
    sizes = np.abs(errors_ms)
    median, p95 = np.percentile(sizes, [50, 95])
    worst = sizes.max()
    above = int((sizes > TOLERANCE_MS).sum())
    print(f"{name}: {len(sizes)} turns, median {median:.1f} ms, 95 % {p95:.1f} ms, worst {worst:.1f} ms, "
          f"mean {np.mean(errors_ms):+.1f} ms; {above} above {TOLERANCE_MS} ms")  # fmt: skip
    return above == 0


def read_back(document: Document, folder: Path) -> bool:
    """Export both formats and read them back, with our readers and, where there is one, with ffmpeg."""
    right = True
    for name, labels in (("srt", LabelPolicy.CHANGE), ("vtt", LabelPolicy.NEVER)):
        path = folder / f"exported.{name}"
        export(document, name, path, labels, force=True)
        wanted = [(cue.start_ms, cue.end_ms) for cue in Cutter(labels=labels).cut(document, Timeline(document))]
        found = read_subtitles(path)
        same = [(cue.start_ms, cue.end_ms) for cue in found.file.cues] == wanted and not found.diagnostics
        command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "srt", "-"]
        by_ffmpeg = subprocess.run(command, capture_output=True, check=True).stdout.decode().count(" --> ")
        print(f"{path.name}: {len(wanted)} cues written, read back {'alike' if same else 'DIFFERENTLY'}, "
              f"{by_ffmpeg} by ffmpeg")  # fmt: skip
        right = right and same and by_ffmpeg == len(wanted)
    return right


def main() -> int:
    parser = argparse.ArgumentParser(description="Time a recording with key events and measure it.")
    parser.add_argument("transcript", type=Path)
    parser.add_argument("recording", type=Path)
    parser.add_argument("times", type=Path)
    parser.add_argument("--backend", choices=[backend.value for backend in Backend], default="vlc")
    parser.add_argument("--reaction", type=int, default=200, help="milliseconds, as in the settings")
    parser.add_argument("--rate", type=float, default=1.0, help="one of the speeds that the keys offer")
    parser.add_argument("--jump", action="store_true", help="go forward by keys to shortly before each turn")
    parser.add_argument("--xdotool", action="store_true", help="send the keys through the X server")
    parser.add_argument("--busy", type=int, default=0, help="let each tap wait so many milliseconds (with --xdotool)")
    parser.add_argument("-o", "--output", type=Path, help="where project and subtitles go")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.output or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        return 0 if time_by_keys(make_application(sys.argv[:1]), folder, options) else 1


def time_by_keys(app: QApplication, folder: Path, options: argparse.Namespace) -> bool:
    """Do the whole job and report; return whether all was near enough and came back."""
    turns = json.loads(options.times.read_text(encoding="utf-8"))
    times_ms = [1000 * s for s in (*(turn["start"] for turn in turns), turns[-1]["end"])]
    desk = make_desk(app, folder, options)
    hand = Hand(desk, options.recording, options)
    open_in(desk, options.transcript, options.recording)
    begun_s = monotonic()
    taps = hand.time_all(times_ms)
    print(f"{desk.playback.player_name}, speed {options.rate:g}, reaction {options.reaction} ms: "
          f"{len(taps)} taps in {monotonic() - begun_s:.0f} s")  # fmt: skip
    keys = ", ".join(f"{name} {count}" for name, count in hand.pressed.most_common())
    print(f"{hand.pressed.total()} keys pressed: {keys}")
    project = folder / "timed.replique"
    desk.project.path = project
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: desk.session.is_saved)
    document = desk.session.document
    let_go(desk)
    again = make_desk(app, folder, options)
    open_in(again, project)
    same = load(project).document == again.session.document == document
    confirmed = f"{document.confirmed_count()} of {document.speech_count()} turns confirmed"
    print(f"{confirmed}; saved and opened again {'alike' if same else 'DIFFERENTLY'}")
    let_go(again)
    spoken = [turn for turn in document.turns if turn.is_speech]
    edges_ms = [turn.start_ms or 0 for turn in spoken] + [spoken[-1].end_ms or 0]
    late_ms = options.reaction * options.rate
    pairs = list(zip(edges_ms, taps, strict=True))
    near = report("by the clock", [ms - (tap.clock_ms - late_ms) for ms, tap in pairs])
    by_ear = [ms - (tap.heard_ms - late_ms) for ms, tap in pairs if tap.heard_ms is not None]
    near = report("by the ear", by_ear) and near
    return read_back(document, folder) and same and near


if __name__ == "__main__":
    sys.exit(main())
