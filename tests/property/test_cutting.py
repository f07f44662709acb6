"""Cues of any document: every word once and in order, lines that fit, times that fit between their neighbours."""

import re
from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from replique.core import edits
from replique.core.cuetext import plain
from replique.core.model import Document, Speaker, Turn
from replique.core.timeline import Timeline
from replique.core.words import SPACES, split_words
from replique.subtitling import DEFAULT_PROFILE, Cutter, LabelPolicy, untimed_turns
from replique.subtitling.typography import may_break_before

TOKENS = [
    "oui", "bonjour", "l’hypothèse", "aujourd’hui,", "voilà.", "vraiment ?", "« là »", "M.", "Dupont", "etc.", "01",
    "12\u202f000", "45", "10 h", "(rires)", "—", "!", "»", "«", "20 %", "a" * 50, "Et\u00a0puis", "<b>", "&", "\n\n",
    "octobre", "9",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=50).map(" ".join).filter(split_words)
NAMES = ("Ana Ruiz", "Bo", "Cléo", "Dan", "Ève")
TURNS = st.lists(st.tuples(TEXTS, st.integers(1, 2), st.integers(1, 15_000)), min_size=1, max_size=5)


def document(said):
    """Turns one after the other, each as long as given; the last one ends."""
    turns = tuple(Turn(i, split_words(text), speaker) for i, (text, speaker, _) in enumerate(said))
    made = Document(speakers=tuple(Speaker(i + 1, name, i) for i, name in enumerate(NAMES)), turns=turns)
    start_ms = 0
    for i, (_, _, length_ms) in enumerate(said):
        made = edits.set_start(made, i, start_ms)
        start_ms += length_ms
    return edits.set_end(made, len(said) - 1, start_ms + 1)


def cut(made, labels=LabelPolicy.NEVER):
    return Cutter(labels=labels).cut(made, Timeline(made))


def shown(cue):
    return [plain(line) for text in cue.texts for line in text.lines]


def without_blanks(text):
    return "".join(character for character in text if character not in SPACES)


@given(TURNS)
def test_every_word_is_shown_once_and_in_order(said):
    made = document(said)
    assert untimed_turns(made, Timeline(made)) == ()
    for turn in made.turns:
        alone = edits.set_end(document([(turn.text, 1, 9000)]), 0, 9000)
        words = "".join(line for cue in cut(alone) for line in shown(cue))
        assert without_blanks(words) == without_blanks(turn.text)


@given(TURNS, st.sampled_from(LabelPolicy))
def test_a_line_is_longer_than_42_only_where_nothing_may_be_parted(said, labels):
    for cue in cut(document(said), labels):
        lines = shown(cue)
        assert len(lines) <= DEFAULT_PROFILE.max_lines
        for line in lines:
            if len(line) > DEFAULT_PROFILE.line_length:
                words = split_words(re.sub("^(ANA RUIZ|BO): ", "", line))
                assert not any(may_break_before(word, before) for before, word in pairwise(words))


@given(TURNS)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(said):
    for text, _, _ in said:
        lines = [line for cue in cut(document([(text, 1, 9000)])) for line in shown(cue)]
        assert not any(re.match(r"[?!;:»%…)\]]", line) for line in lines[1:])
        assert not any(re.search(r"[«(\[]$", line) for line in lines[:-1])


@given(TURNS)
def test_cues_of_one_turn_stand_one_after_the_other(said):
    cues = cut(document([(text, number, length_ms) for number, (text, _, length_ms) in enumerate(said, 1)]))
    assert all(cue.start_ms < cue.end_ms for cue in cues)
    for before, after in pairwise(cues):
        if before.texts[0].speaker == after.texts[0].speaker:
            assert before.start_ms < before.end_ms <= after.start_ms


@given(st.lists(st.tuples(TEXTS, st.integers(1, 2), st.integers(1000, 20_000)), min_size=1, max_size=4))
def test_a_cue_stands_a_second_and_a_gap_is_left_where_there_is_time(said):
    cues = cut(document(said))
    for cue, after in pairwise(cues):
        room_ms = after.start_ms - cue.start_ms
        if room_ms >= DEFAULT_PROFILE.min_ms + DEFAULT_PROFILE.gap_ms:
            assert cue.end_ms - cue.start_ms >= DEFAULT_PROFILE.min_ms
        if room_ms >= 2 * DEFAULT_PROFILE.gap_ms:
            assert after.start_ms - cue.end_ms >= DEFAULT_PROFILE.gap_ms
    assert all(cue.end_ms - cue.start_ms <= DEFAULT_PROFILE.max_ms for cue in cues)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_cutter_that_knows_the_document_before_cuts_like_a_new_one(document_from, seed, other):
    cutter = Cutter(labels=LabelPolicy.CHANGE)
    for made in (document_from(seed), document_from(other), document_from(seed)):
        again = cutter.cut(made, Timeline(made))
        assert again == Cutter(labels=LabelPolicy.CHANGE).cut(made, Timeline(made))


@given(st.integers(0, 10_000))
def test_shaped_and_aligned_documents_are_cut_turn_by_turn(document_from, seed):
    made = document_from(seed)
    cues = cut(made)
    assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)
    assert all(cue.end_ms > cue.start_ms and cue.texts[0].lines for cue in cues)
    timed = {
        turn.id for turn in made.turns if turn.is_speech and turn.words
    } - set(untimed_turns(made, Timeline(made)))  # fmt: skip
    assert bool(cues) == bool(timed)
    names = {speaker.name for speaker in made.speakers} | {""}
    assert all(name in names for name, _ in groupby(cue.texts[0].speaker for cue in cues))
