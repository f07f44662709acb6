"""Recordings for libVLC, decoded here: its own ways into a file miss the place that is asked for."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replique.core.errors import InputError
from replique.media.pcm import ROOM_S, Room, WavOfRecording, begins_ms
from replique.playback.vlc_library import Library

if TYPE_CHECKING:
    import vlc

MOST_BYTES = 1 << 16
"""Of one answer."""
UNKNOWN_SIZE = (1 << 64) - 1
DONE, FAILED = 0, -1
OPTIONS = (":demux=avformat",)


class Feed:
    """Gives libVLC a recording as WAV. libVLC asks from a thread of its own, one question after the other.

    It has to be kept until its media is released. Other speeds are made here as well: libVLC's own time stretcher
    holds sound back, and gives it out after the next seek. So are ends: no command could be on time everywhere. Each
    speed and each end has a room of its own, since libVLC keeps what it has read.

    Where the recording ends is told once, by `on_end`, as soon as that is read (milliseconds; in libVLC's thread).
    libVLC itself never comes to the end: it takes it for one in other places too, once it has been there.
    """

    def __init__(
        self, library: Library, path: Path, track: int, on_end: Callable[[float], None] = lambda _ms: None
    ) -> None:
        self._path = path
        self._track = track
        self._wav: WavOfRecording | None = None
        self._on_end = on_end
        self._ended = False
        self._rooms = [Room()]
        self._number = 0
        decorators = library.callbacks
        self._callbacks = (
            decorators.MediaOpenCb(self._open),
            decorators.MediaReadCb(self._read),
            decorators.MediaSeekCb(self._seek),
            decorators.MediaCloseCb(self._close),
        )
        self.media: vlc.Media = library.instance.media_new_callbacks(*self._callbacks, None)
        for option in OPTIONS:
            self.media.add_option(option)

    def enter(self, speed: float, end_ms: int | None) -> None:
        """Have what is asked for next be heard at a speed, and no farther than a position."""
        room = Room(speed, end_ms)
        if room != self._rooms[self._number]:
            if room not in self._rooms:
                self._rooms.append(room)
            self._number = self._rooms.index(room)

    def vlc_ms(self, ms: float) -> int:
        """Return what libVLC has to be asked for to be heard at a position."""
        return begins_ms(self._number) + round(ms / self._rooms[self._number].speed)

    def position_ms(self, vlc_ms: float) -> float | None:
        """Return the position that libVLC means, None where it still is in another room."""
        ms = vlc_ms - begins_ms(self._number)
        return ms * self._rooms[self._number].speed if 0 <= ms < ROOM_S * 1000 else None

    def _open(self, _opaque: int, _data: Any, size: Any) -> int:
        try:
            self._wav = WavOfRecording(self._path, self._track, self._rooms)
        except InputError:
            # Why is looked up when libVLC says that it can't play.
            return FAILED
        size[0] = UNKNOWN_SIZE
        return DONE

    def _read(self, _opaque: int, buffer: Any, count: int) -> int:
        if self._wav is None:
            return FAILED
        data = self._wav.read(min(count, MOST_BYTES))
        ctypes.memmove(buffer, data, len(data))
        if self._wav.end_ms is not None and not self._ended:
            self._ended = True
            self._on_end(self._wav.end_ms)
        return len(data)

    def _seek(self, _opaque: int, offset: int) -> int:
        if self._wav is None:
            return FAILED
        self._wav.seek(offset)
        return DONE

    def _close(self, _opaque: int) -> None:
        if self._wav:
            self._wav.close()
            self._wav = None
