"""QActions made from the table: texts, keys, icons, and in one place whether they are enabled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from replique.ui.actions.keymap import Keymap, is_chord, shown
from replique.ui.actions.table import (
    ACTIONS,
    BY_ID,
    TURN_MENU,
    ActionSpec,
    Context,
    Menu,
    Needs,
)
from replique.ui.i18n import in_both_languages
from replique.ui.popup_menu import PopupMenu

NUMBER = "{number}"
"""Stands in the text of actions that are alike but for a number."""
Handler = Callable[[], object]


class KeyLine(NamedTuple):
    """Keys as the keyboard names them, what they do, and what that is called in each language."""

    keys: tuple[str, ...]
    text: str
    names: tuple[str, ...] = ()


class KeyGroup(NamedTuple):
    """Keys that belong together, under their heading."""

    title: str
    lines: Sequence[KeyLine]


class ActionSet(QObject):
    """All actions of the window, by id.

    A single key commands in lists alone, whatever its action: elsewhere it types, or belongs to what has the focus.

    Parameters
    ----------
    handlers : what each action does; one for each id of the table, no more and no fewer.
    keymap : the keys.
    parent : the window.
    """

    keys_changed = Signal()
    """Other keys are in force."""
    begun = Signal(str)
    """An action begins; carries its id."""
    ended = Signal(str)
    """An action was carried out; carries its id."""

    def __init__(self, handlers: Mapping[str, Handler], keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        if handlers.keys() != BY_ID.keys():
            raise ValueError(f"handlers and actions differ: {sorted(handlers.keys() ^ BY_ID.keys())}")
        self._keymap: Keymap = {}
        self._available = ~Needs.NOTHING
        self._lists: list[QWidget] = []
        self.running = ""
        """The id of the action that is being carried out."""
        self._actions = {spec.id: self._make(spec, handlers[spec.id]) for spec in ACTIONS}
        self._stand_ins: dict[str, QAction] = {}
        for spec in ACTIONS:
            if spec.context is Context.WINDOW:
                parent.addAction(self._actions[spec.id])
        self.set_keymap(keymap)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    @property
    def available(self) -> Needs:
        """What is there."""
        return self._available

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return self._keymap

    def bind_list(self, widget: QWidget) -> None:
        """Let the single keys command while `widget` has the focus."""
        self._lists.append(widget)
        widget.addActions([*self._actions.values(), *self._stand_ins.values()])

    def set_keymap(self, keymap: Keymap) -> None:
        """Put other keys in force."""
        self._keymap = keymap
        for spec in ACTIONS:
            self._bind(spec)
        self.keys_changed.emit()

    def set_available(self, available: Needs) -> None:
        """Enable the actions whose needs are met by what is there; those on tracks show only where there are some."""
        self._available = available
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

    def name_of(self, action_id: str) -> str:
        """Return what an action is called in lists of keys, whatever it would do at this moment."""
        return _plain(_text_of(BY_ID[action_id]))

    def text_of(self, action_id: str) -> str:
        """Return what an action is called at this moment, without its underlined letter."""
        return _plain(self._actions[action_id].text())

    def key_of(self, action_id: str) -> str:
        """Return the first key of an action as the keyboard names it, or an empty text."""
        keys = self._keymap.get(action_id)
        return shown(keys[0]) if keys else ""

    def key_table(self) -> list[KeyGroup]:
        """Return, for each menu, its actions that have keys."""
        return [
            KeyGroup(
                menu_title(menu),
                [line for _, specs in groupby(_in_menu(menu), _series) for line in self._key_lines(list(specs))],
            )
            for menu in Menu
        ]

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
        action.triggered.connect(lambda: self._run(spec.id, handler))
        return action

    def _run(self, action_id: str, handler: Handler) -> None:
        outer, self.running = self.running, action_id
        self.begun.emit(action_id)
        try:
            handler()
        finally:
            self.running = outer
        self.ended.emit(action_id)

    def _key_lines(self, specs: Sequence[ActionSpec]) -> list[KeyLine]:
        """Return a line for each action that has keys; one for all where they are told apart by a digit alone."""
        keys = {spec: tuple(map(shown, self._keymap[spec.id])) for spec in specs if self._keymap.get(spec.id)}
        names = in_both_languages("actions", specs[0].text)
        first, last = specs[0], specs[-1]
        patterns = {tuple(key.replace(spec.id[-1], NUMBER) for key in of_spec) for spec, of_spec in keys.items()}
        if len(specs) == 1 or len(keys) < len(specs) or len(patterns) > 1 or len(keys[first]) > 1:
            return [KeyLine(of_spec, self.name_of(spec.id), names) for spec, of_spec in keys.items()]
        text = _plain(_say(first.text)).format(number=f"{first.id[-1]} … {last.id[-1]}")
        each = tuple(key for of_spec in keys.values() for key in of_spec)
        return [KeyLine((f"{keys[first][0]} … {keys[last][0]}",), text, (*names, *each))]

    def _bind(self, spec: ActionSpec) -> None:
        """Give an action its keys, and the single ones of an action of the whole window to the lists."""
        action, keys = self._actions[spec.id], self._keymap.get(spec.id, ())
        action.setToolTip(_tooltip(spec, self.key_of(spec.id)))
        chords = [] if spec.context is Context.LIST else [key for key in keys if is_chord(key)]
        single = [key for key in keys if key not in chords]
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut if chords else Qt.ShortcutContext.WidgetShortcut)
        action.setShortcuts([QKeySequence(key) for key in chords or single])
        stand_in = self._stand_in(spec) if chords and single else self._stand_ins.get(spec.id)
        if stand_in:
            stand_in.setShortcuts([QKeySequence(key) for key in single if chords])

    def _stand_in(self, spec: ActionSpec) -> QAction:
        """Return what has the single keys of an action whose chords act in the whole window."""
        if spec.id not in self._stand_ins:
            action, made = self._actions[spec.id], QAction(self)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.setAutoRepeat(spec.repeats)
            made.setEnabled(action.isEnabled())
            made.triggered.connect(action.trigger)
            action.enabledChanged.connect(made.setEnabled)
            self._stand_ins[spec.id] = made
            for widget in self._lists:
                widget.addAction(made)
        return self._stand_ins[spec.id]


def _in_menu(menu: Menu) -> list[ActionSpec]:
    return [spec for spec in ACTIONS if spec.menu is menu]


def _series(spec: ActionSpec) -> str:
    """Return what actions that differ in a number have in common."""
    return spec.text if NUMBER in spec.text else spec.id


def menu_title(menu: Menu) -> str:
    """Return the title of a menu without its underlined letter."""
    return _plain(_say(menu.value))


def _say(text: str) -> str:
    return QCoreApplication.translate("actions", text)


def _text_of(spec: ActionSpec) -> str:
    return _say(spec.text).format(number=spec.id[-1])


def _plain(text: str) -> str:
    return text.replace("&", "")


def _tooltip(spec: ActionSpec, key: str) -> str:
    text = _plain(_text_of(spec)).rstrip("…")
    return f"{text} ({key})" if key else text
