"""One message over the window that goes by itself: what was done and its key, a notice, an edit that was refused."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from replique.ui.buttons import IconButton
from replique.ui.icons import Icons
from replique.ui.labels import label
from replique.ui.theme import ThemeSource

SHORTEST_MS = 2500
MS_PER_CHARACTER = 70
"""Time to read it twice."""


class Tone(Enum):
    """How a message is meant; each has an icon, so that colour says nothing alone."""

    NOTICE = "fa6s.circle-info"
    DONE = "fa6s.check"
    REFUSED = "fa6s.triangle-exclamation"


class Toast(QFrame):
    """A message with, at its right, the key that does the same; it never takes the focus.

    It comes and goes at once, without motion, and stays while the pointer is over it.
    """

    gone = Signal()
    """It was read, or closed."""

    def __init__(self, themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icons = Icons(themes)
        self._tone = Tone.NOTICE
        self.setProperty("role", "toast")
        self._icon = QLabel()
        self._text = label("", wraps=True)
        self._key = label("", "key")
        self._close = IconButton(themes, lambda: self._icons("fa6s.xmark"), icon_px=12)
        self._close.set_name(self.tr("Close this message"))
        self._close.clicked.connect(self.go)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go)
        themes.changed.connect(self._show_icon)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    @property
    def key(self) -> str:
        """The key that does it, as the keyboard names it."""
        return self._key.text()

    @property
    def tone(self) -> Tone:
        """How it is meant."""
        return self._tone

    @property
    def stays_ms(self) -> int:
        """How long it is shown."""
        return self._timer.interval()

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.text} ({self.key})" if self.key else self.text

    def say(self, text: str, tone: Tone, key: str = "") -> None:
        """Take a text, to be shown for as long as it takes to read it twice."""
        self._tone = tone
        self._text.setText(text)
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self.setAccessibleName(self.spoken)
        self._show_icon()
        self._timer.start(max(SHORTEST_MS, MS_PER_CHARACTER * len(text)))

    def go(self) -> None:
        """Go now."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def size_within(self, room: int, *, fills: bool = False) -> QSize:
        """Return the least size in which the text finds room, no wider than `room`, or just as wide."""
        self.ensurePolished()
        self._text.ensurePolished()
        text_width = self._text.fontMetrics().horizontalAdvance(self.text)
        chrome = self.sizeHint().width() - self._text.sizeHint().width()
        width = room if fills else min(room, chrome + text_width + 2)
        return QSize(width, self.heightForWidth(width))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the pointer went."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def _show_icon(self) -> None:
        theme = self._themes.current
        color = {Tone.NOTICE: theme.soft, Tone.DONE: theme.confirmed, Tone.REFUSED: theme.amber}[self._tone]
        icon: QIcon = self._icons.colored(self._tone.value, color)
        self._icon.setPixmap(icon.pixmap(16, 16))
