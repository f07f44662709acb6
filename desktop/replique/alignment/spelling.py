"""What the languages have in common: capitals, sigles, and the punctuation around a word."""

from __future__ import annotations

import re

_AROUND = re.compile(r"^([^\w%€$£&°]*)(.*?)([^\w%€$£&°]*)$", re.DOTALL)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?$")
_VOWELS = set("AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜ")


def split_around(word: str) -> tuple[str, str, str]:
    """Return what stands before a word, the word, and what stands after it."""
    match = _AROUND.match(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


def lettered(word: str, read_as_words: frozenset[str] = frozenset()) -> str:
    """Return a word in capitals as it is said: letter by letter where it is a sigle, else as any word.

    A sigle is dotted, or has at most three letters, or no vowel; `read_as_words` are sigles that are read.
    """
    if _DOTTED.fullmatch(word):
        return " ".join(word.replace(".", ""))
    letters = "".join(character for character in word if character.isalpha())
    if len(letters) < 2 or not letters.isupper() or not word.isalpha():
        return word.lower() if len(letters) > 3 and letters.isupper() else word
    if word in read_as_words:
        return word.lower()
    if len(word) <= 3 or not _VOWELS & set(word) or not _VOWELS & set(word[:3]):
        return " ".join(word)
    return word.lower()
