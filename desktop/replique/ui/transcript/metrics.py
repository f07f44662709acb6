"""Sizes and fonts of the transcript's rows, in device-independent pixels; stated for text as large as it is drawn."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from replique.ui.style import BASE_PX
from replique.ui.transcript.utf16 import char_index

PAGE_MARGIN = 6
"""Above the first row and below the last."""
BAR_WIDTH = 3
"""The bar at the left of the current turn."""
TIME_RIGHT = 79
"""Where the times end."""
WORDS_LEFT = 95
"""Where names and words begin."""
RIGHT_MARGIN = 28
MEASURE = 660
"""The widest line of words: some 70 characters."""
NARROWEST_MEASURE = 120
ROW_PADDING = 8
NOTE_PADDING = 4
NAME_HEIGHT = 20
STATE_HEIGHT = 14
LINE_HEIGHT = 23
NOTE_LINE_HEIGHT = 20

_KNOWN_WIDTHS = 100_000


class _Widths(dict[str, float]):
    """Widths of texts in one font, each measured when it is first asked for."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._advance = QFontMetricsF(font).horizontalAdvance

    def __missing__(self, text: str) -> float:
        if len(self) > _KNOWN_WIDTHS:
            self.clear()
        width = self[text] = self._advance(text)
        return width


class Face:
    """A font, the height of its lines, where the letters stand in them, and how wide words are."""

    def __init__(self, font: QFont, line_height: int) -> None:
        self.font = font
        self.line_height = line_height
        self.widths = _Widths(font)
        metrics = QFontMetricsF(font)
        self.baseline = round((line_height - metrics.height()) / 2 + metrics.ascent())

    def cuts(self, text: str, measure_px: float) -> list[int]:
        """Return before which characters a word is cut that is wider than a line; graphemes stay whole."""
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        cuts: list[int] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(measure_px)
            if line.textStart():
                cuts.append(char_index(text, line.textStart()))
        layout.endLayout()
        return cuts


class Metrics:
    """Fonts and sizes of a row, made from the window's font; `dpi` are the logical dots per inch of the screen.

    All grow with the font, and by `zoom`: 1.0 fits the rest of the window. `dots` is how many of the screen's there
    are in a pixel: glyphs are made for them.
    """

    def __init__(self, font: QFont, dpi: float, zoom: float = 1.0, dots: float = 1.0) -> None:
        self.made_of = (font.key(), dpi, zoom, dots)
        self.scale = zoom * _pixels(font, dpi) / BASE_PX
        self.words_left = self._px(WORDS_LEFT)
        self.time_right = self._px(TIME_RIGHT)
        self.name_height = self._px(NAME_HEIGHT)
        self.words = self._face(font, 15, dpi, LINE_HEIGHT)
        italic = QFont(font)
        italic.setItalic(True)
        self.note = self._face(italic, 13, dpi, NOTE_LINE_HEIGHT)
        name = QFont(font)
        name.setWeight(QFont.Weight.Bold)
        name.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
        self.name = self._face(name, 11.5, dpi, NAME_HEIGHT)
        time = QFont(font)
        time.setFeature(QFont.Tag("tnum"), 1)
        self.time = self._face(time, 12, dpi, NAME_HEIGHT)
        time.setItalic(True)
        self.estimate = self._face(time, 12, dpi, NAME_HEIGHT)
        self.state = self._face(font, 11, dpi, STATE_HEIGHT)

    def face(self, is_speech: bool) -> Face:
        """Return how the words of a turn are set."""
        return self.words if is_speech else self.note

    def words_top(self, is_speech: bool) -> int:
        """Return where the words begin, below the top of the row."""
        return ROW_PADDING + self.name_height if is_speech else NOTE_PADDING

    def row_height(self, is_speech: bool, words_height: int) -> int:
        """Return the height of a row whose words take `words_height`."""
        return self.words_top(is_speech) + words_height + (ROW_PADDING if is_speech else NOTE_PADDING)

    def guessed_height(self, is_speech: bool, word_count: int, measure_px: int) -> int:
        """Return how high a row may be that nobody has measured."""
        face = self.face(is_speech)
        lines = -(-word_count * face.line_height * 2 // measure_px) or 1
        return self.row_height(is_speech, lines * face.line_height)

    def measure_in(self, viewport_width: int) -> int:
        """Return how wide lines may be in a viewport."""
        room = viewport_width - self.words_left - RIGHT_MARGIN
        return max(NARROWEST_MEASURE, min(self._px(MEASURE), room))

    def _px(self, size: float) -> int:
        return round(size * self.scale)

    def _face(self, font: QFont, size: float, dpi: float, line_height: int) -> Face:
        sized = QFont(font)
        sized.setPointSizeF(size * self.scale * 72 / dpi)
        return Face(sized, self._px(line_height))


def _pixels(font: QFont, dpi: float) -> float:
    """Return the size of a font in pixels, however it is given."""
    return font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * dpi / 72
