"""In what a setting is changed: one editor for each kind, and how a setting brings one of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from replique.ui.i18n import say_text
from replique.ui.setting_kinds import Choice, Number, Setting

FIELD_WIDTH = 168
TEXT_MARGIN = 6
"""The style sheet has no say in the field inside a spin box."""


class Editor(QWidget):
    """Shows the value of a setting in `field`, and tells when the user gives it another."""

    changed = Signal(object)
    """The user chose a value."""
    grows = False
    """Whether it takes what room there is beside its name."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.setFocusProxy(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field)

    def put(self, value: Any) -> None:
        """Show a value and tell nobody."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take in what is still being typed."""


class SwitchEditor(Editor):
    """On or off; its name stands beside the box."""

    def __init__(self, name: str) -> None:
        box = QCheckBox(name)
        super().__init__(box)
        self.box = box
        box.toggled.connect(lambda on: self.changed.emit(on))

    def put(self, value: Any) -> None:
        """Show a value and tell nobody."""
        _quietly(self.box, lambda: self.box.setChecked(bool(value)))


class ChoiceEditor(Editor):
    """One of a few; `choices` gives each value its name in the language of the window."""

    def __init__(self, choices: dict[Any, str]) -> None:
        box = QuietComboBox()
        box.setMinimumWidth(FIELD_WIDTH)
        super().__init__(box)
        self.box = box
        self._values: list[Any] = []
        self.set_choices(choices)
        self.box.currentIndexChanged.connect(self._chosen)

    def set_choices(self, choices: dict[Any, str]) -> None:
        """Offer other values; the one that was shown stays where it is still among them."""
        shown = self._values[self.box.currentIndex()] if self._values else None
        self._values = list(choices)
        _quietly(self.box, lambda: self._fill(list(choices.values())))
        self.put(shown)

    def put(self, value: Any) -> None:
        """Show a value and tell nobody."""
        if value in self._values:
            _quietly(self.box, lambda: self.box.setCurrentIndex(self._values.index(value)))
        self._name_whole()

    def _chosen(self, index: int) -> None:
        self._name_whole()
        self.changed.emit(self._values[index])

    def _name_whole(self) -> None:
        """Say the whole name where the pointer rests: that of a device may be cut."""
        self.box.setToolTip(self.box.currentText())

    def _fill(self, names: list[str]) -> None:
        self.box.clear()
        self.box.addItems(names)


class NumberEditor(Editor):
    """A number with its unit; one that is typed counts when it is whole: on Enter, or where the field is left."""

    def __init__(self, setting: Number) -> None:
        spin = _SpinBox()
        spin.setMinimumWidth(FIELD_WIDTH)
        super().__init__(spin)
        self.spin = spin
        self._setting = setting
        self.spin.setKeyboardTracking(False)
        self.spin.setDecimals(setting.decimals)
        self.spin.setRange(setting.low / setting.per_unit, setting.high / setting.per_unit)
        self.spin.setSingleStep(setting.step / setting.per_unit)
        self.spin.setSuffix(f"\u00a0{setting.unit}")
        self.spin.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        self.spin.valueChanged.connect(lambda value: self.changed.emit(round(value * setting.per_unit)))

    def put(self, value: Any) -> None:
        """Show a value and tell nobody."""
        _quietly(self.spin, lambda: self.spin.setValue(value / self._setting.per_unit))

    def settle(self) -> None:
        """Take in what is still being typed."""
        self.spin.interpretText()


@dataclass(frozen=True)
class SettingButton:
    """A button beside a setting that finds its value in another way; `press` is given the dialog."""

    text: str
    press: Callable[[QWidget], object]


@dataclass
class Fittings:
    """What some settings bring with them, by name: an editor of their own, a button."""

    editors: dict[str, Callable[[], Editor]] = field(default_factory=dict)
    buttons: dict[str, SettingButton] = field(default_factory=dict)


def editor_for(setting: Setting[Any]) -> Editor:
    """Return the editor of a setting of this kind."""
    if isinstance(setting, Choice):
        return ChoiceEditor({value: say_text("settings", text) for value, text in setting.choices.items()})
    if isinstance(setting, Number):
        return NumberEditor(setting)
    if isinstance(setting.default, bool):
        return SwitchEditor(say_text("settings", setting.text))
    if setting.default_text:
        # What else there is to choose from, only an editor of its own would know.
        return ChoiceEditor({setting.default: say_text("settings", setting.default_text)})
    raise TypeError(f"the setting {setting.name} needs an editor of its own")


class QuietComboBox(QComboBox):
    """A box that the wheel changes only once it has the focus: a page of settings is scrolled with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class _SpinBox(QDoubleSpinBox):
    """A field that the wheel changes only once it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


def _quietly(widget: QWidget, change: Callable[[], object]) -> None:
    before = widget.blockSignals(True)
    change()
    widget.blockSignals(before)
