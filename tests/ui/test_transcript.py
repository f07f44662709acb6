"""The transcript: rows, following, editing in the row, the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Document, Edge, Speaker, Turn, Word
from replique.core.timecode import format_clock
from replique.ui.session import EditingSession
from replique.ui.transcript.editor import PADDING_X, PADDING_Y, WordsEditor
from replique.ui.transcript.metrics import WORDS_LEFT
from replique.ui.transcript.row_layout import RowLayout
from replique.ui.transcript.row_painter import RowPainter
from replique.ui.transcript.view import TranscriptView

SENTENCE = "Il a dit « secrétaire d’Etat au Numérique », c’est toujours bon ?"


def words_of(text):
    first, *others = text.split(" ")
    return (Word(first), *(Word(word, blank=" ") for word in others))


@pytest.fixture
def long_session(qapp):
    """Two hundred timed turns of one to eight sentences; the first is current."""
    turns = [Turn(id=n, words=words_of(" ".join([SENTENCE] * (1 + n % 8))), speaker_id=1) for n in range(1, 201)]
    document = Document(speakers=(Speaker(1, "Léa Salamé", 0),), turns=tuple(turns))
    for n in range(1, 201):
        document = edits.set_edge(document, n, Edge.START, n * 10_000)
    made = EditingSession()
    made.open(document, 1)
    return made


@pytest.fixture
def view(qtbot, themes, long_session):
    made = TranscriptView(long_session, themes)
    qtbot.addWidget(made)
    made.resize(1000, 460)
    made.show()
    qtbot.waitExposed(made)
    return made


def rect(view, turn_id):
    return view.visualRect(view.model().index(turn_id - 1))


def word_at(view, turn_id, x=3, line=0):
    """Return a point in the words of a turn."""
    return QPoint(WORDS_LEFT + x, rect(view, turn_id).top() + 8 + 20 + 23 * line + 11)


def test_the_model_keeps_the_rules_of_models(view, long_session):
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    long_session.apply(lambda d: edits.split_turn(d, 3, 4), Message("test", "x"))
    long_session.apply(lambda d: edits.merge_turns(d, 7), Message("test", "x"))
    long_session.undo()
    long_session.undo()


def test_rows_stand_one_below_the_other_and_none_overlap(view):
    for turn_id in range(1, 9):
        assert rect(view, turn_id + 1).top() == rect(view, turn_id).top() + rect(view, turn_id).height()


def test_the_page_follows_the_word_that_is_spoken(view):
    view.set_position(0, True)
    for ms in range(10_000, 300_000, 2500):
        view.set_position(ms, True)
        spoken = rect(view, ms // 10_000)
        assert spoken.intersects(view.viewport().rect())


def test_scrolling_by_hand_stops_following_and_a_button_leads_back(qtbot, view):
    view.set_position(50_000, True)
    with qtbot.waitSignal(view.following_changed):
        view.verticalScrollBar().sliderPressed.emit()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.set_position(52_000, True)
    assert not rect(view, 5).intersects(view.viewport().rect())
    button = next(child for child in view.children() if getattr(child, "text", str)() == "Back to where it plays")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.is_following
    assert rect(view, 5).intersects(view.viewport().rect())
    assert not button.isVisible()


def test_a_soft_word_under_the_text_cursor_stands_on_the_ground_of_its_row(qtbot, view):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=word_at(view, 2))
    theme, row = view._themes.current, rect(view, 2)
    place = view._rows.layout(1).word_rects(0)[0].toRect().translated(0, row.top())
    image = view.viewport().grab(place).toImage()
    colors = [image.pixel(x, y) for x in range(2, image.width() - 2) for y in range(3, image.height() - 3)]
    assert max(set(colors), key=colors.count) == theme.tint.rgb()


def test_the_first_row_in_sight_stays_where_it_is_when_the_window_is_resized(view):
    view.verticalScrollBar().setValue(3000)
    first = view.indexAt(QPoint(200, 0))
    before = view.visualRect(first).top()
    view.resize(700, 460)
    assert view.visualRect(first).top() == before


@pytest.mark.parametrize("place", [0.0, 0.03, 0.31, 0.77, 0.99, 1.0])
def test_what_is_at_the_top_stays_there_while_the_rest_is_broken_anew(qtbot, view, place):
    bar = view.verticalScrollBar()
    for width in (420, 1000, 640, 520, 1000):
        bar.setValue(round(place * bar.maximum()))
        first = view.indexAt(QPoint(200, 0))
        before = view.visualRect(first).top()
        view.resize(width, 460)
        assert view.visualRect(first).top() == before or bar.value() == bar.maximum()
        seen = view.indexAt(QPoint(200, 0)).row(), view.visualRect(view.indexAt(QPoint(200, 0))).top()
        assert not view._rows.all_exact
        tops = []
        while not view._rows.all_exact:
            QApplication.processEvents()
            index = view.indexAt(QPoint(200, 0))
            tops.append((index.row(), view.visualRect(index).top()))
        assert set(tops) == {seen}


def test_what_is_on_the_screen_is_what_a_fresh_painting_shows(qtbot, view):
    def shown():
        QApplication.processEvents()
        return view.screen().grabWindow(view.winId()).toImage().copy(0, 0, view.viewport().width(), 460)

    bar = view.verticalScrollBar()
    bar.setValue(9000)
    view.resize(640, 460)
    for number in range(12):
        bar.setValue(bar.value() + (60, -35, 250)[number % 3])
        on_screen = shown()
        view.viewport().update()
        assert shown() == on_screen
    qtbot.waitUntil(lambda: view._rows.all_exact)
    bar.setValue(bar.value() + 60)
    on_screen = shown()
    view.viewport().update()
    assert shown() == on_screen


def test_a_click_on_a_word_goes_there_and_chooses_the_turn(qtbot, view, long_session):
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=word_at(view, 2))
    assert asked.args == [20_000]
    assert long_session.current_id == 2
    assert view.text_cursor_word() == 0


def test_a_time_of_many_days_is_gone_to_as_it_is(qtbot, view, long_session):
    thousand_hours_ms = 3_600_000_000
    long_session.apply(lambda d: edits.set_start(d, 200, thousand_hours_ms), Message("test", "x"), go_to=200)
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=word_at(view, 200))
    assert asked.args == [thousand_hours_ms]


def test_a_double_click_opens_what_is_under_it(qtbot, view):
    top = rect(view, 2).top()
    view_port = view.viewport()
    with qtbot.waitSignal(view.time_activated):
        qtbot.mouseDClick(view_port, Qt.MouseButton.LeftButton, pos=QPoint(40, top + 18))
    with qtbot.waitSignal(view.speaker_activated):
        qtbot.mouseDClick(view_port, Qt.MouseButton.LeftButton, pos=QPoint(WORDS_LEFT + 5, top + 18))
    qtbot.mouseDClick(view_port, Qt.MouseButton.LeftButton, pos=word_at(view, 2))
    assert view.is_editing


def editor_of(view):
    return next(editor for editor in view.findChildren(WordsEditor) if editor.isVisible())


def test_the_field_covers_the_words_letter_for_letter(view, long_session):
    long_session.set_current(6)
    view.edit_current()
    editor, row = editor_of(view), rect(view, 6)
    assert editor.geometry().left() == WORDS_LEFT - PADDING_X
    line = editor.document().begin().layout().lineAt(0)
    drawn = editor.geometry().top() + PADDING_Y + line.y() + line.ascent()
    assert abs(drawn - (row.top() + 28 + view._rows.layout(5).face.baseline)) <= 0.5
    assert editor.document().size().height() == view._rows.layout(5).words_height


@pytest.mark.parametrize("width", range(420, 900, 12))
def test_the_field_breaks_lines_where_the_page_does(view, long_session, width):
    view.resize(width, 460)
    long_session.set_current(7)
    view.edit_current()
    layout = editor_of(view).document().begin().layout()
    starts = [layout.lineAt(i).textStart() for i in range(layout.lineCount())]
    words = long_session.current_turn.words
    painted = [sum(len(w.blank) * (i > 0) + len(w.text) for i, w in enumerate(words[: line.first]))
               for line in view._rows.layout(6).lines]  # fmt: skip
    assert [start - bool(start) for start in starts] == painted


def test_escape_keeps_what_was_typed_and_control_enter_goes_on(qtbot, view, long_session):
    long_session.set_current(1)
    view.edit_current()
    assert view.is_editing
    qtbot.keyClicks(editor_of(view), " Oui.")
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert long_session.document.turn(1).text.endswith(" Oui.")
    assert long_session.current_id == 2
    assert view.is_editing
    qtbot.keyClicks(editor_of(view), " Non.")
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Escape)
    assert not view.is_editing
    assert long_session.document.turn(2).text.endswith(" Non.")
    long_session.undo()
    assert long_session.document.turn(2).text.endswith(" ?")


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\r", "\ufdd0"])
def test_words_that_were_only_looked_at_stay_what_they_are(view, long_session, separator):
    long_session.open(Document(turns=(Turn(id=1, words=(Word(f"un{separator}deux"),)),)), 1)
    view.edit_current()
    view.finish_editing()
    assert long_session.document.turn(1).text == f"un{separator}deux"
    assert long_session.undo_label is None


def test_a_row_grows_with_what_is_typed(qtbot, view, long_session):
    long_session.set_current(8)
    view.edit_current()
    before = rect(view, 8).height()
    qtbot.keyClicks(
        editor_of(view),
        " encore un peu plus de mots que de place dans une ligne, et de la place pour plus de mots encore",
    )
    assert rect(view, 8).height() > before
    assert rect(view, 9).top() == rect(view, 8).bottom() + 1


def test_the_page_stands_still_while_words_are_edited(view, long_session):
    long_session.set_current(2)
    view.set_position(20_000, True)
    view.edit_current()
    before = view.verticalScrollBar().value()
    for ms in range(20_000, 120_000, 5000):
        view.set_position(ms, True)
    assert view.verticalScrollBar().value() == before


def test_the_word_that_is_spoken_or_was_clicked_may_go_with_an_edit(qtbot, view, long_session):
    view.set_position(79_900, True)
    last = rect(view, 7).bottom() - 8 - 11
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(WORDS_LEFT + 200, last))
    assert long_session.current_id == 7
    assert view.text_cursor_word() > 12
    long_session.apply(lambda document: edits.split_turn(document, 7, 3), Message("test", "x"))
    view.grab()
    assert view.text_cursor_word() is None
    long_session.apply(lambda document: edits.retext(document, 7, "Oui."), Message("test", "x"))
    view.grab()
    long_session.undo()
    long_session.undo()
    view.grab()


def test_pages_and_ends_have_their_keys(qtbot, view, long_session):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert long_session.current_id == 200
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert 180 < long_session.current_id < 200
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert long_session.current_id == 1


def test_the_scroll_bar_is_off_where_all_is_in_sight(view, long_session, session):
    assert view.verticalScrollBar().isEnabled()
    long_session.open(session.document)
    assert not view.verticalScrollBar().isEnabled()


@pytest.fixture
def work(view, qtbot, monkeypatch):
    """A function that does something and returns which rows were laid out and which were painted because of it."""
    laid_out, painted = [], []
    lay_out, paint = RowLayout.__init__, RowPainter.paint

    def counted_layout(layout, turn, *others):
        laid_out.append(turn.id)
        lay_out(layout, turn, *others)

    def counted_paint(painter, layout, *others):
        painted.append(layout.turn.id)
        paint(painter, layout, *others)

    qtbot.waitUntil(lambda: view._rows.all_exact)
    QApplication.processEvents()
    monkeypatch.setattr(RowLayout, "__init__", counted_layout)
    monkeypatch.setattr(RowPainter, "paint", counted_paint)

    def done(act):
        QApplication.processEvents()
        laid_out.clear(), painted.clear()
        act()
        QApplication.processEvents()
        return laid_out.copy(), painted.copy()

    return done


def test_one_row_that_changes_is_laid_out_and_painted_alone(view, long_session, work):
    def change(edit):
        return lambda: long_session.apply(edit, LABEL)

    assert work(change(lambda d: edits.retext(d, 2, d.turn(2).text + " Oui"))) == ([2], [2])
    assert work(change(lambda d: edits.set_start(d, 3, 30_040))) == ([3], [3])
    assert work(long_session.undo) == ([3], [3])
    assert work(lambda: long_session.set_current(3)) == ([], [1, 3])
    assert work(change(lambda d: edits.set_start(d, 180, 1_800_040))) == ([], [])


def test_a_row_whose_estimated_time_follows_from_another_is_painted_too(view, long_session, work):
    long_session.apply(lambda d: edits.clear_edge(d, 3, Edge.START), LABEL)
    assert work(lambda: long_session.apply(lambda d: edits.set_start(d, 4, 41_000), LABEL)) == ([4], [3, 4])


def test_a_word_that_is_spoken_costs_its_row(view, work):
    view.set_position(20_000, True)
    assert work(lambda: view.set_position(20_700, True)) == ([], [2])


NAME, LABEL = QAccessible.Text.Name, Message("test", "x")


@pytest.fixture
def readable(view):
    """What a screen reader that runs gets of the transcript."""
    QAccessible.setActive(True)
    view.setFocus()
    yield QAccessible.queryAccessibleInterface(view)
    QAccessible.setActive(False)


def test_a_screen_reader_reaches_each_row(view, readable):
    assert (readable.text(NAME), readable.childCount()) == ("Transcript", 200)
    for row in range(200):
        child = readable.child(row)
        assert readable.indexOfChild(child) == row
        assert child.role() is QAccessible.Role.Cell
        assert child.parent().object() is view
        assert child.text(NAME).startswith(f"Léa Salamé, {format_clock(10_000 * (row + 1))}, confirmed: Il a dit")


def test_a_screen_reader_is_told_where_rows_are(view, readable):
    corner = view.viewport().mapToGlobal(QPoint(0, 0))
    for turn_id in (1, 2, 3):
        place = rect(view, turn_id).translated(corner)
        assert readable.child(turn_id - 1).rect() == place
        assert readable.childAt(place.center().x(), place.center().y()).text(NAME).startswith("Léa Salamé")
        assert not readable.child(turn_id - 1).state().invisible
    assert readable.child(150).state().invisible


def test_a_screen_reader_is_told_the_state_of_rows(qtbot, view, readable, long_session):
    qtbot.keyClick(view, Qt.Key.Key_End)
    state, other = readable.child(199).state(), readable.child(5).state()
    assert (state.focused, state.selected, state.focusable, state.selectable) == (1, 1, 1, 1)
    assert (other.focused, other.selected) == (0, 0)
    assert readable.focusChild().text(NAME) == readable.child(199).text(NAME)
    long_session.set_current(None)
    assert not readable.child(199).state().selected


def test_a_screen_reader_follows_edits(readable, long_session):
    long_session.apply(lambda document: edits.split_turn(document, 3, 4), LABEL)
    assert readable.childCount() == 201
    assert readable.child(3).text(NAME).endswith(long_session.document.turns[3].text)
    assert ", interpolated: " in readable.child(3).text(NAME)
    long_session.apply(lambda document: edits.merge_turns(document, 7), LABEL)
    long_session.apply(lambda document: edits.rename_speaker(document, 1, "Aude"), LABEL)
    assert readable.childCount() == 200
    assert all(readable.child(row).text(NAME).startswith("Aude, ") for row in range(200))
    long_session.open(Document())
    assert readable.childCount() == 0


def told_at(view, point):
    place = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, place))
    return QToolTip.text()


def test_the_pointer_tells_when_a_word_is_said_and_how_that_is_known(qtbot, view):
    assert told_at(view, word_at(view, 2)) == "0:20.000, confirmed"
    assert told_at(view, word_at(view, 2, x=60)).endswith(", interpolated")
    told_at(view, QPoint(WORDS_LEFT - 20, rect(view, 2).top() + 10))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_mark_of_a_word_whose_time_is_interpolated_is_another(view):
    def marked(ms):
        view.set_position(0, True)
        view.set_position(ms, True)
        accent = view._themes.current.accent.rgb()
        row = rect(view, 2).adjusted(WORDS_LEFT, 0, 0, 0)
        image = view.viewport().grab(row).toImage()
        return any(image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height()))

    assert not marked(20_000)
    assert marked(20_900)
