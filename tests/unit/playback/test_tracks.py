"""Of several audio tracks the one that was chosen is heard."""

import numpy as np
import pytest
from PySide6.QtMultimedia import QAudioBufferOutput, QAudioFormat, QMediaPlayer

RATE = 48_000


def loudest_hz(samples):
    return float(np.argmax(np.abs(np.fft.rfft(samples * np.hanning(samples.size)))) * RATE / samples.size)


@pytest.mark.parametrize(("track", "hz"), [(0, 400), (1, 900)])
def test_libvlc_plays_the_track_that_was_chosen(qtbot, measuring, vlc_player, two_tracks, track, hz):
    ear = measuring.Ear(vlc_player)
    vlc_player.load(two_tracks, track)
    vlc_player.play(2000)
    qtbot.waitUntil(lambda: vlc_player.position_ms() > 2600)
    assert loudest_hz(ear.sounds()[-1].samples[-RATE // 2 :].astype(float)) == pytest.approx(hz, abs=5)


@pytest.mark.parametrize(("track", "hz"), [(0, 400), (1, 900)])
def test_qt_plays_the_track_that_was_chosen(qtbot, qt_player, two_tracks, track, hz):
    wanted = QAudioFormat()
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Float)
    wanted.setSampleRate(RATE)
    wanted.setChannelConfig(QAudioFormat.ChannelConfig.ChannelConfigMono)
    output, heard = QAudioBufferOutput(wanted), []
    output.audioBufferReceived.connect(lambda buffer: heard.append(np.frombuffer(buffer.data(), np.float32).copy()))
    qt_player.engine.findChild(QMediaPlayer).setAudioBufferOutput(output)
    qt_player.load(two_tracks, track)
    qt_player.play(2000)
    qtbot.waitUntil(lambda: sum(block.size for block in heard) > RATE)
    assert loudest_hz(np.concatenate(heard)[-RATE // 2 :]) == pytest.approx(hz, abs=5)
