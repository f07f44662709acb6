"""The rooms below the window, and the command line, work where there is no Qt."""

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import replique

ROOMS = ("core", "alignment", "transcripts", "formats", "subtitling", "media", "project", "workflow", "cli")
FORBIDDEN = ("PySide6", "shiboken6", "qtawesome")
HEAVY = (*FORBIDDEN, "numpy", "av", "vlc", "pysrt", "msgspec.json")


def modules_of(room: str) -> list[str]:
    folder = Path(replique.__path__[0]) / room
    inside = [m.name for m in pkgutil.walk_packages([str(folder)], f"replique.{room}.")] if folder.is_dir() else []
    return [f"replique.{room}", *inside]


def loaded_after(code: str) -> set[str]:
    """Return what a fresh interpreter has loaded after `code`."""
    script = f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_no_room_below_the_window_loads_qt() -> None:
    names = [name for room in ROOMS for name in modules_of(room) if not name.endswith("__main__")]
    assert len(names) > 30
    loaded = loaded_after("\n".join(f"import {name}" for name in names))
    assert {name for name in loaded if name.split(".")[0] in FORBIDDEN} == set()


def test_the_command_line_starts_without_loading_what_it_does_not_need() -> None:
    loaded = loaded_after("import replique.cli")
    assert loaded.isdisjoint(HEAVY)
    assert len([name for name in loaded if name.startswith("replique")]) <= 6


def test_the_command_line_starts_quickly() -> None:
    """Told by the interpreter itself, so that a busy machine does not count: at most 100 ms of imports."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import replique.cli"], capture_output=True, text=True, check=True
    )
    last = run.stderr.strip().splitlines()[-1]
    assert int(last.split("|")[1]) < 100_000


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Unix")
def test_a_reader_that_leaves_early_ends_the_command_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Anne : oui\nBao : non\n" * 20_000, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run(
        [sys.executable, "-m", "replique", "info", "--json", str(path)],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_cannot_be_written_is_said() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "replique", "formats", "--json"]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert run.returncode == 3
    assert run.stderr == "replique: the output can't be written (No space left on device).\n"


def test_a_terminal_without_accents_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Élise : « Où ? »\nBao : là\nÉlise : ah\nBao : oui\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "replique", "info", str(path)]
    plain = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert b"?lise: 2 turns" in plain.stdout
    told = subprocess.run([*command, "--json"], capture_output=True, check=True, env=environment)
    assert "Élise" in told.stdout.decode("utf-8")
