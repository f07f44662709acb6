"""Reading whole files, and saying in words why one can't be read."""

from __future__ import annotations

from pathlib import Path

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP

MISSING = QT_TRANSLATE_NOOP("errors", "There is no such file.")
FOLDER = QT_TRANSLATE_NOOP("errors", "This is a folder, not a file.")
UNREADABLE = QT_TRANSLATE_NOOP("errors", "It can’t be read ({system}).")
TOO_LARGE = QT_TRANSLATE_NOOP("errors", "This file is too large: more than {megabytes} MB.")
CHOOSE_ANOTHER = QT_TRANSLATE_NOOP("errors", "Choose another file.")


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return what the file at `path` holds; never more than `max_bytes` are read, from a pipe or a device either.

    Raise :class:`~replique.core.errors.InputError` when it is missing, a folder, unreadable or larger than that.
    """
    try:
        if path.is_dir():
            raise InputError(FOLDER, remedy=CHOOSE_ANOTHER, path=path)
        with path.open("rb") as file:
            is_larger = path.stat().st_size > max_bytes
            data = b"" if is_larger else file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise InputError(MISSING, remedy=CHOOSE_ANOTHER, path=path) from error
    except OSError as error:
        raise InputError(UNREADABLE, remedy=CHOOSE_ANOTHER, path=path, system=error.strerror or error) from error
    if is_larger or len(data) > max_bytes:
        raise InputError(TOO_LARGE, remedy=CHOOSE_ANOTHER, path=path, megabytes=max_bytes // 1024**2)
    return data
