"""The recording: opened, fingerprinted, its waveform computed in the background, its sound given to the player."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.progress import Cancel, Progress
from replique.project import Media, media_at
from replique.tasks import Task, TaskRunner, short
from replique.ui.i18n import say_text
from replique.ui.playback_controller import PlaybackController

if TYPE_CHECKING:
    from replique.media.peaks import Peaks
    from replique.media.tracks import AudioTrack

OPENING = QT_TRANSLATE_NOOP("tasks", "Opening the recording")
DRAWING = QT_TRANSLATE_NOOP("tasks", "Drawing the waveform")

LONGEST_MS = 7 * 24 * 3_600_000
"""What the player is told of a recording that does not say how long it is, until all of it was decoded."""


ChooseTrack = Callable[[Path, "tuple[AudioTrack, ...]", int], int | None]
"""Asks which of several audio tracks of a recording is heard, one being proposed; None where there is no answer."""


class Found(NamedTuple):
    """What is known of a recording before it is decoded."""

    media: Media
    tracks: tuple[AudioTrack, ...]


class RecordingController(QObject):
    """One recording at a time; another one takes its place only once it is known to be good.

    Waveforms are kept below `cache_folder`; None is the user's cache folder. `prepare_player` is called in the
    background before the first recording is given to the player, `choose_track` where a recording has several audio
    tracks.
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
    said = Signal(object)
    """Something odd about the recording, which can be used all the same; a
    :class:`~replique.core.messages.Message`."""
    peaks_started = Signal(object)
    """The waveform begins; carries the :class:`~replique.media.peaks.Peaks` that is being filled."""
    drawn = Signal(object)
    """The waveform is complete; carries the :class:`~replique.media.peaks.Peaks`."""
    peaks_grew = Signal()
    """More of the waveform is ready."""
    _begun = Signal(int, object)
    _grown = Signal(int, int)

    def __init__(
        self,
        tasks: TaskRunner,
        playback: PlaybackController,
        choose_track: ChooseTrack,
        cache_folder: Path | None = None,
        prepare_player: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prepare_player = prepare_player
        self._choose_track = choose_track
        self._tasks = tasks
        self._playback = playback
        self._cache_folder = cache_folder
        self._numbers = count(1)
        self._current = 0
        self._opening: Task | None = None
        self._drawing: Task | None = None
        self.media: Media | None = None
        self.tracks: tuple[AudioTrack, ...] = ()
        self.duration_ms = 0
        # Told from the thread that draws; what an earlier recording still tells is not listened to.
        self._begun.connect(self._peaks_begun, Qt.ConnectionType.QueuedConnection)
        self._grown.connect(self._peaks_grown, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path, position_ms: int = 0, track: int | None = None) -> Task:
        """Open a recording in the background and stand at `position_ms`.

        `track` is the audio track to hear, counted from 0; None lets the user choose where there are several.
        """
        self._stop(self._opening)
        task = self._tasks.start(say_text("tasks", OPENING), short(self._inspect), path, track or 0)
        task.finished.connect(lambda found: self._opened(found, position_ms, asks=track is None))
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
            self.media, self.tracks, self.duration_ms = None, (), 0
            self.closed.emit()

    def choose_track(self) -> None:
        """Let the user choose another audio track, which is heard from where the player stands."""
        media = self.media
        if media is None:
            return
        track = self._choose_track(media.path, self.tracks, media.track)
        if track is not None and self.media is media and track != media.track:
            self.open(media.path, round(self._playback.position_ms()), track)

    def _inspect(self, path: Path, track: int) -> Found:
        """Read, in a thread of the background, what is known before decoding."""
        from replique.media.probe import probe

        claims = probe(path, track)
        media = media_at(path, claims.duration_ms, track if track < len(claims.tracks) else 0)
        if not self._playback.has_player:
            self._prepare_player()
        return Found(media, claims.tracks)

    def _opened(self, found: Found, position_ms: int, *, asks: bool) -> None:
        """Take the recording, after asking which of its tracks is meant; meanwhile another may be asked for."""
        if asks and len(found.tracks) > 1:
            number = self._current
            track = self._choose_track(found.media.path, found.tracks, found.media.track)
            if self._opening or number != self._current:
                return
            if track:
                self.open(found.media.path, position_ms, track)
                return
        self._take(found, position_ms)

    def _take(self, found: Found, position_ms: int) -> None:
        self._stop(self._drawing)
        media = found.media
        self.media, self.tracks, self.duration_ms = media, found.tracks, media.duration_ms or 0
        self._playback.load(media.path, self.duration_ms or LONGEST_MS, position_ms, media.track)
        self.opened.emit()
        self._draw(media)

    def _draw(self, media: Media) -> None:
        self._current = number = next(self._numbers)
        begun, grown = partial(self._begun.emit, number), partial(self._grown.emit, number)
        work = partial(_waveform, self._cache_folder, begun, grown)
        task = self._tasks.start(say_text("tasks", DRAWING), work, media, self.duration_ms)
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
        self.peaks_grew.emit()

    def _drawn(self, number: int, peaks: Peaks) -> None:
        """Take the duration that decoding found: no container and no player is asked for it."""
        if number != self._current:
            return
        self.duration_ms = peaks.duration_ms
        self._playback.set_duration(peaks.duration_ms)
        self.measured.emit()
        self.peaks_grew.emit()
        self.drawn.emit(peaks)
        if peaks.remarks:
            from replique.media.remarks import together

            self.said.emit(together(peaks.remarks))

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
    media: Media,
    duration_ms: int,
    *,
    progress: Progress,
    cancel: Cancel,
) -> Peaks:
    from replique.media.cache import PeaksCache, cache_path
    from replique.media.waveform import load_or_compute

    return load_or_compute(
        media.path,
        duration_ms,
        PeaksCache(cache_path("peaks", cache_folder)),
        begun,
        grown,
        track=media.track,
        content=media.fingerprint,
        progress=progress,
        cancel=cancel,
    )
