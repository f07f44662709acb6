"""What can be read of a recording, for scripts and for people."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import msgspec

from replique.media.opening import opened
from replique.media.peaks import Peaks
from replique.media.probe import probe
from replique.media.tracks import AudioTrack
from replique.media.waveform import compute


class SoundDiagnostic(msgspec.Struct, frozen=True):
    """Something odd between two moments (milliseconds): a stable code, a sentence in English."""

    start_ms: int
    end_ms: int
    code: str
    message: str


class RecordingInfo(msgspec.Struct, frozen=True):
    """One recording. `format` is FFmpeg's name of it, `duration_ms` what decoding the first track found."""

    file: str
    kind: Literal["recording"]
    format: str
    duration_ms: int
    tracks: tuple[AudioTrack, ...]
    diagnostics: tuple[SoundDiagnostic, ...]


def recording_info(path: Path) -> RecordingInfo:
    """Return what is in a recording, all of which is decoded; raise InputError where it has no sound to hear."""
    claims = probe(path)
    with opened(path) as (container, _):
        name = container.format.name
    peaks = Peaks(claims.duration_ms)
    compute(path, peaks)
    remarks = (SoundDiagnostic(r.start_ms, r.end_ms, r.code.value, str(r.message)) for r in peaks.remarks)
    shown = os.fsencode(path).decode("utf-8", "replace")
    return RecordingInfo(shown, "recording", name, peaks.duration_ms, claims.tracks, tuple(remarks))
