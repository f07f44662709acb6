"""Which part of the recording is shown, and where a time stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

DEFAULT_PX_PER_S = 25.0
MAX_PX_PER_S = 1000.0
MIN_PX_PER_S = 0.01
USUAL_WIDTH = 1280
"""Pixels that are reckoned with until the window is laid out."""
LEAD_PX = 16
"""Room before the beginning and after the end, so that what stands there is seen whole."""


class ViewRange(QObject):
    """The part of the recording that `width` pixels show, `px_per_s` wide each second, from `start_ms` on."""

    changed = Signal()
    """Another part is shown."""
    resized = Signal()
    """There are more pixels, or fewer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.px_per_s = DEFAULT_PX_PER_S
        self.start_ms = -self._lead_ms
        self.duration_ms = 0
        self.width = USUAL_WIDTH

    @property
    def end_ms(self) -> float:
        """Where the right border stands; it may lie behind the end of the recording."""
        return self.ms_at(self.width)

    def x_of(self, ms: float) -> float:
        """Return the pixel of a time."""
        return (ms - self.start_ms) * self.px_per_s / 1000

    def ms_at(self, x: float) -> float:
        """Return the time at a pixel."""
        return self.start_ms + x * 1000 / self.px_per_s

    def resize(self, width: int) -> None:
        """Show as many pixels as there are now; the left border stays."""
        self.width = max(1, width)
        self.px_per_s = max(self.px_per_s, self._fitting())
        self._move_to(self.start_ms)
        self.resized.emit()

    def set_duration(self, duration_ms: int) -> None:
        """Take another length of the recording."""
        self.duration_ms = duration_ms
        self._move_to(self.start_ms)

    def scroll(self, px: float) -> None:
        """Show what is `px` farther to the right."""
        self._move_to(self.ms_at(px))

    def show_at(self, ms: float, share: float) -> None:
        """Put a time at a share of the width."""
        self._move_to(ms - share * self.width * 1000 / self.px_per_s)

    def contains(self, ms: float, share: float = 1.0) -> bool:
        """Whether a time stands within the left `share` of what is shown."""
        return 0 <= self.x_of(ms) <= self.width * share

    def zoom(self, factor: float, x: float) -> None:
        """Widen each second `factor` times; the time under pixel `x` stays there."""
        ms = self.ms_at(x)
        self.px_per_s = min(MAX_PX_PER_S, max(self._fitting(), self.px_per_s * factor))
        self._move_to(ms - x * 1000 / self.px_per_s)

    def fit(self) -> None:
        """Show the whole recording."""
        self.px_per_s = self._fitting()
        self._move_to(-self._lead_ms)

    def _fitting(self) -> float:
        if not self.duration_ms:
            return MIN_PX_PER_S
        return min(MAX_PX_PER_S, max(MIN_PX_PER_S, (self.width - 2 * LEAD_PX) * 1000 / self.duration_ms))

    def _move_to(self, start_ms: float) -> None:
        last_ms = self.duration_ms + self._lead_ms - self.width * 1000 / self.px_per_s
        self.start_ms = max(-self._lead_ms, min(start_ms, last_ms))
        self.changed.emit()

    @property
    def _lead_ms(self) -> float:
        return LEAD_PX * 1000 / self.px_per_s
