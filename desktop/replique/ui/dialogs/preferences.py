"""The settings, in a dialog that is made from their declarations."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QVBoxLayout, QWidget

from replique.ui.dialogs.base import Dialog, Role, Rows
from replique.ui.i18n import say_text
from replique.ui.labels import label
from replique.ui.settings import Choice, Number, Setting, Settings

TEXT_MARGIN = 6
"""The style sheet has no say in the field inside a spin box."""


class SettingsDialog(Dialog):
    """Shows what can be set; nothing is set before it is accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self.set_heading(self.tr("Settings"))
        self._settings = settings
        self._fields: dict[Setting[Any], QWidget] = {}
        rows = Rows()
        for setting in settings.table():
            if not setting.text:
                continue
            field = _field(setting)
            self._fields[setting] = field
            name = "" if isinstance(field, QCheckBox) else say_text("settings", setting.text)
            rows.add(name, field, holder=self._explained(setting, field))
        self.body.addLayout(rows)
        self.restore_button = self.add_button(self.tr("&Defaults"), Role.ResetRole)
        self.restore_button.clicked.connect(lambda: self._show(defaults=True))
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        self.add_button(self.tr("OK"), Role.AcceptRole, default=True).clicked.connect(self._take)
        self._show(defaults=False)

    def field(self, name: str) -> QWidget:
        """Return the field in which a setting is changed."""
        return next(field for setting, field in self._fields.items() if setting.name == name)

    def _explained(self, setting: Setting[Any], field: QWidget) -> QWidget:
        explanation = say_text("settings", setting.explanation)
        field.setAccessibleName(say_text("settings", setting.text).replace("&", ""))
        field.setAccessibleDescription(explanation)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(label(explanation, "small", wraps=True))
        return holder

    def _show(self, *, defaults: bool) -> None:
        for setting, field in self._fields.items():
            _put(setting, field, setting.default if defaults else self._settings.value_of(setting))

    def _take(self) -> None:
        for setting, field in self._fields.items():
            self._settings.put(setting, _value(setting, field))
        self.accept()


def _field(setting: Setting[Any]) -> QWidget:
    """Return the widget in which a setting of this kind is changed."""
    if isinstance(setting, Choice):
        box = QComboBox()
        for value, text in setting.choices.items():
            box.addItem(say_text("settings", text), value)
        return box
    if isinstance(setting, Number):
        spin = QDoubleSpinBox()
        spin.setDecimals(setting.decimals)
        spin.setRange(setting.low / setting.per_unit, setting.high / setting.per_unit)
        spin.setSingleStep(setting.step / setting.per_unit)
        spin.setSuffix(f"\u00a0{setting.unit}")
        spin.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        return spin
    return QCheckBox(say_text("settings", setting.text))


def _put(setting: Setting[Any], field: QWidget, value: Any) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QDoubleSpinBox) and isinstance(setting, Number):
        field.setValue(value / setting.per_unit)
    elif isinstance(field, QCheckBox):
        field.setChecked(value)


def _value(setting: Setting[Any], field: QWidget) -> Any:
    if isinstance(field, QComboBox) and isinstance(setting.default, StrEnum):
        return type(setting.default)(field.currentData())
    if isinstance(field, QDoubleSpinBox) and isinstance(setting, Number):
        return round(field.value() * setting.per_unit)
    if isinstance(field, QCheckBox):
        return field.isChecked()
    return setting.default
