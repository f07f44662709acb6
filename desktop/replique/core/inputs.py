"""Opening files to read, and saying in words why one can't be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP

MISSING = QT_TRANSLATE_NOOP("errors", "There is no such file.")
FOLDER = QT_TRANSLATE_NOOP("errors", "This is a folder, not a file.")
NOT_ALLOWED = QT_TRANSLATE_NOOP("errors", "You are not allowed to read this file.")
UNREADABLE = QT_TRANSLATE_NOOP("errors", "It can’t be read ({system}).")
TOO_LARGE = QT_TRANSLATE_NOOP("errors", "This file is too large: more than {megabytes} MB.")
CHOOSE_ANOTHER = QT_TRANSLATE_NOOP("errors", "Choose another file.")


def is_file(path: Path) -> bool:
    """Whether a file stands at `path`; where one may not look, there is none to work with."""
    try:
        return path.is_file()
    except OSError:
        return False


@contextmanager
def opened_to_read(path: Path) -> Iterator[BinaryIO]:
    """Open the file at `path`; what the system says against it, then or while it is read, becomes an InputError."""
    try:
        if path.is_dir():
            raise InputError(FOLDER, remedy=CHOOSE_ANOTHER, path=path)
        with path.open("rb") as file:
            yield file
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(MISSING, remedy=CHOOSE_ANOTHER, path=path) from error
    except PermissionError as error:
        raise InputError(NOT_ALLOWED, remedy=CHOOSE_ANOTHER, path=path) from error
    except OSError as error:
        raise InputError(UNREADABLE, remedy=CHOOSE_ANOTHER, path=path, system=error.strerror or error) from error


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return what the file at `path` holds; never more than `max_bytes` are read, from a pipe or a device either.

    Raise :class:`~replique.core.errors.InputError` when it is missing, a folder, unreadable or larger than that.
    """
    with opened_to_read(path) as file:
        return read_rest(file, path, max_bytes)


def read_rest(file: BinaryIO, path: Path, max_bytes: int) -> bytes:
    """Return what is still to be read of the file at `path`, as :func:`read_bytes` does."""
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise InputError(TOO_LARGE, remedy=CHOOSE_ANOTHER, path=path, megabytes=max_bytes // 1024**2)
    return data
