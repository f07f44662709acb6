"""When a key went down: read off the event itself, so that a busy window does not make taps late."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QWindow

DOWN = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
MAX_WAIT_S = 2.0
"""A longer wait is taken for a clock that was set anew."""


class KeyClock(QObject):
    """Stamps the key presses of a window with the monotonic clock.

    The window system stamps each event when the key goes down, on a clock of its own. The smallest distance ever seen
    between that clock and ours is the distance of the clocks; what an event takes longer, it waited in the queue.

    A key that starts an action comes as a shortcut override alone; the key press follows only where nobody took it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._offset_s: float | None = None
        self._pressed_at_s: float | None = None

    @property
    def is_down(self) -> bool:
        """Whether what happens now is done by a key."""
        return self._pressed_at_s is not None

    def watch(self, window: QWindow) -> None:
        """Stamp the key presses that come to `window`."""
        window.installEventFilter(self)

    def take(self) -> float:
        """Return when the key went down that is being handled (seconds, monotonic); now, where there is none."""
        return monotonic() if self._pressed_at_s is None else self._pressed_at_s

    def stamp(self, event_ms: int, now_s: float) -> float:
        """Return the monotonic second at which an event stamped `event_ms` happened that arrived at `now_s`."""
        offset_s = now_s - event_ms / 1000
        if self._offset_s is None or abs(offset_s - self._offset_s) > MAX_WAIT_S:
            self._offset_s = offset_s
        self._offset_s = min(self._offset_s, offset_s)
        return event_ms / 1000 + self._offset_s

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when a key goes down; let the event pass."""
        if isinstance(event, QKeyEvent):
            now_s = monotonic()
            at_s = self.stamp(event.timestamp(), now_s) if event.timestamp() else now_s
            if event.type() in DOWN:
                self._pressed_at_s = at_s
                # An action that a menu or a button starts later is no key any more.
                QTimer.singleShot(0, self._forget)
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        self._pressed_at_s = None
