"""The settings, in a dialog that is made from their declarations."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from replique.ui.buttons import push_button
from replique.ui.dialogs.base import NAME_MARGIN, Dialog, Role
from replique.ui.dialogs.setting_editors import Editor, Fittings, SettingButton, SwitchEditor, editor_for
from replique.ui.i18n import in_both_languages, say_text
from replique.ui.labels import caption, label
from replique.ui.search import rank, words_of
from replique.ui.setting_kinds import Section, Setting
from replique.ui.settings import Settings

SIZE = (640, 600)


class SettingRow(QWidget):
    """A setting: its name, its editor, what it brings with it, what leads back to the default, what it does."""

    def __init__(self, setting: Setting[Any], editor: Editor, button: SettingButton | None) -> None:
        super().__init__()
        self.setting = setting
        self.editor = editor
        self._words = words_of(*(said for text in setting.texts() for said in in_both_languages("settings", text)))
        name = say_text("settings", setting.text)
        explanation = say_text("settings", setting.explanation)
        self.name = label("" if isinstance(editor, SwitchEditor) else name)
        self.name.setBuddy(editor.field)
        editor.field.setAccessibleName(name.replace("&", ""))
        editor.field.setAccessibleDescription(explanation)
        self.reset = push_button(self.tr("Default"), "link")
        self.reset.setAccessibleName(self.tr("Default: {setting}").format(setting=name.replace("&", "")))
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(editor, 0, 1, 1, 2 if editor.grows else 1)
        if button:
            self.button = push_button(button.text)
            self.button.clicked.connect(lambda: button.press(self.window()))
            grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.reset, 0, 3)
        grid.addWidget(label(explanation, "small", wraps=True), 1, 1, 1, 3)

    def name_width(self) -> int:
        """Return how wide the name is, with what an underlined letter takes more than Qt reckons."""
        return self.name.sizeHint().width() + NAME_MARGIN

    def set_name_width(self, width: int) -> None:
        """Let the editor begin where those of the other rows do."""
        self._grid.setColumnMinimumWidth(0, width)

    def show_value(self, value: Any) -> None:
        """Show a value, and the way back where it is not the default."""
        self.editor.put(value)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.setVisible(value != self.setting.default)

    def holds(self, wanted: tuple[str, ...], *, slips: bool) -> bool:
        """Whether all words stand in what is said of the setting, in either language."""
        return not wanted or rank(wanted, [(self._words, 1)], slips=slips) > 0


class SettingGroup(QWidget):
    """The settings of one section under their heading."""

    def __init__(self, section: Section, rows: list[SettingRow]) -> None:
        super().__init__()
        self.rows = rows
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(4)
        column.addWidget(caption(say_text("settings", section.value)))
        for row in rows:
            column.addWidget(row)

    def search(self, wanted: tuple[str, ...], *, slips: bool) -> int:
        """Show the rows that hold all words, and return how many do."""
        found = 0
        for row in self.rows:
            holds = row.holds(wanted, slips=slips)
            found += holds
            row.setVisible(holds)
        self.setVisible(found > 0)
        return found


class SettingsDialog(Dialog):
    """Shows what can be set, to be searched; what is changed counts at once.

    `fittings` is what some settings bring with them; `at` names the setting that has the focus at first.
    """

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        fittings: Fittings | None = None,
        at: str = "",
    ) -> None:
        super().__init__(parent, width=520, grows=True)
        self.set_heading(self.tr("Settings"))
        self._settings = settings
        self._fittings = fittings or Fittings()
        self._before: dict[str, Any] = {}
        self.search_field = QLineEdit()
        self.search_field.setPlaceholderText(self.tr("Search"))
        self.search_field.setAccessibleName(self.tr("Search"))
        self.search_field.setClearButtonEnabled(True)
        self.search_field.textChanged.connect(self._search)
        self._nothing = label(self.tr("No setting is called that."), "soft")
        self._nothing.hide()
        shown = settings.shown()
        self._groups = [SettingGroup(s, [self._row(setting) for setting in shown[s]]) for s in Section if shown[s]]
        self._rows = {row.setting.name: row for group in self._groups for row in group.rows}
        self._lay_out()
        for name in self._rows:
            self._show(name)
        settings.changed.connect(self._show)
        (self.field(at) if at else self.search_field).setFocus()

    def field(self, name: str) -> QWidget:
        """Return the field in which a setting is changed."""
        return self._rows[name].editor.field

    def row(self, name: str) -> SettingRow:
        """Return all that is shown of a setting."""
        return self._rows[name]

    @property
    def found(self) -> list[str]:
        """The names of the settings that the search left."""
        return [name for name, row in self._rows.items() if not row.isHidden()]

    def done(self, result: int) -> None:
        """Take in what is still being typed, and close."""
        for row in self._rows.values():
            row.editor.settle()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the words that are searched to the first setting that was found."""
        if self.search_field.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            for name in self.found[:1]:
                self.field(name).setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to the field that the Tab key or an underlined letter leads to."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched.parentWidget() or watched)
        return super().eventFilter(watched, event)

    def _row(self, setting: Setting[Any]) -> SettingRow:
        make = self._fittings.editors.get(setting.name)
        row = SettingRow(setting, make() if make else editor_for(setting), self._fittings.buttons.get(setting.name))
        row.editor.changed.connect(lambda value: self._take(setting, value))
        row.reset.clicked.connect(lambda: self._reset(row))
        row.editor.field.installEventFilter(self)
        return row

    def _lay_out(self) -> None:
        width = max(row.name_width() for row in self._rows.values())
        for row in self._rows.values():
            row.set_name_width(width)
        page = QWidget()
        page.setProperty("role", "sheet")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 12, 4)
        column.setSpacing(8)
        for group in self._groups:
            column.addWidget(group)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(page)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.search_field)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._area, 1)
        self.restore_button = self.add_button(self.tr("&Defaults"), Role.ResetRole)
        self.restore_button.clicked.connect(self._restore)
        self.add_button(self.tr("Close"), Role.RejectRole, default=True).clicked.connect(self.reject)
        self.resize(*SIZE)

    def _search(self, text: str) -> None:
        found = self._find(text, slips=False) or self._find(text, slips=True)
        self._nothing.setVisible(found == 0)

    def _find(self, text: str, *, slips: bool) -> int:
        return sum([group.search(words_of(text), slips=slips) for group in self._groups])

    def _show(self, name: str) -> None:
        if name in self._rows:
            row = self._rows[name]
            row.show_value(self._settings.value_of(row.setting))

    def _take(self, setting: Setting[Any], value: Any) -> None:
        self._settings.put(setting, value)
        self._forget_before()

    def _reset(self, row: SettingRow) -> None:
        row.editor.field.setFocus()
        self._take(row.setting, row.setting.default)

    def _restore(self) -> None:
        """Set all that is shown to the default; the same button brings back what was set before."""
        before = self._before
        values = {name: self._settings.value_of(row.setting) for name, row in self._rows.items()}
        for name, row in self._rows.items():
            self._settings.put(row.setting, before.get(name, row.setting.default))
        self._before = {} if before else values
        self.restore_button.setText(self.tr("&Defaults") if before else self.tr("As they &were"))

    def _forget_before(self) -> None:
        self._before = {}
        self.restore_button.setText(self.tr("&Defaults"))
