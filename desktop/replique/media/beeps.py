"""A recording of short sounds that begin at once, to measure how long a person takes to answer them."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np

RATE = 48_000
TONE_HZ = 880
BEEP_MS = 90
FADE_MS = 60
"""The beginning is sharp; the end fades, so that it does not click."""
LOUDNESS = 0.5
TAIL_MS = 1500
"""How long the recording goes on after the last sound: time to answer it."""


def write_beeps(path: Path, starts_ms: Sequence[int]) -> int:
    """Write a WAV file with a short sound at each of `starts_ms`, and return its length in milliseconds."""
    length_ms = max(starts_ms, default=0) + TAIL_MS
    samples = np.zeros(RATE * length_ms // 1000, np.float32)
    beep = _beep()
    for start_ms in starts_ms:
        first = RATE * start_ms // 1000
        samples[first : first + beep.size] += beep
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return length_ms


def _beep() -> np.ndarray:
    t = np.arange(RATE * BEEP_MS // 1000) / RATE
    fade = np.clip((BEEP_MS / 1000 - t) / (FADE_MS / 1000), 0, 1)
    # A cosine starts at its full height: the onset is one sample wide.
    return np.asarray(LOUDNESS * np.cos(2 * np.pi * TONE_HZ * t) * fade, np.float32)
