"""Keys and actions: one table, no clashes, every key typable everywhere."""

import pytest
from PySide6.QtWidgets import QWidget

from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.keymap import brief, faults, is_typable, load_keymap
from replique.ui.actions.table import ACTIONS, BY_ID, STATUS_HINTS, TURN_MENU, Needs


def test_the_keymap_names_only_actions_that_exist_has_no_clash_and_can_be_typed_on_azerty():
    assert list(faults(load_keymap())) == []


@pytest.mark.parametrize("key", ["1", "[", "Ctrl+/", "@", "Ctrl++"])
def test_a_key_that_azerty_types_with_shift_or_not_at_all_is_a_fault(key):
    assert not is_typable(key)
    assert list(faults({"timing.tap": (key,)}))


def test_a_letter_alone_may_not_command_in_the_whole_window():
    assert list(faults({"file.save": ("S",)})) == ["file.save: S would type in a text field"]


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
    assert all(BY_ID[first].hint for first, *_ in STATUS_HINTS)


def test_the_keys_of_the_design_do_what_it_says():
    keymap = load_keymap()
    designed = {
        "play.toggle": "Space", "timing.tap": "Return", "timing.take_back": "Backspace", "turn.previous": "Up",
        "turn.next": "Down", "play.back": "Left", "play.forward": "Right", "play.slower": "J", "play.pause": "K",
        "play.faster": "L", "timing.earlier": "Alt+Left", "timing.set_start": "S", "timing.set_end": "E",
        "timing.shift_rest": "T", "timing.confirm": "C", "play.turn": "R", "play.before_start": "D",
        "play.after_start": "F", "play.loop": "P", "turn.split": "X", "turn.merge": "M", "edit.words": "F2",
        "turn.speaker": "G", "turn.speaker_9": "Num+9", "view.follow": "Ctrl+J", "edit.undo": "Ctrl+Z",
        "edit.redo": "Ctrl+Shift+Z", "file.save": "Ctrl+S", "file.export": "Ctrl+E", "help.keys": "F1",
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
            "Ctrl+K",
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
    assert [text for _, text in actions.hints()] == ["all keys"]
    actions.set_available(~Needs.NOTHING)
    assert ("Alt ←→", "± 50 ms") in actions.hints(nudge_ms=50)
    assert [key for key, _ in actions.hints(editing=True)] == ["Esc", "Ctrl Return", "Ctrl Space"]


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
