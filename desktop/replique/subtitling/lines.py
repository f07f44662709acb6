"""Words set in lines: what fits, and where a line ends best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from replique.core.model import Word
from replique.subtitling.profile import Profile
from replique.subtitling.typography import NO_BREAK, ends_clause, ends_sentence, may_break_before

PUNCTUATION_GAIN = 12
"""So many characters of imbalance are accepted for a line that ends at punctuation."""


class Measure:
    """The widths of runs of words, and the lines they make.

    `indent` is the width of a speaker's label before the first word, or at the head of `every` cue.
    """

    def __init__(self, words: Sequence[Word], profile: Profile, indent: int = 0, *, every: bool = False) -> None:
        self.words = words
        self._profile = profile
        self._indent = indent
        self._every = every
        self._blanks = [shown_blank(word.blank) for word in words]
        self._ends = [0, *accumulate(len(b) + len(w.text) for b, w in zip(self._blanks, words, strict=True))]
        self.breakable = [i == 0 or may_break_before(word, words[i - 1]) for i, word in enumerate(words)]
        self.breakable.append(True)

    def width(self, first: int, end: int, *, leads: bool = False) -> int:
        """Return the characters of words [first, end) on one line; one that `leads` a cue may have a label."""
        indent = self._indent if leads and (first == 0 or self._every) else 0
        return self._ends[end] - self._ends[first] - len(self._blanks[first]) + indent

    def reach(self, first: int) -> int:
        """Return where a cue ends at the latest that begins with word `first`; it has at least that word."""
        end = self._line_end(first, leads=True)
        for _ in range(1, self._profile.max_lines):
            if end < len(self.words):
                end = self._line_end(end, leads=False)
        return end

    def _line_end(self, first: int, *, leads: bool) -> int:
        """Return the end of the longest line that begins with word `first`; words that hang together stay so."""
        end = first + 1
        while end < len(self.words) and not self.breakable[end]:
            end += 1
        best = end
        while end < len(self.words):
            end += 1
            if self.width(first, end, leads=leads) > self._profile.line_length:
                break
            if self.breakable[end]:
                best = end
        return best

    def lines(self, first: int, end: int) -> list[tuple[int, int]]:
        """Return the lines of words [first, end): one where it fits, else two, at punctuation or balanced."""
        limit = self._profile.line_length
        if self.width(first, end, leads=True) <= limit:
            return [(first, end)]
        places = [k for k in range(first + 1, end) if self.breakable[k]]
        if not places:
            return [(first, end)]
        best = min(places, key=lambda k: self._break_cost(first, k, end))
        return [(first, best), (best, end)]

    def text(self, first: int, end: int) -> str:
        """Return words [first, end) as one line."""
        parts = [self._blanks[i] + self.words[i].text for i in range(first + 1, end)]
        return self.words[first].text + "".join(parts)

    def _break_cost(self, first: int, at: int, end: int) -> float:
        upper, lower = self.width(first, at, leads=True), self.width(at, end)
        over = max(0, upper - self._profile.line_length) + max(0, lower - self._profile.line_length)
        cost = over * 100.0 + abs(upper - lower) + (0.5 if upper > lower else 0.0)
        word, after = self.words[at - 1], self.words[at]
        if ends_sentence(word, after):
            return cost - 2 * PUNCTUATION_GAIN
        return cost - PUNCTUATION_GAIN if ends_clause(word) else cost


def shown_blank(blank: str) -> str:
    """Return a blank as a viewer sees it: one space, or the no-break spaces that stand there."""
    kept = "".join(character for character in blank if character in NO_BREAK)
    return kept or (" " if blank else "")
