"""One tile of the waveform: sound, turns with their names and pins, cues; the playhead and the rest come over it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from replique.ui.theme import ThemeSource
from replique.ui.waveform import painter as draw
from replique.ui.waveform.blocks import Block
from replique.ui.waveform.lettering import Lettering
from replique.ui.waveform.painter import Geometry, Scale
from replique.ui.waveform.scene import Scene
from replique.ui.waveform.tiles import TILE_PX, TileCache, TileKey

if TYPE_CHECKING:
    from replique.ui.waveform.renderer import Stencil

MARGIN_PX = 8
"""What stands so near beside a tile reaches into it: pins and rounded corners."""
MAX_PICTURE_BYTES = 96 * 1024 * 1024
MAX_STENCIL_BYTES = 32 * 1024 * 1024


class TilePainter:
    """Paints the tiles of one scene, and keeps them; the shape of the sound longer than who speaks in it."""

    def __init__(self, scene: Scene, themes: ThemeSource) -> None:
        self._scene = scene
        self._themes = themes
        self._pictures: TileCache[QImage] = TileCache(MAX_PICTURE_BYTES, QImage.sizeInBytes)
        self._stencils: TileCache[Stencil] = TileCache(MAX_STENCIL_BYTES, lambda stencil: stencil.size_bytes)

    def has(self, key: TileKey) -> bool:
        """Whether a tile is painted already."""
        return key in self._pictures

    def tile(self, key: TileKey, geometry: Geometry, ratio: float, lettering: Lettering) -> QImage:
        """Return the picture of a tile, as high as the waveform; the room of the ruler is empty."""
        return self._pictures.get(key, lambda: self._paint(key, geometry, ratio, lettering))

    def forget_between(self, start_ms: float, end_ms: float) -> None:
        """Forget the tiles in which turns or cues changed."""
        self._pictures.drop_between(start_ms, end_ms)

    def forget(self) -> None:
        """Forget all."""
        self._pictures.clear()
        self._stencils.clear()

    def _paint(self, key: TileKey, geometry: Geometry, ratio: float, lettering: Lettering) -> QImage:
        theme = self._themes.current
        image = QImage(TILE_PX, ceil(geometry.height * ratio), QImage.Format.Format_RGB32)
        image.fill(theme.panel)
        scale = Scale(key.start_ms, key.px_per_ms / ratio, ratio)
        margin_ms, narrow_ms = scale.ms_of(MARGIN_PX), scale.ms_of(draw.NARROWEST_PX)
        start_ms, end_ms = key.start_ms - margin_ms, key.end_ms + margin_ms
        blocks = self._scene.blocks.between(start_ms, end_ms, narrow_ms)
        self._paint_sound(image, key, geometry, ratio, blocks)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        shapes = [draw.shape_of(block, scale, geometry) for block in blocks]
        for block, shape in zip(blocks, shapes, strict=True):
            draw.paint_block(painter, theme, block, shape)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cue in self._scene.cues.between(start_ms, end_ms, narrow_ms):
            draw.paint_cue(painter, theme, scale.x_of(cue.start_ms), scale.x_of(cue.end_ms), geometry)
        pinned = -1
        for block, shape in zip(blocks, shapes, strict=True):
            draw.paint_name(painter, theme, lettering, block, shape.full, shape.full.left())
            place = int(block.start_ms // narrow_ms)
            if block.is_confirmed and place != pinned:
                draw.paint_pin(painter, theme, shape.left, geometry)
                pinned = place
        painter.end()
        return image

    def _paint_sound(
        self, image: QImage, key: TileKey, geometry: Geometry, ratio: float, blocks: Sequence[Block]
    ) -> None:
        """Paint the sound in the colours of who speaks; a line where there will be some."""
        theme, peaks = self._themes.current, self._scene.peaks
        width = max(0, min(TILE_PX, round((self._scene.duration_ms - key.start_ms) * key.px_per_ms)))
        top = round(geometry.wave_top * ratio)
        height = round(geometry.wave_height * ratio)
        if width == 0:
            return
        if peaks is None:
            painter = QPainter(image)
            painter.fillRect(QRectF(0, top + height // 2, width, ratio), theme.line)
            painter.end()
            return
        # numpy comes with the renderer, which is not needed for the first picture of the window.
        from replique.ui.waveform.renderer import paint_sound, pixels_of, stencil_of

        end_ms = key.start_ms + width / key.px_per_ms
        stencil = self._stencils.get(
            key._replace(dress=(key.dress, width)), lambda: stencil_of(peaks, key.start_ms, end_ms, width, height)
        )
        paints = []
        for block in blocks:
            first = round((block.start_ms - key.start_ms) * key.px_per_ms)
            end = max(round((block.end_ms - key.start_ms) * key.px_per_ms), first + round(draw.NARROWEST_PX * ratio))
            paints.append((max(0, first), max(0, min(width, end)), theme.speaker_color(block.color).rgb()))
        pixels = pixels_of(image)[top : top + height, :width]
        paint_sound(pixels, stencil, theme.wave.rgb(), theme.panel.rgb(), paints)
