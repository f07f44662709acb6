"""Computing the waveform of a file, in blocks, or taking it from the cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import numpy as np

from replique.core.progress import NEVER, Cancel, Progress, silent
from replique.media.cache import PeaksCache
from replique.media.claims import claimed_ms
from replique.media.decode import Placer
from replique.media.fingerprint import fingerprint, track_key
from replique.media.mixing import Samples
from replique.media.opening import opened
from replique.media.peaks import BIN_MS, BLOCK_BINS, Peaks, bins_of
from replique.media.reading import TrackReader
from replique.media.remarks import Notes, Oddity

TELL_EVERY_S = 0.05
TOLERANCE_MS = 500
TOLERANCE = 0.002
"""How far the length that a file claims may be from what is found, and that as a share of it."""


def _untold(ready_ms: int) -> None:
    """Tell nobody."""
    del ready_ms


def load_or_compute(
    path: Path,
    duration_ms: int,
    cache: PeaksCache,
    on_begin: Callable[[Peaks], None],
    on_grow: Callable[[int], None],
    *,
    track: int = 0,
    content: str = "",
    progress: Progress = silent,
    cancel: Cancel = NEVER,
) -> Peaks:
    """Return the waveform of a track of a recording, from the cache or computed and put there.

    `on_begin` gets the :class:`Peaks` at once, while it is being filled; `on_grow` the milliseconds that are ready,
    20 times a second at most. `duration_ms` is the container's claim, `content` the recording's fingerprint where it
    is known already. Cancelled, nothing is put into the cache.
    """
    key = track_key(content or fingerprint(path), track)
    cached = cache.get(key)
    if cached:
        on_begin(cached)
        on_grow(cached.ready_ms)
        return cached
    peaks = Peaks(duration_ms)
    on_begin(peaks)
    compute(path, peaks, on_grow, track=track, progress=progress, cancel=cancel)
    cache.put(key, peaks)
    return peaks


def compute(
    path: Path,
    peaks: Peaks,
    on_grow: Callable[[int], None] = _untold,
    *,
    track: int = 0,
    progress: Progress = silent,
    cancel: Cancel = NEVER,
) -> None:
    """Fill `peaks` from a track of a recording, as far as it can be decoded."""
    told_s = 0.0
    with opened(path, track) as (container, stream):
        claimed = claimed_ms(path, container, stream)
        placer = Placer()
        binner = Binner(peaks)
        for timed in TrackReader(container, stream).frames():
            cancel.check()
            for samples in placer.place(timed):
                binner.add(samples, placer.sample_rate)
            if monotonic() - told_s > TELL_EVERY_S:
                told_s = monotonic()
                on_grow(peaks.ready_ms)
                progress(min(1.0, peaks.ready_ms / max(1, peaks.duration_ms)))
        for samples in placer.finish():
            binner.add(samples, placer.sample_rate)
    binner.finish(placer.sample_rate)
    _note_length(placer.notes, claimed, placer.position_ms)
    peaks.finish(round(placer.position_ms), placer.notes.remarks)
    on_grow(peaks.ready_ms)
    progress(1.0)


def _note_length(notes: Notes, claimed: int | None, found_ms: float) -> None:
    """Note where the file says another length than was found; a few frames more or less are no matter."""
    if claimed is None or abs(claimed - found_ms) <= max(TOLERANCE_MS, TOLERANCE * found_ms):
        return
    if claimed > found_ms + notes.missing_ms:
        # How long lost sound was is only reckoned; a file that has lost some need not have been cut off as well.
        notes.add(Oddity.CUT_OFF, found_ms, claimed)
    elif claimed < found_ms:
        notes.add(Oddity.LONGER, claimed, found_ms)


class Binner:
    """Gathers samples and hands them to the peaks in blocks of whole bins; memory stays at one block."""

    def __init__(self, peaks: Peaks) -> None:
        self._peaks = peaks
        self._waiting: list[Samples] = []
        self._count = 0
        self._first_bin = 0

    def add(self, samples: Samples, sample_rate: int) -> None:
        """Add samples [shape=(channels, n)] at `sample_rate` Hz."""
        self._waiting.append(samples)
        self._count += samples.shape[1]
        while self._count >= self._start(BLOCK_BINS, sample_rate):
            self._emit(BLOCK_BINS, sample_rate)

    def finish(self, sample_rate: int) -> None:
        """Add the last bins, the very last of which may be short."""
        if self._count:
            bins = next(n for n in range(BLOCK_BINS + 1) if self._start(n, sample_rate) >= self._count)
            self._emit(bins, sample_rate)

    def _start(self, bins: int, sample_rate: int) -> int:
        """Return where the bin after so many begins, counted in samples that wait."""
        zero = self._first_bin * BIN_MS * sample_rate // 1000
        return (self._first_bin + bins) * BIN_MS * sample_rate // 1000 - zero

    def _emit(self, bins: int, sample_rate: int) -> None:
        together = _with_equal_channels(self._waiting)
        end = min(self._start(bins, sample_rate), together.shape[1])
        starts = np.array([self._start(n, sample_rate) for n in range(bins)], np.int64)
        self._peaks.append(bins_of(together[:, :end], starts[starts < end], sample_rate))
        self._waiting = [together[:, end:]]
        self._count = together.shape[1] - end
        self._first_bin += bins


def _with_equal_channels(blocks: list[Samples]) -> Samples:
    """Join blocks; where their number of channels changes, a single channel counts as two that are alike."""
    if len({block.shape[0] for block in blocks}) > 1:
        blocks = [np.broadcast_to(block, (2, block.shape[1])) for block in blocks]
    return np.concatenate(blocks, axis=1)
