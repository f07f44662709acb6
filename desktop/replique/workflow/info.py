"""What the readers make of a file, for scripts and for people."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from replique.core.cuetext import plain
from replique.core.inputs import opened_to_read, read_rest
from replique.core.model import Cue, Diagnostic, Document, Metadata
from replique.core.timeline import Timeline
from replique.formats import files as subtitle_files
from replique.formats import format_named
from replique.formats.files import SubtitleFile, parse_subtitles
from replique.project.file import FORMAT, decode
from replique.subtitling import Cutter
from replique.transcripts import reader as transcript_files
from replique.transcripts.reader import parse_transcript
from replique.transcripts.signatures import is_recording
from replique.workflow.identify import HEAD_BYTES, FileKind, kind_of

if TYPE_CHECKING:
    from replique.workflow.recording_info import RecordingInfo

MAX_BYTES = {
    FileKind.TRANSCRIPT: transcript_files.MAX_BYTES,
    FileKind.SUBTITLES: subtitle_files.MAX_BYTES,
    FileKind.PROJECT: 2**30,
}


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
    """One file. `format` is the layout of a transcript, the format of subtitles."""

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


def info(path: Path, layout: str = "auto") -> FileInfo | RecordingInfo:
    """Return what is in a transcript, a subtitle file, a project or a recording; raise InputError for all else.

    What is no recording is read once, so it may be a pipe.
    """
    kind, data = _read(path)
    if kind is FileKind.MEDIA and is_recording(data):
        from replique.workflow.recording_info import recording_info  # decoding takes a quarter of a second to load

        return recording_info(path)
    if kind is FileKind.PROJECT:
        return _project_info(path, decode(data, path).document)
    if kind is FileKind.SUBTITLES:
        return _subtitles_info(path, parse_subtitles(data, path))
    read = parse_transcript(data, path, layout=layout)
    return _info(
        path, FileKind.TRANSCRIPT, read.layout, read.encoding, document=read.document, diagnostics=read.diagnostics
    )


def _read(path: Path) -> tuple[FileKind, bytes]:
    """Return what a file is and what it holds; a recording is not read beyond its beginning."""
    with opened_to_read(path) as file:
        head = file.read(HEAD_BYTES)
        kind = kind_of(head, path)
        if kind is FileKind.MEDIA:
            return kind, head
        return kind, head + read_rest(file, path, MAX_BYTES[kind])


def _project_info(path: Path, document: Document) -> FileInfo:
    cues = tuple(
        _cue(cue, "\n".join(line for text in cue.texts for line in text.lines))
        for cue in Cutter().cut(document, Timeline(document))
    )
    return _info(path, FileKind.PROJECT, FORMAT, "utf-8", document=document, cues=cues)


def _subtitles_info(path: Path, read: SubtitleFile) -> FileInfo:
    chosen = format_named(read.format)
    cues = tuple(_cue(cue, chosen.written(cue)) for cue in read.file.cues) if chosen else ()
    diagnostics = read.diagnostics
    return _info(path, FileKind.SUBTITLES, read.format, read.form.encoding, cues=cues, diagnostics=diagnostics)


def _info(
    path: Path,
    kind: FileKind,
    format_name: str,
    encoding: str,
    *,
    document: Document = Document(),  # noqa: B008 - immutable
    cues: tuple[CueInfo, ...] = (),
    diagnostics: tuple[Diagnostic, ...] = (),
) -> FileInfo:
    return FileInfo(
        os.fsencode(path).decode("utf-8", "replace"),
        kind,
        format_name,
        encoding,
        _metadata(document.metadata),
        _turns(document),
        cues,
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
    spoken = Counter(turn.speaker_id for turn in document.turns if turn.is_speech)
    return tuple(SpeakerInfo(speaker.name, speaker.printed, spoken[speaker.id]) for speaker in document.speakers)


def _cue(cue: Cue, written: str) -> CueInfo:
    shown = "\n".join(plain(line) for text in cue.texts for line in text.lines)
    speaker = next((text.speaker for text in cue.texts if text.speaker), None)
    return CueInfo(cue.start_ms, cue.end_ms, written, shown, speaker)
