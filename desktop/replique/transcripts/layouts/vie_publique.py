"""The French press layout: a name alone on its line, in capitals."""

from __future__ import annotations

import re
from collections import Counter

from replique.core.model import Kind
from replique.transcripts.layouts.base import Draft, Entry, is_blank, is_note
from replique.transcripts.layouts.matter import FULL_TEXT, footer_start, read_footer, read_header
from replique.transcripts.names import fold

MAX_NAME_LENGTH = 60
MAX_NAME_WORDS = 7
SHOUTS = {"oui", "non", "si", "bravo", "merci", "attention", "silence", "fin", "stop", "jamais", "yes", "no"}
"""Capitals alone on a line that are said, and nobody; without accents."""

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

    A turn may have several paragraphs. Header and footer may be missing, and in a speech the names.
    """

    name = "vie-publique"
    description = "the name alone on its line, in capitals; header and source line as on vie-publique.fr"

    def score(self, lines: list[str]) -> float:
        """Return the share of the lines that are names or the first line of what they say."""
        names = len(_names(lines))
        if names > 1:
            return min(1.0, 2 * names / sum(not is_blank(line) for line in lines))
        return 0.2 if any(FULL_TEXT.fullmatch(line) for line in lines) else 0.0

    def read(self, lines: list[str]) -> Draft:
        """Return header, turns and source line."""
        draft = Draft()
        names = _names(lines)
        begin = next((i + 1 for i, line in enumerate(lines) if FULL_TEXT.fullmatch(line)), 0)
        first = min((i for i in names if i >= begin), default=begin)
        read_header(draft, lines[:first])
        end = footer_start(lines, first)
        for i in range(first, end):
            if i in names and not _awaits_speech(draft):
                draft.begin(i + 1, lines[i].strip())
            elif names:
                draft.add_line(i + 1, lines[i])
            elif not is_blank(lines[i]):
                kind = Kind.NOTE if is_note(lines[i]) else Kind.SPEECH
                draft.entries.append(Entry(kind, None, i + 1, [lines[i]]))
        read_footer(draft, lines, end)
        return draft


def _names(lines: list[str]) -> set[int]:
    """Return which lines are names.

    Where what is said follows at once on most names, a line in capitals that stands apart, once, is a heading.
    """
    found = [i for i, line in enumerate(lines) if _looks_like_a_name(line) and _is_followed(lines, i)]
    counts = Counter(fold(lines[i]) for i in found)
    direct = {i for i in found if not is_blank(lines[i + 1])}
    if 2 * len(direct) <= len(found):
        return set(found)
    return {i for i in found if i in direct or counts[fold(lines[i])] > 1}


def _looks_like_a_name(line: str) -> bool:
    if len(line) > 2 * MAX_NAME_LENGTH or not line.isupper():
        return False
    name = line.strip()
    if len(name) > MAX_NAME_LENGTH or len(name.split()) > MAX_NAME_WORDS or fold(name) in SHOUTS:
        return False
    return bool(_NAME.fullmatch(name)) and name[-1] not in ".," and name[0] != "(" and sum(map(str.isalpha, name)) > 1


def _is_followed(lines: list[str], i: int) -> bool:
    return any(not is_blank(follower) for follower in lines[i + 1 : i + 4])


def _awaits_speech(draft: Draft) -> bool:
    """Whether a name has been read and nothing that it says: a second line in capitals is shouted."""
    return bool(draft.entries) and draft.entries[-1].kind is Kind.SPEECH and not draft.entries[-1].lines
