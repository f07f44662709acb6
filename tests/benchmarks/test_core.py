"""One edit in a very long interview: 5 000 turns, 300 000 words."""

from collections.abc import Callable
from itertools import count
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from replique.core import edits
from replique.core.diff import diff
from replique.core.history import History
from replique.core.invariants import violations
from replique.core.messages import Message
from replique.core.model import Document, Speaker, Turn, Word
from replique.core.timeline import Timeline

TURNS = 5000
WORDS = 60
WORD_MS = 250


def long_interview(*, timed: bool) -> Document:
    random = Random(7)
    turns = []
    for number in range(TURNS):
        begin_ms = number * WORDS * WORD_MS
        words = tuple(
            Word(
                "aujourd’hui"[: random.randint(2, 11)],
                start_ms=begin_ms + i * WORD_MS if timed else None,
                end_ms=begin_ms + i * WORD_MS + 200 if timed else None,
            )
            for i in range(WORDS)
        )
        turns.append(Turn(number, words, number % 2))
    return Document(speakers=(Speaker(0, "Anne", 0), Speaker(1, "Bao", 1)), turns=tuple(turns))


@pytest.fixture(scope="module", params=[True, False], ids=["timed", "untimed"])
def document(request: pytest.FixtureRequest) -> Document:
    grown = long_interview(timed=request.param)
    Timeline(grown)
    return grown


def within(benchmark: BenchmarkFixture, goal_s: float) -> None:
    """Hold the median to a goal where times are taken."""
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < goal_s


@pytest.mark.parametrize("place", [0, TURNS // 2, TURNS - 1], ids=["first", "middle", "last"])
def test_setting_a_start(benchmark: BenchmarkFixture, document: Document, place: int) -> None:
    offsets = count()

    def set_start() -> Document:
        return edits.set_start(document, place, place * WORDS * WORD_MS + next(offsets) % 90)

    assert benchmark(set_start).turn(place).is_confirmed
    within(benchmark, 0.001)


def test_following_the_times_after_an_edit(benchmark: BenchmarkFixture, document: Document) -> None:
    before = Timeline(document)
    after = edits.set_start(document, TURNS // 2, TURNS // 2 * WORDS * WORD_MS + 40)
    after.turns[TURNS // 2].outline  # noqa: B018 - worked out once a turn, by whoever asks first
    benchmark(lambda: Timeline(after, before))
    within(benchmark, 0.010)


def test_finding_what_changed(benchmark: BenchmarkFixture, document: Document) -> None:
    after = edits.set_start(document, TURNS // 2, TURNS // 2 * WORDS * WORD_MS + 40)
    assert len(benchmark(lambda: diff(document, after)).inserted) == 1
    within(benchmark, 0.002)


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: edits.split_turn(d, TURNS // 2, 30),
        lambda d: edits.merge_turns(d, TURNS // 2),
        lambda d: edits.retext(d, TURNS // 2, "Tout autre chose"),
        lambda d: edits.assign_speaker(d, TURNS // 2, 1),
    ],
    ids=["split", "merge", "retext", "speaker"],
)
def test_other_edits(benchmark: BenchmarkFixture, document: Document, edit: Callable[[Document], Document]) -> None:
    assert benchmark(edit, document) is not document
    within(benchmark, 0.005)


def test_shifting_all_that_follows(benchmark: BenchmarkFixture, document: Document) -> None:
    """The window works on it in slices; here it is run through."""
    moved = benchmark.pedantic(lambda: edits.shift(document, 0, 40), rounds=5)
    assert len(moved.turns) == TURNS
    within(benchmark, 0.250)


def test_following_a_shift(benchmark: BenchmarkFixture, document: Document) -> None:
    before, after = Timeline(document), edits.shift(document, 0, 40)
    benchmark(lambda: Timeline(after, before))
    within(benchmark, 0.050)


def test_keeping_a_shift(benchmark: BenchmarkFixture, document: Document) -> None:
    after = edits.shift(document, 0, 40)
    label = Message("test", "Shifted")
    benchmark.pedantic(
        lambda history: history.record(after, label, None, None), setup=lambda: ((History(document),), {}), rounds=20
    )
    within(benchmark, 0.040)


def test_working_all_times_out(benchmark: BenchmarkFixture, document: Document) -> None:
    benchmark(lambda: Timeline(document))
    within(benchmark, 0.050)


def test_a_document_from_outside_is_checked(benchmark: BenchmarkFixture, document: Document) -> None:
    assert benchmark.pedantic(lambda: list(violations(document)), rounds=3) == []
    within(benchmark, 1.5)
