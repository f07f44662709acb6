"""A menu that keeps the keys to itself while it is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu


class PopupMenu(QMenu):
    """A menu whose letters choose in it.

    A menu that is open doesn't take the focus from the list behind it, and Qt would let the single keys of that list
    command first: a letter meant for an entry would merge two turns.
    """

    def event(self, event: QEvent) -> bool:
        """Claim a key before the shortcuts of the window do."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
