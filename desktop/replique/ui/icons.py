"""Icons from the icon font, in the colours of the theme, sharp at every scale."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from replique.ui.theme import ThemeSource

PREFIX = "fa6s."
_FONT = "fontawesome6-solid-webfont"


class _Glyphs(NamedTuple):
    family: str
    characters: dict[str, str]


@cache
def _glyphs() -> _Glyphs:
    """Load the font and its names out of qtawesome.

    Its files are read without importing it: the import loads every Qt module it can wrap, which takes a quarter of
    the time in which the window is to be there.
    """
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome")
    folder = Path(spec.origin).parent / "fonts"
    font_id = QFontDatabase.addApplicationFont(str(next(folder.glob(f"{_FONT}-[0-9]*.ttf"))))
    codes = msgspec.json.decode(next(folder.glob(f"{_FONT}-charmap*.json")).read_bytes(), type=dict[str, str])
    return _Glyphs(
        QFontDatabase.applicationFontFamilies(font_id)[0], {name: chr(int(code, 16)) for name, code in codes.items()}
    )


class _GlyphEngine(QIconEngine):
    """Paints one character of the icon font into any rectangle."""

    def __init__(self, character: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._character = character
        self._colors = {QIcon.Mode.Disabled: disabled}
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the glyph in the middle, a little smaller than the rectangle."""
        del state
        font = QFont(_glyphs().family)
        font.setPixelSize(max(1, round(rect.height() * 0.875)))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._colors.get(mode, self._color))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph on a clear ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return the same icon again."""
        return _GlyphEngine(self._character, self._color, self._colors[QIcon.Mode.Disabled])


class Icons:
    """Makes icons by name, such as ``fa6s.play``, in the colours that the theme has at that moment."""

    def __init__(self, themes: ThemeSource) -> None:
        self._themes = themes

    def __call__(self, name: str) -> QIcon:
        """Return an icon in the colour of soft text: for menus and quiet buttons."""
        return self.colored(name, self._themes.current.soft)

    def colored(self, name: str, color: QColor) -> QIcon:
        """Return an icon in another colour; raise KeyError when the font has no such glyph."""
        return QIcon(_GlyphEngine(_glyphs().characters[name.removeprefix(PREFIX)], color, self._themes.current.faint))
