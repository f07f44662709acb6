"""The tour of six keys over the sample interview: each is named, tried for real, and then comes the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from replique.core.resources import resources_dir
from replique.core.tapping import next_tap
from replique.ui.actions.action_set import ActionSet
from replique.ui.i18n import say_text
from replique.ui.key_clock import KeyClock
from replique.ui.main_window import MainWindow
from replique.ui.playback_controller import PlaybackController
from replique.ui.project_controller import ProjectController
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.tour_steps import END_TEXT, END_TITLE, STEPS, Step


class Tour(QObject):
    """Goes on when the user pressed the key and it did what it is for; Esc leaves it.

    It comes by itself when the sample is opened for the first time, and from the menu each time it is asked for.
    `open_sample` opens the sample interview.
    """

    def __init__(
        self,
        window: MainWindow,
        session: EditingSession,
        project: ProjectController,
        playback: PlaybackController,
        key_clock: KeyClock,
        settings: Settings,
        open_sample: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._card = window.tour
        self._session = session
        self._project = project
        self._playback = playback
        self._key_clock = key_clock
        self._settings = settings
        self._open_sample = open_sample
        self._actions: ActionSet | None = None
        self._comes = False
        self._place: int | None = None
        self._by_key = self._edited = False
        self._escape = QAction(self)
        self._escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        self._escape.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._escape.triggered.connect(self.leave)
        self._escape.setEnabled(False)
        for view in (window.transcript, window.waveform.detail):
            view.addAction(self._escape)
        self._card.skip_requested.connect(self._go_on)
        self._card.leave_requested.connect(self.leave)
        project.imported.connect(lambda _read: self._sample_came())
        session.document_replaced.connect(self._stop)
        session.done.connect(lambda _name: self._note_edit())

    @property
    def step(self) -> Step | None:
        """The key that is being tried."""
        return STEPS[self._place] if self._place is not None and self._place < len(STEPS) else None

    def watch(self, actions: ActionSet) -> None:
        """Follow what the keys do, and name them as the user's keymap has them."""
        self._actions = actions
        actions.begun.connect(self._begun)
        actions.ended.connect(self._ended)
        actions.keys_changed.connect(self._show)

    def open_sample(self) -> None:
        """Open the sample interview, the first time with the tour."""
        self._comes = not self._settings.tour_seen
        self._open_sample()

    def start(self) -> None:
        """Begin anew, over the sample: the one that is open, as long as there is a turn to be timed."""
        if self._is_sample() and next_tap(self._session.document, self._session.current_id):
            self._begin()
        else:
            self._comes = True
            self._open_sample()

    def leave(self) -> None:
        """End the tour; it does not come by itself again."""
        self._settings.tour_seen = True
        self._stop()
        self._window.transcript.setFocus()

    def _is_sample(self) -> bool:
        path = self._project.transcript_path
        return self._project.path is None and path is not None and path.is_relative_to(resources_dir())

    def _sample_came(self) -> None:
        if self._comes and self._is_sample():
            self._comes = False
            self._begin()

    def _begin(self) -> None:
        self._place = 0
        self._escape.setEnabled(True)
        self._window.transcript.setFocus()
        self._show()

    def _stop(self) -> None:
        self._place = None
        self._escape.setEnabled(False)
        self._card.hide()

    def _begun(self, _action_id: str) -> None:
        self._by_key, self._edited = self._key_clock.is_down, False

    def _note_edit(self) -> None:
        self._edited = True

    def _ended(self, action_id: str) -> None:
        """Go on where the key was pressed that is named, and did what it should."""
        step = self.step
        if step is None or action_id not in (*step.actions, *step.also):
            return
        if self._keys_of(step) and not self._by_key:
            return
        if (self._edited or not step.edits) and (self._playback.is_playing or not step.plays):
            self._go_on()

    def _go_on(self) -> None:
        if self._place is not None:
            self._place += 1
            self._show()

    def _keys_of(self, step: Step) -> list[str]:
        keys = [self._key(action_id) for action_id in step.actions]
        return list(dict.fromkeys(key for key in keys if key))

    def _key(self, action_id: str) -> str:
        return self._actions.key_of(action_id) if self._actions else ""

    def _show(self) -> None:
        step = self.step
        if self._place is None:
            return
        if step is None:
            self._settings.tour_seen = True
            text = say_text("tour", END_TEXT).format(keys=self._key("help.keys"))
            self._card.show_end(say_text("tour", END_TITLE), text)
            return
        text = say_text("tour", step.text).format(
            tap=self._key("timing.tap"),
            back=self._key("play.back"),
            forward=self._key("play.forward"),
            nudge=self._settings.nudge_ms,
        )
        keys = self._keys_of(step)[:2]
        self._card.show_key(self._place + 1, len(STEPS), keys, say_text("tour", step.title), text)
