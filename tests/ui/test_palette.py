"""Ctrl+K finds any command by any of its words, in either language, and gives the focus back."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from replique.ui.actions.table import ACTIONS
from replique.ui.choices import Backend
from replique.ui.dialogs.preferences import SettingsDialog

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
OPENS_WITHIN_S = 0.05


@pytest.fixture
def desk(make_desk, hands):
    desk = make_desk(Backend.QT)
    hands.sit_at(desk.window)
    return desk


@pytest.fixture
def work(desk, open_sample):
    """The sample is open, and the transcript has the focus."""
    open_sample(desk)
    desk.window.transcript.setFocus()
    desk.session.set_current(2)
    return desk


@pytest.fixture
def find(hands):
    """A function that opens the palette with its key, types, and returns the ids of what is offered."""

    def find_in(desk, typed=""):
        palette = desk.window.command_palette
        if palette.isHidden():
            hands.press(Qt.Key.Key_K, CTRL)
        palette.field.clear()
        hands.write(typed)
        return [row.id for row in palette.rows]

    return find_in


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("export", "file.export"),
        ("subtitles exp", "file.export"),
        ("sous-titres exporter", "file.export"),
        ("exprot", "file.export"),
        ("mute", "play.mute"),
        ("MUET", "play.mute"),
        ("zoom in", "view.zoom_in"),
        ("reglages", "file.settings"),
        ("settings", "file.settings"),
        ("ctrl+j", "view.follow"),
    ],
)
def test_any_action_is_found_by_any_of_its_words_in_either_language(work, speak, find, language, typed, first):
    speak(language)
    assert find(work, typed)[0] == first


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_action_is_found_by_what_it_is_called(work, speak, find, language):
    speak(language)
    work.actions["edit.undo"].setText("Undo")
    for spec in ACTIONS:
        if spec.id != "view.palette" and work.actions[spec.id].isVisible():
            assert spec.id in find(work, work.actions.text_of(spec.id))[:5], spec.id


def test_enter_runs_and_the_focus_is_back_before(work, hands, find):
    assert find(work, "next turn")[0] == "turn.next"
    before = work.session.current_turn
    hands.press(ENTER)
    assert work.window.command_palette.isHidden()
    assert work.window.transcript.hasFocus()
    assert work.session.current_turn != before


def test_a_command_of_the_list_runs_from_anywhere(work, hands, find):
    work.window.speakers.add_button.setFocus()
    find(work, "next turn")
    before = work.session.current_turn
    hands.press(ENTER)
    assert work.session.current_turn != before


@pytest.mark.parametrize("leave", [(ESCAPE,), (Qt.Key.Key_K, CTRL)])
def test_leaving_does_nothing_and_gives_the_focus_back(work, hands, find, leave):
    work.window.speakers.list.setFocus()
    find(work, "merge")
    hands.press(*leave)
    assert work.window.command_palette.isHidden()
    assert work.window.speakers.list.hasFocus()
    assert work.session.undo_label is None


def test_a_click_elsewhere_closes_it_and_keeps_the_focus_there(work, find):
    find(work, "merge")
    work.window.waveform.detail.setFocus(Qt.FocusReason.MouseFocusReason)
    assert work.window.command_palette.isHidden()
    assert work.window.waveform.detail.hasFocus()


def test_arrows_choose_and_go_round(work, hands, find):
    found = find(work, "turn")
    palette = work.window.command_palette
    hands.press(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(found) - 1
    hands.press(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    hands.press(Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == min(10, len(found) - 1)


def test_a_click_runs(work, qtbot, find):
    find(work, "next turn")
    before = work.session.current_turn
    view = work.window.command_palette.list
    place = view.visualRect(view.model().index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert work.session.current_turn != before


def test_keys_of_the_window_are_typed_while_it_is_open(work, hands, find):
    find(work)
    count = len(work.session.document.turns)
    hands.press(Qt.Key.Key_M)
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert len(work.session.document.turns) == count
    assert work.session.undo_label is None
    assert work.window.command_palette.isVisible()


def test_before_anything_is_typed_what_was_used_last_comes_first(work, hands, find):
    assert find(work)[0] == "file.new"
    for typed in ("next turn", "mute"):
        find(work, typed)
        hands.press(ENTER)
    assert find(work)[:2] == ["play.mute", "turn.next"]
    work.settings.save()
    assert "play.mute" in work.settings.path.read_text()


def test_what_cannot_be_done_is_offered_last_says_why_and_does_not_run(desk, hands, find, speak):
    assert "timing.tap" not in find(desk)
    find(desk, "save")
    rows = desk.window.command_palette.rows
    assert [(row.id, row.enabled, row.note) for row in rows][:2] == [
        ("file.save", False, "needs a transcript"),
        ("file.save_as", False, "needs a transcript"),
    ]
    hands.press(ENTER)
    assert desk.window.command_palette.isVisible()


def test_settings_are_found_and_opened_where_they_stand(work, hands, find):
    assert "setting.reaction_ms" in find(work, "reaction")
    shown = []

    def look(dialog):
        shown.append((type(dialog), dialog.field("reaction_ms").hasFocus()))
        dialog.reject()

    hands.when_asked(look)
    hands.press(ENTER)
    assert shown == [(SettingsDialog, True)]


def test_each_row_tells_key_and_menu_to_the_eye_and_to_the_ear(work, find):
    find(work, "merge")
    row = work.window.command_palette.rows[0]
    assert (row.text, row.keys, row.note) == ("Merge with the next", ("M",), "Turn")
    assert row.spoken == "Merge with the next, M, Turn"


def test_a_screen_reader_meets_a_named_field_and_a_named_list_of_items(work, find):
    find(work, "merge")
    palette = work.window.command_palette
    field, listed = (QAccessible.queryAccessibleInterface(part) for part in (palette.field, palette.list))
    assert (field.role(), field.text(QAccessible.Text.Name)) == (QAccessible.Role.EditableText, "Command palette")
    assert (listed.role(), listed.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Commands")
    item = listed.child(0)
    assert item.role() is QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == "Merge with the next, M, Turn"


def test_its_keys_follow_the_keymap(work, find):
    work.keys.set_keys("turn.merge", ("Ctrl+B",))
    find(work, "merge")
    assert work.window.command_palette.rows[0].keys == ("Ctrl+B",)


def test_nothing_found_is_said(work, find):
    assert find(work, "qqqq") == []
    assert work.window.command_palette._nothing.isVisible()


def test_it_opens_at_once(work, hands, find):
    find(work)
    hands.press(ESCAPE)
    best = 1.0
    for _ in range(5):
        began = time.thread_time()  # what it costs, however busy the machine is with other things
        work.palette.open_palette()
        work.window.command_palette.repaint()
        best = min(best, time.thread_time() - began)
        work.window.command_palette.close_palette()
    assert best < OPENS_WITHIN_S


def test_the_status_line_says_what_the_keys_do_where_the_focus_is(work, hands, find):
    def said():
        QApplication.processEvents()
        return work.window.status.hints.accessibleName()

    assert "the next turn starts" in said()
    work.window.speakers.list.setFocus()
    assert said().startswith("Return: speaks the current turn, F2: rename, Ctrl Space: play, pause")
    assert "the next turn starts" not in said()
    find(work)
    assert said() == "Return: run, Esc: close"
    hands.press(ESCAPE)
    work.window.waveform.setFocus()
    assert "the next turn starts" in said()


def test_from_words_that_are_edited_it_keeps_them_and_the_focus_is_in_the_transcript_afterwards(work, hands, find):
    hands.press(Qt.Key.Key_F2)
    assert work.window.transcript.is_editing
    hands.write(" Ah")
    find(work, "merge")
    assert work.window.command_palette.field.hasFocus()
    hands.press(ESCAPE)
    QApplication.processEvents()
    assert "Ah" in work.session.current_turn.text
    assert work.window.transcript.hasFocus()
