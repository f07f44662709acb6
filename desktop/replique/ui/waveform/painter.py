"""How the detail of the waveform is drawn: sizes in device-independent pixels, colours from the theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from replique.core.model import Cue, TimeState
from replique.core.timecode import format_clock
from replique.ui.theme import Theme
from replique.ui.waveform.blocks import Block
from replique.ui.waveform.view_range import ViewRange

RULER_HEIGHT = 14
BLOCK_HEIGHT = 22
CUE_HEIGHT = 18
BLOCKS_ABOVE_BOTTOM = 64
CUES_ABOVE_BOTTOM = 36
PINS_ABOVE_BOTTOM = 70
PIN_RADIUS = 4
HEAD_HALF_WIDTH = 7
HEAD_HEIGHT = 8
NARROWEST_PX = 3
"""Turns and cues are at least so wide; what would begin within that is not seen beside them."""
MIN_NAME_PX = 8
MIN_CUT_PX = 80
"""Names are cut with “…” only where so much of them is left."""


class Geometry(NamedTuple):
    """Where the bands stand in a detail of some height."""

    height: int

    @property
    def wave_top(self) -> int:
        """The top of the waveform."""
        return RULER_HEIGHT + 4

    @property
    def wave_height(self) -> int:
        """The height of the waveform."""
        return max(20, self.height - PINS_ABOVE_BOTTOM - PIN_RADIUS - self.wave_top - 2)

    @property
    def blocks_top(self) -> int:
        """The top of the turns."""
        return self.height - BLOCKS_ABOVE_BOTTOM

    @property
    def cues_top(self) -> int:
        """The top of the cues."""
        return self.height - CUES_ABOVE_BOTTOM

    def is_in_blocks(self, y: float) -> bool:
        """Whether a pointer at `y` means the turns: their band and the pins above."""
        return self.blocks_top - 10 <= y < self.cues_top - 3


def block_rect(block: Block, view: ViewRange, geometry: Geometry) -> QRectF:
    """Return where a turn is drawn; one that begins while another is heard stands lower and is half as high."""
    left, right = view.x_of(block.start_ms), view.x_of(block.end_ms)
    top, height = geometry.blocks_top, BLOCK_HEIGHT
    if block.lane:
        top, height = top + BLOCK_HEIGHT // 2 + 2, BLOCK_HEIGHT // 2 + 1
    return QRectF(left + 1, top, max(NARROWEST_PX, right - left - 2), height)


def small_font(base: QFont, *, bold: bool = False) -> QFont:
    """Return the font of labels: 11 px, tabular figures."""
    font = QFont(base)
    font.setPixelSize(11)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def paint_ruler(painter: QPainter, theme: Theme, ticks: Iterable[tuple[float, str]]) -> None:
    """Draw the ticks with their times."""
    painter.setFont(small_font(painter.font()))
    painter.setPen(theme.faint)
    for x, label in ticks:
        painter.fillRect(QRectF(x, 0, 1, 5), theme.faint)
        painter.drawText(QPointF(x + 4, 12), label)


def paint_block(painter: QPainter, theme: Theme, block: Block, rect: QRectF, *, is_current: bool) -> None:
    """Draw a turn: filled in its colour, with a bar at its start that is dashed where the start is interpolated."""
    color = theme.speaker_color(block.color)
    painter.fillRect(rect, _with_alpha(color, 0.30 if is_current else 0.16))
    if block.start_state is TimeState.INTERPOLATED:
        pen = QPen(color, 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left() + 0.5, rect.top()), QPointF(rect.left() + 0.5, rect.bottom()))
    else:
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), color)
    if is_current:
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if not block.lane:
        font = small_font(painter.font(), bold=True)
        left = max(rect.left(), 0) + 10
        room = QRectF(left, rect.top(), rect.right() - left - 4, rect.height())
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            fitting_name(block.name, font, room.width()),
        )


def fitting_name(name: str, font: QFont, room_px: float) -> str:
    """Return as much of a name as there is room for: all of it, the first name, its beginning, or nothing."""
    if room_px < MIN_NAME_PX:
        return ""
    metrics = QFontMetricsF(font)
    for shown in (name, name.split(" ")[0]):
        if metrics.horizontalAdvance(shown) <= room_px:
            return shown
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room_px) if room_px >= MIN_CUT_PX else ""


def paint_pin(painter: QPainter, theme: Theme, x: float, geometry: Geometry) -> None:
    """Draw the pin of a confirmed start."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.confirmed)
    painter.drawEllipse(QPointF(x + 1, geometry.height - PINS_ABOVE_BOTTOM), PIN_RADIUS, PIN_RADIUS)


def paint_cue(painter: QPainter, theme: Theme, cue: Cue, view: ViewRange, geometry: Geometry) -> None:
    """Draw a cue as a quiet bar."""
    left, right = view.x_of(cue.start_ms), view.x_of(cue.end_ms)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line)
    painter.drawRoundedRect(
        QRectF(left + 1, geometry.cues_top, max(NARROWEST_PX, right - left - 2), CUE_HEIGHT), 4, 4
    )


def paint_playhead(painter: QPainter, theme: Theme, x: float, height: int) -> None:
    """Draw the playhead: a line of two pixels and its handle."""
    painter.fillRect(QRectF(x - 1, 0, 2, height), theme.accent)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    handle = [QPointF(x - HEAD_HALF_WIDTH, 0), QPointF(x + HEAD_HALF_WIDTH, 0), QPointF(x, HEAD_HEIGHT)]
    painter.drawPolygon(QPolygonF(handle))


def paint_focus(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the frame that tells that keys act here."""
    painter.setPen(QPen(theme.accent, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))


def paint_time(painter: QPainter, theme: Theme, x: float, ms: int, geometry: Geometry, width: int) -> None:
    """Draw the time of a dragged edge beside it."""
    font = small_font(painter.font(), bold=True)
    label = format_clock(ms)
    box_width = QFontMetricsF(font).horizontalAdvance(label) + 14
    left = x + 8 if x + 8 + box_width < width else x - 8 - box_width
    box = QRectF(left, geometry.blocks_top - 30, box_width, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.text)
    painter.drawRoundedRect(box, 5, 5)
    painter.setFont(font)
    painter.setPen(theme.panel)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
    painter.fillRect(QRectF(x - 0.5, geometry.wave_top, 1, geometry.height - geometry.wave_top), theme.text)


def _with_alpha(color: QColor, alpha: float) -> QColor:
    tinted = QColor(color)
    tinted.setAlphaF(alpha)
    return tinted
