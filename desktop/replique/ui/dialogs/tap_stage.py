"""Where the signals of the ten taps are seen, and where the taps are taken."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from replique.core.reaction import Answer
from replique.ui.theme import Theme, ThemeSource

COUNT = 10
LAMP, DOT, GAP = 72, 8, 8
STAGE_HEIGHT = 136


class TapStage(QWidget):
    """A lamp that flashes, and below it a dot for each signal; it takes the taps while it has the focus."""

    tapped = Signal()
    """A key went down."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self._lit = False
        self._given = 0
        self._answers: tuple[Answer, ...] = ()
        self.setFixedHeight(STAGE_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for all dots."""
        return QSize(COUNT * (DOT + GAP), STAGE_HEIGHT)

    def show_lit(self, lit: bool) -> None:
        """Light the lamp or put it out, and return when it is painted."""
        self._lit = lit
        self.repaint()

    def show_given(self, count: int) -> None:
        """Show how many signals were given."""
        self._given, self._answers = count, ()
        self.update()

    def show_answers(self, answers: tuple[Answer, ...]) -> None:
        """Show what became of each signal."""
        self._answers = answers
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take any key but those that leave for a tap; holding it down is one tap."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.tapped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lamp and the dots."""
        del event
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.accent if self.hasFocus() else theme.faint)
        painter.setBrush(theme.accent if self._lit else theme.background)
        painter.drawEllipse(QRectF((self.width() - LAMP) / 2, 12, LAMP, LAMP))
        painter.setPen(Qt.PenStyle.NoPen)
        left = (self.width() - COUNT * (DOT + GAP) + GAP) / 2
        for index in range(COUNT):
            painter.setBrush(self._dot_color(theme, index))
            painter.drawEllipse(QRectF(left + index * (DOT + GAP), STAGE_HEIGHT - DOT - 12, DOT, DOT))
        painter.end()

    def _dot_color(self, theme: Theme, index: int) -> QColor:
        if index < len(self._answers):
            return theme.confirmed if self._answers[index] is Answer.COUNTED else theme.amber
        return theme.soft if index < self._given else theme.line
