"""The French press layout: a name alone on its line, in capitals."""

from __future__ import annotations

import re

from replique.core.model import Kind
from replique.transcripts.layouts.base import Draft, Entry, is_blank, is_note

MAX_NAME_LENGTH = 60
MAX_NAME_WORDS = 7

_FULL_TEXT = re.compile(r"\s*Texte intégral\s*")
_MEDIA = re.compile(r"\s*Média\s*:\s*(.*)")
_SPOKEN_ON = re.compile(r"\s*Prononcé\w*\s+le\s*(.*)")
_SOURCE = re.compile(r"\s*Source\s*:\s*(.*)")
_DATE = re.compile(r"\ble\s+(?:\w+\s+)?(\d{1,2}(?:er)?\s+[^\W\d]+\s+\d{4})")
_NAME = re.compile(r"[\w.'’\-, ()/\u00a0\u202f]+")


class ViePublique:
    """As vie-publique.fr publishes interviews.

    ::

        Interview de Mme Nora Belhadi à Radio Verger le 3 avril 2021, sur les pommiers.

        Prononcé le

        Média : Radio Verger

        Texte intégral

        PAUL TERRIER
        Bonjour. Les pommiers vont-ils bien ?
        NORA BELHADI
        Oui, à une condition : qu'il pleuve.

        Et il pleuvra !
        Source : Service d'information des vergers, le 5 avril 2021

    A turn may have several paragraphs. Header and footer may be missing.
    """

    name = "vie-publique"
    description = "the name alone on its line, in capitals; header and source line as on vie-publique.fr"

    def score(self, lines: list[str]) -> float:
        """Return the share of the lines that are names or the first line of what they say."""
        shown = sum(not is_blank(line) for line in lines)
        names = sum(_is_name(lines, i) for i in range(len(lines)))
        return min(1.0, 2 * names / shown) if names > 1 else 0.0

    def read(self, lines: list[str]) -> Draft:
        """Return header, turns and source line."""
        draft = Draft()
        begin = next((i + 1 for i, line in enumerate(lines) if _FULL_TEXT.fullmatch(line)), 0)
        first = next((i for i in range(begin, len(lines)) if _is_name(lines, i)), len(lines))
        _read_header(draft, lines[:first])
        end = _footer(lines, first)
        for i in range(first, end):
            if _is_name(lines, i) and not _awaits_speech(draft):
                draft.begin(i + 1, lines[i].strip())
            else:
                draft.add_line(i + 1, lines[i])
        for i in range(end, len(lines)):
            if not is_blank(lines[i]):
                draft.entries.append(Entry(Kind.NOTE, None, i + 1, [lines[i]]))
        if end < len(lines) and (match := _SOURCE.match(lines[end])):
            draft.source = match[1].strip()
        return draft


def _is_name(lines: list[str], i: int) -> bool:
    """Whether line `i` is a name and what comes after it is said."""
    line = lines[i].strip()
    if not line.isupper() or len(line) > MAX_NAME_LENGTH or len(line.split()) > MAX_NAME_WORDS:
        return False
    if not _NAME.fullmatch(line) or line[-1] in ".," or line[0] == "(" or sum(c.isalpha() for c in line) < 2:
        return False
    return any(not is_blank(follower) for follower in lines[i + 1 :][:3])


def _awaits_speech(draft: Draft) -> bool:
    """Whether a name has been read and nothing that it says: a second line in capitals is shouted."""
    return bool(draft.entries) and draft.entries[-1].kind is Kind.SPEECH and not draft.entries[-1].lines


def _read_header(draft: Draft, lines: list[str]) -> None:
    draft.header = [line for line in lines if not is_blank(line)]
    for line in draft.header:
        if match := _MEDIA.fullmatch(line):
            draft.media = match[1].strip()
        elif match := _SPOKEN_ON.fullmatch(line):
            draft.date = match[1].strip()
        elif not draft.title and not _FULL_TEXT.fullmatch(line) and not is_note(line):
            draft.title = line.strip()
    if not draft.date and (match := _DATE.search(draft.title)):
        draft.date = match[1]


def _footer(lines: list[str], first: int) -> int:
    """Return where the footer begins: the source line, with nothing but a few lines behind it."""
    for i in range(len(lines) - 1, max(first, len(lines) - 8), -1):
        if _SOURCE.match(lines[i]):
            return i
    return len(lines)
