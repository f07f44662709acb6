"""The turns of the session's document as an item model: one row a turn, no truth of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from replique.core.diff import Change
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import TimeState, Turn
from replique.ui.i18n import say_clock
from replique.ui.session import EditingSession

TURN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The :class:`~replique.core.model.Turn` itself."""

# Looked up once: in `data` the enumeration costs more than the answer.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ACCESSIBLE_TEXT = Qt.ItemDataRole.AccessibleTextRole

STATES = {
    TimeState.NONE: QT_TRANSLATE_NOOP("transcript", "no time"),
    TimeState.INTERPOLATED: QT_TRANSLATE_NOOP("transcript", "interpolated"),
    TimeState.ALIGNED: QT_TRANSLATE_NOOP("transcript", "aligned"),
    TimeState.CONFIRMED: QT_TRANSLATE_NOOP("transcript", "confirmed"),
}
NO_SPEAKER = QT_TRANSLATE_NOOP("transcript", "No speaker")
NOTE = QT_TRANSLATE_NOOP("transcript", "note")

Index = QModelIndex | QPersistentModelIndex


def say(text: str) -> str:
    """Return a text of the transcript in the language of the window."""
    return QCoreApplication.translate("transcript", text)


class TranscriptModel(QAbstractListModel):
    """Follows the session: rows come, go and change exactly where the document did."""

    def __init__(self, session: EditingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._turns = session.document.turns
        session.document_replaced.connect(self._replace)
        session.document_changed.connect(self._change)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many turns there are."""
        return 0 if parent.isValid() else len(self._turns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the text of a turn, what a screen reader says of it, or the turn."""
        if not index.isValid() or index.row() >= len(self._turns):
            return None
        turn = self._turns[index.row()]
        if role == _DISPLAY:
            return turn.text
        if role == _ACCESSIBLE_TEXT:
            return f"{self.speaker_name(turn)}, {self._description(index.row())}: {turn.text}"
        return turn if role == TURN_ROLE else None

    def turn(self, row: int) -> Turn:
        """Return the turn in a row."""
        return self._turns[row]

    def row_of(self, turn_id: int | None) -> int:
        """Return the row of a turn, -1 where it has none."""
        return next((row for row, turn in enumerate(self._turns) if turn.id == turn_id), -1)

    def speaker_name(self, turn: Turn) -> str:
        """Return who speaks a turn, in words."""
        if not turn.is_speech:
            return say(NOTE)
        speaker = self._session.document.speaker(turn.speaker_id)
        return speaker.name if speaker else say(NO_SPEAKER)

    def word_description(self, row: int, word: int) -> str:
        """Return when a word is said and how that is known, in words; an empty text where nothing is known."""
        span = self._session.timeline.word_spans(row)[word]
        if span is None:
            return ""
        known = self._turns[row].words[word].start_state
        return _described(span[0], TimeState.INTERPOLATED if known is TimeState.NONE else known)

    def _description(self, row: int) -> str:
        span = self._session.timeline.turn_span(row)
        return _described(span.start_ms, span.start_state)

    def _replace(self) -> None:
        self.beginResetModel()
        self._turns = self._session.document.turns
        self.endResetModel()

    def _change(self, change: Change) -> None:
        """Tell which rows changed, came or went; a speaker who changed is in all rows."""
        turns = self._session.document.turns
        old, new = len(change.removed), len(change.inserted)
        both = min(old, new)
        first = change.first
        if new > old:
            self.beginInsertRows(QModelIndex(), first + both, first + new - 1)
            self._turns = turns
            self.endInsertRows()
        elif old > new:
            self.beginRemoveRows(QModelIndex(), first + both, first + old - 1)
            self._turns = turns
            self.endRemoveRows()
        self._turns = turns
        if both:
            self.dataChanged.emit(self.index(first), self.index(first + both - 1))
        if change.speakers and turns:
            self.dataChanged.emit(self.index(0), self.index(len(turns) - 1), [_ACCESSIBLE_TEXT])


def _described(start_ms: int | None, state: TimeState) -> str:
    return say(STATES[state]) if start_ms is None else f"{say_clock(start_ms)}, {say(STATES[state])}"
