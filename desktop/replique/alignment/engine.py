"""The engine that ships: espeak-ng as reference, and what it teaches about the recording."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

import numpy as np

from replique.alignment import passes
from replique.alignment.assembly import Findings, assemble, unspoken
from replique.alignment.gap import Memory, remember
from replique.alignment.model import Alignment, Passage
from replique.alignment.plan import cores, joined, places_in, widened
from replique.alignment.preparing import prepare
from replique.alignment.processes import Crew, crew
from replique.alignment.script import Script
from replique.alignment.sections import known_words, sections_between
from replique.alignment.sounds import NOTHING_LEARNT, Sounds
from replique.alignment.spans import Places, Span
from replique.alignment.spoken import spoken_forms
from replique.alignment.workspace import RECORDING, Workspace
from replique.core.errors import AlignmentError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.progress import NEVER, Cancel, Progress, silent
from replique.media.probe import probe

NOTHING_TO_SAY = QT_TRANSLATE_NOOP("errors", "There are no words to align.")
NOTHING_HEARD = QT_TRANSLATE_NOOP("errors", "The recording is too short to align.")
CHOOSE_ANOTHER = QT_TRANSLATE_NOOP("errors", "Choose another transcript or recording.")

Found = TypeVar("Found")

SHORTEST_FRAMES = 50
FEWEST_FRAMES = 100
"""Of speech; from fewer nothing can be learnt."""
MARGINS_S = {"sketch": 4.0, "search": 30.0, "refine": 3.0}
REACHES_S = {"sketch": passes.B_REACH_S, "search": passes.D_REACH_S, "refine": passes.C_REACH_S}
SAMPLE_FRAMES = 40_000
"""About so many frames are sampled in all to learn what mean values don't tell."""
PREPARED, SURVEYED = 0.35, 0.5


class Work(NamedTuple):
    """What the passes over spans have in common."""

    workspace: Workspace
    script: Script
    overview: passes.Overview
    sections: list[Span]
    tasks: list[tuple[int, tuple[int, int]]]  # number of the section, and core
    crew: Crew
    cancel: Cancel


class EspeakEngine:
    """Aligns with espeak-ng as reference, offline and on the processor, in every language it speaks."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers

    def align(
        self,
        passages: list[Passage],
        recording: Path,
        language: str,
        *,
        track: int = 0,
        keep: Path | None = None,
        progress: Progress = silent,
        cancel: Cancel = NEVER,
    ) -> Alignment:
        """Return the times of all words; raise InputError or AlignmentError where that can't be done.

        With `keep`, a folder that is there, what was learnt stays in it, so that gaps can be aligned again
        (:mod:`replique.alignment.gap`).
        """
        forms = [spoken_forms(passage.words, language) for passage in passages]
        if not any(form for turn in forms for form in turn):
            raise AlignmentError(NOTHING_TO_SAY, remedy=CHOOSE_ANOTHER)
        expected_s = probe(recording, track).duration_ms / 1000
        with _folder(keep) as folder, crew(self._workers) as hands:
            workspace = Workspace(folder)
            script = prepare(
                [[form for form in turn if form] for turn in forms],
                [passage.voice for passage in passages],
                recording,
                language,
                workspace,
                track=track,
                expected_s=expected_s,
                progress=lambda share: progress(PREPARED * share),
                cancel=cancel,
            )
            if workspace.frames(RECORDING) < SHORTEST_FRAMES:
                raise AlignmentError(NOTHING_HEARD, remedy=CHOOSE_ANOTHER, path=recording)
            sections = sections_between(passages, forms, len(script.words), workspace.frames(RECORDING))
            overview = hands.one(
                passes.survey, passes.Survey(workspace.folder, script, sections, known_words(passages, forms)), cancel
            )
            progress(SURVEYED)
            work = Work(workspace, script, overview, sections, _tasks(workspace, sections), hands, cancel)
            found = _passes(work, progress)
            if found is None:
                return unspoken(forms)
            near, wide, fine, sounds = found
            if keep:
                spoken = tuple(tuple(bool(form) for form in turn) for turn in forms)
                remember(folder, Memory(script, overview.room, sounds, spoken))
            return assemble(
                forms,
                script,
                sections,
                Findings(near, wide, fine),
                workspace,
                sounds,
                overview.room.contrast,
            )


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        yield keep
        return
    with TemporaryDirectory(prefix="replique-") as folder:
        yield Path(folder)


def _tasks(workspace: Workspace, sections: list[Span]) -> list[tuple[int, tuple[int, int]]]:
    return [
        (number, core)
        for number, section in enumerate(sections)
        for core in cores(section, workspace.kept(RECORDING, section.first, section.end))
    ]


def _passes(work: Work, progress: Progress) -> tuple[list[Places], list[Places], list[passes.Traits], Sounds] | None:
    """Run B, D and C: return the places of B and of D and the traits of C for each section, and the sounds learnt.

    None where so few words are heard that nothing can be learnt.
    """
    steps = iter(np.linspace(SURVEYED, 1.0, 3 * len(work.tasks) + 1)[1:])

    def tell() -> None:
        progress(float(next(steps)))

    sketches = _map(work, passes.sketch, work.overview.places, NOTHING_LEARNT, tell)
    near = _by_section(work, [sketch.places for sketch in sketches])
    if sum(sketch.lesson.speech.frames for sketch in sketches) < FEWEST_FRAMES:
        return None
    sounds = _learnt(work, sketches)
    found = _map(work, passes.search, near, sounds, tell)
    wide = _by_section(work, [sketch.places for sketch in found])
    sounds = _learnt(work, found)
    traits = _map(work, passes.refine, wide, sounds, tell)
    fine = [
        passes.Traits(places, np.concatenate([t.own for t in own]), np.concatenate([t.usual for t in own]))
        for places, own in zip(_by_section(work, [t.places for t in traits]), _grouped(work, traits), strict=True)
    ]
    return near, wide, fine, sounds


def _learnt(work: Work, sketches: list[passes.Sketch]) -> Sounds:
    """Learn in a process of the crew: its sums come out the same wherever the program runs."""
    return work.crew.one(passes.learnt, ([sketch.lesson for sketch in sketches], work.overview.prior), work.cancel)


def _map(
    work: Work,
    task: Callable[[passes.Piece], Found],
    around: list[Places],
    sounds: Sounds,
    tell: Callable[[], None],
) -> list[Found]:
    pieces = [_piece(work, task.__name__, number, core, around[number], sounds) for number, core in work.tasks]
    found: dict[int, Found] = {}
    for number, result in work.crew.each(task, pieces, work.cancel):
        found[number] = result
        tell()
    return [found[number] for number in range(len(pieces))]


def _piece(work: Work, name: str, number: int, core: tuple[int, int], around: Places, sounds: Sounds) -> passes.Piece:
    section = work.sections[number]
    span = widened(section, core, around, MARGINS_S[name], REACHES_S[name])
    return passes.Piece(
        work.workspace.folder,
        work.overview.room,
        work.script.part(span.first_word, span.end_word),
        span,
        core,
        places_in(section, span, around),
        (span.first, span.end) == (section.first, section.end),
        sounds,
        max(1, work.workspace.frames(RECORDING) // SAMPLE_FRAMES),
    )


def _by_section(work: Work, found: list[Places]) -> list[Places]:
    """Join the places of cores to those of sections, counted in the words of the section."""
    return [
        _shifted(joined(own), -section.first_word)
        for own, section in zip(_grouped(work, found), work.sections, strict=True)
    ]


def _grouped(work: Work, found: list[Found]) -> list[list[Found]]:
    groups: list[list[Found]] = [[] for _ in work.sections]
    for (number, _), result in zip(work.tasks, found, strict=True):
        groups[number].append(result)
    return groups


def _shifted(places: Places, words: int) -> Places:
    return places._replace(at=places.at + np.float32(words))
