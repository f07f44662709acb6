"""The user's reaction time: measured on demand, and taken over where he wants."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.playback.sound_output import has_sound_output
from replique.ui.dialogs.calibration import CalibrationDialog
from replique.ui.dialogs.setting_editors import SettingButton
from replique.ui.key_clock import KeyClock
from replique.ui.playback_controller import PlaybackController
from replique.ui.players import Players
from replique.ui.settings import Settings
from replique.ui.theme import ThemeSource

REACTION_SET = QT_TRANSLATE_NOOP("commands", "Reaction time: {ms} ms")


class ReactionTime(QObject):
    """Measures the reaction time through the player that the user chose, and sets it."""

    said = Signal(object)
    """It was set; a :class:`~replique.core.messages.Message`."""

    def __init__(
        self,
        window: QWidget,
        players: Players,
        playback: PlaybackController,
        key_clock: KeyClock,
        settings: Settings,
        themes: ThemeSource,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._players = players
        self._playback = playback
        self._key_clock = key_clock
        self._settings = settings
        self._themes = themes

    def button(self) -> SettingButton:
        """Return the button that stands beside the setting."""
        return SettingButton(QCoreApplication.translate("commands", "&Measure…"), self.measure)

    def measure(self, parent: QWidget | None = None) -> None:
        """Ask for ten taps over `parent`, at first the window; set what was found where the user takes it over."""
        self._playback.pause()
        dialog = CalibrationDialog(
            self._players.make_another,
            self._key_clock,
            self._themes,
            parent or self._window,
            heard=has_sound_output(),
            current_ms=self._settings.reaction_ms,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.reaction_ms is not None:
            self._settings.reaction_ms = dialog.reaction_ms
            self.said.emit(Message("commands", REACTION_SET, ms=dialog.reaction_ms))
