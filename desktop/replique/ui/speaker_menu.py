"""The menu of speakers that G opens: a digit, shifted or not, or the first letter of a name chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from replique.core.model import Document
from replique.transcripts.names import fold
from replique.ui.popup_menu import PopupMenu
from replique.ui.theme import Theme

AZERTY_DIGITS = "&é\"'(-è_ç"
"""What the digit row types unshifted on AZERTY, for 1 to 9."""


def digit_of(text: str) -> int | None:
    """Return the number 1 to 9 of the digit key that typed `text`, on AZERTY also unshifted."""
    if len(text) != 1:
        return None
    if text in "123456789":
        return int(text)
    return AZERTY_DIGITS.index(text) + 1 if text in AZERTY_DIGITS else None


class SpeakerMenu(PopupMenu):
    """Who speaks the current turn."""

    chosen = Signal(int)
    """The id of the speaker."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._speakers = document.speakers
        for number, speaker in enumerate(document.speakers, 1):
            square = QPixmap(12, 12)
            square.fill(theme.speaker_color(speaker.color))
            label = f"{number}  {speaker.name}" if number <= 9 else f"    {speaker.name}"
            action = self.addAction(square, label.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, chosen=speaker.id: self.chosen.emit(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit or first letter; all other keys are the menu's own."""
        speaker_id = self._speaker_of(event.text())
        if speaker_id is None:
            super().keyPressEvent(event)
            return
        self.close()
        self.chosen.emit(speaker_id)

    def _speaker_of(self, text: str) -> int | None:
        number = digit_of(text)
        if number is not None and number <= len(self._speakers):
            return self._speakers[number - 1].id
        named = [s.id for s in self._speakers if text.isalpha() and fold(s.name).startswith(fold(text))]
        return named[0] if named else None
