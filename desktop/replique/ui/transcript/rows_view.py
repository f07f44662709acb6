"""The transcript as Qt wants an item view: which row stands where, and what the model tells of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame

from replique.ui.session import EditingSession
from replique.ui.transcript.metrics import Metrics
from replique.ui.transcript.model import Index, TranscriptModel
from replique.ui.transcript.page import Page
from replique.ui.transcript.readable import QTableView as ReadableView
from replique.ui.transcript.rows import Rows


class RowsView(ReadableView):
    """One row for each turn of the session, on a page of exact heights.

    Who inherits it paints the rows, and calls `setModel` once he can answer: Qt asks at once.
    """

    def __init__(self, session: EditingSession) -> None:
        super().__init__()
        self._session = session
        self._model = TranscriptModel(session, self)
        self._rows = Rows(self._model.turn, self._model.rowCount, Metrics(QApplication.font(), self.logicalDpiY()))
        self._page = Page(self, self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Where a row stands.

    def visualRect(self, index: Index) -> QRect:
        """Return where a row stands in the viewport."""
        row = index.row()
        if not index.isValid() or row >= len(self._rows):
            return QRect()
        return self._page.rect(row)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight; what stands around it is measured first."""
        del hint
        if 0 <= index.row() < len(self._rows):
            self._page.bring_into_sight(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = self._page.row_at(point.y())
        return self._model.index(row) if row is not None else QModelIndex()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key goes; arrows are the window's actions, so only pages and ends come here.

        Qt asks for the next row when the view gets the focus: it stays where it is, for at first no turn is current.
        """
        del modifiers
        actions = QAbstractItemView.CursorAction
        row, last = max(0, self.currentIndex().row()), self._model.rowCount() - 1
        if action is actions.MoveHome:
            row = 0
        elif action is actions.MoveEnd:
            row = last
        elif action in (actions.MovePageDown, actions.MovePageUp):
            direction = 1 if action is actions.MovePageDown else -1
            y = self._rows.heights.top(row) + direction * self.viewport().height()
            row = self._rows.heights.row_at(max(0, y))
        else:
            return self.currentIndex()
        return self._model.index(min(max(0, row), last)) if last >= 0 else QModelIndex()

    def horizontalOffset(self) -> int:
        """Return 0: the page is never wider than the view."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the page is scrolled."""
        return self._page.offset

    def isIndexHidden(self, index: Index) -> bool:
        """Return False: every turn is shown."""
        del index
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """Do nothing: the current row is all that is selected."""

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Return nothing: selection is painted with the row."""
        del selection
        return QRegion()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of actions."""

    # What the model tells.

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Take rows in."""
        self._rows.insert(start, end - start + 1)
        super().rowsInserted(parent, start, end)
        self._rearrange()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Let rows go."""
        self._rows.remove(start, end - start + 1)
        super().rowsAboutToBeRemoved(parent, start, end)
        self._rearrange()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: object = ()) -> None:
        """Measure and paint the rows that changed; names may have changed in all of them."""
        if roles:
            self._page.update()
        elif self._page.rows_changed(top_left.row(), bottom_right.row()):
            self._rearrange()
        if QAccessible.isActive():
            super().dataChanged(top_left, bottom_right)

    # Geometry.

    def updateGeometries(self) -> None:
        """Tell the scroll bar how long the page is."""
        super().updateGeometries()
        self._page.update_scroll_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the picture and paint the strip that appears."""
        if self._page.settles:
            return
        self.viewport().scroll(dx, dy)
        self._page.measure_when_idle()

    def _rearrange(self) -> None:
        """Take note that rows have another height or another place."""
        self._page.rearranged()
