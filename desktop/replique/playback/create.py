"""Which player: libVLC where it is found, else the one that Qt brings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from enum import Enum

from replique.core.errors import PlayerError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.playback.engine import Engine
from replique.playback.engine_player import EnginePlayer
from replique.playback.vlc_engine import VlcEngine
from replique.playback.vlc_library import Library, open_library

INSTEAD = QT_TRANSLATE_NOOP("errors", "{player} plays instead: {reason} {remedy}")
NO_QT_PLAYER = QT_TRANSLATE_NOOP("errors", "Qt’s player can’t be loaded ({system}).")
INSTALL_PULSE = QT_TRANSLATE_NOOP("errors", "On Debian and Ubuntu install it: “sudo apt install libpulse0”.")


class Backend(Enum):
    """The players there are, by the names that the settings keep."""

    VLC = "vlc"
    QT = "qt"

    @property
    def other(self) -> Backend:
        """The one that may play where this one can't."""
        return Backend.QT if self is Backend.VLC else Backend.VLC


def prepared_library(preference: Backend = Backend.VLC, vlc_options: Sequence[str] = ()) -> Library | None:
    """Return libVLC, started in a thread of the background so that `create_player` does not wait for it.

    None where it is not wanted or can't be started: why is said when the player is made.
    """
    if preference is Backend.VLC:
        with suppress(PlayerError):
            return open_library(vlc_options)
    return None


def create_player(
    preference: Backend = Backend.VLC, vlc_options: Sequence[str] = (), library: Library | None = None
) -> EnginePlayer:
    """Return the player that is wanted, or else the other one with a `notice` that says why.

    Raises PlayerError where there is none at all. `library` is libVLC where it was started already, `vlc_options` are
    given to it besides ours where it was not.
    """
    try:
        return the_player(preference, vlc_options, library)
    except PlayerError as error:
        player = the_player(preference.other, vlc_options, library)
        player.notice = Message("errors", INSTEAD, player=player.name, reason=error.reason, remedy=error.remedy)
        return player


def the_player(backend: Backend, vlc_options: Sequence[str] = (), library: Library | None = None) -> EnginePlayer:
    """Return this player and no other, or raise PlayerError saying what to install."""
    if backend is Backend.VLC:
        return EnginePlayer(VlcEngine(library or open_library(vlc_options)))
    return EnginePlayer(_qt_engine())


def _qt_engine() -> Engine:
    try:
        from replique.playback.qt_engine import QtEngine
    except ImportError as error:
        raise PlayerError(NO_QT_PLAYER, remedy=INSTALL_PULSE, system=error) from error
    return QtEngine()
