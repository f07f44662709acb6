"""Files that are no text: known by how they begin, and refused with a word on what to do."""

from __future__ import annotations

import re

from replique.core.encoding import decode
from replique.core.messages import QT_TRANSLATE_NOOP

WORD_PROCESSOR = QT_TRANSLATE_NOOP("errors", "This is a word processor’s file.")
PDF = QT_TRANSLATE_NOOP("errors", "This is a PDF.")
WEB_PAGE = QT_TRANSLATE_NOOP("errors", "This is a web page.")
RECORDING = QT_TRANSLATE_NOOP("errors", "This is a recording, not a transcript.")
DATA = QT_TRANSLATE_NOOP("errors", "This is a data file (XML or JSON).")
PICTURE = QT_TRANSLATE_NOOP("errors", "This is a picture.")
SUBTITLES = QT_TRANSLATE_NOOP("errors", "This is a subtitle file, not a transcript.")
PROJECT = QT_TRANSLATE_NOOP("errors", "This is a Réplique project, not a transcript.")
BINARY = QT_TRANSLATE_NOOP("errors", "This is no text.")

SAVE_AS_TEXT = QT_TRANSLATE_NOOP("errors", "Save it as plain text (.txt) in its own program, and open that.")
CHOOSE_TEXT = QT_TRANSLATE_NOOP("errors", "Choose a text file with the transcript.")
OPEN_IT = QT_TRANSLATE_NOOP("errors", "Open it as a project.")

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf", WORD_PROCESSOR, SAVE_AS_TEXT),
    (rb"%PDF-", PDF, SAVE_AS_TEXT),
    (rb"(?i)\s*(<!doctype html|<html)", WEB_PAGE, SAVE_AS_TEXT),
    (
        rb"(?s)ID3|fLaC|OggS|RIFF....WAVE|.{4}ftyp|\x1aE\xdf\xa3|FORM....AIF|\xff[\xf2-\xfb][^\xfe\xff]",
        RECORDING,
        CHOOSE_TEXT,
    ),
    (rb"\s*(<\?xml|\[\s*\{|\{\s*\"(?!format\"\s*:\s*\"replique\"))", DATA, SAVE_AS_TEXT),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", PICTURE, CHOOSE_TEXT),
    (rb"(\xef\xbb\xbf)?WEBVTT(\s|$)", SUBTITLES, CHOOSE_TEXT),
    (rb"(\xef\xbb\xbf)?\s*\[Script Info\]", SUBTITLES, CHOOSE_TEXT),
    (rb"\s*\{\s*\"format\"\s*:\s*\"replique\"", PROJECT, OPEN_IT),
)
_CLOCK = r"(?:\d+:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?"
_CUE_TIMES = re.compile(rf"^[ \t]*{_CLOCK}[ \t]*-{{1,2}}>[ \t]*{_CLOCK}", re.MULTILINE)
_KNOWN = tuple((re.compile(beginning), reason, remedy) for beginning, reason, remedy in _BEGINNINGS)


def no_transcript(head: bytes) -> tuple[str, str] | None:
    """Return reason and remedy when a file that begins with `head` is no text of a transcript, else None."""
    for beginning, reason, remedy in _KNOWN:
        if beginning.match(head):
            return reason, remedy
    decoded = decode(head)
    if "\0" in decoded.text:
        return BINARY, CHOOSE_TEXT
    if _CUE_TIMES.search(decoded.text.replace("\r", "\n")):
        return SUBTITLES, CHOOSE_TEXT
    return None


def is_recording(head: bytes) -> bool:
    """Whether a file that begins with `head` is a sound or video file, by a beginning that is known."""
    refusal = no_transcript(head)
    return refusal is not None and refusal[0] == RECORDING
