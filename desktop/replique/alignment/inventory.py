"""The words as phones of three states each, whose sounds are learnt from the recording."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from replique.alignment.mel import Floats
from replique.alignment.script import Script
from replique.alignment.spans import Places
from replique.alignment.states import Ints, Row, row_of

STATES = 3


class Inventory(NamedTuple):
    """The phone states of words: the class of sound of each, and its frame in the reference; 0 in gaps."""

    row: Row
    classes: Ints  # [shape=(states,)]
    frames: Floats
    words: Ints  # frames of the words in the reference
    reluctance: Floats


def inventory_of(script: Script) -> Inventory:
    """Return the phone states of a script; a word without phones is one of the first kind."""
    counts = np.bincount(script.owners, minlength=len(script.words))
    silent = np.flatnonzero(counts == 0)
    owners = np.concatenate([script.owners, silent])
    kinds = np.concatenate([script.phones, np.zeros(len(silent), np.int64)])
    spans = np.concatenate([script.phone_frames, script.words[silent]])
    order = np.argsort(owners, kind="stable")
    part = np.arange(STATES)
    classes = (kinds[order, None] * STATES + part).ravel()
    first, end = spans[order, 0, None], spans[order, 1, None]
    frames = (first + (part + 0.5) / STATES * (end - first)).ravel()
    row = row_of(np.maximum(counts, 1) * STATES)
    speech = np.ones(row.size, bool)
    speech[row.gaps] = False
    all_classes, all_frames = np.zeros(row.size, np.int64), np.zeros(row.size, np.float32)
    all_classes[speech], all_frames[speech] = classes, frames
    return Inventory(row, all_classes, all_frames, script.words, script.reluctance())


def states_by_sound(inventory: Inventory, places: Places) -> Ints:
    """Return the state whose sound in the reference is nearest to each place; -1 in gaps."""
    words, parts = _inside(inventory, places)
    spans = inventory.words[words]
    wanted = spans[:, 0] + parts * (spans[:, 1] - spans[:, 0])
    speech = np.ones(inventory.row.size, bool)
    speech[inventory.row.gaps] = False
    numbers = np.flatnonzero(speech)
    frames = inventory.frames[numbers]
    nearest = numbers[np.searchsorted((frames[:-1] + frames[1:]) / 2, wanted)]
    return _spread_out(places, np.clip(nearest, inventory.row.first[words], inventory.row.last[words]))


def states_by_place(inventory: Inventory, places: Places) -> Ints:
    """Return the state at each place of a path through these states; -1 in gaps."""
    words, parts = _inside(inventory, places)
    row = inventory.row
    return _spread_out(
        places, row.first[words] + np.minimum((parts * row.lengths[words]).astype(np.int64), row.lengths[words] - 1)
    )


def _inside(inventory: Inventory, places: Places) -> tuple[Ints, Floats]:
    at = places.at[places.spoken]
    words = np.clip(at.astype(np.int64), 0, len(inventory.words) - 1)
    return words, at - words


def _spread_out(places: Places, states: Ints) -> Ints:
    result = np.full(len(places.at), -1, np.int64)
    result[places.spoken] = states
    return result
