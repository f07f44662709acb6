"""Rows of commands with their keys, for the palette and the shortcut editor: a model and what paints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from replique.ui.style import BASE_PX, sized
from replique.ui.theme import Theme, ThemeSource

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 30
HEADING_HEIGHT = 34
PADDING = 10
CHIP_HEIGHT = 19
CHIP_PADDING = 6
GAP = 4
SMALL_PX = 11
NARROWEST_TEXT = 120


class RowRole(IntEnum):
    """What the rows tell beside their text."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """One row: a command with its keys and a quiet note beside them, or the heading of a group."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    note: str = ""
    enabled: bool = True
    is_heading: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.text, *self.keys, self.note) if part)


class RowsModel(QAbstractListModel):
    """The rows that are shown; given as a whole, for they are few."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, command_id: str) -> int:
        """Return where a command stands, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.id == command_id and not row.is_heading), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a command or heading."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        heading = index.isValid() and self._rows[index.row()].is_heading
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a row, what a screen reader says, or the row itself."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return None if row.is_heading else row.spoken
        return row if role == RowRole.ROW else None


class RowDelegate(QStyledItemDelegate):
    """Paints a row: its text, at the right its keys, and the note before them."""

    def __init__(self, themes: ThemeSource, parent: QObject) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings have more air."""
        return QSize(option.rect.width(), HEADING_HEIGHT if index.data(RowRole.ROW).is_heading else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(RowRole.ROW)
        theme = self._themes.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_heading:
            self._paint_heading(painter, option, row, theme)
        else:
            self._paint_row(painter, option, row, theme)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, theme: Theme) -> None:
        painter.setFont(sized(option.font, SMALL_PX, QFont.Weight.DemiBold))
        painter.setPen(theme.faint)
        place = option.rect.adjusted(PADDING, 0, -PADDING, -6)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.text.upper())

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, theme: Theme) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(
                QPen(theme.accent, 1) if option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.background)
            painter.drawRoundedRect(QRectF(option.rect), 6, 6)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        room = self._paint_keys(painter, room, option.font, row, theme)
        room = self._paint_note(painter, room, option.font, row, theme)
        painter.setFont(sized(option.font, BASE_PX))
        painter.setPen(theme.text if row.enabled else theme.faint)
        text = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_keys(self, painter: QPainter, room: QRect, font: QFont, row: Row, theme: Theme) -> QRect:
        """Paint the keys from the right, as many as there is room for, and return the room that is left."""
        small = sized(font, SMALL_PX, QFont.Weight.DemiBold)
        widths = [QFontMetrics(small).horizontalAdvance(key) + 2 * CHIP_PADDING for key in row.keys]
        while widths and sum(widths) + GAP * len(widths) + NARROWEST_TEXT > room.width():
            widths.pop()
        painter.setFont(small)
        x = room.right() + 1 - sum(widths) - GAP * max(0, len(widths) - 1)
        left = x - 3 * GAP if widths else room.right()
        for key, width in zip(row.keys, widths, strict=False):
            chip = QRectF(x, room.center().y() - CHIP_HEIGHT // 2 + 0.5, width, CHIP_HEIGHT)
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.panel)
            painter.drawRoundedRect(chip.adjusted(0.5, 0, -0.5, 0), 4, 4)
            painter.setPen(theme.text if row.enabled else theme.faint)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, key)
            x += width + GAP
        return QRect(room.left(), room.top(), left - room.left(), room.height())

    def _paint_note(self, painter: QPainter, room: QRect, font: QFont, row: Row, theme: Theme) -> QRect:
        """Paint the note at the right, and return the room that is left."""
        if not row.note:
            return room
        painter.setFont(sized(font, SMALL_PX + 1))
        painter.setPen(theme.soft)
        wanted = painter.fontMetrics().horizontalAdvance(row.note) + 1
        width = min(wanted, max(0, room.width() - NARROWEST_TEXT))
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        text = painter.fontMetrics().elidedText(row.note, Qt.TextElideMode.ElideRight, width)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return QRect(room.left(), room.top(), place.left() - 3 * GAP - room.left(), room.height())
