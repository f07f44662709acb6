"""Where files are dropped: a dashed card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from replique.ui.style import mixed
from replique.ui.theme import ThemeSource

RADIUS = 12
DASH = (4.0, 3.0)


class DropCard(QWidget):
    """A dashed card; it lights up while files hang over the window."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self._hovered = False
        themes.changed.connect(self.update)

    @property
    def hovered(self) -> bool:
        """Whether files hang over the window."""
        return self._hovered

    def set_hovered(self, hovered: bool) -> None:
        """Show whether files hang over the window."""
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed edge."""
        del event
        theme = self._themes.current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(
            theme.accent if self._hovered else mixed(theme.line, theme.faint, 0.5), 2 if self._hovered else 1.5
        )
        pen.setDashPattern(DASH)
        painter.setPen(pen)
        painter.setBrush(theme.tint if self._hovered else theme.background)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
