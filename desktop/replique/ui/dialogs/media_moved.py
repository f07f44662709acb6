"""The recording of a project is not where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from replique.core.errors import RepliqueError
from replique.ui.buttons import push_button
from replique.ui.dialogs.base import Dialog, Role
from replique.ui.dialogs.files import RECORDING, ask_existing
from replique.ui.labels import ElidedLabel, label


class MediaMovedDialog(Dialog):
    """Asks where the recording is now; accepted with `path`, or rejected to go on without sound.

    Parameters
    ----------
    expected : where the project says that it is.
    others : files that bear its name and hold something else.
    check : says what is wrong with a file, or None. A file that is wrong may be taken all the same.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        expected: Path,
        others: Sequence[Path] = (),
        check: Callable[[Path], RepliqueError | None] | None = None,
    ) -> None:
        super().__init__(parent, width=520)
        self.set_heading(
            self.tr("Where is the recording?"),
            self.tr("It was moved or renamed since the project was saved. Choose it, and the project remembers."),
        )
        self._expected = expected
        self._check = check
        self._doubtful: Path | None = None
        self.path: Path | None = None
        self.body.addWidget(label(expected.name, "strong", wraps=True))
        folder = ElidedLabel("small")
        folder.set_full_text(self.tr("was in {folder}").format(folder=expected.parent))
        self.body.addWidget(folder)
        self.body.setSpacing(4)
        self.use_button = push_button(self.tr("&Use it all the same"))
        self.use_button.clicked.connect(self._use_doubtful)
        self.use_button.hide()
        self.body.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.without_button = self.add_button(self.tr("Go on &without sound"), Role.RejectRole)
        self.without_button.clicked.connect(self.reject)
        self.browse_button = self.add_button(self.tr("&Choose the recording…"), Role.AcceptRole, default=True)
        self.browse_button.clicked.connect(self._browse)
        if others:
            self.set_note(self.tr("{file} bears the same name but holds another recording.").format(file=others[0]))

    def choose(self, path: Path) -> None:
        """Take a file, unless the check finds it wrong: then it is said, and the user decides."""
        error = self._check(path) if self._check else None
        if error is None:
            self.path = path
            self.accept()
            return
        self._doubtful = path
        self.use_button.show()
        self.show_error(error)

    def _browse(self) -> None:
        chosen = ask_existing(self, self.tr("Choose the recording"), self._expected.parent, RECORDING)
        if chosen:
            self.choose(chosen)

    def _use_doubtful(self) -> None:
        self.path = self._doubtful
        self.accept()
