"""Frames of the waveform: 5 000 turns, 300 000 words and three hours of sound, at 1080p and 4K.

Processor time of what one frame takes, its painting included; beside it how many times that of a frame which only
fills the same area. `frames.py` says what is done.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

FRAMES = Path(__file__).with_name("frames.py")
HELD = ("playing", "scrolling", "dragging an edge", "dragging a turn")
"""What is held to the goal; turning a page and zooming are told."""


def measured(width: int, height: int, scale: int, frames: int) -> dict[str, dict[str, float]]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
    arguments = [sys.executable, FRAMES, str(width // scale), str(height // scale), str(frames)]
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=True)
    result: dict[str, dict[str, float]] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize(
    ("width", "height", "scale", "goal_ms"),
    [(1920, 1080, 1, 4.0), (3840, 2160, 1, 8.0), (3840, 2160, 2, 8.0)],
    ids=["1080p", "4K", "4K at 200 %"],
)
def test_frames_while_playing_scrolling_and_dragging(
    benchmark: BenchmarkFixture,
    capsys: pytest.CaptureFixture[str],
    width: int,
    height: int,
    scale: int,
    goal_ms: float,
) -> None:
    frames = 200 if benchmark.enabled else 20
    result = benchmark.pedantic(lambda: measured(width, height, scale, frames), rounds=1)
    assert len(result) > 20
    if benchmark.stats is None:
        return
    floor_ms = result["floor"]["median"]
    with capsys.disabled():
        print(f"\n{width} x {height}, {scale * 100} %: a frame that only fills takes {floor_ms:.2f} ms")
        for name, took in result.items():
            ratio = took["median"] / floor_ms
            print(f"  {name:24}  median {took['median']:6.2f} ms  95 % {took['p95']:6.2f} ms  {ratio:6.1f} x floor")
    late = {name: took["median"] for name, took in result.items() if name.split(": ")[-1] in HELD}
    assert {name: ms for name, ms in late.items() if ms > goal_ms} == {}
