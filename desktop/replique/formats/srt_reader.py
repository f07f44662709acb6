"""SubRip as it is found: no cue and no text is lost for a missing number, a blank line or an odd time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replique.core.cuetext import escape
from replique.core.encoding import MARK
from replique.core.model import Cue, CueFile, CueText, Diagnostic
from replique.formats.base import Reading

_CLOCK = r"-?(?:\d{1,6}[ \t]*:[ \t]*)?\d{1,6}[ \t]*:[ \t]*\d{1,6}(?:[ \t]*[,.:;][ \t]*\d{1,9})?"
_ARROW = r"[-–—=]{1,4}[ \t]*>"
_TIMES = re.compile(
    rf"^[ \t{MARK}]*(?P<start>{_CLOCK})[ \t]*(?P<arrow>{_ARROW})[ \t]*(?P<end>{_CLOCK})(?P<rest>[ \t].*)?$",
    re.MULTILINE,
)
"""Seen in the wild: no hours, no milliseconds, hours above 99, a point or a colon for the comma, blanks, ``->``."""
_PARTS = re.compile(r"(-?)(?:(\d+)[ \t]*:[ \t]*)?(\d+)[ \t]*:[ \t]*(\d+)(?:[ \t]*[,.:;][ \t]*(\d+))?")
_CUT_TIMES = re.compile(r"[ \t]*\d{1,6}:\d{1,2}:\d{1,2}(?:[,.]|[ \t]*-|$)")
_SETTINGS = re.compile(r"(?:[ \t]+(?:vertical|line|position|size|align|region):\S+)+[ \t]*")
_COORDINATES = re.compile(r"(?:[ \t]+[XY][12]:-?\d+)+[ \t]*")
_NUMBER = re.compile(r"\d{1,9}")
_MARKUP = re.compile(
    r"<(?P<slash>/?)[ \t]*(?P<tag>[biu])\b[^<>\n]*>|<(?:/?)[ \t]*(?:s|font)\b[^<>\n]*>|\{\\[^{}\n]*\}", re.IGNORECASE
)
_BLANKS = f" \t{MARK}"


def has_times(text: str) -> bool:
    """Whether a line with the times of a cue stands in `text`."""
    return next(_times(text.replace("\r", "\n")), None) is not None


def read_srt(text: str) -> Reading:
    """Return the cues of a SubRip file: each line of times begins one, and all up to the next belongs to it."""
    return _Reader(text.replace("\r\n", "\n").replace("\r", "\n")).read()


def _times(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines of times; with half an arrow only where the times are whole, because people write so."""
    for match in _TIMES.finditer(text):
        if match["arrow"].startswith("--") or match["start"].count(":") == match["end"].count(":") == 2:
            yield match


class _Reader:
    """Reads one text, and keeps count of its lines and of the numbers of its cues."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._counted = 1, 0
        self._number: int | None = None
        self._diagnostics: list[Diagnostic] = []

    def read(self) -> Reading:
        matches = list(_times(self._text))
        first = matches[0].start() if matches else len(self._text)
        head = self._without_number(self._text[:first].split("\n"), is_first=True)
        if any(line.strip(_BLANKS) for line in head):
            self._tell(0, "text-before-first-cue", "what stands before the first times is left out")
        ends = [*(match.start() for match in matches[1:]), len(self._text)]
        cues = [
            self._cue(match, self._text[match.end() : end].split("\n"), is_last=match is matches[-1])
            for match, end in zip(matches, ends, strict=False)
        ]
        return Reading(CueFile(tuple(cues)), tuple(self._diagnostics))

    def _cue(self, match: re.Match[str], lines: list[str], *, is_last: bool) -> Cue:
        start_ms, end_ms = self._ms(match, "start"), self._ms(match, "end")
        if end_ms < start_ms:
            self._tell(match.start("start"), "ends-before-start", "the cue ends before it starts")
        rest = match["rest"] or ""
        is_settings = _SETTINGS.fullmatch(rest) is not None
        lines = self._without_cut_cue(lines[1:], match) if is_last else self._without_number(lines[1:])
        if rest.strip() and not is_settings and not _COORDINATES.fullmatch(rest):
            lines.insert(0, rest.strip(" \t"))
        shown = tuple(
            self._cue_text(line.replace(MARK, "").rstrip(" \t"), match) for line in lines if line.strip(_BLANKS)
        )
        return Cue(start_ms, end_ms, (CueText("", shown),), settings=rest.strip(" \t") if is_settings else "")

    def _without_number(self, lines: list[str], *, is_first: bool = False) -> list[str]:
        """Return the lines between two lines of times, without the number of the cue that follows."""
        kept = [line.strip(_BLANKS) for line in lines]
        adjoins = len(kept) > 1 and kept[-1] == "" and kept[-2] != ""
        while kept and not kept[-1]:
            kept.pop()
        if not kept or not _NUMBER.fullmatch(kept[-1]):
            return lines
        number, above = int(kept[-1]), kept[:-1]
        if not is_first and not self._counts(number, above, adjoins=adjoins):
            return lines
        self._number = number
        count = len(above)
        if count > 1 and above[-1] == kept[-1] and not above[-2]:
            count -= 1
        return lines[:count]

    def _without_cut_cue(self, lines: list[str], match: re.Match[str]) -> list[str]:
        """Return the lines after the last times, without a number and times in whose middle the file ends."""
        kept = [line.strip(_BLANKS) for line in lines]
        while kept and not kept[-1]:
            kept.pop()
        if len(kept) < 3 or kept[-3] or not _NUMBER.fullmatch(kept[-2]) or not _CUT_TIMES.match(kept[-1]):
            return lines
        self._tell(match.end(), "cut-off", f"the file ends in the middle of a cue: {kept[-1]}")
        return lines[: len(kept) - 3]

    def _counts(self, number: int, above: list[str], *, adjoins: bool) -> bool:
        """Whether digits before a line of times are the number of its cue, and not text of the cue before."""
        expected = self._number is not None and number == self._number + 1
        stands_apart = bool(above) and not above[-1]
        if not any(above):
            return adjoins and (stands_apart or expected)
        if stands_apart and adjoins:
            return True
        return expected or (self._number is not None and (stands_apart or adjoins))

    def _ms(self, match: re.Match[str], edge: str) -> int:
        parts = _PARTS.fullmatch(match[edge])
        assert parts is not None  # noqa: S101 - the same pattern, in groups
        sign, hours, minutes, seconds, fraction = parts.groups("")
        if len(fraction) in (1, 2):
            self._tell(match.start(edge), "short-fraction", f",{fraction} was read as {fraction:0<3} milliseconds")
        ms = ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(f"{fraction:0<3}"[:3])
        if sign and ms:
            self._tell(match.start(edge), "negative-time", "a time below zero was read as zero")
            return 0
        return ms

    def _cue_text(self, line: str, match: re.Match[str]) -> str:
        """Return a line as cue text: bold, italic and underlined stay, fonts and overrides go."""
        if _CUT_TIMES.match(line):
            self._tell(match.end(), "bad-times", "times that can't be read were kept as text")
        shown, position = [], 0
        for markup in _MARKUP.finditer(line):
            shown.append(escape(line[position : markup.start()]))
            if markup["tag"]:
                shown.append(f"<{markup['slash']}{markup['tag'].lower()}>")
            else:
                self._tell(match.end(), "style-left-out", f"{markup[0]} was left out")
            position = markup.end()
        return "".join(shown) + escape(line[position:])

    def _tell(self, offset: int, code: str, message: str) -> None:
        if offset < self._counted:
            self._line, self._counted = 1, 0
        self._line += self._text.count("\n", self._counted, offset)
        self._counted = offset
        self._diagnostics.append(Diagnostic(self._line, code, message))
