"""WebVTT, as the W3C describes it (https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

from collections.abc import Iterator

from replique.core.cuetext import escape
from replique.core.model import Cue, CueFile, CueText
from replique.core.timecode import format_fixed


class WebVtt:
    """UTF-8, LF, a voice tag on every cue whose speaker is known."""

    name = "vtt"
    title = "WebVTT"
    suffix = ".vtt"
    carries_speakers = True

    def write(self, file: CueFile) -> bytes:
        """Return the file's bytes."""
        return "\n\n".join(_blocks(file)).encode("utf-8") + b"\n"


def _blocks(file: CueFile) -> Iterator[str]:
    yield f"WEBVTT {file.header}".rstrip()
    for style in file.styles:
        yield f"STYLE\n{style}"
    for region in file.regions:
        yield f"REGION\n{region}"
    for cue in file.cues:
        yield _block(cue)


def _block(cue: Cue) -> str:
    times = f"{format_fixed(cue.start_ms, '.')} --> {format_fixed(cue.end_ms, '.')}"
    head = f"{cue.id}\n" if cue.id and "-->" not in cue.id else ""
    settings = f" {cue.settings}" if cue.settings else ""
    return f"{head}{times}{settings}\n" + "\n".join(_voiced(text, close=len(cue.texts) > 1) for text in cue.texts)


def _voiced(text: CueText, *, close: bool) -> str:
    """Return the lines of one speaker; a blank line would end the cue."""
    lines = "\n".join(line for line in text.lines if line.strip())
    name = escape(" ".join(text.speaker.split()))
    if not name:
        return lines
    return f"<v {name}>{lines}</v>" if close else f"<v {name}>{lines}"
