"""One hour of interview: saved in under 50 ms, opened in under 150 ms, beside what plain JSON costs here."""

import json
import os
from pathlib import Path
from random import Random

import msgspec
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from replique.core.model import Document, Metadata, Speaker, Turn, Word
from replique.project import Project, load, save

TURNS = 250
WORDS = 40
WORD_MS = 360


@pytest.fixture(scope="module")
def project() -> Project:
    """Ten thousand words with both edges known, and the transcript as imported."""
    random = Random(7)
    turns = []
    for number in range(TURNS):
        begin_ms = number * WORDS * WORD_MS
        words = tuple(
            Word(
                "aujourd’hui"[: random.randint(2, 11)],
                start_ms=begin_ms + i * WORD_MS,
                end_ms=begin_ms + i * WORD_MS + 300,
                start_confirmed=i == 0,
                score=round(random.random(), 3),
            )
            for i in range(WORDS)
        )
        turns.append(Turn(number, words, number % 2))
    text = "\n".join(turn.text for turn in turns)
    return Project(Document(Metadata(source_text=text), (Speaker(0, "Anne", 0), Speaker(1, "Bao", 1)), tuple(turns)))


def within(benchmark: BenchmarkFixture, goal_s: float) -> None:
    """Hold the median to a goal where times are taken."""
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < goal_s


@pytest.mark.benchmark(group="saving")
def test_saving(benchmark: BenchmarkFixture, project: Project, tmp_path: Path) -> None:
    benchmark(save, project, tmp_path / "a.replique")
    within(benchmark, 0.050)


@pytest.mark.benchmark(group="saving")
def test_saving_floor(benchmark: BenchmarkFixture, project: Project, tmp_path: Path) -> None:
    """The standard library's JSON, one write, one sync."""
    plain = msgspec.to_builtins(project.document)

    def write() -> None:
        with (tmp_path / "plain.json").open("w", encoding="utf-8") as file:
            json.dump(plain, file)
            file.flush()
            os.fsync(file.fileno())

    benchmark(write)


@pytest.mark.benchmark(group="opening")
def test_opening(benchmark: BenchmarkFixture, project: Project, tmp_path: Path) -> None:
    save(project, tmp_path / "a.replique")
    assert benchmark(load, tmp_path / "a.replique").document == project.document
    within(benchmark, 0.150)


@pytest.mark.benchmark(group="opening")
def test_opening_floor(benchmark: BenchmarkFixture, project: Project, tmp_path: Path) -> None:
    """The standard library's JSON, without any check."""
    path = tmp_path / "plain.json"
    path.write_text(json.dumps(msgspec.to_builtins(project.document)), encoding="utf-8")
    benchmark(lambda: json.loads(path.read_text(encoding="utf-8")))
