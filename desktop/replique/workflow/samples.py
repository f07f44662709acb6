"""The interviews that ship with the program: a transcript, its recording, and when each turn truly starts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from replique.core.resources import resource

LANGUAGES = ("fr", "en")


class Sample(NamedTuple):
    """The files of one interview."""

    transcript: Path
    recording: Path
    times: Path


def sample(language: str) -> Sample:
    """Return the interview in `language`, such as ``fr`` or ``fr_CA``; the French one where there is none."""
    code = language[:2].lower()
    folder = resource("samples", code if code in LANGUAGES else LANGUAGES[0])
    return Sample(folder / "interview.txt", folder / "interview.mp3", folder / "times.json")
