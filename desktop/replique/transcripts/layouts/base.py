"""What a layout is: how to write one, and what it makes of the lines.

A layout is one small module with a class whose docstring shows an example, and a line in ``layouts/__init__``. It
scores the whole text, so that none is chosen by its first line, and reads it into a :class:`Draft`, in which every
line that is not blank stands once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from replique.core.model import Kind
from replique.core.words import SPACES

BRACKETS = {"(": ")", "[": "]"}


@dataclass
class Entry:
    """A turn as it stands in the file: the printed name, if any, and the lines of its text from line `line` on."""

    kind: Kind
    printed_name: str | None
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, its line ends kept as line feeds; empty where nothing of it is seen."""
        text = "\n".join(self.lines)
        return text.strip(" \t\n") if text.strip(SPACES) else ""


@dataclass
class Draft:
    """What a layout made of a text: the lines before the first turn, the turns, and the parsed fields."""

    header: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    title: str = ""
    media: str = ""
    date: str = ""
    source: str = ""

    def add_line(self, number: int, line: str) -> None:
        """Add a line of speech or a note to the newest turn, or begin another turn of the same speaker."""
        last = self.entries[-1] if self.entries else None
        if is_note(line):
            self.entries.append(Entry(Kind.NOTE, last.printed_name if last else None, number, [line]))
        elif last is not None and last.kind is Kind.SPEECH:
            last.lines.append(line)
        elif line.strip(" \t"):
            self._drop_empty_turn()
            self.entries.append(Entry(Kind.SPEECH, last.printed_name if last else None, number, [line]))

    def _drop_empty_turn(self) -> None:
        """Forget the newest turn where notes stand between a name and all that it says."""
        for i in range(len(self.entries) - 1, -1, -1):
            if self.entries[i].kind is Kind.SPEECH:
                if not self.entries[i].text:
                    del self.entries[i]
                return

    def begin(self, number: int, printed_name: str | None, text: str = "") -> None:
        """Begin a turn of a speaker."""
        entry = Entry(Kind.SPEECH, printed_name, number)
        if text.strip(" \t"):
            entry.lines.append(text)
        self.entries.append(entry)


class Layout(Protocol):
    """One way in which transcripts are laid out."""

    name: str
    """As users type it after ``--layout``."""
    description: str
    """One sentence in English."""

    def score(self, lines: list[str]) -> float:
        """Return how well the layout explains the text, 0 to 1."""

    def read(self, lines: list[str]) -> Draft:
        """Return the turns of the text."""


def is_note(line: str) -> bool:
    """Whether a line is a parenthesis alone: ``(rires)``; a full stop may stand behind it."""
    shown = line.strip(SPACES).removesuffix(".").rstrip(SPACES)
    opening, closing = shown[:1], BRACKETS.get(shown[:1], "")
    if not closing or not shown.endswith(closing):
        return False
    depth = 0
    for character in shown[:-1]:
        depth += (character == opening) - (character == closing)
        if depth == 0:
            return False
    return depth == 1


def is_blank(line: str) -> bool:
    """Whether a line holds nothing that is seen."""
    return not line.strip()
