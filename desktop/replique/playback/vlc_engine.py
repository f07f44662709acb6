"""libVLC as an engine."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from replique.playback.engine import News
from replique.playback.outputs import Output
from replique.playback.vlc_feed import Feed
from replique.playback.vlc_library import Library
from replique.playback.vlc_outputs import name_of_default, outputs_of

if TYPE_CHECKING:
    import vlc

    from replique.playback.self_test import Prober

FIRST_SOUND_S = 0.010
"""The first sound is heard so long after the buffer is full (measured)."""
ECHO_S = 0.2
"""After a seek libVLC says the target back at once, before anything of it is heard."""
SWITCH_S = 0.0005
"""How long libVLC's threads wait for Python while the window works; the usual 5 ms would stamp its words so late."""
LOOK_MS = 500
"""libVLC does not say that a device came or went: it is asked so often, which costs it some microseconds."""


class Opened(Enum):
    """How far libVLC has the recording."""

    NO = "no"
    OPENING = "opening"
    YES = "yes"


class VlcEngine(QObject):
    """Plays with libVLC 3, which is let go with it.

    libVLC calls back from threads of its own, in which it must not be called: the callbacks only stamp the moment and
    pass it on to the window's thread.
    """

    told = Signal(object, float, float)
    outputs_changed = Signal()
    _called_back = Signal(int, float, float)
    _read_to_end = Signal(int, float, float)
    pull_back = 0.5

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.name = f"libVLC {library.version}"
        self._library = library
        self.media_player: vlc.MediaPlayer = self._library.instance.media_player_new()
        self._kinds = library.event_type
        self._feed: Feed | None = None
        self._loads = 0
        self._opened = Opened.NO
        self._paused = True
        self._sought_ms = 0
        self._sought_s = float("-inf")
        self._fills = False
        self._fills_from_s = float("-inf")
        self._begun_s = float("-inf")
        self._fresh_s = float("-inf")
        self._rate = 1.0
        self._volume = 100
        self._muted = False
        self._output_id = ""
        self._closed = False
        self._called_back.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._read_to_end.connect(self._take_end, Qt.ConnectionType.QueuedConnection)
        self._listen()
        self._outputs = outputs_of(self.media_player)
        self._in_use = ""
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_at_outputs)
        self._look.start()

    @property
    def outputs(self) -> Sequence[Output]:
        """The devices that are there."""
        return self._outputs

    @property
    def output_in_use(self) -> str:
        """The id of the device on which the sound is heard, once it was; some systems never say it."""
        return self._in_use

    @property
    def _media(self) -> vlc.Media | None:
        return self._feed.media if self._feed else None

    def prober(self) -> Prober:
        """Return what listens to this libVLC without a sound."""
        from replique.playback.vlc_prober import VlcProber

        return VlcProber(self._library, self.name)

    def load(self, path: Path, track: int = 0) -> None:
        """Take another recording; it is opened when it is first played."""
        self.unload()
        self._loads += 1
        self._feed = Feed(self._library, path, track, partial(self._call_back_end, self._loads))
        self.media_player.set_media(self._feed.media)

    def unload(self) -> None:
        """Let the recording go."""
        self._shut()
        if self._feed is not None:
            self.media_player.set_media(None)
            self._feed.media.release()
            self._feed = None

    def play(self, ms: int, end_ms: int | None = None) -> None:
        """Play from a position, whatever it does now, and let nothing be heard after the end, where one is given."""
        if self._feed is None:
            return
        self._feed.enter(self._rate, end_ms)
        if self._opened is Opened.NO:
            # After the end libVLC plays again only what it was given anew; a seek before play is lost.
            self.media_player.set_media(self._media)
            self._opened = Opened.OPENING
            # Each new sound output begins with the device of the system.
            self.media_player.audio_output_device_set(None, self._output_id or None)
            self.media_player.play()
            self._paused = False
            self._seek(ms)
            return
        if not self._paused or self._feed.vlc_ms(ms) != self._sought_ms:
            self._seek(ms)
        if self._paused:
            self._paused = False
            self._sought_s = monotonic()
            self.media_player.set_pause(0)

    def pause(self, ms: int) -> None:
        """Be silent at once, and stand at a position."""
        if self._opened is Opened.YES:
            self.media_player.set_pause(1)
            self.seek(ms)
        else:
            self._shut()
        self._paused = True

    def seek(self, ms: int) -> None:
        """Stand at a position; while it is not open, `play` is told it again."""
        if self._opened is Opened.YES and self._feed:
            self._feed.enter(self._rate, None)
            self._seek(ms)

    def set_rate(self, rate: float) -> None:
        """Play at another speed, the pitch kept: from the next command on."""
        self._rate = rate

    def set_volume(self, percent: int) -> None:
        """Play at another volume."""
        self._volume = percent
        self.media_player.audio_set_volume(percent)

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self._muted = muted
        self.media_player.audio_set_mute(muted)

    def set_output(self, output_id: str) -> None:
        """Play on another device; where that of the system has no name, only a new sound output leads back to it."""
        self._output_id = output_id or name_of_default(self._outputs)
        if self._output_id:
            self.media_player.audio_output_device_set(None, self._output_id)
        else:
            self._shut()

    def close(self) -> None:
        """Let everything go; nothing is told any more."""
        self._closed = True
        self._look.stop()
        for kind in self._callbacks:
            self._events.event_detach(kind)
        self.unload()
        self.media_player.release()
        self._library.instance.release()

    def _listen(self) -> None:
        kinds = self._kinds
        self._callbacks = {
            kinds.MediaPlayerTimeChanged: self._call_back_time,
            kinds.MediaPlayerBuffering: self._call_back_buffer,
            kinds.MediaPlayerPlaying: self._call_back,
            kinds.MediaPlayerEndReached: self._call_back,
            kinds.MediaPlayerEncounteredError: self._call_back,
            kinds.MediaPlayerAudioDevice: self._call_back,
        }
        sys.setswitchinterval(SWITCH_S)
        self._events: vlc.EventManager = self.media_player.event_manager()
        for kind, callback in self._callbacks.items():
            self._events.event_attach(kind, callback)

    def _call_back(self, event: vlc.Event) -> None:
        self._called_back.emit(event.type.value, monotonic(), 0.0)

    def _call_back_time(self, event: vlc.Event) -> None:
        self._called_back.emit(event.type.value, monotonic(), event.u.new_time)

    def _call_back_buffer(self, event: vlc.Event) -> None:
        if event.u.new_cache >= 100:
            self._called_back.emit(event.type.value, monotonic(), 100.0)

    def _call_back_end(self, load: int, ms: float) -> None:
        self._read_to_end.emit(load, monotonic(), ms)

    def _take_end(self, load: int, at_s: float, ms: float) -> None:
        if self._feed and load == self._loads:
            self.told.emit(News.END, at_s, ms)

    def _take(self, kind_value: int, at_s: float, value: float) -> None:
        """Take in, in the window's thread, what libVLC called back; what was called before the last stop is stale."""
        kind = self._kinds(kind_value)
        if self._closed:
            return
        if kind == self._kinds.MediaPlayerAudioDevice:
            self._in_use = self.media_player.audio_output_device_get() or ""
            self._look_at_outputs(moved=True)
        elif self._feed is None or at_s < self._fresh_s:
            return
        elif kind == self._kinds.MediaPlayerTimeChanged:
            ms = self._feed.position_ms(value)
            echo = value == self._sought_ms and at_s <= self._sought_s + ECHO_S
            if ms is not None and not echo and at_s >= self._begun_s:
                self.told.emit(News.TIME, at_s, ms)
        elif kind == self._kinds.MediaPlayerBuffering:
            if at_s >= self._fills_from_s:
                self._fills = False
            if not self._fills:
                self._tell_begun(at_s)
        elif kind == self._kinds.MediaPlayerPlaying:
            self._has_opened(at_s)
        else:
            self._opened = Opened.NO
            self.told.emit(News.END if kind == self._kinds.MediaPlayerEndReached else News.BROKEN, at_s, 0.0)

    def _has_opened(self, at_s: float) -> None:
        """Playing began or went on; a new sound output does not know the volume."""
        was, self._opened = self._opened, Opened.YES
        self.media_player.audio_set_volume(self._volume)
        self.media_player.audio_set_mute(self._muted)
        if was is Opened.YES and not self._fills:
            self._tell_begun(at_s)

    def _tell_begun(self, ready_s: float) -> None:
        self._begun_s = ready_s + FIRST_SOUND_S
        self.told.emit(News.BEGUN, self._begun_s, 0.0)

    def _look_at_outputs(self, *, moved: bool = False) -> None:
        outputs = outputs_of(self.media_player)
        if moved or outputs != self._outputs:
            self._outputs = outputs
            self.outputs_changed.emit()

    def _seek(self, ms: int) -> None:
        if self._feed:
            self._sought_ms = self._feed.vlc_ms(ms)
            self._sought_s = monotonic()
            self._fills_from_s = self._sought_s
            self._fills = True
            self.media_player.set_time(self._sought_ms)

    def _shut(self) -> None:
        """Close what is open; stopped instead, libVLC would know no devices until it plays again."""
        self._opened = Opened.NO
        self._paused = True
        self.media_player.set_media(self._media)
        self._fresh_s = monotonic()
