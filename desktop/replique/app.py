"""The composition root: builds everything and wires it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from replique import __version__
from replique.core.resources import resource
from replique.tasks import TaskRunner
from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.user_keys import UserKeys
from replique.ui.commands import Commands
from replique.ui.dialogs.error import show_unexpected
from replique.ui.dialogs.shortcuts import ShortcutsDialog
from replique.ui.garbage import GarbageCollector
from replique.ui.handlers import all_handlers
from replique.ui.i18n import install_translators, say
from replique.ui.key_clock import KeyClock
from replique.ui.key_teacher import KeyTeacher
from replique.ui.main_window import MainWindow
from replique.ui.onsets import Onsets
from replique.ui.outputs import OutputController
from replique.ui.palette.controller import PaletteController
from replique.ui.playback_controller import PlaybackController
from replique.ui.player_check import PlayerCheck
from replique.ui.players import Players
from replique.ui.presenter import Presenter
from replique.ui.project_controller import ProjectController
from replique.ui.questions import Questions
from replique.ui.reaction_time import ReactionTime
from replique.ui.recording_controller import RecordingController
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.style import apply_style
from replique.ui.theme import ThemeSource
from replique.ui.timing import TimingController
from replique.ui.tour import Tour
from replique.ui.turn_commands import TurnCommands
from replique.ui.typing_pause import TypingPause
from replique.workflow.recent import RecentProjects, default_list_path


def run(paths: Sequence[str]) -> int:
    """Open the window on `paths` and return the exit status when it is closed."""
    app = make_application(sys.argv[:1])
    settings = Settings()
    install_translators(app, settings.language)
    desk = Desk(app, settings, RecentProjects(default_list_path()))
    sys.excepthook = desk.show_fault
    desk.window.show()
    # What is there stays: the garbage collector need not go through it again and again while a drag waits.
    gc.freeze()
    if paths:
        # After the first paint: what opens files takes longer to load than the window.
        QTimer.singleShot(0, lambda: desk.project.open_paths([Path(path).absolute() for path in paths]))
    status = app.exec()
    desk.close()
    return status


def make_application(arguments: list[str]) -> QApplication:
    """Return the application, under its own name."""
    app = QApplication(arguments)
    app.setApplicationName("replique")
    app.setApplicationDisplayName("Réplique")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("replique")
    app.setWindowIcon(QIcon(str(resource("icons", "replique.svg"))))
    GarbageCollector(app)
    return app


class Desk:
    """One window with all that stands behind it."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        recent: RecentProjects,
        *,
        cache_folder: Path | None = None,
        vlc_options: Sequence[str] = (),
    ) -> None:
        self.settings = settings
        self._shows_fault = False
        self.themes = ThemeSource(settings.appearance)
        apply_style(app, self.themes)
        self.session = EditingSession()
        self.tasks = TaskRunner()
        self.window = MainWindow(self.session, self.themes)
        self.questions = Questions(self.window)
        self.players = Players(settings, vlc_options)
        self.playback = PlaybackController(self.players.make, settings)
        self.outputs = OutputController(self.playback, settings)
        self.recording = RecordingController(
            self.tasks, self.playback, self.questions.which_track, cache_folder, self.players.prepare
        )
        self.check = PlayerCheck(self.tasks, self.recording, self.playback, cache_folder)
        self.onsets = Onsets(self.tasks, self.recording, self.playback)
        self.project = ProjectController(
            self.session, self.recording, self.playback, self.tasks, self.questions, recent
        )
        self.key_clock = KeyClock()
        self.typing_pause = TypingPause(app, self.window, self.playback, settings)
        self.timing = TimingController(
            self.session, self.playback, settings, self.key_clock, lambda: self.onsets.all_ms
        )
        self.turns = TurnCommands(self.session, self.playback, self.window.transcript.text_cursor_word)
        self.commands = Commands(
            self.window, self.session, self.project, self.playback, self.timing, self.turns, self.tasks, settings,
            self.themes, self.questions, self.outputs,
        )  # fmt: skip
        self.reaction_time = ReactionTime(
            self.window, self.players, self.playback, self.key_clock, settings, self.themes
        )
        self.commands.fittings.buttons["reaction_ms"] = self.reaction_time.button()
        self.tour = Tour(
            self.window, self.session, self.project, self.playback, self.key_clock, settings,
            self.commands.open_sample,
        )  # fmt: skip
        self.keys = UserKeys(settings.path.with_name("keymap.json"))
        self.actions = self._make_actions()
        self.palette = PaletteController(
            self.window.command_palette, self.actions, settings, self.commands.change_settings
        )
        self.presenter = Presenter(
            self.window, self.actions, self.session, self.project, self.recording, self.playback, settings,
            self.themes,
        )  # fmt: skip
        self.tour.watch(self.actions)
        self.teacher = KeyTeacher(self.actions, self.session, self.key_clock, self.window.toast)
        self._wire()

    def close(self) -> None:
        """Let everything go; wait for what still works."""
        # A window that Qt hides when it goes down itself calls a Python that is gone.
        self.window.hide()
        self.tasks.close()
        self.check.close()
        self.playback.close()
        self.players.close()
        self.settings.save()

    def show_fault(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Show a fault of the program instead of ending it; one at a time, for painting may fail again and again."""
        sys.__excepthook__(kind, fault, trace)
        if isinstance(fault, Exception) and not self._shows_fault:
            self._shows_fault = True
            show_unexpected(fault, self.window)
            self._shows_fault = False

    def _make_actions(self) -> ActionSet:
        window = self.window
        handlers = all_handlers(
            window,
            self.session,
            self.project,
            self.recording,
            self.playback,
            self.onsets,
            self.timing,
            self.turns,
            self.reaction_time,
            self.tour,
            self.commands,
        )
        actions = ActionSet(handlers, self.keys.keymap, window)
        actions.fill(window.menuBar())
        actions.bind_list(window.transcript)
        actions.bind_list(window.waveform.detail)
        window.header.bind_actions(
            previous=actions["turn.previous"],
            play=actions["play.toggle"],
            following=actions["turn.next"],
            loop=actions["play.loop"],
            mute=actions["play.mute"],
        )
        self.commands.key_table = actions.key_table
        return actions

    def _wire(self) -> None:
        self._wire_window()
        self._wire_news()
        self.settings.changed.connect(self._setting_changed)
        self.keys.changed.connect(lambda: self.actions.set_keymap(self.keys.keymap))
        self.commands.palette_requested.connect(self.palette.open_palette)
        self.commands.shortcuts_requested.connect(self._show_shortcuts)
        self.presenter.other_player_wanted.connect(lambda: self.players.take_other(self.playback))
        self.project.closing_up.connect(self.session.finish)
        self.project.closing_up.connect(self.window.transcript.finish_editing)

    def _wire_window(self) -> None:
        """Do what the parts of the window ask for."""
        window = self.window
        window.shown.connect(self._window_shown)
        window.close_requested.connect(self._close_window)
        window.dropped.connect(lambda paths: self.project.open_paths([Path(path) for path in paths]))
        window.header.speed_chosen.connect(self.playback.set_speed)
        window.header.volume_chosen.connect(self.playback.set_volume)
        window.transcript.seek_requested.connect(self.playback.seek)
        window.transcript.speaker_activated.connect(self.commands.rename_speaker_of)
        window.transcript.zoom_requested.connect(self.commands.enlarge_text)
        window.transcript.time_activated.connect(lambda _turn_id: self.actions["timing.type"].trigger())
        window.transcript.menu_requested.connect(lambda _turn_id, place: self.presenter.show_turn_menu(place))
        window.waveform.seek_requested.connect(self.playback.seek)
        window.waveform.recording_requested.connect(self.commands.choose_recording)
        window.speakers.assign_requested.connect(self.turns.assign)
        window.speakers.rename_requested.connect(self.turns.rename_speaker)
        window.speakers.add_requested.connect(self.commands.add_speaker)
        window.speakers.hide_requested.connect(self.commands.toggle_speakers)
        window.empty.new_requested.connect(self.commands.new_project)
        window.empty.open_requested.connect(self.commands.open_files)
        window.empty.sample_requested.connect(self.tour.open_sample)
        window.empty.recent_chosen.connect(lambda path: self.project.open_project(Path(path)))

    def _wire_news(self) -> None:
        """Show what is told: work, errors, messages, what was found."""
        for source in (self.project, self.recording, self.players, self.commands, self.settings, self.keys):
            source.failed.connect(self.presenter.show_error)
        self.playback.failed.connect(self.presenter.show_player_error)
        for teller in (
            self.players,
            self.outputs,
            self.recording,
            self.check,
            self.onsets,
            self.timing,
            self.turns,
            self.reaction_time,
            self.commands,
            self.project,
        ):
            teller.said.connect(self.presenter.tell)
        self.tasks.started.connect(self.presenter.follow_task)
        self.check.changed.connect(self._show_copy)
        self.onsets.changed.connect(lambda: self.window.waveform.set_onsets(self.onsets.all_ms))
        self.project.imported.connect(lambda _read: self.window.transcript.setFocus())
        self.project.imported.connect(self.presenter.show_import)

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self.keys, self.actions, self.themes, self.window).exec()

    def _show_copy(self) -> None:
        self.window.status.set_copy(say(self.check.reason) if self.check.reason else "")

    def _window_shown(self) -> None:
        handle = self.window.windowHandle()
        if handle:
            self.key_clock.watch(handle)
        self.presenter.restore_window()
        for fault in filter(None, (self.settings.fault, self.keys.fault)):
            self.window.toast.refuse(fault)

    def _close_window(self) -> None:
        if self.project.may_leave():
            self.presenter.remember_window()
            self.window.allow_close()

    def _setting_changed(self, name: str) -> None:
        if name == "appearance":
            self.themes.choose(self.settings.appearance)
        elif name == "backend":
            self.players.change(self.playback)
