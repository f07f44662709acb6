"""What wheels and trackpads mean: so many pixels to scroll, or so many steps to zoom."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

ANGLE_STEP = 120
"""What one notch of a wheel tells; finer wheels tell parts of it."""
WHEEL_STEP_PX = 90
SURE_PX = 4
"""After so much the direction of two fingers on a trackpad is known."""


class Turned(NamedTuple):
    """What to do: scroll so many pixels to the right, and zoom in by so many steps."""

    scroll_px: float = 0.0
    zoom_steps: float = 0.0


class WheelReader:
    """Reads one event after the other, for two fingers on a trackpad make one gesture of many.

    A gesture keeps its direction, or fingers that move askew would pull forth and back; and what it began to do it
    does until it runs out, whatever key is pressed meanwhile.
    """

    def __init__(self) -> None:
        self._moved = QPointF()
        self._is_level: bool | None = None
        self._zooms = False

    def read(self, event: QWheelEvent) -> Turned:
        """Return what an event means."""
        phase = event.phase()
        if phase in (Qt.ScrollPhase.NoScrollPhase, Qt.ScrollPhase.ScrollBegin):
            self._moved, self._is_level = QPointF(), None
        if phase is not Qt.ScrollPhase.ScrollMomentum:
            self._zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moved = _pixels(event)
        self._moved += moved
        if self._zooms:
            # Momentum would zoom on after the fingers are gone.
            glides = phase is Qt.ScrollPhase.ScrollMomentum
            return Turned(zoom_steps=0.0 if glides else moved.y() / WHEEL_STEP_PX)
        is_level = abs(self._moved.x()) > abs(self._moved.y()) if self._is_level is None else self._is_level
        if self._moved.manhattanLength() > SURE_PX:
            self._is_level = is_level
        return Turned(scroll_px=-(moved.x() if is_level else moved.y()))


def _pixels(event: QWheelEvent) -> QPointF:
    """Return how far to scroll; what X11 tells of pixels differs from driver to driver, and is not used."""
    pixels = event.pixelDelta()
    if not pixels.isNull() and QGuiApplication.platformName() != "xcb":
        return QPointF(pixels)
    return QPointF(event.angleDelta()) * (WHEEL_STEP_PX / ANGLE_STEP)
