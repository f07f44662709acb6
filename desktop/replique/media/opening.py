"""Opening a file with FFmpeg, and saying in words why one can't be heard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer

from replique.core.errors import InputError
from replique.core.inputs import opened_to_read
from replique.core.messages import QT_TRANSLATE_NOOP

EMPTY = QT_TRANSLATE_NOOP("errors", "The file is empty.")
UNKNOWN = QT_TRANSLATE_NOOP("errors", "This is no recording that can be read.")
SILENT = QT_TRANSLATE_NOOP("errors", "There is no sound in this file.")

CHOOSE_RECORDING = QT_TRANSLATE_NOOP("errors", "Choose a sound or video file, such as MP3, M4A, WAV or MP4.")
COPY_AGAIN = QT_TRANSLATE_NOOP("errors", "Copy it again from where it came, or choose another file.")


@contextmanager
def opened(path: Path, track: int = 0) -> Iterator[tuple[InputContainer, AudioStream]]:
    """Open a recording and one of its audio tracks, counted from 0; raise InputError in clear words where none is.

    A track that is not there any more gives way to the first.
    """
    with opened_to_read(path) as file:
        if not file.read(1):
            raise InputError(EMPTY, remedy=COPY_AGAIN, path=path)
    try:
        container = av.open(str(path.absolute()), metadata_errors="replace")
    except (av.FFmpegError, OSError, ValueError) as error:
        raise InputError(UNKNOWN, remedy=CHOOSE_RECORDING, path=path) from error
    with container:
        if not container.streams.audio:
            raise InputError(SILENT, remedy=CHOOSE_RECORDING, path=path)
        tracks = container.streams.audio
        yield container, tracks[track if track < len(tracks) else 0]
