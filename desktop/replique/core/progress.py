"""What a long task is given so that it can say how far it is, and be stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Protocol

from replique.core.errors import Cancelled

Progress = Callable[[float], None]
"""Called with the share done, 0.0 to 1.0, from the thread that works."""


class Cancel(Protocol):
    """Asked often by a long task; raises when the user wants it stopped."""

    def check(self) -> None:
        """Raise :class:`~replique.core.errors.Cancelled` when asked to stop."""


class CancelToken:
    """A :class:`Cancel` that any thread may trip."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask the task to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether the task was asked to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`~replique.core.errors.Cancelled` when asked to stop."""
        if self._event.is_set():
            raise Cancelled


def silent(share: float) -> None:
    """Show no progress."""
    del share


NEVER: Cancel = CancelToken()
"""A token that nobody trips."""


ENOUGH_SHARE, ENOUGH_S = 0.03, 2.0
"""What must be done before the rest can be guessed."""


def remaining_s(share: float, elapsed_s: float) -> float | None:
    """Return how many seconds are left of work of which a `share` took `elapsed_s`; None as long as it is a guess."""
    if share < ENOUGH_SHARE or elapsed_s < ENOUGH_S:
        return None
    return elapsed_s * (1 - share) / share
