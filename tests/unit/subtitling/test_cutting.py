"""Turns become subtitles: short lines, whole sentences, every word once, nobody in another's cue."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replique.core import edits
from replique.core.cuetext import plain
from replique.core.model import CueShape, Document, Kind, Speaker, Turn
from replique.core.timeline import Timeline
from replique.core.words import split_words
from replique.subtitling import Cutter, LabelPolicy, untimed_turns


def document(*said, notes=()):
    """A document with the turns ``(start_ms, text)``, two speakers taking turns."""
    turns = tuple(
        Turn(i, split_words(text), None if i in notes else 1 + i % 2, Kind.NOTE if i in notes else Kind.SPEECH)
        for i, (_, text) in enumerate(said)
    )
    made = Document(speakers=(Speaker(1, "Ana Ruiz", 0), Speaker(2, "Bruno", 1)), turns=turns)
    for i, (start_ms, _) in enumerate(said):
        if start_ms is not None:
            made = edits.set_start(made, i, start_ms)
    return made


def cut(made, labels=LabelPolicy.NEVER):
    return Cutter(labels=labels).cut(made, Timeline(made))


def lines(cues):
    return [[plain(line) for text in cue.texts for line in text.lines] for cue in cues]


def test_a_short_turn_is_one_line():
    assert lines(cut(document((0, "Bon, on y va.")))) == [["Bon, on y va."]]


def test_a_cue_ends_where_a_sentence_ends():
    made = document((0, "Nous sommes arrivés hier soir très tard. Personne ne nous attendait à la gare du village."))
    assert [" ".join(cue) for cue in lines(cut(made))] == [
        "Nous sommes arrivés hier soir très tard.",
        "Personne ne nous attendait à la gare du village.",
    ]


def test_a_line_ends_at_a_comma_rather_than_in_the_middle():
    made = document((0, "Si vous venez demain matin, nous irons au marché ensemble."))
    assert lines(cut(made)) == [["Si vous venez demain matin,", "nous irons au marché ensemble."]]


def test_no_line_begins_with_french_punctuation_and_no_break_spaces_hold():
    made = document(
        (0, "Mais alors pourquoi est-ce que tout le monde ! se tait ? Il y a 12\u00a0000 personnes ici, M. Dupont.")
    )
    for cue in lines(cut(made)):
        for line in cue:
            assert line[0] not in "?!;:»%"
            assert not line.endswith(("«", "M.", "12"))
    assert "12\u00a0000" in str(lines(cut(made))).replace("\\xa0", "\u00a0")


def test_a_title_or_an_abbreviation_ends_no_sentence():
    made = document((0, "J'ai vu M. Dupont et Mme. Durand hier… enfin je crois."), (4000, "Oui."))
    assert len(cut(made)) == 2


def test_cues_keep_a_gap_and_never_cross_turns():
    made = document((0, "Oui. " * 40), (9000, "Non. " * 40), (20_000, "Fin."))
    cues = cut(made)
    for before, after in pairwise(cues):
        assert after.start_ms - before.end_ms >= 80
    assert [cue for cue in cues if cue.start_ms < 9000 < cue.end_ms] == []


def test_a_cue_stands_a_second_and_no_longer_than_seven():
    made = document((0, "Oui."), (60_000, "Non."))
    first, second = cut(made)
    assert (first.start_ms, first.end_ms) == (0, 7000)
    assert second.end_ms - second.start_ms == 1000


def test_what_another_says_into_the_end_of_a_turn_does_not_cut_it_short():
    made = edits.set_end(document((0, "Je termine ma phrase."), (1500, "Oui oui.")), 0, 3000)
    first, second = cut(made)
    assert first.end_ms == 3000
    assert second.start_ms == 1500


def test_notes_and_turns_without_times_are_in_no_cue_and_are_told():
    made = document((0, "Oui."), (None, "(rires)"), (5000, "Non."), (None, "Et alors ?"), (None, "Rien."), notes=(1,))
    assert lines(cut(made)) == [["Oui."], ["Non."]]
    assert untimed_turns(made, Timeline(made)) == (3, 4)


def test_a_label_names_the_speaker_when_he_changes_and_the_line_stays_short():
    text = "Bonjour à tous et merci d'être venus si nombreux ce soir."
    made = document((0, text), (8000, "Merci."))
    first, second = lines(cut(made, LabelPolicy.CHANGE))[0], lines(cut(made, LabelPolicy.CHANGE))[-1]
    assert first[0].startswith("ANA RUIZ: ")
    assert second == ["BRUNO: Merci."]
    assert all(len(line) <= 42 for cue in lines(cut(made, LabelPolicy.CHANGE)) for line in cue)


def test_the_same_speaker_is_not_named_again():
    made = edits.assign_speaker(document((0, "Oui."), (3000, "Encore oui.")), 1, 1)
    assert lines(cut(made, LabelPolicy.CHANGE)) == [["ANA RUIZ: Oui."], ["Encore oui."]]
    assert lines(cut(made, LabelPolicy.ALWAYS)) == [["ANA RUIZ: Oui."], ["ANA RUIZ: Encore oui."]]


def test_what_a_person_shaped_stays_and_the_free_rest_is_cut_by_rule():
    made = document((0, "Un deux trois quatre. Cinq six sept."), (10_000, "Fin."))
    shapes = (CueShape(2, breaks=(1,), end_ms=900), CueShape(5, free=True))
    cues = cut(edits.shape_turn(made, 0, shapes))
    assert lines(cues)[:2] == [["Un", "deux"], ["trois quatre."]]
    assert cues[0].end_ms == 900


def test_a_shaped_text_may_say_less_than_the_transcript():
    made = edits.shape_turn(document((0, "Un deux trois."), (3000, "Fin.")), 0, (CueShape(3, text="Trois &amp; un"),))
    assert lines(cut(made))[0] == ["Trois & un"]


def test_only_what_changed_is_cut_again():
    made = document(*((i * 5000, "Bonjour à tous, et merci.") for i in range(20)))
    cutter = Cutter()
    before = cutter.cut(made, Timeline(made))
    changed = edits.retext(made, 7, "Bonsoir.")
    after = cutter.cut(changed, Timeline(changed))
    assert sum(new is old for new, old in zip(after, before, strict=True)) == 19


ORDINARY = ["un", "deux,", "trois.", "quatre", "cinq", "six!", "sept", "huit", "neuf", "dix"]
TEXT = st.lists(
    st.one_of(
        st.text("abcdéèA.,;!?…M\u00a0« »-", min_size=1, max_size=14),
        st.sampled_from(["bonjour", "l'hypothèse", "M.", "etc.", "a" * 50, "12\u202f000", "?", "—"]),
    ),
    min_size=1,
    max_size=60,
)


@given(st.lists(TEXT, min_size=1, max_size=4), st.integers(200, 9000))
def test_every_word_is_shown_once_in_order_within_the_lines(texts, pace_ms):
    said = [(i * pace_ms, " ".join(parts)) for i, parts in enumerate(texts)]
    if not all(split_words(text) for _, text in said):
        return
    made = document(*said)
    cues = cut(made)
    shown = " ".join(line for cue in lines(cues) for line in cue)
    assert "".join(shown.split()) == "".join("".join(turn.text.split()) for turn in made.turns)
    for cue in cues:
        assert cue.start_ms < cue.end_ms
        assert len(cue.texts[0].lines) <= 2


@given(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=80))
def test_lines_of_ordinary_words_never_pass_42_characters(parts):
    for cue in lines(cut(document((0, " ".join(parts)), (30_000, "Fin.")))):
        assert all(len(line) <= 42 for line in cue)


@pytest.mark.parametrize("seconds", [20, 60])
def test_a_turn_spoken_at_ordinary_pace_has_no_flash_and_no_statue(seconds):
    text = "Nous avons parlé de tout, du temps, des pommes, et de rien. C'est bien ainsi, je crois. " * (seconds // 5)
    cues = cut(document((0, text), (seconds * 1000, "Fin.")))[:-1]
    assert all(920 <= cue.end_ms - cue.start_ms <= 7000 for cue in cues)
