"""What stands where the sound will be, as long as there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from replique.ui.buttons import push_button
from replique.ui.drop_card import DropCard
from replique.ui.icons import Icons
from replique.ui.labels import label
from replique.ui.theme import ThemeSource

ICON_PX = 22
MARGIN = 16


class NoRecording(QWidget):
    """Says that the recording is missing and how to bring it: drop it, or choose it."""

    recording_requested = Signal()
    """The user wants to choose the recording."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self._icons = Icons(themes)
        self._icon = QLabel()
        self._card = DropCard(themes)
        self.button = push_button(self.tr("Choose the &recording…"))
        self.button.clicked.connect(self.recording_requested)
        themes.changed.connect(self._show_icon)
        self._show_icon()
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("No recording yet"), "strong"))
        words.addWidget(label(self.tr("Drop it on the window, or choose it."), "soft"))
        row = QHBoxLayout(self._card)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(MARGIN)
        row.addWidget(self._icon)
        row.addLayout(words)
        row.addSpacing(MARGIN)
        row.addWidget(self.button)
        whole = QVBoxLayout(self)
        whole.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)

    def set_hovered(self, hovered: bool) -> None:
        """Show whether files hang over the window."""
        self._card.set_hovered(hovered)

    def _show_icon(self) -> None:
        icon = self._icons.colored("fa6s.music", self._themes.current.faint)
        self._icon.setPixmap(icon.pixmap(ICON_PX, ICON_PX))
