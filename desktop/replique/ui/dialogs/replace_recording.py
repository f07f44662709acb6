"""Asking whether another recording takes the place of the one that is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from replique.ui.dialogs.base import Dialog, Role


class ReplaceRecordingDialog(Dialog):
    """Accepted where the recording `name` is to take the place of the other; the times stay."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Replace the recording by “{name}”?").format(name=name),
            self.tr("The times stay as they are; they fit only if both recordings begin alike."),
        )
        self.add_button(self.tr("&Replace"), Role.AcceptRole, default=True).clicked.connect(self.accept)
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
