"""Derived times: in order, between what is known, and the same however they were worked out."""

from collections.abc import Callable

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from replique.core.edges import slots_of
from replique.core.model import Document, TimeState
from replique.core.timeline import UNTIMED, Timeline, span_of

quick = settings(derandomize=True, deadline=None, max_examples=300)
seeds = st.integers(0, 2**32)
Grow = Callable[[int], Document]


def starts_of(timeline: Timeline) -> list[int]:
    spans = [timeline.turn_span(i) for i in range(len(timeline.document.turns))]
    return [span.start_ms for span in spans if span.start_ms is not None]


@quick
@given(seeds)
def test_starts_of_turns_are_in_order_and_none_is_negative(document_from: Grow, seed: int) -> None:
    starts = starts_of(Timeline(document_from(seed)))
    assert starts == sorted(starts)
    assert all(start >= 0 for start in starts)


@quick
@given(seeds)
def test_a_turn_ends_after_it_starts_and_a_derived_end_leaves_the_next_turn_alone(
    document_from: Grow, seed: int
) -> None:
    document = document_from(seed)
    timeline = Timeline(document)
    spoken = [i for i, turn in enumerate(document.turns) if turn.is_speech]
    for index, following in zip(spoken, [*spoken, None][1:], strict=True):
        span = timeline.turn_span(index)
        if span.start_ms is None or span.end_ms is None:
            continue
        assert span.start_ms <= span.end_ms
        next_ms = None if following is None else timeline.turn_span(following).start_ms
        last = document.turns[index].outline.last
        if span.end_state is TimeState.INTERPOLATED and next_ms is not None and (last is None or last.ms < next_ms):
            assert span.end_ms <= next_ms


@quick
@given(seeds)
def test_known_times_are_shown_as_they_are_and_notes_have_none(document_from: Grow, seed: int) -> None:
    document = document_from(seed)
    timeline = Timeline(document)
    for index, turn in enumerate(document.turns):
        span = timeline.turn_span(index)
        if not turn.is_speech:
            assert span == UNTIMED
        if turn.start_ms is not None:
            assert (span.start_ms, span.start_state) == (turn.start_ms, turn.start_state)
        if turn.end_ms is not None:
            assert (span.end_ms, span.end_state) == (turn.end_ms, turn.end_state)


@quick
@given(seeds)
def test_words_stand_inside_their_turn_in_order(document_from: Grow, seed: int) -> None:
    document = document_from(seed)
    timeline = Timeline(document)
    for index, turn in enumerate(document.turns):
        span, words = timeline.turn_span(index), timeline.word_spans(index)
        assert len(words) == len(turn.words)
        edges = [ms for word in words if word for ms in word]
        assert edges == sorted(edges)
        if span.start_ms is not None and span.end_ms is not None:
            assert all(word is not None for word in words)
            assert edges[0] == span.start_ms
            assert edges[-1] == span.end_ms


@quick
@given(seeds, st.integers(0, 40_000))
def test_the_word_that_is_spoken_belongs_to_the_turn_that_is_spoken(document_from: Grow, seed: int, ms: int) -> None:
    timeline = Timeline(document_from(seed))
    turn = timeline.turn_at(ms)
    word = timeline.word_at(ms)
    if turn is None:
        assert word is None
        return
    start_ms = timeline.turn_span(turn).start_ms
    assert start_ms is not None
    assert start_ms <= ms
    assert word is None or word[0] == turn


@quick
@given(seeds, seeds, st.integers(0, 8), st.integers(0, 8))
def test_following_a_change_gives_what_working_it_out_afresh_gives(
    document_from: Grow, seed: int, other: int, first: int, count: int
) -> None:
    """Turns are taken out and others put in; what stays is the same objects, as after an edit."""
    before = document_from(seed)
    fresh_turns = [turn for turn in document_from(other).turns if not any(slots_of(turn))]
    renamed = [msgspec.structs.replace(turn, id=turn.id + 100) for turn in fresh_turns]
    turns = (*before.turns[:first], *renamed, *before.turns[first + count :])
    after = msgspec.structs.replace(before, turns=turns)
    followed, worked_out = Timeline(after, Timeline(before)), Timeline(after)
    for index in range(len(turns)):
        assert followed.turn_span(index) == worked_out.turn_span(index)
        assert followed.word_spans(index) == worked_out.word_spans(index)
    assert starts_of(followed) == starts_of(worked_out)


@quick
@given(seeds)
def test_one_turn_alone_is_worked_out_as_among_all(document_from: Grow, seed: int) -> None:
    document = document_from(seed)
    timeline = Timeline(document)
    for index in range(len(document.turns)):
        assert span_of(document, index) == timeline.turn_span(index)
