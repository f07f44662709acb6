"""Undo and redo by keys: they say what they did, and bring back where the user stood and what he saw."""

import pytest
from PySide6.QtCore import QPoint, Qt

from replique.core import edits
from replique.core.model import Document, Edge, Speaker, Turn, Word
from replique.ui.transcript.metrics import WORDS_LEFT

SENTENCE = "Il a dit « secrétaire d’Etat au Numérique », c’est toujours bon ?"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def long_interview():
    words = [Word(word) for word in (SENTENCE + " " + SENTENCE).split(" ")]
    speakers = (Speaker(1, "Léa Salamé", 0), Speaker(2, "Aude", 1))
    made = Document(
        speakers=speakers, turns=tuple(Turn(n, tuple(words[: 1 + n % 24]), 1 + n % 2) for n in range(1, 201))
    )
    for n in range(1, 201):
        made = edits.set_edge(made, n, Edge.START, n * 10_000)
    return made


@pytest.fixture
def desk(make_desk, hands):
    """The program with an interview of two hundred turns, the keys in the transcript."""
    made = make_desk()
    made.session.open(long_interview(), 1)
    hands.sit_at(made.window)
    made.window.transcript.setFocus()
    return made


def seen(desk):
    """What is at the top of the page, and where."""
    view = desk.window.transcript
    index = view.indexAt(QPoint(200, 0))
    return view.model().turn(index.row()).id, view.visualRect(index).top()


def click_word(qtbot, desk, turn_id, x):
    view = desk.window.transcript
    top = view.visualRect(view.model().index(turn_id - 1)).top()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(WORDS_LEFT + x, top + 8 + 20 + 11))


def undo_text(desk):
    return desk.actions["edit.undo"].text().replace("&", "")


def test_undo_and_redo_bring_back_the_turn_the_word_and_the_part_of_the_page(qtbot, desk, hands):
    view = desk.window.transcript
    desk.session.set_current(90)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)
    click_word(qtbot, desk, 88, 200)
    word, before = view.text_cursor_word(), seen(desk)
    assert word
    hands.press(Qt.Key.Key_X)
    assert len(desk.session.document.turns) == 201
    after, stood = seen(desk), desk.session.current_id
    hands.press(Qt.Key.Key_End)
    assert seen(desk) != before
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert len(desk.session.document.turns) == 200
    assert (desk.session.current_id, view.text_cursor_word(), seen(desk)) == (88, word, before)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(desk.session.document.turns) == 201
    assert (desk.session.current_id, seen(desk)) == (stood, after)


def test_the_menu_says_what_is_undone_and_the_message_tells_undo_from_redo(desk, hands):
    desk.session.set_current(12)
    hands.press(Qt.Key.Key_M)
    merged = desk.window.toast.text
    assert undo_text(desk) == f"Undo: {merged}"
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert desk.window.toast.text == f"Undone: {merged}"
    assert undo_text(desk) == "Undo"
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert desk.window.toast.text == f"Redone: {merged}"
    assert undo_text(desk) == f"Undo: {merged}"


def test_what_was_typed_is_one_step_and_the_text_cursor_comes_back_to_its_word(qtbot, desk, hands):
    view, document = desk.window.transcript, desk.session.document
    desk.session.set_current(20)
    click_word(qtbot, desk, 20, 150)
    word = view.text_cursor_word()
    hands.press(Qt.Key.Key_F2)
    hands.write("Oui ")
    hands.press(Qt.Key.Key_Escape)
    assert desk.session.document.turn(20).text != document.turn(20).text
    after = view.text_cursor_word()
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document == document
    assert (desk.session.current_id, view.text_cursor_word()) == (20, word)
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert (desk.session.current_id, view.text_cursor_word()) == (20, after)
    assert desk.session.document.turn(20).words[after - 1].text == "Oui"


def test_a_text_cursor_after_the_last_word_is_at_no_word(desk, hands):
    desk.session.set_current(20)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Escape)
    assert desk.window.transcript.text_cursor_word() is None
