"""What a player is for the window: a protocol."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import SignalInstance

from replique.core.messages import Message
from replique.playback.outputs import Output

if TYPE_CHECKING:
    from replique.playback.self_test import Prober

MIN_RATE = 0.5
MAX_RATE = 2.0


class PlayerState(Enum):
    """What a player does."""

    EMPTY = "empty"
    PAUSED = "paused"
    PLAYING = "playing"
    ENDED = "ended"
    FAILED = "failed"


class Span(NamedTuple):
    """A piece that is played once, or again and again: milliseconds."""

    start_ms: int
    end_ms: int
    loop: bool


class Player(Protocol):
    """Plays one recording. All calls and all signals in the window's thread; no call waits for the sound.

    Positions are milliseconds of the recording; moments are seconds of ``time.monotonic()``.
    """

    @property
    def state_changed(self) -> SignalInstance:
        """Carries the new :class:`PlayerState`."""

    @property
    def position_jumped(self) -> SignalInstance:
        """The position changed otherwise than by playing; carries the new one in milliseconds."""

    @property
    def ended(self) -> SignalInstance:
        """The end of the recording was played."""

    @property
    def failed(self) -> SignalInstance:
        """It can't go on; carries a :class:`~replique.core.errors.PlayerError`. `play` tries again."""

    @property
    def outputs_changed(self) -> SignalInstance:
        """Devices came or went, or the system sent the sound to another one."""

    @property
    def name(self) -> str:
        """What plays, for the status line: a proper name."""

    @property
    def notice(self) -> Message | None:
        """Why it is not the player that was wanted, if it is not."""

    @property
    def state(self) -> PlayerState:
        """What it does."""

    @property
    def is_playing(self) -> bool:
        """Whether it plays or is about to."""

    @property
    def rate(self) -> float:
        """The speed, 0.5 to 2.0; the pitch is kept."""

    @property
    def volume(self) -> int:
        """The volume, 0 to 100 as a person judges it."""

    @property
    def muted(self) -> bool:
        """Whether it is silent whatever the volume."""

    @property
    def duration_ms(self) -> int | None:
        """The length that :meth:`set_duration` told."""

    @property
    def span(self) -> Span | None:
        """The piece that is being played, if it is one."""

    @property
    def outputs(self) -> Sequence[Output]:
        """The devices that are there."""

    @property
    def output_id(self) -> str:
        """The device that was set; empty where it is left to the system."""

    @property
    def output_in_use(self) -> str:
        """The device on which the sound is heard, as far as that is known."""

    def prober(self) -> Prober:
        """Return what listens to it without a sound; its maker closes it."""

    def load(self, path: Path, track: int = 0) -> None:
        """Take another recording and stand at its beginning, paused. What is wrong with it is told by `failed`.

        `track` is that of its audio tracks which is heard, counted from 0.
        """

    def unload(self) -> None:
        """Let the recording go."""

    def set_duration(self, duration_ms: int) -> None:
        """Tell the true length, which only decoding finds."""

    def play(self, from_ms: int | None = None) -> None:
        """Play from a position, or from where it stands; after the end, from the beginning. Ends a span."""

    def play_span(self, start_ms: int, end_ms: int, loop: bool = False, from_ms: int | None = None) -> None:
        """Play a piece and stand at its end, or play it again and again. An empty piece is only gone to.

        It begins at its start, or at `from_ms` in the midst of it.
        """

    def pause(self) -> None:
        """Stand where the sound is."""

    def seek(self, ms: int) -> None:
        """Go to a position, playing or not as before. Ends a span."""

    def position_ms(self, at_s: float | None = None) -> float:
        """Return the position of the sound now, or at a moment up to some seconds ago."""

    def set_rate(self, rate: float) -> None:
        """Play at another speed; what is out of bounds is brought to the bound."""

    def set_volume(self, percent: int) -> None:
        """Play at another volume; what is out of bounds is brought to the bound."""

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""

    def set_output(self, output_id: str) -> None:
        """Play on a device that is there, or without an id on that of the system; it goes on where it is."""

    def close(self) -> None:
        """Let everything go; nothing is told any more."""
