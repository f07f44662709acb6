"""Cepstra, their slopes and curves, and the directions that tell phones apart."""

from __future__ import annotations

import numpy as np

from replique.alignment.mel import BANDS, Floats
from replique.alignment.states import Ints
from replique.alignment.windows import slope

CEPSTRA = 13


def cepstra(spectrum: Floats) -> Floats:
    """Return the cepstra [shape=(frames, CEPSTRA)] of a spectrum."""
    return projected(spectrum, _COSINES)


def projected(values: Floats, directions: Floats) -> Floats:
    """Return the values along directions [shape=(dimensions, count)]."""
    result: Floats = values @ directions
    return result


def with_slopes(values: Floats) -> Floats:
    """Return the values with their slopes over 7 frames beside them."""
    return np.concatenate([values, 2 * slope(values, 3)], axis=1)


def with_curves(values: Floats) -> Floats:
    """Return the values with their slopes and the slopes of these over 5 frames beside them."""
    slopes = slope(values, 2)
    return np.concatenate([values, 2 * slopes, 4 * slope(slopes, 2)], axis=1)


def discriminants(values: Floats, classes: Ints, count: int) -> Floats:
    """Return the `count` directions [shape=(dimensions, count)] that tell the classes (-1: none) apart best.

    Along each the scatter within the classes is 1.
    """
    known = classes >= 0
    values, classes = values[known].astype(np.float64), classes[known]
    totals = np.bincount(classes)
    present = totals > 0
    means = np.zeros((len(totals), values.shape[1]))
    np.add.at(means, classes, values)
    means[present] /= totals[present, None]
    rest = values - means[classes]
    within = rest.T @ rest / len(rest)
    within += 0.02 * np.trace(within) / len(within) * np.eye(len(within))
    apart = (means - values.mean(axis=0)) * np.sqrt(totals / totals.sum())[:, None]
    whitening = np.linalg.inv(np.linalg.cholesky(within))
    strengths, directions = np.linalg.eigh(whitening @ (apart.T @ apart) @ whitening.T)
    best = np.argsort(-strengths, kind="stable")[:count]
    telling: Floats = (whitening.T @ directions[:, best]).astype(np.float32)
    return telling


def _cosines() -> Floats:
    """Return the first cepstral basis functions over the bands [shape=(BANDS, CEPSTRA)], orthonormal."""
    bands = np.arange(BANDS)[:, None] + 0.5
    basis = np.cos(np.pi / BANDS * bands * np.arange(CEPSTRA)) * np.sqrt(2.0 / BANDS)
    basis[:, 0] /= np.sqrt(2.0)
    result: Floats = basis.astype(np.float32)
    return result


_COSINES = _cosines()
