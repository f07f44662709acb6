"""Garbage is collected in the window's thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class GarbageCollector(QObject):
    """Looks for cycles from time to time, instead of Python, which would do so in whatever thread makes an object.

    Threads of libVLC and of the background make many. A timer or a widget that is taken apart in one of them leaves
    Qt with what is there no more, and the program ends.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(EVERY_MS)


def collect() -> None:
    """Collect as much as Python would have by now."""
    due = [count > threshold for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
