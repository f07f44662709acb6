"""An ear on Qt's player, as far as that lets itself be heard.

QAudioBufferOutput gives what was decoded when the player gives it out: before the pitch is kept at other speeds, and
without saying when it is heard. So it tells what is played after a seek and how far that is from the clock, but for
what lies in the buffer of the output; it can't tell when a sound stops.
"""

from __future__ import annotations

from time import monotonic
from typing import NamedTuple

import numpy as np
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioFormat, QMediaPlayer

from measuring.recordings import told_ms
from replique.playback.engine_player import EnginePlayer

SAMPLE_RATE = 48_000
WINDOW = 4096


class Given(NamedTuple):
    """A block that was given out: when, where the clock was then, and what Qt says is its place."""

    at_s: float
    clock_ms: float
    claimed_ms: float
    samples: np.ndarray[tuple[int], np.dtype[np.int16]]


class QtEar:
    """Hears what Qt's player gives out."""

    def __init__(self, player: EnginePlayer) -> None:
        self._player = player
        self.given: list[Given] = []
        wanted = QAudioFormat()
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        wanted.setSampleRate(SAMPLE_RATE)
        wanted.setChannelConfig(QAudioFormat.ChannelConfig.ChannelConfigMono)
        self._output = QAudioBufferOutput(wanted)
        self._output.audioBufferReceived.connect(self._take)
        media_player = player.engine.findChild(QMediaPlayer)
        media_player.setAudioBufferOutput(self._output)

    def told(self, zero_ms: float = 0.0) -> list[tuple[Given, float]]:
        """Return the blocks that are long enough to tell their time, each with the time at which it begins."""
        found = []
        for index, given in enumerate(self.given):
            samples = np.concatenate([block.samples for block in self.given[index : index + 6]])[:WINDOW]
            middle_ms = 500 * len(samples) / SAMPLE_RATE
            told = told_ms(samples, SAMPLE_RATE, given.clock_ms + zero_ms) if len(samples) == WINDOW else None
            if told is not None:
                found.append((given, told - middle_ms - zero_ms))
        return found

    def _take(self, buffer: QAudioBuffer) -> None:
        now_s = monotonic()
        samples = np.frombuffer(buffer.data(), np.int16).copy()
        self.given.append(Given(now_s, self._player.position_ms(now_s), buffer.startTime() / 1000, samples))
