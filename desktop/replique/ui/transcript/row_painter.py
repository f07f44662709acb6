"""How a row of the transcript is painted: gutter, name, words, in the colours of the theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from replique.core.model import TimeState, Turn
from replique.core.timeline import Span
from replique.ui.i18n import say_clock
from replique.ui.theme import Theme
from replique.ui.transcript.metrics import BAR_WIDTH, ROW_PADDING, Face, Metrics
from replique.ui.transcript.row_layout import RowLayout

NO_TIME = "—"
MARK_RADIUS = 3
MARK_MARGIN = 2


@dataclass(frozen=True)
class RowState:
    """What a row shows beside its words: when it is heard, who speaks, whether the user stands there.

    `has_keys` says whether keys act on the rows; `heard` words were played; `marked` is the one that is being spoken,
    `pointed` the one under the text cursor. A line of dashes stands under a marked word whose time is interpolated.
    """

    span: Span
    name: str
    color: QColor
    is_current: bool
    has_keys: bool
    heard: int
    marked: int | None = None
    pointed: int | None = None
    is_edited: bool = False


class RowPainter:
    """Paints rows with one painter."""

    def __init__(self, painter: QPainter, theme: Theme, metrics: Metrics, width: int) -> None:
        self._painter = painter
        self._theme = theme
        self._metrics = metrics
        self._width = width

    def paint(self, layout: RowLayout, state: RowState, y: int, clip_top: float, clip_bottom: float) -> None:
        """Paint a row whose top is at `y`, the lines between `clip_top` and `clip_bottom`."""
        if state.is_current:
            self._painter.fillRect(QRectF(0, y, self._width, layout.height), self._theme.tint)
            bar = self._theme.accent if state.has_keys else self._theme.faint
            self._painter.fillRect(QRectF(0, y, BAR_WIDTH, layout.height), bar)
        if layout.turn.is_speech:
            self._paint_gutter(layout.turn, state.span, y)
            self._text(
                self._metrics.name, QPointF(self._metrics.words_left, y + ROW_PADDING), state.name, state.color
            )
        if state.is_edited:
            return
        if state.pointed is not None:
            # A frame, not a ground: soft words would be hard to read on one.
            self._mark(layout, state.pointed, y, QPen(self._theme.faint, 1), Qt.BrushStyle.NoBrush)
        if state.marked is not None:
            self._mark(layout, state.marked, y, Qt.PenStyle.NoPen, self._theme.now)
        if state.marked is not None and layout.turn.words[state.marked].start_state is TimeState.NONE:
            self._underline(layout, state.marked, y)
        soft, dark = (self._theme.faint, self._theme.text) if layout.turn.is_speech else (self._theme.faint,) * 2
        for number in layout.lines_within(clip_top - y, clip_bottom - y):
            layout.draw_line(self._painter, number, y, state.heard, soft, dark)

    def _paint_gutter(self, turn: Turn, span: Span, y: int) -> None:
        theme, top = self._theme, y + ROW_PADDING
        if span.start_ms is None:
            self._right_text(self._metrics.time, top, NO_TIME, theme.faint)
            return
        estimated = span.start_state is TimeState.INTERPOLATED
        face = self._metrics.estimate if estimated else self._metrics.time
        self._right_text(face, top, say_clock(span.start_ms), theme.faint if estimated else theme.soft)
        if turn.is_confirmed:
            word = QCoreApplication.translate("transcript", "confirmed")
            self._right_text(self._metrics.state, top + self._metrics.name_height - 2, word, theme.confirmed)

    def _mark(
        self, layout: RowLayout, word: int, y: int, pen: QPen | Qt.PenStyle, brush: QColor | Qt.BrushStyle
    ) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(brush)
        for rect in layout.word_rects(word):
            box = rect.translated(0, y).adjusted(-MARK_MARGIN, 1, MARK_MARGIN, -1)
            self._painter.drawRoundedRect(box, MARK_RADIUS, MARK_RADIUS)

    def _underline(self, layout: RowLayout, word: int, y: int) -> None:
        self._painter.setPen(QPen(self._theme.accent, 1, Qt.PenStyle.DashLine))
        for rect in layout.word_rects(word):
            bottom = round(rect.bottom() + y) - 1.5
            self._painter.drawLine(QPointF(round(rect.left()), bottom), QPointF(round(rect.right()), bottom))

    def _text(self, face: Face, top_left: QPointF, text: str, color: QColor) -> None:
        self._painter.setFont(face.font)
        self._painter.setPen(color)
        self._painter.drawText(QPointF(top_left.x(), top_left.y() + face.baseline), text)

    def _right_text(self, face: Face, top: float, text: str, color: QColor) -> None:
        # Placed by its known width: a text that Qt aligns in a box is laid out anew each time it is painted.
        self._text(face, QPointF(self._metrics.time_right - face.widths[text], top), text, color)
