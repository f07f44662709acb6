"""The folder of what the user chose: settings and keys."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path

from replique.core.errors import InputError, OutputError
from replique.core.messages import QT_TRANSLATE_NOOP

NO_FOLDER = QT_TRANSLATE_NOOP("errors", "The folder of the settings couldn’t be made ({system}).")

KEPT_BESIDE = QT_TRANSLATE_NOOP("errors", "The defaults are in force; the file is kept as {beside}.")
STAYS = QT_TRANSLATE_NOOP("errors", "The defaults are in force.")


def config_path(name: str) -> Path:
    """Return the path of one of the user's files."""
    return user_config_path("replique", appauthor=False) / name


def make_folder_of(path: Path) -> None:
    """Make the folder in which a file shall stand; raise OutputError when that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(NO_FOLDER, path=path.parent, system=error.strerror or str(error)) from error


def keep_damaged(path: Path, error: InputError) -> InputError:
    """Give a damaged file another name, so that the next change doesn't replace it; return what to tell of it."""
    names = (path.with_stem(f"{path.stem}-damaged{number}") for number in ("", *range(2, 100)))
    beside = next((name for name in names if not name.exists()), path)
    try:
        path.replace(beside)
        remedy = KEPT_BESIDE
    except OSError:
        remedy = STAYS
    values = error.reason.values | {"beside": beside.name}
    return InputError(error.reason.text, remedy=remedy, path=path, line=error.line, **values)
