#!/usr/bin/env python3
"""Photograph the window: python packaging/screenshots.py [FOLDER] [--only TEXT]

Both themes, both languages, from the smallest window to 4K, at 100 to 200 %, in every state, and every dialog; all
with the real program over the sample interview, on a screen that nobody sees. What can't be read in one of them is
printed, and the exit status is then 1. Without a folder they go to `screenshots`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gallery import DIALOGS, MENUS, SIZES, Stage, complaints
from replique.app import Desk, make_application
from replique.core.errors import EditError
from replique.core.model import Document
from replique.tasks import Task
from replique.ui.i18n import install_translators, say_text
from replique.ui.settings import Settings
from replique.ui.theme import Appearance
from replique.workflow.demo import tapped, true_tap_times
from replique.workflow.recent import RecentProjects
from replique.workflow.samples import sample

SCALES = (1.25, 1.5, 1.75, 2.0)
USUAL = (1280, 800)
PATIENCE_MS = 60_000
SETTLED_MS = 400
"""Subtitles are cut, and the waveform is drawn, while the window is idle."""


class Shot(NamedTuple):
    """One photograph: of a state of the window, or of a dialog or a menu."""

    what: str
    language: str = "fr"
    theme: str = "light"
    size: tuple[int, int] = USUAL
    scale: float = 1.0

    @property
    def name(self) -> str:
        what = "".join(letter if letter.isalnum() else "-" for letter in self.what)
        size = "x".join(str(side) for side in self.size)
        return f"{what}-{self.language}-{self.theme}-{size}-{self.scale:g}"


def all_shots() -> Iterator[Shot]:
    both = ("fr", "en"), ("light", "dark")
    for state, language, theme in product(STATES, *both):
        yield Shot(state, language, theme)
    for size, theme in product([size for size in SIZES if size != USUAL], both[1]):
        yield Shot("timed", theme=theme, size=size)
    for state in ("first", "tour", "message"):
        yield Shot(state, size=SIZES[0])
    for scale in SCALES:
        yield Shot("timed", scale=scale)
        yield Shot("first", "en", "dark", scale=scale)
    for number, dialog in enumerate((*DIALOGS, *MENUS)):
        yield Shot(dialog, both[0][number % 2], both[1][number // 2 % 2])


def nothing_open(desk: Desk) -> None:
    """The first start."""
    desk.window.setFocus()


def sample_open(desk: Desk) -> None:
    found = sample(QApplication.instance().property("language"))
    measured: list[bool] = []
    desk.recording.measured.connect(lambda: measured.append(True))
    desk.project.new_project(found.transcript, found.recording)
    wait_for(lambda: bool(measured) and desk.project.has_transcript)


def with_tour(desk: Desk) -> None:
    sample_open(desk)
    desk.tour.start()


def without_recording(desk: Desk) -> None:
    desk.project.new_project(sample("fr").transcript, None)
    wait_for(lambda: desk.project.has_transcript)


def without_transcript(desk: Desk) -> None:
    desk.recording.open(sample("fr").recording)
    wait_for(lambda: desk.recording.media is not None)


def timed(desk: Desk) -> None:
    sample_open(desk)
    found = sample(QApplication.instance().property("language"))
    document, _ = tapped(desk.session.document, true_tap_times(found.times))
    desk.session.open(document)
    turn = document.turns[len(document.turns) // 3]
    desk.session.set_current(turn.id)
    desk.playback.seek((turn.start_ms or 0) + 1500)


def with_message(desk: Desk) -> None:
    timed(desk)
    desk.session.refused.emit(UNTIMED)
    desk.actions["timing.later"].trigger()
    desk.playback.pause()


def editing(desk: Desk) -> None:
    timed(desk)
    desk.window.transcript.setFocus()
    desk.window.transcript.edit_current()


def files_above(desk: Desk) -> None:
    desk.window.empty.set_hovered(True)


def at_work(desk: Desk) -> None:
    timed(desk)
    task = Task(say_text("tasks", "Drawing the waveform"), desk.tasks)
    desk.window.status.follow(task)
    QTest.qWait(2100)
    task.progressed.emit(0.37)


UNTIMED = EditError("This turn has no time yet.", remedy="Set its start first.")
STATES: dict[str, Callable[[Desk], None]] = {
    "first": nothing_open,
    "tour": with_tour,
    "untimed": sample_open,
    "timed": timed,
    "message": with_message,
    "editing": editing,
    "files above": files_above,
    "at work": at_work,
    "no recording": without_recording,
    "no transcript": without_transcript,
}


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            sys.exit("the program did not get there in time")
        QTest.qWait(10)


def take(app: QApplication, shot: Shot, folder: Path, scratch: Path) -> list[str]:
    """Take one photograph, and return what of it can't be read."""
    install_translators(app, shot.language)
    app.setProperty("language", shot.language)
    settings = Settings(Path(tempfile.mkdtemp(dir=scratch)) / "settings.json")
    settings.appearance = Appearance(shot.theme)
    desk = Desk(app, settings, RecentProjects(None), cache_folder=scratch / "cache", vlc_options=["--aout=dummy"])
    desk.window.show()
    desk.window.resize(*shot.size)
    part: QWidget = desk.window
    if shot.what in STATES:
        STATES[shot.what](desk)
    else:
        part = part_of(desk, shot.what)
    QTest.qWait(SETTLED_MS)
    part.grab().save(str(folder / f"{shot.name}.png"))
    faults = complaints(part)
    desk.close()
    desk.window.allow_close()
    desk.window.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return faults


def part_of(desk: Desk, what: str) -> QWidget:
    """Show a dialog or a menu."""
    if what in MENUS:
        timed(desk)
    else:
        desk.session.open(_interview())
    part = (DIALOGS | MENUS)[what](Stage(desk.themes, desk.session, desk.actions, desk.settings))
    part.setParent(part.parentWidget() or desk.window, part.windowFlags())
    part.show()
    return part


def _interview() -> Document:
    from gallery import interview

    return interview()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", default="", help="those whose name holds this")
    parser.add_argument("--scale", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in all_shots() if options.only in shot.name]
    if options.scale is None:
        return max((_in_a_process(scale, options) for scale in sorted({shot.scale for shot in shots})), default=0)
    app = make_application(sys.argv[:1])
    faulty = 0
    with tempfile.TemporaryDirectory() as scratch:
        for shot in (shot for shot in shots if shot.scale == options.scale):
            faults = take(app, shot, options.folder, Path(scratch))
            print(shot.name, *(f"\n    {fault}" for fault in faults))
            faulty += bool(faults)
    return int(faulty > 0)


def _in_a_process(scale: float, options: argparse.Namespace) -> int:
    """Take the photographs of one scale: Qt reads it once."""
    command = [sys.executable, __file__, str(options.folder), "--only", options.only, "--scale", str(scale)]
    return subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": str(scale)}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
