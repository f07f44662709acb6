"""The cues that a person shaped, carried through the edits of their words."""

from replique.core import edits
from replique.core.model import CueShape, Document, Turn, Word

SHAPES = (CueShape(3, breaks=(1,), start_ms=100, end_ms=900), CueShape(2, text="écrit à la main"))


def shaped() -> Document:
    words = tuple(Word(token) for token in ["un", "deux", "trois", "quatre", "cinq"])
    return Document(turns=(Turn(1, words, shapes=SHAPES), Turn(2, (Word("six"),))))


def test_a_split_between_two_cues_leaves_both_as_they_are() -> None:
    split = edits.split_turn(shaped(), 1, 3)
    assert split.turns[0].shapes == SHAPES[:1]
    assert split.turns[1].shapes == SHAPES[1:]


def test_a_cue_that_is_cut_keeps_its_outer_times_and_its_line_breaks() -> None:
    split = edits.split_turn(shaped(), 1, 2)
    assert split.turns[0].shapes == (CueShape(2, breaks=(1,), start_ms=100),)
    assert split.turns[1].shapes == (CueShape(1, end_ms=900), SHAPES[1])


def test_a_cue_that_is_cut_forgets_the_text_that_stood_for_its_words() -> None:
    split = edits.split_turn(shaped(), 1, 4)
    assert split.turns[0].shapes == (SHAPES[0], CueShape(1))
    assert split.turns[1].shapes == (CueShape(1),)


def test_merging_leaves_what_nobody_shaped_to_the_rules() -> None:
    assert edits.merge_turns(shaped(), 1).turn(1).shapes == (*SHAPES, CueShape(1, free=True))


def test_cues_follow_their_words_when_others_come_and_go() -> None:
    longer = edits.retext(shaped(), 1, "un petit deux trois quatre cinq")
    assert [shape.word_count for shape in longer.turn(1).shapes] == [4, 2]
    assert longer.turn(1).shapes[0].breaks == (2,)
    shorter = edits.retext(shaped(), 1, "un deux trois")
    assert [shape.word_count for shape in shorter.turn(1).shapes] == [3]
