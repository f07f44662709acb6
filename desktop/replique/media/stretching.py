"""Sound made longer or shorter, the pitch kept."""

from __future__ import annotations

import av
import numpy as np

from replique.media.mixing import Samples
from replique.media.resampling import LAYOUTS


class Stretcher:
    """Plays `speed` seconds of what is given in one: FFmpeg's ``atempo`` (overlapped pieces, joined where alike).

    What comes out at *t* was put in at ``speed * t``, within 15 ms (measured with speech and with chirps; 6 in the
    middle).

    Parameters
    ----------
    sample_rate : of what comes and goes (Hz).
    channels : one or two.
    speed : 0.5 to 2.
    """

    def __init__(self, sample_rate: int, channels: int, speed: float) -> None:
        self._sample_rate = sample_rate
        self._channels = channels
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(sample_rate=sample_rate, format="flt", layout=LAYOUTS[channels])
        tempo = self._graph.add("atempo", f"{speed:.4f}")
        sink = self._graph.add("abuffersink")
        source.link_to(tempo)
        tempo.link_to(sink)
        self._graph.configure()
        self._taken = 0

    def add(self, samples: Samples) -> Samples:
        """Take samples [shape=(channels, n)] and return what is ready [shape=(channels, m)]."""
        packed = np.ascontiguousarray(samples.T, np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(packed, format="flt", layout=LAYOUTS[self._channels])
        frame.sample_rate, frame.pts = self._sample_rate, self._taken
        self._taken += samples.shape[1]
        self._graph.push(frame)
        return self._ready()

    def finish(self) -> Samples:
        """Return what is still held back."""
        self._graph.push(None)
        return self._ready()

    def _ready(self) -> Samples:
        blocks = [np.zeros((0, self._channels), np.float32)]
        while True:
            try:
                blocks.append(self._graph.pull().to_ndarray().astype(np.float32).reshape(-1, self._channels))
            except (av.BlockingIOError, av.EOFError):
                return np.concatenate(blocks).T
