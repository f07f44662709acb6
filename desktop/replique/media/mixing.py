"""The samples of a frame, and many channels made into few."""

from __future__ import annotations

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout
from numpy.typing import NDArray

Samples = NDArray[np.float32]

CENTRE = 0.5**0.5
SIDES = 0.5
SURROUND = 0.5**1.5
USUAL_LAYOUTS = {3: "3.0", 4: "quad", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}
"""What many channels are that nobody has named."""
WEIGHTS = {"FC": CENTRE, "LFE": 0.0, "LFE2": 0.0, "FL": SIDES, "FR": SIDES, "FLC": SIDES, "FRC": SIDES}
"""How loud each channel is in one for all (ITU-R BS.775, both sides together); what is not named is surround.

Speech stands in the centre of films; the channel of low effects says nothing."""


def samples_of(frame: AudioFrame) -> Samples:
    """Return the samples of a frame, -1 to 1 [shape=(channels, n)]."""
    data = frame.to_ndarray()
    if not frame.format.is_planar:
        data = data.reshape(-1, len(frame.layout.channels)).T
    kind = data.dtype
    samples: Samples = data.astype(np.float32)
    if kind == np.uint8:
        samples = (samples - np.float32(128)) / np.float32(128)
    elif kind.kind == "i":
        samples /= np.float32(2 ** (8 * kind.itemsize - 1))
    return samples


def mono(frame: AudioFrame) -> Samples:
    """Return one channel made of all [shape=(1, n)]."""
    samples = samples_of(frame)
    if samples.shape[0] == 1:
        return samples
    if samples.shape[0] == 2:
        weights = [SIDES, SIDES]
    else:
        weights = [WEIGHTS.get(name, SURROUND) for name in _channel_names(frame.layout)]
    return np.array([weights], np.float32) @ samples


def _channel_names(layout: AudioLayout) -> list[str]:
    names = [channel.name for channel in layout.channels]
    if WEIGHTS.keys().isdisjoint(names) and len(names) in USUAL_LAYOUTS:
        return [channel.name for channel in AudioLayout(USUAL_LAYOUTS[len(names)]).channels]
    return names


def at_most_two(frame: AudioFrame) -> Samples:
    """Return the channels of a frame where there are one or two, else one made of all [shape=(1 or 2, n)]."""
    return samples_of(frame) if len(frame.layout.channels) <= 2 else mono(frame)
