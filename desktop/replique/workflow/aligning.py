"""A document and its recording to a document with times."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from replique.alignment.model import DOUBTFUL, Alignment, Engine, Passage, PassageTime, WordTime
from replique.core.edges import Known, Slots, slots_of, with_slots
from replique.core.errors import AlignmentError
from replique.core.files import write_atomically
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import Document, Turn
from replique.core.progress import NEVER, Cancel, Progress, silent
from replique.media.probe import probe
from replique.project import load, media_at, save
from replique.workflow.identify import FileKind, identify
from replique.workflow.projects import new_project

NO_LANGUAGE = QT_TRANSLATE_NOOP("errors", "It is not known in which language the transcript is.")
SAY_LANGUAGE = QT_TRANSLATE_NOOP("errors", "Say it by its code: fr, en, es, de …")

OTHER_RECORDING = QT_TRANSLATE_NOOP("errors", "What is said in the recording is not what stands in the transcript.")
CHECK_BOTH = QT_TRANSLATE_NOOP("errors", "Check that the two belong together, and that the language is “{language}”.")


class Aligned(NamedTuple):
    """A document with the times that were found, and the alignment of its spoken turns, in order."""

    document: Document
    alignment: Alignment

    @property
    def found(self) -> int:
        """How many turns have a time."""
        return sum(passage.start is not None for passage in self.alignment.passages)

    @property
    def unspoken(self) -> int:
        """How many turns are not said in the recording."""
        return len(self.alignment.passages) - self.found

    @property
    def doubtful(self) -> int:
        """How many turns are not surely right."""
        return sum(p.start is not None and p.probability < DOUBTFUL for p in self.alignment.passages)


def align(
    document: Document,
    recording: Path,
    engine: Engine,
    language: str = "",
    *,
    track: int = 0,
    progress: Progress = silent,
    cancel: Cancel = NEVER,
) -> Aligned:
    """Return the document with the times of all words that are spoken; confirmed times are kept and obeyed.

    Raise InputError where the recording can't be used, AlignmentError where the two can't be aligned.
    """
    language = language or document.metadata.language
    if not language:
        raise AlignmentError(NO_LANGUAGE, remedy=SAY_LANGUAGE)
    passages = [_passage(turn) for turn in document.turns if turn.is_speech]
    alignment = engine.align(passages, recording, language, track=track, progress=progress, cancel=cancel)
    if alignment.is_of_another_recording:
        raise AlignmentError(OTHER_RECORDING, remedy=CHECK_BOTH, path=recording, language=language)
    return Aligned(with_times(document, alignment), alignment)


def align_files(
    transcript: Path,
    recording: Path,
    output: Path,
    engine: Engine,
    layout: str = "auto",
    language: str = "",
    *,
    json: Path | None = None,
    progress: Progress = silent,
    cancel: Cancel = NEVER,
) -> Aligned:
    """Align a transcript, or a project with its confirmed times, and write the project, and the times as JSON."""
    if identify(transcript) is FileKind.PROJECT:
        project = load(transcript)
        track = project.media.track if project.media else 0
        media = media_at(recording, probe(recording, track).duration_ms, track)
        project = msgspec.structs.replace(project, media=media)
    else:
        project = new_project(transcript, recording, layout, language)
    track = project.media.track if project.media else 0
    aligned = align(project.document, recording, engine, language, track=track, progress=progress, cancel=cancel)
    save(msgspec.structs.replace(project, document=aligned.document), output)
    if json is not None:
        write_atomically(json, as_json(aligned.document, aligned.alignment))
    return aligned


def _passage(turn: Turn) -> Passage:
    starts = [(i, word.start_ms, word.start_confirmed) for i, word in enumerate(turn.words)]
    return Passage(
        tuple(word.text for word in turn.words),
        -1 if turn.speaker_id is None else turn.speaker_id,
        tuple((i, ms / 1000) for i, ms, confirmed in starts if ms is not None and confirmed),
        tuple((i, ms / 1000) for i, ms, confirmed in starts if ms is not None and not confirmed),
    )


def with_times(document: Document, alignment: Alignment) -> Document:
    """Return the document with the times of an alignment of its spoken turns; confirmed ones stay as they were."""
    passages = iter(alignment.passages)
    turns: list[Turn] = []
    latest_start_ms = 0
    latest_ms = _earliest_confirmed(document)
    for turn, high_ms in zip(document.turns, latest_ms, strict=True):
        timed = _timed(turn, next(passages), latest_start_ms, high_ms) if turn.is_speech else turn
        latest_start_ms = max(latest_start_ms, timed.start_ms or 0)
        turns.append(timed)
    return msgspec.structs.replace(document, turns=tuple(turns))


def _earliest_confirmed(document: Document) -> list[int]:
    """Return for each turn the earliest confirmed time of the turns after it: its start may be no later."""
    bounds: list[int] = []
    earliest_ms = 2**53
    for turn in reversed(document.turns):
        bounds.append(earliest_ms)
        confirmed = [known.ms for known in slots_of(turn) if known and known.confirmed]
        earliest_ms = min([earliest_ms, *confirmed])
    return bounds[::-1]


def _timed(turn: Turn, passage: PassageTime, low_ms: int, start_high_ms: int) -> Turn:
    """Return a turn with new times between what is confirmed, in order, and none before `low_ms`."""
    old = slots_of(turn)
    highs = _highs(old)
    slots: Slots = []
    words = list(turn.words)
    for i, time in enumerate(passage.words):
        start, end = _edges(time)
        for slot, ms in ((2 * i, start), (2 * i + 1, end)):
            known = old[slot]
            if known is None or not known.confirmed:
                fits = ms is not None and low_ms <= ms <= min(
                    highs[slot], start_high_ms if slot == 0 else highs[slot]
                )
                known = Known(ms, False) if fits and ms is not None else None
            slots.append(known)
            low_ms = max(low_ms, known.ms + (slot % 2 == 0) if known else low_ms)
        words[i] = msgspec.structs.replace(words[i], score=time.score if time else None)
    return with_slots(msgspec.structs.replace(turn, words=tuple(words)), slots)


def _edges(time: WordTime | None) -> tuple[int | None, int | None]:
    return (None, None) if time is None else (round(time.start * 1000), round(time.end * 1000))


def _highs(slots: Slots) -> list[int]:
    """Return for each edge the latest time it can have: that of the next confirmed edge of the turn."""
    highs: list[int] = []
    high_ms = 2**53
    for slot in range(len(slots) - 1, -1, -1):
        highs.append(high_ms - (slot % 2 == 0))
        known = slots[slot]
        if known and known.confirmed:
            high_ms = known.ms
    return highs[::-1]


def as_json(document: Document, alignment: Alignment) -> bytes:
    """Return the spoken turns as JSON: a list with speaker, text, times in seconds or null, scores, and the words."""
    turns = [turn for turn in document.turns if turn.is_speech]
    rows = [_row(document, turn, passage) for turn, passage in zip(turns, alignment.passages, strict=True)]
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"


def _row(document: Document, turn: Turn, passage: PassageTime) -> dict[str, Any]:
    speaker = document.speaker(turn.speaker_id)
    words = [
        {
            "text": word.text,
            "start": _s(word.start_ms),
            "end": _s(word.end_ms),
            "score": word.score and round(word.score, 3),
        }
        for word in turn.words
    ]
    timed = [word for word in words if word["start"] is not None]
    return {
        "speaker": speaker.name if speaker else None,
        "text": turn.text,
        "start": timed[0]["start"] if timed else None,
        "end": max((word["end"] for word in timed if word["end"] is not None), default=None),
        "score": round(passage.probability, 3),
        "words": words,
    }


def _s(ms: int | None) -> float | None:
    return None if ms is None else ms / 1000
