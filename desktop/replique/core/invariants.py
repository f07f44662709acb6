"""What holds in every document: kept by each edit, checked where a document comes from outside."""

from __future__ import annotations

from collections.abc import Iterator

from replique.core.edges import MAX_MS, slots_of
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document, Turn
from replique.core.shapes import are_a_partition, times_are_sound

TURNS_ALIKE = QT_TRANSLATE_NOOP("errors", "two turns have one id")
SPEAKERS_ALIKE = QT_TRANSLATE_NOOP("errors", "two speakers have one id")
NOBODY = QT_TRANSLATE_NOOP("errors", "turn {turn} is spoken by nobody known")
NO_WORDS = QT_TRANSLATE_NOOP("errors", "turn {turn} has no words")
NOT_ONCE = QT_TRANSLATE_NOOP("errors", "the cues of turn {turn} do not hold each word once")
CUE_INVERTED = QT_TRANSLATE_NOOP("errors", "a cue of turn {turn} ends before it starts")
TOO_LATE = QT_TRANSLATE_NOOP("errors", "turn {turn} has a time that no recording reaches")
NOTE_TIMED = QT_TRANSLATE_NOOP("errors", "turn {turn} is a note and has times")
WORDS_OUT_OF_ORDER = QT_TRANSLATE_NOOP("errors", "the words of turn {turn} are not in time order")
TURNS_OUT_OF_ORDER = QT_TRANSLATE_NOOP("errors", "turn {turn} has a time before the start of a turn above it")


def violations(document: Document) -> Iterator[Message]:
    """Yield, for each thing that does not hold, what it is."""
    turn_ids, speaker_ids = [turn.id for turn in document.turns], [speaker.id for speaker in document.speakers]
    for text, ids in ((TURNS_ALIKE, turn_ids), (SPEAKERS_ALIKE, speaker_ids)):
        if len(set(ids)) != len(ids):
            yield Message("errors", text)
    known_ids = set(speaker_ids)
    latest_start_ms = 0
    for turn in document.turns:
        if turn.speaker_id is not None and turn.speaker_id not in known_ids:
            yield Message("errors", NOBODY, turn=turn.id)
        yield from _turn_violations(turn, latest_start_ms)
        latest_start_ms = max(latest_start_ms, turn.start_ms or 0)


def _turn_violations(turn: Turn, latest_start_ms: int) -> Iterator[Message]:
    if not turn.words:
        yield Message("errors", NO_WORDS, turn=turn.id)
    if not are_a_partition(turn.shapes, len(turn.words)):
        yield Message("errors", NOT_ONCE, turn=turn.id)
    if not times_are_sound(turn.shapes):
        yield Message("errors", CUE_INVERTED, turn=turn.id)
    times = [known.ms for known in slots_of(turn) if known]
    overridden = [ms or 0 for shape in turn.shapes for ms in (shape.start_ms, shape.end_ms)]
    if max([*times, *overridden], default=0) > MAX_MS:
        yield Message("errors", TOO_LATE, turn=turn.id)
    if times and not turn.is_speech:
        yield Message("errors", NOTE_TIMED, turn=turn.id)
    if times != sorted(times) or (times and times[0] < 0):
        yield Message("errors", WORDS_OUT_OF_ORDER, turn=turn.id)
    if times and times[0] < latest_start_ms:
        yield Message("errors", TURNS_OUT_OF_ORDER, turn=turn.id)
