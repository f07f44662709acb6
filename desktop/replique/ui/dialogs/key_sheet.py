"""The sheet of keys: all that the keyboard does, by group, to be searched or read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from replique.ui.dialogs.base import Dialog, Role
from replique.ui.labels import caption, label
from replique.ui.search import folded

Table = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""Groups: (title, [(keys, what they do)])."""

COLUMNS = 2
SIZE = (860, 640)


class KeyGroup(QWidget):
    """One group of keys under its heading."""

    def __init__(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._lines: list[tuple[str, tuple[QWidget, ...]]] = []
        self.row_count = len(rows)
        self._grid = QGridLayout(self)
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(caption(title), 0, 0, 1, 2)
        for row, (keys, text) in enumerate(rows, 1):
            chips = _chips(keys)
            says = label(text, wraps=True)
            grid.addWidget(chips, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(says, row, 1)
            self._lines.append((folded(f"{title} {keys} {text}"), (chips, says)))

    def keys_width(self) -> int:
        """Return how wide the keys of this group are."""
        return max(chips.sizeHint().width() for _, (chips, _) in self._lines)

    def set_keys_width(self, width: int) -> None:
        """Let the texts begin where those of the other groups do."""
        self._grid.setColumnMinimumWidth(0, width)

    @property
    def shown_count(self) -> int:
        """How many keys are shown."""
        return sum(not chips.isHidden() for _, (chips, _) in self._lines)

    def search(self, words: Sequence[str]) -> int:
        """Show the lines that hold all `words`, and return how many do."""
        found = 0
        for text, widgets in self._lines:
            holds = all(word in text for word in words)
            found += holds
            for widget in widgets:
                widget.setVisible(holds)
        self.setVisible(found > 0)
        return found


class KeySheet(Dialog):
    """A page of keys in two columns; typing searches in it."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=640, grows=True)
        self.set_heading(
            self.tr("Keys"),
            self.tr("Single keys act while the transcript or the waveform has the focus; in a text field they type."),
        )
        self.search_field = QLineEdit()
        self.search_field.setPlaceholderText(self.tr("Search"))
        self.search_field.setAccessibleName(self.tr("Search"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.textChanged.connect(self._search)
        self.groups = [KeyGroup(title, rows) for title, rows in table if rows]
        self._align()
        self._nothing = label(self.tr("No key does that."), "soft")
        self._nothing.hide()
        self.body.addWidget(self.search_field)
        self.body.addWidget(self._nothing)
        self._area = self._scrolled()
        self.body.addWidget(self._area, 1)
        self.add_button(self.tr("Close"), Role.RejectRole, default=True).clicked.connect(self.close)
        self.resize(*SIZE)

    @property
    def shown_count(self) -> int:
        """How many keys are shown."""
        return sum(group.shown_count for group in self.groups)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page, whatever has the focus; Esc closes."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self._area.verticalScrollBar()
            page = event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            forward = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
            bar.setValue(bar.value() + (bar.pageStep() if page else bar.singleStep()) * (1 if forward else -1))
            return
        super().keyPressEvent(event)

    def _align(self) -> None:
        width = max((group.keys_width() for group in self.groups), default=0)
        for group in self.groups:
            group.set_keys_width(width)

    def _scrolled(self) -> QScrollArea:
        sheet = QWidget()
        sheet.setProperty("role", "sheet")
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 4, 12, 4)
        columns.setSpacing(32)
        for groups in _balanced(self.groups):
            column = QVBoxLayout()
            column.setSpacing(8)
            for group in groups:
                column.addWidget(group)
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _search(self, text: str) -> None:
        words = folded(text).split()
        found = sum([group.search(words) for group in self.groups])
        self._nothing.setVisible(found == 0)


def _chips(keys: str) -> QWidget:
    """Return the keys of one action as chips side by side."""
    chips = QWidget()
    row = QHBoxLayout(chips)
    row.setContentsMargins(0, 1, 0, 1)
    row.setSpacing(4)
    for key in keys.split(", "):
        row.addWidget(label(key, "key"))
    return chips


def _balanced(groups: Sequence[KeyGroup]) -> list[list[KeyGroup]]:
    """Deal the groups into columns of about one height, in their order."""
    total = sum(group.row_count + 2 for group in groups)
    columns: list[list[KeyGroup]] = [[] for _ in range(COLUMNS)]
    filled = 0
    for group in groups:
        middle = filled + (group.row_count + 2) / 2
        columns[min(COLUMNS - 1, int(middle * COLUMNS / max(1, total)))].append(group)
        filled += group.row_count + 2
    return columns
