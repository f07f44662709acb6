"""People search without accents and capitals, in any order, with beginnings, and with a slip."""

import pytest

from replique.ui.search import folded, rank, words_of, worth


def test_case_accents_and_ligatures_do_not_count():
    assert folded("DÉBUT plus tôt") == "debut plus tot"
    assert folded("Œuvre, cæcum") == "oeuvre, caecum"


def test_words_are_told_apart_at_apostrophes_and_each_stands_once():
    assert words_of("La forme d’onde", "forme") == ("la", "forme", "d", "onde")


@pytest.mark.parametrize("typed", ["exprot", "exort", "expport", "exporr", "wavefrom", "wavform"])
def test_a_slip_is_forgiven(typed):
    assert worth(typed, ("export", "waveform"), slips=True) > 0
    assert worth(typed, ("export", "waveform")) == 0


@pytest.mark.parametrize("typed", ["xport2", "abc", "wuvo", "tpa", "z", "xaveform"])
def test_what_is_another_word_is_not_found(typed):
    assert worth(typed, ("export", "waveform", "tap"), slips=True) == 0


def test_the_word_itself_is_worth_more_than_its_beginning_its_inside_and_a_slip():
    among = ("waveform",)
    values = [worth(typed, among, slips=True) for typed in ("waveform", "wave", "form", "wavefrom", "zzz")]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 5


def test_a_single_letter_is_looked_for_at_beginnings_alone():
    assert worth("f", ("waveform",)) == 0
    assert worth("w", ("waveform",)) > 0


def test_all_words_must_be_found_in_any_order_and_count_where_they_weigh_most():
    fields = [(words_of("Save as…"), 4), (words_of("File"), 1)]
    assert rank(words_of("as save"), fields) == rank(words_of("save as"), fields)
    assert rank(words_of("save"), fields) > rank(words_of("file"), fields) > 0
    assert rank(words_of("save nothing"), fields) == 0
