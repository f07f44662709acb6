"""Measuring players: recordings that tell their own time, and ears."""

from measuring.ear import Ear
from measuring.known import Recording
from measuring.recordings import KINDS, Kind, told_ms, write_chirp, write_recording
from measuring.trial import Trial, zero_ms

TOLD_S = 24
"""So long are the recordings of the tests."""

__all__ = [
    "KINDS",
    "TOLD_S",
    "Ear",
    "Kind",
    "Recording",
    "Trial",
    "told_ms",
    "write_chirp",
    "write_recording",
    "zero_ms",
]
