"""The French press layout: a name alone on its line, in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from replique.core.model import Kind
from replique.transcripts.layouts.base import Draft, Entry, is_blank, is_note
from replique.transcripts.layouts.matter import FULL_TEXT, footer_start, read_footer, read_header
from replique.transcripts.names import fold

MAX_NAME_LENGTH = 60
MAX_NAME_WORDS = 7
"""Of somebody who speaks once; with office and department, who speaks again may have twice as many."""
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
        end = footer_start(lines, max(names, default=first))
        for i in range(first, end):
            if i in names:
                draft.begin(i + 1, lines[i].strip())
            elif names:
                draft.add_line(i + 1, lines[i])
            elif not is_blank(lines[i]):
                kind = Kind.NOTE if is_note(lines[i]) else Kind.SPEECH
                draft.entries.append(Entry(kind, None, i + 1, [lines[i]]))
        read_footer(draft, lines, end)
        return draft


def _names(lines: list[str]) -> set[int]:
    """Return which lines are names: those that look so and begin what is said, and these names wherever they stand.

    A line in capitals right below a name is shouted, unless somebody of this name speaks elsewhere.
    """
    found = _without_headings(lines, _in_capitals(lines))
    found -= _title(lines, found)
    below = {i for i in found if _shown_line_above(lines, i) in found}
    known = {fold(lines[i]) for i in found - below}
    longest = max(map(len, known), default=0)
    return {i for i, line in enumerate(lines) if 0 < len(line.strip()) <= longest and fold(line) in known}


def _in_capitals(lines: list[str]) -> list[int]:
    """Return the lines in capitals that look like a name and have something below them."""
    alike = [i for i, line in enumerate(lines) if _looks_like_a_name(line) and _is_followed(lines, i)]
    counts = Counter(fold(lines[i]) for i in alike)
    return [i for i in alike if counts[fold(lines[i])] > 1 or _is_short(lines[i].strip())]


def _without_headings(lines: list[str], found: list[int]) -> set[int]:
    """Where what is said follows at once on most names, a line in capitals that stands apart, once, is a heading."""
    counts = Counter(fold(lines[i]) for i in found)
    direct = {i for i in found if not is_blank(lines[i + 1])}
    if 2 * len(direct) <= len(found):
        return set(found)
    return {i for i in found if i in direct or counts[fold(lines[i])] > 1}


def _title(lines: list[str], names: Collection[int]) -> set[int]:
    """Return which names are title lines: those above the first blank line, where no turn but the first stands apart.

    Nobody who is named there speaks again.
    """
    top = next((i for i, line in enumerate(lines) if not is_blank(line)), 0)
    end = next((i for i in range(top, len(lines)) if is_blank(lines[i])), top)
    above = {i for i in names if i < end}
    first, *others = sorted(set(names) - above) or [0]
    speaks_again = {fold(lines[i]) for i in above} & {fold(lines[i]) for i in (first, *others)}
    stands_apart = all(is_blank(line) for line in lines[end:first]) and not any(
        is_blank(lines[i - 1]) for i in others
    )
    return above if len(others) > 1 and stands_apart and not speaks_again else set()


def _looks_like_a_name(line: str) -> bool:
    if len(line) > 3 * MAX_NAME_LENGTH or not line.isupper():
        return False
    name = line.strip()
    if len(name) > 2 * MAX_NAME_LENGTH or len(name.split()) > 2 * MAX_NAME_WORDS or fold(name) in SHOUTS:
        return False
    return (
        bool(_NAME.fullmatch(name)) and name[-1] not in ".," and name[0].isalnum() and sum(map(str.isalpha, name)) > 1
    )


def _is_short(name: str) -> bool:
    return len(name) <= MAX_NAME_LENGTH and len(name.split()) <= MAX_NAME_WORDS


def _is_followed(lines: list[str], i: int) -> bool:
    return any(not is_blank(follower) for follower in lines[i + 1 : i + 4])


def _shown_line_above(lines: list[str], i: int) -> int:
    """Return the next line above that is not blank, -1 where there is none."""
    return next((above for above in range(i - 1, -1, -1) if not is_blank(lines[above])), -1)
