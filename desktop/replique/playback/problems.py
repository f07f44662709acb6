"""Why a recording can't be played, in words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from replique.core.errors import GaveUpError, InputError, PlayerError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.timecode import clock
from replique.media.opening import opened

CANNOT_PLAY = QT_TRANSLATE_NOOP("errors", "{player} can’t play this recording.")
CONVERT = QT_TRANSLATE_NOOP("errors", "Take the other player, or convert the recording to FLAC, MP3 or WAV.")
BROKE_OFF = QT_TRANSLATE_NOOP("errors", "The recording broke off at {time}: the file has changed or is gone.")
BRING_BACK = QT_TRANSLATE_NOOP("errors", "Bring it back (plug the drive in again), then play again.")


class Fingerprint(NamedTuple):
    """What tells cheaply that a file is still the same."""

    size: int
    modified_ns: int


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of a file, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Fingerprint(status.st_size, status.st_mtime_ns)


def what_is_wrong(
    path: Path, was: Fingerprint | None, heard: bool, position_ms: float, player_name: str
) -> PlayerError:
    """Return the error that says best why playing failed.

    `was` is the fingerprint of the file when it was loaded, `heard` whether anything of it was played since.
    """
    if heard and was != fingerprint(path):
        return PlayerError(BROKE_OFF, remedy=BRING_BACK, path=path, time=clock(round(position_ms)))
    try:
        with opened(path):
            pass
    except InputError as error:
        remedy = error.remedy.text if error.remedy else ""
        return PlayerError(error.reason.text, remedy=remedy, path=path, **error.reason.values)
    return GaveUpError(CANNOT_PLAY, remedy=CONVERT, path=path, player=player_name)
