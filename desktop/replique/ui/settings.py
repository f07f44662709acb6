"""The user's settings: the values of what is declared in the table, kept in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from replique.core.damage import UNDECODABLE, place_of
from replique.core.errors import InputError, OutputError
from replique.core.files import write_atomically
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.config import config_path, keep_damaged, make_folder_of
from replique.ui.setting_kinds import Setting
from replique.ui.setting_table import SettingTable

T = TypeVar("T")

DAMAGED = QT_TRANSLATE_NOOP("errors", "The file of settings is damaged: {detail}.")

SAVE_AFTER_MS = 500
"""Changes that come closer together are written once."""


class Settings(QObject, SettingTable):
    """The user's settings, kept in one JSON file; values that are not allowed fall back to their defaults.

    A file that is damaged is kept beside under another name; `fault` says so. `path` is the file, the user's own
    unless another is given.
    """

    changed = Signal(str)
    """A setting has another value; carries its name."""
    failed = Signal(object)
    """The settings can't be kept; carries the :class:`~replique.core.errors.OutputError`. Told once."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self.path = path or config_path("settings.json")
        self.fault: InputError | None = None
        self._values = self._read()
        self._has_failed = False
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self.save)

    def value_of(self, setting: Setting[T]) -> T:
        """Return the value of one setting."""
        if setting.name not in self._values:
            return setting.default
        return setting.clean(self._values[setting.name])

    def put(self, setting: Setting[T], value: T) -> None:
        """Give one setting another value, tell it, and keep it a moment later."""
        clean = setting.clean(value)
        if clean == self.value_of(setting):
            return
        self._values[setting.name] = clean
        self.changed.emit(setting.name)
        self._save_soon.start()

    def save(self) -> None:
        """Keep the settings now; those at their default are left out, so that a better default reaches the user."""
        self._save_soon.stop()
        defaults = {setting.name: setting.default for setting in self.table()}
        kept = {name: value for name, value in self._values.items() if defaults.get(name) != value}
        try:
            make_folder_of(self.path)
            write_atomically(self.path, msgspec.json.format(msgspec.json.encode(kept)) + b"\n")
        except OutputError as error:
            self._fail(error)

    def _read(self) -> dict[str, Any]:
        """Return what the file holds; one that is absent, damaged or not to be read holds nothing."""
        try:
            data = self.path.read_bytes()
        except OSError:
            return {}
        try:
            return msgspec.json.decode(data, type=dict[str, Any])
        except UNDECODABLE as error:
            line, detail = place_of(data, error)
            self.fault = keep_damaged(self.path, InputError(DAMAGED, path=self.path, line=line, detail=detail))
            return {}

    def _fail(self, error: OutputError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)
