"""Pausing while words are written, and going on when they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from replique.ui.main_window import MainWindow
from replique.ui.playback_controller import PlaybackController
from replique.ui.settings import Settings

RESUME_MS = 1000
"""So long after the last letter playing goes on: longer than between two letters, shorter than waiting is."""

Field = QLineEdit | QTextEdit | QPlainTextEdit


class TypingPause(QObject):
    """Where the user wants it, playing pauses with the first letter that is typed in the window.

    It goes on a moment after the last one, or at once when the field is left, with the step back that follows each
    pause. It is told by the field that its text changes: accents that take two keys and what is pasted count too. The
    palette is no place to write in. What the user plays himself meanwhile is left alone until the next letter.
    """

    def __init__(
        self, app: QApplication, window: MainWindow, playback: PlaybackController, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._playback = playback
        self._settings = settings
        self._field: Field | None = None
        self._holds = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESUME_MS)
        self._rest.timeout.connect(self._go_on)
        app.focusChanged.connect(self._focus_moved)
        playback.changed.connect(self._playback_changed)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._field:
            # Another program has the keyboard, or it is back: the field is not left.
            return
        if self._field is not None:
            if isValid(self._field):
                _typing_in(self._field).disconnect(self._typed)
            self._field = None
            self._go_on()
        if isinstance(now, Field) and self._is_written_in(now):
            self._field = now
            _typing_in(now).connect(self._typed)

    def _is_written_in(self, field: Field) -> bool:
        return field.window() is self._window and not self._window.command_palette.isAncestorOf(field)

    def _typed(self) -> None:
        if not self._settings.pause_while_typing:
            return
        if self._playback.is_playing and not self._playback.in_piece:
            self._playback.pause()
            self._holds = True
        if self._holds:
            self._rest.start()

    def _go_on(self) -> None:
        self._rest.stop()
        held, self._holds = self._holds, False
        if held and self._playback.media and not self._playback.is_playing:
            self._playback.toggle()

    def _playback_changed(self) -> None:
        if self._playback.is_playing:
            self._holds = False
            self._rest.stop()


def _typing_in(field: Field) -> SignalInstance:
    return field.textEdited if isinstance(field, QLineEdit) else field.textChanged
