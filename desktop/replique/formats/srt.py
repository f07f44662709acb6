"""SubRip, written with pysrt."""

from __future__ import annotations

import re

import pysrt

from replique.core.cuetext import plain
from replique.core.model import Cue, CueFile

_LOOKS = re.compile(r"(</?[biu]>)")
_TAG_LIKE = re.compile(r"<(?=[/A-Za-z!?])")


class SubRip:
    """UTF-8 without byte order mark, LF; ``<b> <i> <u>`` are kept, other markup goes."""

    name = "srt"
    title = "SubRip (SRT)"
    suffix = ".srt"
    carries_speakers = False

    def write(self, file: CueFile) -> bytes:
        """Return the file's bytes."""
        items = [_item(number, cue) for number, cue in enumerate(file.cues, 1)]
        return "".join(f"{item}\n" for item in items).encode("utf-8")


def _item(number: int, cue: Cue) -> pysrt.SubRipItem:
    lines = [_line(line) for text in cue.texts for line in text.lines if line.strip()]
    return pysrt.SubRipItem(number, _time(cue.start_ms), _time(cue.end_ms), "\n".join(lines))


def _time(ms: int) -> pysrt.SubRipTime:
    return pysrt.SubRipTime(milliseconds=ms)


def _line(cue_text: str) -> str:
    """Return a line of cue text as SubRip holds it, which knows no escapes.

    What a player would take for a tag, an arrow between times or an override, and hide, is written with a look-alike.
    """
    parts = _LOOKS.split(cue_text)
    return "".join(part if i % 2 else _harmless(plain(part)) for i, part in enumerate(parts))


def _harmless(text: str) -> str:
    return _TAG_LIKE.sub("‹", text).replace("-->", "→").replace("{\\", "{⧵")
