"""Keeps the window up to date: whatever changes in the program is shown where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QPoint, Signal

from replique.core.errors import GaveUpError, InputError, OutputError, PlayerError, RepliqueError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.tasks import Task
from replique.transcripts import TranscriptFile
from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.hints import hints
from replique.ui.actions.table import Needs
from replique.ui.commands import EXPORTED
from replique.ui.cue_board import CueBoard
from replique.ui.dialogs.error import ErrorDialog
from replique.ui.focus_place import FocusPlace
from replique.ui.i18n import say, say_text
from replique.ui.icons import Icons
from replique.ui.import_report import report
from replique.ui.main_window import MainWindow
from replique.ui.playback_controller import PlaybackController
from replique.ui.project_controller import SAVED, ProjectController
from replique.ui.recording_controller import RecordingController
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.theme import ThemeSource
from replique.ui.toast import Tone

PROGRAM = "Réplique"
DEEDS = {EXPORTED: "file.export", SAVED: "file.save"}
"""What is told when an action is done that is no edit."""
WHAT_FAILED: tuple[tuple[type[RepliqueError], str], ...] = (
    (InputError, QT_TRANSLATE_NOOP("presenter", "The file could not be used")),
    (OutputError, QT_TRANSLATE_NOOP("presenter", "The file was not written")),
    (PlayerError, QT_TRANSLATE_NOOP("presenter", "The recording can’t be played")),
    (RepliqueError, QT_TRANSLATE_NOOP("presenter", "That did not work")),
)
"""The heading of an error, by its kind."""
TAKE_OTHER = QT_TRANSLATE_NOOP("presenter", "Take the &other player")
UNDO_WHAT = QT_TRANSLATE_NOOP("presenter", "&Undo: {what}")
REDO_WHAT = QT_TRANSLATE_NOOP("presenter", "&Redo: {what}")
UNDO = QT_TRANSLATE_NOOP("presenter", "&Undo")
REDO = QT_TRANSLATE_NOOP("presenter", "&Redo")


class Presenter(QObject):
    """Shows the state of session, project, recording and player in the parts of the window."""

    other_player_wanted = Signal()
    """The player gave up, and the user wants the other one to try."""

    def __init__(
        self,
        window: MainWindow,
        actions: ActionSet,
        session: EditingSession,
        project: ProjectController,
        recording: RecordingController,
        playback: PlaybackController,
        settings: Settings,
        themes: ThemeSource,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._session = session
        self._project = project
        self._recording = recording
        self._playback = playback
        self._settings = settings
        self._focus = FocusPlace(window)
        self._icons = Icons(themes)
        self._cues = CueBoard(session, self)
        self._follow_changes(themes)
        self._dress()
        self._show_settings()
        self._show_all()

    def _follow_changes(self, themes: ThemeSource) -> None:
        session, window = self._session, self._window
        session.document_replaced.connect(self._show_all)
        session.document_changed.connect(lambda _change: self._show_document())
        session.current_changed.connect(lambda _turn_id: self._show_available())
        session.refused.connect(window.toast.refuse)
        self._project.changed.connect(self._show_project)
        self._recording.opened.connect(self._show_recording)
        self._recording.closed.connect(self._show_recording)
        self._recording.lengthened.connect(self._show_recording)
        self._recording.measured.connect(self._show_recording)
        self._recording.peaks_started.connect(window.waveform.set_peaks)
        self._recording.peaks_grew.connect(window.waveform.peaks_grew)
        self._playback.ticked.connect(self._show_position)
        self._playback.changed.connect(self._show_playback)
        self._cues.changed.connect(self._show_cues)
        self._settings.changed.connect(lambda _name: self._show_settings())
        self._focus.changed.connect(self._show_hints)
        self._actions.keys_changed.connect(self._show_hints)
        self._actions.keys_changed.connect(self._show_settings)
        themes.changed.connect(self._dress)

    def show_error(self, error: RepliqueError) -> None:
        """Show an error that the user has to know of."""
        ErrorDialog(_what_failed(error), error, parent=self._window).exec()

    def show_player_error(self, error: RepliqueError) -> None:
        """Show why it can't be played; where the other player may, offer it."""
        dialog = ErrorDialog(_what_failed(error), error, parent=self._window)
        if isinstance(error, GaveUpError):
            dialog.add_way_out(say_text("presenter", TAKE_OTHER))
        if dialog.exec() == ErrorDialog.DialogCode.Accepted:
            self.other_player_wanted.emit()

    def show_import(self, read: TranscriptFile) -> None:
        """Say how much of a transcript was read, and what of it to look at."""
        self._window.toast.tell(report(read), Tone.REFUSED if read.diagnostics else Tone.DONE)

    def tell(self, message: Message) -> None:
        """Say something that needs no answer; of what was done, the key too."""
        action_id = DEEDS.get(message.text)
        if action_id:
            self._window.toast.did(say(message), self._actions.key_of(action_id))
        else:
            self._window.toast.tell(message)

    def show_turn_menu(self, place: QPoint) -> None:
        """Show what can be done with the current turn, at a place of the screen."""
        menu = self._actions.turn_menu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def follow_task(self, task: Task) -> None:
        """Show the progress of background work."""
        self._window.status.follow(task)
        if not self._project.has_transcript and not self._recording.media:
            self._window.empty.follow(task)

    def _show_all(self) -> None:
        self._show_document()
        self._show_recording()
        self._show_project()

    def _show_document(self) -> None:
        self._window.header.set_progress(self._session.confirmed_count, self._session.speech_count)
        for action_id, plain, named, name in (
            ("edit.undo", UNDO, UNDO_WHAT, self._session.undo_label),
            ("edit.redo", REDO, REDO_WHAT, self._session.redo_label),
        ):
            what = say(name).replace("&", "&&") if name else ""
            text = say_text("presenter", named).format(what=what) if name else say_text("presenter", plain)
            self._actions[action_id].setText(text)
        self._show_available()

    def _show_available(self) -> None:
        session = self._session
        turn = session.current_turn
        available = Needs.NOTHING
        for need, there in (
            (Needs.TURNS, self._project.has_transcript),
            (Needs.MEDIA, self._playback.media is not None),
            (Needs.TRACKS, len(self._recording.tracks) > 1),
            (Needs.CURRENT, turn is not None),
            (Needs.SPEECH, turn is not None and turn.is_speech),
            (Needs.UNDO, session.undo_label is not None),
            (Needs.REDO, session.redo_label is not None),
        ):
            available |= need if there else Needs.NOTHING
        self._actions.set_available(available)
        self._show_hints()

    def _show_hints(self) -> None:
        self._window.status.set_hints(hints(self._actions, self._focus.place, nudge_ms=self._settings.nudge_ms))

    def _show_project(self) -> None:
        project, window = self._project, self._window
        window.header.set_title(project.title)
        window.header.set_modified(project.is_modified)
        window.setWindowTitle(f"{project.title}[*] – {PROGRAM}" if project.title else f"{PROGRAM}[*]")
        window.setWindowModified(project.is_modified)
        window.setWindowFilePath(str(project.path) if project.path else "")
        window.empty.set_recent(project.recent.paths())
        self._show_parts()

    def _show_recording(self) -> None:
        media, window = self._recording.media, self._window
        duration_ms = self._recording.duration_ms
        window.header.set_media(media.path.name if media else "")
        window.header.set_duration(duration_ms if media else None)
        window.header.set_has_media(media is not None)
        window.waveform.set_duration(duration_ms)
        if media is None:
            window.waveform.set_peaks(None)
        window.empty.set_files("", media.path.name if media else "")
        self._show_parts()
        self._show_playback()

    def _show_parts(self) -> None:
        self._window.show_parts(
            transcript=self._project.has_transcript,
            recording=self._recording.media is not None,
            speakers=self._settings.speakers_shown,
        )
        self._show_strip()
        self._show_available()

    def _show_cues(self) -> None:
        self._window.waveform.set_cues(self._cues.cues)
        self._window.subtitle.set_cue(self._cues.at(self._playback.position_ms()))
        self._show_strip()

    def _show_strip(self) -> None:
        """Give the subtitle room only where there is one to come."""
        wanted = self._settings.subtitle_shown and self._project.has_transcript
        heard = bool(self._cues.cues) and self._recording.media is not None
        self._window.subtitle.setVisible(wanted and heard)

    def _show_playback(self) -> None:
        playback, header = self._playback, self._window.header
        has_media = playback.media is not None
        self._window.status.set_player(playback.player_name)
        if has_media:
            header.set_speed(playback.player.rate)
            header.set_volume(playback.player.volume, muted=playback.player.muted)
            self._actions["play.mute"].setChecked(playback.player.muted)
        else:
            header.set_volume(self._settings.volume)
        self._actions["play.loop"].setChecked(playback.looping)
        self._show_available()

    def _show_position(self, ms: float, playing: bool) -> None:
        window = self._window
        window.header.set_position(ms, playing)
        window.transcript.set_position(ms, playing)
        window.waveform.set_position(ms, playing)
        window.subtitle.set_cue(self._cues.at(ms))

    def _show_settings(self) -> None:
        self._actions["view.speakers"].setChecked(self._settings.speakers_shown)
        self._actions["view.subtitle"].setChecked(self._settings.subtitle_shown)
        self._window.transcript.set_follows(self._settings.follow)
        self._window.transcript.set_zoom(self._settings.text_percent / 100)
        key = self._actions.key_of("file.sample")
        self._window.empty.offer_sample(key, with_tour=not self._settings.tour_seen)
        self._show_parts()

    def _dress(self) -> None:
        self._actions.set_icons(self._icons)

    def restore_window(self) -> None:
        """Put the window where it was the last time; the first time, make it no larger than the screen."""
        geometry = QByteArray.fromBase64(self._settings.window_geometry.encode())
        if not geometry.isEmpty():
            self._window.restoreGeometry(geometry)
        else:
            self._window.fit_into(self._window.screen().availableSize())
        layout = QByteArray.fromBase64(self._settings.window_layout.encode())
        if not layout.isEmpty():
            self._window.restore_layout(layout)

    def remember_window(self) -> None:
        """Remember where the window is."""
        self._settings.window_geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self._settings.window_layout = bytes(self._window.layout_state().toBase64().data()).decode()


def _what_failed(error: RepliqueError) -> str:
    return say_text("presenter", next(text for kind, text in WHAT_FAILED if isinstance(error, kind)))
