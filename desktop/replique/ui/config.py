"""The folder of what the user chose: settings and keys."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path

from replique.core.errors import OutputError
from replique.core.messages import QT_TRANSLATE_NOOP

NO_FOLDER = QT_TRANSLATE_NOOP("errors", "The folder of the settings couldn’t be made ({system}).")


def config_path(name: str) -> Path:
    """Return the path of one of the user's files."""
    return user_config_path("replique", appauthor=False) / name


def make_folder_of(path: Path) -> None:
    """Make the folder in which a file shall stand; raise OutputError when that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(NO_FOLDER, path=path.parent, system=error.strerror or str(error)) from error
