"""The actions that open a dialog or change the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, qVersion
from PySide6.QtWidgets import QDialog

from replique import __version__
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document
from replique.subtitling import LabelPolicy, untimed_turns
from replique.tasks import TaskRunner, short
from replique.ui.actions.action_set import KeyGroup
from replique.ui.actions.hints import fixed_keys
from replique.ui.dialogs.about import AboutDialog
from replique.ui.dialogs.export import Export, ExportDialog
from replique.ui.dialogs.key_sheet import KeySheet
from replique.ui.dialogs.new_project import NewProjectDialog
from replique.ui.dialogs.preferences import SettingsDialog
from replique.ui.dialogs.setting_editors import Fittings
from replique.ui.dialogs.speaker_name import SpeakerNameDialog
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.i18n import say_text
from replique.ui.main_window import MainWindow
from replique.ui.output_choice import OutputEditor, OutputMenu
from replique.ui.outputs import OutputController
from replique.ui.playback_controller import PlaybackController
from replique.ui.project_controller import ProjectController
from replique.ui.questions import Questions
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.speaker_menu import SpeakerMenu
from replique.ui.theme import ThemeSource
from replique.ui.timing import TimingController
from replique.ui.turn_commands import TurnCommands
from replique.workflow.exporting import ExportReport, export

EXPORTING = QT_TRANSLATE_NOOP("tasks", "Exporting subtitles")
EXPORTED = QT_TRANSLATE_NOOP("commands", "{count} subtitles written to {name}")


class Commands(QObject):
    """What menus and keys do that needs a dialog.

    `key_table` is set by whoever made the actions; `fittings` hold what settings bring with them into their dialog.
    """

    failed = Signal(object)
    """Something was not done; carries the :class:`~replique.core.errors.RepliqueError`."""
    said = Signal(object)
    """Something was done that is no edit; a :class:`~replique.core.messages.Message`."""
    palette_requested = Signal()
    """The user wants the command palette."""
    shortcuts_requested = Signal()
    """The user wants to see and change the keys."""

    def __init__(
        self,
        window: MainWindow,
        session: EditingSession,
        project: ProjectController,
        playback: PlaybackController,
        timing: TimingController,
        turns: TurnCommands,
        tasks: TaskRunner,
        settings: Settings,
        themes: ThemeSource,
        questions: Questions,
        outputs: OutputController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._project = project
        self._playback = playback
        self._timing = timing
        self._turns = turns
        self._tasks = tasks
        self._settings = settings
        self._themes = themes
        self._questions = questions
        self._outputs = outputs
        self._frame_rate = ""
        self._export_format = "srt"
        self._export_labels = LabelPolicy.CHANGE.value
        self._export_to: Path | None = None
        self.key_table: Callable[[], list[KeyGroup]] = list
        self.fittings = Fittings({"output": lambda: OutputEditor(outputs)})
        session.document_replaced.connect(self._forget_export)

    def new_project(self) -> None:
        """Ask for a transcript and its recording, and begin."""
        dialog = NewProjectDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.choice:
            self._project.new_project(dialog.choice.transcript, dialog.choice.recording, dialog.choice.layout)

    def open_files(self) -> None:
        """Ask for files and open them."""
        paths = self._questions.files_to_open()
        if paths:
            self._project.open_paths(paths)

    def choose_recording(self) -> None:
        """Ask for the recording of what is open."""
        path = self._questions.recording_to_open()
        if path:
            self._project.open_paths([path])

    def open_sample(self) -> None:
        """Open the interview that ships, in the language of the window."""
        self._project.open_sample(QLocale().name())

    def export(self) -> None:
        """Ask how and where, and export."""
        self._window.transcript.finish_editing()
        document = self._session.document
        untimed = untimed_turns(document, self._session.timeline)
        dialog = ExportDialog(
            self._window,
            proposed=self._export_to or self._project.suggested_path(""),
            timed_count=document.speech_count() - len(untimed),
            untimed_count=len(untimed),
            format_name=self._export_format,
            labels=self._export_labels,
        )
        dialog.first_untimed_requested.connect(lambda: self._go_to(document, untimed[0]))
        if self._agreed(dialog) and dialog.choice:
            self._write_export(dialog.choice)

    def change_settings(self, at: str = "") -> None:
        """Show the settings, the one called `at` first."""
        SettingsDialog(self._settings, self._window, fittings=self.fittings, at=at).exec()

    def type_time(self) -> None:
        """Ask for the start or the end of the current turn and set it."""
        turn = self._session.current_turn
        if turn is None:
            return
        span = self._session.timeline.turn_span(self._session.document.index_of(turn.id))
        dialog = TimeDialog(self._window, start_ms=span.start_ms, end_ms=span.end_ms, rate=self._frame_rate)
        if self._agreed(dialog):
            self._frame_rate = dialog.rate
            self._timing.set_typed(dialog.edge, dialog.ms)

    def choose_output(self) -> None:
        """Show on which devices the sound can be heard, below the volume."""
        menu = OutputMenu(self._outputs, self._window)
        menu.chosen.connect(self._outputs.choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.header.transport.volume_place())

    def choose_speaker(self) -> None:
        """Show who may speak the current turn, beside it."""
        menu = SpeakerMenu(self._session.document, self._themes.current, self._window)
        menu.chosen.connect(self._turns.assign)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._window.transcript.menu_place())

    def add_speaker(self) -> None:
        """Ask for the name of another speaker and add him."""
        dialog = SpeakerNameDialog(self._window, taken=[s.name for s in self._session.document.speakers])
        if self._agreed(dialog):
            self._turns.add_speaker(dialog.name)

    def rename_speaker_of(self, turn_id: int) -> None:
        """Ask for another name of whoever speaks a turn."""
        document = self._session.document
        speaker = document.speaker(document.turn(turn_id).speaker_id)
        if speaker is None:
            return
        others = [s.name for s in document.speakers if s is not speaker]
        dialog = SpeakerNameDialog(self._window, name=speaker.name, taken=others)
        if self._agreed(dialog):
            self._turns.rename_speaker(speaker.id, dialog.name)

    def follow(self) -> None:
        """Show where it plays, in the transcript and in the waveform, and follow."""
        self._window.transcript.follow_now()
        self._window.waveform.follow_now()

    def enlarge_text(self, steps: int) -> None:
        """Make the words of the transcript larger by some steps, or smaller."""
        self._settings.text_percent += steps * Settings.text_percent.step

    def usual_text(self) -> None:
        """Make the words of the transcript as large as they are at first."""
        self._settings.text_percent = Settings.text_percent.default

    def toggle_speakers(self) -> None:
        """Show or hide the speakers."""
        self._settings.speakers_shown = not self._settings.speakers_shown

    def toggle_subtitle(self) -> None:
        """Show or hide the subtitle."""
        self._settings.subtitle_shown = not self._settings.subtitle_shown

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        KeySheet([*self.key_table(), *fixed_keys()], self._window).exec()

    def show_about(self) -> None:
        """Say what Réplique is."""
        AboutDialog(__version__, self._playback.player_name, f"Qt {qVersion()}", self._window).exec()

    def _agreed(self, dialog: QDialog) -> bool:
        """Ask, and return whether the answer is yes and still about the document that is there.

        A project that was being read may have taken its place under the dialog.
        """
        document = self._session.document
        return dialog.exec() == QDialog.DialogCode.Accepted and self._session.document is document

    def _write_export(self, choice: Export) -> None:
        self._export_format, self._export_labels = choice.format, choice.labels
        self._export_to = choice.path.with_name(choice.path.name.removesuffix(f".{choice.format}"))
        task = self._tasks.start(
            say_text("tasks", EXPORTING),
            short(partial(export, force=choice.replace, sources=self._project.sources)),
            self._session.document,
            choice.format,
            choice.path,
            LabelPolicy(choice.labels),
        )
        task.finished.connect(self._exported)
        task.failed.connect(self.failed)

    def _forget_export(self) -> None:
        self._export_to = None

    def _exported(self, report: ExportReport) -> None:
        self.said.emit(Message("commands", EXPORTED, count=report.cue_count, name=report.path.name))

    def _go_to(self, document: Document, turn_id: int) -> None:
        if self._session.document is document:
            self._session.set_current(turn_id)
            self._window.transcript.setFocus()
