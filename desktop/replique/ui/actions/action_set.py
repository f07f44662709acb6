"""QActions made from the table: texts, keys, icons, and in one place whether they are enabled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from replique.ui.actions.keymap import Keymap, brief, shown
from replique.ui.actions.table import (
    ACTIONS,
    BY_ID,
    EDITING_HINTS,
    STATUS_HINTS,
    TURN_MENU,
    ActionSpec,
    Context,
    Menu,
    Needs,
)
from replique.ui.popup_menu import PopupMenu

Handler = Callable[[], object]


class ActionSet(QObject):
    """All actions of the window, by id.

    Parameters
    ----------
    handlers : what each action does; one for each id of the table, no more and no fewer.
    keymap : the keys.
    parent : the window.
    """

    def __init__(self, handlers: Mapping[str, Handler], keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        if handlers.keys() != BY_ID.keys():
            raise ValueError(f"handlers and actions differ: {sorted(handlers.keys() ^ BY_ID.keys())}")
        self._keymap = keymap
        self._actions = {spec.id: self._make(spec, handlers[spec.id]) for spec in ACTIONS}
        self._hint_keys = [(ids[0], brief(*(keymap[i][0] for i in ids))) for ids in STATUS_HINTS if ids[0] in keymap]
        for spec in ACTIONS:
            if spec.context is Context.WINDOW:
                parent.addAction(self._actions[spec.id])

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def bind_list(self, widget: QWidget) -> None:
        """Let the single keys command while `widget` has the focus."""
        widget.addActions([self._actions[spec.id] for spec in ACTIONS if spec.context is Context.LIST])

    def set_available(self, available: Needs) -> None:
        """Enable the actions whose needs are met by what is there; those on tracks show only where there are some."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.needs in available)
            if Needs.TRACKS in spec.needs:
                self._actions[spec.id].setVisible(Needs.TRACKS in available)

    def fill(self, menu_bar: QMenuBar) -> None:
        """Build the menus."""
        menu_bar.clear()
        for title in Menu:
            menu = PopupMenu(_say(title.value), menu_bar)
            menu_bar.addMenu(menu)
            for spec in ACTIONS:
                if spec.menu is title and spec.in_menu:
                    if spec.starts_group:
                        menu.addSeparator()
                    menu.addAction(self._actions[spec.id])

    def key_of(self, action_id: str) -> str:
        """Return the first key of an action as the keyboard names it, or an empty text."""
        keys = self._keymap.get(action_id)
        return shown(keys[0]) if keys else ""

    def key_table(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return, for each menu, its actions that have keys: (title, [(keys, text)])."""
        table = []
        for title in Menu:
            rows = [
                (", ".join(shown(key) for key in self._keymap[spec.id]), _plain(self._actions[spec.id].text()))
                for spec in ACTIONS
                if spec.menu is title and self._keymap.get(spec.id)
            ]
            table.append((_plain(_say(title.value)), rows))
        return table

    def turn_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of what can be done with the current turn.

        Its entries stand for the actions: those come from several menus, and their mnemonics would clash here.
        """
        menu = PopupMenu(parent)
        for group in TURN_MENU:
            menu.addSeparator()
            for action_id in group:
                action = self._actions[action_id]
                entry = menu.addAction(f"{_plain(action.text())}\t{self.key_of(action_id)}")
                entry.setObjectName(action_id)
                entry.setEnabled(action.isEnabled())
                entry.setCheckable(action.isCheckable())
                entry.setChecked(action.isChecked())
                entry.triggered.connect(action.trigger)
        return menu

    def hints(self, *, editing: bool = False, nudge_ms: int = 20) -> list[tuple[str, str]]:
        """Return what the main keys do right now: (key, what it does); those that do nothing are left out."""
        if editing:
            return [(brief(key), _say(text)) for key, text in EDITING_HINTS]
        return [
            (key, _say(BY_ID[action_id].hint).format(nudge=nudge_ms))
            for action_id, key in self._hint_keys
            if self._actions[action_id].isEnabled()
        ]

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Give the actions their icons, made by ``icon(name)`` in the colours of the theme."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon))

    def _make(self, spec: ActionSpec, handler: Handler) -> QAction:
        action = QAction(_text_of(spec), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(False)
        action.setAutoRepeat(spec.repeats)
        in_list = spec.context is Context.LIST
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut if in_list else Qt.ShortcutContext.WindowShortcut)
        action.setShortcuts([QKeySequence(key) for key in self._keymap.get(spec.id, ())])
        action.setToolTip(_tooltip(spec, self.key_of(spec.id)))
        action.triggered.connect(lambda: handler())
        return action


def _say(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def _text_of(spec: ActionSpec) -> str:
    return _say(spec.text).format(number=spec.id[-1])


def _plain(text: str) -> str:
    return text.replace("&", "")


def _tooltip(spec: ActionSpec, key: str) -> str:
    text = _plain(_text_of(spec)).rstrip("…")
    return f"{text} ({key})" if key else text
