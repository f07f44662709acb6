"""Colours, fonts and icons."""

import re
from itertools import combinations
from math import dist

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication

from replique.core.resources import resource
from replique.ui.choices import Appearance
from replique.ui.icons import Icons
from replique.ui.style import BASE_PX, apply_style, base_font, mixed, palette, sized, style_sheet
from replique.ui.subtitle_strip import BOX, BOX_IN_DARK, LABEL, TEXT
from replique.ui.theme import ThemeSource, load_theme

THEMES = [load_theme("light"), load_theme("dark")]


def contrast(first, second):
    """Return the contrast ratio of two colours (WCAG 2)."""

    def luminance(color):
        return sum(s * linear(c) for s, c in zip((0.2126, 0.7152, 0.0722), color.getRgbF()[:3], strict=True))

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = {
    "words to read": ("text", "panel background tint now amber_background"),
    "quiet words": ("soft", "panel background tint"),
    "captions, what was not played, fields without a value": ("faint", "panel background tint"),
    "links, the active stage": ("accent", "panel background tint"),
    "buttons of the accent": ("on_accent", "accent"),
    "confirmed": ("confirmed", "panel background tint"),
    "doubtful": ("amber", "panel background tint amber_background"),
}
"""Every text and the grounds on which it stands somewhere in the window."""

MARKS = {
    "the frame of what has the focus": ("accent", "panel background tint"),
    "the frame of a field that is wrong": ("amber", "panel background"),
    "boxes to be ticked, the lamp": ("faint", "panel background"),
    "the bar of what is confirmed": ("confirmed", "panel line"),
    "the bar of what goes on": ("accent", "background"),
}
"""What is no text and has to be seen: 3 to 1 (WCAG 2, 1.4.11)."""


def pairs(table):
    return [(what, text, ground) for what, (text, grounds) in table.items() for ground in grounds.split()]


@pytest.mark.parametrize(("what", "text", "ground"), pairs(PAIRS))
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_its_ground(theme, what, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_names_of_the_speakers_can_be_read_on_each_ground(theme):
    for color in theme.speakers:
        for ground in (theme.panel, theme.background, theme.tint):
            assert contrast(color, ground) >= 4.5


@pytest.mark.parametrize(("what", "mark", "ground"), pairs(MARKS))
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_mark_can_be_seen_on_its_ground(theme, what, mark, ground):
    assert contrast(getattr(theme, mark), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_button_under_the_pointer_and_the_subtitle_can_be_read_too(theme):
    assert contrast(theme.on_accent, mixed(theme.accent, theme.text, 0.18)) >= 4.5
    for box in (BOX, BOX_IN_DARK):
        ground = mixed(theme.panel, QColor("black"), box.alphaF())
        assert contrast(TEXT, ground) >= 4.5
        assert contrast(mixed(ground, TEXT, LABEL.alphaF()), ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_no_pair_of_the_style_sheet_is_forgotten(theme):
    """Each rule that sets a colour and its ground names a pair of the table."""
    known = {(text, ground) for _, text, ground in pairs(PAIRS)} | {("soft", "line"), ("faint", "background")}
    sheet = resource("themes", "style.qss").read_text(encoding="utf-8")
    for rule in re.findall(r"\{([^}]*)\}", sheet):
        text, ground = re.search(r"(?<![-\w])color: @(\w+)", rule), re.search(r"background: @(\w+)", rule)
        if text and ground:
            assert (text[1], ground[1]) in known


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def lab(color, sight):
    """Return CIE Lab coordinates of a colour as somebody with `sight` (a matrix on linear RGB) sees it."""
    rgb = [linear(channel) for channel in color.getRgbF()[:3]]
    seen = [min(1.0, max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True)))) for row in sight]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(w * c for w, c in zip(row, seen, strict=True)) for row in to_xyz]
    x, y, z = (
        (v / white) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
}
"""Machado, Oliveira and Fernandes (2009), at full severity."""


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_eight_speakers_can_be_told_apart_by_everybody(theme, sight):
    assert len(theme.speakers) >= 8
    seen = [lab(color, SIGHTS[sight]) for color in theme.speakers]
    assert min(dist(first, second) for first, second in combinations(seen, 2)) >= 15


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_style_sheet_knows_every_colour_that_it_names(theme):
    assert "@" not in style_sheet(theme)
    assert palette(theme).window().color() == theme.background


def test_the_theme_changes_the_whole_application(qapp, themes):
    themes.choose(Appearance.DARK)
    assert qapp.palette().window().color() == load_theme("dark").background
    themes.choose(Appearance.LIGHT)
    assert qapp.palette().window().color() == load_theme("light").background


def test_the_system_decides_until_the_user_does(qapp):
    themes = ThemeSource()
    assert themes.appearance is Appearance.SYSTEM
    assert themes.current.name in ("light", "dark")


def test_the_window_follows_the_system_while_it_is_open(qapp):
    themes, system = ThemeSource(), QGuiApplication.styleHints().colorSchemeChanged
    apply_style(qapp, themes)
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        system.emit(scheme)
        assert themes.current.name == name
        assert qapp.palette().window().color() == load_theme(name).background
    themes.choose(Appearance.DARK)
    system.emit(Qt.ColorScheme.Light)
    assert themes.current.name == "dark"
    themes.choose(Appearance.SYSTEM)
    assert themes.current.name == "light"
    qapp.setStyleSheet("")


def test_tabular_figures_all_have_one_width(qapp):
    metrics = QFontMetricsF(sized(base_font(), 20, tabular=True))
    assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1
    assert base_font().pixelSize() == BASE_PX


def test_mixing_colours_keeps_the_ends(qapp):
    theme = THEMES[0]
    assert mixed(theme.line, theme.text, 0) == theme.line
    assert mixed(theme.line, theme.text, 1) == theme.text


def test_icons_are_drawn_in_the_colour_of_the_theme(themes):
    image = Icons(themes)("fa6s.play").pixmap(QSize(32, 32)).toImage()
    assert image.pixelColor(12, 16).name() == themes.current.soft.name()
    assert image.pixelColor(0, 0).alpha() == 0


def test_every_icon_that_is_named_exists(themes):
    from replique.ui.actions.table import ACTIONS

    icons = Icons(themes)
    for spec in ACTIONS:
        if spec.icon:
            assert not icons(spec.icon).isNull()
    with pytest.raises(KeyError):
        icons("fa6s.no-such-icon")
