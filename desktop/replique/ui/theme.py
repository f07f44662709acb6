"""Colours of the window, light and dark: data in ``resources/themes``, one source that tells when they change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from replique.core.resources import resource
from replique.ui.choices import Appearance


@dataclass(frozen=True)
class Theme:
    """The named colours of one appearance; `speakers` in order, safe for colour-blind people."""

    name: str
    background: QColor
    panel: QColor
    line: QColor
    text: QColor
    soft: QColor
    faint: QColor
    accent: QColor
    on_accent: QColor
    tint: QColor
    now: QColor
    amber: QColor
    amber_background: QColor
    confirmed: QColor
    wave: QColor
    speakers: tuple[QColor, ...]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.panel.lightnessF() < 0.5

    def speaker_color(self, color: int | None) -> QColor:
        """Return the colour of a speaker by `Speaker.color`; the palette begins anew where it ends."""
        return self.soft if color is None else self.speakers[color % len(self.speakers)]


@cache
def load_theme(name: str) -> Theme:
    """Read the theme ``light`` or ``dark``."""
    data = msgspec.json.decode(resource("themes", f"{name}.json").read_bytes(), type=dict[str, str | list[str]])
    speakers = tuple(QColor(color) for color in data.pop("speakers"))
    return Theme(name, speakers=speakers, **{key: QColor(str(value)) for key, value in data.items()})


class ThemeSource(QObject):
    """The theme in force, following the system until the user chooses."""

    changed = Signal()
    """Another theme is in force: read `current` and paint anew."""

    def __init__(self, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__()
        self._appearance = appearance
        hints = QGuiApplication.styleHints()
        self._scheme = hints.colorScheme()
        self.current = load_theme(self._wanted())
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Follow the system, or be light or dark."""
        self._appearance = appearance
        self._update()

    def _wanted(self) -> str:
        if self._appearance is not Appearance.SYSTEM:
            return self._appearance.value
        return "dark" if self._scheme is Qt.ColorScheme.Dark else "light"

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self._update()

    def _update(self) -> None:
        wanted = load_theme(self._wanted())
        if wanted is not self.current:
            self.current = wanted
            self.changed.emit()
