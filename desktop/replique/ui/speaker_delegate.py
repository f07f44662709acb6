"""A speaker's row: a square in his colour, his name, his key, how many turns he has."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from replique.ui.speakers_model import SpeakerRole
from replique.ui.style import BASE_PX, sized
from replique.ui.theme import ThemeSource

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 28
PADDING = 6
SQUARE = 10
CHIP = 18
COUNT_WIDTH = 40
SMALL_PX = 11


class SpeakerDelegate(QStyledItemDelegate):
    """Paints the rows and says where the chip with the key stands."""

    def __init__(self, themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        del index
        return QSize(option.rect.width(), ROW_HEIGHT)

    def chip_rect(self, row: QRect, index: Index, font: QFont) -> QRect:
        """Return where the number key of a row is painted; empty where there is none."""
        if index.data(SpeakerRole.NUMBER) is None:
            return QRect()
        name = self._name_rect(row)
        width = QFontMetrics(self._name_font(font, index)).horizontalAdvance(str(index.data()))
        return QRect(name.left() + min(width, name.width()) + 8, row.center().y() - CHIP // 2 + 1, CHIP, CHIP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme = self._themes.current
        row = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if index.data(SpeakerRole.CURRENT):
            painter.setBrush(theme.tint)
            painter.drawRoundedRect(QRectF(row), 6, 6)
        painter.setBrush(theme.speaker_color(index.data(SpeakerRole.COLOR)))
        painter.drawRoundedRect(QRectF(row.left() + PADDING, row.center().y() - SQUARE / 2 + 1, SQUARE, SQUARE), 3, 3)
        self._paint_name(painter, row, option.font, index)
        self._paint_chip(painter, self.chip_rect(row, index, option.font), option, index)
        painter.setPen(theme.soft)
        painter.setFont(sized(option.font, SMALL_PX + 1, tabular=True))
        count = row.adjusted(0, 0, -PADDING, 0)
        painter.drawText(
            count, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(SpeakerRole.COUNT))
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 1))
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Edit the name in its row."""
        del option, index
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setAccessibleName(self.tr("Name of the speaker"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor over the name."""
        del index
        editor.setGeometry(option.rect.adjusted(PADDING + SQUARE + 2, 1, -2, -1))

    def _paint_name(self, painter: QPainter, row: QRect, font: QFont, index: Index) -> None:
        name = self._name_rect(row)
        painter.setFont(self._name_font(font, index))
        painter.setPen(self._themes.current.text)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_chip(self, painter: QPainter, chip: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        if chip.isEmpty():
            return
        theme = self._themes.current
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(theme.panel)
        painter.setPen(QPen(theme.accent if hovered else theme.line, 1))
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.accent if hovered else theme.soft)
        painter.setFont(sized(option.font, SMALL_PX))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(index.data(SpeakerRole.NUMBER)))

    def _name_font(self, font: QFont, index: Index) -> QFont:
        current = bool(index.data(SpeakerRole.CURRENT))
        return sized(font, BASE_PX, QFont.Weight.DemiBold if current else QFont.Weight.Normal)

    def _name_rect(self, row: QRect) -> QRect:
        return row.adjusted(PADDING + SQUARE + 8, 0, -(COUNT_WIDTH + CHIP + 12), 0)
