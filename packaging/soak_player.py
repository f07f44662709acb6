#!/usr/bin/env python3
"""Have both players do what two hours of work ask of them, and see what memory that takes.

python packaging/soak_player.py [--hours H]

A minute of work is seeks, replays, loops, pauses and changes of speed as an editor makes them, each heard only for a
moment: two hours take about five minutes. Prints the memory before (after five minutes of work, when all is in use)
and after, and ends with status 1 where it grew by more than a tenth.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication

from measuring import KINDS, write_recording
from measuring.trial import until
from replique.playback.create import Backend, create_player
from replique.playback.engine_player import EnginePlayer
from replique.ui.garbage import collect

RECORDING_S = 600
WARM_UP_MINUTES = 5
GROWTH = 0.10
MOMENT_MS = 40
PATIENCE_S = 5.0


class Work:
    """What an editor does with a player."""

    def __init__(self, player: EnginePlayer, seed: int = 1) -> None:
        self._player = player
        self._random = Random(seed)
        self.missed = 0

    def minute(self) -> None:
        """Do a minute's work."""
        for _ in range(4):
            self._replay()
        for _ in range(3):
            self._seek()
        self._loop()
        self._pause()
        self._change_speed()
        collect()

    def _hear_from(self, ms: int) -> None:
        if not until(lambda: self._player.position_ms() > ms + MOMENT_MS or not self._player.is_playing, PATIENCE_S):
            self.missed += 1

    def _somewhere(self) -> int:
        return self._random.randrange(1000 * (RECORDING_S - 5))

    def _replay(self) -> None:
        start_ms = self._somewhere()
        self._player.play_span(start_ms, start_ms + 120)
        if not until(lambda: not self._player.is_playing, PATIENCE_S):
            self.missed += 1

    def _seek(self) -> None:
        ms = self._somewhere()
        self._player.seek(ms)
        self._player.play()
        self._hear_from(ms)

    def _loop(self) -> None:
        ms = self._somewhere()
        rounds: list[int] = []
        connection = self._player.position_jumped.connect(rounds.append)
        self._player.play_span(ms, ms + 100, loop=True)
        if not until(lambda: len(rounds) > 2, PATIENCE_S):
            self.missed += 1
        self._player.position_jumped.disconnect(connection)

    def _pause(self) -> None:
        self._player.pause()
        self._player.play()
        self._hear_from(round(self._player.position_ms()))

    def _change_speed(self) -> None:
        self._player.set_rate(self._random.choice((0.5, 0.75, 1.0, 1.5, 2.0)))
        self._hear_from(round(self._player.position_ms()))


def resident_mb() -> float:
    """Return the memory that this program has (MB); only Linux says it in this way."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1000


def soak(player: EnginePlayer, path: Path, minutes: int) -> tuple[float, float, int]:
    """Return the memory before and after some minutes of work (MB), and how often the player was not heard."""
    player.load(path)
    player.set_duration(1000 * RECORDING_S)
    work = Work(player)
    for _ in range(WARM_UP_MINUTES):
        work.minute()
    before_mb = resident_mb()
    for _ in range(minutes):
        work.minute()
    return before_mb, resident_mb(), work.missed


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--hours", type=float, default=2.0)
    options = parser.parse_args()
    gc.disable()
    app = QCoreApplication(sys.argv)
    is_bounded = True
    with tempfile.TemporaryDirectory() as folder:
        path = write_recording(Path(folder) / "told.mp3", KINDS["mp3-vbr"], RECORDING_S)
        for backend in Backend:
            player = create_player(backend, ["--aout=dummy"])
            before_mb, after_mb, missed = soak(player, path, round(60 * options.hours))
            growth = after_mb / before_mb - 1
            is_bounded = is_bounded and growth <= GROWTH and not missed
            print(f"{player.name}: {before_mb:.1f} MB, after {options.hours:g} hours of work {after_mb:.1f} MB "
                  f"({growth:+.1%}); not heard {missed} times", flush=True)  # fmt: skip
            player.close()
    del app
    return 0 if is_bounded else 1


if __name__ == "__main__":
    sys.exit(main())
