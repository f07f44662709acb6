"""Whatever a person does to a document, in whatever order: it stays sound, and can be taken back."""

import inspect
import re
from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from replique.core import edits
from replique.core.diff import diff
from replique.core.edges import bounds, slots_of
from replique.core.errors import EditError
from replique.core.history import History
from replique.core.invariants import violations
from replique.core.messages import Message
from replique.core.model import CueShape, Document, Edge, Kind, TimeState
from replique.core.moving import move_bounds
from replique.core.timeline import Timeline

Edit = Callable[[Document], Document]
LABEL = Message("test", "an edit")

numbers = st.integers(0, 2**16)
times_ms = st.integers(-500, 15_000)
edges = st.sampled_from(Edge)
names = st.sampled_from(["Anne", "anne ", "Dora", "Élise", "", "  "])
texts = st.lists(
    st.sampled_from(["Oui", "non.", "là", "l’an", "un", "mot", "\n", "  ", "?"]), min_size=0, max_size=7
).map(" ".join)


def words_of(document: Document) -> list[str]:
    return [word.text for turn in document.turns for word in turn.words]


def confirmed_times(document: Document) -> set[tuple[int, int, int]]:
    return {
        (turn.id, slot, known.ms)
        for turn in document.turns
        for slot, known in enumerate(slots_of(turn))
        if known and known.confirmed
    }


class Editing(RuleBasedStateMachine):
    """Does every edit at random, and keeps all documents aside to compare with what undo and redo bring."""

    document_from: Callable[[int], Document]
    shapes_from: Callable[[int, int], tuple[CueShape, ...]]

    @initialize(seed=st.integers(0, 2**32))
    def open(self, seed: int) -> None:
        document = self.document_from(seed)
        assert list(violations(document)) == []
        self.history: History[int] = History(document)
        self.timeline = Timeline(document)
        self.documents = [document]
        self.at = 0
        self.gesture: str | None = None

    @property
    def document(self) -> Document:
        return self.history.document

    def turn_id(self, number: int) -> int:
        return self.document.turns[number % len(self.document.turns)].id

    def word_index(self, turn_id: int, number: int) -> int:
        return number % len(self.document.turn(turn_id).words)

    def make(self, edit: Edit, gesture: str | None = None, *, rewrites: bool = False) -> Document | None:
        """Make an edit, check what holds after any, and return the document, or None where it was refused."""
        before = self.document
        after: Document | None
        said = ""
        try:
            after = edit(before)
        except EditError as refusal:
            said = refusal.in_words()
            after = None
        if after is None:
            assert said
            assert self.document is before
            return None
        assert list(violations(after)) == []
        if not rewrites:
            assert words_of(after) == words_of(before)
        self.check_sharing(before, after)
        self.record(before, after, gesture)
        return after

    def check_sharing(self, before: Document, after: Document) -> None:
        kept = {turn.id: turn for turn in before.turns}
        for turn in after.turns:
            assert turn is kept.get(turn.id) or turn != kept.get(turn.id)
        change = diff(before, after)
        assert change.apply(before) == after
        assert change.inverse().apply(after) == before
        assert change.is_empty == (before == after)

    def record(self, before: Document, after: Document, gesture: str | None) -> None:
        undone = self.history.redo_step is not None
        joins = gesture is not None and gesture == self.gesture and self.at > 0 and not undone
        change = self.history.record(after, LABEL, 0, 0, gesture)
        if not change.is_empty:
            del self.documents[self.at + (0 if joins else 1) :]
            if joins and after == self.documents[-1]:
                gesture = None if self.history.undo_step is None else self.history.undo_step.gesture
            else:
                self.documents.append(after)
            self.at = len(self.documents) - 1
            self.gesture = gesture
        self.follow()

    def follow(self) -> None:
        """The timeline that follows the change is the one that is worked out afresh."""
        fresh = Timeline(self.document)
        self.timeline = Timeline(self.document, self.timeline)
        for index in range(len(self.document.turns)):
            assert self.timeline.turn_span(index) == fresh.turn_span(index)
        for ms in (0, 1000, 5000, 20_000):
            assert self.timeline.turn_at(ms) == fresh.turn_at(ms)

    @rule(number=numbers, word=numbers, edge=edges, ms=times_ms, drag=st.booleans())
    def set_word_edge(self, number: int, word: int, edge: Edge, ms: int, drag: bool) -> None:
        turn_id = self.turn_id(number)
        index, before = self.word_index(turn_id, word), confirmed_times(self.document)
        slot = 2 * index + (edge is Edge.END)
        gesture = f"drag {turn_id} {slot}" if drag else None
        at = self.document.index_of(turn_id)
        earliest_ms, latest_ms = bounds(self.document.turns, at, slot)
        spoken = self.document.turns[at].is_speech
        after = self.make(lambda d: edits.set_word_edge(d, turn_id, index, edge, ms), gesture)
        assert (after is not None) == (spoken and earliest_ms <= ms <= latest_ms)
        if after:
            others = {time for time in before if time[:2] != (turn_id, slot)}
            assert others <= confirmed_times(after)
            assert (turn_id, slot, ms) in confirmed_times(after)

    @rule(number=numbers, edge=edges, ms=times_ms)
    def set_edge(self, number: int, edge: Edge, ms: int) -> None:
        turn_id = self.turn_id(number)
        after = self.make(lambda d: edits.set_edge(d, turn_id, edge, ms))
        if after:
            turn = after.turn(turn_id)
            assert (turn.start_ms if edge is Edge.START else turn.end_ms) == ms

    @rule(number=numbers, ms=times_ms)
    def set_start(self, number: int, ms: int) -> None:
        turn_id = self.turn_id(number)
        after = self.make(lambda d: edits.set_start(d, turn_id, ms))
        assert after is None or (after.turn(turn_id).start_ms == ms and after.turn(turn_id).is_confirmed)

    @rule(number=numbers, ms=times_ms)
    def set_end(self, number: int, ms: int) -> None:
        turn_id = self.turn_id(number)
        after = self.make(lambda d: edits.set_end(d, turn_id, ms))
        assert after is None or after.turn(turn_id).end_ms == ms

    @rule(number=numbers, edge=edges)
    def clear_edge(self, number: int, edge: Edge) -> None:
        turn_id = self.turn_id(number)
        after = self.make(lambda d: edits.clear_edge(d, turn_id, edge))
        if after:
            turn = after.turn(turn_id)
            assert (turn.start_ms if edge is Edge.START else turn.end_ms) is None

    @rule(number=numbers)
    def confirm(self, number: int) -> None:
        turn_id = self.turn_id(number)
        start_ms = self.timeline.turn_span(self.document.index_of(turn_id)).start_ms
        after = self.make(lambda d: edits.confirm(d, turn_id))
        assert after is None or (after.turn(turn_id).is_confirmed and after.turn(turn_id).start_ms == start_ms)

    @rule(number=numbers, delta_ms=st.integers(-3000, 3000))
    def shift(self, number: int, delta_ms: int) -> None:
        turn_id = self.turn_id(number)
        before = self.document
        after = self.make(lambda d: edits.shift(d, turn_id, delta_ms))
        if after:
            for old, new in zip(before.turns, after.turns, strict=True):
                if before.index_of(old.id) >= before.index_of(turn_id):
                    moved = [known and known.ms + delta_ms for known in slots_of(old)]
                    assert [known and known.ms for known in slots_of(new)] == moved

    @rule(number=numbers, ms=times_ms)
    def set_start_and_shift(self, number: int, ms: int) -> None:
        turn_id = self.turn_id(number)
        after = self.make(lambda d: edits.set_start_and_shift(d, turn_id, ms))
        assert after is None or after.turn(turn_id).start_ms == ms

    @rule(number=numbers, delta_ms=st.integers(-3000, 3000), drag=st.booleans())
    def move_turn(self, number: int, delta_ms: int, drag: bool) -> None:
        turn_id = self.turn_id(number)
        at, before = self.document.index_of(turn_id), confirmed_times(self.document)
        turns, span = self.document.turns, self.timeline.turn_span(at)
        after = self.make(lambda d: edits.move_turn(d, turn_id, delta_ms), f"move {turn_id}" if drag else None)
        if span.start_ms is None or span.end_ms is None:
            assert after is None
            return
        earliest_ms, latest_ms = move_bounds(turns, at, span.start_ms)
        assert (after is not None) == (delta_ms == 0 or earliest_ms <= span.start_ms + delta_ms <= latest_ms)
        if after and delta_ms:
            moved = after.turn(turn_id)
            assert (moved.start_ms, moved.is_confirmed) == (span.start_ms + delta_ms, True)
            for old_time, new_time in zip(slots_of(turns[at]), slots_of(moved), strict=True):
                assert old_time is None or (new_time and new_time.ms == old_time.ms + delta_ms)
            assert moved.end_ms in (None, span.end_ms + delta_ms)
            assert moved.end_ms is not None or span.end_state is TimeState.INTERPOLATED
            assert {time for time in before if time[0] != turn_id} <= confirmed_times(after)

    @rule(number=numbers, other=numbers, end_ms=times_ms, start_ms=times_ms)
    def set_boundary(self, number: int, other: int, end_ms: int, start_ms: int) -> None:
        before_id, turn_id = self.turn_id(number), self.turn_id(other)
        after = self.make(lambda d: edits.set_boundary(d, before_id, turn_id, end_ms, start_ms))
        if after and before_id != turn_id:
            assert after.turn(before_id).end_ms == end_ms
            assert after.turn(turn_id).start_ms == start_ms

    @rule(number=numbers, word=numbers)
    def split(self, number: int, word: int) -> None:
        turn_id = self.turn_id(number)
        before, index = self.document, self.word_index(turn_id, word)
        old = before.turn(turn_id)
        after = self.make(lambda d: edits.split_turn(d, turn_id, index))
        if after:
            at = after.index_of(turn_id)
            assert [len(turn.words) for turn in after.turns[at : at + 2]] == [index, len(old.words) - index]
            assert {time[2] for time in confirmed_times(after)} == {time[2] for time in confirmed_times(before)}
            assert edits.merge_turns(after, turn_id).turn(turn_id).text == old.text

    @rule(number=numbers)
    def merge(self, number: int) -> None:
        turn_id = self.turn_id(number)
        self.make(lambda d: edits.merge_turns(d, turn_id))

    @rule(number=numbers, text=texts, typing=st.booleans())
    def retext(self, number: int, text: str, typing: bool) -> None:
        turn_id = self.turn_id(number)
        gesture = f"type {turn_id}" if typing else None
        after = self.make(lambda d: edits.retext(d, turn_id, text), gesture, rewrites=True)
        assert after is None or after.turn(turn_id).text.split() == text.split()

    @rule(number=numbers, kind=st.sampled_from(Kind))
    def set_kind(self, number: int, kind: Kind) -> None:
        turn_id = self.turn_id(number)
        self.make(lambda d: edits.set_kind(d, turn_id, kind))

    @rule(number=numbers, seed=numbers, whole=st.booleans())
    def shape(self, number: int, seed: int, whole: bool) -> None:
        turn_id = self.turn_id(number)
        shapes = self.shapes_from(seed, len(self.document.turn(turn_id).words) + (0 if whole else 1))
        after = self.make(lambda d: edits.shape_turn(d, turn_id, shapes))
        assert after is None or after.turn(turn_id).shapes == shapes

    @rule(number=numbers, speaker_id=st.integers(1, 5))
    def assign_speaker(self, number: int, speaker_id: int) -> None:
        turn_id = self.turn_id(number)
        self.make(lambda d: edits.assign_speaker(d, turn_id, speaker_id))

    @rule(name=names)
    def add_speaker(self, name: str) -> None:
        before = self.document
        after = self.make(lambda d: edits.add_speaker(d, name))
        if after:
            assert after.speakers[:-1] == before.speakers
            assert len({speaker.color for speaker in after.speakers}) == len(after.speakers)

    @rule(speaker_id=st.integers(1, 5), name=names)
    def rename_speaker(self, speaker_id: int, name: str) -> None:
        self.make(lambda d: edits.rename_speaker(d, speaker_id, name))

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        assert self.history.undo() is not None
        self.at -= 1
        self.check_place()

    @precondition(lambda self: self.at < len(self.documents) - 1)
    @rule()
    def redo(self) -> None:
        assert self.history.redo() is not None
        self.at += 1
        self.check_place()

    def check_place(self) -> None:
        assert self.document == self.documents[self.at]
        step = self.history.undo_step
        self.gesture = step.gesture if step else None
        self.follow()

    def teardown(self) -> None:
        if not hasattr(self, "history"):
            return
        while self.history.undo():
            self.at -= 1
            assert self.document == self.documents[self.at]
        assert self.at == 0
        while self.history.redo():
            self.at += 1
            assert self.document == self.documents[self.at]
        assert self.at == len(self.documents) - 1


def test_every_edit_that_there_is_is_made() -> None:
    public = {
        name
        for name, value in vars(edits).items()
        if inspect.isfunction(value) and value.__module__ == edits.__name__ and not name.startswith("_")
    }
    in_steps = {name for name in public if inspect.isgeneratorfunction(getattr(edits, name))}
    assert in_steps == {"setting_start_and_shifting"}
    public -= in_steps
    assert set(re.findall(r"edits\.(\w+)\(", inspect.getsource(Editing))) == public


def test_any_edits_in_any_order_leave_a_sound_document_and_can_be_taken_back(
    document_from: Any, shapes_from: Any
) -> None:
    class Machine(Editing):
        pass

    Machine.document_from = staticmethod(document_from)
    Machine.shapes_from = staticmethod(shapes_from)
    bounded = settings(derandomize=True, deadline=None, max_examples=300, stateful_step_count=40)
    run_state_machine_as_test(Machine, settings=bounded)
