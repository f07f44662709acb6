"""The speakers of the document with the number of their turns, as a list for views."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from replique.core.diff import Change
from replique.core.model import Speaker
from replique.ui.session import EditingSession

Index = QModelIndex | QPersistentModelIndex

KEYED_SPEAKERS = 9
"""The first nine have a number key."""


class SpeakerRole(IntEnum):
    """What the list tells of a speaker beside his name."""

    ID = Qt.ItemDataRole.UserRole
    COLOR = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    CURRENT = Qt.ItemDataRole.UserRole + 4


class SpeakersModel(QAbstractListModel):
    """One row a speaker, in the document's order; counts follow each change without counting anew."""

    renamed = Signal(int, str)
    """A name was typed into the list: id of the speaker, new name."""

    def __init__(self, session: EditingSession) -> None:
        super().__init__()
        self._session = session
        self._speakers: tuple[Speaker, ...] = ()
        self._counts: Counter[int | None] = Counter()
        self._current: int | None = None
        session.document_replaced.connect(self._read)
        session.document_changed.connect(self._follow)
        session.current_changed.connect(self._follow_current)
        self._read()

    def speaker_at(self, row: int) -> Speaker:
        """Return the speaker of a row."""
        return self._speakers[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a speaker."""
        return 0 if parent.isValid() else len(self._speakers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, or what a :class:`SpeakerRole` asks for."""
        if not index.isValid():
            return None
        row = index.row()
        speaker = self._speakers[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return speaker.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._in_words(row)
        answers: dict[int, object] = {
            SpeakerRole.ID: speaker.id,
            SpeakerRole.COLOR: speaker.color,
            SpeakerRole.NUMBER: row + 1 if row < KEYED_SPEAKERS else None,
            SpeakerRole.COUNT: self._counts[speaker.id],
            SpeakerRole.CURRENT: speaker.id == self._current,
        }
        return answers.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the document decides, and the list follows it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        speaker = self._speakers[index.row()]
        if isinstance(value, str) and value.strip() != speaker.name:
            self.renamed.emit(speaker.id, value.strip())
        return False

    def _in_words(self, row: int) -> str:
        speaker = self._speakers[row]
        turns = self.tr("%n turn(s)", "", self._counts[speaker.id])
        if row < KEYED_SPEAKERS:
            return self.tr("{name}, key {number}, {turns}").format(name=speaker.name, number=row + 1, turns=turns)
        return f"{speaker.name}, {turns}"

    def _read(self) -> None:
        self.beginResetModel()
        document = self._session.document
        self._speakers = document.speakers
        self._counts = Counter(turn.speaker_id for turn in document.turns if turn.is_speech)
        self._current = self._current_speaker()
        self.endResetModel()

    def _follow(self, change: Change) -> None:
        self._counts.subtract(turn.speaker_id for turn in change.removed if turn.is_speech)
        self._counts.update(turn.speaker_id for turn in change.inserted if turn.is_speech)
        if change.speakers:
            self._follow_speakers(self._session.document.speakers)
        self._current = self._current_speaker()
        self._tell_all()

    def _follow_speakers(self, speakers: tuple[Speaker, ...]) -> None:
        """Take the new speakers; rows come and go at the end, where edits add them."""
        before, after = len(self._speakers), len(speakers)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._speakers = speakers
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._speakers = speakers
            self.endRemoveRows()
        else:
            self._speakers = speakers

    def _follow_current(self) -> None:
        current = self._current_speaker()
        if current != self._current:
            self._current = current
            self._tell_all()

    def _current_speaker(self) -> int | None:
        turn = self._session.current_turn
        return turn.speaker_id if turn and turn.is_speech else None

    def _tell_all(self) -> None:
        """All rows may show another count; there are few, so they are told together."""
        if self._speakers:
            self.dataChanged.emit(self.index(0), self.index(len(self._speakers) - 1))
