"""What the main keys do right now, for the status line: it depends on where the focus is."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.actions.action_set import ActionSet, KeyGroup, KeyLine
from replique.ui.actions.keymap import brief, is_chord, shown
from replique.ui.actions.table import BY_ID
from replique.ui.i18n import in_both_languages

Hint = tuple[str, str]
"""(key, what it does)."""


class Place(Enum):
    """Where the focus is."""

    LIST = auto()
    """In the transcript or the waveform: single keys command."""
    EDITING = auto()
    """In the words of a turn."""
    SPEAKERS = auto()
    """In the list of speakers."""
    PALETTE = auto()
    """In the command palette, which keeps all keys to itself."""
    ELSEWHERE = auto()
    """On a button, a slider or a field: only chords command."""


LIST_ACTIONS = (
    ("play.toggle",),
    ("timing.tap",),
    ("timing.take_back",),
    ("timing.earlier", "timing.later"),
    ("timing.confirm",),
    ("edit.words",),
    ("turn.speaker",),
    ("help.keys",),
    ("view.palette",),
)
"""The actions that are named, in order; the keys of several stand together under the hint of the first."""

WINDOW_ACTIONS = (
    ("play.toggle_anywhere",),
    ("timing.earlier", "timing.later"),
    ("view.transcript",),
    ("help.keys",),
    ("view.palette",),
)
"""Those that are named where only chords command."""

FIXED: dict[Place, tuple[Hint, ...]] = {
    Place.EDITING: (
        ("Esc", QT_TRANSLATE_NOOP("actions", "keep and leave")),
        ("Ctrl+Return", QT_TRANSLATE_NOOP("actions", "keep and go on to the next turn")),
    ),
    Place.SPEAKERS: (
        ("Return", QT_TRANSLATE_NOOP("actions", "speaks the current turn")),
        ("F2", QT_TRANSLATE_NOOP("actions", "rename")),
    ),
    Place.PALETTE: (
        ("Return", QT_TRANSLATE_NOOP("actions", "run")),
        ("Esc", QT_TRANSLATE_NOOP("actions", "close")),
    ),
}
"""Keys that belong to a part of the window and are in no keymap."""

FIXED_TITLES = {
    Place.EDITING: QT_TRANSLATE_NOOP("actions", "While words are edited"),
    Place.SPEAKERS: QT_TRANSLATE_NOOP("actions", "In the list of speakers"),
}
"""What they stand under in the sheet of keys."""

NAMED = {
    Place.LIST: LIST_ACTIONS,
    Place.EDITING: (("play.toggle_anywhere",),),
    Place.SPEAKERS: WINDOW_ACTIONS,
    Place.ELSEWHERE: WINDOW_ACTIONS,
    Place.PALETTE: (),
}
"""The actions that are named after them."""


def hints(actions: ActionSet, place: Place, *, nudge_ms: int = 20) -> list[Hint]:
    """Return what the main keys do at a place; those that do nothing are left out."""
    said = [(brief(key), _say(text)) for key, text in FIXED.get(place, ())]
    for ids in NAMED[place]:
        keys = [key for action_id in ids for key in _heard(actions, action_id, place)[:1]]
        if keys and actions[ids[0]].isEnabled():
            said.append((brief(*keys), _say(BY_ID[ids[0]].hint).format(nudge=nudge_ms)))
    return said


def fixed_keys() -> list[KeyGroup]:
    """Return the keys that are in no keymap, for the sheet of keys."""
    return [
        KeyGroup(
            _say(title),
            [KeyLine((shown(key),), _say(text), in_both_languages("actions", text)) for key, text in FIXED[place]],
        )
        for place, title in FIXED_TITLES.items()
    ]


def _heard(actions: ActionSet, action_id: str, place: Place) -> list[str]:
    """Return the keys of an action that are heard at a place."""
    return [key for key in actions.keymap.get(action_id, ()) if place is Place.LIST or is_chord(key)]


def _say(text: str) -> str:
    return QCoreApplication.translate("actions", text)
