"""Choosing files: the system's dialogs with our filters, and a field that shows what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from replique.core.inputs import is_file
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.project import SUFFIX
from replique.ui.buttons import push_button

PROJECT = (QT_TRANSLATE_NOOP("files", "Réplique projects"), (SUFFIX.lstrip("."),))
TRANSCRIPT = (QT_TRANSLATE_NOOP("files", "Transcripts"), ("txt", "text", "md"))
RECORDING = (
    QT_TRANSLATE_NOOP("files", "Audio and video"),
    (
        *("mp3", "m4a", "aac", "wav", "flac", "ogg", "oga", "opus", "wma", "aif", "aiff", "amr", "mka"),
        *("mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "mts", "mxf", "ogv", "wmv", "3gp"),
    ),
)
ALL = QT_TRANSLATE_NOOP("files", "All files")

Kind = tuple[str, tuple[str, ...]]


def file_filter(*kinds: Kind) -> str:
    """Return the filter of a file dialog: each kind in one line, then all files."""
    lines = []
    for text, suffixes in kinds:
        patterns = " ".join(f"*.{case}" for suffix in suffixes for case in dict.fromkeys((suffix, suffix.upper())))
        lines.append(f"{_say(text)} ({patterns})")
    return ";;".join([*lines, f"{_say(ALL)} (*)"])


def ask_existing(parent: QWidget | None, title: str, folder: Path | None, *kinds: Kind) -> Path | None:
    """Let the user choose a file that exists; None when he thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), file_filter(*kinds))
    return Path(chosen) if chosen else None


def ask_existing_files(parent: QWidget | None, title: str, folder: Path | None, *kinds: Kind) -> list[Path]:
    """Let the user choose one or several files that exist."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder or ""), file_filter(*kinds))
    return [Path(path) for path in chosen]


def ask_new(parent: QWidget | None, title: str, proposed: Path, kind: Kind) -> Path | None:
    """Let the user name a file to write; the system's dialog asks before it replaces one.

    The suffix is added where it is missing; about a file of that longer name nobody was asked, so it opens again.
    """
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), file_filter(kind))
        if not chosen:
            return None
        path = with_suffix(Path(chosen), kind[1][0])
        if path == Path(chosen) or not is_file(path):
            return path
        proposed = path


def ask_project_name(parent: QWidget | None, proposed: Path) -> Path | None:
    """Let the user say where the project is to be saved."""
    return ask_new(parent, QCoreApplication.translate("files", "Save the project"), proposed, PROJECT)


def with_suffix(path: Path, suffix: str) -> Path:
    """Return `path` ending in ``.suffix``, added where it is missing."""
    return path if path.suffix.lower() == f".{suffix}" else path.with_name(f"{path.name}.{suffix}")


class FileField(QWidget):
    """A path that can be typed, browsed for, or dropped.

    `browse` is asked for a path, given the one that stands in the field.
    """

    changed = Signal()
    """Another path stands in the field."""

    def __init__(self, name: str, browse: Callable[[Path | None], Path | None], *, button: str = "") -> None:
        super().__init__()
        self._browse = browse
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setAcceptDrops(False)
        self.edit.textChanged.connect(self.edit.setToolTip)
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        self.button = push_button(button or self.tr("Browse…"))
        self.button.setAccessibleName(f"{name}: {self.button.text()}")
        self.button.clicked.connect(self._ask)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)

    @property
    def path(self) -> Path | None:
        """The path that stands there, or None."""
        text = self.edit.text().strip().strip('"')
        if not text:
            return None
        try:
            return Path(text).expanduser()
        except RuntimeError:
            return Path(text)  # nobody has this home folder: a name that begins with a tilde

    def set_path(self, path: Path) -> None:
        """Put a path there."""
        self.edit.setText(str(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one local file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self.set_path(Path(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())))
        event.acceptProposedAction()

    def _ask(self) -> None:
        chosen = self._browse(self.path)
        if chosen:
            self.set_path(chosen)
            self.edit.setFocus()


def _say(text: str) -> str:
    return QCoreApplication.translate("files", text)
