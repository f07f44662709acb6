#!/usr/bin/env python3
"""Measure how near the clock of the libVLC player is to what is heard: python packaging/measure_player.py

It plays a chirp, whose pitch tells its time, as WAV, FLAC, MP3 (variable bit rate), M4A and Opus, at several speeds,
and listens through libVLC's audio callbacks. They run up to 1.2 s ahead of the sound; the moment heard is their time
stamp.
"""

from __future__ import annotations

import ctypes
import sys
import tempfile
import wave
from collections import deque
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import av
import numpy as np
import vlc
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from replique.playback.create import Backend, create_player
from replique.playback.engine_player import EnginePlayer
from replique.playback.vlc_engine import VlcEngine

SAMPLE_RATE = 48_000
LOWEST_HZ = 300.0
HZ_PER_S = 150.0
WINDOW = SAMPLE_RATE // 10
LOOK_MS = 5
KEPT_S = 30
"""What was heard is kept so long."""
SHORT_S = 0.03
SEARCH_MS = 300.0
ALIKE = 0.85
ENOUGH = 5
CODECS = {"flac": "flac", "mp3": "libmp3lame", "m4a": "aac", "opus": "libopus"}


def write_chirp(path: Path, seconds: float) -> Path:
    """Write a recording that tells its time: at second t it sounds at 300 + 150 t Hz."""
    t = np.arange(round(SAMPLE_RATE * seconds)) / SAMPLE_RATE
    samples = np.sin(2 * np.pi * (LOWEST_HZ * t + HZ_PER_S / 2 * t * t)) * np.where(t % 2 < 1, 0.1, 0.4)
    pcm = (samples * 32767).astype("<i2")
    if path.suffix == ".wav":
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(pcm.tobytes())
    else:
        _encode(path, pcm)
    return path


def _encode(path: Path, pcm: NDArray[np.int16]) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream(CODECS[path.suffix[1:]], rate=SAMPLE_RATE, layout="mono")
        if path.suffix == ".mp3":
            stream.options = {"flags": "+qscale", "global_quality": str(4 * 118)}
        frame = av.AudioFrame.from_ndarray(pcm[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.pts = SAMPLE_RATE, 0
        fifo = av.AudioFifo()
        for resampled in av.AudioResampler(stream.format, "mono", SAMPLE_RATE).resample(frame):
            fifo.write(resampled)
        while (block := fifo.read(stream.frame_size or 1024, partial=True)) is not None:
            container.mux(stream.encode(block))
        container.mux(stream.encode(None))


class Ear:
    """Hears what a libVLC player plays, and keeps where its clock says it is."""

    def __init__(self, player: EnginePlayer) -> None:
        if not isinstance(player.engine, VlcEngine):
            raise TypeError("only libVLC can be listened to")
        self._player = player
        self._blocks: deque[tuple[float, NDArray[np.int16]]] = deque()
        self._clock: deque[tuple[float, float]] = deque(maxlen=1000 * KEPT_S // LOOK_MS)
        self._ahead_s = vlc.libvlc_clock() / 1e6 - monotonic()
        self._play = vlc.CallbackDecorators.AudioPlayCb(self._hear)
        self._flush = vlc.CallbackDecorators.AudioFlushCb(lambda _data, _pts: self._blocks.clear())
        player.engine.media_player.audio_set_callbacks(self._play, None, None, self._flush, None, None)
        player.engine.media_player.audio_set_format("S16N", SAMPLE_RATE, 1)
        # libVLC calls back until its player is closed: the ear has to live as long.
        player.engine.ear = self
        self._timer = QTimer(player)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def errors_ms(self) -> NDArray[np.float64]:
        """Return clock minus heard position for each tenth of a second that was heard since the last seek."""
        heard = self._heard()
        moments, positions = np.array(self._clock).T
        errors = []
        for first in range(2 * WINDOW, len(heard.samples) - WINDOW, WINDOW):
            heard_s = heard.moment_s(first + WINDOW // 2)
            if heard_s < moments[-1]:
                told_ms = _told_ms(heard.samples[first : first + WINDOW])
                errors.append(np.interp(heard_s, moments, positions) - told_ms)
        return np.array(errors)

    def piece(self, at_s: float, seconds: float) -> NDArray[np.int16] | None:
        """Return what is heard around a moment, None where it was not heard (yet), or only in part."""
        heard = self._heard()
        first = heard.sample_at(at_s - seconds / 2)
        count = round(seconds * SAMPLE_RATE)
        return None if first is None or first + count > len(heard.samples) else heard.samples[first : first + count]

    def _heard(self) -> Heard:
        blocks = list(self._blocks)
        return Heard(
            np.array([at_s for at_s, _ in blocks]),
            np.cumsum([0] + [len(block) for _, block in blocks]),
            np.concatenate([block for _, block in blocks] or [np.zeros(0, np.int16)]),
        )

    def _hear(self, _data: int, samples: int, count: int, pts_us: int) -> None:
        block = np.frombuffer(ctypes.string_at(samples, 2 * count), np.int16).copy()
        at_s = pts_us / 1e6 - self._ahead_s
        self._blocks.append((at_s, block))
        while self._blocks and self._blocks[0][0] < at_s - KEPT_S:
            self._blocks.popleft()

    def _look(self) -> None:
        now_s = monotonic()
        self._clock.append((now_s, self._player.position_ms(now_s)))


class Heard(NamedTuple):
    """Sound and when it is heard: the moments of its blocks, at which sample each begins (and where all end)."""

    moments_s: NDArray[np.float64]
    starts: NDArray[np.int64]
    samples: NDArray[np.int16]

    def moment_s(self, sample: int) -> float:
        """Return when a sample is heard."""
        block = int(np.searchsorted(self.starts, sample, side="right")) - 1
        return float(self.moments_s[block] + (sample - self.starts[block]) / SAMPLE_RATE)

    def sample_at(self, at_s: float) -> int | None:
        """Return the sample that is heard at a moment, None before the first."""
        block = int(np.searchsorted(self.moments_s, at_s, side="right")) - 1
        return None if block < 0 else int(self.starts[block] + (at_s - self.moments_s[block]) * SAMPLE_RATE)


class Recording:
    """A recording that is known by heart: any piece of it tells where it stands."""

    def __init__(self, path: Path) -> None:
        parts = []
        with av.open(str(path)) as container:
            resampler = av.AudioResampler("s16", "mono", SAMPLE_RATE)
            for frame in container.decode(audio=0):
                parts += [out.to_ndarray()[0] for out in resampler.resample(frame)]
            parts += [out.to_ndarray()[0] for out in resampler.resample(None)]
        self._samples = np.concatenate(parts)

    def position_ms(self, ear: Ear, at_s: float, near_ms: float, rate: float) -> float | None:
        """Return what is heard at a moment, to be found near a position; None where it can't be recognised.

        A time stretcher repeats or leaves out pieces of some 30 ms: so many short ones are asked, and the middle
        answer is taken.
        """
        answers = []
        for offset_s in np.arange(-0.15, 0.151, 0.02):
            piece = ear.piece(at_s + offset_s, SHORT_S)
            here_ms = near_ms + 1000 * offset_s * rate
            found_ms = None if piece is None else self._find(piece.astype(np.float64), here_ms)
            if found_ms is not None:
                answers.append(found_ms - 1000 * offset_s * rate)
        return float(np.median(answers)) if len(answers) >= ENOUGH else None

    def _find(self, piece: NDArray[np.float64], near_ms: float) -> float | None:
        first = max(0, round((near_ms - SEARCH_MS) / 1000 * SAMPLE_RATE) - len(piece) // 2)
        field = self._samples[first : first + len(piece) + 2 * round(SEARCH_MS / 1000 * SAMPLE_RATE)].astype(float)
        if len(field) < len(piece) or not piece.any():
            return None
        size = 1 << (len(field) + len(piece)).bit_length()
        likeness = np.fft.irfft(np.fft.rfft(field, size) * np.conj(np.fft.rfft(piece, size)), size)
        energy = np.concatenate([[0.0], np.cumsum(field**2)])
        count = len(field) - len(piece) + 1
        power = np.sqrt((energy[len(piece) :] - energy[:count]) * (piece**2).sum()) + 1e-9
        likeness = likeness[:count] / power
        best = int(np.argmax(likeness))
        return (first + best + len(piece) / 2) / SAMPLE_RATE * 1000 if likeness[best] > ALIKE else None


def _told_ms(window: NDArray[np.int16]) -> float:
    """Return the time that the middle of a piece of the chirp tells."""
    spectrum = np.abs(np.fft.rfft(window * np.hanning(len(window)), 1 << 18))
    return float((np.argmax(spectrum) * SAMPLE_RATE / (1 << 18) - LOWEST_HZ) / HZ_PER_S * 1000)


def main() -> None:
    app = QCoreApplication(sys.argv)
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("wav", *CODECS):
            recording = write_chirp(Path(folder) / f"chirp.{suffix}", 30)
            for rate in (0.5, 0.75, 1.0, 1.25, 1.5, 2.0):
                player = create_player(Backend.VLC, ["--aout=dummy"])
                ear = Ear(player)
                player.load(recording)
                player.set_rate(rate)
                player.play(10_000)
                loop = QEventLoop()
                QTimer.singleShot(4000, loop.quit)
                loop.exec()
                low, middle, high = np.percentile(ear.errors_ms(), [5, 50, 95])
                player.close()
                print(f"{suffix:5} speed {rate:4}: clock - heard {middle:6.1f} ms (90 %: {low:6.1f} to {high:6.1f})")
    del app


if __name__ == "__main__":
    main()
