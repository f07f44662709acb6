"""The passes over a recording, each a task for a process: A over all, then B, D and C span by span.

A: 80 ms, everywhere. B: 20 ms, near A; what it finds teaches the sounds. D: phones, 20 ms, far around B: what A and B
took for speech and was a jingle comes right here. C: phones, 10 ms, near D.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from replique.alignment.activity import activity, unbroken
from replique.alignment.cepstra import CEPSTRA, cepstra, with_curves
from replique.alignment.inventory import STATES, Inventory, inventory_of, states_by_place, states_by_sound
from replique.alignment.mel import FRAMES_PER_S, Floats
from replique.alignment.phones import Heard, trace
from replique.alignment.room import BLOCK_FRAMES, Room, room_of, with_voices
from replique.alignment.script import Script
from replique.alignment.sounds import Lesson, Sounds, learn, lesson
from replique.alignment.spans import Places, Span, places_on, stretched, voices_at
from replique.alignment.states import Ints
from replique.alignment.templates import likeness, match
from replique.alignment.windowing import band_around
from replique.alignment.windows import pooled
from replique.alignment.workspace import RECORDING, REFERENCE, Workspace

COARSE, FINE = 8, 2
B_REACH_S, C_REACH_S, D_REACH_S = 2.0, 0.8, 25.0
CURVE_REACH = 4
MUSIC = "music"
VOICES = "voices"


class Overview(NamedTuple):
    """What pass A found: the room of the recording, and the places in each section, in steps of 80 ms."""

    room: Room
    places: list[Places]
    prior: Floats


class Survey(NamedTuple):
    """The task of pass A: all words, the sections between confirmed times, and where words were found before."""

    folder: Path
    script: Script
    sections: list[Span]
    known: list[tuple[int, int]]  # word and frame of starts known before


class Piece(NamedTuple):
    """The task of a pass over a span: its words and frames, with a margin around the core that is its own.

    `places` are those of the pass before, from the first frame of the span on, counted in the words of the span. With
    `whole` the span begins and ends with its words.
    """

    folder: Path
    room: Room
    script: Script  # of the words of the span
    span: Span
    core: tuple[int, int]
    places: Places
    whole: bool
    sounds: Sounds
    sample_every: int


class Sketch(NamedTuple):
    """What a pass found in the core of a span: places in steps of `size`, and what they teach."""

    places: Places
    lesson: Lesson


class Traits(NamedTuple):
    """What pass C found in the core of a span, for each frame: place, losses in its class and in any."""

    places: Places
    own: Floats
    usual: Floats


def survey(task: Survey) -> Overview:
    """Pass A: look at all of the recording, find roughly what is said where, and learn the voices from that."""
    workspace = Workspace(task.folder)
    for name in (RECORDING, REFERENCE):
        frames = workspace.frames(name)
        workspace.keep(name, activity(partial(workspace.spectrum, name), frames))
    workspace.keep(MUSIC, unbroken(workspace.kept(RECORDING)))
    room = room_of(workspace, task.script)
    places = [
        match(likeness(workspace, room, task.script, section), COARSE, known=section.inside(task.known))
        if section.words
        else _nothing(section)
        for section in task.sections
    ]
    voices = np.full(workspace.frames(RECORDING), -1, np.int64)
    for section, found in zip(task.sections, places, strict=True):
        part = task.script.part(section.first_word, section.end_word)
        voices[section.first : section.end] = voices_at(found, part, section.frames)
    workspace.keep(VOICES, voices.astype(np.int16))
    return Overview(with_voices(room, workspace, voices), places, _prior(workspace, task.script, room))


def _prior(workspace: Workspace, script: Script, room: Room) -> Floats:
    """Return the mean of each class of sounds in the reference, as the recording's room has it."""
    inventory = inventory_of(script)
    states = np.ones(inventory.row.size, bool)
    states[inventory.row.gaps] = False
    frames = np.minimum(inventory.frames[states].astype(np.int64), workspace.frames(REFERENCE) - 1)
    classes = np.full(workspace.frames(REFERENCE), -1, np.int64)
    classes[frames] = inventory.classes[states]
    sums = np.zeros((script.kinds * STATES, 3 * CEPSTRA))
    counts = np.zeros(len(sums))
    for first in range(0, len(classes), BLOCK_FRAMES):
        end = min(len(classes), first + BLOCK_FRAMES)
        spectrum = room.reference_in_room(workspace.spectrum(REFERENCE, first - CURVE_REACH, end + CURVE_REACH))
        features = with_curves(room.reference.normalised(cepstra(spectrum)))[CURVE_REACH : CURVE_REACH + end - first]
        own = classes[first:end]
        np.add.at(sums, own[own >= 0], features[own >= 0])
        np.add.at(counts, own[own >= 0], 1)
    return (sums / np.maximum(1, counts)[:, None]).astype(np.float32)


def _nothing(section: Span) -> Places:
    steps = section.frames // COARSE
    return Places(np.zeros(steps, np.float32), np.zeros(steps, bool), COARSE)


def sketch(task: Piece) -> Sketch:
    """Pass B: find the words of a span in steps of 20 ms by their likeness."""
    workspace = Workspace(task.folder)
    span = task.span._replace(first_word=0, end_word=len(task.script.words))
    voices = workspace.kept(VOICES, span.first, span.end).astype(np.int64)
    like = likeness(workspace, task.room, task.script, span, voices)
    places = match(like, FINE, task.places, B_REACH_S, whole=task.whole)
    inventory = inventory_of(task.script)
    heard = _heard(workspace, task)
    return Sketch(
        _core(places, task), _lesson(workspace, task, inventory, heard, places, states_by_sound(inventory, places))
    )


def search(task: Piece) -> Sketch:
    """Pass D: find the phones of a span in steps of 20 ms, far around where they were found before."""
    workspace = Workspace(task.folder)
    inventory = inventory_of(task.script)
    heard = _heard(workspace, task)
    places, _, _ = _traced(task, inventory, heard, FINE, D_REACH_S)
    return Sketch(
        _core(places, task), _lesson(workspace, task, inventory, heard, places, states_by_place(inventory, places))
    )


def learnt(task: tuple[list[Lesson], Floats]) -> Sounds:
    """Learn from what all spans teach, and from the means of the reference."""
    return learn(*task)


def search_again(task: Piece) -> Traits:
    """Pass D alone, over a span whose sounds are known: its steps of 20 ms are fine enough while somebody waits."""
    inventory = inventory_of(task.script)
    places, own, usual = _traced(task, inventory, _heard(Workspace(task.folder), task), FINE, D_REACH_S)
    return Traits(places, np.repeat(own, FINE), np.repeat(usual, FINE))


def refine(task: Piece) -> Traits:
    """Pass C: find the phones of a span in steps of 10 ms."""
    inventory = inventory_of(task.script)
    places, own, usual = _traced(task, inventory, _heard(Workspace(task.folder), task), 1, C_REACH_S)
    first, end = task.core[0] - task.span.first, task.core[1] - task.span.first
    return Traits(_core(places, task), own[first:end], usual[first:end])


def _traced(
    task: Piece, inventory: Inventory, heard: Heard, size: int, reach_s: float
) -> tuple[Places, Floats, Floats]:
    steps = Heard(pooled(heard.features, size), pooled(heard.music, size)) if size > 1 else heard
    band = band_around(task.places, inventory.row, size, len(steps.features), reach_s)
    traced = trace(steps, inventory, task.sounds, band, size, whole=task.whole)
    return places_on(inventory.row, traced.path.states, size), traced.own, traced.usual


def _heard(workspace: Workspace, task: Piece) -> Heard:
    span = task.span
    spectrum = workspace.spectrum(RECORDING, span.first - CURVE_REACH, span.end + CURVE_REACH)
    voices = np.pad(workspace.kept(VOICES, span.first, span.end).astype(np.int64), CURVE_REACH, mode="edge")
    features = with_curves(task.room.recording.normalised(cepstra(spectrum), voices))
    return Heard(features[CURVE_REACH : CURVE_REACH + span.frames], workspace.kept(MUSIC, span.first, span.end))


def _lesson(
    workspace: Workspace, task: Piece, inventory: Inventory, heard: Heard, places: Places, states: Ints
) -> Lesson:
    """Return what the core of the span teaches."""
    by_frame = stretched(states, places.size, task.span.frames, -1)
    classes = np.where(by_frame >= 0, inventory.classes[np.maximum(by_frame, 0)], -1)
    core = slice(task.core[0] - task.span.first, task.core[1] - task.span.first)
    activities = workspace.kept(RECORDING, task.core[0], task.core[1])
    return lesson(heard.features[core], activities, classes[core], task.script.kinds * STATES, task.sample_every)


def _core(places: Places, task: Piece) -> Places:
    """Return the places in the core, counted in the words of the whole script."""
    first = (task.core[0] - task.span.first) // places.size
    end = (task.core[1] - task.span.first) // places.size
    return Places(places.at[first:end] + task.span.first_word, places.spoken[first:end], places.size)


def seconds(frames: float) -> float:
    """Return frames as seconds."""
    return frames / FRAMES_PER_S
