"""The panel of speakers follows the document and asks for what is typed or clicked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Document
from replique.ui.speakers_model import SpeakerRole
from replique.ui.speakers_panel import SpeakersPanel

LABEL = Message("test", "edit")


@pytest.fixture
def panel(qtbot, session, themes):
    made = SpeakersPanel(session, themes)
    qtbot.addWidget(made)
    made.tester = QAbstractItemModelTester(
        made.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.resize(268, 480)
    made.show()
    qtbot.waitExposed(made)
    made.list.setFocus()
    return made


def rows(panel):
    model = panel.list.model()
    return [(model.index(r).data(), model.index(r).data(SpeakerRole.COUNT)) for r in range(model.rowCount())]


def test_speakers_are_listed_with_the_number_of_their_turns(panel):
    assert rows(panel) == [("Léa Salamé", 3), ("Mounir Mahjoubi", 2), ("Aude", 0)]


def test_counts_follow_every_edit_and_its_undo(panel, session):
    session.apply(lambda d: edits.assign_speaker(d, 1, 3), LABEL)
    assert rows(panel) == [("Léa Salamé", 2), ("Mounir Mahjoubi", 2), ("Aude", 1)]
    session.undo()
    assert rows(panel) == [("Léa Salamé", 3), ("Mounir Mahjoubi", 2), ("Aude", 0)]


def test_a_note_is_counted_for_nobody(panel, session):
    session.apply(lambda d: edits.assign_speaker(d, 6, 3), LABEL)
    assert rows(panel)[2] == ("Aude", 1)
    session.undo()
    assert rows(panel)[2] == ("Aude", 0)


def test_added_and_renamed_speakers_show_at_once(panel, session):
    session.apply(lambda d: edits.add_speaker(d, "Jean-Marc"), LABEL)
    session.apply(lambda d: edits.rename_speaker(d, 3, "Claude"), LABEL)
    assert [name for name, _ in rows(panel)] == ["Léa Salamé", "Mounir Mahjoubi", "Claude", "Jean-Marc"]
    session.undo()
    session.undo()
    assert [name for name, _ in rows(panel)] == ["Léa Salamé", "Mounir Mahjoubi", "Aude"]


def test_the_speaker_of_the_current_turn_is_marked(panel, session):
    marked = [panel.list.model().index(r).data(SpeakerRole.CURRENT) for r in range(3)]
    assert marked == [False, True, False]
    session.set_current(1)
    assert panel.list.model().index(0).data(SpeakerRole.CURRENT)
    session.set_current(6)
    assert not any(panel.list.model().index(r).data(SpeakerRole.CURRENT) for r in range(3))


def test_enter_assigns_the_chosen_speaker(qtbot, panel):
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.assign_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [3]


def test_a_click_on_the_key_assigns_and_keeps_the_focus_elsewhere(qtbot, panel):
    panel.add_button.setFocus()
    index = panel.list.model().index(1)
    chip = panel.list.itemDelegate().chip_rect(panel.list.visualRect(index), index, panel.list.font())
    with qtbot.waitSignal(panel.assign_requested) as asked:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=chip.center())
    assert asked.args == [2]
    assert panel.add_button.hasFocus()


def test_f2_renames_in_place(qtbot, panel, session):
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Lea")
    with qtbot.waitSignal(panel.rename_requested) as asked:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == [1, "Lea"]


def test_enter_at_the_end_of_a_name_does_not_say_who_speaks_the_current_turn(qtbot, panel):
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    with qtbot.assertNotEmitted(panel.assign_requested), qtbot.waitSignal(panel.rename_requested):
        qtbot.keyClicks(panel.list.findChild(QLineEdit), "Lea")
        qtbot.keyClick(panel.list.findChild(QLineEdit), Qt.Key.Key_Return)


def test_escape_leaves_the_name_as_it_was(qtbot, panel):
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "X")
    with qtbot.assertNotEmitted(panel.rename_requested):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_a_double_click_renames(qtbot, panel):
    point = panel.list.visualRect(panel.list.model().index(0)).topLeft()
    point.setX(point.x() + 40)
    point.setY(point.y() + 12)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert panel.list.findChild(QLineEdit) is not None


def test_the_buttons_ask_for_a_speaker_and_for_room(qtbot, panel):
    with qtbot.waitSignal(panel.add_requested):
        qtbot.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.hide_requested):
        qtbot.mouseClick(panel.hide_button, Qt.MouseButton.LeftButton)


def test_only_nine_speakers_have_a_key(panel, session):
    for number in range(10):
        session.apply(lambda d, n=number: edits.add_speaker(d, f"Voix {n}"), LABEL)
    model = panel.list.model()
    assert [model.index(r).data(SpeakerRole.NUMBER) for r in (0, 8, 9)] == [1, 9, None]


def test_a_screen_reader_hears_name_key_and_turns(panel, speak):
    speak("en")
    text = panel.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Léa Salamé, key 1, 3 turns"


def test_without_speakers_the_panel_says_how_to_come_by_them(panel, session):
    session.open(Document())
    assert panel.list.isHidden()
    assert not panel._nobody.isHidden()
    session.apply(lambda d: edits.add_speaker(d, "Aude"), LABEL)
    assert not panel.list.isHidden()
