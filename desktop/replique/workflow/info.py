"""What the readers make of a file, for scripts and for people."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from replique.core.cuetext import plain
from replique.core.model import Cue, Diagnostic, Document, Metadata
from replique.core.timeline import Timeline
from replique.project import load
from replique.project.file import FORMAT
from replique.subtitling import Cutter
from replique.transcripts import read_transcript
from replique.workflow.identify import FileKind, identify


class TurnInfo(msgspec.Struct, frozen=True):
    """A spoken turn; its times are known or derived, null where nothing is known."""

    speaker: str | None
    text: str
    start_ms: int | None
    end_ms: int | None


class NoteInfo(msgspec.Struct, frozen=True):
    """What is not spoken; it stands after so many spoken turns."""

    after_turns: int
    text: str


class SpeakerInfo(msgspec.Struct, frozen=True):
    """A speaker, the printed forms of his name, and how many turns are his."""

    name: str
    printed: tuple[str, ...]
    turns: int


class CueInfo(msgspec.Struct, frozen=True):
    """A cue: its text as written, tags and all, and what a viewer reads."""

    start_ms: int
    end_ms: int
    text: str
    plain: str
    speaker: str | None


class FileInfo(msgspec.Struct, frozen=True):
    """One file. `format` is the layout of a transcript."""

    file: str
    kind: FileKind
    format: str
    encoding: str
    metadata: dict[str, str | list[str]]
    turns: tuple[TurnInfo, ...]
    cues: tuple[CueInfo, ...]
    diagnostics: tuple[Diagnostic, ...]
    speakers: tuple[SpeakerInfo, ...]
    notes: tuple[NoteInfo, ...]


def info(path: Path, layout: str = "auto") -> FileInfo:
    """Return what is in a transcript or a project; raise InputError when it is neither or can't be used."""
    if identify(path) is FileKind.PROJECT:
        document = load(path).document
        cues = Cutter().cut(document, Timeline(document))
        return _file_info(path, FileKind.PROJECT, FORMAT, "utf-8", document, cues=cues)
    read = read_transcript(path, layout=layout)
    return _file_info(
        path, FileKind.TRANSCRIPT, read.layout, read.encoding, read.document, diagnostics=read.diagnostics
    )


def _file_info(
    path: Path,
    kind: FileKind,
    format_name: str,
    encoding: str,
    document: Document,
    *,
    cues: tuple[Cue, ...] = (),
    diagnostics: tuple[Diagnostic, ...] = (),
) -> FileInfo:
    return FileInfo(
        os.fsencode(path).decode("utf-8", "replace"),
        kind,
        format_name,
        encoding,
        _metadata(document.metadata),
        _turns(document),
        tuple(_cue(cue) for cue in cues),
        diagnostics,
        _speakers(document),
        _notes(document),
    )


def _metadata(metadata: Metadata) -> dict[str, str | list[str]]:
    """Return what is known about the interview; not the whole text as imported, which the file itself holds."""
    return {
        "title": metadata.title,
        "media": metadata.media,
        "date": metadata.date,
        "language": metadata.language,
        "source": metadata.source,
        "header": list(metadata.header),
    }


def _turns(document: Document) -> tuple[TurnInfo, ...]:
    timeline = Timeline(document)
    names = {speaker.id: speaker.name for speaker in document.speakers}
    turns: list[TurnInfo] = []
    for index, turn in enumerate(document.turns):
        if turn.is_speech:
            span = timeline.turn_span(index)
            name = None if turn.speaker_id is None else names[turn.speaker_id]
            turns.append(TurnInfo(name, turn.text, span.start_ms, span.end_ms))
    return tuple(turns)


def _notes(document: Document) -> tuple[NoteInfo, ...]:
    notes: list[NoteInfo] = []
    spoken = 0
    for turn in document.turns:
        if turn.is_speech:
            spoken += 1
        else:
            notes.append(NoteInfo(spoken, turn.text))
    return tuple(notes)


def _speakers(document: Document) -> tuple[SpeakerInfo, ...]:
    spoken = [turn.speaker_id for turn in document.turns if turn.is_speech]
    return tuple(
        SpeakerInfo(speaker.name, speaker.printed, spoken.count(speaker.id)) for speaker in document.speakers
    )


def _cue(cue: Cue) -> CueInfo:
    lines = [line for text in cue.texts for line in text.lines]
    speaker = next((text.speaker for text in cue.texts if text.speaker), None)
    return CueInfo(cue.start_ms, cue.end_ms, "\n".join(lines), "\n".join(map(plain, lines)), speaker)
