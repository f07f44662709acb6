"""The bottom of the window: what the main keys do right now, and what goes on in the background."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from replique.tasks import Task
from replique.ui.labels import label
from replique.ui.progress import TaskProgress
from replique.ui.theme import ThemeSource

HEIGHT = 26
HINT_SPACING = 18


class KeyHint(QWidget):
    """A key and what it does."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.text = f"{key}: {text}"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(key, "key"))
        row.addWidget(label(text, "hint"))


class HintRow(QWidget):
    """Hints side by side; those for which there is no room are left out whole, the last first."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: list[KeyHint] = []
        self._told: Sequence[tuple[str, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def shown_count(self) -> int:
        """How many hints there is room for."""
        return sum(not hint.isHidden() for hint in self._hints)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show other hints: (key, what it does); asked for the same ones again, it does nothing."""
        if hints == self._told:
            return
        self._told = hints
        for old in self._hints:
            old.setParent(None)
            old.deleteLater()
        self._hints = [KeyHint(key, text) for key, text in hints if key]
        for hint in self._hints:
            hint.setParent(self)
        self.setAccessibleName(", ".join(hint.text for hint in self._hints))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        x = 0
        for hint in self._hints:
            size = hint.sizeHint()
            fits = x + size.width() <= self.width()
            hint.setVisible(fits)
            if not fits:
                x = self.width() + 1
                continue
            hint.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
            x += size.width() + HINT_SPACING


class StatusLine(QFrame):
    """Keys at the left; background work and the player at the right."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self.hints = HintRow()
        self.progress = TaskProgress(themes)
        self._player = label("", "hint")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(16)
        row.addWidget(self.hints, 1)
        row.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._player)
        self._name = self._reason = ""
        self._show_player()

    @property
    def player_text(self) -> str:
        """What is said about the player."""
        return self._player.text()

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show what the keys do: (key as the keyboard names it, what it does), the most important first."""
        self.hints.set_hints(hints)

    def set_player(self, name: str) -> None:
        """Say which player plays, if one does; the work is done on this computer, and that is said too."""
        self._name = name
        self._show_player()

    def set_copy(self, reason: str) -> None:
        """Say that the player plays a decoded copy, and why; an empty text says that it plays the recording."""
        self._reason = reason
        self._show_player()

    def _show_player(self) -> None:
        parts = [self._name, self.tr("plays a decoded copy") if self._reason else "", self.tr("offline")]
        self._player.setText(" · ".join(part for part in parts if part) if self._name else "")
        tip = self.tr("The player in use. Nothing leaves this computer.")
        self._player.setToolTip(f"{self._reason}\n{tip}" if self._reason else tip)

    def follow(self, task: Task) -> None:
        """Show the progress of background work until it ends."""
        self.progress.follow(task)
