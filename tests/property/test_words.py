"""Cutting text into words changes no character of it, whatever it holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replique.core.words import SPACES, split_words

BLANKS = [" ", "\u00a0", "\u202f", "\n", "\t"]
FRENCH = st.lists(
    st.sampled_from(["Oui", "l’an", "«", "»", "?", "!", ":", ";", "%", "…", "(", ")", "—", *BLANKS]),
).map("".join)


def joined(words):
    return "".join(word.blank + word.text for word in words)


@given(st.one_of(st.text(), FRENCH))
def test_joining_the_words_gives_the_text_back(text):
    assert joined(split_words(text)) == text.rstrip(SPACES)


@given(st.one_of(st.text(), FRENCH))
def test_a_word_neither_begins_nor_ends_with_a_blank(text):
    for word in split_words(text):
        assert word.text
        assert word.text.strip(SPACES) == word.text
        assert word.blank.strip(SPACES) == ""


@given(st.text())
def test_cutting_the_joined_words_again_gives_the_same_words(text):
    words = split_words(text)
    assert split_words(joined(words)) == words


@given(FRENCH)
def test_no_word_is_closing_punctuation_and_none_opens_a_quotation_for_the_next(text):
    words = split_words(text)
    for word in words[1:]:
        assert not re.fullmatch(r"[?!:;»%…)]+", word.text)
    for word in words[:-1]:
        assert not re.fullmatch(r"[«(]+", word.text)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_french_punctuation_belongs_to_its_neighbour(space):
    text = f"Quoi{space}? Il a dit{space}: «{space}viens{space}!{space}» à 20{space}%{space};{space}bien."
    assert [word.text for word in split_words(text)] == [
        f"Quoi{space}?",
        "Il",
        "a",
        f"dit{space}:",
        f"«{space}viens{space}!{space}»",
        "à",
        f"20{space}%{space};",
        "bien.",
    ]
