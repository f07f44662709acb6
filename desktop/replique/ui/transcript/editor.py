"""Editing the words of one turn, in its row."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from replique.ui.transcript.metrics import Face

LINE_BREAK = "\n"
PADDING_X, PADDING_Y = 8, 2
"""Around the words: the border and the padding that the style sheet gives it."""
CURSOR_WIDTH = 2
"""Room for the text cursor after a full line."""


class WordsEditor(QTextEdit):
    """A text field that grows with its text and sets it as the row does; keys type, only chords command.

    Esc keeps what was typed and leaves; Ctrl+Enter too, and goes on; so does losing the focus.
    """

    left = Signal(bool)
    """The user is done; carries whether he goes on to the next turn."""
    grown = Signal()
    """The text needs another height: read `wanted_height`."""

    def __init__(self, text: str, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_left = False
        self._face = face
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTabChangesFocus(True)
        self.setFont(face.font)
        self.setAccessibleName(self.tr("Words of the turn"))
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self._space_lines()
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed; a field reads some separators of Unicode back otherwise than they stand."""
        return self.document().isModified()

    @property
    def words(self) -> str:
        """The text as it stands; no-break spaces stay what they are."""
        blocks = []
        block = self.document().begin()
        while block.isValid():
            blocks.append(block.text().replace("\u2028", LINE_BREAK))
            block = block.next()
        return LINE_BREAK.join(blocks)

    @property
    def wanted_height(self) -> int:
        """How high the text is."""
        return max(self._face.line_height, round(self.document().size().height()))

    def put_over(self, words: QRect) -> None:
        """Stand so that the text covers `words` letter for letter, where those are painted."""
        first = self.document().begin().layout().lineAt(0)
        lower = round(first.y() + first.ascent()) - self._face.baseline if first.isValid() else 0
        self.setLineWrapColumnOrWidth(words.width())
        self.setGeometry(
            words.translated(0, -lower).adjusted(-PADDING_X, -PADDING_Y, PADDING_X + CURSOR_WIDTH, PADDING_Y)
        )

    def put_cursor(self, place: int | None) -> None:
        """Put the text cursor before a character, at the end where none is given."""
        cursor = self.textCursor()
        if place is None:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.setPosition(place)
        self.setTextCursor(cursor)

    def leave(self, *, go_on: bool = False) -> None:
        """Be done, once."""
        if not self._is_left:
            self._is_left = True
            self.left.emit(go_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc or Ctrl+Enter; type otherwise."""
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif chord and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave(go_on=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the focus goes elsewhere; a menu or another window only borrows it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave()

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(self._face.line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
