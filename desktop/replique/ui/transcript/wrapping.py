"""Breaking the words of a turn into lines: between words only, unless one is wider than the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from replique.core.model import Word

_LINE_END = re.compile(r"\r\n|[\n\v\f\r\x85\u2028\u2029]")


class Line(NamedTuple):
    """The words [first, stop) in one line; none in the empty line between two paragraphs.

    Of a word too long for one line, the first one stands here from character `head` on, the last one up to `tail`.
    """

    first: int
    stop: int
    head: int = 0
    tail: int | None = None


def wrap(
    words: Sequence[Word],
    width_of: Mapping[str, float],
    measure_px: float,
    cuts_of: Callable[[str, float], Iterable[int]],
) -> list[Line]:
    """Break `words` into lines no wider than `measure_px`, one at least.

    A line end in a blank ends the line; several show as one empty line. `width_of` tells the width of a word or a
    blank in pixels, `cuts_of` where to cut a word wider than a line.
    """
    lines: list[Line] = []
    first, head, x = 0, 0, 0.0
    for i, word in enumerate(words):
        width = width_of[word.text]
        if i:
            blank = word.blank
            paragraphs = 0 if blank == " " else len(_LINE_END.findall(blank))
            beyond = x + width_of[blank]
            if paragraphs or beyond + width > measure_px:
                lines.append(Line(first, i, head))
                if paragraphs > 1:
                    lines.append(Line(i, i))
                first, head, x = i, 0, 0.0
            else:
                x = beyond
        if width > measure_px:
            for cut in cuts_of(word.text, measure_px):
                lines.append(Line(first, i + 1, head, cut))
                first, head = i, cut
            width = width_of[word.text[head:]]
        x += width
    lines.append(Line(first, len(words), head))
    return lines


def reads_leftwards(words: Sequence[Word]) -> bool:
    """Return whether the first letter belongs to a script that is read from right to left (Unicode UAX #9, P2)."""
    for word in words:
        for char in word.text:
            direction = unicodedata.bidirectional(char)
            if direction == "L":
                return False
            if direction in {"R", "AL"}:
                return True
    return False
