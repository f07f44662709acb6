"""What lies between two confirmed times is found again at once."""

import time
from pathlib import Path

import pytest

from replique.alignment.engine import EspeakEngine
from replique.alignment.gap import align_gap, recall


@pytest.fixture(scope="module")
def folder(interview, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("kept")
    EspeakEngine().align(interview.passages, interview.sample.recording, "fr", keep=path)
    return path


def test_a_gap_is_found_as_it_was_in_the_whole(folder, interview, aligned) -> None:
    found = align_gap(folder, (4, 0), (9, 0), interview.starts[4], interview.starts[9])
    assert {turn for turn, _ in found} == {4, 5, 6, 7, 8}
    for turn in (5, 6, 7, 8):
        assert found[turn, 0] is not None
        assert abs(found[turn, 0].start - aligned.passages[turn].start) < 0.1


def test_a_confirmed_time_is_not_passed(folder, interview) -> None:
    start, end = interview.starts[4] + 1.0, interview.starts[9] - 1.0
    times = [time for time in align_gap(folder, (4, 0), (9, 0), start, end).values() if time]
    assert all(start - 1e-6 <= time.start < time.end <= end + 1e-6 for time in times)
    assert [time.start for time in times] == sorted(time.start for time in times)


def test_the_rest_of_the_recording_is_a_gap_too(folder, interview, aligned) -> None:
    found = align_gap(folder, (15, 0), None, interview.starts[15], 1e6)
    assert abs(found[19, 0].start - aligned.passages[19].start) < 0.1


def test_the_same_gap_gives_the_same_answer(folder, interview) -> None:
    assert align_gap(folder, (4, 0), (9, 0), 30.0, 65.0) == align_gap(folder, (4, 0), (9, 0), 30.0, 65.0)


def test_no_words_fit_where_there_is_no_time(folder) -> None:
    assert set(align_gap(folder, (4, 0), (4, 3), 30.0, 30.05).values()) == {None}
    assert align_gap(folder, (4, 0), (4, 0), 30.0, 40.0) == {}


def test_two_minutes_are_found_in_the_blink_of_an_eye(folder) -> None:
    """In processor time, which a busy machine stretches too: the best of three counts."""
    recall(folder)

    def seconds() -> float:
        begun = time.process_time()
        align_gap(folder, (0, 0), None, 0.0, 120.0)
        return time.process_time() - begun

    assert min(seconds() for _ in range(3)) < 1.0
