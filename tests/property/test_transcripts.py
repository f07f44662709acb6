"""Whatever a text file holds: nothing that can be seen is lost, nothing is changed, and the document is sound."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replique.core.errors import InputError
from replique.core.invariants import violations
from replique.core.words import SPACES
from replique.transcripts.reader import parse_transcript

LINES = st.lists(
    st.one_of(
        st.sampled_from([
            "ANA", "BO B", "(rires)", "[silence]", "Texte intégral", "Média : R", "Source : a", "", " ", "\u00a0",
            "Ana : Oui", "Ana : ", "ana: non", "Note : rien", "NON", "Prononcé le 3 mai",
        ]),
        st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]), max_size=30),
    ),
    min_size=1,
    max_size=25,
)  # fmt: skip
LAYOUTS = ["auto", "vie-publique", "name-colon", "lines", "paragraphs"]


def seen(text: str) -> Counter[str]:
    return Counter(character for character in text if character not in SPACES and not character.isspace())


def read(lines, layout):
    return parse_transcript("\ufeff{}".format("\n".join(lines)).encode(), Path("any.txt"), layout=layout)


@given(LINES, st.sampled_from(LAYOUTS))
def test_every_character_is_in_the_header_the_turns_or_a_name(lines, layout):
    try:
        transcript = read(lines, layout)
    except InputError:
        return
    document = transcript.document
    kept = seen("".join(document.metadata.header)) + seen("".join(turn.text for turn in document.turns))
    missing = seen("\n".join(lines).lstrip("\ufeff")) - kept
    printed = {form for speaker in document.speakers for form in speaker.printed}
    heads = Counter[str]()
    for line in lines:
        name = line.split(":")[0].strip()
        if name in printed:
            heads += seen(name + ":")
    assert not missing - heads


@given(LINES, st.sampled_from(LAYOUTS))
def test_the_document_keeps_its_invariants_and_speaks_only_what_stands_in_the_file(lines, layout):
    try:
        document = read(lines, layout).document
    except InputError:
        return
    assert list(violations(document)) == []
    text = "\n".join(lines)
    for turn in document.turns:
        assert turn.words
        assert turn.text in text
    assert {turn.speaker_id for turn in document.turns} - {None} == {speaker.id for speaker in document.speakers}
    assert [speaker.color for speaker in document.speakers] == list(range(len(document.speakers)))
    assert document.metadata.source_text == text.lstrip("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data):
    with suppress(InputError):
        assert parse_transcript(data, Path("any.bin")).document.turns


@pytest.mark.parametrize("line", ["a" * 2_000_000, " " * 2_000_000 + "a", "(" * 2_000_000, "A " * 1_000_000])
def test_one_endless_line_is_read_in_reasonable_time(line):
    transcript = read([line], "auto")
    assert transcript.document.turns[0].text == line.strip()
