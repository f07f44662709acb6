"""A name, a colon and what is said, on one line."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from replique.transcripts.layouts.base import Draft, is_blank
from replique.transcripts.layouts.matter import footer_start, read_footer, read_header
from replique.transcripts.names import PARTICLES, fold

MAX_NAME_LENGTH = 50
MAX_NAME_WORDS = 6
NO_NAMES = {
    "note", "notes", "nb", "n.b.", "ps", "attention", "rappel", "exemple", "remarque", "source", "sources", "date",
    "lieu", "media", "duree", "titre", "resultat", "resultats", "conclusion", "resume", "sujet", "objet", "theme",
    "copyright", "precision", "reponse courte", "http", "https", "important", "warning", "example", "title",
    "duration", "subject", "summary", "location", "place", "topic", "premiere question", "deuxieme question",
    "seconde question", "troisieme question", "derniere question", "autre question", "first question",
}  # fmt: skip
"""What stands before a colon and is nobody; without accents."""

DENSE = 0.9
"""From this share of lines with a name on, what it says need not begin like a sentence."""

_BLANKS = " \t\u00a0\u202f"
_COLON = re.compile("[:：]")
_SAID = re.compile(r"[^\W\d]|[«\"“‘(\[—–-]")
_NAME = re.compile(r"[\w.'’\-, ()/&\u00a0\u202f]+")
_ROLE = re.compile(r"(?:le|la|les|un|une|l['’].*|the|an?|m\.?|mme|voix|voice)\b", re.IGNORECASE)


class _Head(NamedTuple):
    """What may begin a turn.

    It `looks` so where every word of the name has a capital, and `leads` where those before a comma or bracket have.
    """

    name: str
    text: str
    looks: bool
    leads: bool


class NameColon:
    """A name, a colon and what is said; lines without a name go on with the turn.

    ::

        Ana : Tu viens ?
        Bruno: J'arrive. Attends : deux minutes.
        Je cherche mes clés.

    A colon in prose is none of a speaker: "Note :" is nobody, and who speaks once must begin a sentence. Header and
    source line are as in the French press layout.
    """

    name = "name-colon"
    description = "NAME: text, one turn a line or more"

    def score(self, lines: list[str]) -> float:
        """Return the share of the lines that begin a turn."""
        shown = sum(not is_blank(line) for line in lines)
        heads = sum(head is not None for head in _heads(lines))
        return heads / shown if heads > 1 else 0.0

    def read(self, lines: list[str]) -> Draft:
        """Return the lines before the first turn, the turns, and the source line."""
        draft = Draft()
        heads = _heads(lines)
        first = next((i for i, head in enumerate(heads) if head), len(lines))
        end = footer_start(lines, max((i for i, head in enumerate(heads) if head), default=first))
        read_header(draft, lines[:first])
        for i in range(first, end):
            head = heads[i]
            if head:
                draft.begin(i + 1, head.name, head.text)
            else:
                draft.add_line(i + 1, lines[i])
        read_footer(draft, lines, end)
        return draft


def _heads(lines: list[str]) -> list[_Head | None]:
    """Return, for each line, the name and the text when it begins a turn."""
    candidates = [_candidate(line) for line in lines]
    counts = Counter(fold(found.name) for found in candidates if found)
    again = [found is not None and _speaks_again(found, counts) for found in candidates]
    title_end = _title_end(lines, candidates, again)
    looking = sum(found is not None and found.looks for found in candidates)
    is_dense = looking >= DENSE * sum(not is_blank(line) for line in lines)
    return [
        found if found and (again[i] or (i >= title_end and _speaks_once(found, is_dense=is_dense))) else None
        for i, found in enumerate(candidates)
    ]


def _candidate(line: str) -> _Head | None:
    colon = _COLON.search(line, 0, 2 * MAX_NAME_LENGTH)
    if colon is None:
        return None
    name, said = line[: colon.start()].strip(_BLANKS), line[colon.end() :]
    if not _is_short(name) or not _NAME.fullmatch(name) or not _may_begin_a_name(name) or fold(name) in NO_NAMES:
        return None
    if colon[0] == ":" and said[:1] not in _BLANKS and not _SAID.match(said):
        return None
    bearer = re.split("[,(]", name)[0]
    return _Head(name, said.lstrip(_BLANKS), _has_capitals(name), _has_capitals(bearer))


def _is_short(name: str) -> bool:
    return len(name) <= MAX_NAME_LENGTH and 0 < len(name.split()) <= MAX_NAME_WORDS


def _may_begin_a_name(word: str) -> bool:
    """Whether a word has a capital, or is of a script that has none."""
    return word[0].isalpha() and not word[0].islower()


def _has_capitals(name: str) -> bool:
    return all(
        not word[0].isalpha()
        or _may_begin_a_name(word)
        or word.lower() in PARTICLES
        or word.lower()[:2] in ("d'", "d’")
        for word in name.split()
    )


def _speaks_again(found: _Head, counts: Counter[str]) -> bool:
    return counts[fold(found.name)] > 1 and (found.leads or _ROLE.match(found.name) is not None)


def _speaks_once(found: _Head, *, is_dense: bool) -> bool:
    """Whether this may be somebody who speaks but once: he begins a sentence, or nearly every line has a name."""
    return found.looks and (is_dense or not found.text[:1].islower())


def _title_end(lines: list[str], candidates: list[_Head | None], again: list[bool]) -> int:
    """Return where the lines end in which "Animation : Zoé Martin" is a credit.

    That is the block up to the first blank line, where it holds a line that is no turn and nobody in it speaks again.
    """
    shown = [i for i, line in enumerate(lines) if not is_blank(line)]
    end = next((i for i in range(shown[0], shown[-1]) if is_blank(lines[i])), 0) if shown else 0
    stands_apart = any(found is None or not found.looks for found in candidates[shown[0] : end]) if end else False
    return end if stands_apart and not any(again[:end]) else 0
