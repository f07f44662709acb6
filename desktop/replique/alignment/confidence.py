"""How sure the start of a turn is, and why it is not.

What tells: how well the sounds of the first words suit (Goodness of Pronunciation; Witt and Young, "Phone-level
pronunciation scoring and assessment for interactive language learning", Speech Communication 30, 2000), whether the
first pass agrees with the last, whether the pace is that of the reference, and whether there is a pause before. A
logistic regression makes a probability of them; words that are missing lower it. The rest of the evidence told
nothing beyond these, and serves to say why.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from replique.alignment.activity import PAUSE
from replique.alignment.evidence import Evidence
from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.states import Ints
from replique.alignment.times import Times

FIRST_WORDS = 6
PAUSE_BEFORE_FRAMES = 15
# Learnt from 777 turns of 24 recordings, clean to -1 dB, synthetic and real.
CONSTANT, NEAR_APART, SCORE, PACE, QUIET, MISSING = -0.83, -0.48, 5.82, -2.69, 1.73, -4.0


class Judge(NamedTuple):
    """All that is known of the words: times of pass C, starts of D and B, scores, and lengths in the reference."""

    times: Times
    wide: Ints
    near: Ints
    scores: Floats
    lengths: Ints
    activity: Floats

    def evidence(self, words: Ints) -> Evidence | None:
        """Return what is known of the start of a turn of these `words`; None where none of them was found."""
        starts, ends = self.times
        found = words[starts[words] >= 0]
        if not len(found):
            return None
        first = found[:FIRST_WORDS]
        begin = int(starts[first[0]])
        spoken = float((ends[first] - starts[first]).sum())
        gaps = starts[first[1:]] - ends[first[:-1]]
        before = self.activity[max(0, begin - PAUSE_BEFORE_FRAMES) : begin]
        return Evidence(
            apart=_apart(begin, int(self.wide[first[0]])),
            near_apart=_apart(begin, int(self.near[first[0]])),
            score=float(np.average(self.scores[first], weights=self.lengths[first])),
            worst=float(self.scores[first].min()),
            missing=1 - len(found) / len(words),
            first_missing=float(found[0] != words[0]),
            hole=float(gaps.max(initial=0)) / FRAMES_PER_S,
            pace=abs(float(np.log(spoken / max(1.0, float(self.lengths[first].sum()))))),
            quiet=float((before < PAUSE).mean()) if len(before) else 1.0,
            alone=1 / len(found),
        )


def probability(known: Evidence) -> float:
    """Return how probable it is that the turn starts within half a second of where it was found."""
    logit = (
        CONSTANT
        + NEAR_APART * float(np.log(1 + known.near_apart / 0.05))
        + SCORE * known.score
        + PACE * known.pace
        + QUIET * known.quiet
        + MISSING * max(0.0, known.missing - 0.2)
    )
    return float(1 / (1 + np.exp(-logit)))


def _apart(start: int, other: int) -> float:
    return abs(start - other) / FRAMES_PER_S if other >= 0 else 5.0
