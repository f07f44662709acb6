"""Making the player that the settings want, when it is first needed and each time they want another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from replique.core.errors import PlayerError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.playback.player import Player
from replique.ui.choices import Backend
from replique.ui.playback_controller import PlaybackController
from replique.ui.settings import Settings

if TYPE_CHECKING:
    from replique.playback.create import Backend as PlayerBackend
    from replique.playback.vlc_library import Library

PLAYS_NOW = QT_TRANSLATE_NOOP("players", "{player} is the player now.")
STAYS = QT_TRANSLATE_NOOP("errors", "{reason} {player} goes on playing.")


class Players(QObject):
    """Makes players; what plays takes longer to load than the window, so it is imported when it is needed.

    `vlc_options` are given to libVLC besides ours.
    """

    said = Signal(object)
    """Something of the player that the user should know; a :class:`~replique.core.messages.Message`."""
    failed = Signal(object)
    """Another player could not be made; carries the :class:`~replique.core.errors.PlayerError`."""

    def __init__(self, settings: Settings, vlc_options: Sequence[str] = ()) -> None:
        super().__init__()
        self._settings = settings
        self._vlc_options = vlc_options
        self._library: Library | None = None
        self._plays: PlayerBackend | None = None

    def prepare(self) -> None:
        """Start libVLC where it is wanted; called in a thread of the background before the first player is made."""
        from replique.playback.create import prepared_library

        self._library = self._library or prepared_library(self._wanted(), self._vlc_options)

    def make(self) -> Player:
        """Return the first player; where it is not the one that is wanted, or nothing can be heard, say so."""
        from replique.playback.create import create_player
        from replique.playback.sound_output import NO_OUTPUT, has_sound_output

        wanted = self._wanted()
        player = create_player(wanted, self._vlc_options, self._prepared(wanted))
        self._plays = wanted.other if player.notice else wanted
        if player.notice:
            self.said.emit(player.notice)
        elif not has_sound_output():
            self.said.emit(Message("errors", NO_OUTPUT))
        return player

    def make_another(self) -> Player:
        """Return one more player, as the settings want it, for whoever closes it again."""
        from replique.playback.create import create_player

        return create_player(self._wanted(), self._vlc_options)

    def change(self, playback: PlaybackController) -> None:
        """Let the player that the settings want now take over; where it can't, the setting goes back."""
        from replique.playback.create import the_player

        wanted, plays = self._wanted(), self._plays
        if plays is None or wanted is plays:
            return
        try:
            playback.change_player(partial(the_player, wanted, self._vlc_options, self._prepared(wanted)))
        except PlayerError as error:
            self._settings.backend = Backend(plays.value)
            self.failed.emit(_kept(error, playback.player_name))
        else:
            self._plays = wanted
            self.said.emit(Message("players", PLAYS_NOW, player=playback.player_name))

    def take_other(self, playback: PlaybackController) -> None:
        """Let the other player try what this one gave up; the settings keep it."""
        if self._plays is None:
            return
        other = self._plays.other
        self._settings.backend = Backend(other.value)
        # The settings may have wanted it all the time.
        self.change(playback)
        if self._plays is other:
            playback.toggle()

    def close(self) -> None:
        """Let go of what was started and never used."""
        library, self._library = self._library, None
        if library:
            library.instance.release()

    def _prepared(self, wanted: PlayerBackend) -> Library | None:
        """Hand over what was started in the background, where it is wanted."""
        from replique.playback.create import Backend as PlayerBackend

        if wanted is not PlayerBackend.VLC:
            return None
        library, self._library = self._library, None
        return library

    def _wanted(self) -> PlayerBackend:
        from replique.playback.create import Backend as PlayerBackend

        return PlayerBackend(self._settings.backend.value)


def _kept(error: PlayerError, player_name: str) -> PlayerError:
    """Say too that the player that was there goes on."""
    remedy = error.remedy
    return PlayerError(
        STAYS,
        remedy=remedy.text if remedy else "",
        reason=error.reason,
        player=player_name,
        **(remedy.values if remedy else {}),
    )
