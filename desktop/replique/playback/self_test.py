"""Whether a player plays what the waveform shows, asked silently for three places.

What is heard is compared with what is decoded around the same place, by normalised cross-correlation. Where that can
tell nothing (silence, a constant tone, a very short recording) nothing is held against the player.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.progress import NEVER, Cancel, Progress, silent
from replique.core.timecode import clock
from replique.media import samples
from replique.media.samples import RATE, Mono

SHARES = (0.15, 0.5, 0.85)
"""Where in the recording it is listened to."""
AROUND_MS = 3000
"""How far from the place sound is decoded, to find what is heard."""
PIECE_MS = 200
WARM_UP_MS = 60
"""What is heard first is left out: a decoder that begins in the middle needs some frames."""
NEEDED_MS = PIECE_MS + WARM_UP_MS
AGREES_MS = 100
"""What is heard may be so far from what was asked for."""
AT_ODDS_MS = 1000
AT_ODDS = 0.001
"""The length that a player tells may be so far from the true one, and that as a share of it."""
ALIKE = 0.75
"""Two pieces are the same sound from here on: noise that decoders make up takes something away from 1."""
MIXED_UP = 0.65
"""A place that is so much like another one nearby can't be told from it."""
QUIET = 0.003
"""What is softer is silence (root mean square, full scale 1)."""
STEP = RATE // 100

Curve = NDArray[np.float64]


class Heard(NamedTuple):
    """Sound that a player gave out [shape=(n,), 16 kHz], and where it says that this begins."""

    samples: Mono
    at_ms: float


class Listening(NamedTuple):
    """The length that a player tells, None where it tells none, and what it gave out at each place."""

    length_ms: int | None
    heard: tuple[Heard | None, ...]


class Prober(Protocol):
    """Listens to a player without a sound; lives in one thread, from its first call to its last."""

    name: str
    """The player with its version: what is found out counts for no other."""

    def listen(self, path: Path, track: int, places_ms: Sequence[int], cancel: Cancel) -> Listening:
        """Go to places of a recording, in rising order, and return what is heard there."""

    def close(self) -> None:
        """Let everything go, whether it listened or not; a second call does nothing."""


class Outcome(StrEnum):
    """What a player does at the places that it is asked for."""

    AGREES = "agrees"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    SILENT = "silent"


class Verdict(msgspec.Struct, frozen=True):
    """What came of a test: the length that the player tells, and the first place at which it is wrong.

    `found_ms` is what it plays there, None where that was not found nearby; `tested_ms` how long the recording was
    thought to be.
    """

    outcome: Outcome
    length_ms: int | None = None
    place_ms: int = 0
    found_ms: int | None = None
    tested_ms: int = 0


class Place(NamedTuple):
    """A place that can be told from all around it, and the sound from `start_ms` on that is there."""

    ms: int
    start_ms: int
    around: Mono


LENGTH = QT_TRANSLATE_NOOP("recording", "it says that the recording lasts {told}, and {found} of sound were found.")
PLAYS = QT_TRANSLATE_NOOP("recording", "asked for {place}, it plays {found}.")
PLAYS_OTHER = QT_TRANSLATE_NOOP("recording", "asked for {place}, it plays something else.")
PLAYS_NOTHING = QT_TRANSLATE_NOOP("recording", "asked for {place}, it plays nothing.")


def self_test(
    prober: Prober,
    path: Path,
    duration_ms: int,
    track: int = 0,
    *,
    progress: Progress = silent,
    cancel: Cancel = NEVER,
) -> Verdict:
    """Return whether a player plays at three places of a track what is decoded there.

    It takes half a second; in an MP3 of hours, all of which has to be read, a second or two.

    `duration_ms` need not be the true one: where nothing is decoded, nothing is asked.
    """
    places = places_to_ask(path, duration_ms, track, cancel)
    progress(0.5)
    listening = prober.listen(path, track, [place.ms for place in places], cancel)
    progress(1.0)
    return msgspec.structs.replace(judge(places, listening), tested_ms=duration_ms)


def places_to_ask(path: Path, duration_ms: int, track: int = 0, cancel: Cancel = NEVER) -> list[Place]:
    """Return the places that tell the most around 15, 50 and 85 % of a recording; fewer where it is short."""
    wanted = [round(duration_ms * share) for share in SHARES]
    if duration_ms < 4 * (2 * AROUND_MS + samples.APART_MS):
        wanted = wanted[1:2]
    spans = [(max(0, ms - AROUND_MS), ms + AROUND_MS) for ms in wanted]
    found = samples.pieces(path, spans, track=track, cancel=cancel)
    places = (_telling_place(around, start_ms) for around, (start_ms, _) in zip(found, spans, strict=True))
    return [place for place in places if place]


def judge(places: Sequence[Place], listening: Listening) -> Verdict:
    """Compare what was heard with what is there. A player that gives out nothing at all is not judged."""
    verdicts = [_judge_place(*pair) for pair in zip(places, listening.heard, strict=True)]
    told = {verdict.outcome for verdict in verdicts}
    if not told or told == {Outcome.SILENT}:
        return Verdict(Outcome.UNKNOWN, listening.length_ms)
    wrong = (verdict for verdict in verdicts if verdict.outcome is not Outcome.AGREES)
    first = next(wrong, Verdict(Outcome.AGREES))
    return msgspec.structs.replace(first, length_ms=listening.length_ms)


def disagreement(verdict: Verdict, duration_ms: int | None = None) -> Message | None:
    """Return why a player is not to be trusted with a recording, None where it is; `duration_ms` is the true one."""
    told, place = verdict.length_ms, clock(verdict.place_ms)
    if verdict.outcome is Outcome.SILENT:
        return Message("recording", PLAYS_NOTHING, place=place)
    if verdict.outcome is Outcome.ELSEWHERE:
        if verdict.found_ms is None:
            return Message("recording", PLAYS_OTHER, place=place)
        return Message("recording", PLAYS, place=place, found=clock(verdict.found_ms))
    if told and duration_ms and at_odds(told, duration_ms):
        return Message("recording", LENGTH, told=clock(told), found=clock(duration_ms))
    return None


def at_odds(told_ms: int, true_ms: int) -> bool:
    """Whether a length is not the true one, by more than rounding."""
    return abs(told_ms - true_ms) > AT_ODDS_MS + AT_ODDS * true_ms


def _judge_place(place: Place, heard: Heard | None) -> Verdict:
    warm_up = WARM_UP_MS * RATE // 1000
    piece = heard.samples[warm_up : NEEDED_MS * RATE // 1000] if heard else np.zeros(0, np.float32)
    if heard is None or piece.size < STEP:
        return Verdict(Outcome.SILENT, place_ms=place.ms)
    likeness = _likeness(piece, place.around)
    best = int(np.argmax(likeness))
    if likeness[best] < ALIKE:
        return Verdict(Outcome.ELSEWHERE, place_ms=place.ms)
    found_ms = place.start_ms + (best - warm_up) * 1000 / RATE
    if abs(found_ms - heard.at_ms) <= AGREES_MS:
        return Verdict(Outcome.AGREES)
    return Verdict(Outcome.ELSEWHERE, place_ms=round(heard.at_ms), found_ms=round(max(0.0, found_ms)))


def _telling_place(around: Mono, start_ms: int) -> Place | None:
    """Return the loudest place whose sound comes once; None where all is silence or the same."""
    length = PIECE_MS * RATE // 1000
    margin = AGREES_MS * RATE // 1000
    lead = (WARM_UP_MS * RATE // 1000) + margin
    if around.size < lead + length + 2 * margin:
        return None
    starts = np.arange(lead, around.size - length - 2 * margin, STEP)
    energy = np.concatenate([[0.0], np.cumsum(around.astype(np.float64) ** 2)])
    power = (energy[starts + length] - energy[starts]) / length
    for candidate in _loudest_apart(power, length // STEP):
        start = int(starts[candidate])
        if power[candidate] < QUIET**2:
            return None
        if _comes_once(around, start, length, margin):
            return Place(start_ms + (start - WARM_UP_MS * RATE // 1000) * 1000 // RATE, start_ms, around)
    return None


def _loudest_apart(power: Curve, distance: int) -> list[int]:
    """Return some places by their loudness, none near to another."""
    chosen: list[int] = []
    for candidate in np.argsort(power)[::-1]:
        if all(abs(int(candidate) - other) >= distance for other in chosen):
            chosen.append(int(candidate))
        if len(chosen) == 4:
            break
    return chosen


def _comes_once(around: Mono, start: int, length: int, margin: int) -> bool:
    likeness = _likeness(around[start : start + length], around)
    likeness[max(0, start - margin) : start + margin] = 0
    return bool(likeness.max(initial=0) < MIXED_UP)


def _likeness(piece: Mono, field: Mono) -> Curve:
    """Return how much a piece is like each piece of a field that is as long: 1 is the same but for its loudness."""
    count = field.size - piece.size + 1
    if count <= 0:
        return np.zeros(1)
    size = 1 << (field.size + piece.size).bit_length()
    likeness = np.fft.irfft(np.fft.rfft(field, size) * np.conj(np.fft.rfft(piece, size)), size)[:count]
    energy = np.concatenate([[0.0], np.cumsum(field.astype(np.float64) ** 2)])
    power = np.sqrt((energy[piece.size :] - energy[:count]) * float((piece.astype(np.float64) ** 2).sum()))
    result: Curve = np.divide(likeness, power, out=np.zeros(count), where=power > QUIET**2)
    return result
