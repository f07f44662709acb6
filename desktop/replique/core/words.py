"""Text cut into words: each with its punctuation and the blank before it, so that joining gives the text back."""

from __future__ import annotations

import re

from replique.core.model import Word

SPACES = " \t\n\r\x0b\x0c\u00a0\u2007\u2009\u202f"
"""What parts words; every other character belongs to one."""

_TOKEN = re.compile(rf"([{SPACES}]*)([^{SPACES}]+)")
_TRAILING = re.compile(r"[?!:;»%…)\].,]+[\"”’)\]]*[.,]?")
_OPENING = re.compile(r"[«(\[“]+|[—–-]")


def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of `text`; ``"".join(w.blank + w.text for w in words)`` is `text` without what blanks end it.

    In French a blank stands inside a word where punctuation belongs to its neighbour: before ``? ! : ; » %``
    and after ``«``, an opening bracket or a dash. A text of blanks alone has no words.
    """
    words: list[Word] = []
    opening: Word | None = None
    for match in _TOKEN.finditer(text):
        blank, token = match.groups()
        if opening is not None:
            blank, token = opening.blank, opening.text + blank + token
        elif words and _TRAILING.fullmatch(token):
            words[-1] = Word(words[-1].text + blank + token, words[-1].blank)
            continue
        opening = Word(token, blank) if _OPENING.fullmatch(match[2]) else None
        if opening is None:
            words.append(Word(token, blank))
    if opening is not None and words:
        words[-1] = Word(words[-1].text + opening.blank + opening.text, words[-1].blank)
    elif opening is not None:
        words.append(opening)
    return tuple(words)
