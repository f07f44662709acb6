"""Confirmed times as hard constraints: text and recording are cut there, and each section is aligned alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from replique.alignment.mel import FRAMES_PER_S
from replique.alignment.model import Passage
from replique.alignment.spans import Span


def sections_between(
    passages: Sequence[Passage], forms: Sequence[Sequence[str]], words: int, frames: int
) -> list[Span]:
    """Return the sections between confirmed starts; a start that contradicts one before it is passed over.

    Words are counted as they are spoken: those without a sound have no number.
    """
    cuts = [(0, 0)]
    for number, start_s in _numbered(passages, forms, "confirmed"):
        frame = round(start_s * FRAMES_PER_S)
        last_word, last_frame = cuts[-1]
        if number > last_word and last_frame < frame < frames:
            cuts.append((number, frame))
        elif number == last_word == 0 and 0 < frame < frames:
            cuts = [(0, 0), (0, frame)]
    cuts.append((words, frames))
    return [Span(word, next_word, frame, end) for (word, frame), (next_word, end) in pairwise(cuts) if end > frame]


def known_words(passages: Sequence[Passage], forms: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return number among the spoken words and frame of each word whose start was known before."""
    found = _numbered(passages, forms, "known")
    return [(number, round(start_s * FRAMES_PER_S)) for number, start_s in found]


def _numbered(passages: Sequence[Passage], forms: Sequence[Sequence[str]], which: str) -> list[tuple[int, float]]:
    """Return number among the spoken words and start of each word that is "confirmed" or "known", in order."""
    found: list[tuple[int, float]] = []
    number = 0
    for passage, turn in zip(passages, forms, strict=True):
        starts = dict(getattr(passage, which))
        for word, form in enumerate(turn):
            if form and word in starts:
                found.append((number, starts[word]))
            number += bool(form)
    return found
