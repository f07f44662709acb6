"""What the user chooses among, where the choice is one of a few; free of Qt, so that documents can be made of it."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """The language that the user chose."""

    SYSTEM = "system"
    FRENCH = "fr"
    ENGLISH = "en"


class Appearance(StrEnum):
    """Light or dark, or as the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Backend(StrEnum):
    """Which player plays, where it can."""

    VLC = "vlc"
    QT = "qt"
