"""Messages come, can be read, name the key, stand where nothing is worked on, and go by themselves."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from replique.core import edits
from replique.core.errors import EditError
from replique.core.messages import Message
from replique.core.model import Edge
from replique.ui.edit_names import edge_set
from replique.ui.toast import Tone
from replique.ui.toasts import Toasts


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(900, 600)
    made.part = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made.part)
    column.addSpacing(200)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def toasts(window, themes):
    return Toasts(themes, window)


def test_a_refused_edit_says_why_and_what_to_do(toasts):
    toasts.refuse(EditError("This turn has no time yet.", remedy="Set its start first."))
    assert toasts.text == "This turn has no time yet. Set its start first."
    assert toasts.tone is Tone.REFUSED
    assert toasts.cards[0].isVisible()


def test_it_goes_by_itself(qtbot, toasts):
    toasts.tell(Message("turns", "There is no speaker {number}.", number=7))
    card = toasts.cards[0]
    assert card.stays_ms >= 2500
    card._timer.setInterval(10)
    qtbot.waitUntil(lambda: not toasts.cards)
    assert toasts.text == ""


def test_a_long_message_stays_longer(toasts):
    toasts.show_text("x" * 100)
    assert toasts.cards[0].stays_ms == 7000


def test_it_never_takes_the_focus(window, toasts):
    window.part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.part.setFocus()
    toasts.show_text("Hello")
    assert window.focusWidget() is window.part


def test_it_stays_while_the_pointer_is_over_it(toasts):
    toasts.show_text("Hello")
    card, here = toasts.cards[0], QPointF(1, 1)
    QApplication.sendEvent(card, QEnterEvent(here, here, here))
    assert not card._timer.isActive()
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card._timer.isActive()


def test_it_stands_at_the_bottom_of_its_part_of_the_window(qtbot, window, toasts):
    toasts.set_homes(lambda: [window.part.geometry(), window.rect()], window.part)
    toasts.show_text("Hello " * 40)
    card, part = toasts.cards[0], window.part.geometry()
    assert (part.right() - card.geometry().right(), part.bottom() - card.geometry().bottom()) == (8, 8)
    window.resize(300, 500)
    qtbot.waitUntil(lambda: card.width() == 300 - 16)


def test_what_was_done_last_takes_the_place_of_what_was_done_before(toasts):
    toasts.did("Turn 1 confirmed", "C")
    toasts.did("Turn 2 confirmed", "C")
    assert [(card.text, card.key, card.tone) for card in toasts.cards] == [("Turn 2 confirmed", "C", Tone.DONE)]


def test_a_refusal_stands_above_what_was_done_and_neither_covers_the_other(toasts):
    toasts.show_text("Refused", Tone.REFUSED)
    toasts.did("Turn 2 confirmed", "C")
    refused, deed = toasts.cards
    assert refused.geometry().bottom() < deed.geometry().top()
    toasts.show_text("Refused", Tone.REFUSED)
    assert [card.text for card in toasts.cards] == ["Refused", "Turn 2 confirmed"]


def test_there_are_never_more_than_three(toasts):
    for number in range(7):
        toasts.show_text(f"Message {number}")
    assert [card.text for card in toasts.cards] == ["Message 4", "Message 5", "Message 6"]


@pytest.mark.parametrize("top", [400, 100, 0])
def test_no_message_covers_what_is_worked_on(window, toasts, top):
    taken = QRect(0, top, 900, 150)
    toasts.set_homes(lambda: [window.part.geometry(), window.rect()], window.part)
    toasts.set_clear_of(lambda: [taken])
    toasts.did("Turn 2 confirmed", "C")
    assert not toasts.cards[0].geometry().intersects(taken)


def test_where_all_of_the_page_is_worked_on_it_stands_elsewhere(window, toasts):
    taken = window.part.geometry()
    toasts.set_homes(lambda: [window.part.geometry(), window.rect()], window.part)
    toasts.set_clear_of(lambda: [taken])
    toasts.did("Turn 2 confirmed", "C")
    card = toasts.cards[0].geometry()
    assert not card.intersects(taken)
    assert window.rect().contains(card)


def test_what_finds_no_room_goes_the_oldest_first(window, toasts):
    toasts.set_homes(lambda: [QRect(0, 0, 260, 120)], window.part)
    toasts.show_text("Old " * 20)
    toasts.did("Turn 2 confirmed", "C")
    toasts.show_text("New " * 20)
    assert "Old" not in " ".join(card.text for card in toasts.cards)
    assert all(QRect(0, 0, 260, 120).contains(card.geometry()) for card in toasts.cards)


def test_a_screen_reader_hears_it_with_its_key_and_refusals_at_once(toasts, monkeypatch):
    heard = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append((event.message(), event.politeness()))
    )
    toasts.did("Turn 2 confirmed", "C")
    toasts.refuse(EditError("This turn has no time yet."))
    politeness = QAccessible.AnnouncementPoliteness
    assert heard == [
        ("Turn 2 confirmed (C)", politeness.Polite),
        ("This turn has no time yet.", politeness.Assertive),
    ]


@pytest.fixture
def desk(make_desk, open_sample):
    made = make_desk()
    open_sample(made)
    return made


def stand_on_a_spoken_turn(desk):
    desk.session.set_current(next(turn.id for turn in desk.session.document.turns if turn.is_speech))


def test_what_the_menu_does_is_said_with_its_key(desk, qtbot):
    stand_on_a_spoken_turn(desk)
    desk.actions["timing.set_start"].trigger()
    assert desk.window.toast.text.startswith("Start of turn ")
    assert desk.window.toast.key == "S"
    desk.actions["edit.undo"].trigger()
    assert desk.window.toast.text.startswith("Undone: Start of turn ")
    assert desk.window.toast.key == "Ctrl+Z"


def test_the_key_of_what_is_clicked_is_named_three_times_and_then_no_more(desk, qtbot):
    shown = []
    for _ in range(4):
        desk.window.header.transport.next.click()
        shown.append(desk.window.toast.count)
    assert (desk.window.toast.text, desk.window.toast.key) == ("Next turn", "Down")
    assert shown == [shown[0], shown[0] + 1, shown[0] + 2, shown[0] + 2]


def test_a_key_teaches_itself_nothing(desk, hands):
    hands.sit_at(desk.window)
    desk.window.transcript.setFocus()
    before = desk.window.toast.count
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.when_asked(lambda dialog: dialog.reject())
    hands.press(Qt.Key.Key_F1)
    assert desk.window.toast.count == before
    assert desk.session.current_id


def test_what_is_done_with_the_mouse_alone_names_its_key_too(desk):
    stand_on_a_spoken_turn(desk)
    desk.window.speakers.assign_requested.emit(desk.session.document.speakers[-1].id)
    assert desk.window.toast.key == "G"


def test_a_drag_is_said_when_it_begins_and_when_the_hand_stands_still(desk, qtbot):
    stand_on_a_spoken_turn(desk)
    turn = desk.session.current_turn
    before = desk.window.toast.count
    for ms in (4000, 4010, 4020, 4030):
        edit = partial(edits.set_start, turn_id=turn.id, ms=ms)
        desk.session.apply(edit, edge_set(desk.session.document, turn.id, Edge.START, ms), gesture="drag")
    assert desk.window.toast.count == before + 1
    qtbot.waitUntil(lambda: desk.window.toast.text.endswith("0:04.030"))
    assert desk.window.toast.count == before + 2


@pytest.mark.parametrize("panel", [True, False])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_neither_the_current_row_nor_the_sound_is_ever_covered(desk, qtbot, size, panel):
    desk.settings.speakers_shown = panel
    desk.window.resize(*size)
    QApplication.processEvents()
    view = desk.window.transcript
    for turn in desk.session.document.turns:
        desk.session.set_current(turn.id)
        desk.window.toast.did("Turn confirmed", "C")
        row = view.visualRect(view.currentIndex())
        place = QRect(view.viewport().mapTo(desk.window, row.topLeft()), row.size())
        assert not any(card.geometry().intersects(place) for card in desk.window.toast.cards)
        assert desk.window.rect().contains(desk.window.toast.cards[-1].geometry())
        sound = desk.window.waveform
        assert not QRect(sound.mapTo(desk.window, QPoint()), sound.size()).intersects(
            desk.window.toast.cards[-1].geometry()
        )
    assert view.viewport().mapTo(desk.window, QPoint()).y() > 0


def test_saving_is_said_with_its_key(desk, tmp_path):
    desk.questions.where_to_save = lambda proposed: tmp_path / "entretien.replique"
    desk.actions["file.save"].trigger()
    assert (desk.window.toast.text, desk.window.toast.key) == ("Saved in entretien.replique", "Ctrl+S")
    assert desk.window.toast.tone is Tone.DONE
