"""The palette over the window: a field to type in, and below it the commands that were found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from replique.ui.command_rows import ROW_HEIGHT, Row, RowDelegate, RowRole, RowsModel
from replique.ui.labels import label
from replique.ui.palette.entries import Entry, found
from replique.ui.theme import ThemeSource

WIDTH = 620
TOP = 64
MARGIN = 8
MOST_ROWS = 11

STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
}
LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
KEEPS_OPEN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the field may lose the focus without anybody having gone elsewhere in the window."""


class PaletteField(QLineEdit):
    """The field: while it has the focus, all keys are its own, those of the window too."""

    moved = Signal(int)
    """Another row is wanted: so many further down."""
    submitted = Signal()
    """The chosen row is to be run."""
    left = Signal(bool)
    """The palette is to close; whether the focus goes back to where it was."""

    def __init__(self) -> None:
        super().__init__()
        self.own_keys: tuple[str, ...] = ()

    def event(self, event: QEvent) -> bool:
        """Claim each key before the shortcuts of the window do."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, run or leave; type otherwise. The key that opens the palette closes it."""
        key = QKeySequence(event.keyCombination()).toString()
        if event.key() in STEPS:
            self.moved.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() in LEAVING or key in self.own_keys:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus: there is nowhere else to go."""
        del forward
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close where the user went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in KEEPS_OPEN:
            self.left.emit(False)


class Palette(QFrame):
    """Finds a command by its words and tells which was chosen; a child of the window, above its other parts.

    Enter or a click runs; Esc, the key that opened it, or a click elsewhere closes it.
    """

    chosen = Signal(str)
    """A command was chosen; carries its id. The palette is closed, and the focus is back where it was."""
    toggled = Signal()
    """It opened or closed."""

    def __init__(self, themes: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: Sequence[Entry] = ()
        self._recent: Sequence[str] = ()
        self._focus_before: list[QWidget] = []
        self.setProperty("role", "palette")
        self.field = PaletteField()
        self.field.setPlaceholderText(self.tr("Type a few letters of what you want to do"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.model = RowsModel(self)
        self.list = _list(self.model, RowDelegate(themes, self))
        self.list.setAccessibleName(self.tr("Commands"))
        self._nothing = label(self.tr("No command and no setting is called that."), "soft", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(6)
        for part in (self.field, self._nothing, self.list):
            column.addWidget(part)
        self.field.textChanged.connect(lambda _text: self._search())
        self.field.moved.connect(self._move)
        self.field.submitted.connect(self._run)
        self.field.left.connect(self.close_palette)
        self.list.clicked.connect(self._run_clicked)
        themes.changed.connect(self.list.viewport().update)
        window.installEventFilter(self)
        self.hide()

    @property
    def rows(self) -> Sequence[Row]:
        """What is offered."""
        return self.model.rows

    def open_palette(self, entries: Sequence[Entry], recent: Sequence[str], own_keys: tuple[str, ...] = ()) -> None:
        """Offer `entries`, the ones used last first; `own_keys` close the palette again."""
        self._entries, self._recent = entries, recent
        self._focus_before = _with_holders(QApplication.focusWidget())
        self.field.own_keys = own_keys
        self.field.clear()
        self._search()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toggled.emit()

    def close_palette(self, gives_back: bool = True) -> None:
        """Close; the focus goes back to where it was, unless the user took it elsewhere."""
        if self.isHidden():
            return
        before, self._focus_before = self._focus_before, []
        self.hide()
        there = (widget for widget in before if isValid(widget) and widget.isVisible() and _takes_focus(widget))
        back = next(there, None)
        if gives_back and back:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toggled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle below the top of the window."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        self.model.set_rows(found(self._entries, self.field.text(), self._recent))
        self._nothing.setVisible(not self.rows)
        self.list.setVisible(bool(self.rows))
        self._choose(0)
        self.list.scrollToTop()
        self._place()

    def _place(self) -> None:
        rows = min(MOST_ROWS, len(self.rows), (self._window.height() - TOP) // ROW_HEIGHT - 3)
        self.list.setFixedHeight(max(1, rows) * ROW_HEIGHT)
        width = min(WIDTH, self._window.width() - 2 * MARGIN)
        layout = self.layout()
        if layout:
            layout.activate()
        self.setGeometry((self._window.width() - width) // 2, TOP, width, self.sizeHint().height())

    def _move(self, steps: int) -> None:
        """Choose a row further down or up; one step beyond an end leads to the other."""
        count = len(self.rows)
        if count:
            row = self.list.currentIndex().row() + steps
            self._choose(row % count if abs(steps) == 1 else min(count - 1, max(0, row)))

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid() and self.isVisible():
            self._announce(self.rows[row].spoken)

    def _announce(self, text: str) -> None:
        """Let a screen reader say which row is chosen: the focus stays in the field."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, text))

    def _run(self) -> None:
        self._run_clicked(self.list.currentIndex())

    def _run_clicked(self, index: QModelIndex) -> None:
        row: Row | None = index.data(RowRole.ROW)
        if row is None or not row.enabled:
            return
        self.close_palette()
        self.chosen.emit(row.id)


def _with_holders(widget: QWidget | None) -> list[QWidget]:
    """Return a widget and what holds it, from the inside: a field that stands only while it has the focus goes."""
    held = []
    while widget and not widget.isWindow():
        held.append(widget)
        widget = widget.parentWidget()
    return held


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _list(model: RowsModel, delegate: RowDelegate) -> QListView:
    """Return the list of the palette: it never takes the focus from the field."""
    made = QListView()
    made.setModel(model)
    made.setItemDelegate(delegate)
    made.setProperty("role", "plain")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setMouseTracking(True)
    made.setUniformItemSizes(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return made
