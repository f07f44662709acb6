"""Writers of subtitle files, one module per format; the table of them all."""

from replique.formats.base import Format
from replique.formats.srt import SubRip
from replique.formats.webvtt import WebVtt

FORMATS: tuple[Format, ...] = (SubRip(), WebVtt())


def format_named(name: str) -> Format | None:
    """Return the format with this name or file suffix (``srt``, ``.srt``), or None."""
    wanted = name.lower().lstrip(".")
    return next((f for f in FORMATS if wanted in (f.name, f.suffix.lstrip("."))), None)


__all__ = ["FORMATS", "Format", "format_named"]
