"""The position in large figures, painted so that sixty changes a second cost next to nothing."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from replique.ui.i18n import say_clock
from replique.ui.style import sized
from replique.ui.theme import ThemeSource

POSITION_PX = 20
DURATION_PX = 12
GAP = 6
HEIGHT = 28


class TimeDisplay(QWidget):
    """Shows ``3:24.180 / 25:18``; its width follows the duration, so that nothing beside it moves."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self._position = say_clock(0)
        self._duration_ms: int | None = None
        self._fonts = self._make_fonts()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Position"))
        themes.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What is shown."""
        return f"{self._position} {self._duration_text()}".rstrip()

    def set_position(self, ms: float) -> None:
        """Show another position; painted only when its text is another."""
        position = say_clock(max(0, int(ms)))
        if position != self._position:
            grew = len(position) > len(self._position)
            self._position = position
            if grew:
                self.updateGeometry()
            self.update()

    def settle(self) -> None:
        """Tell a screen reader the position at which it stands still; while it runs, nobody wants to hear it."""
        self.setAccessibleDescription(self.text)

    def set_duration(self, duration_ms: int | None) -> None:
        """Show how long the recording is, or nothing where there is none."""
        self._duration_ms = duration_ms
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the longest time that can come, and of the duration."""
        width = self._position_width()
        if self._duration_ms is not None:
            width += GAP + QFontMetricsF(self._fonts[1]).horizontalAdvance(self._duration_text())
        return QSize(ceil(width), HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fonts = self._make_fonts()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both times on one base line."""
        del event
        position_font, duration_font = self._fonts
        painter = QPainter(self)
        metrics = QFontMetricsF(position_font)
        baseline = (self.height() + metrics.capHeight()) / 2
        painter.setFont(position_font)
        painter.setPen(self._themes.current.text if self.isEnabled() else self._themes.current.faint)
        painter.drawText(0, round(baseline), self._position)
        if self._duration_ms is not None:
            painter.setFont(duration_font)
            painter.setPen(self._themes.current.soft)
            painter.drawText(
                ceil(metrics.horizontalAdvance(self._position)) + GAP, round(baseline), self._duration_text()
            )
        painter.end()

    def _position_width(self) -> float:
        """Return how wide the position can grow; all figures are of one width."""
        longest = max(self._position, say_clock(self._duration_ms or 0), key=len)
        return QFontMetricsF(self._fonts[0]).horizontalAdvance(longest)

    def _duration_text(self) -> str:
        return "" if self._duration_ms is None else f"/ {say_clock(self._duration_ms, 0)}"

    def _make_fonts(self) -> tuple[QFont, QFont]:
        return (
            sized(self.font(), POSITION_PX, QFont.Weight.DemiBold, tabular=True),
            sized(self.font(), DURATION_PX, tabular=True),
        )
