"""Leaving a project that was changed."""

from __future__ import annotations

from enum import Enum, auto
from textwrap import shorten

from PySide6.QtWidgets import QWidget

from replique.ui.dialogs.base import Dialog, Role

LONGEST = 60
"""Titles of published interviews are whole sentences."""


class Leave(Enum):
    """What becomes of the changes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class UnsavedDialog(Dialog):
    """Asks whether to save; `answer` is CANCEL until a button says something else."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=440)
        self.set_heading(
            self.tr("Save the changes to “{title}”?").format(title=shorten(title, LONGEST, placeholder="…")),
            self.tr("What you did since the last save is lost otherwise."),
        )
        self.answer = Leave.CANCEL
        self.discard_button = self.add_button(self.tr("&Don’t save"), Role.DestructiveRole)
        self.discard_button.clicked.connect(lambda: self._answer(Leave.DISCARD))
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("&Save"), Role.AcceptRole, default=True)
        self.save_button.clicked.connect(lambda: self._answer(Leave.SAVE))
        self.save_button.setFocus()

    def _answer(self, answer: Leave) -> None:
        self.answer = answer
        self.accept()
