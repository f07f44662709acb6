"""A transcript file to a document: nothing of it is lost, nothing of it is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from replique.core.cuetext import UNSEEN
from replique.core.encoding import decode, split_lines
from replique.core.errors import InputError
from replique.core.inputs import CHOOSE_ANOTHER, read_bytes
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import Diagnostic, Document, Kind, Metadata, Speaker, Turn
from replique.core.words import split_words
from replique.transcripts.language import guess_language
from replique.transcripts.layouts import LAYOUTS, Draft, Entry, Layout
from replique.transcripts.names import Spelling, fold, shown_name
from replique.transcripts.signatures import no_transcript

MAX_BYTES = 20 * 1024 * 1024
"""Some two hundred hours of speech."""
HEAD_BYTES = 64 * 1024

EMPTY = QT_TRANSLATE_NOOP("errors", "There is no text in this file.")
NO_LAYOUT = QT_TRANSLATE_NOOP("errors", "There is no layout named {layout}.")
NO_TURNS = QT_TRANSLATE_NOOP("errors", "Nobody speaks in this file, read in the layout {layout}.")
CHOOSE_LAYOUT = QT_TRANSLATE_NOOP("errors", "Choose one of: {known}.")


class TranscriptFile(msgspec.Struct, frozen=True):
    """A transcript that was read: the document, and how it stood in the file."""

    document: Document
    layout: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def read_transcript(path: Path, *, layout: str = "auto", language: str = "") -> TranscriptFile:
    """Read a text file with a transcript.

    `layout` is the name of one, or ``auto`` for the one that explains the text best. Raise InputError where the file
    is no text, too large, or holds nothing.
    """
    return parse_transcript(read_bytes(path, MAX_BYTES), path, layout=layout, language=language)


def parse_transcript(data: bytes, path: Path, *, layout: str = "auto", language: str = "") -> TranscriptFile:
    """Read a transcript from the bytes of the file at `path`."""
    refusal = no_transcript(data[:HEAD_BYTES])
    if refusal:
        raise InputError(refusal[0], remedy=refusal[1], path=path)
    decoded = decode(data)
    lines = split_lines(decoded.text)
    if not any(line.strip() for line in lines):
        raise InputError(EMPTY, remedy=CHOOSE_ANOTHER, path=path)
    chosen = _chosen(layout, lines, path)
    draft = chosen.read(lines)
    entries = [entry for entry in draft.entries if entry.text or entry.printed_name]
    if not any(entry.kind is Kind.SPEECH and entry.text for entry in entries):
        known = ", ".join(other.name for other in LAYOUTS)
        raise InputError(NO_TURNS, remedy=CHOOSE_LAYOUT, path=path, layout=chosen.name, known=known)
    diagnostics = [*decoded.diagnostics, *_unseen(lines), *_remarks(layout, chosen, entries)]
    document = _document(draft, entries, decoded.text, path.name, chosen.name, language)
    return TranscriptFile(document, chosen.name, decoded.encoding, tuple(diagnostics))


def _chosen(name: str, lines: list[str], path: Path) -> Layout:
    if name == "auto":
        return max(LAYOUTS, key=lambda layout: layout.score(lines))
    for layout in LAYOUTS:
        if layout.name == name:
            return layout
    known = ", ".join(["auto", *(layout.name for layout in LAYOUTS)])
    raise InputError(NO_LAYOUT, remedy=CHOOSE_LAYOUT, path=path, layout=name, known=known)


def _unseen(lines: list[str]) -> Iterator[Diagnostic]:
    """Tell of characters that the document keeps and no subtitle can hold."""
    for number, line in enumerate(lines, 1):
        if UNSEEN.search(line):
            yield Diagnostic(number, "control-character", "characters without a form; subtitles leave them out")


def _remarks(asked: str, layout: Layout, entries: Sequence[Entry]) -> list[Diagnostic]:
    remarks = [
        Diagnostic(entry.line, "no-speech", f"{entry.printed_name} says nothing; kept as a note")
        for entry in entries
        if not entry.text
    ]
    if asked == "auto" and all(entry.printed_name is None for entry in entries):
        unit = "paragraph" if layout.name == "paragraphs" else "line"
        remarks.insert(0, Diagnostic(1, "no-speakers", f"no speaker was found: each {unit} is a turn"))
    return remarks


def _document(
    draft: Draft, entries: Sequence[Entry], text: str, source_name: str, layout: str, language: str
) -> Document:
    speakers = _speakers(entries, text)
    ids = {fold(printed): speaker.id for speaker in speakers for printed in speaker.printed}
    turns = tuple(_turn(number, entry, ids) for number, entry in enumerate(entries, 1))
    metadata = Metadata(
        title=draft.title,
        media=draft.media,
        date=draft.date,
        language=language or guess_language(text),
        source=draft.source,
        header=tuple(draft.header),
        source_name=source_name,
        source_text=text,
        source_layout=layout,
    )
    return Document(metadata, speakers, turns)


def _turn(turn_id: int, entry: Entry, speaker_ids: dict[str, int]) -> Turn:
    """Return the turn of an entry; a name that says nothing is kept as a note."""
    if entry.kind is Kind.NOTE:
        return Turn(turn_id, split_words(entry.text), kind=Kind.NOTE)
    if not entry.text:
        return Turn(turn_id, split_words(entry.printed_name or ""), kind=Kind.NOTE)
    speaker_id = None if entry.printed_name is None else speaker_ids[fold(entry.printed_name)]
    return Turn(turn_id, split_words(entry.text), speaker_id)


def _speakers(entries: Sequence[Entry], text: str) -> tuple[Speaker, ...]:
    """Return who speaks, in order of appearance; forms that differ in case and accents are one."""
    forms: dict[str, list[str]] = {}
    for entry in entries:
        if entry.kind is Kind.SPEECH and entry.text and entry.printed_name is not None:
            printed = forms.setdefault(fold(entry.printed_name), [])
            if entry.printed_name not in printed:
                printed.append(entry.printed_name)
    spelling = Spelling([text])
    return tuple(
        Speaker(number, shown_name(printed, spelling), number - 1, tuple(printed))
        for number, printed in enumerate(forms.values(), 1)
    )
