"""A whole recording as a plan of spans: sections between confirmed times, cut where somebody pauses.

Spans overlap: each is searched with a margin on both sides, and only its core is kept. So a place that was wrong in
the pass before does no harm beyond the margin, and no cut has to be right.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.spans import Places, Span

CORE_S = 150.0
LOOK_AROUND_S = 15.0
EVEN = 8
"""Cuts fall on multiples of so many frames, so that steps of any size begin with a span."""


def cores(section: Span, activity: Floats, core_s: float = CORE_S) -> list[tuple[int, int]]:
    """Cut a section into cores of about `core_s` seconds, each ended in the longest pause near there.

    `activity` is that of the section's frames.
    """
    count = max(1, round(section.frames / (core_s * FRAMES_PER_S)))
    cuts = [section.first]
    for number in range(1, count):
        wanted = section.frames * number // count
        cuts.append(section.first + _pause_near(activity, wanted) // EVEN * EVEN)
    ends = [*cuts[1:], section.end]
    return [(first, end) for first, end in zip(cuts, ends, strict=True) if end > first]


def _pause_near(activity: Floats, wanted: int) -> int:
    """Return the middle of the quietest half second near a frame."""
    around = int(LOOK_AROUND_S * FRAMES_PER_S)
    first, end = max(0, wanted - around), min(len(activity), wanted + around)
    width = FRAMES_PER_S // 2
    if end - first <= width:
        return wanted
    sums = np.cumsum(np.concatenate([[0.0], activity[first:end]]))
    return first + int(np.argmin(sums[width:] - sums[:-width])) + width // 2


def widened(section: Span, core: tuple[int, int], places: Places, margin_s: float, reach_s: float) -> Span:
    """Return the span of a core: its frames with a margin, and all words that may be said there.

    `places` are those of the section, counted in its words.
    """
    margin = int(margin_s * FRAMES_PER_S)
    first, end = max(section.first, core[0] - margin), min(section.end, core[1] + margin)
    first -= (first - section.first) % EVEN
    reach = int(reach_s * FRAMES_PER_S)
    steps = len(places.at)
    low = max(0, min(steps - 1, (first - section.first - reach) // places.size))
    high = max(0, min(steps - 1, (end - section.first + reach) // places.size))
    first_word = 0 if first == section.first else int(places.at[low])
    end_word = section.words if end == section.end else min(section.words, int(places.at[high]) + 1)
    return Span(section.first_word + first_word, section.first_word + max(end_word, first_word), first, end)


def places_in(section: Span, span: Span, places: Places) -> Places:
    """Return the part of a section's places that lies in a span, counted in the words of the span."""
    first = (span.first - section.first) // places.size
    end = max(first + 1, -(-(span.end - section.first) // places.size))
    shift = span.first_word - section.first_word
    at = np.clip(places.at[first:end] - shift, 0, span.words)
    return Places(at.astype(np.float32), places.spoken[first:end], places.size)


def joined(found: Sequence[Places]) -> Places:
    """Return the places of cores that follow one another."""
    return Places(
        np.concatenate([places.at for places in found]),
        np.concatenate([places.spoken for places in found]),
        found[0].size,
    )
