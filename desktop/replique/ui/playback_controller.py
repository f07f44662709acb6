"""What the keys and buttons do with the player, and the position 60 times a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from replique.core.errors import PlayerError
from replique.playback.player import Player, Span
from replique.ui.settings import Settings
from replique.ui.speeds import next_speed

FRAME_MS = 16
BOUNDARY_MS = 500
"""What is played before or after a boundary to judge it."""


class Stand(NamedTuple):
    """Where a player was and what it did, so that another one, or another file, can go on with it."""

    position_ms: int
    duration_ms: int | None
    span: Span | None
    playing: bool
    resumes: bool


class PlaybackController(QObject):
    """Plays the recording: the way from actions to the player, and from the player to the views.

    The player is made by `make_player` when the first recording is loaded: starting libVLC takes longer than
    painting the window.
    """

    ticked = Signal(float, bool)
    """The position in milliseconds, and whether it plays: each frame while it plays, and once after each change."""
    changed = Signal()
    """It plays or not, another speed, volume, loop or recording."""

    failed = Signal(object)
    """The player cannot play; carries the :class:`~replique.core.errors.RepliqueError`."""
    player_made = Signal(object)
    """There is a player, or another one; carries the :class:`~replique.playback.player.Player`."""

    def __init__(self, make_player: Callable[[], Player], settings: Settings) -> None:
        super().__init__()
        self._make_player = make_player
        self._player: Player | None = None
        self._settings = settings
        self._paused_at_ms: float | None = None
        self._commanded_s = float("-inf")
        self._loop: tuple[int, int] | None = None
        self.media: Path | None = None
        self._track = 0
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.tick)

    @property
    def player(self) -> Player:
        """The player, made when it is first asked for."""
        if self._player is None:
            self._player = self._listen_to(self._make_player())
            self._player.set_volume(self._settings.volume)
            self.player_made.emit(self._player)
        return self._player

    @property
    def has_player(self) -> bool:
        """Whether the player is made already."""
        return self._player is not None

    @property
    def looping(self) -> bool:
        """Whether a piece is played again and again."""
        return self._loop is not None

    @property
    def in_piece(self) -> bool:
        """Whether a piece is played that ends by itself."""
        return self._player is not None and self._player.span is not None and not self.looping

    @property
    def is_playing(self) -> bool:
        """Whether the recording is heard."""
        return self._player is not None and self._player.is_playing

    def position_ms(self, at_s: float | None = None) -> float:
        """Return the position of the sound now, or at a moment of the monotonic clock (seconds)."""
        return self._player.position_ms(at_s) if self._player else 0.0

    def meant_ms(self, at_s: float) -> float:
        """Return the position that a key meant which went down at a moment.

        Where the window was busy, a command that was given before the key may have been carried out after that
        moment: then it is where that command led.
        """
        return self.position_ms(max(at_s, self._commanded_s))

    @property
    def player_name(self) -> str:
        """What plays, once something does."""
        return self._player.name if self._player else ""

    def load(self, path: Path, duration_ms: int, position_ms: int = 0, track: int = 0) -> None:
        """Take a track of another recording and stand at `position_ms`; where nothing can play it, say why."""
        try:
            player = self.player
        except PlayerError as error:
            self.failed.emit(error)
            return
        self.media, self._track = path, track
        self._loop = self._paused_at_ms = None
        _stand_in(player, path, track, position_ms, duration_ms)
        self._state_changed()

    def change_player(self, make: Callable[[], Player]) -> None:
        """Let another player go on where this one is.

        Where it can't be made, this one stays, and PlayerError is raised.
        """
        old = self._player
        if old is None:
            return
        new = make()
        stand = self._leave(old)
        old.close()
        self._player = self._listen_to(new)
        new.set_volume(old.volume)
        new.set_muted(old.muted)
        new.set_rate(old.rate)
        self.player_made.emit(new)
        if self.media:
            self._go_on(new, self.media, self._track, stand)
        self._state_changed()

    def play_copy(self, path: Path) -> None:
        """Play, from where the recording stands and as it plays, a copy of its track instead."""
        if self._player and self.media:
            self._go_on(self._player, path, 0, self._leave(self._player))
            self._state_changed()

    def set_duration(self, duration_ms: int) -> None:
        """Take the true length of the recording."""
        if self._player:
            self._player.set_duration(duration_ms)

    def unload(self) -> None:
        """Let the recording go."""
        self.media = None
        self._end_loop()
        if self._player:
            self._player.unload()
        self.changed.emit()

    def toggle(self) -> None:
        """Pause; or play, stepping back after a pause unless the user went elsewhere meanwhile.

        A loop goes on where it was, without a step: that might lead out of it.
        """
        if self.is_playing:
            self.pause()
            return
        here_ms, resumes = round(self.position_ms()), self._resumes()
        self._paused_at_ms = None
        if self._loop:
            self.player.play_span(*self._loop, loop=True, from_ms=here_ms)
        else:
            self.player.play(max(0, here_ms - self._settings.back_step_ms) if resumes else None)
        self._commanded_s = monotonic()

    def pause(self) -> None:
        """Pause, and remember that the next play resumes."""
        if self.is_playing:
            self.player.pause()
            self._paused_at_ms = self.position_ms()
            self._commanded_s = monotonic()

    def seek(self, ms: float) -> None:
        """Go to a position; it goes on playing if it did."""
        if self.media is None:
            return
        self._end_loop()
        self._paused_at_ms = None
        self.player.seek(round(max(0, ms)))
        self._commanded_s = monotonic()

    def jump(self, delta_ms: int) -> None:
        """Go forward, or back by a negative distance."""
        self.seek(self.position_ms() + delta_ms)

    def play_from(self, ms: int) -> None:
        """Play from a position on."""
        if self.media is None:
            return
        self._end_loop()
        self._paused_at_ms = None
        self.player.play(max(0, ms))
        self._commanded_s = monotonic()

    def play_span(self, start_ms: int, end_ms: int) -> None:
        """Play a piece once and stop at its end."""
        if self.media is None:
            return
        self._end_loop()
        self._paused_at_ms = None
        self.player.play_span(max(0, start_ms), end_ms)
        self._commanded_s = monotonic()

    def loop_span(self, start_ms: int, end_ms: int) -> None:
        """Play a piece again and again."""
        if self.media is None:
            return
        self._loop = (start_ms, end_ms)
        self._paused_at_ms = None
        self.player.play_span(start_ms, end_ms, loop=True)
        self._commanded_s = monotonic()
        self.changed.emit()

    def stop_loop(self) -> None:
        """Go on playing after the piece that was looped."""
        if self.looping:
            self._end_loop()
            if self.is_playing:
                self.player.play()

    def step_speed(self, direction: int) -> None:
        """Take the next slower (-1) or faster (+1) speed."""
        self.set_speed(next_speed(self.player.rate, direction))

    def set_speed(self, rate: float) -> None:
        """Play at another speed, the pitch kept."""
        self.player.set_rate(rate)
        self.changed.emit()

    def step_volume(self, direction: int) -> None:
        """Play a little louder (+1) or quieter (-1)."""
        self.set_volume(self.player.volume + direction * Settings.volume.step)

    def set_volume(self, percent: int) -> None:
        """Play at another volume, 0 to 100."""
        self.player.set_volume(percent)
        self._settings.volume = self.player.volume
        self.changed.emit()

    def toggle_mute(self) -> None:
        """Be silent, or heard again."""
        self.player.set_muted(not self.player.muted)
        self.changed.emit()

    def close(self) -> None:
        """Let the player go."""
        self._frames.stop()
        if self._player:
            self._player.close()
            self._player = None

    def tick(self) -> None:
        """Tell the position."""
        self.ticked.emit(self.position_ms(), self.is_playing)

    def _listen_to(self, player: Player) -> Player:
        player.state_changed.connect(self._state_changed)
        player.position_jumped.connect(self.tick)
        player.failed.connect(self.failed)
        return player

    def _leave(self, player: Player) -> Stand:
        """Be silent, and return what is to be gone on with."""
        span, playing, resumes = player.span, player.is_playing, self._resumes()
        player.pause()
        return Stand(round(player.position_ms()), player.duration_ms, span, playing, resumes)

    def _go_on(self, player: Player, path: Path, track: int, stand: Stand) -> None:
        _stand_in(player, path, track, stand.position_ms, stand.duration_ms)
        self._paused_at_ms = self.position_ms() if stand.resumes else None
        if stand.playing and stand.span:
            player.play_span(*stand.span, from_ms=stand.position_ms)
        elif stand.playing:
            player.play(stand.position_ms)

    def _resumes(self) -> bool:
        """Whether it stands where it was paused, and the user did not go elsewhere meanwhile."""
        return self._paused_at_ms is not None and abs(self._paused_at_ms - self.position_ms()) < 1

    def _end_loop(self) -> None:
        if self.looping:
            self._loop = None
            self.changed.emit()

    def _state_changed(self) -> None:
        if self.is_playing:
            self._frames.start()
        else:
            self._frames.stop()
        self.changed.emit()
        self.tick()


def _stand_in(player: Player, path: Path, track: int, position_ms: int, duration_ms: int | None) -> None:
    player.load(path, track)
    if duration_ms is not None:
        player.set_duration(duration_ms)
    if position_ms:
        player.seek(position_ms)
