"""One tile of the waveform: sound, turns with their names and pins, cues; the playhead and the rest come over it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from replique.ui.theme import Theme
from replique.ui.waveform import painter as draw
from replique.ui.waveform.blocks import Block
from replique.ui.waveform.lettering import Lettering
from replique.ui.waveform.painter import Geometry, Scale
from replique.ui.waveform.scene import Scene
from replique.ui.waveform.tiles import TILE_PX, TileKey

MARGIN_PX = 8
"""What stands so near beside a tile reaches into it: pins and rounded corners."""


def paint_tile(
    scene: Scene, theme: Theme, geometry: Geometry, ratio: float, key: TileKey, lettering: Lettering
) -> QImage:
    """Return the picture of a tile, as high as the waveform without its ruler."""
    image = QImage(TILE_PX, ceil((geometry.height - draw.RULER_HEIGHT) * ratio), QImage.Format.Format_RGB32)
    image.fill(theme.panel)
    scale = Scale(key.start_ms, key.px_per_ms / ratio, ratio)
    margin_ms, narrow_ms = scale.ms_of(MARGIN_PX), scale.ms_of(draw.NARROWEST_PX)
    start_ms, end_ms = key.start_ms - margin_ms, key.end_ms + margin_ms
    blocks = scene.blocks.between(start_ms, end_ms, narrow_ms)
    _paint_sound(image, scene, theme, geometry, ratio, key, blocks)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.translate(0, -draw.RULER_HEIGHT)
    shapes = [draw.shape_of(block, scale, geometry) for block in blocks]
    for block, shape in zip(blocks, shapes, strict=True):
        draw.paint_block(painter, theme, block, shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for cue in scene.cues.between(start_ms, end_ms, narrow_ms):
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
    image: QImage,
    scene: Scene,
    theme: Theme,
    geometry: Geometry,
    ratio: float,
    key: TileKey,
    blocks: Sequence[Block],
) -> None:
    """Paint the sound in the colours of who speaks; a line where there will be some."""
    width = max(0, min(TILE_PX, round((scene.duration_ms - key.start_ms) * key.px_per_ms)))
    top = round((geometry.wave_top - draw.RULER_HEIGHT) * ratio)
    height = round(geometry.wave_height * ratio)
    if width == 0:
        return
    if scene.peaks is None:
        painter = QPainter(image)
        painter.fillRect(QRectF(0, top + height // 2, width, ratio), theme.line)
        painter.end()
        return
    # numpy comes with the renderer, which is not needed for the first picture of the window.
    from replique.ui.waveform.renderer import pixels_of, render

    paints = []
    for block in blocks:
        first = round((block.start_ms - key.start_ms) * key.px_per_ms)
        end = max(round((block.end_ms - key.start_ms) * key.px_per_ms), first + round(draw.NARROWEST_PX * ratio))
        paints.append((max(0, first), min(width, end), theme.speaker_color(block.color).rgb()))
    pixels = pixels_of(image)[top : top + height, :width]
    end_ms = key.start_ms + width / key.px_per_ms
    render(pixels, scene.peaks, key.start_ms, end_ms, theme.wave.rgb(), theme.panel.rgb(), paints)
