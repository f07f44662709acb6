"""Keys as data: which keys are bound to which action, and whether they can be typed everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import msgspec
from PySide6.QtGui import QKeySequence

from replique.core.resources import resource
from replique.ui.actions.table import BY_ID, Context

Keymap = Mapping[str, tuple[str, ...]]
"""Action id -> key sequences in Qt's portable form, the first of them the one that is shown."""

_SHIFTED_OR_ABSENT = set("0123456789[]{}\\|@#~`^+*/.?%§µ°")
"""What cannot be typed without Shift or AltGr on one of AZERTY, QWERTZ and QWERTY."""


def load_keymap(name: str = "replique") -> Keymap:
    """Read one of the keymaps that ship."""
    return msgspec.json.decode(resource("keymaps", f"{name}.json").read_bytes(), type=dict[str, tuple[str, ...]])


def clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """Yield each pair of actions that one key would start at once, and that key.

    The keys of the window act in lists too; the keys of a list are not heard elsewhere.
    """
    for (first, first_keys), (second, second_keys) in combinations(keymap.items(), 2):
        for key in {QKeySequence(k).toString() for k in first_keys} & {
            QKeySequence(k).toString() for k in second_keys
        }:
            yield first, second, key


def is_typable(key: str) -> bool:
    """Whether a key can be typed on AZERTY, QWERTZ and QWERTY alike: letters, arrows, F keys, numpad."""
    modifiers, name = _parts(key)
    return "Num" in modifiers or (bool(name) and name not in _SHIFTED_OR_ABSENT)


def is_chord(key: str) -> bool:
    """Whether a key types nothing in a text field: with Ctrl or Alt, or a function key."""
    modifiers, name = _parts(key)
    return bool({"Ctrl", "Alt"} & modifiers) or (name[:1] == "F" and name[1:].isdigit())


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
            if not QKeySequence(key).toString():
                yield f"{action_id}: {key} is no key"
            elif not is_typable(key):
                yield f"{action_id}: {key} cannot be typed on every keyboard"
            elif BY_ID[action_id].context is Context.WINDOW and not is_chord(key):
                yield f"{action_id}: {key} would type in a text field"
    for first, second, key in clashes(keymap):
        yield f"{key} is bound to {first} and {second}"


_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def brief(*keys: str) -> str:
    """Return keys of the same modifiers as one, with arrows as signs: “Alt ←→”."""
    *modifiers, _ = shown(keys[0]).split("+")
    names = [QKeySequence(key).toString().rsplit("+", 1)[-1] for key in keys]
    signs = [_ARROWS.get(name) or shown(key).rsplit("+", 1)[-1] for name, key in zip(names, keys, strict=True)]
    return " ".join([*modifiers, "".join(signs)])


def shown(key: str) -> str:
    """Return a key as the keyboard names it in the user's language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
