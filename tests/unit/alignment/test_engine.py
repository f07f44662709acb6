"""A transcript and its recording go in; when each word is spoken comes out."""

import wave
from itertools import pairwise
from pathlib import Path

import pytest

from replique.alignment.engine import EspeakEngine
from replique.alignment.model import Alignment, Passage
from replique.core.errors import AlignmentError, Cancelled, InputError
from replique.core.progress import NEVER, CancelToken, silent


def test_every_turn_is_found_where_it_is_spoken(interview, aligned) -> None:
    errors = [abs(p.start - start) for p, start in zip(aligned.passages, interview.starts, strict=True)]
    assert max(errors) < 0.5
    assert sorted(errors)[int(0.9 * len(errors))] < 0.15


def test_words_have_times_in_order_and_scores(aligned) -> None:
    for passage in aligned.passages:
        words = [word for word in passage.words if word]
        assert len(words) >= 0.8 * len(passage.words)
        assert all(word.start < word.end and 0 <= word.score <= 1 for word in words)
        assert all(one.end <= next_one.start + 1e-6 for one, next_one in pairwise(words))


def test_the_same_input_gives_the_same_answer(interview, aligned) -> None:
    assert interview.align() == aligned


def test_what_is_not_spoken_gets_no_time_and_what_is_not_printed_moves_nothing(interview, aligned) -> None:
    invented = Passage(("Le", "budget", "de", "la", "commune", "augmente", "pour", "la", "troisième", "année"), 1)
    found = interview.align([*interview.passages[:5], invented, *interview.passages[6:]]).passages
    assert found[5].start is None
    for number in {*range(len(found))} - {5}:
        assert abs(found[number].start - aligned.passages[number].start) < 0.1


def test_a_confirmed_start_is_obeyed(interview) -> None:
    """Even a wrong one: nothing before it comes after it, nothing after it comes before it."""
    anchor = interview.starts[6] + 0.8
    passages = list(interview.passages)
    passages[6] = passages[6]._replace(confirmed=((0, anchor),))
    found = interview.align(passages).passages
    assert all(word.end <= anchor + 1e-6 for p in found[:6] for word in p.words if word)
    assert all(word.start >= anchor - 1e-6 for p in found[6:] for word in p.words if word)
    assert abs(found[9].start - interview.starts[9]) < 0.3


def test_progress_grows_to_the_end(interview) -> None:
    shares: list[float] = []
    EspeakEngine().align(interview.passages, interview.sample.recording, "fr", progress=shares.append, cancel=NEVER)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)


def test_it_can_be_cancelled(interview) -> None:
    token = CancelToken()
    with pytest.raises(Cancelled):
        EspeakEngine().align(
            interview.passages, interview.sample.recording, "fr", progress=lambda _: token.cancel(), cancel=token
        )


@pytest.mark.parametrize("language", ["xx", "nonsense"])
def test_a_language_that_no_voice_speaks_is_said(interview, language: str) -> None:
    with pytest.raises(AlignmentError, match=f"doesn’t speak the language “{language}”"):
        EspeakEngine().align(interview.passages, interview.sample.recording, language)


def test_a_recording_that_is_none_is_said(interview, tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(b"no sound at all" * 100)
    with pytest.raises(InputError, match="no recording"):
        EspeakEngine().align(interview.passages, path, "fr")


def test_a_transcript_without_words_is_said(interview) -> None:
    with pytest.raises(AlignmentError, match="no words"):
        EspeakEngine().align([Passage(("–", "…"))], interview.sample.recording, "fr")


def test_a_recording_of_a_moment_is_said(make_sound) -> None:
    with pytest.raises(AlignmentError, match="too short"):
        EspeakEngine().align([Passage(("Bonjour",))], make_sound(".wav", 0.3).path, "fr")


def test_silence_holds_no_words(tmp_path: Path, interview) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(bytes(2 * 16000 * 20))
    result: Alignment = EspeakEngine().align(
        interview.passages[:3], tmp_path / "a.wav", "fr", progress=silent, cancel=NEVER
    )
    assert all(passage.start is None for passage in result.passages)


def test_times_from_before_are_where_the_search_starts(interview, aligned) -> None:
    """They need not be exact; and where one is far off, the words before and after stay near theirs."""
    passages = [
        passage._replace(known=((0, start + 4),))
        for passage, start in zip(interview.passages, interview.starts, strict=True)
    ]
    found = interview.align(passages).passages
    assert all(abs(p.start - q.start) < 0.1 for p, q in zip(found, aligned.passages, strict=True))


def test_starts_that_are_right_are_probable(aligned) -> None:
    probabilities = sorted(passage.probability for passage in aligned.passages)
    assert probabilities[len(probabilities) // 4] > 0.9
    assert all(0 < probability < 1 for probability in probabilities)
