"""QtMultimedia as an engine: its FFmpeg back-end comes with Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, Qt, QUrl, Signal
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioOutput, QMediaDevices, QMediaPlayer

from replique.playback.engine import News
from replique.playback.outputs import Output

if TYPE_CHECKING:
    from replique.playback.self_test import Prober

READY = (
    QMediaPlayer.MediaStatus.LoadedMedia,
    QMediaPlayer.MediaStatus.BufferingMedia,
    QMediaPlayer.MediaStatus.BufferedMedia,
)


class QtEngine(QObject):
    """Plays with QMediaPlayer.

    It says every 50 ms where the block of sound begins that it has last given out: never ahead of what is heard,
    often behind by most of a block. So its clock is pulled back only gently.
    """

    told = Signal(object, float, float)
    outputs_changed = Signal()
    name = "Qt Multimedia"
    pull_back = 0.05

    def __init__(self) -> None:
        super().__init__()
        # A handler in Python would have its threads wait for ours, which waits for them.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        self._player = QMediaPlayer(self)
        self._devices = QMediaDevices(self)
        self._output: QAudioOutput | None = None
        self._output_id = ""
        self._track = 0
        self._pending: tuple[int, bool] | None = None
        self._sought_ms = 0
        self._commanding = False
        self._volume = 100
        self._muted = False
        if hasattr(self._player, "setPitchCompensation"):
            self._player.setPitchCompensation(True)
        self._devices.audioOutputsChanged.connect(self._devices_changed)
        self._player.positionChanged.connect(self._take_position)
        self._player.mediaStatusChanged.connect(self._take_status)
        self._player.errorOccurred.connect(self._take_error)
        self._take_device()

    @property
    def outputs(self) -> Sequence[Output]:
        """The devices that are there."""
        return [Output(_id_of(device), device.description()) for device in QMediaDevices.audioOutputs()]

    @property
    def output_in_use(self) -> str:
        """The id of the device on which the sound is heard."""
        return _id_of(self._output.device()) if self._output else ""

    def prober(self) -> Prober:
        """Return what listens to such a player without a sound."""
        from replique.playback.qt_prober import QtProber

        return QtProber()

    def load(self, path: Path, track: int = 0) -> None:
        """Take another recording; what it is asked before it is loaded is done then."""
        self.unload()
        self._track = track
        self._player.setSource(QUrl.fromLocalFile(str(path)))

    def unload(self) -> None:
        """Let the recording go."""
        self._pending = None
        self._commanding = True
        self._player.stop()
        self._player.setSource(QUrl())
        self._commanding = False

    def play(self, ms: int, end_ms: int | None = None) -> None:  # noqa: ARG002 - Qt can't be told where to end
        """Play from a position, whatever it does now."""
        self._command(ms, playing=True)

    def pause(self, ms: int) -> None:
        """Be silent at once, and stand at a position."""
        if self._is_open:
            # While it loads, a pause would count after it, even if `play` came meanwhile.
            self._player.pause()
        self._command(ms, playing=False)

    def seek(self, ms: int) -> None:
        """Stand at a position."""
        self._command(ms, playing=False)

    def set_rate(self, rate: float) -> None:
        """Play at another speed, the pitch kept."""
        self._player.setPlaybackRate(rate)

    def set_volume(self, percent: int) -> None:
        """Play at another volume."""
        self._volume = percent
        if self._output:
            scales = QAudio.VolumeScale
            self._output.setVolume(
                QAudio.convertVolume(percent / 100, scales.LogarithmicVolumeScale, scales.LinearVolumeScale)
            )

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self._muted = muted
        if self._output:
            self._output.setMuted(muted)

    def set_output(self, output_id: str) -> None:
        """Play on another device."""
        self._output_id = output_id
        self._take_device()

    def close(self) -> None:
        """Let everything go; nothing is told any more."""
        self.blockSignals(True)
        self._devices.audioOutputsChanged.disconnect(self._devices_changed)
        self.unload()
        self._player.deleteLater()
        self._devices.deleteLater()
        if self._output:
            self._output.deleteLater()
            self._output = None

    @property
    def _is_open(self) -> bool:
        return self._player.mediaStatus() in (*READY, QMediaPlayer.MediaStatus.EndOfMedia)

    def _command(self, ms: int, playing: bool) -> None:
        if not self._is_open:
            self._pending = (ms, playing)
            return
        self._pending = None
        self._sought_ms = ms
        self._commanding = True
        if playing and self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            # At the end `play` goes to the beginning: only a seek after it counts.
            self._player.play()
            self._player.setPosition(ms)
        else:
            if self._player.position() != ms:
                self._player.setPosition(ms)
            if playing:
                self._player.play()
        self._commanding = False

    def _take_position(self, ms: int) -> None:
        # The target of a seek is said back at once, before anything of it is heard.
        if self._commanding or ms == self._sought_ms:
            return
        self.told.emit(News.TIME, monotonic(), float(ms))
        if self._output is None and 0 < self._player.duration() <= ms:
            # Without an output it does not notice the end.
            self._player.pause()
            self.told.emit(News.END, monotonic(), 0.0)

    def _take_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._commanding:
            return
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.told.emit(News.END, monotonic(), 0.0)
        elif status in READY:
            if self._player.activeAudioTrack() != self._track < len(self._player.audioTracks()):
                self._player.setActiveAudioTrack(self._track)
            if self._pending:
                self._command(*self._pending)

    def _take_error(self, error: QMediaPlayer.Error) -> None:
        if error is not QMediaPlayer.Error.NoError:
            self._pending = None
            self.told.emit(News.BROKEN, monotonic(), 0.0)

    def _devices_changed(self) -> None:
        # Whoever listens may pause before the sound goes elsewhere.
        self.outputs_changed.emit()
        self._take_device()

    def _take_device(self) -> None:
        """Send sound to the device that is wanted, or else to the default one, also when another comes later.

        Without any the player paces itself.
        """
        wanted = [device for device in QMediaDevices.audioOutputs() if _id_of(device) == self._output_id]
        device = wanted[0] if wanted else QMediaDevices.defaultAudioOutput()
        if self._output:
            self._output.setDevice(device)
        elif not device.isNull():
            self._output = QAudioOutput(device, self)
            self._output.deviceChanged.connect(self.outputs_changed, Qt.ConnectionType.QueuedConnection)
            _settle_overrides(self._output)
            self.set_volume(self._volume)
            self.set_muted(self._muted)
            self._player.setAudioOutput(self._output)


def _settle_overrides(output: QAudioOutput) -> None:
    """Let PySide find out now that nothing in Python overrides how an output takes a disconnection.

    It looks once for each object. The player's threads would be the first to disconnect, and would wait for Python
    with a lock in hand; this thread waits for that lock with Python in hand when it stops the player, for ever.
    """
    output.deviceChanged.connect(output.deviceChanged)
    output.deviceChanged.disconnect(output.deviceChanged)


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")
