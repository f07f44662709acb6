"""Pictures of the waveform in tiles of fixed width, kept as long as they are true and there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, TypeVar

TILE_PX = 256

T = TypeVar("T")


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


class TileCache(Generic[T]):
    """What belongs to tiles, up to `max_bytes`; the one not asked for the longest goes first."""

    def __init__(self, max_bytes: int, size_of: Callable[[T], int]) -> None:
        self._max_bytes = max_bytes
        self._size_of = size_of
        self._tiles: OrderedDict[TileKey, T] = OrderedDict()
        self.bytes = 0
        """How much is kept."""

    def __contains__(self, key: TileKey) -> bool:
        return key in self._tiles

    def get(self, key: TileKey, make: Callable[[], T]) -> T:
        """Return what belongs to `key`, made if it is not there."""
        tile = self._tiles.get(key)
        if tile is None:
            tile = make()
            self._tiles[key] = tile
            self.bytes += self._size_of(tile)
            while self.bytes > self._max_bytes and len(self._tiles) > 1:
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
        self.bytes = 0

    def _drop(self, key: TileKey) -> None:
        self.bytes -= self._size_of(self._tiles.pop(key))
