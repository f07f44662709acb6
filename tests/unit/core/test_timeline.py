"""Derived times."""

from replique.core import edits
from replique.core.model import Document, Edge, TimeState
from replique.core.timeline import SPEECH_PACE_MS, Span, Timeline


def starts_of(document: Document) -> list[int | None]:
    timeline = Timeline(document)
    return [timeline.turn_span(i).start_ms for i in range(len(document.turns))]


def test_nothing_is_derived_where_nothing_is_known(interview: Document) -> None:
    timeline = Timeline(interview)
    assert starts_of(interview) == [None, None, None, None]
    assert timeline.word_spans(0) == [None, None]
    assert timeline.turn_at(0) is None
    assert timeline.word_at(0) is None


def test_turns_between_two_known_starts_share_the_time_by_their_length(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 4, 3000)
    span = Timeline(timed).turn_span(2)
    assert span == Span(2000, 3000, TimeState.INTERPOLATED, TimeState.INTERPOLATED)
    assert Timeline(timed).turn_span(0).end_ms == 2000


def test_words_share_the_time_of_their_turn_by_their_length(interview: Document) -> None:
    timed = edits.set_end(edits.set_start(interview, 4, 3000), 4, 4000)
    assert Timeline(timed).word_spans(3) == [(3000, 3300), (3300, 4000)]


def test_the_last_turn_is_spoken_at_the_usual_pace_until_its_end_is_known(interview: Document) -> None:
    timed = edits.set_start(interview, 4, 3000)
    assert Timeline(timed).turn_span(3).end_ms == 3000 + 10 * SPEECH_PACE_MS


def test_notes_take_no_time(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 4, 3000)
    timeline = Timeline(timed)
    assert timeline.turn_span(1).start_ms is None
    assert timeline.word_spans(1) == [None]


def test_a_turn_whose_end_alone_is_known_starts_before_the_next_one(interview: Document) -> None:
    """Its end passes the next start: they talk over each other, yet the starts stay in order."""
    timed = edits.set_start(edits.set_start(interview, 1, 0), 4, 1000)
    overlapping = edits.set_end(timed, 3, 9000)
    start_ms = Timeline(overlapping).turn_span(2).start_ms
    assert start_ms is not None
    assert start_ms <= 1000


def test_the_turn_and_the_word_that_are_spoken_are_found(interview: Document) -> None:
    timed = edits.set_end(edits.set_start(edits.set_start(interview, 1, 1000), 4, 3000), 4, 4000)
    timeline = Timeline(timed)
    assert [timeline.turn_at(ms) for ms in (999, 1000, 1999.9, 2000, 3000, 99_000)] == [None, 0, 0, 2, 3, 3]
    assert timeline.word_at(3299) == (3, 0)
    assert timeline.word_at(3300) == (3, 1)


def test_a_change_in_the_middle_reaches_the_neighbours_and_no_further(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 4, 3000)
    first = Timeline(timed)
    moved = edits.clear_edge(edits.set_start(timed, 4, 5000), 4, Edge.END)
    assert Timeline(moved, first).turn_span(2).start_ms == 3000
    assert Timeline(interview, first).turn_span(2).start_ms is None
