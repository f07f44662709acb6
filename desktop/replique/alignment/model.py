"""What an engine is asked, and what it answers."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

from replique.alignment.evidence import Evidence
from replique.core.progress import Cancel, Progress

DOUBTFUL = 0.7
"""A start that is less probable than this is doubtful."""


WRONG_FIT, WRONG_AGREEMENT = 0.60, 0.70
"""Below both, transcripts of other recordings were measured, and none of their own, down to 10 dB of noise."""
POOR_FIT, NOISY_POOR_FIT, NOISY = 0.80, 0.72, 1.5
"""Below the first, transcripts read in a wrong language were measured; below the second where speech stands out so
little from the noise."""


class Passage(NamedTuple):
    """A turn as it is printed: its words, and who speaks it (-1: nobody known).

    `confirmed` are starts that a person confirmed, and `known` those found before, by word, in seconds.
    """

    words: tuple[str, ...]
    voice: int = -1
    confirmed: tuple[tuple[int, float], ...] = ()
    known: tuple[tuple[int, float], ...] = ()


class WordTime(NamedTuple):
    """When a word is spoken, in seconds, and how well its sound suits it (0 to 1)."""

    start: float
    end: float
    score: float


class PassageTime(NamedTuple):
    """When the words of a turn are spoken (None: not at all), and how surely it starts within half a second of that.

    `evidence` is what that is concluded from.
    """

    words: tuple[WordTime | None, ...]
    probability: float
    evidence: Evidence | None = None

    @property
    def start(self) -> float | None:
        """The start of the first word that is spoken."""
        return next((word.start for word in self.words if word), None)


class Alignment(NamedTuple):
    """The times of all turns, how well their sounds suit it, and the share of words that passes agree on.

    `contrast` is how far speech rises above the noise (see :class:`~replique.alignment.room.Room`).
    """

    passages: tuple[PassageTime, ...]
    fit: float
    agreement: float
    contrast: float

    @property
    def is_of_another_recording(self) -> bool:
        """Whether the text is surely not that of the recording."""
        return self.fit < WRONG_FIT and self.agreement < WRONG_AGREEMENT

    @property
    def is_poor(self) -> bool:
        """Whether the text, or the language in which it was read, hardly suits the recording."""
        return self.fit < (NOISY_POOR_FIT if self.contrast < NOISY else POOR_FIT)


class Engine(Protocol):
    """Finds when the words of a transcript are spoken."""

    def align(
        self,
        passages: list[Passage],
        recording: Path,
        language: str,
        *,
        track: int,
        progress: Progress,
        cancel: Cancel,
    ) -> Alignment:
        """Return the times of all words; raise InputError or AlignmentError where that can't be done.

        `track` is the audio track of the recording, counted from 0.
        Confirmed words keep their times. The same input gives the same answer.
        """
