"""The words of the transcript follow the font of the application and the screen; keys and wheel make them larger."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QApplication

from replique.core.model import Document, Speaker, Turn, Word
from replique.ui.transcript.editor import WordsEditor

SENTENCE = "Il a dit « secrétaire d’Etat au Numérique », c’est toujours bon ?"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(make_desk, hands):
    """The program with sixty turns of three sentences, scrolled to the thirtieth, the keys in the transcript."""
    made = make_desk()
    words = tuple(Word(word) for word in " ".join([SENTENCE] * 3).split(" "))
    made.session.open(
        Document(speakers=(Speaker(1, "Léa", 0),), turns=tuple(Turn(n, words, 1) for n in range(1, 61)))
    )
    hands.sit_at(made.window)
    made.window.transcript.setFocus()
    made.session.set_current(30)
    return made


@pytest.fixture
def larger_font(qapp):
    """A function that makes the font of the application twice as large; afterwards it is what it was."""
    before = qapp.font()

    def enlarge():
        font = QFont(before)
        font.setPixelSize(2 * before.pixelSize())
        qapp.setFont(font)

    yield enlarge
    qapp.setFont(before)


def view_of(desk):
    return desk.window.transcript


def row_height(desk):
    view = view_of(desk)
    view._rows.measure(view.currentIndex().row())
    return view.visualRect(view.currentIndex()).height()


def top(desk):
    """The turn at the top of the page and where it begins."""
    view = view_of(desk)
    index = view.indexAt(QPoint(200, 0))
    return index.row(), view.visualRect(index).top()


def turn_wheel(view, delta):
    place = QPointF(300, 100)
    event = QWheelEvent(
        place, QPointF(view.viewport().mapToGlobal(place.toPoint())), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_keys_make_the_text_larger_and_smaller_and_what_is_at_the_top_stays(desk, hands):
    usual, at_top = row_height(desk), top(desk)
    for _ in range(3):
        hands.press(Qt.Key.Key_PageUp, CONTROL)
    assert row_height(desk) > usual
    assert top(desk) == at_top
    assert desk.settings.text_percent == 130
    for _ in range(4):
        hands.press(Qt.Key.Key_PageDown, CONTROL)
    assert row_height(desk) < usual
    desk.actions["view.text_usual"].trigger()
    assert row_height(desk) == usual


def test_the_wheel_with_control_does_so_too_and_goes_on_following(desk):
    view = view_of(desk)
    usual, scrolled = row_height(desk), view.verticalScrollBar().value()
    for _ in range(4):
        turn_wheel(view, 60)
    assert desk.settings.text_percent == 120
    assert row_height(desk) > usual
    assert view.is_following
    for _ in range(2):
        turn_wheel(view, -120)
    assert (row_height(desk), view.verticalScrollBar().value()) == (usual, scrolled)


def test_the_words_follow_the_font_of_the_application_at_once(desk, larger_font):
    usual, at_top = row_height(desk), top(desk)
    larger_font()
    assert row_height(desk) > 1.8 * usual
    assert top(desk) == at_top


def test_words_that_are_being_typed_are_taken_in_when_the_font_changes(qtbot, desk, hands, larger_font):
    hands.press(Qt.Key.Key_F2)
    hands.write(" Oui.")
    larger_font()
    assert not view_of(desk).is_editing
    assert desk.session.document.turn(30).text.endswith(" Oui.")
    hands.press(Qt.Key.Key_F2)
    editor = next(field for field in view_of(desk).findChildren(WordsEditor) if field.isVisible())
    assert editor.document().defaultFont().key() == view_of(desk)._rows.metrics.words.font.key()


def test_glyphs_are_made_anew_on_a_screen_with_other_dots(desk, monkeypatch):
    view = view_of(desk)
    before = view._rows.layout(29)
    assert view._rows.layout(29) is before
    monkeypatch.setattr(view, "devicePixelRatio", lambda: 2.0)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert view._rows.layout(29) is not before


def test_the_size_is_kept_and_taken_up_again(desk, make_desk, hands):
    hands.press(Qt.Key.Key_PageUp, CONTROL)
    enlarged = row_height(desk)
    desk.settings.save()
    again = make_desk()
    again.session.open(desk.session.document, 30)
    assert row_height(again) == enlarged
