"""What is known of a recording as a whole: its room, its noise, its voices; and the reference brought into it.

- The recording's mean level of each band in speech is given to the reference, then the recording's noise floor is
added
  to it: what noise hides in the one it hides in the other (Gales and Young, "Robust continuous speech recognition
  using parallel model combination", IEEE Trans. SAP 4(5), 1996).
- Cepstra are normalised to mean and variance of the speech, for each speaker apart as far as he was heard.
- Linear discriminants learnt from the phones of the reference keep what tells phones apart (Haeb-Umbach and Ney,
  "Linear discriminant analysis for improved large vocabulary continuous speech recognition", ICASSP 1992).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np

from replique.alignment.activity import SPEECH
from replique.alignment.cepstra import CEPSTRA, cepstra, discriminants, projected, with_slopes
from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.script import Script
from replique.alignment.states import Ints
from replique.alignment.workspace import RECORDING, REFERENCE, Workspace

BLOCK_FRAMES = 60 * FRAMES_PER_S
DIMENSIONS = 6
"""Of the discriminants: with 16 and more the reference's own voice begins to count."""
SAMPLE_BLOCKS = 12
"""Levels and discriminants are learnt from so many minutes, evenly spread."""
FEWEST_FRAMES = 50
WHOLE_WEIGHT_FRAMES = 3 * FRAMES_PER_S
"""What a speaker's own mean and variance are worth: as much as all the recording's once he has so many frames."""


_Change = Callable[[Floats], Floats]


class Levels(NamedTuple):
    """Mean and spread of cepstra, a row for all voices together and one for each voice."""

    means: Floats
    spreads: Floats

    def normalised(self, raw: Floats, voices: Ints | None = None) -> Floats:
        """Return cepstra of mean 0 and variance 1; `voices` (-1: nobody known) say whose each frame is."""
        if voices is None:
            voices = np.full(len(raw), -1)
        normal: Floats = (raw - self.means[voices + 1]) / self.spreads[voices + 1]
        return normal


class Room(NamedTuple):
    """What brings the reference into the recording's room, and both into few telling dimensions.

    `contrast` is how far speech rises above the noise, on average over the bands (natural log of energy).
    """

    shift: Floats
    floor: Floats
    recording: Levels
    reference: Levels
    telling: Floats
    contrast: float

    def reference_in_room(self, spectrum: Floats) -> Floats:
        """Return frames of the reference as the recording's microphone and noise would have them."""
        return _noisy(self.shift, self.floor, spectrum)

    def reference_features(self, spectrum: Floats) -> Floats:
        """Return frames of the reference in the telling dimensions."""
        return projected(
            with_slopes(self.reference.normalised(cepstra(self.reference_in_room(spectrum)))), self.telling
        )

    def recording_features(self, spectrum: Floats, voices: Ints | None = None) -> Floats:
        """Return frames of the recording in the telling dimensions."""
        return projected(with_slopes(self.recording.normalised(cepstra(spectrum), voices)), self.telling)


def room_of(workspace: Workspace, script: Script) -> Room:
    """Learn the room from spectra and activities in the workspace; nothing is known yet of who speaks when."""
    heard = Levels(*_levels(workspace, RECORDING, 0.5, lambda spectrum: spectrum))
    spoken = Levels(*_levels(workspace, REFERENCE, 0.5, lambda spectrum: spectrum))
    floor = _floor(workspace)
    shift = heard.means[0] - spoken.means[0]
    for _ in range(2):  # the floor lifts the mean
        lifted, _ = _levels(workspace, REFERENCE, 0.5, partial(_noisy, shift, floor))
        shift = shift + (heard.means[0] - lifted[0])
    recording = Levels(*_levels(workspace, RECORDING, SPEECH, cepstra))
    reference = Levels(*_levels(workspace, REFERENCE, SPEECH, lambda s: cepstra(_noisy(shift, floor, s))))
    room = Room(
        shift, floor, recording, reference, np.zeros((0, 0), np.float32), float((heard.means[0] - floor).mean())
    )
    return room._replace(telling=_telling(workspace, script, room))


def with_voices(room: Room, workspace: Workspace, voices: Ints) -> Room:
    """Return the room with levels for each voice; `voices` say who speaks in each frame (-1: nobody)."""
    count = int(voices.max(initial=-1)) + 1
    sums = np.zeros((count, 3, CEPSTRA))
    for first, end in _blocks(workspace.frames(RECORDING)):
        normal = room.recording.normalised(cepstra(workspace.spectrum(RECORDING, first, end)))
        own = np.where(workspace.kept(RECORDING, first, end) > SPEECH, voices[first:end], -1)
        for voice in range(count):
            frames = normal[own == voice].astype(np.float64)
            sums[voice, 0] += len(frames)
            sums[voice, 1] += frames.sum(axis=0)
            sums[voice, 2] += (frames**2).sum(axis=0)
    means, spreads = [room.recording.means[0]], [room.recording.spreads[0]]
    for number, first_sum, second_sum in sums:
        share = number / (number + WHOLE_WEIGHT_FRAMES) if number[0] >= FEWEST_FRAMES else np.zeros(CEPSTRA)
        mean = first_sum / np.maximum(number, 1)
        variance = np.maximum(second_sum / np.maximum(number, 1) - mean**2, 1e-3)
        means.append(means[0] + spreads[0] * share * mean)
        spreads.append(spreads[0] * np.sqrt(share * variance + 1 - share))
    return room._replace(recording=Levels(np.array(means, np.float32), np.array(spreads, np.float32)))


def _noisy(shift: Floats, floor: Floats, spectrum: Floats) -> Floats:
    noisy: Floats = np.logaddexp(spectrum + shift, floor)
    return noisy


def _levels(workspace: Workspace, name: str, above: float, change: _Change) -> tuple[Floats, Floats]:
    """Return mean and spread over the frames that are more active than `above`, or of all where these are few."""
    for threshold in (above, -1.0):
        count, first_sum, second_sum = 0, np.zeros(1), np.zeros(1)
        for first, end in _spread_blocks(workspace.frames(name)):
            frames = workspace.spectrum(name, first, end)[workspace.kept(name, first, end) > threshold]
            values = change(frames).astype(np.float64)
            count += len(values)
            first_sum = first_sum + values.sum(axis=0)
            second_sum = second_sum + (values**2).sum(axis=0)
        if count >= FEWEST_FRAMES:
            break
    mean = first_sum / max(1, count)
    spread = np.sqrt(np.maximum(second_sum / max(1, count) - mean**2, 0)) + 1e-3
    return mean[None].astype(np.float32), spread[None].astype(np.float32)


def _floor(workspace: Workspace) -> Floats:
    """Return the level of each band when nobody speaks: the median of a sample of quiet frames."""
    quiet, every = [], []
    for first, end in _blocks(workspace.frames(RECORDING)):
        spectrum = workspace.spectrum(RECORDING, first, end)
        every.append(spectrum[::20])
        quiet.append(spectrum[workspace.kept(RECORDING, first, end) < 0.25][::4])
    silence, sound = np.concatenate(quiet), np.concatenate(every)
    enough = len(silence) > FRAMES_PER_S / 4
    floor = np.quantile(silence if enough else sound, 0.5 if enough else 0.05, axis=0)
    return floor.astype(np.float32)


def _telling(workspace: Workspace, script: Script, room: Room) -> Floats:
    labels = np.full(workspace.frames(REFERENCE), -1, np.int64)
    for kind, (first, end) in zip(script.phones, script.phone_frames, strict=True):
        labels[first:end] = kind
    chosen = _spread_blocks(len(labels))
    values = [
        with_slopes(room.reference.normalised(cepstra(room.reference_in_room(workspace.spectrum(REFERENCE, a, b)))))
        for a, b in chosen
    ]
    return discriminants(np.concatenate(values), np.concatenate([labels[a:b] for a, b in chosen]), DIMENSIONS)


def _spread_blocks(frames: int) -> list[tuple[int, int]]:
    """Return some minutes that are evenly spread: mean values need no more."""
    blocks = list(_blocks(frames))
    return blocks[:: max(1, -(-len(blocks) // SAMPLE_BLOCKS))]


def _blocks(frames: int) -> Iterator[tuple[int, int]]:
    for first in range(0, frames, BLOCK_FRAMES):
        yield first, min(frames, first + BLOCK_FRAMES)
