"""Pictures of the waveform in tiles of fixed width, kept as long as they are true and there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import NamedTuple

from PySide6.QtGui import QImage

TILE_PX = 256
MAX_BYTES = 96 * 1024 * 1024


class TileKey(NamedTuple):
    """Which stretch of the recording a tile shows, at `px_per_ms` device pixels, and in what `dress`."""

    number: int
    px_per_ms: float
    dress: Hashable

    @property
    def start_ms(self) -> float:
        """Where the tile begins."""
        return self.number * TILE_PX / self.px_per_ms

    @property
    def end_ms(self) -> float:
        """Where it ends."""
        return (self.number + 1) * TILE_PX / self.px_per_ms


class TileCache:
    """Pictures by what they show; the one not asked for the longest goes first."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[TileKey, QImage] = OrderedDict()
        self._bytes = 0

    def __contains__(self, key: TileKey) -> bool:
        return key in self._tiles

    def get(self, key: TileKey, render: Callable[[], QImage]) -> QImage:
        """Return the picture of `key`, rendered if it is not there."""
        tile = self._tiles.get(key)
        if tile is None:
            tile = render()
            self._tiles[key] = tile
            self._bytes += tile.sizeInBytes()
            while self._bytes > MAX_BYTES and len(self._tiles) > 1:
                self._drop(next(iter(self._tiles)))
        else:
            self._tiles.move_to_end(key)
        return tile

    def drop_between(self, start_ms: float, end_ms: float) -> None:
        """Forget what shows anything between two times."""
        for key in [key for key in self._tiles if key.end_ms >= start_ms and key.start_ms <= end_ms]:
            self._drop(key)

    def clear(self) -> None:
        """Forget all."""
        self._tiles.clear()
        self._bytes = 0

    def _drop(self, key: TileKey) -> None:
        self._bytes -= self._tiles.pop(key).sizeInBytes()
