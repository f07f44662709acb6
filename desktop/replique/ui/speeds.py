"""The speeds at which a recording can be played, and how they are written."""

from __future__ import annotations

from PySide6.QtCore import QLocale

SPEEDS = (0.5, 0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""Offered by keys, wheel and menu; the pitch is kept within them."""


def next_speed(rate: float, direction: int) -> float:
    """Return the next slower (-1) or faster (+1) speed, or `rate` where there is none."""
    candidates = [speed for speed in SPEEDS if (speed - rate) * direction > 1e-6]
    return min(candidates, key=lambda speed: abs(speed - rate), default=rate)


def speed_text(rate: float) -> str:
    """Return ``1.0×``, in French ``1,0×``; two decimals only where they say something."""
    decimals = 1 if abs(rate * 10 - round(rate * 10)) < 1e-6 else 2
    return QLocale().toString(rate, "f", decimals) + "×"
