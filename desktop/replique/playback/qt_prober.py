"""Listening to QMediaPlayer without a sound: one that has no sound output hands its sound over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QUrl, Slot, qVersion
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioFormat, QMediaPlayer
from shiboken6 import delete

from replique.core.progress import Cancel
from replique.media.samples import RATE, Mono
from replique.playback.self_test import NEEDED_MS, Heard, Listening

OPEN_S = 2.0
PLACE_S = 1.5
LOOK_MS = 10
OPENED = (
    QMediaPlayer.MediaStatus.LoadedMedia,
    QMediaPlayer.MediaStatus.BufferedMedia,
    QMediaPlayer.MediaStatus.InvalidMedia,
)


class QtProber:
    """Listens to what QMediaPlayer gives out after a seek; it lives in the thread in which it listens.

    It says of each block of sound where it stands, and its player believes that.
    """

    name = f"Qt Multimedia {qVersion()}"

    def listen(self, path: Path, track: int, places_ms: Sequence[int], cancel: Cancel) -> Listening:
        """Go to places of a recording and return what is heard there."""
        ear = _Ear(cancel)
        try:
            ear.open(path, track)
            length_ms = ear.player.duration()
            heard = tuple(ear.hear(ms) for ms in places_ms)
        finally:
            ear.close()
        return Listening(length_ms if length_ms > 0 else None, heard)

    def close(self) -> None:
        """There is nothing left to let go."""


class _Ear(QObject):
    """A player without a sound output, in the thread that makes it."""

    def __init__(self, cancel: Cancel) -> None:
        super().__init__()
        self._cancel = cancel
        self._blocks: list[tuple[float, Mono]] = []
        self._loop = QEventLoop()
        self.player = QMediaPlayer()
        self._output = QAudioBufferOutput(_format())
        self.player.setAudioBufferOutput(self._output)
        # Queued: Qt's own thread is not to wait for Python, which may be waiting for it.
        self._output.audioBufferReceived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path, track: int) -> None:
        self.player.setSource(QUrl.fromLocalFile(str(path)))
        self._wait(lambda: self.player.mediaStatus() in OPENED, OPEN_S)
        if self.player.activeAudioTrack() != track < len(self.player.audioTracks()):
            self.player.setActiveAudioTrack(track)

    def hear(self, ms: int) -> Heard | None:
        self.player.setPosition(ms)
        self._loop.processEvents()
        self._blocks.clear()
        self.player.play()
        needed = NEEDED_MS * RATE // 1000
        self._wait(lambda: self._is_over() or sum(block.size for _, block in self._blocks) >= needed, PLACE_S)
        self.player.pause()
        if not self._blocks:
            return None
        return Heard(np.concatenate([block for _, block in self._blocks]), self._blocks[0][0])

    def close(self) -> None:
        """Let everything go at once: nobody is left in this thread to do it later."""
        self._output.audioBufferReceived.disconnect(self._take)
        self.player.stop()
        self.player.setSource(QUrl())
        for made in (self.player, self._output, self._loop, self):
            delete(made)

    def _is_over(self) -> bool:
        return self.player.mediaStatus() in (
            QMediaPlayer.MediaStatus.EndOfMedia,
            QMediaPlayer.MediaStatus.InvalidMedia,
        )

    def _wait(self, there: Callable[[], bool], seconds: float) -> None:
        until_s = monotonic() + seconds
        while not there() and monotonic() < until_s:
            self._cancel.check()
            QTimer.singleShot(LOOK_MS, self._loop.quit)
            self._loop.exec()

    @Slot(QAudioBuffer)
    def _take(self, buffer: QAudioBuffer) -> None:
        data = buffer.data() if buffer.isValid() else None
        if data:
            self._blocks.append((buffer.startTime() / 1000, np.frombuffer(data, np.float32).copy()))


def _format() -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
    wanted.setSampleRate(RATE)
    wanted.setChannelConfig(QAudioFormat.ChannelConfig.ChannelConfigMono)
    return wanted
