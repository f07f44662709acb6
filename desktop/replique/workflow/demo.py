"""The main job on the interview that ships: timed by its true times, exported, saved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from replique.core import edits
from replique.core.errors import InputError, OutputError
from replique.core.files import SAVE_ELSEWHERE, write_atomically
from replique.core.inputs import is_file
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import Document
from replique.core.tapping import next_tap
from replique.project import SUFFIX, View, save
from replique.workflow.exporting import EXISTS, export
from replique.workflow.projects import new_project
from replique.workflow.samples import Sample

FORMATS = ("srt", "vtt")

TIMES_DAMAGED = QT_TRANSLATE_NOOP("errors", "The true times of the sample can’t be read.")
INSTALL_AGAIN = QT_TRANSLATE_NOOP("errors", "Install Réplique again.")
FOLDER_NOT_MADE = QT_TRANSLATE_NOOP("errors", "The folder can’t be made ({system}).")


class Demo(NamedTuple):
    """What the demonstration did: the taps it made in place of a person, and the files that it wrote."""

    turn_count: int
    tap_count: int
    project: Path
    files: tuple[Path, ...]


class _TrueTurn(msgspec.Struct, frozen=True):
    """When the sound of a spoken turn starts and ends, in seconds."""

    start: float
    end: float


def make_demo(sample: Sample, folder: Path) -> Demo:
    """Time a sample as a person does with taps, and write subtitles, project and recording into `folder`.

    Files of an earlier demonstration, known by its recording, are replaced; raise OutputError where others stand.
    """
    _make(folder)
    recording, saved = folder / sample.recording.name, folder / f"interview{SUFFIX}"
    subtitles = {name: folder / f"interview.{name}" for name in FORMATS}
    sound = _bytes_of(sample.recording)
    _refuse_others(sound, recording, (recording, saved, *subtitles.values()))
    write_atomically(recording, sound)
    project = new_project(sample.transcript, recording)
    document, tap_count = tapped(project.document, true_tap_times(sample.times))
    for name, path in subtitles.items():
        export(document, name, path, force=True)
    first = next((turn.id for turn in document.turns if turn.is_speech), None)
    save(msgspec.structs.replace(project, document=document, view=View(0, first)), saved)
    return Demo(document.speech_count(), tap_count, saved, (*subtitles.values(), saved, recording))


def true_tap_times(times: Path) -> list[int]:
    """Return when a person who never hesitates would tap: at the start of each turn, and at the end of the last."""
    try:
        turns = msgspec.json.decode(_bytes_of(times), type=list[_TrueTurn])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(TIMES_DAMAGED, remedy=INSTALL_AGAIN, path=times) from error
    return [round(s * 1000) for s in (*(turn.start for turn in turns), *(turn.end for turn in turns[-1:]))]


def tapped(document: Document, times_ms: list[int]) -> tuple[Document, int]:
    """Return the document after a tap at each of `times_ms`, and how many taps it took."""
    current: int | None = None
    count = 0
    for ms in times_ms:
        target = next_tap(document, current)
        if target is None:
            break
        document = edits.set_edge(document, target.turn_id, target.edge, ms)
        current = target.turn_id
        count += 1
    return document, count


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            FOLDER_NOT_MADE, remedy=SAVE_ELSEWHERE, path=folder, system=error.strerror or error
        ) from error


def _refuse_others(sound: bytes, recording: Path, files: Iterable[Path]) -> None:
    """Raise OutputError where one of `files` stands and no earlier demonstration left its recording beside it."""
    standing = [path for path in files if is_file(path)]
    if standing and not (recording in standing and _bytes_of(recording) == sound):
        raise OutputError(EXISTS, remedy=SAVE_ELSEWHERE, path=standing[0])


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "It can’t be read ({system})."),
            remedy=INSTALL_AGAIN,
            path=path,
            system=error.strerror or error,
        ) from error
