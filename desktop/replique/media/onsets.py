"""Onsets of speech: where sound begins after a pause, found in the voice level that the waveform keeps.

The level is compared with two thresholds, as Rabiner and Sambur do (Bell System Technical Journal 54, 1975): what
passes the upper one is speech, and it reaches as far as the lower one is passed. Both lie between the noise and the
speech of their surroundings, which are quantiles of the level over ten seconds (after Stahl, Fischer and Bippus,
ICASSP 2000): people pause, so a tenth of any ten seconds is noise, and a tenth is speech at full voice. Pauses that
are too short, within words and between them, are bridged; sounds that are too short are clicks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from replique.core.progress import NEVER, Cancel, Progress, silent
from replique.media.peaks import BIN_MS

MIN_PAUSE_MS = 150
"""Speech that comes after less than this goes on; the closure before a plosive is shorter."""
MIN_SPEECH_MS = 60
"""What is over sooner is a click."""
WINDOW_MS = 10_000
STEP_MS = 500
THIN = 2
"""Every second bin is enough for a quantile."""
NOISE_QUANTILE, SPEECH_QUANTILE = 0.1, 0.9
DEEPEST_DB = 30.0
"""What lies farther below the speech is silence; a recording without noise has its floor nowhere."""
NARROWEST_DB = 12.0
LEAST_DB = 6.0
"""So much above the noise speech is at least."""
UPPER, LOWER = 0.3, 0.15
"""The thresholds as shares of the way from the noise to the speech; the lower one is relative to `LEAST_DB` too."""
LOWER_LEAST = 0.6
ROWS_AT_ONCE = 256

Decibels = NDArray[np.float32]


def find_onsets(
    voice: NDArray[np.int16], *, progress: Progress = silent, cancel: Cancel = NEVER
) -> NDArray[np.int64]:
    """Return the onsets of speech.

    Parameters
    ----------
    voice : level of each bin of 5 ms [shape=(bins,)], as :meth:`replique.media.peaks.Peaks.voice` gives it.

    Returns
    -------
    onsets : ndarray [shape=(n,)], milliseconds in rising order.
    """
    if not voice.size:
        return np.zeros(0, np.int64)
    level = _decibels(voice)
    noise, speech = _surroundings(level, progress, cancel)
    noise = np.maximum(noise, speech - DEEPEST_DB)
    reach = np.maximum(speech - noise, NARROWEST_DB)
    sure = level > noise + np.maximum(LEAST_DB, UPPER * reach)
    heard = level > noise + np.maximum(LOWER_LEAST * LEAST_DB, LOWER * reach)
    progress(1.0)
    return _starts(sure, heard) * BIN_MS


def _decibels(voice: NDArray[np.int16]) -> Decibels:
    """Return the level in decibels, its power smoothed over three bins."""
    power = np.square(voice.astype(np.float32))
    padded = np.pad(power, 1, mode="edge")
    smooth = (padded[:-2] + padded[1:-1] + padded[2:]) / np.float32(3)
    level: Decibels = (10 * np.log10(np.maximum(smooth, 1))).astype(np.float32)
    return level


def _surroundings(level: Decibels, progress: Progress, cancel: Cancel) -> tuple[Decibels, Decibels]:
    """Return the level of the noise and of the speech around each bin."""
    width = min(level.size, WINDOW_MS // BIN_MS)
    step = STEP_MS // BIN_MS
    windows = np.lib.stride_tricks.sliding_window_view(level, width)[::step, ::THIN]
    count = windows.shape[1]
    low, high = int(NOISE_QUANTILE * (count - 1)), int(SPEECH_QUANTILE * (count - 1))
    quantiles = []
    for first in range(0, len(windows), ROWS_AT_ONCE):
        cancel.check()
        progress(first / len(windows))
        sorted_as_far = np.partition(windows[first : first + ROWS_AT_ONCE], (low, high), axis=1)
        quantiles.append(sorted_as_far[:, (low, high)])
    found = np.concatenate(quantiles)
    centers = np.arange(len(found)) * step + width // 2
    bins = np.arange(level.size)
    noise, speech = (np.interp(bins, centers, row).astype(np.float32) for row in found.T)
    return noise, speech


def _starts(sure: NDArray[np.bool_], heard: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the bins at which runs of `heard` begin that are `sure` somewhere, bridged and long enough."""
    steps = np.diff(np.concatenate([[0], heard.astype(np.int8), [0]]))
    starts: NDArray[np.int64] = np.flatnonzero(steps == 1)
    ends = np.flatnonzero(steps == -1)
    counted = np.concatenate([[0], np.cumsum(sure)])
    kept = counted[ends] > counted[starts]
    starts, ends = starts[kept], ends[kept]
    if not starts.size:
        return starts
    pauses = (starts[1:] - ends[:-1]) * BIN_MS >= MIN_PAUSE_MS
    starts, ends = starts[np.append(True, pauses)], ends[np.append(pauses, True)]
    lasting: NDArray[np.int64] = starts[(ends - starts) * BIN_MS >= MIN_SPEECH_MS]
    return lasting
