"""How the detail is painted: tiles, and over them what moves, is current or is dragged."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from replique.ui.theme import ThemeSource
from replique.ui.waveform import painter as draw
from replique.ui.waveform.blocks import Block
from replique.ui.waveform.drag_label import lines_of
from replique.ui.waveform.lettering import Lettering
from replique.ui.waveform.painter import Geometry, Scale
from replique.ui.waveform.pointer import Pointer
from replique.ui.waveform.ruler import ticks
from replique.ui.waveform.scene import Scene
from replique.ui.waveform.tile_painter import TilePainter
from replique.ui.waveform.tiles import TILE_PX, TileKey
from replique.ui.waveform.view_range import ViewRange


class DetailPainter:
    """Paints a scene on `widget`, as far as `view` shows it; `pointer` knows what is dragged."""

    def __init__(self, widget: QWidget, scene: Scene, view: ViewRange, themes: ThemeSource, pointer: Pointer) -> None:
        self._widget = widget
        self._scene = scene
        self._view = view
        self._themes = themes
        self._pointer = pointer
        self._tiles = TilePainter(scene, themes)
        self.lettering = Lettering(widget.font())
        self.current: Block | None = None
        """The turn on which the user stands."""

    def forget(self) -> None:
        """Paint everything anew the next time, in the font of the widget."""
        self.lettering = Lettering(self._widget.font())
        self._tiles.forget()

    def forget_between(self, start_ms: float, end_ms: float) -> None:
        """Paint anew what stands between two times."""
        self._tiles.forget_between(start_ms, end_ms)

    def is_painted(self, number: int) -> bool:
        """Whether a tile is there."""
        return self._tiles.has(self._key(number))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what is seen in a rectangle."""
        theme, view, geometry = self._themes.current, self._view, Geometry(self._widget.height())
        self._paint_tiles(painter, rect)
        draw.paint_ruler(painter, theme, self.lettering, ticks(view, rect.left(), rect.right()))
        self._paint_over_turns(painter, rect, geometry)
        x = view.x_of(self._scene.position_ms)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if rect.left() - 8 <= x <= rect.right() + 8:
            draw.paint_playhead(painter, theme, x, geometry.cues_top + draw.CUE_HEIGHT + 7)
        if self._widget.hasFocus():
            draw.paint_focus(painter, theme, self._widget.rect())
        self._paint_drag(painter, geometry)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def scale(self) -> Scale:
        """Return where times stand, counted from the left border as the tiles are."""
        ratio, px_per_ms = self._widget.devicePixelRatioF(), self._view.px_per_s / 1000
        return Scale(round(self._view.start_ms * px_per_ms * ratio) / (px_per_ms * ratio), px_per_ms, ratio)

    def _paint_tiles(self, painter: QPainter, rect: QRectF) -> None:
        ratio = self._widget.devicePixelRatioF()
        origin = round(self._view.start_ms * self._px_per_ms)
        for number in self.numbers(rect.left(), rect.right()):
            place = QPointF((number * TILE_PX - origin) / ratio, 0)
            painter.drawImage(place, self._tile(number))

    @property
    def _px_per_ms(self) -> float:
        """Device pixels a millisecond."""
        return self._view.px_per_s / 1000 * self._widget.devicePixelRatioF()

    def numbers(self, left: float, right: float) -> range:
        """Return which tiles stand between two pixels."""
        ratio, origin = self._widget.devicePixelRatioF(), round(self._view.start_ms * self._px_per_ms)
        return range(floor((left * ratio + origin) / TILE_PX), ceil((right * ratio + origin) / TILE_PX))

    def _key(self, number: int) -> TileKey:
        return TileKey(number, self._px_per_ms, self._dress((number + 1) * TILE_PX / self._px_per_ms))

    def _tile(self, number: int) -> QImage:
        geometry, ratio = Geometry(self._widget.height()), self._widget.devicePixelRatioF()
        return self._tiles.tile(self._key(number), geometry, ratio, self.lettering)

    def paint_ahead(self) -> bool:
        """Paint one tile of the next page, that it is there when it is turned; return whether there was one left."""
        if self._scene.peaks is None or not self._scene.peaks.is_complete:
            return False
        width = self._widget.width()
        missing = (number for number in self.numbers(width, 2 * width) if not self.is_painted(number))
        number = next(missing, None)
        if number is not None:
            self._tile(number)
        return number is not None

    def _dress(self, end_ms: float) -> tuple[object, ...]:
        """Return what a tile that ends at `end_ms` depends on, apart from turns and cues."""
        dress = (self._widget.height(), self._themes.current.name, self._widget.devicePixelRatioF())
        peaks = self._scene.peaks
        if peaks is None or peaks.is_complete:
            return dress
        return (*dress, min(peaks.ready_ms, end_ms), peaks.loudest)

    def _paint_over_turns(self, painter: QPainter, rect: QRectF, geometry: Geometry) -> None:
        """Paint the current turn, and the name of the one that began before the left border where it can be read."""
        theme, scale = self._themes.current, self.scale()
        begun = [
            shape
            for block in self._scene.blocks.between(scale.left_ms, scale.left_ms)
            if (shape := draw.shape_of(block, scale, geometry)).full.left() < 0 < shape.full.right()
        ]
        if begun:
            seen = QRectF(0, geometry.blocks_top, begun[0].full.right(), geometry.blocks_height)
            if seen.intersects(rect):
                self._paint_turns_anew(painter, seen.intersected(rect), seen.right(), scale, geometry)
        if self.current:
            shape = draw.shape_of(self.current, scale, geometry)
            if shape.whole.intersects(rect):
                draw.paint_current(painter, theme, self.current, shape)

    def _paint_turns_anew(
        self, painter: QPainter, clip: QRectF, right: float, scale: Scale, geometry: Geometry
    ) -> None:
        """Paint the turns from the left border to `right`, their names no farther to the left than it."""
        theme = self._themes.current
        painter.save()
        painter.setClipRect(clip)
        draw.paint_ground(painter, theme, clip)
        end_ms = scale.left_ms + scale.ms_of(right)
        narrow_ms = scale.ms_of(draw.NARROWEST_PX)
        blocks = self._scene.blocks.between(scale.left_ms, end_ms, narrow_ms)
        shapes = [draw.shape_of(block, scale, geometry) for block in blocks]
        for block, shape in zip(blocks, shapes, strict=True):
            draw.paint_block(painter, theme, block, shape)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, shape in zip(blocks, shapes, strict=True):
            draw.paint_name(painter, theme, self.lettering, block, shape.full, max(0.0, shape.full.left()))
        painter.restore()

    def _paint_drag(self, painter: QPainter, geometry: Geometry) -> None:
        drag = self._pointer.drag
        if drag is None:
            return
        theme, view = self._themes.current, self._view
        for ms in drag.grip.edges_ms:
            color = theme.amber if drag.is_stopped else theme.soft
            draw.paint_guide(painter, color, view.x_of(ms + drag.delta_ms), geometry)
        if drag.target:
            draw.paint_guide(painter, theme.accent, view.x_of(drag.target.ms), geometry)
        lines = lines_of(drag)
        box = draw.label_rect(lines, self.lettering, self._pointer.place, geometry, self._widget.width())
        draw.paint_label(painter, theme, self.lettering, lines, box)

    def drag_place(self) -> QRect:
        """Return where guides and label of what is dragged stand: one strip, painted faster than its parts."""
        drag = self._pointer.drag
        if drag is None:
            return QRect()
        geometry, height = Geometry(self._widget.height()), self._widget.height()
        box = draw.label_rect(lines_of(drag), self.lettering, self._pointer.place, geometry, self._widget.width())
        guides = [ms + drag.delta_ms for ms in drag.grip.edges_ms] + ([drag.target.ms] if drag.target else [])
        places = [self._view.x_of(ms) for ms in guides]
        left, right = floor(min(box.left(), *places)) - 2, ceil(max(box.right(), *places)) + 3
        return QRect(left, 0, right - left, height).intersected(self._widget.rect())
