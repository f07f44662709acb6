"""Where the focus is in the window: the same key means another thing in a list, in a field and on a button."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from replique.ui.actions.hints import Place
from replique.ui.main_window import MainWindow


class FocusPlace(QObject):
    """Follows the focus; a dialog or another program leaves the place as it was."""

    changed = Signal()
    """Keys act elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._focus = Place.LIST
        window.transcript.editing_changed.connect(lambda _editing: self.changed.emit())
        window.command_palette.toggled.connect(self.changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def place(self) -> Place:
        """Where keys act now."""
        if self._window.command_palette.isVisible():
            return Place.PALETTE
        return Place.EDITING if self._window.transcript.is_editing else self._focus

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        window = self._window
        if now is None or now.window() is not window:
            return
        if now in (window.transcript, window.waveform.detail):
            self._focus = Place.LIST
        else:
            self._focus = Place.SPEAKERS if now is window.speakers.list else Place.ELSEWHERE
        self.changed.emit()
