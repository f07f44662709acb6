"""Timing by taps: one key, N + 1 times for N turns."""

from replique.core import edits
from replique.core.model import Document, Edge, Kind, Turn, Word
from replique.core.tapping import clear_onset, next_tap, tap_time_ms


def test_turns_are_timed_by_one_tap_each_and_one_for_the_end(interview: Document) -> None:
    """Four turns, one of them a note: three taps for the starts, one for the end of the last."""
    document, current, taps = interview, None, []
    while (target := next_tap(document, current)) is not None:
        document = edits.set_edge(document, target.turn_id, target.edge, 1000 * (len(taps) + 1))
        current = target.turn_id
        taps.append(target)
    assert taps == [(1, Edge.START), (3, Edge.START), (4, Edge.START), (4, Edge.END)]
    assert [turn.start_ms for turn in document.turns] == [1000, None, 2000, 3000]
    assert document.turns[-1].end_ms == 4000


def test_the_first_tap_starts_the_first_spoken_turn(interview: Document) -> None:
    noted = edits.set_kind(interview, 1, Kind.NOTE)
    assert next_tap(noted, None) == (3, Edge.START)
    assert next_tap(noted, 1) == (3, Edge.START)


def test_a_note_after_the_last_turn_does_not_keep_its_end_from_being_tapped(interview: Document) -> None:
    noted = Document(turns=(*interview.turns, Turn(5, (Word("Source"),), None, Kind.NOTE)))
    assert next_tap(noted, 4) == (4, Edge.END)
    assert next_tap(noted, 5) == (4, Edge.END)


def test_where_nobody_speaks_there_is_nothing_to_tap() -> None:
    assert next_tap(Document(), None) is None
    assert next_tap(Document(turns=(Turn(1, (Word("(rires)"),), None, Kind.NOTE),)), None) is None


def test_a_tap_while_playing_is_taken_back_by_the_reaction_time() -> None:
    assert tap_time_ms(10_000.4, playing=True, reaction_ms=200, rate=1.0) == 9_800
    assert tap_time_ms(10_000, playing=True, reaction_ms=200, rate=0.5) == 9_900
    assert tap_time_ms(10_000, playing=True, reaction_ms=0, rate=2.0) == 10_000


def test_a_tap_while_paused_means_the_place_itself() -> None:
    assert tap_time_ms(10_000, playing=False, reaction_ms=200, rate=1.0) == 10_000


def test_no_tap_lies_before_the_beginning() -> None:
    assert tap_time_ms(100, playing=True, reaction_ms=200, rate=1.0) == 0


def test_a_tap_means_the_one_onset_that_is_near() -> None:
    onsets = [1000, 2000, 2250, 5000]
    assert clear_onset(onsets, 1149) == 1000
    assert clear_onset(onsets, 850) == 1000
    assert clear_onset(onsets, 1151) is None
    assert clear_onset(onsets, 4000) is None
    assert clear_onset([], 1000) is None


def test_between_two_onsets_none_is_clear() -> None:
    assert clear_onset([2000, 2250], 2120) is None
    assert clear_onset([2000, 2250], 2060) == 2000
