"""Knowing a recording again by its content, without reading all of it."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from replique.core.inputs import opened_to_read

SAMPLE_BYTES = 64 * 1024
"""How much is read at the head, in the middle and at the tail."""


def fingerprint(path: Path) -> str:
    """Return 32 hexadecimal digits that tell this file from others.

    BLAKE2b (RFC 7693) over the size and three samples of 64 KiB: recordings that differ at all differ in their size
    or nearly everywhere, so gigabytes need not be read. Raise InputError where the file can't be read.
    """
    digest = blake2b(digest_size=16)
    with opened_to_read(path) as file:
        size = path.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        for offset in (0, max(0, size // 2 - SAMPLE_BYTES // 2), max(0, size - SAMPLE_BYTES)):
            file.seek(offset)
            digest.update(file.read(SAMPLE_BYTES))
    return digest.hexdigest()


def track_key(content: str, track: int) -> str:
    """Return the name under which is kept what was found out about a track of the recording `content`."""
    return f"{content}-{track}" if track else content
