"""What the application looks like: palette, style sheet and fonts, made from the theme in force."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from replique.core.resources import resource
from replique.ui.theme import Theme, ThemeSource

BASE_PX = 13
TABULAR = QFont.Tag("tnum")

Role = QPalette.ColorRole


class _Sheet(Template):
    """A style sheet with ``@colour`` fields."""

    delimiter = "@"


def apply_style(app: QApplication, themes: ThemeSource) -> None:
    """Dress the application in the theme, and again whenever it changes."""
    QDir.addSearchPath("icons", str(resource("icons")))
    app.setStyle("Fusion")
    app.setFont(base_font())

    def dress() -> None:
        app.setPalette(palette(themes.current))
        app.setStyleSheet(style_sheet(themes.current))

    themes.changed.connect(dress)
    dress()


PREFERRED = "Inter"
_NO_CHOICE = {"Sans Serif", "DejaVu Sans", "Bitstream Vera Sans"}
"""What fontconfig falls back to where nobody chose a font."""


def base_font() -> QFont:
    """Return the interface font: the system's own, or Inter where the system names none and has it."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QFontInfo(font).family() in _NO_CHOICE and PREFERRED in QFontDatabase.families():
        font.setFamily(PREFERRED)
    return sized(font, BASE_PX)


def sized(font: QFont, px: float, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False) -> QFont:
    """Return `font` at a size in device-independent pixels; `tabular` figures all have one width."""
    copy = QFont(font)
    copy.setPixelSize(round(px))
    copy.setWeight(weight)
    if tabular:
        copy.setFeature(TABULAR, 1)
    return copy


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for all that the style itself paints."""
    made = QPalette()
    for role, color in (
        (Role.Window, theme.background),
        (Role.WindowText, theme.text),
        (Role.Base, theme.panel),
        (Role.AlternateBase, theme.background),
        (Role.Text, theme.text),
        (Role.Button, theme.panel),
        (Role.ButtonText, theme.text),
        (Role.BrightText, theme.amber),
        (Role.ToolTipBase, theme.panel),
        (Role.ToolTipText, theme.text),
        (Role.PlaceholderText, theme.faint),
        (Role.Highlight, theme.accent),
        (Role.HighlightedText, theme.on_accent),
        (Role.Accent, theme.accent),
        (Role.Link, theme.accent),
        (Role.LinkVisited, theme.accent),
        (Role.Light, theme.panel),
        (Role.Midlight, theme.background),
        (Role.Mid, theme.line),
        (Role.Dark, theme.line),
        (Role.Shadow, theme.line),
    ):
        made.setColor(role, color)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.faint)
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    colors = {name: value.name() for name, value in vars(theme).items() if isinstance(value, QColor)}
    text = resource("themes", "style.qss").read_text(encoding="utf-8")
    return _Sheet(text).substitute(
        colors,
        name=theme.name,
        accent_strong=mixed(theme.accent, theme.text, 0.18).name(),
        handle=mixed(theme.line, theme.faint, 0.35).name(),
    )


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return `first` with a `share` (0 to 1) of `second` in it."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )
