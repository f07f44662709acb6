"""An ear on the libVLC player: what is heard, and when.

libVLC's audio callbacks run up to 1.2 s ahead of the sound. The moment heard is their time stamp; what is thrown away
or paused before its moment has come is not heard, or later.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections import deque
from threading import Lock
from time import monotonic
from typing import NamedTuple

import numpy as np
import vlc
from numpy.typing import NDArray
from PySide6.QtCore import QTimer

from measuring.recordings import SILENT, told_ms
from replique.playback.engine_player import EnginePlayer
from replique.playback.vlc_engine import VlcEngine

SAMPLE_RATE = 48_000
LOOK_MS = 5
KEPT_S = 30
"""What was heard is kept so long."""
SEAM_S = 0.07
"""Blocks that follow each other within this time are one sound: a time stretcher's stamps waver so much."""
WINDOW_S = 0.1
HOP_S = 0.05
JUMP_MS = 100.0
"""A clock that goes so much farther between two looks was sent elsewhere."""
STARE_S = 0.03
"""The clock is known at a moment when it was looked at so shortly before and after."""


class Block(NamedTuple):
    """A piece of sound, the moment at which it begins to be heard, and how often all was thrown away before it."""

    at_s: float
    samples: NDArray[np.int16]
    flushes: int

    @property
    def end_s(self) -> float:
        return self.at_s + len(self.samples) / SAMPLE_RATE

    def until(self, end_s: float) -> Block:
        """Return what of it is heard before a moment."""
        return self._replace(samples=self.samples[: max(0, round((end_s - self.at_s) * SAMPLE_RATE))])


class Sound(NamedTuple):
    """An unbroken sound: when it begins to be heard, and its samples."""

    at_s: float
    samples: NDArray[np.int16]

    @property
    def end_s(self) -> float:
        return self.at_s + len(self.samples) / SAMPLE_RATE

    @property
    def audible_until_s(self) -> float:
        """When the last of it is heard that is no silence."""
        audible = np.flatnonzero(np.abs(self.samples) > SILENT)
        return self.at_s + (audible[-1] + 1) / SAMPLE_RATE if audible.size else self.at_s

    def piece(self, at_s: float, seconds: float) -> NDArray[np.int16]:
        """Return what is heard around a moment."""
        first, count = round((at_s - seconds / 2 - self.at_s) * SAMPLE_RATE), round(seconds * SAMPLE_RATE)
        return self.samples[max(0, first) : max(0, first + count)]


def joined(blocks: list[Block]) -> list[Sound]:
    """Return what blocks sound like; the stamps of a time stretcher waver, and the middle one is believed."""
    runs: list[list[Block]] = []
    for block in blocks:
        last = runs[-1][-1] if runs else None
        if last is None or last.flushes != block.flushes or abs(block.at_s - last.end_s) > SEAM_S:
            runs.append([])
        runs[-1].append(block)
    return [_sound(run) for run in runs]


def _sound(run: list[Block]) -> Sound:
    starts = np.cumsum([0] + [len(block.samples) for block in run[:-1]]) / SAMPLE_RATE
    begins_s = np.median([block.at_s for block in run] - starts)
    return Sound(float(begins_s), np.concatenate([block.samples for block in run]))


class Reading(NamedTuple):
    """What was heard at a moment, as it tells itself, and what the clock said then: milliseconds."""

    at_s: float
    heard_ms: float
    clock_ms: float

    @property
    def error_ms(self) -> float:
        return self.clock_ms - self.heard_ms


class Ear:
    """Hears what a libVLC player plays, and keeps where its clock says it is."""

    def __init__(self, player: EnginePlayer) -> None:
        if not isinstance(player.engine, VlcEngine):
            raise TypeError("only libVLC can be listened to")
        self._player = player
        self._lock = Lock()
        self._blocks: deque[Block] = deque()
        self._flushes = 0
        self._paused_s: float | None = None
        self._looks: deque[tuple[float, float]] = deque(maxlen=1000 * KEPT_S // LOOK_MS)
        self._ahead_s = vlc.libvlc_clock() / 1e6 - monotonic()
        decorators = vlc.CallbackDecorators
        self._callbacks = (
            decorators.AudioPlayCb(self._play),
            decorators.AudioPauseCb(self._pause),
            decorators.AudioResumeCb(self._resume),
            decorators.AudioFlushCb(self._flush),
        )
        media_player = player.engine.media_player
        media_player.audio_set_callbacks(*self._callbacks, None, None)
        media_player.audio_set_format("S16N", SAMPLE_RATE, 1)
        # libVLC calls back until its player is closed: the ear has to live as long.
        player.engine.ear = self
        self._timer = QTimer(player)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def sounds(self) -> list[Sound]:
        """Return what was heard until now."""
        now_s = monotonic()
        with self._lock:
            end_s = now_s if self._paused_s is None else self._paused_s
            blocks = [block.until(end_s) for block in self._blocks if block.at_s < end_s and block.samples.size]
        return joined(blocks)

    def readings(self, since_s: float = 0.0, zero_ms: float = 0.0) -> list[tuple[Sound, list[Reading]]]:
        """Return each sound that began since a moment, and what it tells every twentieth of a second.

        `zero_ms` is what the recording tells at its beginning.
        """
        looks = list(self._looks)
        return [(sound, self._read(sound, looks, zero_ms)) for sound in self.sounds() if sound.at_s >= since_s]

    def piece(self, at_s: float, seconds: float) -> NDArray[np.int16] | None:
        """Return what is heard around a moment, None where it was not heard (yet), or only in part."""
        pieces = (sound.piece(at_s, seconds) for sound in self.sounds())
        return next((piece for piece in pieces if len(piece) == round(seconds * SAMPLE_RATE)), None)

    def forget(self) -> None:
        """Forget what was heard."""
        now_s = monotonic()
        with self._lock:
            self._blocks = deque(block for block in self._blocks if block.end_s > now_s)

    def _read(self, sound: Sound, looks: list[tuple[float, float]], zero_ms: float) -> list[Reading]:
        readings = []
        for at_s in np.arange(sound.at_s + WINDOW_S / 2, sound.end_s - WINDOW_S / 2, HOP_S):
            clock_ms = _clock_ms(looks, at_s)
            if clock_ms is not None:
                heard_ms = told_ms(sound.piece(at_s, WINDOW_S), SAMPLE_RATE, clock_ms + zero_ms)
                readings += [] if heard_ms is None else [Reading(at_s, heard_ms - zero_ms, clock_ms)]
        return readings

    def _play(self, _data: int, samples: int, count: int, pts_us: int) -> None:
        sound = np.frombuffer(ctypes.string_at(samples, 2 * count), np.int16).copy()
        block = Block(pts_us / 1e6 - self._ahead_s, sound, self._flushes)
        with self._lock:
            self._blocks.append(block)
            while self._blocks[0].at_s < block.at_s - KEPT_S:
                self._blocks.popleft()

    def _pause(self, _data: int, _pts_us: int) -> None:
        self._paused_s = monotonic()

    def _resume(self, _data: int, _pts_us: int) -> None:
        """What waited is heard later."""
        with self._lock:
            if self._paused_s is None:
                return
            waited_s = monotonic() - self._paused_s
            blocks = [block.until(self._paused_s) for block in self._blocks if block.at_s < self._paused_s]
            for block in self._blocks:
                rest = block.samples[len(block.until(self._paused_s).samples) :]
                if len(rest):
                    blocks.append(Block(max(block.at_s, self._paused_s) + waited_s, rest, block.flushes))
            self._blocks, self._paused_s = deque(blocks), None

    def _flush(self, _data: int, _pts_us: int) -> None:
        """What waited is never heard."""
        with self._lock:
            end_s = monotonic() if self._paused_s is None else self._paused_s
            self._blocks = deque(block.until(end_s) for block in self._blocks if block.at_s < end_s)
            self._flushes += 1

    def _look(self) -> None:
        now_s = monotonic()
        self._looks.append((now_s, self._player.position_ms(now_s)))


def _clock_ms(looks: list[tuple[float, float]], at_s: float) -> float | None:
    """Return what the clock said at a moment, None where nobody looked just before and after."""
    after = bisect_right(looks, (at_s, 0.0))
    if not 0 < after < len(looks):
        return None
    (before_s, before_ms), (after_s, after_ms) = looks[after - 1], looks[after]
    if after_s - before_s > STARE_S or not -JUMP_MS < after_ms - before_ms < 2000 * (after_s - before_s) + JUMP_MS:
        return None
    return before_ms + (after_ms - before_ms) * (at_s - before_s) / (after_s - before_s)
