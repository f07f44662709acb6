"""How the detail of the waveform is drawn: sizes in device-independent pixels, colours from the theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF

from replique.core.model import TimeState
from replique.ui.theme import Theme
from replique.ui.waveform.blocks import Block
from replique.ui.waveform.lettering import Lettering

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
BAR_PX, DASH_PX = 3, 3
BLOCK_ALPHA, LOWER_ALPHA, CURRENT_ALPHA = 0.16, 0.32, 0.18
NAME_INDENT, NAME_BASELINE = 10, 15
CUE_RADIUS = 4
LABEL_PADDING, LABEL_LINE, LABEL_DISTANCE = 8, 15, 12
REACH_PX = 16_000


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
    def blocks_height(self) -> int:
        """The height of the turns, those that stand lower included."""
        return BLOCK_HEIGHT + 3

    @property
    def cues_top(self) -> int:
        """The top of the cues."""
        return self.height - CUES_ABOVE_BOTTOM

    def is_in_blocks(self, y: float) -> bool:
        """Whether a pointer at `y` means the turns: their band and the pins above."""
        return self.blocks_top - 10 <= y < self.cues_top - 3


class Scale(NamedTuple):
    """Where times stand: from `left_ms` on, `px_per_ms` (device-independent) apart, `ratio` device pixels each."""

    left_ms: float
    px_per_ms: float
    ratio: float

    def x_of(self, ms: float) -> float:
        """Return the pixel of a time, on a device pixel, so that edges are sharp."""
        return round((ms - self.left_ms) * self.px_per_ms * self.ratio) / self.ratio

    def ms_of(self, px: float) -> float:
        """Return how long so many pixels are."""
        return px / self.px_per_ms


def rects_of(event: QPaintEvent) -> Iterable[QRect]:
    """Return what is to be painted: strips may lie far apart, and what is between them stands."""
    return cast("Iterable[QRect]", event.region())


class Shape(NamedTuple):
    """Where a turn is drawn: lower and half as high as long as another one is heard, then in full."""

    lower: QRectF
    full: QRectF

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.lower.left()

    @property
    def whole(self) -> QRectF:
        """The smallest rectangle around it."""
        return self.lower.united(self.full)


def shape_of(block: Block, scale: Scale, geometry: Geometry) -> Shape:
    """Return where a turn is drawn."""
    left = scale.x_of(block.start_ms) + 1
    right = max(left + NARROWEST_PX, scale.x_of(block.end_ms) - 1)
    free = left if block.free_from_ms == block.start_ms else min(right, scale.x_of(block.free_from_ms) + 1)
    half = BLOCK_HEIGHT // 2
    lower = QRectF(left, geometry.blocks_top + half + 2, free - left, half + 1)
    return Shape(lower, QRectF(free, geometry.blocks_top, right - free, BLOCK_HEIGHT))


def paint_ruler(painter: QPainter, theme: Theme, lettering: Lettering, ticks: Iterable[tuple[float, str]]) -> None:
    """Draw the ticks with their times."""
    painter.setFont(lettering.plain)
    painter.setPen(theme.faint)
    for x, label in ticks:
        painter.fillRect(QRectF(round(x), 0, 1, 5), theme.faint)
        painter.drawText(QPointF(x + 4, 12), label)


def paint_block(painter: QPainter, theme: Theme, block: Block, shape: Shape) -> None:
    """Draw a turn: filled in its colour, with a bar at its start that is dashed where the start is interpolated."""
    color = theme.speaker_color(block.color)
    first = shape.lower if shape.lower.width() else shape.full
    for rect, alpha in ((shape.lower, LOWER_ALPHA), (shape.full, BLOCK_ALPHA)):
        if rect.width() > (BAR_PX if rect is first else 0):
            painter.fillRect(_within_reach(rect), _with_alpha(color, alpha))
    if block.start_state is TimeState.INTERPOLATED:
        for top in range(0, int(first.height()), 2 * DASH_PX):
            height = min(DASH_PX, first.height() - top)
            painter.fillRect(QRectF(first.left(), first.top() + top, 1, height), color)
    else:
        painter.fillRect(QRectF(first.left(), first.top(), min(BAR_PX, shape.whole.width()), first.height()), color)


def paint_name(
    painter: QPainter, theme: Theme, lettering: Lettering, block: Block, rect: QRectF, from_x: float
) -> None:
    """Write who speaks into a turn, from `from_x` on where the turn began before it."""
    left = max(rect.left(), from_x) + NAME_INDENT
    shown = lettering.fitting_name(block.name, rect.right() - left - 4)
    if shown:
        painter.setFont(lettering.bold)
        painter.setPen(theme.speaker_color(block.color))
        painter.drawText(QPointF(left, rect.top() + NAME_BASELINE), shown)


def paint_current(painter: QPainter, theme: Theme, block: Block, shape: Shape) -> None:
    """Let the turn on which the user stands be seen among the others."""
    color = theme.speaker_color(block.color)
    for rect in (shape.lower, shape.full):
        reach = _within_reach(rect)
        if reach.width() <= 0:
            continue
        painter.fillRect(reach, _with_alpha(color, CURRENT_ALPHA))
        painter.fillRect(QRectF(reach.left(), rect.top(), reach.width(), 1), color)
        painter.fillRect(QRectF(reach.left(), rect.bottom() - 1, reach.width(), 1), color)
    whole = shape.full if shape.full.width() else shape.lower
    painter.fillRect(QRectF(whole.right() - 1, whole.top(), 1, whole.height()), color)


def paint_ground(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Take away what was painted."""
    painter.fillRect(rect, theme.panel)


def paint_pin(painter: QPainter, theme: Theme, x: float, geometry: Geometry) -> None:
    """Draw the pin of a confirmed start."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.confirmed)
    painter.drawEllipse(QPointF(x + 1.5, geometry.height - PINS_ABOVE_BOTTOM), PIN_RADIUS, PIN_RADIUS)


def paint_cue(painter: QPainter, theme: Theme, left: float, right: float, geometry: Geometry) -> None:
    """Draw a cue as a quiet bar."""
    rect = QRectF(left + 1, geometry.cues_top, max(NARROWEST_PX, right - left - 2), CUE_HEIGHT)
    if rect.width() < 2 * CUE_RADIUS:
        painter.fillRect(rect, theme.line)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line)
    painter.drawRoundedRect(_within_reach(rect), CUE_RADIUS, CUE_RADIUS)


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


def paint_guide(painter: QPainter, color: QColor, x: float, geometry: Geometry) -> None:
    """Draw a thin line from the ruler to the cues."""
    painter.fillRect(QRectF(round(x), RULER_HEIGHT, 1, geometry.cues_top + CUE_HEIGHT - RULER_HEIGHT), color)


def label_rect(
    lines: Sequence[str], lettering: Lettering, pointer: QPointF, geometry: Geometry, width: int
) -> QRectF:
    """Return where a label of one or two lines stands: beside the pointer, within the waveform."""
    first, rest = lettering.bold_metrics, lettering.plain_metrics
    text_width = max((rest if i else first).horizontalAdvance(line) for i, line in enumerate(lines))
    box = QRectF(0, 0, ceil(text_width) + 2 * LABEL_PADDING, LABEL_LINE * len(lines) + 8)
    left = pointer.x() + LABEL_DISTANCE
    if left + box.width() > width - 2:
        left = pointer.x() - LABEL_DISTANCE - box.width()
    top = min(pointer.y(), geometry.blocks_top) - LABEL_DISTANCE - box.height()
    left = max(2.0, min(left, width - 2 - box.width()))
    box.moveTo(left, max(2.0, min(top, geometry.height - 2 - box.height())))
    return box


def paint_label(painter: QPainter, theme: Theme, lettering: Lettering, lines: Sequence[str], box: QRectF) -> None:
    """Draw a label: the first line strong, the second one quieter."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.text)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(theme.panel)
    for i, line in enumerate(lines):
        painter.setFont(lettering.plain if i else lettering.bold)
        painter.drawText(QPointF(box.left() + LABEL_PADDING, box.top() + 15 + i * LABEL_LINE), line)


def _within_reach(rect: QRectF) -> QRectF:
    """Return a rectangle cut to what can be seen: the longest turns are too wide for a painter."""
    return rect.intersected(QRectF(-REACH_PX, rect.top(), 2 * REACH_PX, rect.height()))


def _with_alpha(color: QColor, alpha: float) -> QColor:
    return _tinted(color.rgb(), alpha)


@lru_cache(maxsize=512)
def _tinted(rgb: int, alpha: float) -> QColor:
    tinted = QColor(rgb)
    tinted.setAlphaF(alpha)
    return tinted
