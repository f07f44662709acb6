"""Undo and redo: the differences between the documents, one step for one gesture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from operator import is_not
from typing import Generic, TypeVar

from replique.core.diff import Change, diff
from replique.core.messages import Message
from replique.core.model import Document, Turn

Place = TypeVar("Place")

MOST_BYTES = 256 * 1024 * 1024
"""So much memory the history takes at most: 150 shifts of an hour in which each word has its times."""
WORD_BYTES, TURN_BYTES, SLOT_BYTES = 170, 800, 8
"""What a word, a turn and the place of a word in it take, measured with CPython 3.11 on 64 bits."""
WORDS_LOOKED_AT = 8


@dataclass(frozen=True, slots=True)
class Step(Generic[Place]):
    """One gesture of the user: what it changed, its name, and where he stood before and after."""

    change: Change
    label: Message
    gesture: str | None
    revision_before: int
    revision_after: int
    place_before: Place
    place_after: Place
    weight: int = 0
    """About so many bytes only the history holds because of this step."""


class History(Generic[Place]):
    """The document and the way back.

    Only differences are kept (whole documents would cost 0.8 GB for 1 000 steps at 100 000 turns), and of them no
    more than fit into `most_bytes`: the oldest steps are forgotten, the newest never. `Place` is whatever the caller
    wants back with an undo: the selection, say.
    """

    def __init__(self, document: Document, most_bytes: int = MOST_BYTES) -> None:
        self.document = document
        self._most_bytes = most_bytes
        self.revision = 0
        self._newest_revision = 0
        self._done: list[Step[Place]] = []
        self._undone: list[Step[Place]] = []

    @property
    def undo_step(self) -> Step[Place] | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def done_steps(self) -> Sequence[Step[Place]]:
        """The steps that undo would take back one after the other, oldest first."""
        return self._done

    @property
    def redo_step(self) -> Step[Place] | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def record(
        self, after: Document, label: Message, before_place: Place, after_place: Place, gesture: str | None = None
    ) -> Change:
        """Make `after` the document and return what changed.

        A step of the same `gesture` as the newest (a drag, a burst of typing) replaces it. Nothing is recorded
        where nothing changed.
        """
        change = diff(self.document, after)
        if change.is_empty:
            return change
        newest = self.undo_step
        recorded, revision_before = change, self.revision
        if newest and gesture is not None and newest.gesture == gesture and not self._undone:
            self._done.pop()
            begun_from = newest.change.inverse().apply(self.document)
            if after == begun_from:
                after = begun_from
                change = diff(self.document, after)
            recorded = diff(begun_from, after)
            revision_before, before_place = newest.revision_before, newest.place_before
        self._undone.clear()
        self.document = after
        self._newest_revision += 1
        self.revision = self._newest_revision
        if recorded.is_empty:
            self.revision = revision_before
        else:
            revisions = (revision_before, self.revision)
            self._done.append(
                Step(recorded, label, gesture, *revisions, before_place, after_place, _weight(recorded))
            )
            self._forget_oldest()
        return change

    def stand(self, place: Place) -> None:
        """Say where the user stands after the newest step, now that it is shown."""
        if self._done:
            self._done[-1] = replace(self._done[-1], place_after=place)

    def _forget_oldest(self) -> None:
        weight, kept = 0, 0
        for step in reversed(self._done):
            weight += step.weight
            if kept and weight > self._most_bytes:
                break
            kept += 1
        del self._done[: len(self._done) - kept]

    def undo(self) -> Step[Place] | None:
        """Take the newest step back and return it, or None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self.document = step.change.inverse().apply(self.document)
        self.revision = step.revision_before
        self._undone.append(step)
        return step

    def redo(self) -> Step[Place] | None:
        """Do the step again that was undone last and return it, or None where there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self.document = step.change.apply(self.document)
        self.revision = step.revision_after
        self._done.append(step)
        return step


def _weight(change: Change) -> int:
    """Return about how many bytes the turns of one side of a change take, without the words that both sides share."""
    return sum(_turn_weight(*pair) for pair in zip_longest(change.removed, change.inserted))


def _turn_weight(removed: Turn | None, inserted: Turn | None) -> int:
    before, after = (turn.words if turn else () for turn in (removed, inserted))
    longer = max(len(before), len(after))
    changed = longer
    if len(before) == len(after):
        # Every so many words are looked at: a shift changes all of them, other edits one or a few.
        step = max(1, longer // WORDS_LOOKED_AT)
        changed = step * sum(map(is_not, before[::step], after[::step]))
    return TURN_BYTES + SLOT_BYTES * longer + WORD_BYTES * changed
