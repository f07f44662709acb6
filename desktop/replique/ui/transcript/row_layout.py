"""One row laid out: its lines, where each word stands, and what stands at a point."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum, auto
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from replique.core.model import Turn
from replique.ui.transcript.metrics import ROW_PADDING, Face, Metrics
from replique.ui.transcript.utf16 import utf16_length
from replique.ui.transcript.wrapping import Line, reads_leftwards, wrap

CLICK_SLACK = 4
"""How far beside a word, in pixels, a click still means it."""

SHAPED_LINES = 300
"""How many lines of one row keep their glyphs: more than a large screen shows."""

_SHOWN_AS_SPACE = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")


class Part(Enum):
    """What there is to click in a row."""

    TIME = auto()
    NAME = auto()
    WORD = auto()
    GROUND = auto()


class Hit(NamedTuple):
    """What stands at a point of a row; `word` is the index of the word."""

    part: Part
    word: int | None = None


class _ShapedLine:
    """A line with its glyphs: made when it is first painted or pointed at, for a turn may be very long."""

    def __init__(self, turn: Turn, line: Line, face: Face, measure_px: int, leftwards: bool) -> None:
        text, self._starts, self._ends = _line_text(turn, line)
        self._baseline = face.baseline
        self._layout = QTextLayout(text.translate(_SHOWN_AS_SPACE), face.font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        if leftwards:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(measure_px)
        self._layout.endLayout()

    def span(self, at: int) -> tuple[float, float]:
        """Return left and right of the word that stands at place `at` in the line."""
        edges = (self._x(self._starts[at]), self._x(self._ends[at]))
        return min(edges), max(edges)

    def draw(self, painter: QPainter, x: float, top: float, heard: int, color: QColor, heard_color: QColor) -> None:
        """Paint the line; its first `heard` words in `heard_color`."""
        place = QPointF(x, top + self._baseline - self._line.ascent())
        painter.setPen(heard_color if heard >= len(self._starts) else color)
        if not 0 < heard < len(self._starts):
            self._layout.draw(painter, place)
            return
        played = QTextLayout.FormatRange()
        played.start, played.length = 0, self._ends[heard - 1]
        appearance = QTextCharFormat()
        appearance.setForeground(heard_color)
        played.format = appearance
        self._layout.draw(painter, place, [played])

    def _x(self, place: int) -> float:
        found = self._line.cursorToX(place)
        return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _line_text(turn: Turn, line: Line) -> tuple[str, list[int], list[int]]:
    """Return what stands in a line, and where each of its words begins and ends, in UTF-16 units."""
    texts = [word.text for word in turn.words[line.first : line.stop]]
    if texts:
        texts[-1] = texts[-1][: line.tail]
        texts[0] = texts[0][line.head :]
    blanks = ["", *(word.blank for word in turn.words[line.first + 1 : line.stop])]
    text = "".join(chain.from_iterable(zip(blanks, texts, strict=False)))
    length = len if utf16_length(text) == len(text) else utf16_length
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for blank, word in zip(blanks, texts, strict=False):
        starts.append(place := place + length(blank))
        ends.append(place := place + length(word))
    return text, starts, ends


class RowLayout:
    """The lines of a turn at one width. Places are relative to the top left of the row."""

    def __init__(self, turn: Turn, metrics: Metrics, measure_px: int) -> None:
        self.turn = turn
        self.measure_px = measure_px
        self.words_left = metrics.words_left
        self._name_height = metrics.name_height
        self.face = metrics.face(turn.is_speech)
        self.words_top = metrics.words_top(turn.is_speech)
        self.lines = wrap(turn.words, self.face.widths, measure_px, self.face.cuts)
        self.height = metrics.row_height(turn.is_speech, self.words_height)
        self._firsts = [line.first for line in self.lines]
        self._leftwards = reads_leftwards(turn.words)
        self._shaped: dict[int, _ShapedLine] = {}

    @property
    def words_height(self) -> int:
        """How high the words are."""
        return len(self.lines) * self.face.line_height

    def line_top(self, number: int) -> int:
        """Return where a line begins."""
        return self.words_top + number * self.face.line_height

    def lines_within(self, top: float, bottom: float) -> range:
        """Return the lines that `top` to `bottom` touches."""
        height = self.face.line_height
        first = int((top - self.words_top) // height)
        stop = int(-((self.words_top - bottom) // height))
        return range(max(0, first), min(len(self.lines), stop))

    def lines_of(self, word: int) -> range:
        """Return the lines in which a word stands: one, or more of a very long one."""
        last = bisect_right(self._firsts, word) - 1
        while last and self.lines[last].first == self.lines[last].stop:
            last -= 1
        first = last
        while first and self.lines[first].first == word and self.lines[first].head:
            first -= 1
        return range(first, last + 1)

    def word_rects(self, word: int) -> list[QRectF]:
        """Return where a word stands: one rectangle as high as its line, or one for each piece of it."""
        rects = []
        for number in self.lines_of(word):
            left, right = self._line(number).span(word - self.lines[number].first)
            rects.append(QRectF(self.words_left + left, self.line_top(number), right - left, self.face.line_height))
        return rects

    def hit(self, x: float, y: float, name_width: float) -> Hit:
        """Return what stands at a point, with a name `name_width` wide."""
        if x < self.words_left - CLICK_SLACK:
            return Hit(Part.TIME)
        number = int((y - self.words_top) // self.face.line_height)
        if 0 <= number < len(self.lines):
            word = self._word_in(number, x - self.words_left)
            return Hit(Part.GROUND) if word is None else Hit(Part.WORD, word)
        beside_name = (
            x > self.words_left + name_width + CLICK_SLACK or not ROW_PADDING <= y < ROW_PADDING + self._name_height
        )
        return Hit(Part.GROUND if beside_name or not self.turn.is_speech else Part.NAME)

    def draw_line(
        self, painter: QPainter, number: int, y: float, heard: int, color: QColor, heard_color: QColor
    ) -> None:
        """Paint a line of the row at `y`; the first `heard` words of the turn in `heard_color`."""
        line = self.lines[number]
        if line.first < line.stop:
            self._line(number).draw(
                painter, self.words_left, y + self.line_top(number), heard - line.first, color, heard_color
            )

    def _word_in(self, number: int, x: float) -> int | None:
        """Return the word of a line nearest to `x`, where one is near."""
        line = self.lines[number]
        nearest, distance = None, float(self.face.widths[" "]) + CLICK_SLACK
        for at in range(line.stop - line.first):
            left, right = self._line(number).span(at)
            away = max(left - x, x - right, 0.0)
            if away < distance:
                nearest, distance = line.first + at, away
        return nearest

    def _line(self, number: int) -> _ShapedLine:
        shaped = self._shaped.get(number)
        if shaped is None:
            shaped = _ShapedLine(self.turn, self.lines[number], self.face, self.measure_px, self._leftwards)
            self._shaped[number] = shaped
            if len(self._shaped) > SHAPED_LINES:
                del self._shaped[next(iter(self._shaped))]
        return shaped
