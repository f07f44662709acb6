"""Where speech begins in the recording: found once in the background, and the way from one onset to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.progress import Cancel, Progress
from replique.tasks import Task, TaskRunner
from replique.ui.i18n import say_text
from replique.ui.playback_controller import PlaybackController
from replique.ui.recording_controller import RecordingController

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

FINDING = QT_TRANSLATE_NOOP("tasks", "Finding where speech begins")
NOT_YET = QT_TRANSLATE_NOOP("onsets", "Where speech begins is still being found.")
NONE_BEFORE = QT_TRANSLATE_NOOP("onsets", "No speech begins before this.")
NONE_AFTER = QT_TRANSLATE_NOOP("onsets", "No speech begins after this.")

HERE_MS = 10
"""An onset so near is where one stands."""
GRACE_MS = 500
"""While it plays, the onset that was passed so recently is the one that was just gone to."""


class Onsets(QObject):
    """The onsets of speech of the recording that is open."""

    changed = Signal()
    """Others were found, or there are none any more: read `all_ms`."""
    said = Signal(object)
    """Something to tell the user; a :class:`~replique.core.messages.Message`."""

    def __init__(
        self,
        tasks: TaskRunner,
        recording: RecordingController,
        playback: PlaybackController,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._playback = playback
        self._task: Task | None = None
        self._are_found = False
        self.all_ms: Sequence[int] = ()
        recording.opened.connect(self._forget)
        recording.closed.connect(self._forget)
        recording.drawn.connect(self._find)

    def go(self, step: int) -> None:
        """Go to the next (+1) or the previous (-1) onset; it goes on playing if it did."""
        here_ms = self._playback.position_ms()
        if step > 0:
            index = bisect_right(self.all_ms, here_ms + HERE_MS)
        else:
            index = bisect_left(self.all_ms, here_ms - (GRACE_MS if self._playback.is_playing else HERE_MS)) - 1
        if 0 <= index < len(self.all_ms):
            self._playback.seek(self.all_ms[index])
        elif not self._are_found:
            self.said.emit(Message("onsets", NOT_YET))
        else:
            self.said.emit(Message("onsets", NONE_AFTER if step > 0 else NONE_BEFORE))

    def _forget(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None
        self._are_found = False
        self.all_ms = ()
        self.changed.emit()

    def _find(self, peaks: Peaks) -> None:
        task = self._tasks.start(say_text("tasks", FINDING), _find, peaks)
        task.finished.connect(lambda found: self._take(task, found))
        self._task = task

    def _take(self, task: Task, found: Sequence[int]) -> None:
        if task is self._task:
            self._task = None
            self._are_found = True
            self.all_ms = found
            self.changed.emit()


def _find(peaks: Peaks, *, progress: Progress, cancel: Cancel) -> Sequence[int]:
    from replique.media.onsets import find_onsets

    found: list[int] = find_onsets(peaks.voice(), progress=progress, cancel=cancel).tolist()
    return found
