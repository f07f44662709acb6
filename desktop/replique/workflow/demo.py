"""The main job on the interview that ships: timed by its true times, exported, saved."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from replique.core import edits
from replique.core.errors import InputError, OutputError
from replique.core.files import SAVE_ELSEWHERE, write_atomically
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import Document
from replique.core.tapping import next_tap
from replique.project import View, save
from replique.workflow.exporting import export
from replique.workflow.projects import new_project
from replique.workflow.samples import Sample

FORMATS = ("srt", "vtt")

TIMES_DAMAGED = QT_TRANSLATE_NOOP("errors", "The true times of the sample can’t be read.")
INSTALL_AGAIN = QT_TRANSLATE_NOOP("errors", "Install Réplique again.")
FOLDER_NOT_MADE = QT_TRANSLATE_NOOP("errors", "The folder can’t be made ({system}).")


class Demo(NamedTuple):
    """What the demonstration did: the taps it made in place of a person, the cues, and the files that it wrote."""

    turn_count: int
    tap_count: int
    cue_count: int
    project: Path
    files: tuple[Path, ...]


class _TrueTurn(msgspec.Struct, frozen=True):
    """When the sound of a spoken turn starts and ends, in seconds."""

    start: float
    end: float


def make_demo(sample: Sample, folder: Path) -> Demo:
    """Time a sample as a person does with taps, and write subtitles, project and recording into `folder`.

    Files of an earlier demonstration are replaced.
    """
    _make(folder)
    recording = folder / sample.recording.name
    write_atomically(recording, _bytes_of(sample.recording))
    project = new_project(sample.transcript, recording)
    document, tap_count = tapped(project.document, true_tap_times(sample.times))
    written: list[Path] = []
    cue_count = 0
    for name in FORMATS:
        report = export(document, name, folder / f"interview.{name}", force=True)
        written.append(report.path)
        cue_count = report.cue_count
    saved = folder / "interview.replique"
    first = next((turn.id for turn in document.turns if turn.is_speech), None)
    save(msgspec.structs.replace(project, document=document, view=View(0, first)), saved)
    return Demo(document.speech_count(), tap_count, cue_count, saved, (*written, saved, recording))


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
