"""An interview of three turns, the middle one without a time."""

import pytest

from replique.core import edits
from replique.core.model import Document, Kind, Metadata, Speaker, Turn, Word


@pytest.fixture
def interview() -> Document:
    return Document(
        Metadata(title="Entretien", language="fr"),
        (Speaker(1, "Anne", 0, ("ANNE",)), Speaker(2, "Léa Salamé", 1)),
        (
            Turn(1, (Word("Bonjour", ""), Word("Léa\N{NO-BREAK SPACE}!")), 1),
            Turn(2, (Word("(rires)", ""),), None, Kind.NOTE),
            Turn(3, (Word("Merci", ""),), 2),
        ),
    )


@pytest.fixture
def timed(interview: Document) -> Document:
    """The first turn from 1 to 3 s, the last one without a time."""
    return edits.set_end(edits.set_start(interview, 1, 1000), 1, 3000)
