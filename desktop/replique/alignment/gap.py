"""A gap between two confirmed times, aligned again with what the whole recording has taught: one span, at once.

An alignment that was asked to leaves in a folder what it knows: the spectra, the script, the sounds. From these a gap
is found anew in the time of a blink. It is the same each time in a process that has one thread of linear algebra, as
those of :mod:`replique.alignment.processes` have.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from replique.alignment import passes
from replique.alignment.activity import SPEECH
from replique.alignment.mel import FRAMES_PER_S
from replique.alignment.model import WordTime
from replique.alignment.onsets import move_to_onsets
from replique.alignment.room import Room
from replique.alignment.script import Script
from replique.alignment.sounds import Sounds
from replique.alignment.spans import Places, Span
from replique.alignment.times import forget_scraps, reach_back, scores_of, word_times
from replique.alignment.workspace import RECORDING, Workspace

Place = tuple[int, int]
"""A word: number of its turn among those that were aligned, and its number in the turn."""

FEWEST_FRAMES = 16


class Memory(NamedTuple):
    """What an alignment leaves: `spoken` says for each word of each turn whether it has a sound."""

    script: Script
    room: Room
    sounds: Sounds
    spoken: tuple[tuple[bool, ...], ...]


def remember(folder: Path, memory: Memory) -> None:
    """Leave what is known beside the spectra in the folder."""
    (folder / "memory").write_bytes(pickle.dumps(memory))


@lru_cache(maxsize=2)
def recall(folder: Path) -> Memory:
    """Return what an alignment left in its folder."""
    memory: Memory = pickle.loads((folder / "memory").read_bytes())  # noqa: S301 - our own, in a folder of our own
    return memory


def align_gap(
    folder: Path, first: Place, end: Place | None, start_s: float, end_s: float
) -> dict[Place, WordTime | None]:
    """Return the times of the words from `first` on, and before `end` (None: all), between two times in seconds.

    None for words that are not said there; words without a sound are left out.
    """
    memory = recall(folder)
    workspace = Workspace(folder)
    numbers = _numbers(memory.spoken, first, end)
    frames = workspace.frames(RECORDING)
    low, high = max(0, round(start_s * FRAMES_PER_S)), min(frames, round(end_s * FRAMES_PER_S))
    if not numbers or high - low < FEWEST_FRAMES:
        return dict.fromkeys(numbers)
    span = Span(min(numbers.values()), max(numbers.values()) + 1, low, high)
    script = memory.script.part(span.first_word, span.end_word)
    activity = workspace.kept(RECORDING, low, high)
    piece = passes.Piece(
        folder, memory.room, script, span, (low, high), _evenly(span, activity), True, memory.sounds, high - low
    )
    found = passes.search_again(piece)
    section = Span(0, span.words, 0, span.frames)
    times = word_times([found.places], [section], span.words)
    move_to_onsets(times, script.turns, activity, memory.room.contrast)
    forget_scraps(times, script)
    reach_back(times, script)
    scores = scores_of(times, [found], [section])
    return {place: times.time_of(number - span.first_word, scores, low) for place, number in numbers.items()}


def _numbers(spoken: tuple[tuple[bool, ...], ...], first: Place, end: Place | None) -> dict[Place, int]:
    """Return the number among the spoken words of each word that has one, between two places."""
    numbers: dict[Place, int] = {}
    number = 0
    for turn, words in enumerate(spoken):
        for word, has_sound in enumerate(words):
            if has_sound and first <= (turn, word) and (end is None or (turn, word) < end):
                numbers[turn, word] = number
            number += has_sound
    return numbers


def _evenly(span: Span, activity: np.ndarray) -> Places:
    """Return the places of a text that is said evenly whenever somebody speaks."""
    said = np.cumsum(activity > SPEECH) + 1e-3 * np.arange(1, len(activity) + 1)
    at = (span.words * said / said[-1]).astype(np.float32)[:: passes.FINE]
    return Places(at, np.ones(len(at), bool), passes.FINE)
