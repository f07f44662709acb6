"""A name, a colon and what is said, on one line."""

from __future__ import annotations

import re
from collections import Counter

from replique.transcripts.layouts.base import Draft, is_blank
from replique.transcripts.names import PARTICLES, fold

MAX_NAME_LENGTH = 50
MAX_NAME_WORDS = 6
NO_NAMES = {
    "note", "notes", "nb", "attention", "rappel", "exemple", "remarque", "source", "sources", "date", "lieu", "media",
    "duree", "titre", "resultat", "conclusion", "resume", "sujet", "objet", "theme", "copyright", "http", "https",
    "warning", "example", "title", "duration", "subject", "summary", "location", "place", "topic",
}  # fmt: skip
"""Words that stand before a colon and are nobody; without accents."""

_TURN = re.compile(r"[ \t]*(?P<name>[^:]+?)[ \t\u00a0\u202f]*:(?=[ \t\u00a0\u202f]|$)[ \t\u00a0\u202f]*(?P<text>.*)")
_NAME = re.compile(r"[\w.'’\-, ()/&\u00a0\u202f]+")


class NameColon:
    """A name, a colon and what is said; lines without a name go on with the turn.

    ::

        Ana : Tu viens ?
        Bruno: J'arrive. Attends : deux minutes.
        Je cherche mes clés.

    A colon in prose is none of a speaker: "Note :" is nobody, and who speaks once must begin a sentence.
    """

    name = "name-colon"
    description = "NAME: text, one turn a line or more"

    def score(self, lines: list[str]) -> float:
        """Return the share of the lines that begin a turn."""
        shown = sum(not is_blank(line) for line in lines)
        heads = sum(head is not None for head in _heads(lines))
        return heads / shown if heads > 1 else 0.0

    def read(self, lines: list[str]) -> Draft:
        """Return the lines before the first turn, and the turns."""
        draft = Draft()
        heads = _heads(lines)
        first = next((i for i, head in enumerate(heads) if head), len(lines))
        draft.header = [line for line in lines[:first] if not is_blank(line)]
        draft.title = _title(draft.header)
        for i in range(first, len(lines)):
            head = heads[i]
            if head:
                draft.begin(i + 1, *head)
            else:
                draft.add_line(i + 1, lines[i])
        return draft


def _heads(lines: list[str]) -> list[tuple[str, str] | None]:
    """Return, for each line, the name and the text when it begins a turn."""
    candidates = [_candidate(line) for line in lines]
    counts = Counter(fold(found[0]) for found in candidates if found)
    in_title_block = _title_block(lines, candidates, counts)
    return [
        found
        if found and (counts[fold(found[0])] > 1 or (i >= in_title_block and _begins_a_sentence(found[1])))
        else None
        for i, found in enumerate(candidates)
    ]


def _candidate(line: str) -> tuple[str, str] | None:
    match = _TURN.fullmatch(line)
    if match is None or not _looks_like_a_name(match["name"]):
        return None
    return match["name"], match["text"]


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    if len(name) > MAX_NAME_LENGTH or len(words) > MAX_NAME_WORDS or not _NAME.fullmatch(name):
        return False
    if fold(name) in NO_NAMES or not name[0].isupper():
        return False
    return all(
        word[0].isupper() or not word[0].isalpha() or word.lower() in PARTICLES or word.lower()[:2] in ("d'", "d’")
        for word in words
    )


def _begins_a_sentence(text: str) -> bool:
    return not text or not text[0].islower()


def _title_block(lines: list[str], candidates: list[tuple[str, str] | None], counts: Counter[str]) -> int:
    """Return where the lines end in which "Animation : Zoé Martin" is a credit.

    That is the block up to the first blank line, where it holds a line that is no turn and nobody in it speaks again.
    """
    end = next((i for i, line in enumerate(lines) if is_blank(line) and i), 0)
    block = candidates[:end]
    speaks_again = any(found and counts[fold(found[0])] > 1 for found in block)
    return end if end and any(found is None for found in block) and not speaks_again else 0


def _title(header: list[str]) -> str:
    return header[0].strip() if header else ""
