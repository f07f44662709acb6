"""Editing the words of a turn in its row: where the field stands, and what becomes of what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from replique.core import edits
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Turn
from replique.ui.session import EditingSession
from replique.ui.transcript.editor import WordsEditor
from replique.ui.transcript.model import TranscriptModel
from replique.ui.transcript.page import Page
from replique.ui.transcript.utf16 import utf16_length

EDITED = QT_TRANSLATE_NOOP("transcript", "Words of turn {number} edited")


class RowEditing(QObject):
    """Opens a field over the words of a turn, one at a time, and makes the edit when the user leaves it.

    `rearranged` is called when the row needs another height.
    """

    changed = Signal(bool)
    """Whether words are being edited."""
    left_at = Signal(int, object)
    """The user is done; carries the turn's id and the word where the text cursor stood, None after the last one."""
    went_on = Signal(int)
    """The user is done and wants to edit the turn in this row."""

    def __init__(
        self,
        session: EditingSession,
        model: TranscriptModel,
        page: Page,
        area: QAbstractScrollArea,
        rearranged: Callable[[], None],
    ) -> None:
        super().__init__(area)
        self._session = session
        self._model = model
        self._page = page
        self._area = area
        self._rearranged = rearranged
        self._editor: WordsEditor | None = None
        self.turn_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether words are being edited."""
        return self._editor is not None

    def open(self, turn: Turn, word: int | None) -> None:
        """Open the words of a turn for editing, at one of them or at the end."""
        if self._editor:
            return
        face = self._page.rows.layout(self._model.row_of(turn.id)).face
        editor = WordsEditor(turn.text, face, self._area.viewport())
        editor.put_cursor(None if word is None else _place_of(turn, word))
        editor.left.connect(self._left)
        editor.grown.connect(self._grown)
        self._editor, self.turn_id = editor, turn.id
        self.place()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grown()
        self.changed.emit(True)

    def place(self) -> None:
        """Put the field where the words of its row stand."""
        row = self._model.row_of(self.turn_id)
        if self._editor and row >= 0:
            layout = self._page.rows.layout(row)
            top = self._page.top(row) + layout.words_top
            self._editor.put_over(QRect(layout.words_left, top, layout.measure_px, self._editor.wanted_height))

    def finish(self) -> None:
        """Keep what was typed, and leave."""
        if self._editor:
            self._editor.leave()

    def close(self) -> None:
        """Take the field away; what was typed is forgotten unless it was read before."""
        editor, self._editor = self._editor, None
        row, self.turn_id = self._model.row_of(self.turn_id), None
        if editor is None:
            return
        self._page.rows.let_go()
        if row >= 0:
            self._page.rows.change(row, row)
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        self._rearranged()
        if had_focus:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(False)

    def _grown(self) -> None:
        row = self._model.row_of(self.turn_id)
        if self._editor is None or self.turn_id is None or row < 0:
            return
        self._page.rows.hold(self.turn_id, self._editor.wanted_height)
        self._page.rows.change(row, row)
        self._page.rows.measure(row)
        self._rearranged()

    def _left(self, go_on: bool) -> None:
        editor, turn_id = self._editor, self.turn_id
        if editor is None or turn_id is None:
            return
        is_changed, words, place = editor.is_changed, editor.words, editor.textCursor().position()
        self.close()
        if is_changed:
            number = self._session.document.index_of(turn_id) + 1
            is_changed = self._session.apply(
                lambda document: edits.retext(document, turn_id, words), Message("transcript", EDITED, number=number)
            )
        self.left_at.emit(turn_id, _word_at(self._session.document.turn(turn_id), place))
        if is_changed:
            self._session.stand_here()
        row = self._model.row_of(turn_id) + 1
        if go_on and row < self._model.rowCount():
            self.went_on.emit(row)


def _place_of(turn: Turn, word: int) -> int:
    """Return where a word begins in the text of a turn, in UTF-16 units."""
    before = "".join(w.blank * (i > 0) + w.text for i, w in enumerate(turn.words[:word]))
    return utf16_length(before + turn.words[word].blank * (word > 0))


def _word_at(turn: Turn, place: int) -> int | None:
    """Return the word in or before which a place of the text stands, None where it is the end of the text."""
    end = 0
    for number, word in enumerate(turn.words):
        end += utf16_length(word.blank * (number > 0) + word.text)
        if place < end or (place == end and number + 1 < len(turn.words)):
            return number
    return None
