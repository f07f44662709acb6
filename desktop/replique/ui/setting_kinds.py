"""The kinds of settings: what one is, and what is shown of it; free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

import msgspec

from replique.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from replique.ui.settings import Settings

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Section(Enum):
    """Where a setting stands in the dialog and in the manual, in order; the value is the heading."""

    WINDOW = QT_TRANSLATE_NOOP("settings", "Window")
    SOUND = QT_TRANSLATE_NOOP("settings", "Sound")
    TIMING = QT_TRANSLATE_NOOP("settings", "Timing")
    TRANSCRIPT = QT_TRANSLATE_NOOP("settings", "Transcript")


class Setting(Generic[T]):
    """One thing that can be set, read and written as an attribute of :class:`~replique.ui.settings.Settings`.

    Parameters
    ----------
    default : its value until the user chooses another; it fixes the type.
    text : its name in the dialog, in the translation context "settings"; without one it is not shown there.
    explanation : one sentence on what it does.
    section : where it stands.
    default_text : what the default is called, marked alike, where that can't be told from the value.
    """

    def __init__(
        self,
        default: T,
        text: str = "",
        explanation: str = "",
        *,
        section: Section = Section.WINDOW,
        default_text: str = "",
    ) -> None:
        self.default = default
        self.text = text
        self.explanation = explanation
        self.section = section
        self.default_text = default_text
        self.name = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(self, instance: Settings, owner: type[Any]) -> T: ...
    def __get__(self, instance: Settings | None, owner: type[Any]) -> Self | T:
        return self if instance is None else instance.value_of(self)

    def __set__(self, instance: Settings, value: T) -> None:
        instance.put(self, value)

    def clean(self, value: object) -> T:
        """Return `value` when it is allowed, or else the default."""
        with suppress(msgspec.ValidationError):
            return msgspec.convert(value, type=type(self.default))
        return self.default

    def texts(self) -> tuple[str, ...]:
        """Return all that the dialog says of it, to be found by."""
        return (self.section.value, self.text, self.explanation)


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
        section: Section = Section.WINDOW,
        unit: str = "",
        per_unit: int = 1,
        decimals: int = 0,
    ) -> None:
        super().__init__(default, text, explanation, section=section)
        self.low, self.high, self.step = low, high, step
        self.unit, self.per_unit, self.decimals = unit, per_unit, decimals

    def clean(self, value: object) -> int:
        """Return the number, brought into its range."""
        return min(self.high, max(self.low, super().clean(value)))


class Choice(Setting[E]):
    """One of a few; `choices` gives each its name in the dialog."""

    def __init__(
        self, default: E, text: str, explanation: str, *, choices: Mapping[E, str], section: Section = Section.WINDOW
    ) -> None:
        super().__init__(default, text, explanation, section=section, default_text=choices[default])
        self.choices = choices

    def texts(self) -> tuple[str, ...]:
        """Return all that the dialog says of it, the choices too."""
        return (*super().texts(), *self.choices.values())
