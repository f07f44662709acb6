"""Means and extremes over a window that moves along the first axis; the edges repeat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from replique.alignment.mel import Floats


def moving_mean(values: Floats, width: int) -> Floats:
    """Return the mean over `width` (odd) rows around each row."""
    half = width // 2
    total = np.zeros_like(values)
    padded = _padded(values, half)
    for shift in range(width):
        total += padded[shift : shift + len(values)]
    return total / np.float32(width)


def spread(values: Floats, reach: int) -> Floats:
    """Return the largest value within `reach` rows before and after each row."""
    result = _padded(values, reach)
    covered = 1
    while covered < 2 * reach + 1:
        step = min(covered, 2 * reach + 1 - covered)
        result = np.maximum(result[:-step], result[step:])
        covered += step
    return result


def slope(values: Floats, reach: int) -> Floats:
    """Return the slope of the regression line over `reach` rows before and after each row."""
    padded = _padded(values, reach)
    count = len(values)
    total = np.zeros_like(values)
    for step in range(1, reach + 1):
        ahead = padded[reach + step : reach + step + count]
        behind = padded[reach - step : reach - step + count]
        total += np.float32(step) * (ahead - behind)
    return total / np.float32(2 * sum(step * step for step in range(1, reach + 1)))


def pooled(values: Floats, size: int) -> Floats:
    """Return the mean of each `size` rows; an incomplete last group is left out."""
    count = len(values) // size
    means: Floats = values[: count * size].reshape(count, size, *values.shape[1:]).mean(axis=1)
    return means


def _padded(values: Floats, reach: int) -> NDArray[np.float32]:
    return np.pad(values, [(reach, reach)] + [(0, 0)] * (values.ndim - 1), mode="edge")
