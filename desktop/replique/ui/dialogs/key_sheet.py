"""The sheet of keys: all that the keyboard does, by group, to be searched or read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from replique.ui.actions.action_set import KeyGroup
from replique.ui.dialogs.base import Dialog, Role
from replique.ui.dialogs.print_keys import ask_and_print
from replique.ui.labels import caption, label
from replique.ui.search import rank, words_of

COLUMNS = 2
SIZE = (860, 640)


class GroupOnSheet(QWidget):
    """One group of keys under its heading."""

    def __init__(self, group: KeyGroup) -> None:
        super().__init__()
        self._lines: list[tuple[tuple[str, ...], tuple[QWidget, ...]]] = []
        self.row_count = len(group.lines)
        self._grid = QGridLayout(self)
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(caption(group.title), 0, 0, 1, 2)
        for row, line in enumerate(group.lines, 1):
            chips = _chips(line.keys)
            says = label(line.text, wraps=True)
            grid.addWidget(chips, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(says, row, 1)
            self._lines.append((words_of(group.title, *line.keys, line.text, *line.names), (chips, says)))

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

    def search(self, words: Sequence[str], *, slips: bool) -> int:
        """Show the lines that hold all `words`, and return how many do."""
        found = 0
        for among, widgets in self._lines:
            holds = not words or rank(words, [(among, 1)], slips=slips) > 0
            found += holds
            for widget in widgets:
                widget.setVisible(holds)
        self.setVisible(found > 0)
        return found


class KeySheet(Dialog):
    """A page of keys in two columns; typing searches in it."""

    def __init__(self, table: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
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
        self.groups = [GroupOnSheet(group) for group in table if group.lines]
        self._align()
        self._nothing = label(self.tr("No key does that."), "soft")
        self._nothing.hide()
        self.body.addWidget(self.search_field)
        self.body.addWidget(self._nothing)
        self._area = self._scrolled()
        self.body.addWidget(self._area, 1)
        self.print_button = self.add_button(self.tr("&Print…"), Role.ActionRole)
        self.print_button.clicked.connect(lambda: ask_and_print(table, self))
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
        found = self._find(text, slips=False) or self._find(text, slips=True)
        self._nothing.setVisible(found == 0)

    def _find(self, text: str, *, slips: bool) -> int:
        return sum([group.search(words_of(text), slips=slips) for group in self.groups])


def _chips(keys: Sequence[str]) -> QWidget:
    """Return the keys of one action as chips side by side."""
    chips = QWidget()
    row = QHBoxLayout(chips)
    row.setContentsMargins(0, 1, 0, 1)
    row.setSpacing(4)
    for key in keys:
        row.addWidget(label(key, "key"))
    return chips


def _balanced(groups: Sequence[GroupOnSheet]) -> list[list[GroupOnSheet]]:
    """Deal the groups into columns of about one height, in their order."""
    total = sum(group.row_count + 2 for group in groups)
    columns: list[list[GroupOnSheet]] = [[] for _ in range(COLUMNS)]
    filled = 0
    for group in groups:
        middle = filled + (group.row_count + 2) / 2
        columns[min(COLUMNS - 1, int(middle * COLUMNS / max(1, total)))].append(group)
        filled += group.row_count + 2
    return columns
