"""The sample interviews, whose true times are known."""

import json
from typing import NamedTuple

import pytest

from replique.alignment.engine import EspeakEngine
from replique.alignment.model import Alignment, Passage
from replique.workflow.projects import new_project
from replique.workflow.samples import Sample, sample


class Known(NamedTuple):
    """A sample, its turns, and when they start, in seconds."""

    sample: Sample
    passages: list[Passage]
    starts: list[float]

    def align(self, passages: list[Passage] | None = None) -> Alignment:
        return EspeakEngine().align(passages or self.passages, self.sample.recording, "fr")


@pytest.fixture(scope="session")
def interview() -> Known:
    """The French sample: 12 turns with laughter and short overlaps, a minute and a half, MP3 of variable bit rate."""
    files = sample("fr")
    document = new_project(files.transcript).document
    passages = [
        Passage(tuple(word.text for word in turn.words), turn.speaker_id or 0)
        for turn in document.turns
        if turn.is_speech
    ]
    return Known(files, passages, [turn["start"] for turn in json.loads(files.times.read_text(encoding="utf-8"))])


@pytest.fixture(scope="session")
def aligned(interview: Known) -> Alignment:
    """The sample, aligned once for all tests."""
    return interview.align()
