"""Decoded copies of recordings that a player can't be trusted with: FLAC in the user's cache folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer

from replique.core.errors import OutputError
from replique.core.files import written
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.progress import NEVER, Cancel, Progress, silent
from replique.media.cache import cache_path, remove_oldest
from replique.media.decode import Placer
from replique.media.mixing import Samples
from replique.media.opening import opened
from replique.media.reading import TrackReader
from replique.media.resampling import LAYOUTS, Resampler

SUFFIX = ".flac"
PART = ".part"
MAX_BYTES = 4 * 1024**3
HIGHEST_RATE = 48_000
"""A higher rate makes the copy large, and nothing in it is heard."""
TOO_LARGE = QT_TRANSLATE_NOOP("errors", "The copy would be larger than all copies together may be.")
BLOCK = 1024
"""Samples in a block of FLAC: players seek to the beginning of one."""
FULL_SCALE = 32767


class Copies:
    """A folder of copies; the one that was not used for longest goes when it is full."""

    def __init__(self, root: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self._folder = cache_path("copies", root)
        self._max_bytes = max_bytes

    def get(self, key: str) -> Path | None:
        """Return the copy that is kept under `key`, or None."""
        path = self._path(key)
        try:
            os.utime(path)
        except OSError:
            return None
        return path

    def make(
        self,
        path: Path,
        key: str,
        duration_ms: int,
        track: int = 0,
        *,
        progress: Progress = silent,
        cancel: Cancel = NEVER,
    ) -> Path:
        """Decode a track of a recording into a copy and return that; it is there whole or not at all.

        Raise OutputError where it can't be written, InputError where there is no sound. Memory stays small.
        """
        target = self._path(key)
        part = target.with_name(f"{secrets.token_hex(8)}{PART}")
        with written(target):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            try:
                _write(path, track, part, duration_ms, progress, cancel)
                part.replace(target)
            finally:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
            remove_oldest(self._folder, SUFFIX, self._max_bytes)
        if not target.exists():
            raise OutputError(TOO_LARGE, path=target)
        progress(1.0)
        return target

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{SUFFIX}"

    def _sweep(self) -> None:
        """Remove what a program that was killed has left half done."""
        for part in self._folder.glob(f"*{PART}"):
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write(path: Path, track: int, part: Path, duration_ms: int, progress: Progress, cancel: Cancel) -> None:
    with part.open("xb") as file, av.open(file, "w", format="flac") as output:
        writer: _Writer | None = None
        for samples, placer in _sound(path, track, cancel):
            writer = writer or _Writer(output, placer.sample_rate)
            writer.add(samples)
            progress(min(1.0, placer.position_ms / max(1, duration_ms)))
        if writer:
            writer.finish()


def _sound(path: Path, track: int, cancel: Cancel) -> Iterator[tuple[Samples, Placer]]:
    with opened(path, track) as (container, stream):
        placer = Placer()
        for timed in TrackReader(container, stream).frames():
            cancel.check()
            for samples in placer.place(timed):
                yield samples, placer
        for samples in placer.finish():
            yield samples, placer


class _Writer:
    """Encodes samples as stereo FLAC of 16 bits."""

    def __init__(self, output: OutputContainer, rate_in: int) -> None:
        rate = min(rate_in, HIGHEST_RATE)
        self._output = output
        self._resampler = None if rate == rate_in else Resampler(rate_in, 2, rate)
        self._rate = rate
        self._position = 0
        self._stream: AudioStream = output.add_stream("flac", rate=rate, layout=LAYOUTS[2])
        self._stream.codec_context.options = {"frame_size": str(BLOCK)}

    def add(self, samples: Samples) -> None:
        both = np.broadcast_to(samples, (2, samples.shape[1]))
        self._encode(self._resampler.add(both) if self._resampler else both)

    def finish(self) -> None:
        if self._resampler:
            self._encode(self._resampler.finish())
        self._output.mux(self._stream.encode(None))

    def _encode(self, samples: Samples) -> None:
        if not samples.size:
            return
        pcm = (np.clip(samples, -1, 1).T * FULL_SCALE).astype(np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(pcm, "s16", LAYOUTS[2])
        frame.sample_rate, frame.pts = self._rate, self._position
        self._position += samples.shape[1]
        self._output.mux(self._stream.encode(frame))
