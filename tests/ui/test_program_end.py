"""The program ends without a crash, whatever was shown when it did."""

import os
import subprocess
import sys

from replique.workflow.samples import sample

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from replique.app import Desk, make_application
from replique.ui.settings import Settings
from replique.workflow.recent import RecentProjects

folder, recording = map(Path, sys.argv[1:])
app = make_application(["replique"])
desk = Desk(
    app, Settings(folder / "settings.json"), RecentProjects(None), cache_folder=folder, vlc_options=["--aout=dummy"]
)
desk.window.show()
loop = QEventLoop()
desk.recording.measured.connect(loop.quit)
desk.recording.open(recording)
loop.exec()
desk.playback.toggle()
desk.close()
"""


def test_a_window_that_is_still_shown_when_all_is_let_go_does_no_harm(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path, sample("fr").recording],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
