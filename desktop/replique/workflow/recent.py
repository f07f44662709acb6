"""The projects opened last, kept in the user's configuration folder."""

from __future__ import annotations

from pathlib import Path

import msgspec
from platformdirs import user_config_path

from replique.core.errors import OutputError
from replique.core.files import write_atomically
from replique.core.inputs import is_file

KEPT = 10


def default_list_path() -> Path:
    """Return where the list is kept for this user."""
    return user_config_path("replique", appauthor=False) / "recent.json"


class RecentProjects:
    """The projects opened last, the newest first.

    Parameters
    ----------
    list_path : the file of the list; None keeps it in memory. A damaged list counts as empty, and one that can't be
        written is kept until the program ends: neither is worth a question to the user.
    """

    def __init__(self, list_path: Path | None = None) -> None:
        self._list_path = list_path
        self._paths = _read(list_path) if list_path else []

    def paths(self) -> list[Path]:
        """Return the projects that still stand where they were."""
        return [path for path in self._paths if is_file(path)]

    def add(self, path: Path) -> None:
        """Put a project at the head of the list."""
        whole = path.absolute()
        self._keep([whole, *(other for other in self._paths if other != whole)][:KEPT])

    def _keep(self, paths: list[Path]) -> None:
        self._paths = paths
        if self._list_path is None:
            return
        try:
            self._list_path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._list_path, msgspec.json.encode([str(path) for path in paths]))
        except (OSError, OutputError, UnicodeEncodeError):
            return


def _read(list_path: Path) -> list[Path]:
    try:
        names = msgspec.json.decode(list_path.read_bytes(), type=list[str])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return []
    return [Path(name) for name in names]
