"""The user's settings: the values of what is declared in the table, kept in a file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from platformdirs import user_config_path
from PySide6.QtCore import QObject, QTimer, Signal

from replique.core.errors import OutputError
from replique.core.files import write_atomically
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.setting_kinds import Setting
from replique.ui.setting_table import SettingTable

T = TypeVar("T")

NO_FOLDER = QT_TRANSLATE_NOOP("errors", "The folder of the settings couldn’t be made ({system}).")

SAVE_AFTER_MS = 500
"""Changes that come closer together are written once."""


class Settings(QObject, SettingTable):
    """The user's settings, kept in one JSON file; values that are not allowed fall back to their defaults.

    `path` is the file, the user's own unless another is given.
    """

    changed = Signal(str)
    """A setting has another value; carries its name."""
    failed = Signal(object)
    """The settings can't be kept; carries the :class:`~replique.core.errors.OutputError`. Told once."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or settings_path()
        self._values = _read(self._path)
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
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, msgspec.json.format(msgspec.json.encode(kept)) + b"\n")
        except OSError as error:
            self._fail(OutputError(NO_FOLDER, path=self._path.parent, system=error.strerror or str(error)))
        except OutputError as error:
            self._fail(error)

    def _fail(self, error: OutputError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)


def settings_path() -> Path:
    """Return the file of the user's settings."""
    return user_config_path("replique", appauthor=False) / "settings.json"


def _read(path: Path) -> dict[str, Any]:
    """Return what the file holds; a file that is absent or damaged holds nothing."""
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    return {}
