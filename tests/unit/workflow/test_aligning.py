"""What an engine finds becomes times of the document; what a person confirmed stands."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replique.alignment.model import Alignment, Passage, PassageTime, WordTime
from replique.core.errors import AlignmentError
from replique.core.invariants import violations
from replique.core.model import Document, Kind, Metadata, Speaker, TimeState, Turn, Word
from replique.project import load
from replique.workflow.aligning import align, align_files, as_json, with_times


class Told:
    """An engine that answers what it was told, and keeps what it was asked."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.passages: list[Passage] = []
        self.language = ""

    def align(self, passages, recording, language, *, track, progress, cancel) -> Alignment:
        self.passages, self.language = passages, language
        progress(1.0)
        return self.alignment


def found(*turns: tuple[tuple[float, float] | None, ...], fit: float = 0.9, probability: float = 0.95) -> Alignment:
    passages = [PassageTime(tuple(w and WordTime(*w, 0.8) for w in turn), probability) for turn in turns]
    return Alignment(tuple(passages), fit, 0.9 if fit > 0.7 else 0.2, 5.0)


def document(**metadata: str) -> Document:
    return Document(
        Metadata(**({"language": "fr"} | metadata)),
        (Speaker(1, "Anne", 0), Speaker(2, "Bao", 1)),
        (
            Turn(1, (Word("Bonjour"), Word("Bao.")), 1),
            Turn(2, (Word("(rires)"),), None, Kind.NOTE),
            Turn(3, (Word("Merci"), Word("Anne.")), 2),
        ),
    )


FOUND = found(((1.0, 1.4), (1.5, 2.0)), ((2.5, 2.9), (2.9, 3.3)))


def test_every_word_gets_its_times_and_score_and_a_note_none() -> None:
    aligned = align(document(), Path("a.wav"), Told(FOUND)).document
    assert [word.start_ms for turn in aligned.turns for word in turn.words] == [1000, 1500, None, 2500, 2900]
    assert [word.end_ms for turn in aligned.turns for word in turn.words] == [1400, 2000, None, 2900, 3300]
    assert aligned.turns[0].start_state is TimeState.ALIGNED
    assert aligned.turns[0].words[0].score == 0.8
    assert list(violations(aligned)) == []


def test_the_engine_is_told_who_speaks_what_is_confirmed_and_what_was_known() -> None:
    words = (Word("Bonjour", start_ms=900, start_confirmed=True), Word("Bao.", start_ms=1500))
    asked = document()
    engine = Told(FOUND)
    align(Document(asked.metadata, asked.speakers, (Turn(1, words, 1), *asked.turns[1:])), Path("a.wav"), engine)
    assert [passage.voice for passage in engine.passages] == [1, 2]
    assert engine.passages[0].confirmed == ((0, 0.9),)
    assert engine.passages[0].known == ((1, 1.5),)
    assert engine.language == "fr"


def test_a_confirmed_time_is_kept_and_what_contradicts_it_is_left_out() -> None:
    words = (Word("Bonjour"), Word("Bao.", end_ms=1450, end_confirmed=True))
    asked = document()
    kept = with_times(Document(asked.metadata, asked.speakers, (Turn(1, words, 1), *asked.turns[1:])), FOUND)
    assert kept.turns[0].words[1].end_ms == 1450
    assert kept.turns[0].words[1].end_confirmed
    assert kept.turns[0].words[1].start_ms is None
    assert list(violations(kept)) == []


def test_a_turn_that_is_not_spoken_is_left_without_a_time() -> None:
    aligned = align(document(), Path("a.wav"), Told(found(((1.0, 1.4), (1.5, 2.0)), (None, None))))
    assert aligned.document.turns[2].start_ms is None
    assert (aligned.found, aligned.unspoken, aligned.doubtful) == (1, 1, 0)


def test_times_found_before_give_way() -> None:
    before = with_times(document(), found(((5.0, 5.4), (5.5, 6.0)), ((6.5, 6.9), (6.9, 7.3))))
    assert with_times(before, FOUND) == with_times(document(), FOUND)


def test_a_transcript_of_another_recording_is_said_and_nothing_is_aligned() -> None:
    with pytest.raises(AlignmentError, match="not what stands in the transcript"):
        align(document(), Path("a.wav"), Told(found(*[((1.0, 1.4), (1.5, 2.0))] * 2, fit=0.5)))


def test_a_transcript_that_hardly_suits_is_aligned_and_said() -> None:
    assert align(document(), Path("a.wav"), Told(found(*[((1.0, 1.4), (1.5, 2.0))] * 2, fit=0.75))).alignment.is_poor
    assert not align(document(), Path("a.wav"), Told(FOUND)).alignment.is_poor


def test_a_language_that_is_not_known_is_asked_for() -> None:
    with pytest.raises(AlignmentError, match="in which language"):
        align(document(language=""), Path("a.wav"), Told(FOUND))


def test_json_is_a_list_of_the_spoken_turns_in_seconds() -> None:
    alignment = found(((1.0, 1.4), (1.5, 2.0)), (None, (2.9, 3.3)))
    rows = json.loads(as_json(with_times(document(), alignment), alignment))
    assert [row["speaker"] for row in rows] == ["Anne", "Bao"]
    assert rows[0] == {
        "speaker": "Anne",
        "text": "Bonjour Bao.",
        "start": 1.0,
        "end": 2.0,
        "score": 0.95,
        "words": [
            {"text": "Bonjour", "start": 1.0, "end": 1.4, "score": 0.8},
            {"text": "Bao.", "start": 1.5, "end": 2.0, "score": 0.8},
        ],
    }
    assert rows[1]["words"][0] == {"text": "Merci", "start": None, "end": None, "score": None}
    assert rows[1]["start"] == 2.9


def test_a_project_is_aligned_again_with_what_was_confirmed_in_it(tmp_path: Path, make_sound) -> None:
    recording = make_sound(".wav", 4).path
    transcript = tmp_path / "a.txt"
    transcript.write_text("Anne : Bonjour Bao.\nBao : Merci Anne.\nAnne : Oui.\nBao : Non.\n", encoding="utf-8")
    times = found(((1.0, 1.4), (1.5, 2.0)), ((2.5, 2.9), (2.9, 3.3)), ((3.4, 3.5),), ((3.6, 3.7),))
    align_files(transcript, recording, tmp_path / "a.replique", Told(times), language="fr", json=tmp_path / "a.json")
    assert load(tmp_path / "a.replique").document.turns[1].start_ms == 2500
    engine = Told(times)
    align_files(tmp_path / "a.replique", recording, tmp_path / "b.replique", engine, language="fr")
    assert engine.passages[1].known == ((0, 2.5), (1, 2.9))
    assert load(tmp_path / "b.replique") == load(tmp_path / "a.replique")


SECONDS = st.floats(0, 10).map(lambda s: round(s, 3))
SPANS = st.one_of(st.none(), st.tuples(SECONDS, SECONDS).map(sorted))
CONFIRMED = st.one_of(st.none(), st.integers(0, 10_000))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_whatever_an_engine_answers_the_document_stays_sound(turns, data) -> None:
    confirmed = sorted(data.draw(st.lists(st.integers(0, 10_000), max_size=len(turns), unique=True)))
    places = sorted(data.draw(st.permutations(range(len(turns))))[: len(confirmed)])
    starts = dict(zip(places, confirmed, strict=True))
    asked = Document(
        turns=tuple(
            Turn(
                i + 1,
                tuple(
                    Word("a", start_ms=starts.get(i) if not j else None, start_confirmed=not j and i in starts)
                    for j, _ in enumerate(turn)
                ),
            )
            for i, turn in enumerate(turns)
        )
    )
    answer = Alignment(
        tuple(PassageTime(tuple(w and WordTime(w[0], w[1], 0.5) for w in turn), 1.0) for turn in turns), 0.9, 0.9, 5.0
    )
    timed = with_times(asked, answer)
    assert list(violations(timed)) == []
    assert {i: turn.start_ms for i, turn in enumerate(timed.turns) if turn.is_confirmed} == starts
