"""Plays, scrolls and drags in the whole window, over a very long interview, and prints what its frames take.

For a real window system: `xvfb-run python tests/benchmarks/window.py RECORDING 1920 1040`.
The recording is some hours long; the interview is that of `frames.py`, brought to its length. Prints, for each thing
done, the processor time of the window's thread from one frame to the next and the time between them, in milliseconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from frames import TURN_MS, interview
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from replique.app import Desk, make_application
from replique.project import Project, save
from replique.ui.settings import Settings
from replique.ui.waveform import painter
from replique.workflow.recent import RecentProjects

FRAME_MS = 16
SECONDS = 8


class Capture:
    """Notes each frame: the work of the thread since the one before, and the time between."""

    def __init__(self) -> None:
        self.worked: list[float] = []
        self.waited: list[float] = []
        self._last: tuple[float, float] | None = None

    def frame(self) -> None:
        """Note that a frame begins."""
        now = (thread_time(), perf_counter())
        if self._last:
            self.worked.append((now[0] - self._last[0]) * 1000)
            self.waited.append((now[1] - self._last[1]) * 1000)
        self._last = now

    def told(self, name: str) -> str:
        """Return the figures in one line."""
        worked, waited = sorted(self.worked), sorted(self.waited)
        place = int(0.95 * (len(worked) - 1))
        return (
            f"{name:18} frames {len(worked):4}   work: median {median(worked):5.2f}  95 % {worked[place]:5.2f}  "
            f"longest {worked[-1]:6.2f}   apart: median {median(waited):5.1f}  95 % {waited[place]:5.1f} ms"
        )


def done_while(desk: Desk, act: Callable[[int], None] | None) -> Capture:
    """Let it go on for some seconds, doing something each frame, and return what was captured."""
    capture = Capture()
    clock = QTimer()
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.setInterval(FRAME_MS)
    numbers = iter(range(10**9))

    def frame() -> None:
        capture.frame()
        if act:
            act(next(numbers))

    clock.timeout.connect(frame)
    clock.start()
    QTest.qWait(SECONDS * 1000)
    clock.stop()
    return capture


def scroll(desk: Desk) -> Callable[[int], None]:
    """A wheel that turns without an end."""
    detail = desk.window.waveform.detail
    place = QPointF(detail.width() / 2, 60)

    def step(_frame: int) -> None:
        event = QWheelEvent(
            place, detail.mapToGlobal(place), QPoint(), QPoint(0, -18), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(detail, event)

    return step


def drag(desk: Desk, at_ms: float) -> Callable[[int], None]:
    """A turn that is moved forth and back."""
    detail, view = desk.window.waveform.detail, desk.window.waveform.view
    y = painter.Geometry(detail.height()).blocks_top + 10.0
    x = view.x_of(at_ms)

    def send(kind: QEvent.Type, at_x: float) -> None:
        place = QPointF(at_x, y)
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, place, detail.mapToGlobal(place), button, held, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(detail, event)

    send(QEvent.Type.MouseButtonPress, x)
    return lambda frame: send(QEvent.Type.MouseMove, x + 2 * (frame % 30 if frame % 60 < 30 else 30 - frame % 30))


def main(recording: Path, width: int, height: int) -> None:
    """Open the window on the interview and measure."""
    application = make_application(sys.argv[:1])
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        desk = Desk(
            application, settings, RecentProjects(None), cache_folder=Path(folder), vlc_options=["--aout=dummy"]
        )
        desk.window.resize(width, height)
        desk.window.show()
        path = Path(folder) / "long.replique"
        measured: list[bool] = []
        desk.recording.measured.connect(lambda: measured.append(True))
        save(Project(interview()), path)
        desk.project.open_project(path)
        QTest.qWait(3000)
        desk.recording.open(recording)
        while not measured or not desk.onsets.all_ms:
            QTest.qWait(200)
        print(
            f"{desk.window.width()} x {desk.window.height()}, {len(desk.session.document.turns)} turns, "
            f"{desk.recording.duration_ms // 60_000} minutes, {len(desk.onsets.all_ms)} onsets"
        )
        middle_ms = 2500 * TURN_MS
        desk.playback.seek(middle_ms)
        QTest.qWait(3000)
        print(done_while(desk, None).told("standing still"))
        desk.playback.play_from(middle_ms)
        QTest.qWait(1500)
        print(done_while(desk, None).told("playing"))
        print(done_while(desk, scroll(desk)).told("playing, scrolling"))
        desk.playback.pause()
        QTest.qWait(500)
        print(done_while(desk, scroll(desk)).told("scrolling"))
        desk.playback.seek(middle_ms)
        QTest.qWait(500)
        print(done_while(desk, drag(desk, middle_ms + TURN_MS / 2)).told("dragging a turn"))
        desk.close()
        desk.window.allow_close()
        desk.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
