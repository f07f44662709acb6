#!/usr/bin/env python3
"""Record what the real players say, for the tests of the clock: python packaging/record_traces.py [FOLDER]

Writes one JSON file per back-end: the length of the recording and a list of [what, seconds, milliseconds], where what
is a command (play, seek, pause, rate) or what was told (begun, time, end).
"""

import json
import sys
import tempfile
import wave
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from replique.playback.create import Backend, create_player

DURATION_MS = 12_000
SAMPLE_RATE = 16_000


def write_tone(path: Path) -> None:
    t = np.arange(SAMPLE_RATE * DURATION_MS // 1000) / SAMPLE_RATE
    samples = (8000 * np.sin(2 * np.pi * 440 * t)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(samples.tobytes())


def wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def record(backend: Backend, recording: Path) -> dict[str, Any]:
    player = create_player(backend, ["--aout=dummy"])
    start_s = monotonic()
    trace: list[tuple[str, float, float]] = []

    def note(what: str, at_s: float, value: float) -> None:
        trace.append((what, round(at_s - start_s, 5), round(value, 2)))

    def command(what: str, value: float = 0.0) -> None:
        note(what, monotonic(), value)
        match what:
            case "play":
                player.play(int(value))
            case "seek":
                player.seek(int(value))
            case "pause":
                player.pause()
            case "rate":
                player.set_rate(value)

    player.engine.told.connect(lambda news, at_s, ms: note(news.value, at_s, ms))
    player.load(recording)
    player.set_duration(DURATION_MS)
    for what, value, then_ms in (
        ("play", 0, 1500),
        ("seek", 5000, 1200),
        ("seek", 5300, 1200),
        ("pause", 0, 300),
        ("seek", 2000, 300),
        ("play", 2000, 1200),
        ("rate", 2.0, 1200),
        ("rate", 0.5, 1500),
        ("rate", 1.0, 300),
        ("seek", 10500, 2500),
    ):
        command(what, value)
        wait(then_ms)
    player.close()
    return {"player": player.name, "duration_ms": DURATION_MS, "trace": trace}


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1] / "tests" / "golden" / "playback")
    folder.mkdir(parents=True, exist_ok=True)
    app = QCoreApplication([])
    with tempfile.TemporaryDirectory() as temporary:
        recording = Path(temporary) / "tone.wav"
        write_tone(recording)
        for backend in Backend:
            found = record(backend, recording)
            lines = ",\n  ".join(json.dumps(entry) for entry in found.pop("trace"))
            head = json.dumps(found)[1:-1]
            (folder / f"{backend.value}.json").write_text(f'{{{head}, "trace": [\n  {lines}\n]}}\n')
    del app


if __name__ == "__main__":
    main()
