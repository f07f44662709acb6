"""Sound brought to another sample rate, block by block, without a shift in time."""

from __future__ import annotations

import numpy as np
from av import AudioFrame, AudioResampler

from replique.media.mixing import Samples

LAYOUTS = {1: "mono", 2: "stereo"}


class Resampler:
    """Resamples what it is given, in order; sample 0 stays sample 0.

    Parameters
    ----------
    rate_in, rate_out : samples a second.
    channels : 1 or 2.

    What comes out lags behind by the length of the filter (some milliseconds) until :meth:`finish`.
    """

    def __init__(self, rate_in: int, channels: int, rate_out: int) -> None:
        self.kind = (rate_in, channels)
        self._layout = LAYOUTS[channels]
        self._resampler = AudioResampler("fltp", self._layout, rate_out)

    def add(self, samples: Samples) -> Samples:
        """Return what has become ready [shape=(channels, m)]."""
        if not samples.size:
            return samples
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout=self._layout)
        frame.sample_rate = self.kind[0]
        return self._joined(self._resampler.resample(frame))

    def finish(self) -> Samples:
        """Return the rest."""
        return self._joined(self._resampler.resample(None))

    def _joined(self, frames: list[AudioFrame]) -> Samples:
        blocks = [frame.to_ndarray() for frame in frames if frame is not None]
        return np.concatenate([np.zeros((self.kind[1], 0), np.float32), *blocks], axis=1)
