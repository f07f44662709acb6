"""Listening to libVLC without a sound: a second player of the same library hands its sound over instead.

It is fed as the player itself is.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition
from time import monotonic
from typing import TYPE_CHECKING

import numpy as np

from replique.core.progress import Cancel
from replique.media.opening import opened
from replique.media.resampling import Resampler
from replique.media.samples import RATE, Mono
from replique.playback.self_test import NEEDED_MS, Heard, Listening
from replique.playback.vlc_feed import Feed
from replique.playback.vlc_library import Library

if TYPE_CHECKING:
    import vlc

OPTIONS = (":file-caching=50", ":clock-jitter=0")
"""What is not heard need not be smooth: libVLC is not to wait before it begins."""
OPEN_S = 2.0
PLACE_S = 1.5
"""A machine that is busy may need so long to begin, and to go to a place."""
FIRST_SOUND_S = 0.1
"""A track that begins late is silent longer, and not waited for."""
FLUSH_S = 0.3
"""After a seek libVLC throws away so soon what it had ready."""
LOOK_S = 0.05


class VlcProber:
    """Listens to what libVLC gives out after a seek; it is made in the window's thread and used in another.

    libVLC stamps its sound with moments of the clock, not with positions: what is heard after a seek stands for its
    target, as it does for the clock of the player.
    """

    def __init__(self, library: Library, name: str) -> None:
        library.instance.retain()
        self.name = name
        self._library = library
        self._changed = Condition()
        self._blocks: list[Mono] = []
        self._flushes = 0
        self._ended = False
        self._opened = False
        self._closed = False
        self._rate = RATE

    def listen(self, path: Path, track: int, places_ms: Sequence[int], cancel: Cancel) -> Listening:
        """Go to places of a recording and return what is heard there."""
        with opened(path, track) as (_, stream):
            # libVLC's own resampler spoils what is to be recognised.
            self._rate = stream.codec_context.sample_rate or RATE
        player = self._library.instance.media_player_new()
        feed = Feed(self._library, path, track)
        for option in OPTIONS:
            feed.media.add_option(option)
        kept = self._attach(player)
        try:
            player.set_media(feed.media)
            player.play()
            self._wait(lambda: self._opened or self._ended, OPEN_S, cancel)
            self._wait(lambda: bool(self._blocks) or self._ended, FIRST_SOUND_S, cancel)
            heard = tuple(self._hear(player, ms, cancel) for ms in places_ms)
            length_ms = player.get_length()
        finally:
            player.stop()
            player.release()
            feed.media.release()
            del kept
        return Listening(length_ms if length_ms > 0 else None, heard)

    def close(self) -> None:
        """Let libVLC go."""
        if not self._closed:
            self._closed = True
            self._library.instance.release()

    def _attach(self, player: vlc.MediaPlayer) -> tuple[object, ...]:
        """Have the sound handed over; what is returned has to live as long as the player."""
        decorators, kinds = self._library.callbacks, self._library.event_type
        play, flush = decorators.AudioPlayCb(self._take), decorators.AudioFlushCb(self._flush)
        player.audio_set_callbacks(play, None, None, flush, None, None)
        player.audio_set_format("S16N", self._rate, 1)
        events = player.event_manager()
        events.event_attach(kinds.MediaPlayerPlaying, self._open)
        for kind in (kinds.MediaPlayerEndReached, kinds.MediaPlayerEncounteredError):
            events.event_attach(kind, self._end)
        return play, flush, events

    def _hear(self, player: vlc.MediaPlayer, ms: int, cancel: Cancel) -> Heard | None:
        flushes, needed = self._flushes, NEEDED_MS * self._rate // 1000 + 1
        player.set_time(ms)
        self._wait(lambda: self._ended or self._flushes > flushes, FLUSH_S, cancel)
        if not self._ended and self._flushes == flushes:
            # A seek before the first sound goes unmarked, or is lost.
            player.set_time(ms)
        self._wait(lambda: self._ended or (self._flushes > flushes and self._count() >= needed), PLACE_S, cancel)
        with self._changed:
            blocks = self._blocks if self._flushes > flushes else []
            if not blocks:
                return None
            sound = np.concatenate(blocks)
        return Heard(sound if self._rate == RATE else _resampled(sound, self._rate), float(ms))

    def _count(self) -> int:
        return sum(block.size for block in self._blocks)

    def _wait(self, there: Callable[[], bool], seconds: float, cancel: Cancel) -> None:
        until_s = monotonic() + seconds
        with self._changed:
            while not there() and monotonic() < until_s:
                cancel.check()
                self._changed.wait(LOOK_S)

    def _take(self, _data: int, sound: int, count: int, _pts_us: int) -> None:
        block = np.frombuffer(ctypes.string_at(sound, 2 * count), np.int16).astype(np.float32)
        block /= 32768
        with self._changed:
            self._blocks.append(block)
            self._changed.notify_all()

    def _flush(self, _data: int, _pts_us: int) -> None:
        with self._changed:
            self._blocks.clear()
            self._flushes += 1

    def _open(self, _event: vlc.Event) -> None:
        with self._changed:
            self._opened = True
            self._changed.notify_all()

    def _end(self, _event: vlc.Event) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()


def _resampled(sound: Mono, rate: int) -> Mono:
    resampler = Resampler(rate, 1, RATE)
    blocks = (resampler.add(sound[None]), resampler.finish())
    return np.concatenate([block[0] for block in blocks])
