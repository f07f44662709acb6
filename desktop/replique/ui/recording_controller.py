"""The recording: opened, fingerprinted, its waveform computed in the background, its sound given to the player."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.progress import Cancel, Progress
from replique.project import Media, media_at
from replique.tasks import Task, TaskRunner, short
from replique.ui.i18n import say_text
from replique.ui.playback_controller import PlaybackController

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

OPENING = QT_TRANSLATE_NOOP("tasks", "Opening the recording")
DRAWING = QT_TRANSLATE_NOOP("tasks", "Drawing the waveform")

LONGEST_MS = 7 * 24 * 3_600_000
"""What the player is told of a recording that does not say how long it is, until all of it was decoded."""


class RecordingController(QObject):
    """One recording at a time; another one takes its place only once it is known to be good.

    `cache_folder` keeps waveforms; None is the user's cache folder. `prepare_player` is called in the background
    before the first recording is given to the player.
    """

    opened = Signal()
    """Another recording is there: read `media` and `duration_ms`."""
    closed = Signal()
    """There is no recording any more."""
    lengthened = Signal()
    """The recording does not say how long it is, and more of it was found: read `duration_ms`."""
    measured = Signal()
    """The true duration is known."""
    failed = Signal(object)
    """A recording cannot be used; carries the :class:`~replique.core.errors.RepliqueError`. The old one stays."""
    peaks_started = Signal(object)
    """The waveform begins; carries the :class:`~replique.media.peaks.Peaks` that is being filled."""
    drawn = Signal(object)
    """The waveform is complete; carries the :class:`~replique.media.peaks.Peaks`."""
    peaks_grew = Signal(int)
    """More of the waveform is ready; carries the milliseconds that are."""
    _begun = Signal(int, object)
    _grown = Signal(int, int)

    def __init__(
        self,
        tasks: TaskRunner,
        playback: PlaybackController,
        cache_folder: Path | None = None,
        prepare_player: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prepare_player = prepare_player
        self._tasks = tasks
        self._playback = playback
        self._cache_folder = cache_folder
        self._numbers = count(1)
        self._current = 0
        self._opening: Task | None = None
        self._drawing: Task | None = None
        self.media: Media | None = None
        self.duration_ms = 0
        # Told from the thread that draws; what an earlier recording still tells is not listened to.
        self._begun.connect(self._peaks_begun, Qt.ConnectionType.QueuedConnection)
        self._grown.connect(self._peaks_grown, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path, position_ms: int = 0) -> Task:
        """Open a recording in the background and stand at `position_ms`."""
        self._stop(self._opening)
        task = self._tasks.start(say_text("tasks", OPENING), short(self._inspect), path)
        task.finished.connect(lambda media: self._take(media, position_ms))
        task.failed.connect(self.failed)
        task.ended.connect(partial(self._ended, task))
        self._opening = task
        return task

    def close(self) -> None:
        """Let the recording go, or the one that is being opened."""
        self._stop(self._opening)
        self._stop(self._drawing)
        self._current = next(self._numbers)
        if self.media:
            self._playback.unload()
            self.media, self.duration_ms = None, 0
            self.closed.emit()

    def _inspect(self, path: Path) -> Media:
        """Read, in a thread of the background, what is known before decoding."""
        from replique.media.probe import probe

        media = media_at(path, probe(path))
        if not self._playback.has_player:
            self._prepare_player()
        return media

    def _take(self, media: Media, position_ms: int) -> None:
        self._stop(self._drawing)
        self.media, self.duration_ms = media, media.duration_ms or 0
        self._playback.load(media.path, self.duration_ms or LONGEST_MS, position_ms)
        self.opened.emit()
        self._draw(media.path)

    def _draw(self, path: Path) -> None:
        self._current = number = next(self._numbers)
        work = partial(
            _waveform, self._cache_folder, partial(self._begun.emit, number), partial(self._grown.emit, number)
        )
        task = self._tasks.start(say_text("tasks", DRAWING), work, path, self.duration_ms)
        task.finished.connect(partial(self._drawn, number))
        task.failed.connect(self.failed)
        task.ended.connect(partial(self._ended, task))
        self._drawing = task

    def _peaks_begun(self, number: int, peaks: Peaks) -> None:
        if number == self._current:
            self.peaks_started.emit(peaks)

    def _peaks_grown(self, number: int, ready_ms: int) -> None:
        if number != self._current:
            return
        if self.media and not self.media.duration_ms:
            self.duration_ms = ready_ms
            self.lengthened.emit()
        self.peaks_grew.emit(ready_ms)

    def _drawn(self, number: int, peaks: Peaks) -> None:
        """Take the duration that decoding found: no container and no player is asked for it."""
        if number != self._current:
            return
        self.duration_ms = peaks.duration_ms
        self._playback.set_duration(peaks.duration_ms)
        self.measured.emit()
        self.peaks_grew.emit(peaks.ready_ms)
        self.drawn.emit(peaks)

    def _ended(self, task: Task) -> None:
        if self._opening is task:
            self._opening = None
        if self._drawing is task:
            self._drawing = None

    def _stop(self, task: Task | None) -> None:
        if task:
            task.cancel()


def _waveform(
    cache_folder: Path | None,
    begun: Callable[[Peaks], None],
    grown: Callable[[int], None],
    path: Path,
    duration_ms: int,
    *,
    progress: Progress,
    cancel: Cancel,
) -> Peaks:
    from replique.media.cache import PeaksCache
    from replique.media.waveform import load_or_compute

    cache = PeaksCache(cache_folder)
    return load_or_compute(path, duration_ms, cache, begun, grown, progress=progress, cancel=cancel)
