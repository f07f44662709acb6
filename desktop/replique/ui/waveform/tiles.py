"""Pictures of the waveform in tiles of fixed width, kept as long as they are true and there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QImage

TILE_PX = 256
MAX_BYTES = 48 * 1024 * 1024


class TileCache:
    """Pictures by all that they depend on; the one not asked for the longest goes first."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[Hashable, QImage] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable, render: Callable[[], QImage]) -> QImage:
        """Return the picture of `key`, rendered if it is not there."""
        tile = self._tiles.get(key)
        if tile is None:
            tile = render()
            self._tiles[key] = tile
            self._bytes += tile.sizeInBytes()
            while self._bytes > MAX_BYTES and len(self._tiles) > 1:
                _, dropped = self._tiles.popitem(last=False)
                self._bytes -= dropped.sizeInBytes()
        else:
            self._tiles.move_to_end(key)
        return tile

    def clear(self) -> None:
        """Forget all."""
        self._tiles.clear()
        self._bytes = 0
