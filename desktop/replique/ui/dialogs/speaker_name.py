"""The name of a speaker, new or known."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QWidget

from replique.ui.dialogs.base import Dialog, Role, Rows


class SpeakerNameDialog(Dialog):
    """Asks for a name that nobody else has; accepted with `name`.

    `name` is the one that he has now, empty for a new speaker; `taken` are those of the others.
    """

    def __init__(self, parent: QWidget | None = None, *, name: str = "", taken: Collection[str] = ()) -> None:
        super().__init__(parent, width=380)
        self.set_heading(self.tr("Rename the speaker") if name else self.tr("Add a speaker"))
        self._taken = {other.casefold() for other in taken}
        self.edit = QLineEdit(name)
        self.edit.selectAll()
        rows = Rows()
        rows.add(self.tr("&Name"), self.edit)
        self.body.addLayout(rows)
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        text = self.tr("&Rename") if name else self.tr("&Add")
        self.accept_button = self.add_button(text, Role.AcceptRole, default=True)
        self.accept_button.clicked.connect(self.accept)
        self.edit.textChanged.connect(self._check)
        self._check()

    @property
    def name(self) -> str:
        """The name that stands there."""
        return self.edit.text().strip()

    def _check(self) -> None:
        taken = self.name.casefold() in self._taken
        self.set_note(self.tr("There is a speaker named {name} already.").format(name=self.name) if taken else "")
        self.accept_button.setEnabled(bool(self.name) and not taken)
