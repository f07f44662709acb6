"""The part of the recording that is worked on: waveform, turns and cues on one time line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider

from replique.core.model import Cue
from replique.ui.i18n import say_clock
from replique.ui.session import EditingSession
from replique.ui.theme import ThemeSource
from replique.ui.waveform import painter as draw
from replique.ui.waveform.detail_painter import DetailPainter
from replique.ui.waveform.painter import Geometry
from replique.ui.waveform.pointer import Pointer
from replique.ui.waveform.scene import Scene
from replique.ui.waveform.view_range import ViewRange
from replique.ui.waveform.wheel import WheelReader

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

ZOOM_STEP = 1.25
AHEAD_EVERY_MS = 12
"""The tiles of the next page are painted one by one, that no frame waits for them."""


class WaveformDetail(QAbstractSlider):
    """Waveform, turns and cues; the keys of a list act while it has the focus.

    Click or drag on the sound seeks, a click on a turn chooses it, a double click goes to its start; dragging an edge
    or a turn moves it. The wheel scrolls, with Ctrl it zooms; the middle button pans.

    It is a slider for screen readers: its value is the position in seconds, told where the sound stands still.
    """

    seek_requested = Signal(float)
    """Go to a time (milliseconds)."""
    moved_by_hand = Signal()
    """The user scrolled."""

    def __init__(self, session: EditingSession, themes: ThemeSource, view: ViewRange) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self.scene = Scene(session, self)
        self._pointer = Pointer(self, session, self.scene, view)
        self._wheel = WheelReader()
        self._painter = DetailPainter(self, self.scene, view, themes, self._pointer)
        self._dragged = QRect()
        self._look_ahead = QTimer(self)
        self._look_ahead.setSingleShot(True)
        self._look_ahead.setInterval(AHEAD_EVERY_MS)
        self._look_ahead.timeout.connect(self._paint_ahead)
        self._painter.current = self.scene.blocks.of_turn(session.current_id)
        self._dress()
        self.settle()
        self._follow(themes)

    def _dress(self) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Waveform"))

    def _follow(self, themes: ThemeSource) -> None:
        self._view.changed.connect(self.update)
        themes.changed.connect(self._repaint_all)
        self.scene.changed.connect(self._repaint_between)
        self.scene.replaced.connect(self._repaint_all)
        self._session.document_replaced.connect(self._pointer.forget)
        self._session.current_changed.connect(self._show_current)
        self._pointer.seek_requested.connect(self.seek_requested)
        self._pointer.moved_by_hand.connect(self.moved_by_hand)
        self._pointer.changed.connect(self._show_drag)
        self.valueChanged.connect(lambda seconds: self.seek_requested.emit(seconds * 1000.0))

    @property
    def is_dragging(self) -> bool:
        """Whether a button is held on something: the view is not to move by itself."""
        return self._pointer.is_busy

    def set_duration(self, duration_ms: int) -> None:
        """Take the length of the recording."""
        self.scene.set_duration(duration_ms)
        self.blockSignals(True)
        self.setRange(0, duration_ms // 1000)
        self.blockSignals(False)

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Show another waveform, or none."""
        self.scene.set_peaks(peaks)

    def peaks_grew(self) -> None:
        """Show what has become ready."""
        self.update()

    def set_cues(self, cues: Sequence[Cue]) -> None:
        """Show other cues; they are in the order of their starts."""
        self.scene.set_cues(cues)

    def set_onsets(self, onsets_ms: Sequence[int]) -> None:
        """Take other onsets of speech to snap to, in order."""
        self.scene.onsets_ms = onsets_ms

    def set_position(self, ms: float) -> None:
        """Move the playhead, and paint only where it was and is."""
        before, self.scene.position_ms = self._view.x_of(self.scene.position_ms), ms
        after = self._view.x_of(ms)
        if round(before * self.devicePixelRatioF()) != round(after * self.devicePixelRatioF()):
            for x in (before, after):
                self.update(
                    QRect(floor(x) - draw.HEAD_HALF_WIDTH - 1, 0, 2 * draw.HEAD_HALF_WIDTH + 3, self.height())
                )

    def settle(self) -> None:
        """Tell a screen reader where it stands still, and in which turn; while it runs, nobody wants to hear it."""
        position_ms = round(self.scene.position_ms)
        index = self._session.timeline.turn_at(position_ms)
        place = say_clock(position_ms)
        if index is not None:
            turn = self._session.document.turns[index]
            speaker = self._session.document.speaker(turn.speaker_id)
            place = self.tr("{time}, turn {number}, {name}").format(
                time=place, number=index + 1, name=speaker.name if speaker else self.tr("nobody named")
            )
        self.setAccessibleDescription(place)
        self.blockSignals(True)
        self.setValue(position_ms // 1000)
        self.blockSignals(False)

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """Paint nothing: the value is there for screen readers."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for, no more."""
        painter = QPainter(self)
        for rect in draw.rects_of(event):
            painter.setClipRect(rect)
            self._painter.paint(painter, QRectF(rect))
        painter.end()
        self._look_ahead.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or less of the recording."""
        self._view.resize(self.width())
        super().resizeEvent(event)

    def _paint_ahead(self) -> None:
        if self._painter.paint_ahead():
            self._look_ahead.start()

    def _show_drag(self) -> None:
        """Paint where the guides and the label of what is dragged were, and where they are."""
        before, self._dragged = self._dragged, self._painter.drag_place()
        self.update(before)
        self.update(self._dragged)

    def _repaint_between(self, start_ms: float, end_ms: float) -> None:
        """Paint what changed, and the pins and names that reach beyond it."""
        self._painter.current = self.scene.blocks.follow(self._painter.current)
        self._painter.forget_between(
            start_ms - 20 / self._painter.scale().px_per_ms, end_ms + 20 / self._painter.scale().px_per_ms
        )
        left = max(-1.0, self._view.x_of(start_ms) - 20)
        right = min(self.width() + 1.0, self._view.x_of(end_ms) + 20)
        if left < right:
            self.update(QRect(floor(left), 0, ceil(right - left), self.height()))

    def _show_current(self, turn_id: int | None) -> None:
        before, self._painter.current = self._painter.current, self.scene.blocks.of_turn(turn_id)
        for block in (before, self._painter.current):
            if block:
                box = draw.shape_of(block, self._painter.scale(), Geometry(self.height())).whole
                seen = box.intersected(QRectF(-2, 0, self.width() + 4, self.height()))
                self.update(seen.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _repaint_all(self) -> None:
        self._painter.current = self.scene.blocks.of_turn(self._session.current_id)
        self._painter.forget()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the mouse does here."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or show what a press would do."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a turn and go to its start."""
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom around the pointer."""
        turned = self._wheel.read(event)
        self._zoom(ZOOM_STEP**turned.zoom_steps, event.position().x())
        if turned.scroll_px:
            self._view.scroll(turned.scroll_px)
            self.moved_by_hand.emit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom around the pointer when two fingers are spread or pinched on a trackpad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(max(0.1, 1 + event.value()), event.position().x())
            return True
        return super().event(event)

    def _zoom(self, factor: float, x: float) -> None:
        if factor != 1:
            self._view.zoom(factor, x)
            self.moved_by_hand.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what is dragged, a modifier changes how it is; all other keys are the window's."""
        if not self._pointer.take_key(event, down=True):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let a modifier that is let go count at once."""
        if not self._pointer.take_key(event, down=False):
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._repaint_all()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys act here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they do so no longer."""
        super().focusOutEvent(event)
        self.update()
