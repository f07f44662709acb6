"""WebVTT read by the algorithm of the standard (https://www.w3.org/TR/webvtt1/#file-parsing), as browsers do.

What browsers drop without a word is dropped too, and told.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from replique.core.model import Cue, CueFile, Diagnostic
from replique.formats.base import Reading
from replique.formats.webvtt_text import cue_texts

SIGNATURE = re.compile(r"\ufeff?WEBVTT(?=[ \t\r\n]|\Z)")

_ARROW = "-->"
_CLOCK = r"(?:(\d{1,9}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"[ \t\f]*{_CLOCK}[ \t\f]*-->[ \t\f]*{_CLOCK}(?!\d)(.*)", re.ASCII)
_KINDS = {"STYLE": "styles", "REGION": "regions"}


class _Block(NamedTuple):
    """Lines between blank ones: a cue, where `times` were found; else what `kind` says, or a comment."""

    first: int
    lines: list[str]
    kind: str = ""
    times: re.Match[str] | None = None
    name: str = ""
    has_arrow: bool = False


def read_webvtt(text: str) -> Reading:
    """Return the cues; a text without the signature has none."""
    if not SIGNATURE.match(text):
        return Reading(CueFile(()), (Diagnostic(1, "no-signature", "the first line is not WEBVTT"),))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    lines = text.split("\n")
    header = [lines[0].partition("WEBVTT")[2].strip(" \t")]
    position = 1
    if len(lines) > 1 and lines[1]:
        block, position = _block_at(lines, 1, in_header=True)
        header += block.lines
    found: dict[str, list[str]] = {"styles": [], "regions": []}
    cues: list[Cue] = []
    diagnostics: list[Diagnostic] = []
    while position < len(lines):
        if not lines[position]:
            position += 1
            continue
        block, position = _block_at(lines, position)
        if block.times is not None:
            cues.append(_cue(block, block.times))
        elif block.kind and not cues:
            found[block.kind].append("\n".join(block.lines))
        diagnostics += _remarks(block)
    file = CueFile(tuple(cues), "\n".join(header), tuple(found["styles"]), tuple(found["regions"]))
    return Reading(file, tuple(diagnostics))


def _block_at(lines: list[str], first: int, *, in_header: bool = False) -> tuple[_Block, int]:
    """Return the block that begins at line `first` and where the next one may begin."""
    block = _Block(first, [])
    position = first
    while position < len(lines) and lines[position]:
        line, count = lines[position], position - first
        if _ARROW in line:
            if in_header or count > 1 or block.has_arrow:
                break
            times = _TIMES.fullmatch(line)
            block = block._replace(has_arrow=True, times=times)
            if times:
                block = block._replace(name="\n".join(block.lines), lines=[])
        else:
            if count == 1 and not in_header and block.times is None and (kind := _kind(block.lines)):
                block = block._replace(kind=kind, lines=[])
            block.lines.append(line)
        position += 1
    return block, position


def _kind(lines: list[str]) -> str:
    return _KINDS.get(lines[0].rstrip(" \t\f"), "") if lines else ""


def _cue(block: _Block, times: re.Match[str]) -> Cue:
    *clock, settings = times.groups()
    start_ms, end_ms = _ms(*clock[:4]), _ms(*clock[4:])
    return Cue(start_ms, end_ms, cue_texts("\n".join(block.lines)), block.name, settings.strip(" \t\f"))


def _ms(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction)


def _remarks(block: _Block) -> list[Diagnostic]:
    line = block.first + 1
    if block.times is not None or block.kind:
        return []
    if block.has_arrow:
        return [Diagnostic(line, "bad-times", "a cue whose times can't be read was left out, as browsers do")]
    if block.lines[0].split(None, 1)[:1] == ["NOTE"]:
        return [Diagnostic(line, "comment", "a comment was left out")]
    return [Diagnostic(line, "no-cue", "text without times was left out, as browsers do")]
