"""A short interview for the tests of the document."""

import pytest

from replique.core.model import Document, Kind, Speaker, Turn, Word


def turn(turn_id: int, text: str, speaker_id: int | None = 1, kind: Kind = Kind.SPEECH) -> Turn:
    return Turn(turn_id, tuple(Word(token) for token in text.split(" ")), speaker_id, kind)


@pytest.fixture
def interview() -> Document:
    """Three turns of ten characters each, the blanks after words counted, and a note between the first two."""
    return Document(
        speakers=(Speaker(1, "Anne", 0), Speaker(2, "Bao", 1)),
        turns=(
            turn(1, "Bonjour à", 1),
            turn(2, "(rires)", None, Kind.NOTE),
            turn(3, "Merci oui", 2),
            turn(4, "Au revoir", 1),
        ),
    )
