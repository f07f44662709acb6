"""The position of the sound between the rare words of a player: pure, told the time by its caller.

A player says where it is every 50 to 1000 ms, sometimes late, never while it is paused and wrongly just after a seek.
So the clock owns the position: it runs by itself along straight pieces and lets itself be pulled by what the player
says. Times are seconds of the monotonic clock, positions milliseconds of the recording.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

JUMP_MS = 150.0
"""A clock farther behind than this jumps; one farther ahead stands still until the player has caught up."""
LOST_MS = 2000.0
"""A player that is twice found farther behind than this has gone elsewhere by itself: the clock goes there too."""
PULL_S = 0.2
"""A small drift is worked off in this time."""
NEAR_MS = 150.0
"""How near to the target of a seek the player has to be to have arrived."""
GIVE_UP_S = 2.0
"""A player that is elsewhere so long after a seek has landed there."""
SILENCE_S = 3.0
"""The clock stops when it has heard nothing for so long: the player hangs."""
PIECES_KEPT = 64
"""Enough for several seconds: a key press is looked up in the past that it was pressed in."""


class Piece(NamedTuple):
    """From `since_s` on the position is `from_ms` and grows by `speed` milliseconds a second."""

    since_s: float
    from_ms: float
    speed: float

    def at(self, at_s: float) -> float:
        """Return the position at a moment."""
        return self.from_ms + max(0.0, at_s - self.since_s) * self.speed


class PlaybackClock:
    """Where the sound is, now or at a moment that is just past.

    It never runs backwards while it plays, unless it is sent by :meth:`seek` or :meth:`event` returns True, and never
    beyond the duration. In pause, and from a seek until the player has arrived, it stands still.

    Parameters
    ----------
    pull_ahead, pull_back : the share (0 to 1) of a small drift that one word of the player works off, forwards and
        backwards. A word can come late but not early, so a clock is pulled ahead harder than back.
    """

    def __init__(self, pull_ahead: float = 1.0, pull_back: float = 0.25) -> None:
        self._pull_ahead = pull_ahead
        self._pull_back = pull_back
        self._rate = 1.0
        self._duration_ms: float | None = None
        self._running = False
        self._waiting = False
        self._asked_s = float("-inf")
        self._strays = 0
        self._presumes = False
        self._pieces: deque[Piece] = deque([Piece(float("-inf"), 0.0, 0.0)], PIECES_KEPT)

    @property
    def running(self) -> bool:
        """Whether the player was told to play."""
        return self._running

    @property
    def waiting(self) -> bool:
        """Whether the player has still to arrive where it was sent."""
        return self._waiting

    @property
    def rate(self) -> float:
        """How many seconds of the recording are played in one second."""
        return self._rate

    @property
    def duration_ms(self) -> float | None:
        """The length of the recording; None while it is not known."""
        return self._duration_ms

    @duration_ms.setter
    def duration_ms(self, duration_ms: float | None) -> None:
        self._duration_ms = duration_ms

    def position_ms(self, at_s: float) -> float:
        """Return the position at a moment: now, or up to some seconds ago."""
        piece = next((piece for piece in reversed(self._pieces) if piece.since_s <= at_s), self._pieces[0])
        return self._bounded(piece.at(at_s) if piece.speed else piece.from_ms)

    def seconds_until(self, ms: float, at_s: float) -> float:
        """Return how long it takes at least from `at_s` to a position that is ahead."""
        return max(0.0, ms - self.position_ms(at_s)) / (1000 * self._rate)

    def reset(self, at_s: float) -> None:
        """Stand at the beginning of another recording of unknown length."""
        self._duration_ms = None
        self._running = False
        self.seek(at_s, 0)

    def play(self, at_s: float) -> None:
        """Play was asked for: wait until the player has begun."""
        self._stand(at_s, self.position_ms(at_s))
        self._running = True
        self._wait(at_s)

    def pause(self, at_s: float) -> None:
        """Stand where the sound is."""
        self._stand(at_s, self.position_ms(at_s))
        self._running = False
        self._waiting = False

    def seek(self, at_s: float, ms: float) -> None:
        """Stand at the target until the player has arrived."""
        self._stand(at_s, self._bounded(ms))
        self._wait(at_s)

    def set_rate(self, at_s: float, rate: float) -> None:
        """Run faster or slower from now on."""
        here_ms = self.position_ms(at_s)
        self._rate = rate
        if self._running and not self._waiting:
            self._run(at_s, here_ms)

    def arrived(self, at_s: float) -> None:
        """Run from the target: the player says that its sound begins at `at_s`."""
        if self._running and self._waiting and at_s >= self._asked_s:
            self._waiting = False
            self._presumes = True
            self._run(at_s, self.position_ms(at_s))

    def event(self, at_s: float, player_ms: float) -> bool:
        """Take in that the player was at `player_ms` at that moment; return whether the clock had to jump far."""
        if not self._running or at_s < self._asked_s:
            return False
        if self._waiting:
            return self._arrive(at_s, player_ms)
        here_ms = self.position_ms(at_s)
        drift_ms = player_ms - here_ms
        if drift_ms < -LOST_MS:
            return self._stray(at_s, player_ms)
        self._strays = 0
        if drift_ms > JUMP_MS:
            self._run(at_s, player_ms)
            return drift_ms > LOST_MS
        presumes, self._presumes = self._presumes, False
        share = self._pull_ahead if drift_ms > 0 else self._pull_back if drift_ms > -JUMP_MS else 1.0
        if presumes:
            # On a busy machine the sound begins later than is told: the first position is nearer to it.
            share = 1.0
        self._run(at_s, here_ms, pull_ms=drift_ms * share)
        return False

    def run_out(self, at_s: float) -> None:
        """Run on to the end without another word: the player has read all and its last sound is under way."""
        self.arrived(at_s)
        if self._running and not self._waiting:
            self._cut(at_s, Piece(at_s, self.position_ms(at_s), 1000 * self._rate))

    def _arrive(self, at_s: float, player_ms: float) -> bool:
        target_ms = self.position_ms(at_s)
        waited_s = at_s - self._asked_s
        near = target_ms - NEAR_MS <= player_ms <= target_ms + NEAR_MS + waited_s * 1000 * self._rate
        if not near and waited_s < GIVE_UP_S:
            return False
        self._waiting = False
        if near:
            self._run(at_s, max(target_ms, player_ms), pull_ms=min(0.0, player_ms - target_ms))
        else:
            self._run(at_s, player_ms)
        return not near

    def _stray(self, at_s: float, player_ms: float) -> bool:
        self._strays += 1
        if self._strays < 2:
            return False
        self._strays = 0
        self._run(at_s, player_ms)
        return True

    def _wait(self, at_s: float) -> None:
        self._waiting = self._running
        self._asked_s = at_s
        self._strays = 0

    def _stand(self, at_s: float, ms: float) -> None:
        self._cut(at_s, Piece(at_s, ms, 0.0))

    def _run(self, at_s: float, from_ms: float, pull_ms: float = 0.0) -> None:
        """Run from a position, first a little faster or slower so that `pull_ms` is worked off."""
        speed = 1000 * self._rate
        pulled = max(0.0, speed + pull_ms / PULL_S)
        pull_s = pull_ms / (pulled - speed) if pulled != speed else 0.0
        pieces = [Piece(at_s, self._bounded(from_ms), pulled)] if pull_s > 0 else []
        level = Piece(at_s + pull_s, self._bounded(from_ms) + pull_s * pulled, speed)
        hang_s = level.since_s + SILENCE_S
        self._cut(at_s, *pieces, level, Piece(hang_s, level.at(hang_s), 0.0))

    def _cut(self, at_s: float, *pieces: Piece) -> None:
        """Replace all that was foreseen from `at_s` on."""
        while self._pieces and self._pieces[-1].since_s >= at_s:
            self._pieces.pop()
        self._pieces.extend(pieces)

    def _bounded(self, ms: float) -> float:
        return max(0.0, ms if self._duration_ms is None else min(ms, self._duration_ms))
