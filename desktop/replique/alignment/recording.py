"""The recording as the aligner hears it: a spectrum, decoded piece by piece on the player's clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from replique.alignment.mel import FRAMES_PER_S, MelSpectrum
from replique.alignment.workspace import RECORDING, Workspace
from replique.media.samples import RATE, Mono, stream

PIECE_S = 5
"""Decoded sound is gathered into pieces of so many seconds before it is transformed."""


def listen(path: Path, track: int, workspace: Workspace) -> Iterator[float]:
    """Write the spectrum of a recording into the workspace; yield how many seconds are done, now and then.

    Raise InputError where it can't be decoded.
    """
    writer = workspace.writer(RECORDING)
    hearing = MelSpectrum(RATE)
    for samples in _pieces(path, track):
        writer.add(hearing.add(samples))
        yield writer.frames / FRAMES_PER_S
    writer.add(hearing.finish())
    writer.close()


def _pieces(path: Path, track: int) -> Iterator[Mono]:
    waiting: list[Mono] = []
    count = 0
    for samples in stream(path, track=track):
        waiting.append(samples)
        count += samples.size
        if count >= PIECE_S * RATE:
            yield np.concatenate(waiting)
            waiting, count = [], 0
    if waiting:
        yield np.concatenate(waiting)
