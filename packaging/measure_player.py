#!/usr/bin/env python3
"""Measure how true the libVLC player is: python packaging/measure_player.py [--seeks N] [--minutes M] [KIND ...]

Plays recordings that tell their own time, in every container, at every speed: random seeks in all ways, pauses,
changes of speed and loops. What is heard is taken from libVLC's audio callbacks, at the moment of their time stamps.
Prints, in milliseconds: where the sound begins after a seek, less what was asked for (from, to); how far the clock
is from the sound (for 95 %, at most); how long it takes until a seek is heard (in the middle, at most); and by how
much a loop runs over its end (at most). Ends with status 1 where a figure is out of bounds.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from measuring import KINDS, Kind, Trial, write_recording
from measuring.trial import Figures
from replique.playback.create import create_player

RATES = (0.5, 0.75, 1.0, 1.5, 2.0)
LANDING_MS = 100
CLOCK_MS = 30
OVERSHOOT_MS = 30
LOOPS = 6
HEADINGS = ("recording", "speed", "lands", "clock 95 %", "most", "heard after", "most", "overrun")
WIDTHS = (13, 6, 12, 11, 6, 12, 6, 8)


def measure(path: Path, kind: Kind, seconds: float, rate: float, seeks: int) -> Figures:
    """Play a recording at a speed and return what was found."""
    player = create_player(vlc_options=["--aout=dummy"])
    player.set_rate(rate)
    trial = Trial(player, path, round(1000 * (seconds + kind.late_s)))
    trial.seek(seeks, 1000 * kind.late_s)
    trial.play(6, 8000)
    trial.loop(LOOPS, 10_500, 600)
    player.close()
    gc.collect()
    return trial.figures


def is_true(figures: Figures) -> bool:
    """Whether all figures are within their bounds; a landing that was not heard is not."""
    return (
        bool(np.all(np.abs(figures.landings) <= LANDING_MS))
        and bool(np.percentile(np.abs(figures.errors), 95) <= CLOCK_MS)
        and max(figures.overshoots) <= OVERSHOOT_MS
    )


def row(*cells: object) -> str:
    return " ".join(f"{cell!s:>{width}}" for cell, width in zip(cells, WIDTHS, strict=True))


def figures_row(name: str, rate: float, figures: Figures) -> str:
    errors, delays = np.abs(figures.errors), figures.delays
    return row(
        name, rate, f"{min(figures.landings):.0f} to {max(figures.landings):.0f}",
        f"{np.percentile(errors, 95):.0f}", f"{errors.max():.0f}",
        f"{np.median(delays):.0f}", f"{max(delays):.0f}", f"{max(figures.overshoots):.0f}",
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all where none is named")
    parser.add_argument("--seeks", type=int, default=40, help="at each speed")
    parser.add_argument("--minutes", type=float, default=1.0, help="length of the recordings")
    options = parser.parse_args()
    # A thread of libVLC that collects garbage takes timers apart that are not its own.
    gc.disable()
    app = QCoreApplication(sys.argv)
    seconds, true = 60 * options.minutes, True
    print(row(*HEADINGS))
    with tempfile.TemporaryDirectory() as folder:
        for name in options.kinds or KINDS:
            kind = KINDS[name]
            path = write_recording(Path(folder) / f"{name}.{kind.suffix}", kind, seconds)
            for rate in RATES:
                figures = measure(path, kind, seconds, rate, options.seeks)
                true = true and is_true(figures)
                print(figures_row(name, rate, figures), flush=True)
            path.unlink()
    print(f"load {os.getloadavg()[0]:.1f}; all within their bounds" if true else "out of bounds")
    del app
    return 0 if true else 1


if __name__ == "__main__":
    sys.exit(main())
