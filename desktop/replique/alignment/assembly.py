"""From places in the recording to times of printed words and turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from replique.alignment.confidence import Judge, probability
from replique.alignment.mel import FRAMES_PER_S
from replique.alignment.model import Alignment, PassageTime, WordTime
from replique.alignment.onsets import move_to_onsets
from replique.alignment.passes import Traits
from replique.alignment.script import Script
from replique.alignment.sounds import Sounds
from replique.alignment.spans import Places, Span
from replique.alignment.states import Ints
from replique.alignment.times import forget_scraps, reach_back, scores_of, word_times
from replique.alignment.workspace import RECORDING, Workspace

AGREE_S = 0.15


class Findings(NamedTuple):
    """What passes B, D and C found, section by section."""

    near: list[Places]
    wide: list[Places]
    fine: list[Traits]


def assemble(
    forms: Sequence[Sequence[str]],
    script: Script,
    sections: Sequence[Span],
    findings: Findings,
    workspace: Workspace,
    sounds: Sounds,
    contrast: float,
) -> Alignment:
    """Return the times of the printed words."""
    times = word_times([traits.places for traits in findings.fine], sections, len(script.words))
    move_to_onsets(times, script.turns, workspace.kept(RECORDING), contrast)
    scores = scores_of(times, findings.fine, sections)
    forget_scraps(times, script)
    reach_back(times, script)
    near, wide = (word_times(f, sections, len(script.words)).starts for f in (findings.near, findings.wide))
    judge = Judge(times, wide, near, scores, script.words[:, 1] - script.words[:, 0], workspace.kept(RECORDING))
    result: list[PassageTime] = []
    number = 0
    for turn in forms:
        words: list[WordTime | None] = []
        first = number
        for form in turn:
            words.append(times.time_of(number, scores) if form else None)
            number += bool(form)
        found = judge.evidence(np.arange(first, number))
        result.append(PassageTime(tuple(words), probability(found) if found else 1.0, found))
    return Alignment(tuple(result), sounds.fit, _agreement(times.starts, near), contrast)


def unspoken(forms: Sequence[Sequence[str]]) -> Alignment:
    """Return the alignment with a recording in which nothing is said."""
    return Alignment(tuple(PassageTime((None,) * len(turn), 1.0) for turn in forms), 0.0, 0.0, 0.0)


def _agreement(fine: Ints, near: Ints) -> float:
    """Return the share of the words of which two passes say nearly the same."""
    agree = (fine >= 0) & (near >= 0) & (np.abs(fine - near) <= AGREE_S * FRAMES_PER_S)
    return float(agree.mean()) if len(agree) else 0.0
