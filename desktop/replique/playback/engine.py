"""What stands behind a player: a media framework brought down to a few commands and news."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from replique.playback.outputs import Output

if TYPE_CHECKING:
    from replique.playback.self_test import Prober


class News(Enum):
    """What an engine tells."""

    BEGUN = "begun"
    """The sound begins where the engine was last sent."""
    TIME = "time"
    """The position that is heard at that moment."""
    END = "end"
    """The recording is read to its end, and the last sound may still be under way; with the position of the end,
    where that is known: then it is said once, at any time."""
    BROKEN = "broken"
    """The recording can't be played (any more)."""


class Engine(Protocol):
    """Plays one recording, without a clock, spans or state; its player has them.

    Commands never wait. Where they come before the engine is ready for them, it keeps them. News are told in the
    window's thread, stamped when they happened.
    """

    name: str
    pull_back: float
    """How far the clock lets itself be pulled back by one position: see PlaybackClock."""

    @property
    def told(self) -> SignalInstance:
        """Carries the :class:`News`, the moment (seconds, monotonic) and, for TIME and END, the position in ms."""

    @property
    def outputs_changed(self) -> SignalInstance:
        """Devices came or went, or the system sent the sound to another one."""

    @property
    def outputs(self) -> Sequence[Output]:
        """The devices that are there."""

    @property
    def output_in_use(self) -> str:
        """The id of the device on which the sound is heard, as far as that is known."""

    def prober(self) -> Prober:
        """Return what listens, without a sound, to what this engine would play."""

    def load(self, path: Path, track: int = 0) -> None:
        """Take another recording, and of its audio tracks, counted from 0, this one."""

    def unload(self) -> None:
        """Let the recording go."""

    def play(self, ms: int, end_ms: int | None = None) -> None:
        """Play from a position, whatever it does now.

        Where `end_ms` is given, nothing is heard after that position, if the engine can see to it; it goes on, and
        its player stops it.
        """

    def pause(self, ms: int) -> None:
        """Be silent at once, and stand at a position."""

    def seek(self, ms: int) -> None:
        """Stand at a position; only sent while it does not play."""

    def set_rate(self, rate: float) -> None:
        """Play at another speed, the pitch kept."""

    def set_volume(self, percent: int) -> None:
        """Play at another volume, 0 to 100."""

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""

    def set_output(self, output_id: str) -> None:
        """Play on a device that is there, or without an id on that of the system; `play` is called after it."""

    def close(self) -> None:
        """Let everything go; nothing is told any more."""
