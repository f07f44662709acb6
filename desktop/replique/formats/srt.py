"""SubRip: written with pysrt, read by ``srt_reader``."""

from __future__ import annotations

import re

import pysrt

from replique.core.cuetext import plain
from replique.core.encoding import split_lines
from replique.core.model import Cue, CueFile
from replique.formats.base import Format, Reading, shown_lines
from replique.formats.srt_reader import has_times, read_srt

_LOOKS = re.compile(r"(</?[biu]>)")
_TAG_LIKE = re.compile(r"<(?=[/A-Za-z!?])")
_OVERRIDE = re.compile(r"\{(?=[CcFfoPSsYy]:)")


class SubRip(Format):
    """UTF-8 without byte order mark, LF; ``<b> <i> <u>`` are kept, other markup goes."""

    name = "srt"
    title = "SubRip (SRT)"
    suffix = ".srt"
    carries_speakers = False

    def recognises(self, text: str) -> bool:
        """Whether a line with the times of a cue stands in `text`."""
        return not text.startswith("WEBVTT") and has_times(text)

    def read(self, text: str) -> Reading:
        """Return the cues, whatever damage their numbers, times and blank lines have taken."""
        return read_srt(text)

    def written(self, cue: Cue) -> str:
        """Return the lines, with look-alikes for what a player would take for markup."""
        return "\n".join(_line(line) for line in shown_lines(cue.texts))

    def compose(self, file: CueFile) -> str:
        """Return the cues, numbered from 1."""
        items = (
            pysrt.SubRipItem(number, _time(cue.start_ms), _time(cue.end_ms), self.written(cue))
            for number, cue in enumerate(file.cues, 1)
        )
        return "".join(f"{item}\n" for item in items)


def _time(ms: int) -> pysrt.SubRipTime:
    return pysrt.SubRipTime(milliseconds=ms)


def _line(cue_text: str) -> str:
    """Return a line of cue text as SubRip holds it, which knows no escapes.

    What a player would take for a tag, an arrow between times or an override, and not show, is written with a
    look-alike.
    """
    parts = _LOOKS.split(cue_text)
    line = "".join(part if i % 2 else _harmless(plain(part)) for i, part in enumerate(parts))
    return " ".join(split_lines(line))


def _harmless(text: str) -> str:
    text = _TAG_LIKE.sub("‹", text).replace("-->", "→").replace("{\\", "{⧵")
    return _OVERRIDE.sub("{\N{WORD JOINER}", text)
