"""Readers and writers of subtitle files, one module per format; the table of them all."""

from replique.formats.base import Format, Reading, TextForm
from replique.formats.srt import SubRip
from replique.formats.webvtt import WebVtt

FORMATS: tuple[Format, ...] = (SubRip(), WebVtt())


def format_named(name: str) -> Format | None:
    """Return the format with this name or file suffix (``srt``, ``.srt``), or None."""
    wanted = name.lower().lstrip(".")
    return next((f for f in FORMATS if wanted in (f.name, f.suffix.lstrip("."))), None)


def format_of(text: str) -> Format | None:
    """Return the format that `text`, the content of a file, is in, or None."""
    return next((f for f in FORMATS if f.recognises(text)), None)


__all__ = ["FORMATS", "Format", "Reading", "TextForm", "format_named", "format_of"]
