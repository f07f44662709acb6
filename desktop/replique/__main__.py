"""Start Réplique: a subcommand does its work on the command line, anything else opens the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from replique.cli import COMMANDS, run_demo
from replique.cli import main as run_command

NO_SCREEN = (
    "replique: there is no screen to open the window on. Start it from a desktop session, or use a subcommand:"
    " replique --help"
)
NO_QT = (
    "replique: the window can't be opened ({reason}). Install the system libraries that Qt needs; on Debian and"
    " Ubuntu: apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libdbus-1-3 libfontconfig1"
)
UNUSABLE_INPUT = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process) and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments and arguments[0] == "demo":
        return _demo(arguments[1:])
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return run_command(arguments)
    return open_window(arguments)


def _demo(arguments: list[str]) -> int:
    """Do the main job on the sample, then show it where there is a screen."""
    status, project = run_demo(arguments)
    if project is None or status or not has_screen():
        return status
    return open_window([str(project)])


def open_window(paths: Sequence[str]) -> int:
    """Open the window on a project, or on a transcript and its recording."""
    if not has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return UNUSABLE_INPUT
    try:
        from replique.app import run
    except ImportError as error:
        sys.stderr.write(f"{NO_QT.format(reason=error)}\n")
        return UNUSABLE_INPUT
    return run(paths)


def has_screen() -> bool:
    """Whether a window can be shown: always but on a Unix without display, unless Qt is told to draw elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
