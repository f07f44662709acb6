"""Opens the palette, runs what is chosen, and remembers it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from replique.ui.actions.action_set import ActionSet
from replique.ui.palette.entries import SETTING, entries
from replique.ui.palette.palette import Palette
from replique.ui.settings import Settings

REMEMBERED = 12
"""How many commands are remembered as used last."""


class PaletteController(QObject):
    """Joins the palette with the actions and the settings; `show_setting` opens the settings at one of them."""

    def __init__(
        self, palette: Palette, actions: ActionSet, settings: Settings, show_setting: Callable[[str], object]
    ) -> None:
        super().__init__(palette)
        self._palette = palette
        self._actions = actions
        self._settings = settings
        self._show_setting = show_setting
        palette.chosen.connect(self._run)

    def open_palette(self) -> None:
        """Show what can be done."""
        own_keys = self._actions.keymap.get("view.palette", ())
        self._palette.open_palette(entries(self._actions), self._settings.recent_commands, own_keys)

    def _run(self, command_id: str) -> None:
        recent = [command_id, *(old for old in self._settings.recent_commands if old != command_id)]
        self._settings.recent_commands = tuple(recent[:REMEMBERED])
        if command_id.startswith(SETTING):
            self._show_setting(command_id.removeprefix(SETTING))
        else:
            self._actions[command_id].trigger()
