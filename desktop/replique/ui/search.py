"""Finding by words: case and accents ignored, words in any order, beginnings before middles, a slip forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

EXACT, BEGINNING, INSIDE, SLIP = 8, 6, 3, 1
"""What a word that is found is worth, by how it is found; 0 is not at all."""

SHORTEST_INSIDE = 2
"""A single letter is looked for at the beginning of words alone: inside, it stands everywhere."""
SHORTEST_WITH_SLIP = 4
"""In a shorter word, one letter more or less makes another word."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text without case and accents, as people search."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def words_of(*texts: str) -> tuple[str, ...]:
    """Return the folded words of some texts, each once."""
    return tuple(dict.fromkeys(word for text in texts for word in _WORD.findall(folded(text))))


def rank(wanted: Iterable[str], fields: Sequence[tuple[Sequence[str], int]], *, slips: bool = False) -> int:
    """Return how well all `wanted` words are found, 0 where one of them is not.

    Parameters
    ----------
    wanted : folded words, as :func:`words_of` returns them.
    fields : folded words and how much it weighs to be found among them; a word counts where it weighs most.
    slips : whether a slip is forgiven; ask so only where nothing is found otherwise, for slips lead to other words.
    """
    total = 0
    for word in wanted:
        best = max((worth(word, among, slips=slips) * weight for among, weight in fields), default=0)
        if not best:
            return 0
        total += best
    return total


def worth(wanted: str, among: Iterable[str], *, slips: bool = False) -> int:
    """Return how well one folded word is found among others."""
    return max((_worth(wanted, word, slips) for word in among), default=0)


def _worth(wanted: str, word: str, slips: bool) -> int:
    if word.startswith(wanted):
        return EXACT if word == wanted else BEGINNING
    if len(wanted) >= SHORTEST_INSIDE and wanted in word:
        return INSIDE
    if slips and len(wanted) >= SHORTEST_WITH_SLIP and _begins_with_slip(wanted, word):
        return SLIP
    return 0


def _begins_with_slip(wanted: str, word: str) -> bool:
    """Whether `word` begins with `wanted` but for one slip: a letter too many, missing, wrong, or two swapped."""
    at = next((i for i, pair in enumerate(zip(wanted, word, strict=False)) if pair[0] != pair[1]), len(word))
    if at == 0:
        return False
    rest, other = wanted[at:], word[at:]
    swapped = rest[1:2] + rest[:1] + rest[2:]
    return (
        other.startswith(rest[1:])
        or other[1:].startswith(rest)
        or (bool(other) and other[1:].startswith(rest[1:]))
        or (len(rest) > 1 and other.startswith(swapped))
    )
