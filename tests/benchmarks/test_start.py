"""From the start of the process to the painted window, beside a bare PySide6 window with a table."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ENDS_WITH_THE_FIRST_PAINT = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self.leave)
        return False

    def leave(self):
        # QApplication.quit would ask the window, which may ask the user.
        with open("/proc/self/status") as status:
            print(next(line for line in status if line.startswith("VmRSS")).split()[1], flush=True)
        os._exit(0)

first_paint = FirstPaint()
"""
BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
app = QApplication([])
app.installEventFilter(first_paint)
window = QMainWindow()
window.setCentralWidget(QTableWidget(1000, 5))
window.resize(1280, 800)
window.show()
app.exec()
"""
REPLIQUE = """
from replique import app
make_application = app.make_application

def watched(arguments):
    made = make_application(arguments)
    made.installEventFilter(first_paint)
    return made

app.make_application = watched
from replique.__main__ import main
main([])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is read from /proc")
@pytest.mark.benchmark(group="start")
@pytest.mark.parametrize("script", [BARE_WINDOW, REPLIQUE], ids=["bare window", "replique"])
def test_the_window_is_painted_soon(benchmark: BenchmarkFixture, tmp_path: Path, script: str) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    # Warm means that Python has kept what it compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start() -> int:
        ran = subprocess.run(
            [sys.executable, "-c", ENDS_WITH_THE_FIRST_PAINT + script],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return int(ran.stdout)

    memory_kib = benchmark.pedantic(start, rounds=7, warmup_rounds=1)
    benchmark.extra_info["memory_mb"] = round(memory_kib / 1024)
    assert memory_kib < 130 * 1024
