"""Keys and actions: one table, no clashes, every key typable everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget

from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.hints import NAMED, Place, hints
from replique.ui.actions.keymap import KEYMAPS, brief, differences, faults, is_typable, load_keymap, merged, stated
from replique.ui.actions.table import ACTIONS, BY_ID, TURN_MENU, Needs


def test_the_keymap_names_only_actions_that_exist_has_no_clash_and_can_be_typed_on_azerty():
    assert list(faults(load_keymap())) == []


@pytest.mark.parametrize("name", KEYMAPS)
def test_what_a_keymap_has_only_where_digits_need_no_shift_it_has_elsewhere_too(name):
    keymap = load_keymap(name)
    untypable = {action_id: keys for action_id, keys in keymap.items() if not all(map(is_typable, keys))}
    assert untypable.keys() == ({"timing.set_start", "timing.set_end"} if name == "aegisub" else set())
    assert all(any(map(is_typable, keys)) for keys in untypable.values())
    assert [fault for fault in faults(keymap) if "typed" not in fault] == []


@pytest.mark.parametrize("name", KEYMAPS)
def test_a_keymap_says_itself_which_actions_it_leaves_without_a_key(name):
    without = load_keymap().keys() - load_keymap(name).keys()
    assert without == {action_id for action_id, keys in stated(name).items() if not keys}


def test_the_keymaps_of_others_are_theirs():
    theirs = {
        "subtitle-edit": {
            "edit.redo": "Ctrl+Y", "play.turn": "F5", "timing.set_start": "F11", "timing.set_end": "F12",
            "timing.shift_rest": "F9", "turn.merge": "Ctrl+Shift+M", "play.toggle": "Space", "play.back": "Left",
        },
        "aegisub": {
            "edit.redo": "Ctrl+Y", "play.toggle": "B", "play.turn": "Space", "play.before_start": "Q",
            "play.after_start": "E", "play.pause": "H", "timing.confirm": "G", "play.toggle_anywhere": "Ctrl+P",
        },
    }  # fmt: skip
    for name, keys in theirs.items():
        keymap = load_keymap(name)
        assert {action_id: keymap[action_id][0] for action_id in keys} == keys


@pytest.mark.parametrize("key", ["1", "[", "Ctrl+/", "@", "Ctrl++", "&", "é", ";", "-"])
def test_a_key_that_azerty_types_with_shift_or_not_at_all_is_a_fault(key):
    assert not is_typable(key)
    assert list(faults({"timing.tap": (key,)}))


def test_a_key_that_a_change_claims_is_taken_from_whatever_had_it():
    ours = {"timing.tap": ("Return", "Enter"), "timing.confirm": ("C",)}
    assert merged(ours, {"timing.confirm": ("return",)}) == {"timing.tap": ("Enter",), "timing.confirm": ("return",)}
    assert merged(ours, {"timing.confirm": ()}) == {"timing.tap": ("Return", "Enter")}


def test_only_differences_are_told():
    ours = {"timing.tap": ("Return",), "timing.confirm": ("C",), "turn.split": ("X",)}
    theirs = {"timing.tap": ("Return",), "timing.confirm": ("G",), "turn.merge": ("M",)}
    changes = differences(theirs, ours)
    assert changes == {"timing.confirm": ("G",), "turn.split": (), "turn.merge": ("M",)}
    assert merged(ours, changes) == theirs


def test_one_key_bound_twice_is_told():
    assert list(faults({"timing.tap": ("Return",), "timing.confirm": ("Return",)})) == [
        "Return is bound to timing.tap and timing.confirm"
    ]


def test_every_action_has_a_text_and_a_key_or_a_place_in_a_menu():
    keymap = load_keymap()
    assert len(BY_ID) == len(ACTIONS)
    for spec in ACTIONS:
        assert spec.text
        assert spec.in_menu or keymap.get(spec.id), spec.id
    assert all(BY_ID[ids[0]].hint for named in NAMED.values() for ids in named)


def test_the_keys_of_the_design_do_what_it_says():
    keymap = load_keymap()
    designed = {
        "play.toggle": "Space", "timing.tap": "Return", "timing.take_back": "Backspace", "turn.previous": "Up",
        "turn.next": "Down", "play.back": "Left", "play.forward": "Right", "play.slower": "J", "play.pause": "K",
        "play.faster": "L", "timing.earlier": "Alt+Left", "timing.set_start": "S", "timing.set_end": "E",
        "timing.shift_rest": "T", "timing.confirm": "C", "play.turn": "R", "play.before_start": "D",
        "play.after_start": "F", "play.loop": "P", "turn.split": "X", "turn.merge": "M", "edit.words": "F2",
        "turn.speaker": "G", "turn.speaker_9": "Num+9", "view.follow": "Ctrl+J", "view.palette": "Ctrl+K",
        "edit.undo": "Ctrl+Z", "edit.redo": "Ctrl+Shift+Z", "file.save": "Ctrl+S", "file.export": "Ctrl+E",
        "help.keys": "F1",
    }  # fmt: skip
    assert {action_id: keymap[action_id][0] for action_id in designed} == designed


def test_keys_of_later_work_are_free():
    taken = {key for keys in load_keymap().values() for key in keys}
    assert taken.isdisjoint(
        {
            "N",
            "Shift+N",
            "Shift+C",
            "F8",
            "Shift+F8",
            "F9",
            "Ctrl+F",
            "Ctrl+H",
            "F3",
        }
    )


def test_an_action_is_enabled_only_where_it_makes_sense(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    pressed = []
    handlers = {spec.id: (lambda action_id=spec.id: pressed.append(action_id)) for spec in ACTIONS}
    actions = ActionSet(handlers, load_keymap(), window)
    actions.set_available(Needs.TURNS)
    assert actions["file.save"].isEnabled()
    assert not actions["timing.tap"].isEnabled()
    actions.set_available(Needs.TURNS | Needs.MEDIA)
    assert actions["timing.tap"].isEnabled()
    actions["timing.tap"].trigger()
    assert pressed == ["timing.tap"]


@pytest.fixture
def actions(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = ActionSet(dict.fromkeys(BY_ID, print), load_keymap(), window)
    made.window = window
    return made


def test_the_status_line_names_only_keys_that_do_something_now(actions):
    actions.set_available(Needs.TURNS)
    assert [text for _, text in hints(actions, Place.LIST)] == ["all keys", "commands"]
    actions.set_available(~Needs.NOTHING)
    assert ("Alt ←→", "± 50 ms") in hints(actions, Place.LIST, nudge_ms=50)
    assert [key for key, _ in hints(actions, Place.EDITING)] == ["Esc", "Ctrl Return", "Ctrl Space"]


def test_the_status_line_names_only_keys_that_are_heard_where_the_focus_is(actions):
    assert [key for key, _ in hints(actions, Place.ELSEWHERE)] == ["Ctrl Space", "Alt ←→", "F6", "F1", "Ctrl K"]
    assert hints(actions, Place.SPEAKERS)[:2] == [("Return", "speaks the current turn"), ("F2", "rename")]


def test_other_keys_are_in_force_at_once_wherever_they_are_told(actions):
    told = []
    actions.keys_changed.connect(lambda: told.append(hints(actions, Place.LIST)))
    actions.set_keymap(load_keymap("aegisub"))
    assert told[0][0] == ("B", "play, pause")
    assert actions.key_of("edit.redo") == "Ctrl+Y"
    assert actions["edit.redo"].shortcut().toString() == "Ctrl+Y"
    assert actions["play.toggle"].toolTip() == "Play or pause (B)"
    edit = next(group for group in actions.key_table() if group.title == "Edit")
    assert (("Ctrl+Y",), "Redo") in [(line.keys, line.text) for line in edit.lines]


def lines_of_speakers(actions):
    turn = next(group for group in actions.key_table() if group.title == "Turn")
    return [(line.keys, line.text) for line in turn.lines if "by speaker" in line.text]


def test_the_keys_of_nine_speakers_share_a_line_of_the_sheet_and_each_is_found(actions):
    assert lines_of_speakers(actions) == [(("Num+1 … Num+9",), "Spoken by speaker 1 … 9")]
    turn = next(group for group in actions.key_table() if group.title == "Turn")
    assert "Num+5" in next(line.names for line in turn.lines if "speaker 1" in line.text)


@pytest.mark.parametrize(("keys", "count"), [(("W",), 9), (("Num+4", "W"), 9), ((), 8)])
def test_where_one_of_them_has_another_key_each_has_a_line(actions, keys, count):
    actions.set_keymap({**load_keymap(), "turn.speaker_4": keys})
    lines = lines_of_speakers(actions)
    assert len(lines) == count
    assert (keys, "Spoken by speaker 4") in lines or not keys


def test_a_single_key_of_an_action_of_the_whole_window_commands_in_lists_alone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    done = []
    handlers = {spec.id: (lambda action_id=spec.id: done.append(action_id)) for spec in ACTIONS}
    actions = ActionSet(handlers, load_keymap(), window)
    listed, button = QTextBrowser(window), QPushButton(window)
    button.move(0, 200)
    actions.bind_list(listed)
    actions.set_keymap({"file.save": ("W", "Ctrl+S"), "timing.tap": ("Return",)})
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    for place in (listed, button):
        place.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_W)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == ["file.save"] * 3
    actions.set_keymap({"file.save": ("Y",), "timing.tap": ("Return",)})
    assert actions["file.save"].shortcut().toString() == "Y"
    for place in (listed, button):
        place.setFocus()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Y)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_W)
    assert done == ["file.save"] * 4
    actions.set_keymap({"file.save": ("W", "Ctrl+S")})
    actions["file.save"].setEnabled(False)
    listed.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_W)
    assert len(done) == 4


def test_keys_of_one_kind_are_named_together():
    assert brief("Alt+Left", "Alt+Right") == "Alt ←→"
    assert brief("Up", "Down") == "↑↓"
    assert brief("Space") == "Space"


def test_the_menu_of_a_turn_does_what_the_actions_do_and_tells_their_keys(actions):
    actions.set_available(Needs.TURNS | Needs.CURRENT)
    menu = actions.turn_menu(actions.window)
    entries = {entry.objectName(): entry for entry in menu.actions() if not entry.isSeparator()}
    assert list(entries) == [action_id for group in TURN_MENU for action_id in group]
    assert entries["turn.merge"].text() == "Merge with the next\tM"
    assert entries["turn.merge"].isEnabled()
    assert not entries["timing.confirm"].isEnabled()
    triggered = []
    actions["turn.merge"].triggered.connect(lambda: triggered.append("turn.merge"))
    entries["turn.merge"].trigger()
    assert triggered == ["turn.merge"]


def test_a_handler_that_is_missing_is_found_at_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(ValueError, match=r"timing\.tap"):
        ActionSet({s.id: print for s in ACTIONS if s.id != "timing.tap"}, load_keymap(), window)
