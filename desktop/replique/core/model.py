"""The document: what was said, by whom, and when. Immutable; times are integer milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from functools import cached_property

import msgspec


class TimeState(IntEnum):
    """How a time is known. Interpolated times are derived (``core.timeline``), never stored."""

    NONE = 0
    INTERPOLATED = 1
    ALIGNED = 2
    CONFIRMED = 3


class Kind(StrEnum):
    """Whether a turn is spoken, or stands in the transcript without being spoken."""

    SPEECH = "speech"
    NOTE = "note"


class Edge(StrEnum):
    """One of the two ends of a word or a turn."""

    START = "start"
    END = "end"


class Word(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A printed token with its punctuation, the blank that stood before it, and its two edges.

    Each edge is known or not, apart from the other: no time, a time found by the aligner, or one that a person
    confirmed. `score` (0 to 1) is the aligner's.
    """

    text: str
    blank: str = " "
    start_ms: int | None = None
    end_ms: int | None = None
    start_confirmed: bool = False
    end_confirmed: bool = False
    score: float | None = None

    @property
    def start_state(self) -> TimeState:
        """How the start is known."""
        return _state(self.start_ms, self.start_confirmed)

    @property
    def end_state(self) -> TimeState:
        """How the end is known."""
        return _state(self.end_ms, self.end_confirmed)


def _state(ms: int | None, confirmed: bool) -> TimeState:
    if ms is None:
        return TimeState.NONE
    return TimeState.CONFIRMED if confirmed else TimeState.ALIGNED


class CueShape(msgspec.Struct, frozen=True, omit_defaults=True):
    """A run of a turn's words that a person made one cue of, or left to the rules.

    `word_count` words; a line break stands before each index in `breaks` (counted within the run). Start, end and
    text are None unless a person overrode them. With `free`, the run is cut by rule like an untouched turn.
    """

    word_count: int
    breaks: tuple[int, ...] = ()
    start_ms: int | None = None
    end_ms: int | None = None
    text: str | None = None
    free: bool = False


class Point(msgspec.Struct, frozen=True, gc=False):
    """A known time at a place in the text, counted in characters."""

    offset: int
    ms: int


class Outline(msgspec.Struct, frozen=True, gc=False):
    """What a turn tells its neighbours: its spoken length in characters, its first and last known edge."""

    length: int
    first: Point | None
    last: Point | None

    @property
    def start_ms(self) -> int | None:
        """The known start of the turn: only the start of its first word stands at its beginning."""
        return self.first.ms if self.first and self.first.offset == 0 else None


class Turn(msgspec.Struct, frozen=True, omit_defaults=True, dict=True):
    """What one speaker says before the next one answers, or a note. `id` is stable; notes have no speaker."""

    id: int
    words: tuple[Word, ...]
    speaker_id: int | None = None
    kind: Kind = Kind.SPEECH
    shapes: tuple[CueShape, ...] = ()

    @property
    def text(self) -> str:
        """The words as printed, without the blank before the first."""
        if not self.words:
            return ""
        return self.words[0].text + "".join([w.blank + w.text for w in self.words[1:]])

    @property
    def is_speech(self) -> bool:
        """Whether the turn is spoken."""
        return self.kind is Kind.SPEECH

    @property
    def start_ms(self) -> int | None:
        """The stored start of the first word."""
        return self.words[0].start_ms if self.words else None

    @property
    def end_ms(self) -> int | None:
        """The stored end of the last word."""
        return self.words[-1].end_ms if self.words else None

    @property
    def start_state(self) -> TimeState:
        """How the stored start is known."""
        return self.words[0].start_state if self.words else TimeState.NONE

    @property
    def end_state(self) -> TimeState:
        """How the stored end is known."""
        return self.words[-1].end_state if self.words else TimeState.NONE

    @property
    def is_confirmed(self) -> bool:
        """Whether a person confirmed the start."""
        return bool(self.words) and self.words[0].start_confirmed and self.words[0].start_ms is not None

    @cached_property
    def outline(self) -> Outline:
        """Length and outer known edges, kept with the turn: every edit and every timeline asks for them."""
        length = sum([len(word.text) for word in self.words]) + len(self.words)
        return Outline(length if self.is_speech else 0, self._first_point(), self._last_point(length))

    def _first_point(self) -> Point | None:
        offset = 0
        for word in self.words:
            if word.start_ms is not None:
                return Point(offset, word.start_ms)
            offset += len(word.text) + 1
            if word.end_ms is not None:
                return Point(offset, word.end_ms)
        return None

    def _last_point(self, length: int) -> Point | None:
        offset = length
        for word in reversed(self.words):
            if word.end_ms is not None:
                return Point(offset, word.end_ms)
            offset -= len(word.text) + 1
            if word.start_ms is not None:
                return Point(offset, word.start_ms)
        return None

    def known_points(self) -> list[Point]:
        """Return the known edges in the order of the text; the blank after a word belongs to it."""
        points: list[Point] = []
        offset = 0
        for word in self.words:
            if word.start_ms is not None:
                points.append(Point(offset, word.start_ms))
            offset += len(word.text) + 1
            if word.end_ms is not None:
                points.append(Point(offset, word.end_ms))
        return points


class Speaker(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who speaks. `color` is an index into the theme's palette, fixed at creation; `printed` are the forms found."""

    id: int
    name: str
    color: int
    printed: tuple[str, ...] = ()


class Metadata(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known about the interview, and the transcript file as it was imported."""

    title: str = ""
    media: str = ""
    date: str = ""
    language: str = ""
    source: str = ""
    header: tuple[str, ...] = ()
    source_name: str = ""
    source_text: str = ""
    source_layout: str = ""


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    """A transcript with its times. Changed only by the functions of ``core.edits``."""

    metadata: Metadata = Metadata()
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()

    def index_of(self, turn_id: int) -> int:
        """Return where the turn stands; raise KeyError when there is none."""
        for index, turn in enumerate(self.turns):
            if turn.id == turn_id:
                return index
        raise KeyError(turn_id)

    def turn(self, turn_id: int) -> Turn:
        """Return the turn with this id; raise KeyError when there is none."""
        return self.turns[self.index_of(turn_id)]

    def speaker(self, speaker_id: int | None) -> Speaker | None:
        """Return the speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == speaker_id), None)

    def speech_count(self) -> int:
        """Return how many turns are spoken."""
        return speech_count(self.turns)

    def confirmed_count(self) -> int:
        """Return how many spoken turns have a confirmed start."""
        return confirmed_count(self.turns)


def speech_count(turns: Sequence[Turn]) -> int:
    """Return how many turns are spoken."""
    return sum([turn.is_speech for turn in turns])


def confirmed_count(turns: Sequence[Turn]) -> int:
    """Return how many spoken turns have a confirmed start."""
    return sum([turn.is_speech and turn.is_confirmed for turn in turns])


class CueText(msgspec.Struct, frozen=True, gc=False):
    """What one speaker says in a cue: lines of WebVTT cue text (``<b> <i> <u>``, escaped), and his name or ''."""

    speaker: str
    lines: tuple[str, ...]


class Cue(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What a viewer sees, and what every format reads and writes."""

    start_ms: int
    end_ms: int
    texts: tuple[CueText, ...]
    id: str = ""
    settings: str = ""


class CueFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A subtitle file: its cues with header, styles and regions as they stood."""

    cues: tuple[Cue, ...]
    header: str = ""
    styles: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


class Diagnostic(msgspec.Struct, frozen=True):
    """Something that a reader noticed and went on: the line (from 1), a stable code, a sentence in English."""

    line: int
    code: str
    message: str
