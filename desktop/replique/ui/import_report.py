"""What became of a transcript that was read, said in one sentence or two."""

from __future__ import annotations

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Diagnostic
from replique.transcripts import TranscriptFile

READ = QT_TRANSLATE_NOOP("import", "Turns read: {turns} · speakers: {speakers}")
READ_WITH_REMARK = QT_TRANSLATE_NOOP("import", "Turns read: {turns} · speakers: {speakers}. {remark}")
READ_WITH_REMARKS = QT_TRANSLATE_NOOP(
    "import", "Turns read: {turns} · speakers: {speakers}. {remark} Remarks in all: {count}."
)

REMARKS = {
    "bad-byte": QT_TRANSLATE_NOOP("import", "Line {line} is damaged: read it again, letters may be wrong."),
    "control-character": QT_TRANSLATE_NOOP(
        "import", "Line {line} holds invisible characters; subtitles leave them out."
    ),
    "no-speech": QT_TRANSLATE_NOOP("import", "Line {line} is a name that says nothing; it is kept as a note."),
    "no-speakers": QT_TRANSLATE_NOOP("import", "No name of a speaker was found in it."),
}
"""By code of the diagnostic; what ``replique info`` says of each line is longer."""


def report(read: TranscriptFile) -> Message:
    """Return how much was read, and what the reader noticed first."""
    document, remarks = read.document, read.diagnostics
    read_so_far = {"turns": document.speech_count(), "speakers": len(document.speakers)}
    if not remarks:
        return Message("import", READ, **read_so_far)
    first = _said(remarks[0])
    if len(remarks) == 1:
        return Message("import", READ_WITH_REMARK, remark=first, **read_so_far)
    return Message("import", READ_WITH_REMARKS, remark=first, count=len(remarks), **read_so_far)


def _said(remark: Diagnostic) -> Message:
    return Message("import", REMARKS[remark.code], line=remark.line)
