"""What holds in every document: kept by each edit, checked where a document comes from outside."""

from __future__ import annotations

from collections.abc import Iterator

from replique.core.edges import MAX_MS, slots_of
from replique.core.model import Document, Turn
from replique.core.shapes import are_a_partition, times_are_sound


def violations(document: Document) -> Iterator[str]:
    """Yield a sentence for each thing that does not hold."""
    for what, ids in (("turn", [t.id for t in document.turns]), ("speaker", [s.id for s in document.speakers])):
        if len(set(ids)) != len(ids):
            yield f"two {what}s have one id"
    speaker_ids = {speaker.id for speaker in document.speakers}
    latest_start_ms = 0
    for turn in document.turns:
        if turn.speaker_id is not None and turn.speaker_id not in speaker_ids:
            yield f"turn {turn.id} is spoken by nobody known"
        yield from _turn_violations(turn, latest_start_ms)
        latest_start_ms = max(latest_start_ms, turn.start_ms or 0)


def _turn_violations(turn: Turn, latest_start_ms: int) -> Iterator[str]:
    if not turn.words:
        yield f"turn {turn.id} has no words"
    if not are_a_partition(turn.shapes, len(turn.words)):
        yield f"the cues of turn {turn.id} do not hold each word once"
    if not times_are_sound(turn.shapes):
        yield f"a cue of turn {turn.id} ends before it starts"
    times = [known.ms for known in slots_of(turn) if known]
    overridden = [ms or 0 for shape in turn.shapes for ms in (shape.start_ms, shape.end_ms)]
    if max([*times, *overridden], default=0) > MAX_MS:
        yield f"turn {turn.id} has a time that no recording reaches"
    if times and not turn.is_speech:
        yield f"turn {turn.id} is a note and has times"
    if times != sorted(times) or (times and times[0] < 0):
        yield f"the words of turn {turn.id} are not in time order"
    if times and times[0] < latest_start_ms:
        yield f"turn {turn.id} has a time before the start of a turn above it"
