"""Documents to subtitle files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from replique.core.errors import InputError, OutputError
from replique.core.files import refuse_sources, write_atomically
from replique.core.inputs import is_file
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import CueFile, Document
from replique.core.timeline import Timeline
from replique.formats import FORMATS, Format, format_named
from replique.subtitling import Cutter, LabelPolicy, untimed_turns

EXISTS = QT_TRANSLATE_NOOP("errors", "There is a file of this name already.")
REPLACE_OR_RENAME = QT_TRANSLATE_NOOP("errors", "Choose another name, or allow it to be replaced.")
NOTHING_TIMED = QT_TRANSLATE_NOOP("errors", "No turn has a time yet, so there is nothing to export.")
TIME_FIRST = QT_TRANSLATE_NOOP("errors", "Set the start of the first turn and the end of the last.")
UNKNOWN_FORMAT = QT_TRANSLATE_NOOP("errors", "There is no format named {name}.")
KNOWN_FORMATS = QT_TRANSLATE_NOOP("errors", "Choose one of: {known}.")


class ExportReport(NamedTuple):
    """What was exported: the file, how many cues it holds, the spoken turns that had no time and are not in it."""

    path: Path
    cue_count: int
    untimed: tuple[int, ...]


def export(
    document: Document,
    format_name: str,
    path: Path,
    labels: LabelPolicy | str = LabelPolicy.CHANGE,
    *,
    force: bool = False,
    sources: Iterable[Path] = (),
) -> ExportReport:
    """Cut a document into cues and write them to `path`, whole or not at all.

    `labels` says when the text names the speaker, in formats that have no place of their own for him. Raise
    InputError when there is no such format or no turn has a time, OutputError when the file can't be written, or
    stands there already and `force` is not given, or is one of the `sources` of the project.
    """
    chosen = _format(format_name)
    refuse_sources(path, sources)
    if not force and is_file(path):
        raise OutputError(EXISTS, remedy=REPLACE_OR_RENAME, path=path)
    timeline = Timeline(document)
    policy = LabelPolicy.NEVER if chosen.carries_speakers else LabelPolicy(labels)
    cues = Cutter(labels=policy).cut(document, timeline)
    if not cues:
        raise InputError(NOTHING_TIMED, remedy=TIME_FIRST)
    write_atomically(path, chosen.write(CueFile(cues)))
    return ExportReport(path, len(cues), untimed_turns(document, timeline))


def _format(name: str) -> Format:
    found = format_named(name)
    if found is None:
        raise InputError(UNKNOWN_FORMAT, remedy=KNOWN_FORMATS, name=name, known=", ".join(f.name for f in FORMATS))
    return found
