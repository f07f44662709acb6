"""What the user can set: declared once, with default, range and explanation, for the dialog too."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, Self, TypeVar, overload

import msgspec
from platformdirs import user_config_path
from PySide6.QtCore import QObject, QTimer, Signal

from replique.core.errors import OutputError
from replique.core.files import write_atomically
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.i18n import Language
from replique.ui.theme import Appearance

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

NO_FOLDER = QT_TRANSLATE_NOOP("errors", "The folder of the settings couldn’t be made ({system}).")

SAVE_AFTER_MS = 500
"""Changes that come closer together are written once."""


class Backend(StrEnum):
    """Which player plays, where it can."""

    VLC = "vlc"
    QT = "qt"


class Setting(Generic[T]):
    """One thing that can be set, read and written as an attribute of :class:`Settings`.

    Parameters
    ----------
    default : its value until the user chooses another; it fixes the type.
    text : its name in the dialog, in the translation context "settings"; without one it is not shown there.
    explanation : one sentence on what it does.
    """

    def __init__(self, default: T, text: str = "", explanation: str = "") -> None:
        self.default = default
        self.text = text
        self.explanation = explanation
        self.name = ""

    def __set_name__(self, owner: type[Settings], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Settings]) -> Self: ...
    @overload
    def __get__(self, instance: Settings, owner: type[Settings]) -> T: ...
    def __get__(self, instance: Settings | None, owner: type[Settings]) -> Self | T:
        return self if instance is None else instance.value_of(self)

    def __set__(self, instance: Settings, value: T) -> None:
        instance.put(self, value)

    def clean(self, value: object) -> T:
        """Return `value` when it is allowed, or else the default."""
        with suppress(msgspec.ValidationError):
            return msgspec.convert(value, type=type(self.default))
        return self.default


class Number(Setting[int]):
    """A whole number from `low` to `high`; shown divided by `per_unit`, with `decimals` and `unit`."""

    def __init__(
        self,
        default: int,
        text: str = "",
        explanation: str = "",
        *,
        low: int,
        high: int,
        step: int,
        unit: str = "",
        per_unit: int = 1,
        decimals: int = 0,
    ) -> None:
        super().__init__(default, text, explanation)
        self.low, self.high, self.step = low, high, step
        self.unit, self.per_unit, self.decimals = unit, per_unit, decimals

    def clean(self, value: object) -> int:
        """Return the number, brought into its range."""
        return min(self.high, max(self.low, super().clean(value)))


class Choice(Setting[E]):
    """One of a few; `choices` gives each its name in the dialog."""

    def __init__(self, default: E, text: str, explanation: str, *, choices: Mapping[E, str]) -> None:
        super().__init__(default, text, explanation)
        self.choices = choices


class Settings(QObject):
    """The user's settings, kept in one JSON file; values that are not allowed fall back to their defaults.

    `path` is the file, the user's own unless another is given.
    """

    changed = Signal(str)
    """A setting has another value; carries its name."""
    failed = Signal(object)
    """The settings can't be kept; carries the :class:`~replique.core.errors.OutputError`. Told once."""

    language = Choice(
        Language.SYSTEM,
        QT_TRANSLATE_NOOP("settings", "&Language"),
        QT_TRANSLATE_NOOP("settings", "Taken up when Réplique starts again."),
        choices={
            Language.SYSTEM: QT_TRANSLATE_NOOP("settings", "As the system"),
            Language.FRENCH: "Français",
            Language.ENGLISH: "English",
        },
    )
    appearance = Choice(
        Appearance.SYSTEM,
        QT_TRANSLATE_NOOP("settings", "&Appearance"),
        QT_TRANSLATE_NOOP("settings", "The colours of the window."),
        choices={
            Appearance.SYSTEM: QT_TRANSLATE_NOOP("settings", "As the system"),
            Appearance.LIGHT: QT_TRANSLATE_NOOP("settings", "Light"),
            Appearance.DARK: QT_TRANSLATE_NOOP("settings", "Dark"),
        },
    )
    backend = Choice(
        Backend.VLC,
        QT_TRANSLATE_NOOP("settings", "&Player"),
        QT_TRANSLATE_NOOP("settings", "Without VLC the built-in one plays. Taken up at the next start."),
        choices={
            Backend.VLC: "VLC",
            Backend.QT: QT_TRANSLATE_NOOP("settings", "Built in (Qt)"),
        },
    )
    reaction_ms = Number(
        200,
        QT_TRANSLATE_NOOP("settings", "&Reaction time"),
        QT_TRANSLATE_NOOP("settings", "How long your finger takes: a tap while it plays is set that much earlier."),
        low=0,
        high=1000,
        step=10,
        unit="ms",
    )
    back_step_ms = Number(
        1500,
        QT_TRANSLATE_NOOP("settings", "Step &back on play"),
        QT_TRANSLATE_NOOP("settings", "How far playing steps back after a pause."),
        low=0,
        high=10_000,
        step=100,
        unit="s",
        per_unit=1000,
        decimals=1,
    )
    nudge_ms = Number(
        20,
        QT_TRANSLATE_NOOP("settings", "&Nudge"),
        QT_TRANSLATE_NOOP("settings", "How far one key press moves a start or an end."),
        low=1,
        high=500,
        step=5,
        unit="ms",
    )
    replay_ms = Number(
        800,
        QT_TRANSLATE_NOOP("settings", "R&eplay after a nudge"),
        QT_TRANSLATE_NOOP("settings", "How much of the boundary is played."),
        low=100,
        high=5000,
        step=100,
        unit="s",
        per_unit=1000,
        decimals=1,
    )
    follow = Setting(
        default=True,
        text=QT_TRANSLATE_NOOP("settings", "&Follow the sound"),
        explanation=QT_TRANSLATE_NOOP("settings", "The transcript scrolls along while it plays."),
    )
    volume = Number(100, low=0, high=100, step=5)
    speakers_shown = Setting(default=True)
    subtitle_shown = Setting(default=True)
    window_geometry = Setting("")
    window_layout = Setting("")

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or settings_path()
        self._values = _read(self._path)
        self._has_failed = False
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self.save)

    @classmethod
    def table(cls) -> tuple[Setting[Any], ...]:
        """Return all settings in the order of their declaration."""
        return tuple(setting for setting in vars(cls).values() if isinstance(setting, Setting))

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
