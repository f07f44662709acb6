"""Trials of a player with a recording that tells its own time: random seeks, speeds, pauses and loops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer

from measuring.ear import SAMPLE_RATE, WINDOW_S, Ear, Reading
from measuring.recordings import told_ms
from replique.media.samples import load
from replique.playback.engine_player import EnginePlayer
from replique.playback.player import PlayerState

STEP_MS = 5
PATIENCE_S = 15.0
EARLY_S = 0.05
"""What is heard so long before a command is done with it may be stamped."""
LISTEN_S = 0.45
"""So long it plays after a seek."""
SETTLED_S = 1.0


@dataclass
class Figures:
    """What was found: milliseconds."""

    landings: list[float] = field(default_factory=list)
    """What was heard first after a seek, minus what was asked for."""
    errors: list[float] = field(default_factory=list)
    """The clock minus what was heard at that moment."""
    delays: list[float] = field(default_factory=list)
    """From a seek until it is heard."""
    overshoots: list[float] = field(default_factory=list)
    """The last that is heard of a loop, minus its end."""

    def hear(self, readings: list[Reading]) -> None:
        self.errors += [reading.error_ms for reading in readings]


def until(condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
    """Let the player work until a condition holds; return whether it came to that in time."""
    loop, timer, end_s = QEventLoop(), QTimer(), monotonic() + patience_s
    timer.timeout.connect(lambda: loop.quit() if condition() or monotonic() > end_s else None)
    timer.start(STEP_MS)
    loop.exec()
    return condition()


def wait(seconds: float) -> None:
    """Let the player work for a while."""
    end_s = monotonic() + seconds
    until(lambda: monotonic() >= end_s)


def zero_ms(path: Path) -> float:
    """Return what a recording tells at its beginning, where the waveform counts from."""
    samples = load(path, 0, 8000, rate=SAMPLE_RATE) * 32767
    window = round(WINDOW_S * SAMPLE_RATE)
    for first in range(window, len(samples) - window, window):
        middle_ms = 1000 * (first + window / 2) / SAMPLE_RATE
        told = told_ms(samples[first : first + window], SAMPLE_RATE, middle_ms)
        if told is not None:
            return told - middle_ms
    return 0.0


class Trial:
    """A player that is listened to."""

    def __init__(self, player: EnginePlayer, path: Path, duration_ms: int, seed: int = 1) -> None:
        self.player = player
        self.ear = Ear(player)
        self.figures = Figures()
        self.zero_ms = zero_ms(path)
        self._duration_ms = duration_ms
        self._random = Random(seed)
        self._ways = (self._seek_playing, self._seek_paused, self._seek_twice, self._start)
        player.load(path)
        player.set_duration(duration_ms)

    def seek(self, count: int, low_ms: int = 0) -> None:
        """Seek here and there, in all the ways there are."""
        margin_ms = round(1000 * (LISTEN_S + 0.3) * self.player.rate)
        for index in range(count):
            target_ms = self._random.randrange(low_ms, self._duration_ms - margin_ms)
            self.ear.forget()
            asked_s = self._ways[index % len(self._ways)](target_ms)
            self._listen(target_ms, asked_s)

    def play(self, seconds: float, from_ms: int) -> None:
        """Play on, with a pause and a change of speed and back in the middle."""
        rate = self.player.rate
        self.ear.forget()
        self.player.play(from_ms)
        wait(seconds / 3)
        self.player.pause()
        wait(0.2)
        self.player.play()
        wait(seconds / 3)
        self.player.set_rate(1.0 if rate != 1.0 else 1.5)
        wait(seconds / 6)
        self.player.set_rate(rate)
        wait(seconds / 3)
        for _sound, readings in self.ear.readings(zero_ms=self.zero_ms):
            self.figures.hear(readings)
        self.player.pause()

    def loop(self, times: int, start_ms: int, length_ms: int) -> None:
        """Play a piece again and again."""
        since_s = monotonic()
        starts: list[int] = []
        connection = self.player.position_jumped.connect(starts.append)
        self.player.play_span(start_ms, start_ms + length_ms, loop=True)
        until(lambda: len(starts) > times, PATIENCE_S + times * length_ms / 300)
        self.player.position_jumped.disconnect(connection)
        self.player.pause()
        for sound, readings in self.ear.readings(since_s, self.zero_ms):
            self.figures.hear(readings)
            if readings:
                last = readings[-1]
                rest_s = sound.audible_until_s - last.at_s
                self.figures.overshoots.append(
                    last.heard_ms + 1000 * rest_s * self.player.rate - start_ms - length_ms
                )

    def _listen(self, target_ms: int, asked_s: float) -> None:
        rate = self.player.rate
        until(lambda: self.player.position_ms() > target_ms + 1000 * LISTEN_S * rate)
        heard = [(sound, told) for sound, told in self.ear.readings(asked_s - EARLY_S, self.zero_ms) if told]
        if not heard:
            self.figures.landings.append(float("nan"))
            return
        sound, readings = heard[-1]
        first = readings[0]
        self.figures.landings.append(first.heard_ms - 1000 * (first.at_s - sound.at_s) * rate - target_ms)
        self.figures.delays.append(1000 * (sound.at_s - asked_s))
        self.figures.hear(readings)

    def _seek_playing(self, target_ms: int) -> float:
        if not self.player.is_playing:
            self.player.play()
            wait(0.3)
        self.player.seek(target_ms)
        return monotonic()

    def _seek_paused(self, target_ms: int) -> float:
        self.player.pause()
        wait(0.05)
        self.player.seek(target_ms)
        wait(0.1)
        self.player.play()
        return monotonic()

    def _seek_twice(self, target_ms: int) -> float:
        self.player.seek(self._random.randrange(self._duration_ms))
        wait(0.03)
        self.player.seek(target_ms)
        if not self.player.is_playing:
            self.player.play()
        return monotonic()

    def _start(self, target_ms: int) -> float:
        if self.player.state is PlayerState.PLAYING:
            self.player.pause()
        self.player.play(target_ms)
        return monotonic()
