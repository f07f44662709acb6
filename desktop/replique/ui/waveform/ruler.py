"""The ruler: times at even distances, as many as can be read."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from replique.ui.i18n import say_clock
from replique.ui.waveform.view_range import ViewRange

STEPS_MS = (
    10, 20, 50, 100, 200, 500, 1000, 2000, 4000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
    1_200_000, 1_800_000, 3_600_000, 7_200_000,
)  # fmt: skip
MIN_DISTANCE_PX = 72


def ticks(view: ViewRange, first_x: float, last_x: float) -> Iterator[tuple[float, str]]:
    """Yield pixel and label of each tick whose label may reach into [first_x, last_x]."""
    step_ms = next((ms for ms in STEPS_MS if ms * view.px_per_s / 1000 >= MIN_DISTANCE_PX), STEPS_MS[-1])
    decimals = 0 if step_ms % 1000 == 0 else 1 if step_ms % 100 == 0 else 2
    at_ms = max(0, ceil(view.ms_at(first_x - MIN_DISTANCE_PX) / step_ms)) * step_ms
    while (x := view.x_of(at_ms)) <= last_x:
        yield x, say_clock(at_ms, decimals)
        at_ms += step_ms
