"""How a turn sounds in the reference voice: its spectrum, and where its words and phones lie in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replique.alignment.mel import FRAMES_PER_S, mel_spectrum
from replique.alignment.voice import Mark, Utterance, Voice

_ORNAMENTS = re.compile("[ˈˌː\N{COMBINING INVERTED BREVE}.-]")
_NO_PHONE = re.compile(r"^(\(.*\)|[\s_:|;]*)$")

Frames = NDArray[np.int32]


class Phones(NamedTuple):
    """The phones of a turn in order: IPA name, the word each belongs to, first and last-but-one frame."""

    names: tuple[str, ...]
    words: Frames
    frames: Frames  # [shape=(n, 2)]


class Reference(NamedTuple):
    """A turn in the reference voice. `words` are first frame and end of each word, without the pauses between."""

    spectrum: NDArray[np.float16]
    words: Frames  # [shape=(n, 2)]
    phones: Phones


def speak(voice: Voice, words: Sequence[str]) -> Reference:
    """Let the voice say words that are spelt as they are spoken; none of them may be without a sound."""
    utterance = voice.say(" ".join(words))
    starts = _word_starts(utterance, words)
    phones = _phones(utterance, starts, voice.sample_rate)
    spectrum = mel_spectrum(utterance.samples, voice.sample_rate)
    edges = np.round(starts * FRAMES_PER_S / voice.sample_rate).astype(np.int32)
    return Reference(spectrum.astype(np.float16), _trimmed(edges, phones, len(spectrum)), phones)


def _word_starts(utterance: Utterance, words: Sequence[str]) -> NDArray[np.float64]:
    """Return the sample at which each word begins, and the end of all [length words + 1].

    The voice gives some words no mark ("parce que" is one to it): they share the sound by their length.
    """
    lengths = np.array([len(word) + 1 for word in words])
    ends = np.cumsum(lengths)
    marked: dict[int, int] = {0: 0}
    for mark in utterance.marks:
        if mark.phone is None:
            word = int(np.searchsorted(ends, mark.position, side="right"))
            if word < len(words):
                marked.setdefault(word, mark.sample)
    known = sorted(marked)
    offsets = np.concatenate([[0], ends])
    at = [*offsets[known], offsets[-1]]
    samples = np.maximum.accumulate([*(marked[word] for word in known), len(utterance.samples)])
    between: NDArray[np.float64] = np.interp(offsets, at, samples)
    return between


def _phones(utterance: Utterance, starts: NDArray[np.float64], sample_rate: int) -> Phones:
    marks = [mark for mark in utterance.marks if mark.phone is not None]
    ends = [mark.sample for mark in marks[1:]] + [len(utterance.samples)]
    names: list[str] = []
    words: list[int] = []
    frames: list[tuple[int, int]] = []
    for mark, end in zip(marks, ends, strict=True):
        name = _plain(mark)
        if not name or end <= mark.sample:
            continue
        middle = (mark.sample + min(end, mark.sample + sample_rate // 200)) / 2
        names.append(name)
        words.append(max(0, int(np.searchsorted(starts[:-1], middle, side="right")) - 1))
        frames.append((round(mark.sample * FRAMES_PER_S / sample_rate), round(end * FRAMES_PER_S / sample_rate)))
    return Phones(tuple(names), np.array(words, np.int32), np.array(frames, np.int32).reshape(-1, 2))


def _plain(mark: Mark) -> str:
    """Return the name of a phone without stress and length; '' for pauses and for switches of language."""
    name = mark.phone or ""
    return "" if _NO_PHONE.match(name) else _ORNAMENTS.sub("", name)


def _trimmed(edges: Frames, phones: Phones, total: int) -> Frames:
    """Return where each word sounds: from its first phone to the end of its last."""
    words = np.stack([edges[:-1], edges[1:]], axis=1)
    for word in range(len(words)):
        own = phones.frames[phones.words == word]
        if len(own):
            words[word] = own[0, 0], own[-1, 1]
    words[:, 0] = np.minimum(words[:, 0], max(0, total - 1))
    words[:, 1] = np.clip(words[:, 1], words[:, 0] + 1, max(1, total))
    return words
