#!/usr/bin/env python3
"""Measure how near the clock of the libVLC player is to what is heard: python packaging/measure_player.py

It plays a chirp, whose pitch tells its time, as WAV, FLAC, MP3 (variable bit rate), M4A and Opus, at several speeds,
and listens through libVLC's audio callbacks. They run up to 1.2 s ahead of the sound; the moment heard is their time
stamp.
"""

import ctypes
import sys
import tempfile
import wave
from pathlib import Path
from time import monotonic

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
        self._blocks: list[tuple[float, NDArray[np.int16]]] = []
        self._clock: list[tuple[float, float]] = []
        self._ahead_s = vlc.libvlc_clock() / 1e6 - monotonic()
        self._play = vlc.CallbackDecorators.AudioPlayCb(self._hear)
        self._flush = vlc.CallbackDecorators.AudioFlushCb(lambda _data, _pts: self._blocks.clear())
        player.engine.media_player.audio_set_callbacks(self._play, None, None, self._flush, None, None)
        player.engine.media_player.audio_set_format("S16N", SAMPLE_RATE, 1)
        self._timer = QTimer(player)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def errors_ms(self) -> NDArray[np.float64]:
        """Return clock minus heard position for each tenth of a second that was heard since the last seek."""
        blocks = list(self._blocks)
        samples = np.concatenate([block for _, block in blocks])
        starts = np.cumsum([0] + [len(block) for _, block in blocks])
        moments, positions = np.array(self._clock).T
        errors = []
        for first in range(2 * WINDOW, len(samples) - WINDOW, WINDOW):
            middle = first + WINDOW // 2
            number = int(np.searchsorted(starts, middle, side="right")) - 1
            heard_s = blocks[number][0] + (middle - starts[number]) / SAMPLE_RATE
            if heard_s < moments[-1]:
                errors.append(np.interp(heard_s, moments, positions) - _told_ms(samples[first : first + WINDOW]))
        return np.array(errors)

    def _hear(self, _data: int, samples: int, count: int, pts_us: int) -> None:
        block = np.frombuffer(ctypes.string_at(samples, 2 * count), np.int16).copy()
        self._blocks.append((pts_us / 1e6 - self._ahead_s, block))

    def _look(self) -> None:
        now_s = monotonic()
        self._clock.append((now_s, self._player.position_ms(now_s)))


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
