"""What a person answers with taps while the reaction time is measured: sounds of the player, or flashes."""

from __future__ import annotations

import tempfile
from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from replique.core.errors import PlayerError
from replique.core.reaction import SLOWEST_MS
from replique.playback.player import Player

LOOK_MS = 30
"""How often it is looked whether the next sound was played."""
FLASH_MS = 120


class Signals(QObject):
    """Gives one signal after the other; says at which moment each came, and each tap, by one clock.

    Parameters
    ----------
    planned_ms : when to give them, counted from the start.
    """

    given = Signal(int)
    """So many signals were given."""
    over = Signal()
    """All were given, and there was time to answer the last."""
    failed = Signal(object)
    """They can't be given; carries the :class:`~replique.core.errors.RepliqueError`."""

    def __init__(self, planned_ms: Sequence[int], parent: QObject) -> None:
        super().__init__(parent)
        self._planned_ms = planned_ms

    @property
    @abstractmethod
    def moments_ms(self) -> Sequence[float]:
        """When each signal that was given came."""

    @abstractmethod
    def start(self) -> None:
        """Begin."""

    @abstractmethod
    def stop(self) -> None:
        """Give no more, and let everything go."""

    @abstractmethod
    def tap_ms(self, at_s: float) -> float:
        """Return when a key went down at a moment of the monotonic clock, by the clock of the signals."""


class Beeps(Signals):
    """Sounds through a player of its own, told by the clock by which taps are told while one times."""

    def __init__(self, planned_ms: Sequence[int], make_player: Callable[[], Player], parent: QObject) -> None:
        super().__init__(planned_ms, parent)
        self._make_player = make_player
        self._player: Player | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._heard = 0
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_again)

    @property
    def moments_ms(self) -> Sequence[float]:
        """When the sounds begin in the recording."""
        return self._planned_ms

    def start(self) -> None:
        """Write the sounds and play them."""
        from replique.media.beeps import write_beeps  # decoding takes a quarter of a second to load

        try:
            self._folder = tempfile.TemporaryDirectory(prefix="replique-", ignore_cleanup_errors=True)
            path = Path(self._folder.name) / "beeps.wav"
            length_ms = write_beeps(path, self._planned_ms)
            self._player = self._make_player()
        except PlayerError as error:
            self.failed.emit(error)
            return
        self._player.failed.connect(self.failed)
        self._player.load(path)
        self._player.set_duration(length_ms)
        self._player.play(0)
        self._look.start()

    def stop(self) -> None:
        """Close the player and throw the recording away."""
        self._look.stop()
        if self._player:
            self._player.close()
            self._player = None
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    def tap_ms(self, at_s: float) -> float:
        """Return where the sound was."""
        return self._player.position_ms(at_s) if self._player else 0.0

    def _look_again(self) -> None:
        if self._player is None:
            return
        position_ms = self._player.position_ms()
        heard = sum(moment_ms <= position_ms for moment_ms in self._planned_ms)
        if heard != self._heard:
            self._heard = heard
            self.given.emit(heard)
        if position_ms > self._planned_ms[-1] + SLOWEST_MS:
            self._look.stop()
            self.over.emit()


class Flashes(Signals):
    """Flashes on the screen, told by the clock of the computer. `show` lights something, and puts it out."""

    def __init__(self, planned_ms: Sequence[int], show: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(planned_ms, parent)
        self._show = show
        self._shown_ms: list[float] = []
        self._started_s = 0.0
        self._wait = _timer(self, self._flash)
        self._dark = _timer(self, self._put_out)
        self._end = _timer(self, self.over.emit)

    @property
    def moments_ms(self) -> Sequence[float]:
        """When each flash was painted."""
        return self._shown_ms

    def start(self) -> None:
        """Wait for the first."""
        self._started_s = monotonic()
        self._wait_for_next()

    def stop(self) -> None:
        """Flash no more."""
        for timer in (self._wait, self._dark, self._end):
            timer.stop()
        self._show(False)

    def tap_ms(self, at_s: float) -> float:
        """Return the moment itself."""
        return at_s * 1000

    def _wait_for_next(self) -> None:
        due_ms = self._planned_ms[len(self._shown_ms)] - (monotonic() - self._started_s) * 1000
        self._wait.start(max(0, round(due_ms)))

    def _flash(self) -> None:
        self._show(True)
        self._shown_ms.append(monotonic() * 1000)
        self._dark.start(FLASH_MS)
        self.given.emit(len(self._shown_ms))
        if len(self._shown_ms) < len(self._planned_ms):
            self._wait_for_next()
        else:
            self._end.start(SLOWEST_MS)

    def _put_out(self) -> None:
        self._show(False)


def _timer(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(slot)
    return timer
