"""Spans: some words, and the sound in which they are looked for; and places, which say where in the text a frame is.

A place is counted in words and parts of words: 3.5 is the middle of the fourth word, 4.0 the gap before the fifth.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from replique.alignment.mel import Floats
from replique.alignment.script import Script
from replique.alignment.states import Ints, Row, word_at


class Span(NamedTuple):
    """The words first_word..end_word and the frames (of 10 ms) first..end."""

    first_word: int
    end_word: int
    first: int
    end: int

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return self.end - self.first

    @property
    def words(self) -> int:
        """How many words there are."""
        return self.end_word - self.first_word

    def inside(self, known: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return those (word, frame) that lie inside, counted from the beginning of the span."""
        return [
            (word - self.first_word, frame - self.first)
            for word, frame in known
            if self.first_word <= word < self.end_word and self.first <= frame < self.end
        ]


class Places(NamedTuple):
    """Where in the text each step of `size` frames is, and whether a word is said there."""

    at: Floats
    spoken: np.ndarray  # bool
    size: int


def places_on(row: Row, path: Ints, size: int) -> Places:
    """Return the places of a path of states."""
    words = word_at(row, path)
    inside = words >= 0
    at = (-1 - words).astype(np.float32)
    own = words[inside]
    at[inside] = own + (path[inside] - row.first[own] + 0.5) / row.lengths[own]
    return Places(at, inside, size)


def voices_at(places: Places, script: Script, frames: int) -> Ints:
    """Return who speaks in each of `frames` frames; -1 where nobody of the text does."""
    words = np.clip(places.at.astype(np.int64), 0, max(0, len(script.words) - 1))
    voices = np.where(places.spoken, script.voices[words], -1)
    return stretched(voices, places.size, frames, -1)


def stretched(values: Ints, size: int, frames: int, rest: int) -> Ints:
    """Return values of steps as values of frames; `rest` for the frames beyond the last whole step."""
    result = np.full(frames, rest, np.int64)
    repeated = np.repeat(values, size)[:frames]
    result[: len(repeated)] = repeated
    return result
