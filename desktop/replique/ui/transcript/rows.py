"""All rows: where each stands, laid out when seen, measured in idle time otherwise."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import perf_counter

from replique.core.model import Turn
from replique.ui.transcript.heights import HeightIndex
from replique.ui.transcript.metrics import MEASURE, Metrics
from replique.ui.transcript.row_layout import RowLayout
from replique.ui.transcript.wrapping import wrap

KEPT_LAYOUTS = 300
"""How many rows stay laid out: more than a large screen shows."""


class Rows:
    """The heights of all rows, guessed until they are measured, and the layouts of those seen last.

    Parameters
    ----------
    turn_at : returns the turn that stands in a row.
    count : returns how many rows there are.
    metrics : fonts and sizes.
    """

    def __init__(self, turn_at: Callable[[int], Turn], count: Callable[[], int], metrics: Metrics) -> None:
        self._turn_at = turn_at
        self._count = count
        self.metrics = metrics
        self.measure_px = MEASURE
        self.heights = HeightIndex()
        self._exact = bytearray()
        self._layouts: OrderedDict[int, RowLayout] = OrderedDict()
        self._held: tuple[int, int] | None = None

    def __len__(self) -> int:
        return len(self.heights)

    def reset(self) -> None:
        """Begin anew: other turns."""
        self.heights = HeightIndex(self._guess(row) for row in range(self._count()))
        self._exact = bytearray(len(self.heights))
        self._held = None
        self._layouts.clear()

    def insert(self, row: int, count: int) -> None:
        """Rows came."""
        self.heights.insert(row, [self._guess(at) for at in range(row, row + count)])
        self._exact[row:row] = bytes(count)

    def remove(self, row: int, count: int) -> None:
        """Rows went."""
        self.heights.remove(row, count)
        del self._exact[row : row + count]

    def change(self, first: int, last: int) -> None:
        """Take note that other turns stand in these rows; the old heights serve until they are measured."""
        self._exact[first : last + 1] = bytes(last + 1 - first)

    def set_width(self, measure_px: int) -> bool:
        """Set how wide lines may be and return whether that is new; the old heights serve until measured."""
        if measure_px == self.measure_px:
            return False
        self.measure_px = measure_px
        self._exact = bytearray(len(self.heights))
        self._layouts.clear()
        return True

    def set_metrics(self, metrics: Metrics) -> bool:
        """Set fonts and sizes and return whether they are others; the old heights serve until measured."""
        if metrics.made_of == self.metrics.made_of:
            return False
        self.metrics = metrics
        self._exact = bytearray(len(self.heights))
        self._layouts.clear()
        return True

    def hold(self, turn_id: int, words_height: int) -> None:
        """Let the words of a turn take `words_height` for as long as they are edited."""
        self._held = (turn_id, words_height)

    def let_go(self) -> None:
        """Let all rows be as high as their words."""
        self._held = None

    @property
    def all_exact(self) -> bool:
        """Whether every height is measured."""
        return self._exact.find(0) < 0

    def measure(self, row: int) -> None:
        """Measure a row that is to be seen."""
        if not self._exact[row]:
            self._set_height(row, self.layout(row).height)

    def measure_some(self, first: int, budget_s: float) -> None:
        """Measure rows that nobody sees, from `first` on and then from the top, for `budget_s` seconds."""
        until = perf_counter() + budget_s
        row = self._exact.find(0, first)
        while perf_counter() < until:
            row = row if row >= 0 else self._exact.find(0)
            if row < 0:
                return
            turn = self._turn_at(row)
            face = self.metrics.face(turn.is_speech)
            lines = wrap(turn.words, face.widths, self.measure_px, face.cuts)
            self._set_height(row, self.metrics.row_height(turn.is_speech, len(lines) * face.line_height))
            row = self._exact.find(0, row + 1)

    def layout(self, row: int) -> RowLayout:
        """Return the row laid out."""
        turn = self._turn_at(row)
        found = self._layouts.get(turn.id)
        if found and found.turn is turn:
            self._layouts.move_to_end(turn.id)
            return found
        layout = RowLayout(turn, self.metrics, self.measure_px)
        self._layouts[turn.id] = layout
        self._layouts.move_to_end(turn.id)
        if len(self._layouts) > KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return layout

    def _set_height(self, row: int, height: int) -> None:
        turn = self._turn_at(row)
        if self._held and self._held[0] == turn.id:
            height = self.metrics.row_height(turn.is_speech, self._held[1])
        self.heights.set(row, height)
        self._exact[row] = 1

    def _guess(self, row: int) -> int:
        turn = self._turn_at(row)
        return self.metrics.guessed_height(turn.is_speech, len(turn.words), self.measure_px)
