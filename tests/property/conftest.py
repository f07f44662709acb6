"""Random documents, for every property test."""

from collections.abc import Callable
from random import Random

import pytest

from replique.core.model import CueShape, Document, Kind, Metadata, Speaker, Turn, Word

TOKENS = (
    "Oui",
    "non.",
    "bien\N{NO-BREAK SPACE}!",
    "l’an",
    "«\N{NO-BREAK SPACE}là",
    "aujourd’hui,",
    "à",
    "C’est",
    "2018",
)
BLANKS = (" ", " ", " ", "\n", "  ", "\N{NARROW NO-BREAK SPACE}")


def _random_word(random: Random, clock_ms: int, time_share: float) -> tuple[Word, int]:
    start_ms = clock_ms + random.randrange(400)
    end_ms = start_ms + random.randrange(600)
    has_start, has_end = random.random() < time_share, random.random() < time_share
    word = Word(
        random.choice(TOKENS),
        random.choice(BLANKS),
        start_ms if has_start else None,
        end_ms if has_end else None,
        has_start and random.random() < 0.4,
        has_end and random.random() < 0.4,
        0.5 if has_start else None,
    )
    return word, end_ms


def random_shapes(random: Random, word_count: int) -> tuple[CueShape, ...]:
    shapes: list[CueShape] = []
    while word_count:
        size = random.randint(1, word_count)
        breaks = tuple(sorted(random.sample(range(1, size), random.randrange(min(size, 3)))))
        start_ms = random.choice([None, None, random.randrange(20_000)])
        end_ms = None if start_ms is None else random.choice([None, start_ms + 1 + random.randrange(5000)])
        text = random.choice([None, None, "écrit à la main"])
        shapes.append(CueShape(size, breaks, start_ms, end_ms, text, free=random.random() < 0.2))
        word_count -= size
    return tuple(shapes)


def random_document(random: Random) -> Document:
    """Notes, overlaps, shaped turns, aligned and confirmed times; in a part of them no time at all."""
    speakers = tuple(Speaker(i + 1, name, i) for i, name in enumerate(("Anne", "Bao", "Chloé")))
    time_share = random.choice([0.0, 0.1, 0.4, 0.9])
    turns: list[Turn] = []
    begin_ms = 0
    for turn_id in random.sample(range(1, 30), random.randint(1, 8)):
        begin_ms += 400 + random.randrange(3000)
        is_note = random.random() < 0.15
        words, clock_ms = [], begin_ms
        for _ in range(random.randint(1, 6)):
            word, clock_ms = _random_word(random, clock_ms, 0.0 if is_note else time_share)
            words.append(word)
        shapes = random_shapes(random, len(words)) if random.random() < 0.3 else ()
        speaker_id = None if is_note else random.choice([1, 2, 3, None])
        turns.append(Turn(turn_id, tuple(words), speaker_id, Kind.NOTE if is_note else Kind.SPEECH, shapes))
    return Document(Metadata(title="Entretien"), speakers, tuple(turns))


@pytest.fixture(scope="session")
def document_from() -> Callable[[int], Document]:
    """A whole document, grown from a number."""
    return lambda seed: random_document(Random(seed))


@pytest.fixture(scope="session")
def shapes_from() -> Callable[[int, int], tuple[CueShape, ...]]:
    """A cutting of so many words, grown from a number."""
    return lambda seed, word_count: random_shapes(Random(seed), word_count)
