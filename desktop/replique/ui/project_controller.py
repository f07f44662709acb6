"""Projects: opened, made of a transcript and a recording, saved, left; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from replique.core.errors import RepliqueError
from replique.core.files import refuse_sources
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document
from replique.core.resources import resources_dir
from replique.project import SUFFIX, Media, MediaLookup, Project, View, save
from replique.tasks import Task, TaskRunner, short
from replique.transcripts import TranscriptFile, read_transcript
from replique.ui.i18n import say_text
from replique.ui.playback_controller import PlaybackController
from replique.ui.questions import Leave, Questions
from replique.ui.recording_controller import RecordingController
from replique.ui.session import EditingSession
from replique.workflow.choosing import Chosen, choose
from replique.workflow.projects import open_project
from replique.workflow.recent import RecentProjects
from replique.workflow.samples import sample

SAVED = QT_TRANSLATE_NOOP("project", "Saved in {name}")
NOT_OPENED = QT_TRANSLATE_NOOP("project", "“{name}” was not opened: {reason}")
READING = QT_TRANSLATE_NOOP("tasks", "Reading the files")


class ProjectController(QObject):
    """The file that the window works on.

    Of several that are asked for while one is still being read, the last is shown. What is changed in the meantime
    is asked about before it is left.
    """

    failed = Signal(object)
    """A file cannot be used or written; carries the :class:`~replique.core.errors.RepliqueError`."""
    said = Signal(object)
    """Something to tell the user; carries a :class:`~replique.core.messages.Message`."""
    changed = Signal()
    """Another name, another file, saved or modified."""
    closing_up = Signal()
    """The document is about to be saved or left: what is still being typed has to be in it."""
    imported = Signal(object)
    """A transcript was read; carries the :class:`~replique.transcripts.TranscriptFile` with its diagnostics."""

    def __init__(
        self,
        session: EditingSession,
        recording: RecordingController,
        playback: PlaybackController,
        tasks: TaskRunner,
        questions: Questions,
        recent: RecentProjects,
    ) -> None:
        super().__init__()
        self._session = session
        self._recording = recording
        self._playback = playback
        self._tasks = tasks
        self._questions = questions
        self.recent = recent
        self.path: Path | None = None
        self.transcript_path: Path | None = None
        self._saved_media: Media | None = None
        self._rests_at_ms = 0
        self._reading: Task | None = None
        session.saved_changed.connect(lambda _saved: self.changed.emit())
        recording.opened.connect(self._recording_opened)

    @property
    def has_transcript(self) -> bool:
        """Whether there are turns to work on."""
        return bool(self._session.document.turns)

    @property
    def is_modified(self) -> bool:
        """Whether leaving now would lose work."""
        media = self._recording.media
        other_recording = self.path is not None and media is not None and media != self._saved_media
        return self.has_transcript and (not self._session.is_saved or other_recording)

    @property
    def title(self) -> str:
        """The name that the window shows."""
        source = self.path or self.transcript_path
        return self._session.document.metadata.title or (source.stem if source else "")

    @property
    def sources(self) -> list[Path]:
        """The files that the work on hand is made of: nothing else may be written over them."""
        media = self._recording.media
        return [path for path in (self.path, self.transcript_path, media.path if media else None) if path]

    def open_paths(self, paths: list[Path]) -> None:
        """Open whatever was dropped or chosen: a project, or a transcript and a recording, or one of the two."""
        task = self._tasks.start(say_text("tasks", READING), short(choose), paths)
        task.finished.connect(self._open_chosen)
        task.failed.connect(self.failed)

    def open_project(self, path: Path) -> None:
        """Open a project file, after asking what becomes of the one that is open."""
        if self.may_leave():
            self._read(lambda found: self._show_project(path, *found), open_project, path)

    def new_project(self, transcript: Path, recording: Path | None, layout: str = "auto") -> None:
        """Begin with a transcript and its recording, after asking what becomes of the project that is open."""
        if self.may_leave():
            keeps_recording = recording is None and not self.has_transcript
            self._read(
                lambda read: self._show_transcript(transcript, read, recording, keeps_recording),
                partial(read_transcript, layout=layout),
                transcript,
            )

    def open_sample(self, language: str) -> None:
        """Begin with the interview that ships."""
        found = sample(language)
        self.new_project(found.transcript, found.recording)

    def attach_recording(self, path: Path) -> None:
        """Open a recording for the transcript that is there, or that comes."""
        replaces = self._recording.media is not None and self.has_transcript
        if not replaces or self._questions.replace_recording(path):
            self._recording.open(path)

    def save(self) -> bool:
        """Save where the project stands, asking for a name the first time; return whether it was saved."""
        return self._write(self.path) if self.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and save; return whether it was saved."""
        path = self._questions.where_to_save(self.suggested_path(SUFFIX))
        return self._write(path) if path else False

    def suggested_path(self, suffix: str) -> Path:
        """Return where a file made of this project would stand: beside its sources, never among our samples."""
        media = self._recording.media
        source = self.path or self.transcript_path or (media.path if media else None)
        if source is None or source.is_relative_to(resources_dir()):
            return Path.home() / f"{source.stem if source else 'interview'}{suffix}"
        return source.with_suffix(suffix)

    def may_leave(self) -> bool:
        """Ask what becomes of unsaved work; return whether the project may be left."""
        self.closing_up.emit()
        if not self.is_modified:
            return True
        answer = self._questions.unsaved(self.title)
        if answer is Leave.SAVE:
            return self.save()
        return answer is Leave.DISCARD

    def _read(self, show: Callable[[Any], None], work: Callable[[Path], Any], path: Path) -> None:
        """Read in the background what `show` is to show in the place of the document that is there."""
        if self._reading:
            self._reading.cancel()
        task = self._reading = self._tasks.start(say_text("tasks", READING), short(work), path)
        task.finished.connect(partial(self._has_read, show, self._session.document))
        task.failed.connect(self.failed)
        task.ended.connect(partial(self._ended, task))

    def _has_read(self, show: Callable[[Any], None], asked_about: Document, found: Any) -> None:
        self.closing_up.emit()
        if self._session.document is asked_about or self.may_leave():
            show(found)

    def _ended(self, task: Task) -> None:
        if self._reading is task:
            self._reading = None

    def _open_chosen(self, chosen: Chosen) -> None:
        if chosen.project:
            self.open_project(chosen.project)
        elif chosen.transcript:
            self.new_project(chosen.transcript, chosen.recording)
        elif chosen.recording:
            self.attach_recording(chosen.recording)
        for path, reason in chosen.left:
            self._say_after_reading(Message("project", NOT_OPENED, name=path.name, reason=reason))

    def _say_after_reading(self, message: Message) -> None:
        """Tell something that what is said of the file that is being read must not hide at once."""
        if self._reading:
            self._reading.finished.connect(lambda _found: self.said.emit(message))
        else:
            self.said.emit(message)

    def _show_transcript(
        self, path: Path, read: TranscriptFile, recording: Path | None, keeps_recording: bool
    ) -> None:
        self.path = None
        self.transcript_path = path
        self._saved_media = None
        self._rests_at_ms = 0
        self._session.open(read.document)
        if recording:
            self._recording.open(recording)
        elif not keeps_recording:
            self._recording.close()
        self.imported.emit(read)
        self.changed.emit()

    def _show_project(self, path: Path, project: Project, found: MediaLookup) -> None:
        self.path = path
        self.transcript_path = None
        self._saved_media = project.media
        self._session.open(project.document, project.view.current_turn)
        self.recent.add(path)
        self._recording.close()
        recording = found.path
        if project.media and recording is None:
            recording = self._questions.missing_media(project.media, found.others)
        self._rests_at_ms = project.view.position_ms
        if recording and self._session.document is project.document:
            track = project.media.track if project.media else None
            self._recording.open(recording, project.view.position_ms, track)
        self.changed.emit()

    def _recording_opened(self) -> None:
        media = self._recording.media
        saved = self._saved_media
        if (
            media
            and saved
            and (media.path, media.fingerprint, media.track) == (saved.path, saved.fingerprint, saved.track)
        ):
            self._saved_media = media
        self.changed.emit()

    def _write(self, path: Path) -> bool:
        self.closing_up.emit()
        revision = self._session.revision
        media = self._recording.media or self._saved_media
        try:
            refuse_sources(path, (source for source in self.sources if source != self.path))
            save(Project(self._session.document, media, self._view()), path)
        except RepliqueError as error:
            self.failed.emit(error)
            return False
        self.path = path
        self._saved_media = media
        self._session.mark_saved(revision)
        self.recent.add(path)
        self.changed.emit()
        self.said.emit(Message("project", SAVED, name=path.name))
        return True

    def _view(self) -> View:
        here_ms = self._playback.position_ms() if self._recording.media else self._rests_at_ms
        return View(max(0, round(here_ms)), self._session.current_id)
