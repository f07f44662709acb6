"""The text of an alignment, as the reference voice speaks it: words and phones, and their frames in the reference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from replique.alignment.mel import Floats
from replique.alignment.reference import Phones
from replique.alignment.states import Ints

RELUCTANCE = 0.1
"""Between two words of a turn, what is not printed is rarer than between two turns."""


class Script(NamedTuple):
    """Words and phones in order; frames [shape=(n, 2)] are first frame and end in the reference.

    `turns` and `voices` [shape=(words,)] say which turn a word belongs to and who speaks it. `phones` are numbers of
    kinds of phones, of which there are `kinds`; `owners` are the words they belong to.
    """

    words: Ints
    turns: Ints
    voices: Ints
    phones: Ints
    owners: Ints
    phone_frames: Ints
    kinds: int

    def part(self, first: int, end: int) -> Script:
        """Return the script of the words first..end."""
        low, high = np.searchsorted(self.owners, [first, end])
        return self._replace(
            words=self.words[first:end],
            turns=self.turns[first:end],
            voices=self.voices[first:end],
            phones=self.phones[low:high],
            owners=self.owners[low:high] - first,
            phone_frames=self.phone_frames[low:high],
        )

    @property
    def frames(self) -> tuple[int, int]:
        """First frame and end of all words in the reference."""
        return (int(self.words[0, 0]), int(self.words[:, 1].max())) if len(self.words) else (0, 0)

    def reluctance(self) -> Floats:
        """Return for each gap [shape=(words + 1,)] how unlikely it is that something else is said there."""
        inner = np.zeros(len(self.words) + 1, np.float32)
        inner[1:-1][self.turns[1:] == self.turns[:-1]] = RELUCTANCE
        return inner


def script_of(spoken: Iterable[tuple[Ints, Phones]], voices: Sequence[int]) -> Script:
    """Return the script of turns as they were spoken; `voices` are those of the turns."""
    turns = list(spoken)
    counts = [len(words) for words, _ in turns]
    offsets = np.cumsum([0, *counts])
    names = sorted({name for _, phones in turns for name in phones.names})
    numbers = {name: number for number, name in enumerate(names)}
    empty = np.zeros((0, 2), np.int64)
    owners = [phones.words + offset for (_, phones), offset in zip(turns, offsets[:-1], strict=True)]
    return Script(
        np.concatenate([empty, *(words for words, _ in turns)]),
        np.repeat(np.arange(len(turns)), counts),
        np.repeat(np.array(voices, np.int64), counts),
        np.array([numbers[name] for _, phones in turns for name in phones.names], np.int64),
        np.concatenate([np.zeros(0, np.int64), *owners]),
        np.concatenate([empty, *(phones.frames for _, phones in turns)]),
        max(1, len(names)),
    )
