"""On which device the sound is heard: the one that was chosen, as long as it is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from replique.core.errors import PlayerError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.playback.outputs import AS_SYSTEM, Output, found
from replique.playback.player import Player
from replique.ui.playback_controller import PlaybackController
from replique.ui.settings import Settings

PAUSED = QT_TRANSLATE_NOOP("outputs", "“{device}” is gone, so playing has paused. It goes on with {other}.")
GONE = QT_TRANSLATE_NOOP("outputs", "“{device}” is gone: {other} plays instead.")
ABSENT = QT_TRANSLATE_NOOP("outputs", "“{device}” is not there: {other} plays instead.")
NONE_LEFT = QT_TRANSLATE_NOOP("outputs", "“{device}” is not there, nor is another device: nothing is heard.")
BACK = QT_TRANSLATE_NOOP("outputs", "“{device}” is back and is used again.")
QUOTED = QT_TRANSLATE_NOOP("outputs", "“{device}”")
THE_SYSTEMS = QT_TRANSLATE_NOOP("outputs", "the system’s device")


class OutputController(QObject):
    """Sends the sound to the chosen device, and says what plays where that one is not there.

    When the device that is heard goes away, playing pauses: what was meant for headphones shall not burst out of the
    loudspeakers. When it comes back, it is used again; playing is left to the user.
    """

    changed = Signal()
    """Devices came or went."""
    said = Signal(object)
    """A device went, or is back; carries a :class:`~replique.core.messages.Message`."""

    def __init__(self, playback: PlaybackController, settings: Settings) -> None:
        super().__init__()
        self._playback = playback
        self._settings = settings
        self._heard: Output | None = None
        self._missed = AS_SYSTEM
        playback.player_made.connect(self._take_over)
        settings.changed.connect(lambda name: self._choose() if name == "output" else None)

    @property
    def outputs(self) -> list[Output]:
        """The devices that are there, without any where nothing can play."""
        try:
            return list(self._playback.player.outputs)
        except PlayerError:
            return []

    @property
    def chosen(self) -> Output:
        """The device that was chosen, as it is called now where it is there."""
        return found(self._settings.output, self.outputs) or self._settings.output

    def choose(self, output: Output) -> None:
        """Play on another device, or on whatever the system has."""
        self._settings.output = output

    def _take_over(self, player: Player) -> None:
        player.outputs_changed.connect(self._look)
        self._heard = None
        self._settle(player, ABSENT)

    def _choose(self) -> None:
        self._missed = AS_SYSTEM
        if self._playback.has_player:
            self._settle(self._playback.player, ABSENT)

    def _look(self) -> None:
        """Devices came or went, or the system sent the sound to another one."""
        player, heard = self._playback.player, self._heard
        lost = heard is not None and found(heard, player.outputs) is None
        paused = lost and player.is_playing
        if paused:
            self._playback.pause()
        if lost:
            player.set_output("")
        told = self._settle(player, PAUSED if paused else GONE)
        if heard and paused and not told:
            self._say(PAUSED, heard)
        self.changed.emit()

    def _settle(self, player: Player, absent: str) -> bool:
        """Use the device that was chosen where it is there, or say once, with `absent`, that it is not.

        Return whether something was said.
        """
        wanted = self._settings.output
        there = found(wanted, player.outputs)
        output_id = there.id if there else ""
        if player.output_id != output_id:
            player.set_output(output_id)
        self._heard = self._heard_on(player)
        if there and self._missed == wanted:
            self._missed = AS_SYSTEM
            self.said.emit(Message("outputs", BACK, device=there.name))
            return True
        if wanted.id and not there and self._missed != wanted:
            self._missed = wanted
            self._say(absent, wanted)
            return True
        return False

    def _heard_on(self, player: Player) -> Output | None:
        in_use = [output for output in player.outputs if output.id == player.output_in_use]
        set_to = [output for output in player.outputs if output.id == player.output_id]
        return next(iter(in_use or set_to), None)

    def _say(self, text: str, device: Output) -> None:
        player = self._playback.player
        other = self._heard_on(player) or (player.outputs[0] if len(player.outputs) == 1 else None)
        named = Message("outputs", QUOTED, device=other.name) if other else Message("outputs", THE_SYSTEMS)
        said = text if player.outputs else NONE_LEFT
        self.said.emit(Message("outputs", said, device=device.name, other=named))
