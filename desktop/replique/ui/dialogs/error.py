"""The one place that shows errors: what failed, where, why, what to do."""

from __future__ import annotations

import platform
from traceback import format_exception

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from replique import __version__
from replique.core.errors import RepliqueError
from replique.ui.dialogs.base import Dialog, Role
from replique.ui.i18n import say, say_error
from replique.ui.labels import label

DETAILS_HEIGHT = 160


class ErrorDialog(Dialog):
    """Says what went wrong.

    Parameters
    ----------
    what : what failed, a short sentence.
    error : the reason, with its file and what to do.
    details : more for whoever wants to report it; shown on demand, and can be copied.
    """

    def __init__(
        self,
        what: str,
        error: RepliqueError | None = None,
        *,
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_heading(what)
        self._report = "\n".join(part for part in (what, say_error(error) if error else "", details) if part)
        if error:
            self._add_error(error)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setProperty("role", "details")
        self.details.setFixedHeight(DETAILS_HEIGHT)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.hide()
        self.body.addWidget(self.details)
        if details:
            self.details_button = self.add_button(self.tr("&Details"), Role.ActionRole)
            self.details_button.clicked.connect(self._toggle_details)
        self.copy_button = self.add_button(self.tr("&Copy"), Role.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        self.close_button = self.add_button(self.tr("Close"), Role.RejectRole, default=True)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setFocus()

    def add_way_out(self, text: str) -> None:
        """Offer what the user can do at once; the dialog is accepted when he wants it."""
        self.way_out_button = self.add_button(text, Role.AcceptRole, default=True)
        self.way_out_button.clicked.connect(self.accept)
        self.way_out_button.setFocus()

    @property
    def report(self) -> str:
        """All that the dialog knows, as it is copied."""
        return self._report

    def _add_error(self, error: RepliqueError) -> None:
        if error.path is not None:
            place = str(error.path)
            if error.line is not None:
                place = self.tr("{path}, line {line}").format(path=place, line=error.line)
            self.body.addWidget(label(_breakable(place), "small", wraps=True))
        self.body.addWidget(label(say(error.reason), "note", wraps=True))
        if error.remedy:
            self.body.addWidget(label(say(error.remedy), wraps=True))

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self.fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText(self.tr("Copied"))


class UnexpectedErrorDialog(ErrorDialog):
    """A fault of the program: nothing was foreseen, so all that helps to find it is shown."""

    def __init__(self, fault: BaseException, parent: QWidget | None = None) -> None:
        trace = "".join(format_exception(fault))
        system = f"Réplique {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
        super().__init__("", details=f"{system}\n\n{trace}", parent=parent)
        self.set_heading(
            self.tr("Something went wrong in Réplique"),
            self.tr(
                "Your document is still there. Save it under another name to be safe, then start Réplique again. "
                "The details help to find the fault."
            ),
        )


def show_unexpected(fault: BaseException, parent: QWidget | None = None) -> None:
    """Show a fault of the program and wait until the user has read it."""
    UnexpectedErrorDialog(fault, parent).exec()


def _breakable(path: str) -> str:
    """Let a long path be broken after its separators."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
