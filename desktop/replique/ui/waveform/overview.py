"""The whole recording at a glance: where one is, and what is confirmed."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from replique.core.diff import Change
from replique.core.model import TimeState
from replique.ui.session import EditingSession
from replique.ui.theme import ThemeSource
from replique.ui.waveform.painter import rects_of
from replique.ui.waveform.view_range import ViewRange
from replique.ui.waveform.wheel import WheelReader

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

HEIGHT = 47
MARGIN = 16
WAVE_TOP, WAVE_HEIGHT = 8, 24
CONFIRMED_TOP, CONFIRMED_HEIGHT = 35, 3
FRAME_TOP, FRAME_HEIGHT = 4.5, 35
MIN_FRAME_PX = 6
GRAB_PX = 4
"""The frame can be narrow; so near beside it one takes hold of it too."""
FIND_AFTER_MS = 120
"""What is confirmed is looked for when nothing was edited for so long."""


class WaveformOverview(QWidget):
    """The waveform of the whole recording, with a frame around what the detail shows.

    The frame can be dragged; a click beside it brings it there, a double click brings the playhead too.
    """

    moved_by_hand = Signal()
    """The user chose another place."""
    seek_requested = Signal(float)
    """Go to a time (milliseconds)."""

    def __init__(self, session: EditingSession, themes: ThemeSource, view: ViewRange) -> None:
        super().__init__()
        self._session = session
        self._themes = themes
        self._view = view
        self._wheel = WheelReader()
        self._peaks: Peaks | None = None
        self._picture: QImage | None = None
        self._position_ms = 0.0
        self._confirmed: list[tuple[int, int]] = []
        self._grabbed_px: float | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Overview of the recording"))
        self.setAccessibleDescription(self.tr("The whole recording; a frame shows the part that stands below"))
        self._find_soon = QTimer(self)
        self._find_soon.setSingleShot(True)
        self._find_soon.timeout.connect(self._find_confirmed)
        view.changed.connect(self.update)
        themes.changed.connect(self._redraw)
        self._find_soon.setInterval(FIND_AFTER_MS)
        session.document_replaced.connect(self._find_confirmed)
        session.document_changed.connect(self._find_later)

    @property
    def is_dragging(self) -> bool:
        """Whether the frame is held."""
        return self._grabbed_px is not None

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
        ratio = self.devicePixelRatioF()
        if round(before * ratio) != round(after * ratio):
            for x in (before, after):
                self.update(QRect(floor(x) - 1, 0, 4, HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, where the detail stands, and the playhead."""
        theme = self._themes.current
        painter = QPainter(self)
        picture, ratio = self._drawn(), self.devicePixelRatioF()
        for rect in rects_of(event):
            source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
            painter.drawImage(QRectF(rect), picture, source)
        if self._view.duration_ms:
            painter.fillRect(QRectF(self._x_of(self._position_ms) - 0.5, 4, 1.5, 35), theme.accent)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 1.5))
            painter.drawRoundedRect(self._frame(), 2, 2)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture anew."""
        self._redraw()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame; a press beside it brings it there first."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._view.duration_ms:
            return
        x = event.position().x()
        if not self._is_in_frame(x):
            self._show_from(x - self._frame().width() / 2)
        self._grabbed_px = x - self._x_of(self._view.start_ms)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame, or show what a press would do."""
        x = event.position().x()
        if self._grabbed_px is not None:
            self._show_from(x - self._grabbed_px)
        else:
            in_frame = self._is_in_frame(x)
            self.setCursor(Qt.CursorShape.OpenHandCursor if in_frame else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the frame go."""
        del event
        self._grabbed_px = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton and self._view.duration_ms:
            ms = self._ms_at(event.position().x())
            self.seek_requested.emit(min(max(0.0, ms), float(self._view.duration_ms)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll and zoom what stands below."""
        turned = self._wheel.read(event)
        if turned.zoom_steps:
            self._view.zoom(1.25**turned.zoom_steps, self._view.x_of(self._ms_at(event.position().x())))
        self._view.scroll(turned.scroll_px)
        self.moved_by_hand.emit()
        event.accept()

    def _show_from(self, left: float) -> None:
        """Let the frame begin at a pixel."""
        self._view.show_at(self._ms_at(left), 0)
        self.moved_by_hand.emit()

    def _inner(self) -> int:
        return max(1, self.width() - 2 * MARGIN)

    def _x_of(self, ms: float) -> float:
        return MARGIN + ms * self._inner() / max(1, self._view.duration_ms)

    def _ms_at(self, x: float) -> float:
        return (x - MARGIN) * self._view.duration_ms / self._inner()

    def _is_in_frame(self, x: float) -> bool:
        frame = self._frame()
        return frame.left() - GRAB_PX <= x <= frame.right() + GRAB_PX

    def _frame(self) -> QRectF:
        left = self._x_of(max(0, self._view.start_ms))
        right = self._x_of(min(self._view.end_ms, self._view.duration_ms))
        return QRectF(left, FRAME_TOP, max(MIN_FRAME_PX, right - left), FRAME_HEIGHT)

    def _drawn(self) -> QImage:
        """Return the picture of what does not move: the sound, and what is confirmed below it."""
        if self._picture is None:
            ratio, theme = self.devicePixelRatioF(), self._themes.current
            self._picture = QImage(ceil(self.width() * ratio), ceil(HEIGHT * ratio), QImage.Format.Format_RGB32)
            self._picture.fill(theme.panel)
            self._draw_sound(self._picture, ratio)
            painter = QPainter(self._picture)
            painter.scale(ratio, ratio)
            self._draw_confirmed(painter)
            painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), theme.line)
            painter.end()
        return self._picture

    def _draw_sound(self, picture: QImage, ratio: float) -> None:
        if self._peaks is None or not self._view.duration_ms:
            return
        from replique.ui.waveform.renderer import paint_sound, pixels_of, stencil_of

        theme = self._themes.current
        left, width = round(MARGIN * ratio), round(self._inner() * ratio)
        top, height = round(WAVE_TOP * ratio), round(WAVE_HEIGHT * ratio)
        pixels = pixels_of(picture)[top : top + height, left : left + width]
        stencil = stencil_of(self._peaks, 0, self._view.duration_ms, width, height)
        paint_sound(pixels, stencil, theme.wave.rgb(), theme.panel.rgb(), peak_share=1.0)

    def _draw_confirmed(self, painter: QPainter) -> None:
        """Draw the stretches that are confirmed; those that meet on one pixel as one."""
        color, drawn_to = self._themes.current.confirmed, -1.0
        for start_ms, end_ms in self._confirmed:
            left, right = self._x_of(start_ms), self._x_of(end_ms)
            right = max(right, left + 1)
            if right > drawn_to:
                left = max(left, drawn_to)
                painter.fillRect(QRectF(left, CONFIRMED_TOP, right - left, CONFIRMED_HEIGHT), color)
                drawn_to = right

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _find_later(self, change: Change) -> None:
        """Wait until nothing is edited any more: a drag is many edits."""
        del change
        self._find_soon.start()

    def _find_confirmed(self) -> None:
        """Find the stretches of confirmed turns, joined where one follows the other."""
        stretches: list[tuple[int, int]] = []
        joins = False
        spans, turns = self._session.timeline.spans, self._session.document.turns
        for span, turn in zip(spans, turns, strict=True):
            if span.start_ms is None or span.end_ms is None:
                joins = joins and not turn.is_speech
                continue
            confirmed = span.start_state is TimeState.CONFIRMED
            if confirmed and joins:
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], span.end_ms))
            elif confirmed:
                stretches.append((span.start_ms, span.end_ms))
            joins = confirmed
        if stretches != self._confirmed:
            self._confirmed = stretches
            self._redraw()
