"""Starts moved to where the sound begins, where there is a clear pause before it."""

from __future__ import annotations

import numpy as np

from replique.alignment.activity import PAUSE
from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.states import Ints
from replique.alignment.times import Times
from replique.alignment.windows import moving_mean

PAUSE_FRAMES = 8
"""A pause is clear when it lasts so long."""
EARLIER_S = 0.35
LATER_S = 0.30
LEAST_CONTRAST = 1.5
"""In more noise than this (see :class:`~replique.alignment.room.Room`) phones are a better guide than loudness."""
CLEAR_CONTRAST = 4.0
"""With less noise than this a breath can be told from a word."""
BREATH_FRAMES = 40
FEWEST_BREATH_FRAMES = 8
FAINT = 0.65
"""A breath is that much fainter than the speech after it."""
OVERLAP_FRAMES = 6
"""Where the word before ends later than this before an onset, the two may overlap, and the start stays."""


def onsets(activity: Floats) -> Ints:
    """Return the frames at which sound begins after a clear pause."""
    loud = moving_mean(activity, 3) > PAUSE
    rises = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    heard = np.concatenate([[0], np.cumsum(loud)])
    before = heard[rises] - heard[np.maximum(0, rises - PAUSE_FRAMES)]
    found = rises[before == 0]
    return np.concatenate([[0], found]) if len(loud) and loud[0] else found


def at_onset(start: int, end: int, before: int, begins: Ints, activity: Floats) -> int:
    """Return the start of a word moved to the onset near it, if there is one before its `end`.

    Later where all is quiet from the start to there; earlier where all is sound from there to the start, and the word
    before ends (`before`; -1: there is none) ahead of it.
    """
    later = begins[(begins > start) & (begins <= start + LATER_S * FRAMES_PER_S) & (begins < end - 1)]
    if len(later) and activity[start : later[0]].max() < PAUSE:
        return int(later[0])
    earlier = begins[(begins <= start) & (begins >= start - EARLIER_S * FRAMES_PER_S)]
    if (
        len(earlier)
        and earlier[-1] >= before - OVERLAP_FRAMES
        and activity[earlier[-1] + 1 : start].min(initial=1.0) > PAUSE
    ):
        return int(earlier[-1])
    return start


def after_breath(start: int, activity: Floats) -> int:
    """Return where speech begins if what begins at `start` is a breath before it: faint, short, and then a pause."""
    loud = activity[start : start + BREATH_FRAMES + 2 * PAUSE_FRAMES] > PAUSE
    quiet = np.flatnonzero(~loud)
    quiet = quiet[quiet >= FEWEST_BREATH_FRAMES]
    if not len(quiet) or quiet[0] > BREATH_FRAMES or loud[quiet[0] : quiet[0] + PAUSE_FRAMES].any():
        return start
    pause = start + int(quiet[0])
    again = np.flatnonzero(activity[pause : pause + 4 * PAUSE_FRAMES] > PAUSE)
    if not len(again):
        return start
    speech = pause + int(again[0])
    faint = activity[start:pause].max() < FAINT * activity[speech : speech + BREATH_FRAMES].max()
    return speech if faint else start


def move_to_onsets(times: Times, turns: Ints, activity: Floats, contrast: float) -> None:
    """Move the start of the first spoken word of each turn to where its sound begins, in place.

    `turns` says of which turn each word is. In much noise, which is little `contrast`, nothing is moved.
    """
    if contrast < LEAST_CONTRAST:
        return
    begins = onsets(activity)
    last = -1
    for word in np.flatnonzero(times.starts >= 0):
        if last < 0 or turns[last] != turns[word]:
            before = int(times.ends[last]) if last >= 0 else -1
            start = at_onset(int(times.starts[word]), int(times.ends[word]), before, begins, activity)
            times.starts[word] = max(start, int(times.starts[last]) + 1 if last >= 0 else 0)
            if contrast > CLEAR_CONTRAST:
                _leave_out_breath(times, turns, int(word), activity)
        last = int(word)


def _leave_out_breath(times: Times, turns: Ints, word: int, activity: Floats) -> None:
    """Move a first word that begins with a breath; where all of it lay there, it shares the time of the next word."""
    speech = after_breath(int(times.starts[word]), activity)
    following = word + 1
    if speech < times.ends[word]:
        times.starts[word] = speech
    elif following < len(turns) and turns[following] == turns[word] and speech < times.ends[following] - 1:
        middle = (speech + int(times.ends[following])) // 2
        times.starts[word], times.ends[word], times.starts[following] = speech, middle, middle
