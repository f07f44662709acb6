"""The file of a user's keys: which keymap it builds on, and where it differs; read with care, for people edit it.

::

    {
      "format": "replique-keys",
      "version": 1,
      "keymap": "replique",
      "keys": {"timing.tap": ["T"], "timing.shift_rest": []}
    }
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from replique.core.damage import UNDECODABLE, place_of
from replique.core.errors import InputError
from replique.core.files import write_atomically
from replique.core.inputs import read_bytes
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.actions.keymap import KEYMAPS, OURS, Keymap, clashes, normal

FORMAT = "replique-keys"
VERSION = 1
MAX_BYTES = 1024**2

DAMAGED = QT_TRANSLATE_NOOP("errors", "The file of keys is damaged: {detail}.")
NO_KEYS = QT_TRANSLATE_NOOP("errors", "This is not a file of Réplique’s keys.")
NEWER = QT_TRANSLATE_NOOP("errors", "These keys were saved by a newer Réplique (file version {version}).")
NO_KEYMAP = QT_TRANSLATE_NOOP("errors", "It builds on a keymap “{name}”, which this Réplique doesn’t have.")
NO_LIST = QT_TRANSLATE_NOOP("errors", "“{action}” has no list of keys.")
NO_KEY = QT_TRANSLATE_NOOP("errors", "“{key}” is not a key.")
TWICE = QT_TRANSLATE_NOOP("errors", "{key} is bound to two actions, “{first}” and “{second}”.")

CHOOSE = QT_TRANSLATE_NOOP("errors", "Choose a file that was exported from the keyboard shortcuts.")
CORRECT = QT_TRANSLATE_NOOP("errors", "Correct it there, or export the keys anew.")
UPDATE = QT_TRANSLATE_NOOP("errors", "Install the newest version to use them.")


@dataclass(frozen=True)
class UserKeymap:
    """What a file of keys says: the keymap it builds on, and the keys of the actions for which it differs."""

    base: str = OURS
    keys: Keymap = field(default_factory=dict)


def write_keys(path: Path, keymap: UserKeymap) -> None:
    """Write a file of keys, whole or not at all; raise OutputError when that fails."""
    stored = {"format": FORMAT, "version": VERSION, "keymap": keymap.base, "keys": dict(sorted(keymap.keys.items()))}
    write_atomically(path, msgspec.json.format(msgspec.json.encode(stored), indent=2) + b"\n")


def read_keys(path: Path) -> UserKeymap:
    """Read a file of keys; raise InputError with its line, where that is known, when something in it is wrong."""
    data = read_bytes(path, MAX_BYTES)
    try:
        stored = msgspec.json.decode(data)
    except UNDECODABLE as error:
        line, detail = place_of(data, error)
        raise InputError(DAMAGED, remedy=CORRECT, path=path, line=line, detail=detail) from error
    if not isinstance(stored, dict) or stored.get("format") != FORMAT or not isinstance(stored.get("keys"), dict):
        raise InputError(NO_KEYS, remedy=CHOOSE, path=path)
    version = stored.get("version")
    if not isinstance(version, int) or version < VERSION:
        raise InputError(NO_KEYS, remedy=CHOOSE, path=path)
    if version > VERSION:
        raise InputError(NEWER, remedy=UPDATE, path=path, version=version)
    return _checked(stored, path, data.decode())


def _checked(stored: Mapping[str, Any], path: Path, text: str) -> UserKeymap:
    base = stored.get("keymap", OURS)
    if base not in KEYMAPS:
        raise InputError(NO_KEYMAP, remedy=UPDATE, path=path, line=_line_of(text, "keymap"), name=base)
    keys = {action_id: _keys(action_id, listed, path, text) for action_id, listed in stored["keys"].items()}
    for first, second, key in clashes(keys):
        line = _line_of(text, second)
        raise InputError(TWICE, remedy=CORRECT, path=path, line=line, key=key, first=first, second=second)
    return UserKeymap(base, keys)


def _keys(action_id: str, listed: object, path: Path, text: str) -> tuple[str, ...]:
    line = _line_of(text, action_id)
    if not isinstance(listed, list):
        raise InputError(NO_LIST, remedy=CORRECT, path=path, line=line, action=action_id)
    for key in listed:
        if not isinstance(key, str) or not normal(key):
            raise InputError(NO_KEY, remedy=CORRECT, path=path, line=line, key=key)
    return tuple(dict.fromkeys(normal(key) for key in listed))


def _line_of(text: str, name: str) -> int | None:
    """Return the line in which a name of the file stands."""
    found = re.search(f'"{re.escape(name)}"\\s*:', text)
    return text.count("\n", 0, found.start()) + 1 if found else None
