"""The sounds of this recording: each class of phone states has a Gaussian, all of one covariance.

They are estimated from where a pass found them, span by span, and what the spans teach is added up. Classes that were
heard seldom lean on how the reference sounds in this room (Gauvain and Lee, "Maximum a posteriori estimation for
multivariate Gaussian mixture observations of Markov chains", IEEE Trans. SAP 2(2), 1994). What is heard outside the
text is sorted into groups: jingles, laughter, talk that is not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replique.alignment.activity import QUIET, SOUND
from replique.alignment.inventory import STATES
from replique.alignment.mel import Floats
from replique.alignment.states import Ints

Doubles = NDArray[np.float64]

PHONE_PRIOR, STATE_PRIOR = 20.0, 10.0
"""What is expected counts as so many frames."""
REGULAR = 0.01
HEARD = 0.1
"""Frames less active than this teach nothing about phones."""
FEWEST_QUIET = 50
GROUPS = 12
FRAMES_A_GROUP = 50
ROUNDS = 8


class Moments(NamedTuple):
    """Number, sum and sum of products of frames."""

    frames: int
    total: Doubles
    square: Doubles


class Lesson(NamedTuple):
    """What a span teaches: sums for each class, moments of speech and of pauses, and samples of frames."""

    counts: Ints
    sums: Doubles
    speech: Moments
    pauses: Moments
    inside: Floats
    inside_classes: Ints
    outside: Floats


class Sounds(NamedTuple):
    """What was learnt: features times `whitening` have variance 1 around the `means` of the classes.

    `strange` is what a frame costs in its class more than in the likeliest, on average. `fit` says how much better
    the classes of the text suit the recording than classes taken at random: 1 wholly, 0 not at all.
    """

    whitening: Floats
    means: Floats
    pause_mean: Floats
    pause_variance: Floats
    others: Floats
    strange: float
    fit: float


_NONE = np.zeros((0, 0), np.float32)
NOTHING_LEARNT = Sounds(_NONE, _NONE, _NONE, _NONE, _NONE, 1.0, 0.0)
"""What is known of a recording at first."""


def lesson(features: Floats, activities: Floats, classes: Ints, count: int, every: int) -> Lesson:
    """Return what frames teach whose classes (of `count`) are known, -1 outside the text; sample each so-manieth."""
    known = (classes >= 0) & (activities > HEARD)
    own = classes[known]
    heard = features[known].astype(np.float64)
    sums: Doubles = np.stack([np.bincount(own, column, count) for column in heard.T], axis=1).astype(np.float64)
    loud = np.flatnonzero(known & (activities > SOUND))[::every]
    outside = np.flatnonzero((classes < 0) & (activities > SOUND))[::every]
    return Lesson(
        np.bincount(own, minlength=count).astype(np.int64),
        sums,
        _moments(heard),
        _moments(features[(activities < QUIET) & (classes < 0)].astype(np.float64)),
        features[loud],
        classes[loud],
        features[outside],
    )


def learn(lessons: Sequence[Lesson], prior: Floats) -> Sounds:
    """Return what all lessons teach together; `prior` are the means of the classes in the reference."""
    counts = np.sum([one.counts for one in lessons], axis=0)
    sums = np.sum([one.sums for one in lessons], axis=0)
    speech = _added([one.speech for one in lessons])
    centres = _means(counts, sums, prior)
    crossed = sums.T @ centres
    within = (speech.square - crossed - crossed.T + (centres.T * counts) @ centres) / max(1, speech.frames)
    within += REGULAR * np.trace(within) / len(within) * np.eye(len(within))
    whitening = np.linalg.inv(np.linalg.cholesky(within)).T.astype(np.float32)
    means: Floats = (centres @ whitening).astype(np.float32)
    pause_mean, pause_variance = _pause(_added([one.pauses for one in lessons]), speech, whitening)
    inside = np.concatenate([one.inside for one in lessons]) @ whitening
    inside_classes = np.concatenate([one.inside_classes for one in lessons])
    others = _groups(np.concatenate([one.outside for one in lessons]) @ whitening)
    strange, fit = _fit(inside, inside_classes, means, counts)
    return Sounds(whitening, means, pause_mean, pause_variance, others, strange, fit)


def costs_in(white: Floats, means: Floats) -> Floats:
    """Return half the squared distances of whitened frames from means [shape=(frames, means)]."""
    costs: Floats = white @ -means.T
    costs += 0.5 * (means * means).sum(axis=1)
    costs += 0.5 * (white * white).sum(axis=1)[:, None]
    return costs


def _means(counts: Ints, sums: Doubles, prior: Floats) -> Doubles:
    """Return the means of the classes: those of a rare phone lean on the reference, those of a state on its phone."""
    width = sums.shape[1]
    expected = prior.reshape(-1, STATES, width).mean(axis=1)
    phone_counts = counts.reshape(-1, STATES).sum(axis=1)[:, None]
    phones = (sums.reshape(-1, STATES, width).sum(axis=1) + PHONE_PRIOR * expected) / (phone_counts + PHONE_PRIOR)
    states = prior + np.repeat(phones - expected, STATES, axis=0)
    means: Doubles = (sums + STATE_PRIOR * states) / (counts + STATE_PRIOR)[:, None]
    return means


def _pause(pauses: Moments, speech: Moments, whitening: Floats) -> tuple[Floats, Floats]:
    """Return mean and variance of the whitened frames of pauses; of speech where there are hardly any."""
    chosen = pauses if pauses.frames >= FEWEST_QUIET else speech
    mean = chosen.total / max(1, chosen.frames)
    covariance = chosen.square / max(1, chosen.frames) - np.outer(mean, mean)
    variance = np.einsum("ij,ik,kj->j", whitening, covariance, whitening)
    return (mean @ whitening).astype(np.float32), (np.maximum(variance, 0) + 0.1).astype(np.float32)


def _groups(white: Floats) -> Floats:
    """Return the means of groups of sounds outside the text (k-means, begun in the order of the first dimension)."""
    count = min(GROUPS, len(white) // FRAMES_A_GROUP)
    if not count:
        return white[:0]
    order = np.argsort(white[:, 0], kind="stable")
    means = np.array([part.mean(axis=0) for part in np.array_split(white[order], count)])
    for _ in range(ROUNDS):
        nearest = costs_in(white, means).argmin(axis=1)
        for group in range(count):
            own = white[nearest == group]
            if len(own):
                means[group] = own.mean(axis=0)
    return means


def _fit(inside: Floats, classes: Ints, means: Floats, counts: Ints) -> tuple[float, float]:
    if not len(inside):
        return 10.0, 0.0
    costs = costs_in(inside, means)
    best = costs.min(axis=1)
    own = costs[np.arange(len(inside)), classes] - best
    usual = costs @ (counts / max(1, counts.sum())).astype(np.float32) - best
    return max(0.1, float(own.mean())), float(1 - own.mean() / max(1e-6, float(usual.mean())))


def _moments(values: Doubles) -> Moments:
    return Moments(len(values), values.sum(axis=0), values.T @ values)


def _added(moments: Sequence[Moments]) -> Moments:
    return Moments(
        sum(m.frames for m in moments),
        np.sum([m.total for m in moments], axis=0),
        np.sum([m.square for m in moments], axis=0),
    )
