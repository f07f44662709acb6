"""A message over the window that goes by itself: refused edits, notices, what undo took back."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from replique.core.errors import RepliqueError
from replique.core.messages import Message
from replique.ui.buttons import IconButton
from replique.ui.i18n import say, say_error
from replique.ui.icons import Icons
from replique.ui.labels import label
from replique.ui.theme import ThemeSource

WIDEST = 560
ABOVE_BOTTOM = 16
SHORTEST_MS = 2500
MS_PER_CHARACTER = 70
"""Time to read it twice."""


class Tone(Enum):
    """How a message is meant; each has an icon, so that colour says nothing alone."""

    NOTICE = "fa6s.circle-info"
    DONE = "fa6s.check"
    REFUSED = "fa6s.triangle-exclamation"


class Toast(QFrame):
    """One message at a time at the bottom of `anchor` (at first the parent); it never takes the focus.

    It stays while the pointer is over it.
    """

    def __init__(self, themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._icons = Icons(themes)
        self._tone = Tone.NOTICE
        self._window = parent
        self._anchor = parent
        self.setProperty("role", "toast")
        self._icon = QLabel()
        self._text = label("", wraps=True)
        self._close = IconButton(themes, lambda: self._icons("fa6s.xmark"), icon_px=12)
        self._close.set_name(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        themes.changed.connect(self._show_icon)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    @property
    def tone(self) -> Tone:
        """How it is meant."""
        return self._tone

    def set_anchor(self, anchor: QWidget) -> None:
        """Stand at the bottom of another part of the window."""
        self._anchor.removeEventFilter(self)
        self._anchor = anchor
        self._anchor.installEventFilter(self)
        self._place()

    def tell(self, message: Message, tone: Tone = Tone.NOTICE) -> None:
        """Say something that needs no answer."""
        self.show_text(say(message), tone)

    def refuse(self, error: RepliqueError) -> None:
        """Say why something was not done."""
        self.show_text(say_error(error), Tone.REFUSED)

    def show_text(self, text: str, tone: Tone = Tone.NOTICE) -> None:
        """Show a text for as long as it takes to read it twice."""
        self._tone = tone
        self._text.setText(text)
        self._show_icon()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.start(max(SHORTEST_MS, MS_PER_CHARACTER * len(text)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the anchor."""
        if watched is self._anchor and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

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

    def _place(self) -> None:
        """Take as little room as the text needs, in the middle above the bottom of the anchor."""
        room = min(WIDEST, self._anchor.width() - 2 * ABOVE_BOTTOM)
        text_width = self._text.fontMetrics().horizontalAdvance(self._text.text())
        chrome = self.sizeHint().width() - self._text.sizeHint().width()
        width = min(room, chrome + text_width + 2)
        height = self.heightForWidth(width)
        corner = self._anchor.rect().bottomLeft()
        if self._anchor is not self._window:
            corner = self._anchor.mapTo(self._window, corner)
        x = corner.x() + (self._anchor.width() - width) // 2
        self.setGeometry(x, corner.y() + 1 - ABOVE_BOTTOM - height, width, height)
