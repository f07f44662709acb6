"""WebVTT, as the W3C describes it (https://www.w3.org/TR/webvtt1/); read by ``webvtt_reader``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replique.core.cuetext import clean, escape
from replique.core.encoding import split_lines
from replique.core.model import Cue, CueFile, CueText
from replique.core.timecode import format_fixed
from replique.formats.base import Format, Reading, shown_lines
from replique.formats.webvtt_reader import SIGNATURE, read_webvtt
from replique.formats.webvtt_text import folded

_ARROW = re.compile("-->")


class WebVtt(Format):
    """UTF-8, LF, a voice tag on every cue whose speaker is known."""

    name = "vtt"
    title = "WebVTT"
    suffix = ".vtt"
    carries_speakers = True

    def recognises(self, text: str) -> bool:
        """Whether `text` begins with the signature."""
        return SIGNATURE.match(text) is not None

    def read(self, text: str) -> Reading:
        """Return the cues as a browser reads them, and tell of what it would drop."""
        return read_webvtt(text)

    def written(self, cue: Cue) -> str:
        """Return the lines, those of each speaker in his voice."""
        texts = (_voiced(text, close=len(cue.texts) > 1) for text in cue.texts)
        return "\n".join(text for text in texts if text)

    def compose(self, file: CueFile) -> str:
        """Return header, style sheets, regions and cues."""
        return "\n\n".join(self._blocks(file)) + "\n"

    def _blocks(self, file: CueFile) -> Iterator[str]:
        first, *rest = split_lines(file.header)
        yield "\n".join([f"WEBVTT {_one_line(first)}".rstrip(), *filter(None, [_block_text("\n".join(rest))])])
        for style in file.styles:
            yield f"STYLE\n{_block_text(style)}"
        for region in file.regions:
            yield f"REGION\n{_block_text(region)}"
        for cue in file.cues:
            yield "\n".join(filter(None, [_head(cue), self.written(cue)]))


def _block_text(text: str) -> str:
    """Return text that does not end its block: no blank line, no arrow."""
    lines = (line for line in split_lines(clean(text)) if line)
    return _ARROW.sub("--\\>", "\n".join(lines))


def _head(cue: Cue) -> str:
    """Return what stands above the text of a cue: its name and its times."""
    times = f"{format_fixed(cue.start_ms, '.')} --> {format_fixed(cue.end_ms, '.')}"
    cue_id, settings = _one_line(cue.id), _one_line(cue.settings)
    head = f"{cue_id}\n{times}" if cue_id else times
    return f"{head} {settings}".rstrip()


def _one_line(text: str) -> str:
    return _ARROW.sub("->", " ".join(split_lines(clean(text)))).strip()


def _voiced(text: CueText, *, close: bool) -> str:
    """Return the lines of one speaker."""
    lines = _ARROW.sub("--&gt;", "\n".join(shown_lines([text])))
    name = folded(escape(text.speaker))
    if not name or not lines:
        return lines
    return f"<v {name}>{lines}</v>" if close else f"<v {name}>{lines}"
