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
from replique.media.riff import riff_claim

EMPTY = QT_TRANSLATE_NOOP("errors", "The file is empty.")
UNKNOWN = QT_TRANSLATE_NOOP("errors", "This is no recording that can be read.")
SILENT = QT_TRANSLATE_NOOP("errors", "There is no sound in this file.")
NO_INDEX = QT_TRANSLATE_NOOP("errors", "The file is incomplete: its index, which stands at its end, is missing.")

CHOOSE_RECORDING = QT_TRANSLATE_NOOP("errors", "Choose a sound or video file, such as MP3, M4A, WAV or MP4.")
COPY_AGAIN = QT_TRANSLATE_NOOP("errors", "Copy it again from where it came, or choose another file.")

HEAD_BYTES = 16
MP4_BOXES = (b"ftyp", b"mdat", b"wide", b"free", b"skip")
"""What an MP4 file begins with; without the box ``moov`` nothing tells where its sound is."""


@contextmanager
def opened(path: Path, track: int = 0) -> Iterator[tuple[InputContainer, AudioStream]]:
    """Open a recording and one of its audio tracks, counted from 0; raise InputError in clear words where none is.

    A track that is not there any more gives way to the first.
    """
    with opened_to_read(path) as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise InputError(EMPTY, remedy=COPY_AGAIN, path=path)
    try:
        container = av.open(str(path.absolute()), metadata_errors="replace", options=_options(path))
    except (av.FFmpegError, OSError, ValueError) as error:
        if head[4:8] in MP4_BOXES:
            raise InputError(NO_INDEX, remedy=COPY_AGAIN, path=path) from error
        raise InputError(UNKNOWN, remedy=CHOOSE_RECORDING, path=path) from error
    with container:
        tracks = container.streams.audio
        if not tracks:
            raise InputError(SILENT, remedy=CHOOSE_RECORDING, path=path)
        yield container, tracks[track if track < len(tracks) else 0]


def _options(path: Path) -> dict[str, str]:
    """Let FFmpeg read a WAV file to its end where that lies beyond what the header says."""
    claim = riff_claim(path)
    return {"ignore_length": "1"} if claim and claim.goes_on else {}
