"""What ends in another process is an error message here."""

import os
import pickle
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from replique.alignment.processes import Stream, crew
from replique.core.errors import AlignmentError, InputError
from replique.core.progress import NEVER


def read_all(stream: Stream[object]) -> list[object]:
    items: list[object] = []
    while not stream.ended:
        wait([stream.connection], 10)
        items += stream.news()
    return items


def test_what_is_yielded_there_comes_here() -> None:
    stream: Stream[object] = Stream(zip, [1, 2, 3], "abc")
    try:
        assert read_all(stream) == [(1, "a"), (2, "b"), (3, "c")]
    finally:
        stream.close()


def test_what_is_raised_there_is_raised_here() -> None:
    stream: Stream[object] = Stream(divmod, 1, 0)
    try:
        with pytest.raises(ZeroDivisionError):
            read_all(stream)
    finally:
        stream.close()


def test_a_process_that_ends_without_a_word_ends_the_stream() -> None:
    stream: Stream[object] = Stream(os._exit, 3)
    try:
        with pytest.raises(EOFError):
            read_all(stream)
    finally:
        stream.close()


def test_a_process_of_the_crew_that_ends_is_an_error_message() -> None:
    with crew(1) as hands, pytest.raises(AlignmentError, match="ended unexpectedly"):
        hands.one(os._exit, 3, NEVER)


def test_an_error_is_the_same_in_another_process() -> None:
    error = InputError(
        "It has {count} faults.", remedy="Mend {it}.", path=Path("a{b}.txt"), line=3, count=2, it="them"
    )
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is InputError
    assert again.in_words() == error.in_words()
    assert str(again) == str(error)
