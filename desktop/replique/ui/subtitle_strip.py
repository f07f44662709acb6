"""The subtitle of the moment as a viewer sees it: white on a dark box, two lines, in a strip of fixed height."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy

from replique.core.cuetext import plain
from replique.core.model import Cue
from replique.ui.style import sized
from replique.ui.theme import ThemeSource

TEXT_PX = 18
SMALLEST_PX = 11
LINE_HEIGHT = 1.3
LABEL_PX = 11
LABEL_HEIGHT = 14
PADDING = 6
MARGIN = 6
LINES = 2
BOX = QColor(0, 0, 0, 204)
BOX_IN_DARK = QColor(0, 0, 0, 235)
TEXT = QColor(255, 255, 255)
LABEL = QColor(255, 255, 255, 180)


class SubtitleStrip(QFrame):
    """Shows one cue, or nothing; its height never changes, so that nothing jumps."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self._cue: Cue | None = None
        self._lines: list[QStaticText] = []
        self._speakers = ""
        self.setProperty("role", "strip")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Current subtitle"))
        themes.changed.connect(self.update)

    @property
    def lines(self) -> list[str]:
        """What is shown, as marked-up lines."""
        return [line.text() for line in self._lines]

    @property
    def speakers(self) -> str:
        """Who is said to speak."""
        return self._speakers

    def set_cue(self, cue: Cue | None) -> None:
        """Show another cue, or none; asked for the same one again, it does nothing."""
        if cue is self._cue:
            return
        self._cue = cue
        texts = cue.texts if cue else ()
        self._speakers = " · ".join(dict.fromkeys(text.speaker for text in texts if text.speaker))
        self._lines = [_static(line) for text in texts for line in text.lines]
        self.setAccessibleDescription("\n".join(plain(line) for line in self.lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the label and two lines."""
        text_height = LINES * TEXT_PX * LINE_HEIGHT
        return QSize(320, round(2 * MARGIN + 2 * PADDING + LABEL_HEIGHT + text_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box in the middle, as small as its text allows."""
        super().paintEvent(event)
        if not self._lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._fitting_font()
        label_font = sized(self.font(), LABEL_PX, QFont.Weight.DemiBold)
        box = self._box(font, label_font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(BOX_IN_DARK if self._themes.current.is_dark else BOX)
        painter.drawRoundedRect(box, 8, 8)
        top = box.top() + PADDING
        if self._speakers:
            painter.setFont(label_font)
            painter.setPen(LABEL)
            place = QRectF(box.left(), top - 2, box.width(), LABEL_HEIGHT)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._speakers)
            top += LABEL_HEIGHT
        self._paint_lines(painter, font, top)
        painter.end()

    def _box(self, font: QFont, label_font: QFont) -> QRectF:
        """Return the box, in the middle and as small as its text allows."""
        width = max(self._width(line, font) for line in self._lines)
        height = _line_height(font) * len(self._lines) + 2 * PADDING
        if self._speakers:
            width = max(width, QFontMetricsF(label_font).horizontalAdvance(self._speakers))
            height += LABEL_HEIGHT
        width += 4 * PADDING
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _paint_lines(self, painter: QPainter, font: QFont, top: float) -> None:
        painter.setFont(font)
        painter.setPen(TEXT)
        for row, line in enumerate(self._lines):
            line.prepare(font=font)
            left = (self.width() - line.size().width()) / 2
            painter.drawStaticText(QPointF(left, top + row * _line_height(font)), line)

    def _fitting_font(self) -> QFont:
        """Return the largest font in which the longest line and all lines find room."""
        font = sized(self.font(), TEXT_PX)
        room = self.width() - 2 * MARGIN - 4 * PADDING
        widest = max(self._width(line, font) for line in self._lines)
        px = TEXT_PX * min(1.0, room / widest if widest else 1.0, LINES / len(self._lines))
        return font if px >= TEXT_PX else sized(font, max(SMALLEST_PX, int(px)))

    def _width(self, line: QStaticText, font: QFont) -> float:
        line.prepare(font=font)
        return line.size().width()


def _line_height(font: QFont) -> float:
    return font.pixelSize() * LINE_HEIGHT


def _static(line: str) -> QStaticText:
    """Return a line of cue text ready to be painted; its marks and escapes are those of HTML too."""
    text = QStaticText(line)
    text.setTextFormat(Qt.TextFormat.RichText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    text.setTextOption(option)
    return text
