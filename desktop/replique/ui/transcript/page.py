"""Where the rows stand on the page, and what of the page is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from replique.ui.transcript.metrics import PAGE_MARGIN, Metrics
from replique.ui.transcript.rows import Rows

IDLE_BUDGET_S = 0.006


class Page:
    """All rows one below the other, scrolled by the bar of `area`.

    Rows out of sight have a guessed height until there is time to measure them; what is in sight does not move then.
    """

    def __init__(self, area: QAbstractScrollArea, rows: Rows) -> None:
        self.rows = rows
        self._area = area
        self.settles = False
        """Whether the bar moves because rows above were measured: what is in sight stands still."""
        self._idle = QTimer(area)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)

    @property
    def room(self) -> int:
        """The height of what is in sight."""
        return self._area.viewport().height()

    @property
    def width(self) -> int:
        """The width of the page."""
        return self._area.viewport().width()

    @property
    def offset(self) -> int:
        """How far the page is scrolled."""
        return self._area.verticalScrollBar().value()

    def update(self) -> None:
        """Paint what is in sight again."""
        self._area.viewport().update()

    def update_rows(self, *rows: int) -> None:
        """Paint some rows again."""
        for row in rows:
            if 0 <= row < len(self.rows):
                self._area.viewport().update(self.rect(row))

    def top(self, row: int) -> int:
        """Return where a row begins in the viewport."""
        return self.rows.heights.top(row) + PAGE_MARGIN - self.offset

    def rect(self, row: int) -> QRect:
        """Return where a row stands in the viewport."""
        return QRect(0, self.top(row), self.width, self.rows.heights[row])

    def row_at(self, y: int) -> int | None:
        """Return the row at a height of the viewport; the first one above it, none below the last."""
        if not len(self.rows):
            return None
        page_y = y + self.offset - PAGE_MARGIN
        if page_y >= self.rows.heights.total:
            return None
        return self.rows.heights.row_at(max(0, page_y))

    def rows_in_sight(self) -> range:
        """Return the rows of which something is in sight."""
        first, last = self.row_at(0), self.row_at(self.room - 1)
        if first is None:
            return range(0)
        return range(first, len(self.rows) if last is None else last + 1)

    def rows_changed(self, first: int, last: int) -> bool:
        """Take note that other turns stand in some rows; return whether one in sight has another height.

        Those in sight are measured and painted at once, the others when there is time.
        """
        self.rows.change(first, last)
        seen = self.rows_in_sight()
        rows = range(max(first, seen.start), min(last + 1, seen.stop))
        before = [self.rows.heights[row] for row in rows]
        for row in rows:
            self.rows.measure(row)
        self.update_rows(*rows)
        if not self.rows.all_exact:
            self.measure_when_idle()
        return before != [self.rows.heights[row] for row in rows]

    def scroll_by(self, px: float) -> None:
        """Show what is `px` farther down."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(px))

    def bring_into_sight(self, row: int) -> None:
        """Show a row whole, or from its top where it is too high; what stands around it is measured first."""
        self.measure_around(row)
        top, height = self.top(row), self.rows.heights[row]
        if top < 0 or height > self.room:
            self.scroll_by(top)
        elif top + height > self.room:
            self.scroll_by(top + height - self.room)

    def put(self, row: int, y: int) -> None:
        """Show a row with its top at a height of the viewport; what stands around it is measured first."""
        self.measure_around(row)
        self.scroll_by(self.top(row) - y)

    def resized(self) -> None:
        """Break the lines anew for another width."""
        self._rewrap(lambda: self.rows.set_width(self.rows.metrics.measure_in(self.width)))

    def set_metrics(self, metrics: Metrics) -> None:
        """Break the lines anew with other fonts."""

        def set_both() -> bool:
            is_new = self.rows.set_metrics(metrics)
            return self.rows.set_width(metrics.measure_in(self.width)) or is_new

        self._rewrap(set_both)

    def _rewrap(self, change: Callable[[], bool]) -> None:
        """Break the lines in sight anew, where they change; the first row in sight stays where it is."""
        anchor = self.row_at(0)
        offset = self.top(anchor) if anchor is not None else 0
        if change() and anchor is not None:
            self.measure_around(anchor)
            self._area.verticalScrollBar().setValue(self.rows.heights.top(anchor) - offset + PAGE_MARGIN)

    def rearranged(self) -> None:
        """Take note that rows have another height; those that are not measured are, when nothing else is to do."""
        self.update_scroll_bar()
        self.update()
        if not self.rows.all_exact:
            self.measure_when_idle()

    def measure_when_idle(self) -> None:
        """Go on measuring when nothing else is to do."""
        self._idle.start()

    def measure_around(self, row: int) -> None:
        """Measure what is in sight when a row is, so that it stands still there."""
        self.rows.measure(row)
        for step in (1, -1):
            # The row itself may be in sight by its last line only.
            at, seen = row, -self.rows.heights[row]
            while 0 <= at < len(self.rows) and seen <= self.room:
                self.rows.measure(at)
                seen += self.rows.heights[at]
                at += step
        self.update_scroll_bar()

    def update_scroll_bar(self) -> None:
        """Tell the scroll bar how long the page is; where all of it is in sight, the bar is off."""
        bar, room = self._area.verticalScrollBar(), self.room
        longest = max(0, self.rows.heights.total + 2 * PAGE_MARGIN - room)
        bar.setRange(0, longest)
        bar.setPageStep(room)
        bar.setSingleStep(self.rows.metrics.words.line_height)
        bar.setEnabled(longest > 0)

    def _measure_some(self) -> None:
        anchor = self.row_at(0)
        if anchor is None or self.rows.all_exact:
            self._idle.stop()
            return
        bar = self._area.verticalScrollBar()
        offset, before = bar.value(), self.rows.heights.top(anchor)
        self.rows.measure_some(anchor, IDLE_BUDGET_S)
        wanted = offset + self.rows.heights.top(anchor) - before
        self.settles = True
        # A shorter page moves the bar by itself, and not to where it belongs.
        self.update_scroll_bar()
        bar.setValue(wanted)
        self.settles = False
        if bar.value() != offset:
            self.update()
