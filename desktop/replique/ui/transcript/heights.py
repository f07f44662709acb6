"""Where each of many rows of unequal height begins."""

from __future__ import annotations

from collections.abc import Iterable


class HeightIndex:
    """Heights of rows, in pixels, with their sums in a binary indexed tree (Fenwick, 1994).

    A height is changed, and a place found, in O(log n); rows come and go in O(n).
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tree: list[int] = []
        self._build()

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._total

    def top(self, row: int) -> int:
        """Return where `row` begins; the row after the last begins where that ends."""
        y = 0
        while row > 0:
            y += self._tree[row]
            row &= row - 1
        return y

    def row_at(self, y: int) -> int:
        """Return the row that covers `y`; the first one above, the last one below; -1 where there is none."""
        row, rest = 0, y
        step = self._highest_step
        while step:
            after = row + step
            if after < len(self._tree) and self._tree[after] <= rest:
                row, rest = after, rest - self._tree[after]
            step >>= 1
        return min(row, len(self._heights) - 1)

    def set(self, row: int, height: int) -> None:
        """Give a row another height."""
        delta = height - self._heights[row]
        if not delta:
            return
        self._heights[row] = height
        self._total += delta
        place = row + 1
        while place < len(self._tree):
            self._tree[place] += delta
            place += place & -place

    def insert(self, row: int, heights: Iterable[int]) -> None:
        """Put rows before `row`."""
        self._heights[row:row] = heights
        self._build()

    def remove(self, row: int, count: int) -> None:
        """Take `count` rows away, from `row` on."""
        del self._heights[row : row + count]
        self._build()

    def _build(self) -> None:
        tree = [0, *self._heights]
        for place in range(1, len(tree)):
            above = place + (place & -place)
            if above < len(tree):
                tree[above] += tree[place]
        self._tree = tree
        self._total = sum(self._heights)
        self._highest_step = 1 << len(self._heights).bit_length() >> 1
