"""The keys in force: a keymap that ships and what the user changed in it, kept in a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from replique.core.errors import InputError, OutputError
from replique.ui.actions.key_file import UserKeymap, read_keys, write_keys
from replique.ui.actions.keymap import OURS, Keymap, differences, load_keymap, merged, normal
from replique.ui.actions.table import BY_ID
from replique.ui.config import keep_damaged, make_folder_of


class UserKeys(QObject):
    """Which keys are bound to which action, and the file in which what differs from the keymap is kept.

    A file that is damaged is kept beside under another name, and the keymap that ships is in force; `fault` says so.
    Actions that this version doesn't know are kept in the file for the one that does; `unknown` names them.
    """

    changed = Signal()
    """Other keys are in force."""
    failed = Signal(object)
    """The keys can't be kept; carries the :class:`~replique.core.errors.OutputError`."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.fault: InputError | None = None
        self._take(self._read())

    @property
    def keymap(self) -> Keymap:
        """The keys of each action."""
        return self._keymap

    @property
    def base(self) -> str:
        """The keymap that ships on which they build."""
        return self._base

    @property
    def changes(self) -> Keymap:
        """Where they differ from it."""
        return differences(self._keymap, self._base_keymap)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The actions that are not of this version."""
        return tuple(sorted(self._unknown))

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action."""
        return self._keymap.get(action_id, ())

    def action_with(self, key: str) -> str | None:
        """Return the action that a key starts."""
        wanted = normal(key)
        return next((i for i, keys in self._keymap.items() if wanted in map(normal, keys)), None)

    def set_keys(self, action_id: str, keys: tuple[str, ...]) -> None:
        """Give an action its keys; whichever had one of them loses it."""
        self._put(merged(self._keymap, {action_id: tuple(normal(key) for key in keys)}))

    def reset(self, action_id: str) -> None:
        """Give an action the keys that the keymap has for it."""
        self.set_keys(action_id, self._base_keymap.get(action_id, ()))

    def is_changed(self, action_id: str) -> bool:
        """Whether an action has other keys than in the keymap."""
        return action_id in self.changes

    def choose(self, base: str) -> None:
        """Build on another keymap; what the user changed in the first is forgotten."""
        self._base, self._base_keymap = base, load_keymap(base)
        self._put(self._base_keymap)

    def restore(self, state: UserKeymap) -> None:
        """Put in force what :meth:`state` returned."""
        self._take(state)
        self._put(self._keymap)

    def state(self) -> UserKeymap:
        """Return all that the file holds."""
        return UserKeymap(self._base, {**self._unknown, **self.changes})

    def export_to(self, path: Path) -> None:
        """Write the keys for another computer or person; raise OutputError when that fails."""
        write_keys(path, self.state())

    def import_from(self, path: Path) -> None:
        """Take the keys of a file; raise InputError, and change nothing, where something is wrong with it."""
        self.restore(read_keys(path))

    def _take(self, state: UserKeymap) -> None:
        known = {action_id: keys for action_id, keys in state.keys.items() if action_id in BY_ID}
        self._unknown = {action_id: keys for action_id, keys in state.keys.items() if action_id not in BY_ID}
        self._base, self._base_keymap = state.base, load_keymap(state.base)
        self._keymap = merged(self._base_keymap, known)

    def _put(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self._save()
        self.changed.emit()

    def _save(self) -> None:
        try:
            make_folder_of(self._path)
            write_keys(self._path, self.state())
        except OutputError as error:
            self.failed.emit(error)

    def _read(self) -> UserKeymap:
        try:
            return read_keys(self._path)
        except InputError as error:
            if self._path.exists():
                self.fault = keep_damaged(self._path, error)
        return UserKeymap(OURS)
