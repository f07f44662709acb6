"""Opening a file with FFmpeg, and saying in words why one can't be heard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer

from replique.core.errors import InputError
from replique.core.messages import QT_TRANSLATE_NOOP

MISSING = QT_TRANSLATE_NOOP("errors", "There is no such file.")
FOLDER = QT_TRANSLATE_NOOP("errors", "This is a folder, not a recording.")
NOT_ALLOWED = QT_TRANSLATE_NOOP("errors", "You are not allowed to read this file.")
EMPTY = QT_TRANSLATE_NOOP("errors", "The file is empty.")
UNKNOWN = QT_TRANSLATE_NOOP("errors", "This is no recording that can be read.")
SILENT = QT_TRANSLATE_NOOP("errors", "There is no sound in this file.")
UNREADABLE = QT_TRANSLATE_NOOP("errors", "The recording can’t be read ({system}).")

CHOOSE_RECORDING = QT_TRANSLATE_NOOP("errors", "Choose a sound or video file, such as MP3, M4A, WAV or MP4.")
CHOOSE_ANOTHER = QT_TRANSLATE_NOOP("errors", "Choose another file.")
COPY_AGAIN = QT_TRANSLATE_NOOP("errors", "Copy it again from where it came, or choose another file.")


@contextmanager
def opened(path: Path) -> Iterator[tuple[InputContainer, AudioStream]]:
    """Open a recording and its first audio track; raise InputError in clear words where there is none."""
    _check_file(path)
    try:
        container = av.open(str(path), metadata_errors="replace")
    except (av.FFmpegError, OSError, ValueError) as error:
        raise InputError(UNKNOWN, remedy=CHOOSE_RECORDING, path=path) from error
    with container:
        if not container.streams.audio:
            raise InputError(SILENT, remedy=CHOOSE_RECORDING, path=path)
        yield container, container.streams.audio[0]


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise InputError(FOLDER, remedy=CHOOSE_RECORDING, path=path)
        with path.open("rb") as file:
            if not file.read(1):
                raise InputError(EMPTY, remedy=COPY_AGAIN, path=path)
    except FileNotFoundError as error:
        raise InputError(MISSING, remedy=CHOOSE_ANOTHER, path=path) from error
    except PermissionError as error:
        raise InputError(NOT_ALLOWED, remedy=CHOOSE_ANOTHER, path=path) from error
    except OSError as error:
        raise InputError(UNREADABLE, remedy=CHOOSE_ANOTHER, path=path, system=error.strerror or error) from error
