"""The shortcut editor: all actions with their keys, searched by name or by key; keymaps, import and export."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from replique.core.errors import InputError, OutputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.actions.action_set import ActionSet, menu_title
from replique.ui.actions.keymap import KEYMAPS, normal, shown
from replique.ui.actions.table import ACTIONS, BY_ID, ActionSpec
from replique.ui.actions.user_keys import UserKeys
from replique.ui.buttons import push_button
from replique.ui.command_rows import Row, RowDelegate, RowRole, RowsModel
from replique.ui.dialogs.base import Dialog, Role
from replique.ui.dialogs.files import ask_existing, ask_new
from replique.ui.dialogs.setting_editors import QuietComboBox
from replique.ui.dialogs.shortcut_panel import ShortcutPanel
from replique.ui.key_field import KeyField
from replique.ui.labels import label
from replique.ui.palette.entries import action_entry
from replique.ui.search import rank, words_of
from replique.ui.theme import ThemeSource

SIZE = (720, 640)
KEYS = (QT_TRANSLATE_NOOP("files", "Keys of Réplique"), ("json",))
PROPOSED = Path("replique-keys.json")


class CommandList(QListView):
    """The actions: Enter changes the key, Insert adds one, Delete takes one away."""

    change_requested = Signal()
    add_requested = Signal()
    remove_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change keys; move and search by letters otherwise."""
        requests = {
            Qt.Key.Key_Return: self.change_requested,
            Qt.Key.Key_Enter: self.change_requested,
            Qt.Key.Key_F2: self.change_requested,
            Qt.Key.Key_Insert: self.add_requested,
            Qt.Key.Key_Delete: self.remove_requested,
        }
        request = requests.get(Qt.Key(event.key()))
        if request:
            request.emit()
        else:
            super().keyPressEvent(event)


class ShortcutsDialog(Dialog):
    """Shows which keys do what, and changes them at once."""

    def __init__(
        self, keys: UserKeys, actions: ActionSet, themes: ThemeSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=560, grows=True)
        self.set_heading(self.tr("Keyboard shortcuts"))
        self._keys = keys
        self._actions = actions
        self._before = keys.state()
        self._key = ""
        self.keymap_box = QuietComboBox()
        self.keymap_box.setAccessibleName(self.tr("Keymap"))
        for name, title in KEYMAPS.items():
            self.keymap_box.addItem(title, name)
        self.keymap_box.currentIndexChanged.connect(lambda _index: self._choose_keymap())
        self.search_field = QLineEdit()
        self.search_field.setPlaceholderText(self.tr("Search"))
        self.search_field.setAccessibleName(self.tr("Search"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.textChanged.connect(lambda _text: self._show_rows())
        self.key_search = KeyField()
        self.key_search.setPlaceholderText(self.tr("Press the key you are looking for"))
        self.key_search.setAccessibleName(self.tr("Search by key"))
        self.key_search.pressed.connect(self._search_key)
        self.key_search.left.connect(self._leave_key_search)
        self.by_key_button = push_button(self.tr("By &key"))
        self.by_key_button.clicked.connect(self._toggle_key_search)
        self.model = RowsModel(self)
        self.list = self._make_list(themes)
        self.panel = ShortcutPanel(keys)
        self.panel.told.connect(self.set_note)
        self.panel.finished.connect(self.list.setFocus)
        self._nothing = label("", "soft", wraps=True)
        self._lay_out()
        self._add_buttons()
        keys.changed.connect(self._show_keys)
        self._show_keys()
        self._select(self._first())
        self.set_note(self._unknown())
        self.search_field.setFocus()

    @property
    def current(self) -> str:
        """The action that is chosen, or an empty text."""
        row: Row | None = self.list.currentIndex().data(RowRole.ROW)
        return row.id if row and not row.is_heading else ""

    @property
    def rows(self) -> list[Row]:
        """The actions that are shown."""
        return [row for row in self.model.rows if not row.is_heading]

    def reject(self) -> None:
        """Let Esc leave what was begun before it closes."""
        if self.panel.is_busy:
            self.panel.cancel()
        elif self._key:
            self._leave_key_search()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from what is searched to the list; let Enter press the buttons of the panel instead of closing."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focused = self.focusWidget()
        if self.search_field.hasFocus() and (entered or event.key() == Qt.Key.Key_Down):
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif entered and isinstance(focused, QPushButton) and self.panel.isAncestorOf(focused):
            focused.click()
        else:
            super().keyPressEvent(event)

    def import_from(self, path: Path) -> None:
        """Take the keys of a file, or say what is wrong with it."""
        try:
            self._keys.import_from(path)
        except InputError as error:
            self.show_error(error)
            return
        said = self.tr("The keys of {name} are in force.").format(name=path.name)
        self.set_note(f"{said} {self._unknown()}".strip())

    def export_to(self, path: Path) -> None:
        """Write the keys into a file, or say why that failed."""
        try:
            self._keys.export_to(path)
        except OutputError as error:
            self.show_error(error)
        else:
            self.set_note(self.tr("The keys are in {name}.").format(name=path.name))

    def _unknown(self) -> str:
        """Name the actions of the file that this version doesn't have."""
        names = ", ".join(self._keys.unknown)
        return self.tr("Unknown here, but kept: {names}.").format(names=names) if names else ""

    def _make_list(self, themes: ThemeSource) -> CommandList:
        made = CommandList()
        made.setModel(self.model)
        made.setItemDelegate(RowDelegate(themes, self))
        made.setProperty("role", "plain")
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setAccessibleName(self.tr("Commands and their keys"))
        made.change_requested.connect(lambda: self.panel.record(replaces=True))
        made.add_requested.connect(lambda: self.panel.record(replaces=False))
        made.remove_requested.connect(lambda: self.panel.remove_last())
        made.doubleClicked.connect(lambda _index: self.panel.record(replaces=True))
        made.selectionModel().currentChanged.connect(self._show_current)
        return made

    def _lay_out(self) -> None:
        self._searches = QStackedWidget()
        self._searches.addWidget(self.search_field)
        self._searches.addWidget(self.key_search)
        self._searches.setFixedHeight(self.search_field.sizeHint().height())
        top = QHBoxLayout()
        top.setSpacing(8)
        name = label(self.tr("Key&map"))
        name.setBuddy(self.keymap_box)
        top.addWidget(self._searches, 1)
        top.addWidget(self.by_key_button)
        top.addSpacing(8)
        top.addWidget(name)
        top.addWidget(self.keymap_box)
        self.body.addLayout(top)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.panel)
        self.resize(*SIZE)

    def _add_buttons(self) -> None:
        self.restore_button = self.add_button(self.tr("&Defaults"), Role.ResetRole)
        self.restore_button.setToolTip(self.tr("All keys as in the keymap"))
        self.restore_button.clicked.connect(self._choose_keymap)
        self.undo_button = self.add_button(self.tr("As they &were"), Role.ResetRole)
        self.undo_button.setToolTip(self.tr("All keys as they were when this window was opened"))
        self.undo_button.clicked.connect(lambda: self._keys.restore(self._before))
        self.import_button = self.add_button(self.tr("&Import…"), Role.ActionRole)
        self.import_button.clicked.connect(self._ask_import)
        self.export_button = self.add_button(self.tr("&Export…"), Role.ActionRole)
        self.export_button.clicked.connect(self._ask_export)
        self.add_button(self.tr("Close"), Role.RejectRole, default=True).clicked.connect(self.close)

    def _show_keys(self) -> None:
        """Show what is in force now."""
        with QSignalBlocker(self.keymap_box):
            self.keymap_box.setCurrentIndex(self.keymap_box.findData(self._keys.base))
        self.restore_button.setEnabled(bool(self._keys.changes))
        self.undo_button.setEnabled(self._keys.state() != self._before)
        self._show_rows()

    def _show_rows(self) -> None:
        chosen, rows = self.current, []
        for menu, specs in groupby(self._found(slips=False) or self._found(slips=True), key=lambda spec: spec.menu):
            rows.append(Row(menu.name, menu_title(menu), is_heading=True))
            rows += [self._row(spec) for spec in specs]
        self.model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        nobody = self.tr("{key} does nothing.").format(key=shown(self._key))
        self._nothing.setText(nobody if self._key else self.tr("No command is called that."))
        self.panel.setEnabled(bool(rows))
        place = self.model.row_of(chosen)
        self._select(place if place >= 0 else self._first())

    def _found(self, *, slips: bool) -> list[ActionSpec]:
        if self._key:
            return [spec for spec in ACTIONS if self._key in map(normal, self._keys.keys_of(spec.id))]
        wanted = words_of(self.search_field.text())
        fields = ((spec, action_entry(self._actions, spec).fields) for spec in ACTIONS)
        return [spec for spec, among in fields if not wanted or rank(wanted, among, slips=slips)]

    def _row(self, spec: ActionSpec) -> Row:
        note = self.tr("changed") if self._keys.is_changed(spec.id) else ""
        return Row(spec.id, self._name(spec), tuple(map(shown, self._keys.keys_of(spec.id))), note)

    def _name(self, spec: ActionSpec) -> str:
        return self._actions.name_of(spec.id)

    def _first(self) -> int:
        return next((place for place, row in enumerate(self.model.rows) if not row.is_heading), -1)

    def _select(self, place: int) -> None:
        self.list.setCurrentIndex(self.model.index(place))
        self._show_current(self.list.currentIndex())

    def _show_current(self, index: QModelIndex) -> None:
        row: Row | None = index.data(RowRole.ROW)
        if row:
            self.panel.cancel()
            self.panel.show_action(row.id, self._name(BY_ID[row.id]))

    def _toggle_key_search(self) -> None:
        if self._searches.currentWidget() is self.key_search:
            self._leave_key_search()
            return
        self._searches.setCurrentWidget(self.key_search)
        self.by_key_button.setText(self.tr("By na&me"))
        self.key_search.clear()
        self.key_search.setFocus()

    def _search_key(self, key: str) -> None:
        """Show what a key does, ready to be changed."""
        self._key = key
        self.key_search.setText(shown(key))
        self._show_rows()
        if self.rows:
            self.list.setFocus()

    def _leave_key_search(self) -> None:
        self._key = ""
        self._searches.setCurrentWidget(self.search_field)
        self.by_key_button.setText(self.tr("By &key"))
        self._show_rows()
        self.search_field.setFocus()

    def _choose_keymap(self) -> None:
        self.set_note("")
        self._keys.choose(self.keymap_box.currentData())

    def _ask_import(self) -> None:
        path = ask_existing(self, self.tr("Import keys"), None, KEYS)
        if path:
            self.import_from(path)

    def _ask_export(self) -> None:
        path = ask_new(self, self.tr("Export the keys"), PROPOSED, KEYS)
        if path:
            self.export_to(path)
