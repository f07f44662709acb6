"""What was found out about players and recordings, kept so that it is not tried again at each opening."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

import msgspec

from replique.core.errors import OutputError
from replique.core.files import write_atomically
from replique.media.cache import cache_path, remove_oldest
from replique.playback.self_test import Outcome, Verdict

VERSION = 2
SUFFIX = ".json"
MAX_BYTES = 200_000
"""Some thousand verdicts."""


class _Kept(msgspec.Struct, frozen=True):
    version: int
    verdict: Verdict


class Verdicts:
    """A folder of verdicts, by recording (the key of its track) and player."""

    def __init__(self, root: Path | None = None) -> None:
        self._folder = cache_path("players", root)

    def get(self, key: str, player_name: str) -> Verdict | None:
        """Return what is known, or None."""
        path = self._path(key, player_name)
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
            os.utime(path)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return kept.verdict if kept.version == VERSION else None

    def put(self, key: str, player_name: str, verdict: Verdict) -> None:
        """Keep a verdict; one that tells nothing is tried again, and a disk that is full is no reason to fail."""
        if verdict.outcome is Outcome.UNKNOWN:
            return
        with suppress(OutputError, OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path(key, player_name), msgspec.json.encode(_Kept(VERSION, verdict)))
            remove_oldest(self._folder, SUFFIX, MAX_BYTES)

    def _path(self, key: str, player_name: str) -> Path:
        return self._folder / f"{key}-{re.sub(r'[^0-9A-Za-z.]+', '-', player_name)}{SUFFIX}"
