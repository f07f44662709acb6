"""Texts without names: one turn a line, or one turn a paragraph."""

from __future__ import annotations

from replique.core.model import Kind
from replique.transcripts.layouts.base import Draft, Entry, is_blank, is_note

WRAPPED_LINES = 1.5
"""Paragraphs of more lines than that are taken for wrapped text."""


class Lines:
    """One turn a line, spoken by nobody named.

    ::

    Bonjour, merci d'être là.
    Merci à vous.
    """

    name = "lines"
    description = "one turn a line, without names"

    def score(self, lines: list[str]) -> float:
        """Return little: any text can be read so."""
        return 0.05 if lines else 0.0

    def read(self, lines: list[str]) -> Draft:
        """Return a turn for each line."""
        draft = Draft()
        for number, line in enumerate(lines, 1):
            if not is_blank(line):
                kind = Kind.NOTE if is_note(line) else Kind.SPEECH
                draft.entries.append(Entry(kind, None, number, [line]))
        return draft


class Paragraphs:
    """One turn a paragraph, spoken by nobody named; a blank line stands between them.

    ::

    Bonjour, merci d'être là, et merci
    d'avoir apporté des pommes.

    Merci à vous.
    """

    name = "paragraphs"
    description = "one turn a paragraph, blank lines between them, without names"

    def score(self, lines: list[str]) -> float:
        """Return a little more than for lines where the paragraphs have several lines."""
        blocks = _blocks(lines)
        shown = sum(len(block) for _, block in blocks)
        return 0.06 if len(blocks) > 1 and shown / len(blocks) > WRAPPED_LINES else 0.0

    def read(self, lines: list[str]) -> Draft:
        """Return a turn for each paragraph."""
        draft = Draft()
        for number, block in _blocks(lines):
            kind = Kind.NOTE if len(block) == 1 and is_note(block[0]) else Kind.SPEECH
            draft.entries.append(Entry(kind, None, number, block))
        return draft


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    blocks: list[tuple[int, list[str]]] = []
    follows_blank = True
    for number, line in enumerate(lines, 1):
        if is_blank(line):
            follows_blank = True
            continue
        if follows_blank:
            blocks.append((number, []))
        blocks[-1][1].append(line)
        follows_blank = False
    return blocks
