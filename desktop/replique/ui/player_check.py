"""Whether the player plays the recording as the waveform shows it; where it does not, it is given a decoded copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from replique.core.errors import RepliqueError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.progress import Cancel, Progress
from replique.media.fingerprint import track_key
from replique.project import Media
from replique.tasks import Task, TaskRunner
from replique.ui.i18n import say_text
from replique.ui.playback_controller import PlaybackController
from replique.ui.recording_controller import RecordingController

if TYPE_CHECKING:
    from replique.playback.self_test import Prober, Verdict

CHECKING = QT_TRANSLATE_NOOP("tasks", "Checking the player")
COPYING = QT_TRANSLATE_NOOP("tasks", "Decoding a copy for the player")

PLAYS_COPY = QT_TRANSLATE_NOOP("recording", "{player} is not exact here: {reason} A decoded copy is played instead.")
NO_COPY = QT_TRANSLATE_NOOP(
    "recording", "{player} is not exact here: {reason} No decoded copy could be made: {why} Its times may be wrong."
)
NO_COPY_WANTED = QT_TRANSLATE_NOOP("recording", "{player} is not exact here: {reason} Its times may be wrong.")


class PlayerCheck(QObject):
    """Tries each recording with the player that is to play it, in the background and without a sound.

    Copies and what was found out are kept below `cache_folder`, or in the user's cache folder.
    """

    said = Signal(object)
    """A copy is played, or none could be made; a :class:`~replique.core.messages.Message` with the reason."""
    judged = Signal(object)
    """The player was tried; carries the :class:`~replique.playback.self_test.Verdict`."""
    changed = Signal()
    """A copy is played, or the recording itself again: read `reason`."""

    def __init__(
        self,
        tasks: TaskRunner,
        recording: RecordingController,
        playback: PlaybackController,
        cache_folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._recording = recording
        self._playback = playback
        self._cache_folder = cache_folder
        self._work: Task | None = None
        self._probers: set[Prober] = set()
        self._verdict: Verdict | None = None
        self._true_ms: int | None = None
        self.reason: Message | None = None
        recording.opened.connect(self._opened)
        recording.closed.connect(self._forget)
        recording.measured.connect(self._measured)
        playback.player_made.connect(lambda _player: self._try())

    def close(self) -> None:
        """Let go of what was made and is not used any more, after all work has ended."""
        for prober in tuple(self._probers):
            self._let_go(prober)

    def _opened(self) -> None:
        self._true_ms = None
        self._try()

    def _measured(self) -> None:
        """Take the true length: one that did not say how long it is can be tried only now."""
        self._true_ms = self._recording.duration_ms
        if self._verdict:
            self._consider(self._verdict)
        elif self._work is None:
            self._try()

    def _forget(self) -> None:
        """Stop what is under way; nothing is known of the next recording, or of the next player."""
        if self._work:
            self._work.cancel()
        self._work = self._verdict = None
        if self.reason:
            self.reason = None
            self.changed.emit()

    def _try(self, *, again: bool = False) -> None:
        """Try the player; `again`, also where it was tried before."""
        self._forget()
        media = self._recording.media
        if media is None or self._playback.media != media.path or not self._recording.duration_ms:
            return
        prober = self._playback.player.prober()
        self._probers.add(prober)
        work = partial(_test, self._cache_folder, prober, again)
        task = self._start(CHECKING, work, media, self._recording.duration_ms)
        task.ended.connect(partial(self._let_go, prober))
        task.finished.connect(partial(self._tried, task))

    def _let_go(self, prober: Prober) -> None:
        self._probers.discard(prober)
        prober.close()

    def _tried(self, task: Task, verdict: Verdict) -> None:
        if self._work is not task:
            return
        self._work, self._verdict = None, verdict
        self.judged.emit(verdict)
        self._consider(verdict)

    def _consider(self, verdict: Verdict) -> None:
        """Have a copy made where the player does not agree with what is decoded."""
        from replique.playback.self_test import at_odds, disagreement

        media, reason = self._recording.media, disagreement(verdict, self._true_ms)
        if reason is None and self._true_ms and at_odds(verdict.tested_ms, self._true_ms):
            # It was sent to places of a recording of another length.
            self._try(again=True)
            return
        if media is None or reason is None or self.reason or self._work:
            return
        task = self._start(COPYING, partial(_copy, self._cache_folder), media, self._recording.duration_ms)
        task.finished.connect(partial(self._copied, task, reason))
        task.failed.connect(partial(self._not_copied, task, reason))
        task.stopped.connect(partial(self._not_copied, task, reason, None))

    def _copied(self, task: Task, reason: Message, path: Path) -> None:
        if self._work is not task:
            return
        self._work = None
        self.reason = reason
        self._playback.play_copy(path)
        self.changed.emit()
        self.said.emit(Message("recording", PLAYS_COPY, player=self._playback.player_name, reason=reason))

    def _not_copied(self, task: Task, reason: Message, error: RepliqueError | None) -> None:
        """Say that the recording itself goes on; where the user has stopped the work, he knows why."""
        if self._work is not task:
            return
        name = self._playback.player_name
        if error:
            self.said.emit(Message("recording", NO_COPY, player=name, reason=reason, why=error.reason))
        else:
            self.said.emit(Message("recording", NO_COPY_WANTED, player=name, reason=reason))

    def _start(self, title: str, work: Callable[..., Any], media: Media, duration_ms: int) -> Task:
        self._work = self._tasks.start(say_text("tasks", title), work, media, duration_ms)
        return self._work


def _test(
    cache_folder: Path | None,
    prober: Prober,
    again: bool,
    media: Media,
    duration_ms: int,
    *,
    progress: Progress,
    cancel: Cancel,
) -> Verdict:
    """Return what is known of this player with this recording, or find it out."""
    from replique.playback.self_test import self_test
    from replique.playback.verdicts import Verdicts

    cancel.check()
    verdicts, key = Verdicts(cache_folder), track_key(media.fingerprint, media.track)
    known = verdicts.get(key, prober.name)
    if known and not again:
        return known
    verdict = self_test(prober, media.path, duration_ms, media.track, progress=progress, cancel=cancel)
    verdicts.put(key, prober.name, verdict)
    return verdict


def _copy(cache_folder: Path | None, media: Media, duration_ms: int, *, progress: Progress, cancel: Cancel) -> Path:
    """Return the copy that is kept of a recording, or make it."""
    from replique.media.copies import Copies

    copies, key = Copies(cache_folder), track_key(media.fingerprint, media.track)
    return copies.get(key) or copies.make(media.path, key, duration_ms, media.track, progress=progress, cancel=cancel)
