"""The cues of a document: derived from its turns, as long as nobody shaped them by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from replique.core.cuetext import escape
from replique.core.model import Cue, CueShape, CueText, Document, Turn
from replique.core.timeline import Span, Timeline
from replique.subtitling.lines import Measure
from replique.subtitling.profile import DEFAULT_PROFILE, LabelPolicy, Profile
from replique.subtitling.segmentation import segment


class _Place(NamedTuple):
    """What the cues of a turn depend on beside the turn: when its words are said follows from both."""

    span: Span
    next_start_ms: int | None
    speaker: str
    labelled: bool


class _Surroundings(NamedTuple):
    """A place, worked out word by word."""

    spans: tuple[tuple[int, int], ...]
    next_start_ms: int | None
    speaker: str
    labelled: bool


_Run = tuple[int, int, CueShape | None]
"""The words [first, end) of a cue, and the shape that a person gave it."""


class Cutter:
    """Cuts documents into cues; a turn that was cut before is cut again only when something about it changed."""

    def __init__(self, profile: Profile = DEFAULT_PROFILE, labels: LabelPolicy = LabelPolicy.NEVER) -> None:
        self._profile = profile
        self._labels = labels
        self._known: dict[int, tuple[Turn, _Place, tuple[Cue, ...]]] = {}

    def cut(self, document: Document, timeline: Timeline) -> tuple[Cue, ...]:
        """Return the cues of all turns that have times, in the order of their starts."""
        return in_order(chain.from_iterable(self.cut_turns(document, timeline)))

    def cut_turns(self, document: Document, timeline: Timeline) -> Iterator[tuple[Cue, ...]]:
        """Yield the cues of each turn that has times, so that a window can do something else between two turns.

        What was cut is known to the next run, also where this one is given up.
        """
        timed: set[int] = set()
        for index, place in self._places(document, timeline):
            turn = document.turns[index]
            kept = self._known.get(turn.id)
            if kept is None or kept[0] is not turn or kept[1] != place:
                spans = _known_spans(timeline, index)
                cues = tuple(self._cut_turn(turn, _Surroundings(spans, *place[1:]))) if spans else ()
                kept = self._known[turn.id] = (turn, place, cues)
            timed.add(turn.id)
            yield kept[2]
        for turn_id in self._known.keys() - timed:
            del self._known[turn_id]

    def _places(self, document: Document, timeline: Timeline) -> Iterator[tuple[int, _Place]]:
        """Yield the index and the place of each spoken turn that has times."""
        names = {speaker.id: speaker.name for speaker in document.speakers}
        starts_after = _starts_after(timeline)
        before: int | None = None
        for index, (turn, span) in enumerate(zip(document.turns, timeline.spans, strict=True)):
            if not turn.is_speech:
                continue
            if span.is_known:
                name = names.get(turn.speaker_id, "") if turn.speaker_id is not None else ""
                labelled = self._labels is not LabelPolicy.NEVER and bool(name)
                changes = turn.speaker_id != before or self._labels is LabelPolicy.ALWAYS
                yield index, _Place(span, starts_after[index], name, labelled and changes)
            before = turn.speaker_id

    def _cut_turn(self, turn: Turn, around: _Surroundings) -> Iterator[Cue]:
        runs = list(self._runs(turn, around))
        starts = _starts(runs, around.spans)
        for i, (first, end, shape) in enumerate(runs):
            label = self._label(around, first=i == 0)
            following_ms = starts[i + 1] if i + 1 < len(runs) else around.next_start_ms
            end_ms = _end_ms(starts[i], around.spans[end - 1][1], following_ms, i + 1 < len(runs), self._profile)
            if shape is not None and shape.end_ms is not None:
                end_ms = max(shape.end_ms, starts[i] + 1)
            yield Cue(starts[i], end_ms, (CueText(around.speaker, self._lines(turn, first, end, shape, label)),))

    def _runs(self, turn: Turn, around: _Surroundings) -> Iterator[_Run]:
        """Yield the words [first, end) of each cue, with the shape that a person gave it."""
        position = 0
        for shape in turn.shapes or (CueShape(len(turn.words), free=True),):
            end = position + shape.word_count
            if shape.free:
                yield from self._free_runs(turn, around, position, end)
            else:
                yield position, end, shape
            position = end

    def _free_runs(self, turn: Turn, around: _Surroundings, begin: int, end: int) -> Iterator[_Run]:
        every = self._labels is LabelPolicy.ALWAYS
        measure = Measure(
            turn.words[begin:end], self._profile, len(self._label(around, first=begin == 0)), every=every
        )
        spans = around.spans[begin:end]
        following_ms = around.spans[end][0] if end < len(around.spans) else around.next_start_ms
        latest_ms = spans[-1][1] + self._profile.min_ms + self._profile.gap_ms
        end_ms = latest_ms if following_ms is None else min(following_ms, latest_ms)
        for first, last in segment(measure, spans, max(end_ms, spans[-1][1]), self._profile):
            yield begin + first, begin + last, None

    def _label(self, around: _Surroundings, *, first: bool) -> str:
        shown = around.labelled and (first or self._labels is LabelPolicy.ALWAYS)
        return f"{around.speaker.upper()}: " if shown else ""

    def _lines(self, turn: Turn, first: int, end: int, shape: CueShape | None, label: str) -> tuple[str, ...]:
        if shape is not None and shape.text is not None:
            lines = shape.text.split("\n")
            return (escape(label) + lines[0], *lines[1:])
        measure = Measure(turn.words[first:end], self._profile, len(label))
        if shape is not None:
            edges = [0, *shape.breaks, end - first]
            runs = list(pairwise(edges))
        else:
            runs = measure.lines(0, end - first)
        lines = [measure.text(*run) for run in runs]
        return tuple(escape(line) for line in (label + lines[0], *lines[1:]))


def in_order(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Return cues in the order of their starts; those that start together stay as they stand."""
    return tuple(sorted(cues, key=lambda cue: cue.start_ms))


def untimed_turns(document: Document, timeline: Timeline) -> tuple[int, ...]:
    """Return the ids of the spoken turns that have no times, so that no cue can be made of them."""
    return tuple(
        turn.id
        for index, turn in enumerate(document.turns)
        if turn.is_speech and _known_spans(timeline, index) is None
    )


def _known_spans(timeline: Timeline, index: int) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of a turn's words when all are known or derived."""
    if not timeline.turn_span(index).is_known:
        return None
    spans = timeline.word_spans(index)
    return None if None in spans else tuple(known for known in spans if known)


def _starts(runs: list[_Run], spans: tuple[tuple[int, int], ...]) -> list[int]:
    """Return when the cues of a turn come: with their first words, one after the other, or when a person said."""
    starts: list[int] = []
    for first, _, shape in runs:
        start_ms = spans[first][0] if not starts else max(spans[first][0], starts[-1] + 1)
        starts.append(start_ms if shape is None or shape.start_ms is None else shape.start_ms)
    return starts


def _starts_after(timeline: Timeline) -> list[int | None]:
    """Return, for each turn, when the next one starts, if that is known."""
    following: list[int | None] = []
    start_ms: int | None = None
    for span in reversed(timeline.spans):
        following.append(start_ms)
        start_ms = start_ms if span.start_ms is None else span.start_ms
    following.reverse()
    return following


def _end_ms(start_ms: int, spoken_ms: int, following_ms: int | None, same_turn: bool, profile: Profile) -> int:
    """Return when a cue goes: after its last word, not before the shortest time, and a gap before the next one.

    What another speaker says into the end of a turn does not cut that turn short.
    """
    wanted_ms = max(min(spoken_ms, start_ms + profile.max_ms), start_ms + profile.min_ms)
    if following_ms is None or following_ms < start_ms:
        return wanted_ms
    latest_ms = following_ms - min(profile.gap_ms, (following_ms - start_ms) // 2)
    if not same_turn and spoken_ms > following_ms:
        latest_ms = spoken_ms
    return max(min(wanted_ms, latest_ms), start_ms + 1)
