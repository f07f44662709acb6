"""Keys as data: which keys are bound to which action, how keymaps build on one another, what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import msgspec
from PySide6.QtGui import QKeySequence

from replique.core.resources import resource
from replique.ui.actions.table import BY_ID

Keymap = Mapping[str, tuple[str, ...]]
"""Action id -> key sequences in Qt's portable form, the first of them the one that is shown."""

OURS = "replique"
KEYMAPS = {OURS: "Réplique", "subtitle-edit": "Subtitle Edit", "aegisub": "Aegisub"}
"""The keymaps that ship, and what they are called in every language."""

_EVERYWHERE = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ,")
"""Signs that AZERTY, QWERTZ and QWERTY all have without Shift or AltGr."""


def load_keymap(name: str = OURS) -> Keymap:
    """Read one of the keymaps that ship; the others say only where they differ from ours."""
    ours = stated(OURS)
    return ours if name == OURS else merged(ours, stated(name))


def stated(name: str) -> Keymap:
    """Return what the file of a keymap itself says."""
    return msgspec.json.decode(resource("keymaps", f"{name}.json").read_bytes(), type=dict[str, tuple[str, ...]])


def merged(base: Keymap, changes: Keymap) -> Keymap:
    """Return `base` with `changes`; a key that they give to one action is taken from the others."""
    claimed = {normal(key) for keys in changes.values() for key in keys}
    kept = {
        action_id: tuple(key for key in keys if normal(key) not in claimed)
        for action_id, keys in base.items()
        if action_id not in changes
    }
    return {action_id: keys for action_id, keys in (kept | dict(changes)).items() if keys}


def differences(keymap: Keymap, base: Keymap) -> Keymap:
    """Return for which actions `keymap` differs from `base`, with their keys; none where it leaves them without."""
    return {
        action_id: keymap.get(action_id, ())
        for action_id in {**base, **keymap}
        if keymap.get(action_id, ()) != base.get(action_id, ())
    }


def normal(key: str) -> str:
    """Return a key in Qt's portable form, however it was written; an empty text where it is no key."""
    sequence = QKeySequence(key)
    return sequence.toString() if sequence.count() == 1 else ""


def clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """Yield each pair of actions that one key would start at once, and that key.

    The keys of the window act in lists too, and all lists have the same: so no key may be bound twice.
    """
    for (first, first_keys), (second, second_keys) in combinations(keymap.items(), 2):
        for key in {normal(k) for k in first_keys} & {normal(k) for k in second_keys}:
            yield first, second, key


def is_typable(key: str) -> bool:
    """Whether a key can be typed on AZERTY, QWERTZ and QWERTY alike: letters, arrows, F keys, numpad."""
    modifiers, name = _parts(key)
    return "Num" in modifiers or len(name) > 1 or name in _EVERYWHERE


def is_chord(key: str) -> bool:
    """Whether a key types nothing in a text field: with Ctrl or Alt, or a function key."""
    modifiers, name = _parts(key)
    return bool({"Ctrl", "Alt", "Meta"} & modifiers) or (name[:1] == "F" and name[1:].isdigit())


def _parts(key: str) -> tuple[set[str], str]:
    """Return the modifiers and the key itself of a sequence in Qt's portable form."""
    *modifiers, name = QKeySequence(key).toString().split("+")
    return set(modifiers), name


def faults(keymap: Keymap) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with a keymap."""
    for action_id, keys in keymap.items():
        if action_id not in BY_ID:
            yield f"there is no action {action_id}"
            continue
        for key in keys:
            if not normal(key):
                yield f"{action_id}: {key} is no key"
            elif not is_typable(key):
                yield f"{action_id}: {key} cannot be typed on every keyboard"
    for first, second, key in clashes(keymap):
        yield f"{key} is bound to {first} and {second}"


_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def brief(*keys: str) -> str:
    """Return keys of the same modifiers as one, with arrows as signs: “Alt ←→”; else one after the other."""
    modifiers, *others = [shown(key).split("+")[:-1] for key in keys]
    if any(other != modifiers for other in others):
        return ", ".join(brief(key) for key in keys)
    names = [QKeySequence(key).toString().rsplit("+", 1)[-1] for key in keys]
    signs = [_ARROWS.get(name) or shown(key).rsplit("+", 1)[-1] for name, key in zip(names, keys, strict=True)]
    return " ".join([*modifiers, "".join(signs)])


def shown(key: str) -> str:
    """Return a key as the keyboard names it in the user's language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
