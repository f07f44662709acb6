"""The first screen: where a transcript and its recording are dropped, what was open lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from replique.tasks import Task
from replique.ui.buttons import push_button
from replique.ui.drop_card import DropCard
from replique.ui.icons import Icons
from replique.ui.labels import ElidedLabel, caption, label
from replique.ui.progress import TaskProgress
from replique.ui.theme import ThemeSource

WIDTH = 560
RECENT_COUNT = 5


class FileSlot(QFrame):
    """One of the two files: its kind, and its name once it is there."""

    def __init__(self, themes: ThemeSource, kind: str, icon: str, missing: str) -> None:
        super().__init__()
        self._themes = themes
        self._icons = Icons(themes)
        self._icon_name = icon
        self._missing = missing
        self._present = False
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon = QLabel()
        self._name = ElidedLabel("small", Qt.TextElideMode.ElideMiddle)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.addWidget(self._icon, 0, 0, 2, 1)
        grid.addWidget(label(kind, "strong"), 0, 1)
        grid.addWidget(self._name, 1, 1)
        grid.setColumnStretch(1, 1)
        themes.changed.connect(self._show_icon)
        self.set_file("")

    @property
    def text(self) -> str:
        """The name of the file, or what is missing."""
        return self._name.full_text

    def set_file(self, name: str) -> None:
        """Show the file that is there; an empty name says that it is missing."""
        self._present = bool(name)
        self._name.set_full_text(name or self._missing)
        self._show_icon()

    def _show_icon(self) -> None:
        theme = self._themes.current
        name, color = ("fa6s.circle-check", theme.confirmed) if self._present else (self._icon_name, theme.faint)
        self._icon.setPixmap(self._icons.colored(name, color).pixmap(22, 22))


class EmptyState(QFrame):
    """What the window shows before there is a transcript."""

    new_requested = Signal()
    """The user wants to choose a transcript and a recording."""
    open_requested = Signal()
    """The user wants to open a project."""
    sample_requested = Signal()
    """The user wants to try the sample interview."""
    recent_chosen = Signal(str)
    """The user wants the project of this path."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._begun = False
        self._card = DropCard(themes)
        self._title = label("", "display", wraps=True)
        self._hint = label("", "soft", wraps=True)
        self.transcript_slot = FileSlot(themes, self.tr("Transcript"), "fa6s.file-lines", self.tr("text file"))
        self.recording_slot = FileSlot(themes, self.tr("Recording"), "fa6s.music", self.tr("audio or video"))
        self.new_button = push_button(self.tr("Open transcript and &recording…"), "primary")
        self.open_button = push_button(self.tr("Open pro&ject…"))
        self.sample_button = push_button(self.tr("Open the &sample interview"), "link")
        self.new_button.clicked.connect(self.new_requested)
        self.open_button.clicked.connect(self.open_requested)
        self.sample_button.clicked.connect(self.sample_requested)
        self._sample = QWidget()
        self._sample_key = label("", "key")
        self._promise = label(self.tr("New here? It teaches the six keys that do most, in two minutes."), "small")
        self.progress = TaskProgress(themes)
        self._recent = QWidget()
        self._recent_column = QVBoxLayout(self._recent)
        self._recent_column.setContentsMargins(0, 0, 0, 0)
        self._recent_column.setSpacing(2)
        self._lay_out()
        self.set_files()
        self.set_recent([])

    def _lay_out(self) -> None:
        for text in (self._title, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        slots = QHBoxLayout()
        slots.setSpacing(12)
        slots.addWidget(self.transcript_slot)
        slots.addWidget(self.recording_slot)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(28, 28, 28, 24)
        card.setSpacing(8)
        card.addWidget(self._title)
        card.addWidget(self._hint)
        card.addSpacing(10)
        card.addLayout(slots)
        card.addSpacing(10)
        card.addLayout(buttons)
        card.addWidget(self._offer())
        middle = QVBoxLayout()
        middle.setSpacing(16)
        middle.addStretch(2)
        middle.addWidget(self._card)
        middle.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._recent)
        middle.addStretch(3)
        page = QHBoxLayout(self)
        page.addStretch(1)
        page.addLayout(middle)
        page.addStretch(1)
        self._card.setFixedWidth(WIDTH)
        self._recent.setFixedWidth(WIDTH)

    def _offer(self) -> QWidget:
        """Return the sample with its key and, below it, what comes with it."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.sample_button)
        row.addWidget(self._sample_key)
        row.addStretch(1)
        column = QVBoxLayout(self._sample)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._promise, 0, Qt.AlignmentFlag.AlignHCenter)
        return self._sample

    def offer_sample(self, key: str, *, with_tour: bool) -> None:
        """Name the key that opens the sample interview, and promise the tour where it comes with it."""
        self._sample_key.setText(key)
        self._sample_key.setVisible(bool(key))
        self._promise.setVisible(with_tour)

    @property
    def title(self) -> str:
        """The sentence that says what to do."""
        return self._title.text()

    @property
    def is_hovered(self) -> bool:
        """Whether files hang over the window."""
        return self._card.hovered

    def set_hovered(self, hovered: bool) -> None:
        """Show that files hang over the window and may be let go."""
        self._card.set_hovered(hovered)

    def set_files(self, transcript: str = "", recording: str = "") -> None:
        """Show which of the two files are there, by name; where it is one, ask for the other and for nothing else."""
        self.transcript_slot.set_file(transcript)
        self.recording_slot.set_file(recording)
        if transcript and not recording:
            title, hint = self.tr("Now drop the recording"), self.tr("Audio or video, whatever FFmpeg reads.")
        elif recording and not transcript:
            title, hint = self.tr("Now drop the transcript"), self.tr("A text file that says who said what.")
        else:
            title = self.tr("Drop a transcript and its recording here")
            hint = self.tr("Both at once, or one after the other. Nothing leaves this computer.")
        self._begun = bool(transcript or recording)
        self._sample.setHidden(self._begun)
        self._recent.setVisible(self._recent_column.count() > 0 and not self._begun)
        self._title.setText(title)
        self._hint.setText(hint)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List the projects that were open lately, the newest first."""
        while item := self._recent_column.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        self._recent.setVisible(bool(paths) and not self._begun)
        if not paths:
            return
        self._recent_column.addWidget(caption(self.tr("Recent projects")))
        for path in paths[:RECENT_COUNT]:
            self._recent_column.addWidget(self._recent_row(path))

    def follow(self, task: Task) -> None:
        """Show the progress of background work until it ends."""
        self.progress.follow(task)

    def _recent_row(self, path: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = self.fontMetrics().elidedText(path.stem, Qt.TextElideMode.ElideMiddle, WIDTH // 2)
        button = push_button(name.replace("&", "&&"), "link")
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self.recent_chosen.emit(str(path)))
        folder = ElidedLabel("small", Qt.TextElideMode.ElideLeft)
        folder.set_full_text(_short(path.parent))
        line.addWidget(button)
        line.addWidget(folder, 1)
        return row


def _short(folder: Path) -> str:
    """Return a folder as people write it, from their own folder on."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
