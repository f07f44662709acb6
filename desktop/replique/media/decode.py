"""The sound of a track, placed on the player's clock.

What an encoder put before the sound is cut away by FFmpeg; a track that begins late begins with silence.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from replique.media.mixing import Samples, at_most_two, mono
from replique.media.reading import Timed
from replique.media.remarks import Notes, Oddity
from replique.media.resampling import Resampler

MAX_DRIFT_S = 0.05
"""Moments nearer than this to where the sound before ended are rounding; farther ones are gaps or overlaps."""
STRICT_DRIFT_S = 0.002
LEAST_MISSING_S = 0.1
"""Gaps that are shorter are filled and not told."""
SILENCE_S = 10
"""Silence comes in blocks no longer than this."""


class Placer:
    """Puts the frames of a track one behind the other, where they stand.

    Parameters
    ----------
    sample_rate : that of the first frame of the recording, to which all others are brought; 0 is that of the first
        one that comes.
    as_mono : whether to mix all channels into one; else there are at most two.
    first : what lies before this sample is left out: where the first block begins.

    `notes` are of sound that is missing, and of changes of rate and channels.
    """

    def __init__(self, sample_rate: int = 0, *, as_mono: bool = False, first: int = 0) -> None:
        self._mix = mono if as_mono else at_most_two
        self.sample_rate = sample_rate
        self.position = first
        self.notes = Notes()
        self._end: int | None = None
        self._form: tuple[int, str] | None = None
        self._resampler: Resampler | None = None

    @property
    def position_ms(self) -> float:
        """How much was yielded, in milliseconds."""
        return self.position * 1000 / self.sample_rate if self.sample_rate else 0.0

    @property
    def end_ms(self) -> float | None:
        """Where the last frame ends, in milliseconds; None while there was none."""
        return None if self._end is None else self._ms(self._end)

    def place(self, timed: Timed) -> Iterator[Samples]:
        """Yield blocks [shape=(channels, n)] that follow what was yielded before: silence for a gap, then sound."""
        frame = timed.frame
        self.sample_rate = self.sample_rate or frame.sample_rate
        samples = self._mix(frame)
        kind = (frame.sample_rate, samples.shape[0])
        if self._resampler and self._resampler.kind != kind:
            yield from self.finish()
        self._note_form(frame.sample_rate, frame.layout.name)
        if frame.sample_rate != self.sample_rate:
            self._resampler = self._resampler or Resampler(*kind, self.sample_rate)
            samples = self._resampler.add(samples)
        yield from self._put(samples, self._place_of(timed))

    def finish(self) -> Iterator[Samples]:
        """Yield what is still held back, once there are no more frames."""
        resampler, self._resampler = self._resampler, None
        if resampler and self._end is not None:
            yield from self._put(resampler.finish(), self._end)

    def start_at(self, sample: int) -> None:
        """Put the next frame at a sample, wherever it stands."""
        self._end = sample

    def stamped(self, timed: Timed) -> int | None:
        """Return the sample at which a frame stands; None where that is not known."""
        return None if timed.at_s is None else round(timed.at_s * self.sample_rate)

    def _place_of(self, timed: Timed) -> int:
        stamped = self.stamped(timed)
        if self._end is None:
            return self.position if stamped is None else stamped
        drift_s = STRICT_DRIFT_S if timed.is_strict else MAX_DRIFT_S
        if stamped is None or abs(stamped - self._end) <= drift_s * self.sample_rate:
            return self._end
        if stamped - self._end >= LEAST_MISSING_S * self.sample_rate:
            self.notes.add(Oddity.MISSING, self._ms(self._end), self._ms(stamped))
        return stamped

    def _note_form(self, rate: int, layout: str) -> None:
        form = (rate, layout)
        if self._form and self._form != form:
            at_ms = self._ms(self._end or self.position)
            self.notes.add(Oddity.CHANGED, at_ms, at_ms, f"{rate} Hz, {layout}")
        self._form = form

    def _ms(self, sample: int) -> float:
        return sample * 1000 / self.sample_rate

    def _put(self, samples: Samples, at: int) -> Iterator[Samples]:
        self._end = at + samples.shape[1]
        if at > self.position:
            yield from self._silence(at - self.position, samples.shape[0])
        kept = samples[:, max(0, self.position - at) :]
        self.position += kept.shape[1]
        if kept.size:
            yield kept

    def _silence(self, count: int, channels: int) -> Iterator[Samples]:
        while count > 0:
            length = min(count, SILENCE_S * self.sample_rate)
            self.position += length
            count -= length
            yield np.zeros((channels, length), np.float32)
