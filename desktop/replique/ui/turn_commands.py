"""What the keys do to turns: go, split, merge, note or spoken, who speaks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from replique.core import edits
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document, Kind, Turn
from replique.ui.playback_controller import PlaybackController
from replique.ui.session import EditingSession

SPLIT = QT_TRANSLATE_NOOP("turns", "Turn {number} split")
MERGED = QT_TRANSLATE_NOOP("turns", "Turn {number} merged with the next")
MADE_NOTE = QT_TRANSLATE_NOOP("turns", "Turn {number} made a note")
MADE_SPEECH = QT_TRANSLATE_NOOP("turns", "Turn {number} made spoken")
SPOKEN_BY = QT_TRANSLATE_NOOP("turns", "Turn {number} spoken by {name}")
ADDED = QT_TRANSLATE_NOOP("turns", "Speaker {name} added")
RENAMED = QT_TRANSLATE_NOOP("turns", "Speaker renamed to {name}")
NO_SPEAKER = QT_TRANSLATE_NOOP("turns", "There is no speaker {number}.")
NO_TURN = QT_TRANSLATE_NOOP("turns", "Choose a turn first: no turn is current.")
NO_WORD = QT_TRANSLATE_NOOP("turns", "Click on the word before which to split, or play to it.")


class TurnCommands(QObject):
    """Edits of the current turn, and the way from turn to turn.

    `cursor_word` answers the index of the word under the text cursor in the current turn, or None.
    """

    said = Signal(object)
    """Something to tell the user that is no edit; a :class:`~replique.core.messages.Message`."""

    def __init__(
        self,
        session: EditingSession,
        playback: PlaybackController,
        cursor_word: Callable[[], int | None],
    ) -> None:
        super().__init__()
        self._session = session
        self._playback = playback
        self._cursor_word = cursor_word

    def go(self, step: int, *, silent: bool = False) -> None:
        """Stand on the next (+1) or previous (-1) turn; the player goes to its start unless `silent`."""
        document, current = self._session.document, self._session.current_turn
        index = document.index_of(current.id) + step if current else (0 if step > 0 else -1)
        if not 0 <= index < len(document.turns):
            return
        self._session.set_current(document.turns[index].id)
        start_ms = self._session.timeline.turn_span(index).start_ms
        if not silent and start_ms is not None:
            self._playback.seek(start_ms)

    def split(self) -> None:
        """Split the current turn before the word under the text cursor, or the one that is heard."""
        turn, index = self._current()
        word_index = self._cursor_word() or self._heard_word(index)
        if not word_index:
            self.said.emit(Message("turns", NO_WORD))
            return
        self._apply(lambda document: edits.split_turn(document, turn.id, word_index), SPLIT)

    def merge(self) -> None:
        """Merge the current turn with the one after it."""
        turn, _ = self._current()
        self._apply(lambda document: edits.merge_turns(document, turn.id), MERGED)

    def toggle_kind(self) -> None:
        """Make the current turn a note, or spoken."""
        turn, _ = self._current()
        kind = Kind.NOTE if turn.is_speech else Kind.SPEECH
        text = MADE_NOTE if kind is Kind.NOTE else MADE_SPEECH
        self._apply(lambda document: edits.set_kind(document, turn.id, kind), text)

    def assign_number(self, number: int) -> None:
        """Say that the current turn is spoken by the speaker of that number, counted from 1."""
        speakers = self._session.document.speakers
        if number > len(speakers):
            self.said.emit(Message("turns", NO_SPEAKER, number=number))
            return
        self.assign(speakers[number - 1].id)

    def assign(self, speaker_id: int) -> None:
        """Say who speaks the current turn; a click in the list of speakers may come before there is one."""
        turn = self._session.current_turn
        if turn is None:
            self.said.emit(Message("turns", NO_TURN))
            return
        speaker = self._session.document.speaker(speaker_id)
        name = speaker.name if speaker else ""
        self._apply(lambda document: edits.assign_speaker(document, turn.id, speaker_id), SPOKEN_BY, name=name)

    def add_speaker(self, name: str) -> None:
        """Add a speaker."""
        self._session.apply(lambda document: edits.add_speaker(document, name), Message("turns", ADDED, name=name))

    def rename_speaker(self, speaker_id: int, name: str) -> None:
        """Rename a speaker everywhere."""
        self._session.apply(
            lambda document: edits.rename_speaker(document, speaker_id, name), Message("turns", RENAMED, name=name)
        )

    def _heard_word(self, index: int) -> int | None:
        at = self._session.timeline.word_at(self._playback.position_ms())
        return at[1] if at and at[0] == index else None

    def _current(self) -> tuple[Turn, int]:
        """Return the current turn and its index; the actions are enabled only where there is one."""
        turn = self._session.current_turn
        if turn is None:
            raise LookupError("no current turn")
        return turn, self._session.document.index_of(turn.id)

    def _apply(self, edit: Callable[[Document], Document], text: str, **values: object) -> None:
        _, index = self._current()
        self._session.apply(edit, Message("turns", text, number=index + 1, **values))
