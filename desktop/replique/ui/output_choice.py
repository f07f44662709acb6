"""Choosing the device on which the sound is heard: a field of the settings, and a menu."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from replique.playback.outputs import AS_SYSTEM, Output
from replique.ui.dialogs.setting_editors import ChoiceEditor
from replique.ui.i18n import say_text
from replique.ui.outputs import OutputController
from replique.ui.popup_menu import PopupMenu

NAME_LENGTH = 14
"""The characters of a name for which the field has room at least; the list shows the whole of it."""


def choices(outputs: OutputController) -> dict[Output, str]:
    """Return what can be chosen, by name: the system's device, those that are there, the chosen one that is not."""
    there = outputs.outputs
    named = {AS_SYSTEM: say_text("settings", "As the system")} | {output: output.name for output in there}
    chosen = outputs.chosen
    if chosen not in named:
        named[chosen] = QCoreApplication.translate("outputs", "{device} (not there)").format(device=chosen.name)
    return named


class OutputEditor(ChoiceEditor):
    """The devices that are there; they come and go while it is shown."""

    grows = True

    def __init__(self, outputs: OutputController) -> None:
        self._outputs = outputs
        super().__init__(choices(outputs))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(NAME_LENGTH)
        outputs.changed.connect(self._refresh)

    def put(self, value: Any) -> None:
        """Show a device; it may be called otherwise than when it was chosen."""
        super().put(self._outputs.chosen if value else None)

    def _refresh(self) -> None:
        self.set_choices(choices(self._outputs))


class OutputMenu(PopupMenu):
    """The devices that are there, the chosen one checked."""

    chosen = Signal(object)
    """The :class:`~replique.playback.outputs.Output` that was chosen."""

    def __init__(self, outputs: OutputController, parent: QWidget) -> None:
        super().__init__(parent)
        for output, name in choices(outputs).items():
            action = self.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=output: self.chosen.emit(chosen))
            if output == outputs.chosen:
                action.setChecked(True)
                self.setActiveAction(action)
