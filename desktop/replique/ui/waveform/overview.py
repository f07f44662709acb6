"""The whole recording at a glance: where one is, and what is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from replique.ui.session import EditingSession
from replique.ui.theme import ThemeSource
from replique.ui.waveform.view_range import ViewRange

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

HEIGHT = 47
MARGIN = 16
WAVE_TOP, WAVE_HEIGHT = 8, 24
CONFIRMED_TOP, CONFIRMED_HEIGHT = 35, 3
MIN_FRAME_PX = 6
FIND_AFTER_MS = 100
"""What is confirmed is looked for when a drag or a burst of keys rests."""


class WaveformOverview(QWidget):
    """The waveform of the whole recording; a click or a drag shows that place below."""

    moved_by_hand = Signal()
    """The user chose another place."""

    def __init__(
        self, session: EditingSession, themes: ThemeSource, view: ViewRange, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._view = view
        self._peaks: Peaks | None = None
        self._picture: QImage | None = None
        self._position_ms = 0.0
        self._confirmed: list[tuple[int, int]] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of the recording"))
        self._find_soon = QTimer(self)
        self._find_soon.setSingleShot(True)
        self._find_soon.setInterval(FIND_AFTER_MS)
        self._find_soon.timeout.connect(self._find_confirmed)
        view.changed.connect(self.update)
        themes.changed.connect(self._redraw)
        session.document_replaced.connect(self._find_soon.start)
        session.document_changed.connect(lambda _change: self._find_soon.start())

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Show another waveform, or none."""
        self._peaks = peaks
        self._redraw()

    def peaks_grew(self) -> None:
        """Show what has become ready."""
        self._redraw()

    def set_position(self, ms: float) -> None:
        """Move the playhead."""
        before, self._position_ms = self._x_of(self._position_ms), ms
        after = self._x_of(ms)
        if round(before) != round(after):
            for x in (before, after):
                self.update(QRect(round(x) - 2, 0, 4, HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, what is confirmed, where the detail stands, and the playhead."""
        theme = self._themes.current
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        if self._view.duration_ms:
            painter.drawImage(QRectF(MARGIN, WAVE_TOP, self._inner(), WAVE_HEIGHT), self._drawn())
            for start_ms, end_ms in self._confirmed:
                left, right = self._x_of(start_ms), self._x_of(end_ms)
                painter.fillRect(
                    QRectF(left, CONFIRMED_TOP, max(1.0, right - left), CONFIRMED_HEIGHT), theme.confirmed
                )
            painter.fillRect(QRectF(self._x_of(self._position_ms) - 0.5, 4, 1, 35), theme.accent)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 1.5))
            painter.drawRoundedRect(self._frame(), 2, 2)
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), theme.line)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture anew."""
        self._redraw()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the place that was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._show_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the place under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._show_at(event.position().x())

    def _show_at(self, x: float) -> None:
        self._view.show_at((x - MARGIN) * self._view.duration_ms / self._inner(), 0.5)
        self.moved_by_hand.emit()

    def _inner(self) -> int:
        return max(1, self.width() - 2 * MARGIN)

    def _x_of(self, ms: float) -> float:
        return MARGIN + ms * self._inner() / max(1, self._view.duration_ms)

    def _frame(self) -> QRectF:
        left = self._x_of(max(0, self._view.start_ms))
        right = self._x_of(min(self._view.end_ms, self._view.duration_ms))
        return QRectF(left, 4.5, max(MIN_FRAME_PX, right - left), 35)

    def _drawn(self) -> QImage:
        if self._picture is None:
            from replique.ui.waveform.renderer import render

            ratio = self.devicePixelRatioF()
            size = (round(self._inner() * ratio), round(WAVE_HEIGHT * ratio))
            if self._peaks is None:
                self._picture = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
                self._picture.fill(Qt.GlobalColor.transparent)
            else:
                ground = self._themes.current.wave.rgb()
                self._picture = render(self._peaks, 0, self._view.duration_ms, size, ground, ())
        return self._picture

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _find_confirmed(self) -> None:
        """Find the stretches of confirmed turns, joined where one follows the other."""
        stretches: list[tuple[int, int]] = []
        joins = False
        for index, turn in enumerate(self._session.document.turns):
            if not turn.is_speech:
                continue
            span = self._session.timeline.turn_span(index)
            confirmed = turn.is_confirmed and span.start_ms is not None and span.end_ms is not None
            if confirmed and span.start_ms is not None and span.end_ms is not None:
                if joins:
                    stretches[-1] = (stretches[-1][0], max(stretches[-1][1], span.end_ms))
                else:
                    stretches.append((span.start_ms, span.end_ms))
            joins = confirmed
        self._confirmed = stretches
        self.update()
