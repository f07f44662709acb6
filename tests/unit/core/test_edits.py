"""Edits, one by one, as a person at the keyboard meets them."""

import pytest

from replique.core import edits
from replique.core.errors import EditError
from replique.core.model import CueShape, Document, Edge, Kind, TimeState, Turn, Word


def aligned(document: Document, turn_id: int, *times_ms: int | None) -> Document:
    """Give the edges of a turn's words times that the aligner found."""
    index = document.index_of(turn_id)
    old = document.turns[index]
    pairs = zip(times_ms[::2], times_ms[1::2], strict=True)
    words = tuple(
        Word(word.text, word.blank, start_ms, end_ms)
        for word, (start_ms, end_ms) in zip(old.words, pairs, strict=True)
    )
    changed = Turn(old.id, words, old.speaker_id, old.kind, old.shapes)
    return Document(
        document.metadata, document.speakers, (*document.turns[:index], changed, *document.turns[index + 1 :])
    )


def starts_of(document: Document) -> list[int | None]:
    return [turn.start_ms for turn in document.turns]


def test_a_start_set_by_hand_is_confirmed(interview: Document) -> None:
    timed = edits.set_start(interview, 3, 2000)
    assert timed.turn(3).start_ms == 2000
    assert timed.turn(3).start_state is TimeState.CONFIRMED
    assert timed.turn(3).end_state is TimeState.NONE


def test_what_an_edit_does_not_touch_is_shared(interview: Document) -> None:
    timed = edits.set_start(interview, 3, 2000)
    assert timed.turns[0] is interview.turns[0]
    assert timed.turns[3] is interview.turns[3]
    assert timed.turns[2].words[1] is interview.turns[2].words[1]


def test_setting_a_start_to_what_it_is_changes_nothing(interview: Document) -> None:
    timed = edits.set_start(interview, 3, 2000)
    assert edits.set_start(timed, 3, 2000) is timed


def test_a_start_does_not_pass_a_confirmed_neighbour(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 4, 5000)
    with pytest.raises(EditError, match=r"0:00\.900 would pass the start of a turn before, confirmed at 0:01\.000"):
        edits.set_start(timed, 3, 900)
    with pytest.raises(EditError, match=r"0:05\.000 would pass a following turn, confirmed at 0:05\.000"):
        edits.set_start(timed, 3, 5000)


def test_an_aligned_neighbour_gives_way_to_a_confirmed_start(interview: Document) -> None:
    found = aligned(aligned(interview, 1, 1000, 1400, 1400, 1900), 4, 5000, 5500, 5500, 6000)
    later = edits.set_start(found, 3, 5200)
    assert later.turn(4).words[0].start_ms is None
    assert later.turn(4).words[0].end_ms == 5500
    earlier = edits.set_start(found, 3, 900)
    assert earlier.turn(1).words[0].start_ms is None
    assert earlier.turn(1).words[0].end_ms == 1400


def test_people_may_talk_over_each_other(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 3, 2000)
    overlapping = edits.set_end(timed, 1, 2600)
    assert overlapping.turn(1).end_ms == 2600
    assert overlapping.turn(3).start_ms == 2000


def test_a_time_before_the_recording_is_refused(interview: Document) -> None:
    with pytest.raises(EditError, match="before the beginning of the recording"):
        edits.set_start(interview, 1, -1)


def test_a_note_has_no_time_until_it_is_spoken(interview: Document) -> None:
    with pytest.raises(EditError, match=r"A note is not spoken.*Make it a spoken turn first"):
        edits.set_start(interview, 2, 100)
    spoken = edits.set_kind(interview, 2, Kind.SPEECH)
    assert edits.set_start(spoken, 2, 100).turn(2).start_ms == 100


def test_what_becomes_a_note_forgets_its_times(interview: Document) -> None:
    noted = edits.set_kind(edits.set_start(interview, 3, 2000), 3, Kind.NOTE)
    assert noted.turn(3).start_ms is None


def test_a_word_takes_an_edge_of_its_own(interview: Document) -> None:
    timed = edits.set_word_edge(edits.set_start(interview, 1, 1000), 1, 1, Edge.START, 1500)
    assert timed.turn(1).words[1].start_state is TimeState.CONFIRMED
    with pytest.raises(EditError, match="would pass a time inside this turn"):
        edits.set_start(timed, 1, 1600)


def test_confirming_keeps_the_start_where_it_was_derived(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 4, 3000)
    assert edits.confirm(timed, 3).turn(3).start_ms == 2000
    with pytest.raises(EditError, match=r"no time yet\. Set its start first"):
        edits.confirm(interview, 3)


def test_clearing_forgets_one_edge(interview: Document) -> None:
    timed = edits.set_end(edits.set_start(interview, 1, 1000), 1, 1800)
    assert edits.clear_edge(timed, 1, Edge.START).turn(1).start_ms is None
    assert edits.clear_edge(timed, 1, Edge.START).turn(1).end_ms == 1800


def test_shifting_moves_a_turn_and_all_that_follow(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(edits.set_start(interview, 1, 1000), 3, 2000), 4, 3000)
    assert starts_of(edits.shift(timed, 3, 500)) == [1000, None, 2500, 3500]
    assert starts_of(edits.set_start_and_shift(timed, 3, 1500)) == [1000, None, 1500, 2500]
    assert edits.shift(timed, 3, 0) is timed


def test_shifting_stops_at_the_turn_before_and_at_the_beginning(interview: Document) -> None:
    timed = edits.set_start(edits.set_start(interview, 1, 1000), 3, 2000)
    with pytest.raises(EditError, match="would pass the start of a turn before"):
        edits.shift(timed, 3, -1000)
    with pytest.raises(EditError, match="before the beginning"):
        edits.shift(timed, 1, -1001)


def test_shifting_moves_the_times_of_cues_that_a_person_set(interview: Document) -> None:
    shaped = edits.shape_turn(
        edits.set_start(interview, 3, 2000), 3, (CueShape(1, start_ms=1900), CueShape(1, end_ms=3000))
    )
    moved = edits.shift(shaped, 3, 100).turn(3).shapes
    assert (moved[0].start_ms, moved[1].end_ms) == (2000, 3100)
    with pytest.raises(EditError, match="before the beginning"):
        edits.shift(shaped, 3, -1950)


def test_split_then_merge_gives_the_turn_back(interview: Document) -> None:
    split = edits.split_turn(edits.set_start(interview, 3, 2000), 3, 1)
    assert [turn.text for turn in split.turns] == ["Bonjour à", "(rires)", "Merci", "oui", "Au revoir"]
    assert split.turns[3].speaker_id == 2
    assert split.turns[3].id not in {1, 2, 3, 4}
    merged = edits.merge_turns(split, 3)
    assert merged.turns == edits.set_start(interview, 3, 2000).turns


@pytest.mark.parametrize("place", [0, 2, -1])
def test_a_turn_is_split_between_two_of_its_words(interview: Document, place: int) -> None:
    with pytest.raises(EditError, match="between two of its words"):
        edits.split_turn(interview, 3, place)


def test_a_word_spoken_after_the_next_turn_began_can_start_no_turn(interview: Document) -> None:
    overlapping = edits.set_start(aligned(interview, 1, 1000, 1200, 3000, 3500), 3, 2000)
    split = edits.split_turn(overlapping, 1, 1)
    assert split.turns[1].words[0].start_ms is None
    assert split.turns[1].words[0].end_ms == 3500
    shortened = edits.retext(edits.clear_edge(overlapping, 1, Edge.START), 1, "à")
    assert shortened.turn(1).start_ms is None
    assert shortened.turn(1).end_ms == 3500


def test_only_turns_of_one_kind_are_merged(interview: Document) -> None:
    with pytest.raises(EditError, match="can’t be merged"):
        edits.merge_turns(interview, 1)
    with pytest.raises(EditError, match="no turn after this one"):
        edits.merge_turns(interview, 4)


def test_words_that_stay_keep_their_times(interview: Document) -> None:
    timed = edits.set_word_edge(edits.set_start(interview, 3, 2000), 3, 1, Edge.START, 2500)
    corrected = edits.retext(timed, 3, "Merci beaucoup oui").turn(3)
    assert [word.start_ms for word in corrected.words] == [2000, None, 2500]
    assert edits.retext(timed, 3, "Merci oui") is timed


def test_a_turn_keeps_at_least_one_word(interview: Document) -> None:
    with pytest.raises(EditError, match=r"at least one word\. What is not spoken can be made a note"):
        edits.retext(interview, 3, " \n ")


def test_the_cues_of_a_turn_hold_each_word_once_and_last_a_while(interview: Document) -> None:
    shaped = edits.shape_turn(interview, 3, (CueShape(1), CueShape(1)))
    assert len(shaped.turn(3).shapes) == 2
    assert edits.shape_turn(shaped, 3, ()).turn(3).shapes == ()
    with pytest.raises(EditError, match="each of its words once"):
        edits.shape_turn(interview, 3, (CueShape(1),))
    with pytest.raises(EditError, match="ends after it starts"):
        edits.shape_turn(interview, 3, (CueShape(2, start_ms=500, end_ms=500),))


def test_a_new_speaker_recolours_nobody(interview: Document) -> None:
    more = edits.add_speaker(interview, " Chloé ")
    assert more.speakers[:2] == interview.speakers
    assert (more.speakers[2].name, more.speakers[2].color) == ("Chloé", 2)


def test_speakers_have_a_name_each_their_own(interview: Document) -> None:
    with pytest.raises(EditError, match="named anne already"):
        edits.add_speaker(interview, "anne")
    with pytest.raises(EditError, match="needs a name"):
        edits.rename_speaker(interview, 1, "  ")
    assert edits.rename_speaker(interview, 1, "ANNE").speakers[0].name == "ANNE"


def test_a_note_that_gets_a_speaker_is_spoken(interview: Document) -> None:
    spoken = edits.assign_speaker(interview, 2, 2).turn(2)
    assert (spoken.kind, spoken.speaker_id) == (Kind.SPEECH, 2)
    with pytest.raises(EditError, match="no such speaker"):
        edits.assign_speaker(interview, 2, 9)
