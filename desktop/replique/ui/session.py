"""The document that the window shows, changed by edits and told to the views by signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from replique.core.diff import Change
from replique.core.edits import Steps
from replique.core.errors import EditError
from replique.core.history import History
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document, Turn, confirmed_count, speech_count
from replique.core.timeline import Timeline
from replique.ui.slices import Outcome, Slices

Edit = Callable[[Document], Document]

UNDONE = QT_TRANSLATE_NOOP("session", "Undone: {what}")
REDONE = QT_TRANSLATE_NOOP("session", "Redone: {what}")


class Sight(NamedTuple):
    """What the page shows: the turn at its top, at how many pixels; and the word under the text cursor."""

    top_id: int
    top_px: int
    word: tuple[int, int] | None


class Place(NamedTuple):
    """Where the user stands: on a turn, with a part of the page before him."""

    turn_id: int | None
    sight: Sight | None


class EditingSession(QObject):
    """The document, its history, its derived times, and the turn on which the user stands.

    Views read `document` and `timeline`, follow the signals, and change the document by :meth:`apply` alone.
    """

    document_replaced = Signal()
    """Another document was opened: read everything anew."""
    document_changed = Signal(object)
    """Turns, speakers or metadata changed; carries the :class:`~replique.core.diff.Change`."""
    current_changed = Signal(object)
    """The user stands on another turn; carries its id or None."""
    saved_changed = Signal(bool)
    """Whether the document is as it was saved last."""
    done = Signal(object)
    """An edit was made, undone or redone; carries its name, a :class:`~replique.core.messages.Message`."""
    sight_restored = Signal(object)
    """Show again what the page showed; carries the :class:`Sight`."""
    refused = Signal(object)
    """An edit was refused; carries the :class:`~replique.core.errors.EditError`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History[Place] = History(Document())
        self._saved_revision = 0
        self._was_saved = True
        self.timeline = Timeline(self.document)
        self.current_id: int | None = None
        # Where the current turn stood last: there are thousands, and an edit asks for it several times.
        self._current_index = 0
        self.look: Callable[[], Sight | None] = lambda: None
        """Tells what the page shows; whoever shows one sets it."""
        self.speech_count = 0
        """How many turns are spoken."""
        self.confirmed_count = 0
        """How many spoken turns have a confirmed start."""
        self._slices = Slices(self)

    @property
    def document(self) -> Document:
        """The document as it stands."""
        return self._history.document

    @property
    def revision(self) -> int:
        """The number of the document's state; undo brings an earlier number back."""
        return self._history.revision

    @property
    def current_turn(self) -> Turn | None:
        """The turn on which the user stands."""
        if self.current_id is None:
            return None
        turns, index = self.document.turns, self._current_index
        if index >= len(turns) or turns[index].id != self.current_id:
            self._current_index = index = self.document.index_of(self.current_id)
        return turns[index]

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back."""
        step = self._history.undo_step
        return step.label if step else None

    @property
    def done_labels(self) -> list[Message]:
        """What undo would take back step by step, oldest first."""
        return [step.label for step in self._history.done_steps]

    @property
    def redo_label(self) -> Message | None:
        """What redo would do again."""
        step = self._history.redo_step
        return step.label if step else None

    @property
    def is_saved(self) -> bool:
        """Whether the document is as it was saved last."""
        return self.revision == self._saved_revision

    def open(self, document: Document, current_id: int | None = None) -> None:
        """Show another document, with an empty history."""
        self._slices.drop()
        self._history = History(document)
        self._saved_revision = self.revision
        self.timeline = Timeline(document)
        self.current_id = current_id
        self.speech_count, self.confirmed_count = document.speech_count(), document.confirmed_count()
        self.document_replaced.emit()
        self.current_changed.emit(current_id)
        self._tell_saved()

    def apply(self, edit: Edit, label: Message, *, gesture: str | None = None, go_to: int | None = None) -> bool:
        """Make an edit, one undo step; `gesture` joins it to the step before of the same gesture.

        `go_to` is the id of the turn to stand on afterwards. Return whether the edit was accepted; where it was
        refused, `refused` tells why and nothing has changed.
        """
        self.finish()
        try:
            after = edit(self.document)
        except EditError as error:
            self.refused.emit(error)
            return False
        stood, newest = self._place(), self._history.undo_step
        stands_on = self.current_id if go_to is None else go_to
        change = self._history.record(after, label, stood, Place(stands_on, stood.sight), gesture)
        self._show(change, stands_on)
        if self._history.undo_step is not newest:
            self.stand_here()
        if not change.is_empty:
            self.done.emit(label)
        return True

    def apply_in_slices(self, steps: Callable[[Document], Steps], label: Message) -> None:
        """Make an edit that may take longer than a frame: what does not fit into one is done between events.

        Until then the document is what it was; the next edit, undo or redo finishes it first.
        """
        self.finish()
        self._slices.start(steps(self.document), lambda outcome: self._apply_outcome(outcome, label))

    def finish(self) -> None:
        """Finish the edit that is under way, if one is."""
        self._slices.finish()

    def _apply_outcome(self, outcome: Outcome, label: Message) -> None:
        self.apply(lambda _document: outcome(), label)

    def stand_here(self) -> None:
        """Keep where the user stands now as the place to which a redo of the newest step leads."""
        self._history.stand(self._place())

    def undo(self) -> None:
        """Take the newest step back; the user stands where he stood before it, and sees what he saw."""
        self.finish()
        step = self._history.undo()
        if step:
            self._go_back(step.change.inverse(), step.place_before)
            self.done.emit(Message("session", UNDONE, what=step.label))

    def redo(self) -> None:
        """Do the step again that was undone last; the user stands where he stood after it."""
        self.finish()
        step = self._history.redo()
        if step:
            self._go_back(step.change, step.place_after)
            self.done.emit(Message("session", REDONE, what=step.label))

    def set_current(self, turn_id: int | None) -> None:
        """Stand on another turn."""
        if turn_id != self.current_id:
            self.current_id = turn_id
            self.current_changed.emit(turn_id)

    def mark_saved(self, revision: int) -> None:
        """Note that the document was saved as it was at `revision`."""
        self._saved_revision = revision
        self._tell_saved()

    def _place(self) -> Place:
        return Place(self.current_id, self.look())

    def _go_back(self, change: Change, place: Place) -> None:
        self._show(change, place.turn_id)
        if place.sight:
            self.sight_restored.emit(place.sight)

    def _show(self, change: Change, stands_on: int | None) -> None:
        if not change.is_empty:
            self.timeline = Timeline(self.document, self.timeline, change)
            self._count(change)
            if self.current_id != stands_on:
                self.current_id = None
            self.document_changed.emit(change)
            self._tell_saved()
        self.set_current(stands_on)

    def _count(self, change: Change) -> None:
        """Follow a change with the counts: there may be thousands of turns that it left alone."""
        self.speech_count += speech_count(change.inserted) - speech_count(change.removed)
        self.confirmed_count += confirmed_count(change.inserted) - confirmed_count(change.removed)

    def _tell_saved(self) -> None:
        if self.is_saved != self._was_saved:
            self._was_saved = self.is_saved
            self.saved_changed.emit(self.is_saved)
