"""What the header of a WAV file says of its length: programs that were interrupted leave it wrong."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, NamedTuple

from replique.core.inputs import opened_to_read

UNKNOWN_SIZES = (0, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000)
"""Written by programs that send the sound on before they know how much it will be."""
MOST_CHUNKS = 100


class RiffClaim(NamedTuple):
    """How much sound a WAV file says it holds, how much is there, in bytes, and how many bytes make a second."""

    claimed: int
    there: int
    bytes_per_s: int
    goes_on: bool
    """Whether what follows the sound is no part of a WAV file: it is sound, too."""

    @property
    def claimed_ms(self) -> int | None:
        """How long the sound is, by the header; None where it does not know."""
        if self.claimed in UNKNOWN_SIZES or not self.bytes_per_s:
            return None
        return round(self.claimed * 1000 / self.bytes_per_s)


def riff_claim(path: Path) -> RiffClaim | None:
    """Return what a WAV file says of itself; None where it is none, or has no sound."""
    with opened_to_read(path) as file:
        head = file.read(12)
        if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
            return None
        size = file.seek(0, 2)
        file.seek(12)
        return _claim(file, size)


def _claim(file: BinaryIO, size: int) -> RiffClaim | None:
    bytes_per_s = 0
    for _ in range(MOST_CHUNKS):
        name, length = _chunk(file)
        here = file.tell()
        if name == b"fmt ":
            bytes_per_s = int.from_bytes(file.read(12)[8:12], "little")
        elif name == b"data":
            end = here + length
            goes_on = length not in UNKNOWN_SIZES and end < size and not _is_chunk(file, end + length % 2, size)
            return RiffClaim(length, size - here, bytes_per_s, goes_on)
        elif len(name) < 4:
            return None
        file.seek(here + length + length % 2)
    return None


def _chunk(file: BinaryIO) -> tuple[bytes, int]:
    head = file.read(8)
    return head[:4], int.from_bytes(head[4:8], "little")


def _is_chunk(file: BinaryIO, at: int, size: int) -> bool:
    """Whether a chunk stands there that fits into the file, or nothing but a few bytes."""
    if size - at < 8:
        return True
    file.seek(at)
    name, length = _chunk(file)
    return name.isascii() and name.decode("ascii").isprintable() and at + 8 + length <= size + 1
