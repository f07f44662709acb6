"""At most one seek in a while, and the newest wins: pure, told the time by its caller."""

from __future__ import annotations

INTERVAL_S = 0.1
"""Seeks that come faster break the sound of libVLC."""


class SeekThrottle:
    """Holds the last target that was asked for until it may be sent."""

    def __init__(self, interval_s: float = INTERVAL_S) -> None:
        self._interval_s = interval_s
        self._sent_s = float("-inf")
        self._target_ms: int | None = None

    @property
    def pending(self) -> bool:
        """Whether a target waits to be sent."""
        return self._target_ms is not None

    def ask(self, target_ms: int, at_s: float) -> float:
        """Keep a target instead of the one before; return the seconds until it may be sent."""
        self._target_ms = target_ms
        return max(0.0, self._sent_s + self._interval_s - at_s)

    def take(self, at_s: float) -> int | None:
        """Return the target, which is sent now."""
        target_ms, self._target_ms = self._target_ms, None
        if target_ms is not None:
            self._sent_s = at_s
        return target_ms

    def drop(self) -> None:
        """Forget the target."""
        self._target_ms = None
