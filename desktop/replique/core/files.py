"""Writing files so that they appear whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from replique.core.errors import OutputError
from replique.core.messages import QT_TRANSLATE_NOOP

DIRECTORY = QT_TRANSLATE_NOOP("errors", "A folder of this name stands in the way.")
NO_FOLDER = QT_TRANSLATE_NOOP("errors", "Its folder doesn’t exist.")
NO_SPACE = QT_TRANSLATE_NOOP("errors", "There is no space left on the disk.")
NOT_ALLOWED = QT_TRANSLATE_NOOP("errors", "You are not allowed to write here.")
SOURCE = QT_TRANSLATE_NOOP("errors", "The project is made of this file.")
TOO_LONG = QT_TRANSLATE_NOOP("errors", "The file name is too long.")
OTHER = QT_TRANSLATE_NOOP("errors", "It couldn’t be written ({system}).")

SAVE_ELSEWHERE = QT_TRANSLATE_NOOP("errors", "Save it under another name or in another folder.")
MAKE_ROOM = QT_TRANSLATE_NOOP("errors", "Make room or save it on another disk; what stood there is unchanged.")

_REASONS = {
    errno.EISDIR: DIRECTORY,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.ENOSPC: NO_SPACE,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: NOT_ALLOWED,
    errno.ENAMETOOLONG: TOO_LONG,
}
if hasattr(errno, "EDQUOT"):
    _REASONS[errno.EDQUOT] = NO_SPACE


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`: beside it first, then in its place, so that the old file stays until the new is whole.

    Permissions of an existing file are kept, and of a symbolic link its target is replaced. A pipe or a device is
    written to as it is. Raise :class:`~replique.core.errors.OutputError` when that fails; nothing is changed then.
    """
    with written(path):
        _write(path, data)


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Say in words what the system has against writing `path` in another way: raise OutputError for its OSError."""
    try:
        yield
    except OSError as error:
        raise _in_words(path, error) from error


def refuse_sources(path: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError where `path` is one of the files that the user's work is made of: none is ever replaced."""
    for source in sources:
        if is_same(path, source):
            raise OutputError(SOURCE, remedy=SAVE_ELSEWHERE, path=path)


def is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file; where it can't be looked at, whether they are written alike."""
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()


def _write(path: Path, data: bytes) -> None:
    mode = _mode_of(path)
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)
        return
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".replique-{secrets.token_hex(8)}.part")
    try:
        _write_through(beside, data, mode)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_through(path: Path, data: bytes, mode: int | None) -> None:
    """Write a new file and wait until the disk has it; the permissions are those of `mode`, if given."""
    with path.open("xb") as file:
        if mode is not None:
            path.chmod(stat.S_IMODE(mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last; some systems can't sync a folder, and the file is whole without it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_words(path: Path, error: OSError) -> OutputError:
    reason = _REASONS.get(error.errno or 0, OTHER)
    remedy = MAKE_ROOM if reason is NO_SPACE else SAVE_ELSEWHERE
    return OutputError(reason, remedy=remedy, path=path, system=error.strerror or error)
