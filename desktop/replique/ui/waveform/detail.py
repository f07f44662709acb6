"""The part of the recording that is worked on: waveform, turns and cues on one time line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from replique.core.model import Cue, Edge
from replique.ui.session import EditingSession
from replique.ui.theme import ThemeSource
from replique.ui.waveform import painter as draw
from replique.ui.waveform.blocks import GRAB_PX, Block, Blocks
from replique.ui.waveform.drag import EdgeDrag, snapped
from replique.ui.waveform.painter import Geometry
from replique.ui.waveform.ruler import ticks
from replique.ui.waveform.tiles import TILE_PX, TileCache
from replique.ui.waveform.view_range import ViewRange

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

SNAP_PX = 8
WHEEL_STEP_PX = 90
ZOOM_STEP = 1.25
ANGLE_STEP = 120


class WaveformDetail(QWidget):
    """Waveform, turns and cues; the keys of a list act while it has the focus.

    Click seeks, a click on a turn chooses it, a double click goes to its start; dragging an edge moves it, with Ctrl
    held it does not snap to what is near, Esc puts it back. The wheel scrolls, with Ctrl it zooms; the middle button
    pans.
    """

    seek_requested = Signal(float)
    """Go to a time (milliseconds)."""
    moved_by_hand = Signal()
    """The user scrolled."""

    def __init__(
        self, session: EditingSession, themes: ThemeSource, view: ViewRange, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._view = view
        self._found_blocks: Blocks | None = None
        self._cues: Sequence[Cue] = ()
        self._cue_starts: list[int] = []
        self._peaks: Peaks | None = None
        self._tiles = TileCache()
        self._position_ms = 0.0
        self._drag: EdgeDrag | None = None
        self._grab_ms = 0.0
        self._pan_x: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Waveform"))
        self.setAccessibleDescription(self.tr("Sound, turns and subtitles on one time line"))
        view.changed.connect(self.update)
        themes.changed.connect(self._repaint_all)
        session.document_replaced.connect(self._begin_anew)
        session.document_changed.connect(lambda _change: self._rebuild())
        session.current_changed.connect(lambda _turn_id: self.update())

    @property
    def is_dragging(self) -> bool:
        """Whether an edge is being dragged or the view panned."""
        return self._drag is not None or self._pan_x is not None

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Show another waveform, or none."""
        self._peaks = peaks
        self._repaint_all()

    def peaks_grew(self) -> None:
        """Show what has become ready."""
        self.update()

    def set_cues(self, cues: Sequence[Cue]) -> None:
        """Show other cues; they are in the order of their starts."""
        self._cues = cues
        self._cue_starts = [cue.start_ms for cue in cues]
        self.update(QRect(0, Geometry(self.height()).cues_top, self.width(), draw.CUE_HEIGHT))

    def set_position(self, ms: float) -> None:
        """Move the playhead, and paint only where it was and is."""
        before, self._position_ms = self._view.x_of(self._position_ms), ms
        after = self._view.x_of(ms)
        if round(before * self.devicePixelRatioF()) != round(after * self.devicePixelRatioF()):
            for x in (before, after):
                self.update(
                    QRect(floor(x) - draw.HEAD_HALF_WIDTH - 1, 0, 2 * draw.HEAD_HALF_WIDTH + 3, self.height())
                )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for, no more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(event.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or less of the recording."""
        self._view.resize(self.width())
        super().resizeEvent(event)

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        theme, view, geometry = self._themes.current, self._view, Geometry(self.height())
        painter.fillRect(rect, theme.panel)
        left_ms, right_ms = view.ms_at(rect.left() - 10), view.ms_at(rect.right() + 10)
        draw.paint_ruler(painter, theme, ticks(view, rect.left(), rect.right()))
        self._paint_wave(painter, rect, geometry)
        self._paint_cues(painter, geometry, left_ms, right_ms)
        self._paint_blocks(painter, geometry, left_ms, right_ms)
        x = view.x_of(self._position_ms)
        if rect.left() - 8 <= x <= rect.right() + 8:
            draw.paint_playhead(painter, theme, x, geometry.cues_top + draw.CUE_HEIGHT + 7)
        if self.hasFocus():
            draw.paint_focus(painter, theme, self.rect())
        if self._drag:
            draw.paint_time(painter, theme, view.x_of(self._drag.at_ms), self._drag.at_ms, geometry, self.width())

    def _paint_cues(self, painter: QPainter, geometry: Geometry, left_ms: float, right_ms: float) -> None:
        """Paint the cues in between; of the narrow ones that fall on one place, the first."""
        place = -1
        first = max(0, bisect_left(self._cue_starts, left_ms) - 2)
        for cue in self._cues[first : bisect_right(self._cue_starts, right_ms)]:
            before, place = place, self._narrow_place(cue.start_ms)
            if place != before or cue.end_ms - cue.start_ms > self._tolerance_ms(draw.NARROWEST_PX):
                draw.paint_cue(painter, self._themes.current, cue, self._view, geometry)

    def _paint_blocks(self, painter: QPainter, geometry: Geometry, left_ms: float, right_ms: float) -> None:
        """Paint the turns in between and the pins of the confirmed; of those that fall on one place, the first."""
        theme, place, pinned = self._themes.current, -1, -1
        for block in self._blocks.between(left_ms, right_ms):
            box = draw.block_rect(block, self._view, geometry)
            is_current = block.turn_id == self._session.current_id
            before, place = place, self._narrow_place(block.start_ms)
            if is_current or place != before or box.width() > draw.NARROWEST_PX:
                draw.paint_block(painter, theme, block, box, is_current=is_current)
            if place != pinned and self._session.document.turns[block.number].is_confirmed:
                draw.paint_pin(painter, theme, box.left(), geometry)
                pinned = place

    def _narrow_place(self, ms: float) -> int:
        """Return in which of the narrow strips of the recording a time falls, counted from the beginning."""
        return int(ms // self._tolerance_ms(draw.NARROWEST_PX))

    def _paint_wave(self, painter: QPainter, rect: QRectF, geometry: Geometry) -> None:
        theme = self._themes.current
        if self._peaks is None:
            middle = geometry.wave_top + geometry.wave_height / 2
            left, right = self._view.x_of(0), self._view.x_of(self._view.duration_ms)
            painter.fillRect(QRectF(left, middle, right - left, 1), theme.line)
            return
        ratio = self.devicePixelRatioF()
        px_per_ms = self._view.px_per_s / 1000 * ratio
        origin = round(self._view.start_ms * px_per_ms)
        first = max(0, floor((rect.left() * ratio + origin) / TILE_PX))
        right_px = min(rect.right() * ratio + origin, self._view.duration_ms * px_per_ms)
        last = ceil(right_px / TILE_PX)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for number in range(first, last):
            height = round(geometry.wave_height * ratio)
            tile = self._tile(self._peaks, number, px_per_ms, height)
            target = QRectF((number * TILE_PX - origin) / ratio, geometry.wave_top, TILE_PX / ratio, height / ratio)
            painter.drawImage(target, tile)

    def _tile(self, peaks: Peaks, number: int, px_per_ms: float, height: int) -> QImage:
        # numpy comes with the renderer, which is not needed for the first picture of the window.
        from replique.ui.waveform.renderer import render

        theme = self._themes.current
        start_ms, end_ms = number * TILE_PX / px_per_ms, (number + 1) * TILE_PX / px_per_ms
        paints = tuple(
            (
                max(0, round((block.start_ms - start_ms) * px_per_ms)),
                min(TILE_PX, round((block.end_ms - start_ms) * px_per_ms)),
                theme.speaker_color(block.color).rgb(),
            )
            for block in self._blocks.between(start_ms, end_ms)
        )
        ready_ms = -1 if peaks.is_complete else min(peaks.ready_ms, end_ms)
        key = (number, px_per_ms, height, theme.name, paints, ready_ms, peaks.loudest)
        ground = theme.wave.rgb()
        return self._tiles.get(key, lambda: render(peaks, start_ms, end_ms, (TILE_PX, height), ground, paints))

    @property
    def _blocks(self) -> Blocks:
        """The blocks of the document as it stands, found when they are first asked for."""
        if self._found_blocks is None:
            self._found_blocks = Blocks(self._session)
        return self._found_blocks

    def _begin_anew(self) -> None:
        self._drag = None
        self._rebuild()

    def _rebuild(self) -> None:
        self._found_blocks = None
        self.update()

    def _repaint_all(self) -> None:
        self._tiles.clear()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag an edge or to pan, choose a turn, or seek."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan_x = event.position().x()
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        grabbed = self._edge_at(event.position())
        ms = self._view.ms_at(event.position().x())
        if grabbed:
            block, edge = grabbed
            at_ms = block.start_ms if edge is Edge.START else block.end_ms
            self._grab_ms = at_ms - ms
            self._drag = EdgeDrag(self._session, block.turn_id, edge, at_ms)
            self._session.set_current(block.turn_id)
        elif Geometry(self.height()).is_in_blocks(event.position().y()) and (found := self._blocks.at(ms)):
            self._session.set_current(found.turn_id)
        else:
            self.seek_requested.emit(max(0.0, ms))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on, or show what a press would do."""
        x = event.position().x()
        if self._pan_x is not None:
            self._view.scroll(self._pan_x - x)
            self._pan_x = x
            self.moved_by_hand.emit()
        elif self._drag:
            free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            ms = self._view.ms_at(x) + self._grab_ms
            self._drag.move(ms if free else self._snapped(ms, self._drag.turn_id))
            self.update()
        else:
            over_edge = self._edge_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if over_edge else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        self._pan_x = None
        if self._drag:
            self._drag = None
            self.update()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a turn and go to its start."""
        block = self._blocks.at(self._view.ms_at(event.position().x()))
        if block and Geometry(self.height()).is_in_blocks(event.position().y()):
            self._session.set_current(block.turn_id)
            self.seek_requested.emit(block.start_ms)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom around the pointer."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = pixels.y() / WHEEL_STEP_PX if pixels.y() else angle.y() / ANGLE_STEP
            self._view.zoom(ZOOM_STEP**steps, event.position().x())
        else:
            by_angle = (angle.x() or angle.y()) * WHEEL_STEP_PX / ANGLE_STEP
            self._view.scroll(-(pixels.x() or pixels.y() or by_angle))
            self.moved_by_hand.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts a dragged edge back."""
        if event.key() == Qt.Key.Key_Escape and self._drag:
            self._drag.cancel()
            self._drag = None
            self.update()
            return
        super().keyPressEvent(event)

    def _edge_at(self, point: QPointF) -> tuple[Block, Edge] | None:
        if not Geometry(self.height()).is_in_blocks(point.y()):
            return None
        return self._blocks.edge_at(self._view.ms_at(point.x()), self._tolerance_ms(GRAB_PX))

    def _snapped(self, ms: float, turn_id: int) -> float:
        tolerance_ms = self._tolerance_ms(SNAP_PX)
        targets = [*self._blocks.edges_near(ms, tolerance_ms, turn_id), round(self._position_ms)]
        return snapped(ms, targets, tolerance_ms)

    def _tolerance_ms(self, px: float) -> float:
        return px * 1000 / self._view.px_per_s
