"""The shortcut editor: keys are found, changed, taken from others, brought back, imported and exported."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import isValid

from replique.core.errors import InputError
from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.key_advice import Verdict, advise
from replique.ui.actions.key_file import read_keys
from replique.ui.actions.keymap import KEYMAPS, load_keymap
from replique.ui.actions.table import ACTIONS, BY_ID
from replique.ui.actions.user_keys import UserKeys
from replique.ui.choices import Backend
from replique.ui.dialogs.shortcuts import ShortcutsDialog
from replique.ui.i18n import say
from replique.ui.key_field import portable

CTRL, ALT, SHIFT = (Qt.KeyboardModifier[f"{name}Modifier"] for name in ("Control", "Alt", "Shift"))
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ENTER, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


@pytest.fixture
def keys(qapp, tmp_path):
    return UserKeys(tmp_path / "keymap.json")


@pytest.fixture
def window(qapp):
    made = QMainWindow()
    yield made
    made.deleteLater()


@pytest.fixture
def editor(qtbot, themes, keys, window, hands):
    """The editor, in front."""
    actions = ActionSet(dict.fromkeys(BY_ID, print), keys.keymap, window)
    keys.changed.connect(lambda: actions.set_keymap(keys.keymap))
    dialog = ShortcutsDialog(keys, actions, themes)
    dialog.show()
    hands.sit_at(dialog)
    yield dialog
    if isValid(dialog):
        dialog.done(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stand_on(editor, hands):
    """A function that searches an action by its name and stands on it in the list."""

    def search(words, action_id):
        editor.search_field.setFocus()
        editor.search_field.clear()
        hands.write(words)
        hands.press(ENTER)
        assert editor.list.hasFocus()
        assert editor.current == action_id

    return search


def test_all_actions_stand_there_by_menu_with_their_keys(editor):
    assert [row.id for row in editor.rows] == [spec.id for spec in ACTIONS]
    headings = [row.text for row in editor.model.rows if row.is_heading]
    assert headings[:3] == ["File", "Edit", "Play"]
    assert next(row.keys for row in editor.rows if row.id == "timing.tap") == ("Return", "Enter")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("typed", ["redo", "RETABLIR"])
def test_an_action_is_found_by_its_name_in_either_language(speak, editor, hands, language, typed):
    speak(language)
    hands.write(typed)
    assert "edit.redo" in [row.id for row in editor.rows]
    assert len(editor.rows) < 6


def test_an_action_is_found_by_pressing_its_key(editor, hands, qtbot):
    qtbot.mouseClick(editor.by_key_button, Qt.MouseButton.LeftButton)
    assert editor.key_search.hasFocus()
    hands.press(Qt.Key.Key_K, CTRL)
    assert [row.id for row in editor.rows] == ["view.palette"]
    assert editor.list.hasFocus()
    hands.press(ESCAPE)
    assert editor.isVisible()
    assert len(editor.rows) == len(ACTIONS)


def test_a_key_that_does_nothing_is_said_to(editor, hands, qtbot):
    qtbot.mouseClick(editor.by_key_button, Qt.MouseButton.LeftButton)
    hands.press(Qt.Key.Key_Y, CTRL | ALT)
    assert editor.rows == []
    assert "does nothing" in editor._nothing.text()


def test_enter_and_a_key_change_the_key_at_once(editor, keys, stand_on, hands):
    stand_on("redo", "edit.redo")
    hands.press(ENTER)
    assert editor.panel.recorder.hasFocus()
    hands.press(Qt.Key.Key_Y, CTRL)
    assert keys.keys_of("edit.redo") == ("Ctrl+Y",)
    assert editor.list.hasFocus()
    assert editor.current == "edit.redo"
    row = next(row for row in editor.rows if row.id == "edit.redo")
    assert (row.keys, row.note) == (("Ctrl+Y",), "changed")


def test_several_keys_may_lead_to_one_action_and_each_can_go(editor, keys, stand_on, hands, qtbot):
    stand_on("redo", "edit.redo")
    hands.press(Qt.Key.Key_Insert)
    hands.press(Qt.Key.Key_Y, CTRL)
    assert keys.keys_of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert [button.text() for button in editor.panel.key_buttons] == ["Ctrl+Shift+Z  ×", "Ctrl+Y  ×"]
    qtbot.mouseClick(editor.panel.key_buttons[0], Qt.MouseButton.LeftButton)
    assert keys.keys_of("edit.redo") == ("Ctrl+Y",)
    hands.press(Qt.Key.Key_Delete)
    assert keys.keys_of("edit.redo") == ()


def test_escape_leaves_the_key_as_it_is_and_then_the_window(editor, keys, stand_on, hands, qtbot):
    stand_on("redo", "edit.redo")
    hands.press(ENTER)
    hands.press(ESCAPE)
    assert editor.isVisible()
    assert keys.changes == {}
    with qtbot.waitSignal(editor.finished):
        hands.press(ESCAPE)


def test_a_key_that_another_action_has_is_told_with_its_name_and_taken_only_when_asked(editor, keys, stand_on, hands):
    stand_on("redo", "edit.redo")
    hands.press(ENTER)
    hands.press(Qt.Key.Key_M)
    assert "M belongs to “Merge with the next” (Turn)." in editor.note
    assert keys.changes == {}
    assert editor.panel.take_button.hasFocus()
    hands.press(ESCAPE)
    assert (keys.changes, editor.note) == ({}, "")
    hands.press(ENTER)
    hands.press(Qt.Key.Key_M)
    hands.press(ENTER)
    assert (keys.keys_of("edit.redo"), keys.keys_of("turn.merge")) == (("M",), ())


def test_a_key_of_the_system_is_refused_and_another_may_be_pressed(editor, keys, stand_on, hands):
    stand_on("redo", "edit.redo")
    hands.press(ENTER)
    hands.press(Qt.Key.Key_F4, ALT)
    assert "belongs to the system" in editor.note
    assert editor.panel.recorder.hasFocus()
    hands.press(Qt.Key.Key_Y, CTRL)
    assert keys.keys_of("edit.redo") == ("Ctrl+Y",)


def test_what_is_remarkable_of_a_key_stays_said_after_it_is_set(editor, keys, stand_on, hands):
    stand_on("redo", "edit.redo")
    hands.press(ENTER)
    hands.press(Qt.Key.Key_BracketLeft, CTRL)
    assert keys.keys_of("edit.redo") == ("Ctrl+[",)
    assert "Not every keyboard" in editor.note


def test_one_key_or_all_can_be_brought_back(editor, keys, stand_on, hands, qtbot):
    for words, action_id, key in (("redo", "edit.redo", Qt.Key.Key_Y), ("mute", "play.mute", Qt.Key.Key_B)):
        stand_on(words, action_id)
        hands.press(ENTER)
        hands.press(key, CTRL)
    qtbot.mouseClick(editor.panel.reset_button, Qt.MouseButton.LeftButton)
    assert keys.changes == {"edit.redo": ("Ctrl+Y",)}
    qtbot.mouseClick(editor.restore_button, Qt.MouseButton.LeftButton)
    assert keys.changes == {}
    assert not editor.restore_button.isEnabled()


@pytest.mark.parametrize("name", KEYMAPS)
def test_another_keymap_is_chosen_and_taken_back(editor, keys, qtbot, name):
    editor.keymap_box.setCurrentIndex(editor.keymap_box.findData(name))
    assert (keys.base, keys.keymap) == (name, load_keymap(name))
    qtbot.mouseClick(editor.undo_button, Qt.MouseButton.LeftButton)
    assert keys.base == "replique"
    assert editor.keymap_box.currentData() == "replique"
    assert not editor.undo_button.isEnabled()


def test_keys_are_exported_and_imported(editor, keys, tmp_path):
    keys.set_keys("edit.redo", ("Ctrl+Y",))
    editor.export_to(tmp_path / "mine.json")
    assert editor.note == "The keys are in mine.json."
    keys.reset("edit.redo")
    stored = json.loads((tmp_path / "mine.json").read_text())
    stored["keys"]["align.run"] = ["F12"]
    (tmp_path / "mine.json").write_text(json.dumps(stored))
    editor.import_from(tmp_path / "mine.json")
    assert keys.keys_of("edit.redo") == ("Ctrl+Y",)
    assert editor.note == "The keys of mine.json are in force. Unknown here, but kept: align.run."


def test_actions_that_this_version_does_not_know_are_named(qtbot, themes, window, tmp_path):
    stored = {"format": "replique-keys", "version": 1, "keymap": "replique", "keys": {"align.run": ["F12"]}}
    (tmp_path / "keymap.json").write_text(json.dumps(stored))
    keys = UserKeys(tmp_path / "keymap.json")
    dialog = ShortcutsDialog(keys, ActionSet(dict.fromkeys(BY_ID, print), keys.keymap, window), themes)
    qtbot.addWidget(dialog)
    assert dialog.note == "Unknown here, but kept: align.run."


def test_a_file_that_is_wrong_is_told_in_the_window_and_changes_nothing(editor, keys, tmp_path):
    (tmp_path / "theirs.json").write_text('{"format": "replique-keys",\n"version": 1,\n"keys": {"edit.redo": 3}}')
    editor.import_from(tmp_path / "theirs.json")
    assert "theirs.json, line 3: “edit.redo” has no list of keys. Correct it there" in editor.note
    assert keys.changes == {}


@pytest.mark.parametrize(
    ("key", "action_id", "verdict", "said"),
    [
        ("Ctrl+B", "edit.redo", Verdict.FREE, ""),
        ("F", "edit.redo", Verdict.TAKEN, "belongs to “The half second after its start” (Play)"),
        ("Esc", "edit.redo", Verdict.REFUSED, "meaning of its own"),
        ("Shift+Tab", "edit.redo", Verdict.REFUSED, "meaning of its own"),
        ("Alt+F4", "edit.redo", Verdict.REFUSED, "belongs to the system"),
        ("Meta+L", "edit.redo", Verdict.REFUSED, "belongs to the system"),
        ("Ctrl+Alt+F2", "edit.redo", Verdict.REFUSED, "belongs to the system"),
        ("Alt+F", "edit.redo", Verdict.REFUSED, "opens the menu “File”"),
        ("Ctrl+1", "edit.redo", Verdict.FREE, "Not every keyboard"),
        ("Ctrl+&", "edit.redo", Verdict.FREE, "Not every keyboard"),
        ("Ctrl+F11", "edit.redo", Verdict.FREE, ""),
        ("Ctrl+Alt+B", "edit.redo", Verdict.FREE, "On Windows, Ctrl+Alt is AltGr"),
        ("Ctrl+A", "edit.redo", Verdict.FREE, "In text fields"),
        ("W", "edit.redo", Verdict.FREE, "in the transcript and the waveform alone"),
        ("W", "turn.merge", Verdict.FREE, ""),
    ],
)
def test_what_is_to_know_of_a_key_is_told(qapp, key, action_id, verdict, said):
    advice = advise(key, action_id, "play.after_start" if key == "F" else None)
    assert advice.verdict is verdict
    text = " ".join(say(remark) for remark in advice.remarks)
    assert (said in text) if said else text == ""


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_Enter, KEYPAD, "Enter"),
        (Qt.Key.Key_1, KEYPAD, "Num+1"),
        (Qt.Key.Key_Left, KEYPAD | ALT, "Alt+Left"),
        (Qt.Key.Key_A, SHIFT, "Shift+A"),
        (Qt.Key.Key_Backtab, SHIFT, "Shift+Backtab"),
        (Qt.Key.Key_Eacute, CTRL, "Ctrl+É"),
    ],
)
def test_pressed_keys_are_written_as_in_keymaps(key, modifiers, name):
    assert portable(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) == name


def test_changed_keys_act_at_once_in_the_window_behind(make_desk, open_sample, hands, qtbot):
    desk = make_desk(Backend.QT)
    open_sample(desk)
    desk.session.set_current(2)
    hands.sit_at(desk.window)
    desk.window.transcript.setFocus()

    def change(dialog):
        dialog.search_field.setFocus()
        hands.write("merge")
        for key in (ENTER, ENTER, Qt.Key.Key_W):
            hands.press(key)
        dialog.reject()

    hands.when_asked(change)
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not QApplication.activeModalWidget())
    count = len(desk.session.document.turns)
    desk.window.transcript.setFocus()
    hands.press(Qt.Key.Key_M)
    assert len(desk.session.document.turns) == count
    hands.press(Qt.Key.Key_W)
    assert len(desk.session.document.turns) == count - 1
    assert json.loads(desk.keys._path.read_text())["keys"] == {"turn.merge": ["W"]}
    desk.keys.set_keys("play.toggle", ("B",))
    assert desk.window.status.hints.accessibleName().startswith("B: play, pause")
    assert "(B)" in desk.window.header.transport.play.toolTip()


def test_keys_that_are_damaged_are_told_when_the_window_opens(make_desk, tmp_path):
    (tmp_path / "keymap.json").write_text("{ oh")
    desk = make_desk(Backend.QT)
    assert "keymap.json" in desk.window.toast.text
    assert "kept as keymap-damaged.json" in desk.window.toast.text


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("2", "saved by a newer Réplique"),
        ("0", "not a file of"),
        ('"new"', "not a file of"),
        ("null", "not a file of"),
    ],
)
def test_only_a_file_of_a_later_version_is_called_newer(tmp_path, version, said):
    path = tmp_path / "theirs.json"
    path.write_text(f'{{"format": "replique-keys", "version": {version}, "keys": {{}}}}', encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_keys(path)
