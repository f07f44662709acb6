"""Paints the waveform of a very long interview as it plays, scrolls, zooms and is dragged, and prints what it takes.

Run as a program, for the scale of a screen is fixed when an application starts:

    QT_SCALE_FACTOR=2 python tests/benchmarks/frames.py 1920 1080

prints one JSON object: for each thing done the milliseconds of processor time of its frames, and a floor: a frame
that only fills the waveform's area with one colour, twice.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from replique.core.model import Cue, CueText, Document, Speaker, Turn, Word
from replique.media.peaks import BIN_MS, BLOCK_BINS, Peaks
from replique.ui.session import EditingSession
from replique.ui.style import apply_style
from replique.ui.theme import Appearance, ThemeSource
from replique.ui.waveform import painter
from replique.ui.waveform.panel import WaveformPanel

TURNS, WORDS = 5000, 60
HOURS_MS = 3 * 3_600_000
TURN_MS = HOURS_MS // TURNS
SHARE_OF_HEIGHT = 0.295
"""How much of the window the waveform has, as in the design: 236 of 800 pixels."""
FRAMES = 200


def interview() -> Document:
    """5 000 turns of 60 words; every word aligned, every third turn confirmed, some talk over the next."""
    random = Random(11)
    turns = []
    for number in range(TURNS):
        begin_ms = number * TURN_MS
        length_ms = TURN_MS + (random.choice([-300, -150, 0, 400]) if number % 9 == 0 else -120)
        each_ms = length_ms // WORDS
        words = tuple(
            Word(
                "aujourd’hui"[: random.randint(2, 11)],
                start_ms=begin_ms + i * each_ms,
                end_ms=begin_ms + (i + 1) * each_ms,
                start_confirmed=i == 0 and number % 3 == 0,
            )
            for i in range(WORDS)
        )
        turns.append(Turn(number, words, number % 5))
    names = ("Nicolas Demorand", "Léa Salamé", "Mounir Mahjoubi", "Jean-Marc", "Aude")
    return Document(speakers=tuple(Speaker(i, name, i) for i, name in enumerate(names)), turns=tuple(turns))


def cues() -> list[Cue]:
    """Two cues a turn."""
    half_ms = TURN_MS // 2
    return [
        Cue(n * half_ms, n * half_ms + half_ms - 80, (CueText("", ("Bonjour.",)),))
        for n in range(HOURS_MS // half_ms)
    ]


def sound() -> Peaks:
    """Three hours of sound."""
    random = np.random.default_rng(3)
    peaks = Peaks(HOURS_MS)
    level = random.integers(200, 20_000, BLOCK_BINS).astype(np.int16)
    block = np.stack([-level, level, level // 2, level // 2])
    while peaks.ready_ms < HOURS_MS:
        peaks.append(np.roll(block, peaks.ready_ms // BIN_MS, axis=1))
    peaks.finish(HOURS_MS)
    return peaks


class Floor(QWidget):
    """Nothing but two colours."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what is asked for, twice."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        painter.fillRect(event.rect(), Qt.GlobalColor.gray)
        painter.end()


class Bench:
    """The waveform in a window, and hands that work on it."""

    def __init__(self, width: int, height: int, frames: int = FRAMES) -> None:
        themes = ThemeSource(Appearance.LIGHT)
        apply_style(QApplication.instance(), themes)
        self.session = EditingSession()
        self.session.open(interview(), 2500)
        self.panel = WaveformPanel(self.session, themes)
        self.panel.set_duration(HOURS_MS)
        self.panel.set_peaks(sound())
        self.panel.set_cues(cues())
        self.panel.resize(width, round(height * SHARE_OF_HEIGHT))
        self.frames = frames
        self.panel.show()
        self.detail, self.view = self.panel.detail, self.panel.view
        self.floor = Floor()
        self.floor.resize(self.detail.size())
        self.floor.show()
        QApplication.processEvents()

    def stand_at(self, ms: float, px_per_s: float) -> None:
        """Show a place at a zoom."""
        self.view.zoom(px_per_s / self.view.px_per_s, 0)
        self.panel.set_position(ms, False)
        self.view.show_at(ms, 0.2)
        self.panel.follow_now()
        QApplication.processEvents()

    def playing(self) -> Iterator[Callable[[], None]]:
        """One frame of the playhead after the other; what is not played is not timed."""
        at_ms = self.panel._position_ms
        for frame in range(self.frames):
            yield lambda ms=at_ms + frame * 1000 / 60: self.panel.set_position(ms, True)

    def turning_pages(self) -> Iterator[Callable[[], None]]:
        """The playhead reaches the end of the page: of each page the one frame that shows it."""
        page_ms = 0.72 * self.view.width * 1000 / self.view.px_per_s
        at_ms = self.panel._position_ms
        for frame in range(self.frames // 16):
            QTest.qWait(600)
            yield lambda ms=at_ms + frame * page_ms: self.panel.set_position(ms, True)

    def scrolling(self) -> Iterator[Callable[[], None]]:
        """Two fingers on a trackpad: 14 pixels a frame."""
        for _ in range(self.frames):
            yield lambda: self.wheel(QPoint(-14, 0))

    def zooming(self) -> Iterator[Callable[[], None]]:
        """Ctrl and two fingers, in and out."""
        for frame in range(self.frames // 2):
            dy = 6 if frame % 40 < 20 else -6
            yield lambda dy=dy: self.wheel(QPoint(0, dy), Qt.KeyboardModifier.ControlModifier)

    def wheel(self, pixels: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Turn the wheel of a trackpad."""
        place = QPointF(self.view.width / 2, 60)
        event = QWheelEvent(
            place, self.detail.mapToGlobal(place), pixels, pixels * 8, Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.ScrollUpdate, False,
        )  # fmt: skip
        QApplication.sendEvent(self.detail, event)

    def dragging(self, from_ms: float) -> Iterator[Callable[[], None]]:
        """The mouse is pressed and moved by two pixels a frame, forth and back."""
        y = painter.Geometry(self.detail.height()).blocks_top + 10
        x = self.view.x_of(from_ms)
        self.mouse(QEvent.Type.MouseButtonPress, QPointF(x, y))
        for frame in range(self.frames // 2):
            offset = 2 * (frame % 30 if frame % 60 < 30 else 30 - frame % 30)
            yield lambda at=x + offset: self.mouse(QEvent.Type.MouseMove, QPointF(at, y))
        self.mouse(QEvent.Type.MouseButtonRelease, QPointF(x, y))
        assert self.session.undo_label
        self.session.undo()

    def mouse(self, kind: QEvent.Type, place: QPointF) -> None:
        """Send an event of the left button."""
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        global_place = self.detail.mapToGlobal(place)
        event = QMouseEvent(kind, place, global_place, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.detail, event)

    def filling(self) -> Iterator[Callable[[], None]]:
        """The floor."""
        for _ in range(self.frames):
            yield self.floor.update


def timed(frames: Iterator[Callable[[], None]]) -> dict[str, float]:
    """Return what the frames take, the painting of each included, in milliseconds of processor time."""
    taken, waited = [], []
    for frame in frames:
        from_s, wall_s = thread_time(), perf_counter()
        frame()
        QApplication.processEvents()
        taken.append((thread_time() - from_s) * 1000)
        waited.append((perf_counter() - wall_s) * 1000)
    taken.sort()
    return {
        "median": median(taken),
        "p95": taken[int(0.95 * (len(taken) - 1))],
        "longest": taken[-1],
        "wall": median(waited),
        "frames": len(taken),
    }


ZOOMS = {"usual": 25.0, "near": 200.0, "far": 1.0, "whole": 0.01}
"""Pixels a second; the last is brought to what shows the whole recording."""


def measure(width: int, height: int, frames: int) -> dict[str, dict[str, float]]:
    """Return what each thing takes in a window of this size."""
    bench = Bench(width, height, frames)
    middle_ms = TURN_MS * 2500
    result = {"floor": timed(bench.filling())}
    for name, px_per_s in ZOOMS.items():
        things = {
            "playing": bench.playing,
            "turning a page": bench.turning_pages,
            "scrolling": bench.scrolling,
            "zooming": bench.zooming,
        }
        if px_per_s > 1:
            things["dragging an edge"] = lambda: bench.dragging(middle_ms + TURN_MS)
            things["dragging a turn"] = lambda: bench.dragging(middle_ms + TURN_MS / 2)
        for thing, frames_of in things.items():
            bench.stand_at(middle_ms, px_per_s)
            result[f"{name}: {thing}"] = timed(frames_of())
    return result


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    counted = int(sys.argv[3]) if len(sys.argv) > 3 else FRAMES
    print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]), counted)))
