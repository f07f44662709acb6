"""Waveforms kept for the next opening, in the user's cache folder, by the content of the recording."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec
import numpy as np
from platformdirs import user_cache_path

from replique.core.errors import OutputError
from replique.core.files import write_atomically
from replique.media.peaks import BIN_MS, ROWS, Peaks
from replique.media.remarks import Remark

VERSION = 4
SUFFIX = ".peaks"
MAX_BYTES = 300 * 1024 * 1024


class _Header(msgspec.Struct, frozen=True):
    """The first line of a cache file; the rows of `bins` int16 follow, little-endian, with a checksum."""

    version: int
    bin_ms: int
    bins: int
    duration_ms: int
    crc: int
    remarks: tuple[Remark, ...] = ()


def cache_path(name: str, root: Path | None = None) -> Path:
    """Return the folder of what is kept by that name, below `root` or the user's own cache folder."""
    return (root or user_cache_path("replique", appauthor=False)) / name


def remove_oldest(folder: Path, suffix: str, max_bytes: int) -> None:
    """Remove what was not used for longest, until what is left is no larger than it may be."""
    files = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
    total = 0
    for path in files:
        total += path.stat().st_size
        if total > max_bytes:
            path.unlink(missing_ok=True)


class PeaksCache:
    """A folder of waveforms; what is damaged there is as good as not there, and the oldest goes when it is full."""

    def __init__(self, folder: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder or cache_path("peaks")
        self._max_bytes = max_bytes

    def get(self, key: str) -> Peaks | None:
        """Return the waveform kept under `key`, or None."""
        path = self._path(key)
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            header = msgspec.json.decode(head, type=_Header)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        wanted = (VERSION, BIN_MS, header.bins * ROWS * 2, crc32(body))
        if (header.version, header.bin_ms, len(body), header.crc) != wanted:
            return None
        with suppress(OSError):
            os.utime(path)
        bins = np.frombuffer(body, "<i2").reshape(ROWS, header.bins)
        return Peaks.from_array(bins.astype(np.int16), header.duration_ms, header.remarks)

    def put(self, key: str, peaks: Peaks) -> None:
        """Keep a waveform; a disk that is full or read-only is no reason to fail."""
        bins = peaks.to_array()
        body = bins.astype("<i2").tobytes()
        header = msgspec.json.encode(
            _Header(VERSION, BIN_MS, bins.shape[1], peaks.duration_ms, crc32(body), peaks.remarks)
        )
        with suppress(OutputError, OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path(key), header + b"\n" + body)
            remove_oldest(self._folder, SUFFIX, self._max_bytes)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{SUFFIX}"
