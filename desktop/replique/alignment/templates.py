"""Passes A and B: the words as pieces of the reference's sound, found in the recording by likeness.

The reference frames themselves are the states (Sakoe and Chiba, "Dynamic programming algorithm optimization for
spoken word recognition", IEEE Trans. ASSP 26(1), 1978), with room between the words for what is not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from replique.alignment.activity import SOUND, SPEECH, unbroken
from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.room import DIMENSIONS, Room
from replique.alignment.script import Script
from replique.alignment.search import Window, cheapest_path
from replique.alignment.spans import Places, Span, places_on
from replique.alignment.states import Ints, Prices, Row, prices, row_of
from replique.alignment.windowing import Beam, band_around, bounds_of
from replique.alignment.windows import pooled
from replique.alignment.workspace import RECORDING, REFERENCE, Workspace

ACTIVITY_WEIGHT = 4.0
TYPICAL = 4.0
"""Features are scaled so that two frames that have nothing in common are about so far apart."""
UNLIKE = 0.95
"""A frame outside the text costs this share of what a frame costs against any piece of the text (the median)."""
PAUSE_DISCOUNT = 0.5
MUSIC_DISCOUNT = 0.3
# Prices of moves, in what a frame outside the text costs.
STAY = 1 / 3
LEAP = 1 / 3
INTO_GAP = 0.1
SKIP = 0.3
CUT = 3.0
LINGERING = 1.0
LINGER_S = 0.24
BEAM = 500.0
"""Wide: in noise the right path is at times far from the best."""
SAMPLE = 300
BLOCK_FRAMES = 60 * FRAMES_PER_S
SLOPE_REACH = 4


class Likeness(NamedTuple):
    """Recording and reference of a span in one space, a row for each 10 ms; `words` are frames of this reference."""

    recording: Floats
    reference: Floats
    activity: Floats
    words: Ints
    reluctance: Floats


def likeness(workspace: Workspace, room: Room, script: Script, span: Span, voices: Ints | None = None) -> Likeness:
    """Bring a span of the recording and its words into one space; `voices` say who speaks in each frame of it."""
    part = script.part(span.first_word, span.end_word)
    first, end = part.frames
    activity = workspace.kept(RECORDING, span.first, span.end)
    return Likeness(
        _scaled(_features(workspace, room, RECORDING, span.first, span.end, voices), activity),
        _scaled(_features(workspace, room, REFERENCE, first, end), workspace.kept(REFERENCE, first, end)),
        activity,
        part.words - first,
        part.reluctance(),
    )


def _features(
    workspace: Workspace, room: Room, name: str, first: int, end: int, voices: Ints | None = None
) -> Floats:
    """Return the telling features of frames first..end, made block by block."""
    result = np.empty((end - first, DIMENSIONS), np.float32)
    for a in range(first, end, BLOCK_FRAMES):
        b = min(end, a + BLOCK_FRAMES)
        spectrum = workspace.spectrum(name, a - SLOPE_REACH, b + SLOPE_REACH)
        if name == REFERENCE:
            values = room.reference_features(spectrum)
        elif voices is None:
            values = room.recording_features(spectrum)
        else:
            values = room.recording_features(spectrum, _with_margin(voices, a - first, b - first))
        result[a - first : b - first] = values[SLOPE_REACH : SLOPE_REACH + b - a]
    return result


def _with_margin(voices: Ints, first: int, end: int) -> Ints:
    return voices[np.clip(np.arange(first - SLOPE_REACH, end + SLOPE_REACH), 0, len(voices) - 1)]


def _scaled(features: Floats, activity: Floats) -> Floats:
    scale = np.float32(TYPICAL / np.sqrt(DIMENSIONS + 1))
    return np.concatenate([features, np.float32(ACTIVITY_WEIGHT) * activity[:, None]], axis=1) * scale


def match(
    like: Likeness,
    size: int,
    around: Places | None = None,
    reach_s: float = 0.0,
    *,
    whole: bool = True,
    known: Sequence[tuple[int, int]] = (),
) -> Places:
    """Find the words in steps of `size` frames: everywhere, or within `reach_s` seconds of places found before.

    `known` are frames at which words were said to be: the search stays within some seconds of them.
    """
    recording, active = pooled(like.recording, size), pooled(like.activity, size)
    pieces, row = _pieces(like, _piece_size(like, active, size))
    outside = _outside(recording, pieces, active)
    outside *= 1 - np.float32(MUSIC_DISCOUNT) * pooled(unbroken(like.activity), size)
    typical = float(np.median(outside)) if len(outside) else 1.0
    bounds = bounds_of(known, row, size, len(recording))
    window: Window = Beam(row.size, BEAM * typical, bounds)
    if around is not None:
        window = band_around(around, row, size, len(recording), reach_s)
    loud = np.where(active > SOUND, outside, 0).astype(np.float32)
    costs = _Costs(recording, _with_gaps(pieces, row), row, outside, loud, like.reluctance)
    path = cheapest_path(costs, len(recording), row, _prices(row, typical, size, whole), window)
    return places_on(row, path.states, size)


def _prices(row: Row, typical: float, size: int, whole: bool) -> Prices:
    return prices(
        row,
        stay=STAY * typical,
        leap=LEAP * typical,
        into_gap=INTO_GAP * typical,
        skip=(SKIP * typical * row.lengths).astype(np.float32),
        cut=CUT * typical,
        linger=max(1, round(LINGER_S * FRAMES_PER_S / size)),
        lingering=LINGERING * typical,
        whole=whole,
    )


def _piece_size(like: Likeness, active: Floats, size: int) -> float:
    """Return how many frames of the reference make a piece, so that people who speak faster are kept up with."""
    spoken = float((like.words[:, 1] - like.words[:, 0]).sum())
    heard = max(1.0, float((active > SPEECH).sum()))
    return float(np.clip(spoken / heard, 0.6 * size, 1.25 * size))


def _pieces(like: Likeness, size: float) -> tuple[Floats, Row]:
    """Return the mean features of pieces of about `size` frames, none of which crosses a word."""
    words = like.words
    spans = words[:, 1] - words[:, 0]
    counts = np.maximum(1, np.round(spans / size)).astype(np.int64)
    row = row_of(counts)
    word = np.repeat(np.arange(len(counts)), counts)
    index = np.arange(len(word)) - np.repeat(np.cumsum(counts) - counts, counts)
    first = words[word, 0] + index * spans[word] // counts[word]
    end = np.maximum(words[word, 0] + (index + 1) * spans[word] // counts[word], first + 1)
    width = like.reference.shape[1]
    sums = np.concatenate([np.zeros((1, width)), np.cumsum(like.reference, axis=0, dtype=np.float64)])
    means = (sums[end] - sums[first]) / (end - first)[:, None]
    return means.astype(np.float32), row


def _with_gaps(pieces: Floats, row: Row) -> Floats:
    states = np.zeros((row.size, pieces.shape[1]), np.float32)
    speech = np.ones(row.size, bool)
    speech[row.gaps] = False
    states[speech] = pieces
    return states


def _outside(recording: Floats, pieces: Floats, active: Floats) -> Floats:
    """Return what each frame costs outside the text: a little less than against a piece taken at random."""
    chosen = pieces[np.linspace(0, len(pieces) - 1, min(SAMPLE, len(pieces))).astype(int)]
    costs = np.empty(len(recording), np.float32)
    for first in range(0, len(recording), 4096):
        part = slice(first, first + 4096)
        costs[part] = np.median(distances(recording[part], chosen), axis=1)
    costs *= np.float32(UNLIKE)
    return np.where(active > SOUND, costs, costs * np.float32(PAUSE_DISCOUNT)).astype(np.float32)


def distances(these: Floats, those: Floats) -> Floats:
    """Return the distances between two sets of points [shape=(these, those)]."""
    squares: Floats = these @ those.T
    squares *= -2
    squares += (these * these).sum(axis=1)[:, None]
    squares += (those * those).sum(axis=1)
    np.maximum(squares, 0, out=squares)
    return np.sqrt(squares, out=squares)


class _Costs:
    """What frames cost in states: their distance from the piece; in gaps, what they cost outside the text."""

    def __init__(
        self, recording: Floats, states: Floats, row: Row, outside: Floats, loud: Floats, reluctance: Floats
    ) -> None:
        self._recording, self._states, self._row = recording, states, row
        self._outside, self._loud, self._reluctance = outside, loud, reluctance

    def __call__(self, t0: int, t1: int, low: int, high: int) -> Floats:
        costs = distances(self._recording[t0:t1], self._states[low:high])
        first, last = np.searchsorted(self._row.gaps, [low, high])
        gaps = self._outside[t0:t1, None] + self._loud[t0:t1, None] * self._reluctance[first:last]
        costs[:, self._row.gaps[first:last] - low] = gaps
        return costs
