"""Dragging in the waveform: edges, boundaries and whole turns; snapping, clamping, Esc and undo."""

from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Cue, CueText, Document, Edge, Speaker, Turn, Word
from replique.core.timeline import Timeline
from replique.ui.session import EditingSession
from replique.ui.waveform import painter
from replique.ui.waveform.drag_label import lines_of
from replique.ui.waveform.panel import WaveformPanel

LABEL = Message("test", "x")
LEFT = Qt.MouseButton.LeftButton
NONE, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
EXACT_MS = 20


def timed(turn_id, start_ms, end_ms, text="un deux trois"):
    """A turn whose words are aligned, one after the other."""
    words = text.split()
    each = (end_ms - start_ms) // len(words)
    return Turn(
        turn_id,
        tuple(
            Word(word, start_ms=start_ms + i * each, end_ms=start_ms + (i + 1) * each) for i, word in enumerate(words)
        ),
        turn_id % 2 + 1,
    )


@pytest.fixture
def session(qapp):
    """Three turns: 2 to 5 s, 6 to 9 s, 9 to 12 s; all aligned, the first one's start confirmed."""
    made = EditingSession()
    turns = (timed(1, 2000, 5000), timed(2, 6000, 9000), timed(3, 9000, 12_000))
    made.open(Document(speakers=(Speaker(1, "Léa", 0), Speaker(2, "Mounir", 1)), turns=turns), 1)
    made.apply(lambda document: edits.confirm(document, 1), LABEL)
    return made


@pytest.fixture
def panel(qtbot, themes, session):
    """A hundred pixels a second."""
    made = WaveformPanel(session, themes)
    qtbot.addWidget(made)
    made.set_duration(60_000)
    made.resize(1280, 236)
    made.show()
    qtbot.waitExposed(made)
    made.view.zoom(100 / made.view.px_per_s, 0)
    made.view.show_at(0, 0)
    made.detail.setFocus()
    return made


class Mouse:
    """A mouse on the turns of the waveform, led by times."""

    def __init__(self, panel):
        self.detail, self.view = panel.detail, panel.view
        self.place = QPointF()
        self.held = Qt.MouseButton.NoButton

    def _send(self, kind, button, modifiers):
        event = QMouseEvent(kind, self.place, self.detail.mapToGlobal(self.place), button, self.held, modifiers)
        QApplication.sendEvent(self.detail, event)

    def go(self, ms, modifiers=NONE, y=None):
        blocks = painter.Geometry(self.detail.height()).blocks_top + 10
        self.place = QPointF(self.view.x_of(ms), blocks if y is None else y)
        self._send(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, modifiers)

    def press(self, ms, modifiers=NONE):
        self.go(ms, modifiers)
        self.held = LEFT
        self._send(QEvent.Type.MouseButtonPress, LEFT, modifiers)

    def release(self, modifiers=NONE):
        self.held = Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonRelease, LEFT, modifiers)

    def drag(self, from_ms, to_ms, modifiers=NONE):
        self.press(from_ms, modifiers)
        for step in range(1, 5):
            self.go(from_ms + (to_ms - from_ms) * step / 4, modifiers)
        self.release(modifiers)


@pytest.fixture
def mouse(panel):
    return Mouse(panel)


def span(session, turn_id):
    timeline = Timeline(session.document)
    found = timeline.turn_span(session.document.index_of(turn_id))
    return found.start_ms, found.end_ms


def about(*times_ms):
    return pytest.approx(times_ms, abs=EXACT_MS)


def test_a_dragged_turn_moves_with_its_words_in_one_step(session, mouse):
    before = session.document
    mouse.drag(7500, 6900, CONTROL)
    moved, old = session.document.turn(2), before.turn(2)
    assert span(session, 2) == about(5400, 8400)
    shift = moved.start_ms - old.start_ms
    assert [word.start_ms - shift for word in moved.words] == [word.start_ms for word in old.words]
    assert [word.end_ms - shift for word in moved.words] == [word.end_ms for word in old.words]
    assert moved.is_confirmed
    assert session.undo_label.format().startswith("Turn 2 moved to 0:05.")
    session.undo()
    assert session.document == before


def test_a_press_that_does_not_move_chooses_the_turn_and_changes_nothing(session, mouse):
    before = session.document
    mouse.press(7500)
    mouse.go(7520)
    mouse.release()
    assert session.current_id == 2
    assert session.document is before


def test_escape_puts_a_turn_back_and_leaves_nothing_to_undo(qtbot, panel, session, mouse):
    before, label = session.document, session.undo_label
    said = []
    session.done.connect(lambda message: said.append(str(message)))
    mouse.press(7500)
    mouse.go(7900, CONTROL)
    qtbot.keyClick(panel.detail, Qt.Key.Key_Escape)
    mouse.go(8300, CONTROL)
    mouse.release()
    assert session.document == before
    assert session.undo_label is label
    assert said[-1] == "Drag put back"


def test_with_alt_both_neighbours_move_and_the_pause_between_them_stays(session, mouse):
    mouse.drag(6000, 6500, CONTROL | ALT)
    assert span(session, 1) == about(2000, 5500)
    assert span(session, 2) == about(6500, 9000)
    session.undo()
    assert span(session, 1) == (2000, 5000)
    mouse.drag(5000, 4600, CONTROL | ALT)
    assert span(session, 1) == about(2000, 4600)
    assert span(session, 2) == about(5600, 9000)


def test_with_alt_turns_that_touch_go_on_touching(session, mouse):
    mouse.drag(9000, 9400, CONTROL | ALT)
    assert span(session, 2)[1] == span(session, 3)[0] == pytest.approx(9400, abs=EXACT_MS)
    session.undo()
    mouse.drag(9000, 9400, CONTROL)
    assert span(session, 2) == (6000, 9000)
    assert span(session, 3)[0] == pytest.approx(9400, abs=EXACT_MS)


def test_alt_counts_as_soon_as_it_is_pressed_or_let_go(panel, session, mouse):
    mouse.press(6000)
    mouse.go(6500, CONTROL)
    assert span(session, 1)[1] == 5000
    QApplication.sendEvent(panel.detail, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Alt, ALT | CONTROL))
    assert span(session, 1)[1] == pytest.approx(5500, abs=EXACT_MS)
    QApplication.sendEvent(panel.detail, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, CONTROL))
    assert span(session, 1)[1] == 5000
    mouse.release()


def test_an_edge_is_stopped_at_a_confirmed_time_and_that_is_felt(panel, session, mouse):
    session.apply(lambda document: edits.confirm(document, 2), LABEL)
    mouse.press(9000)
    mouse.go(5500, CONTROL)
    assert span(session, 3)[0] == 6001
    assert panel.detail.cursor().shape() is Qt.CursorShape.ForbiddenCursor
    assert "stopped at a confirmed time" in lines_of(panel.detail._pointer.drag)[1]
    mouse.go(8000, CONTROL)
    assert span(session, 3)[0] == pytest.approx(8000, abs=EXACT_MS)
    assert panel.detail.cursor().shape() is Qt.CursorShape.SplitHCursor
    mouse.release()


def test_a_turn_is_stopped_by_confirmed_neighbours_and_the_ends_of_the_recording(session, mouse):
    session.apply(lambda document: edits.confirm(document, 3), LABEL)
    mouse.drag(7500, 14_000, CONTROL)
    assert span(session, 2)[0] == 8999
    mouse.drag(3000, -2000, CONTROL)
    assert span(session, 1)[0] == 0
    mouse.drag(10_500, 11_500, CONTROL)
    for _ in range(6):
        start_ms, end_ms = span(session, 3)
        mouse.drag((start_ms + end_ms) / 2, (start_ms + end_ms) / 2 + 1500, CONTROL)
        mouse.view.show_at(span(session, 3)[0], 0.3)
    for _ in range(30):
        start_ms, end_ms = span(session, 3)
        mouse.drag((start_ms + end_ms) / 2, (start_ms + end_ms) / 2 + 6000, CONTROL)
        mouse.view.show_at(span(session, 3)[0], 0.3)
    assert span(session, 3)[1] == 60_000


@pytest.mark.parametrize(
    ("near_ms", "target_ms", "says"),
    [(5040, 5000, "at a neighbour"), (7300, 7360, "at the playhead"), (8000, 8055, "where speech begins")],
)
def test_an_edge_snaps_within_eight_pixels_and_says_to_what(panel, session, mouse, near_ms, target_ms, says):
    panel.set_position(7360, False)
    panel.set_onsets([1000, 8055])
    mouse.press(6000)
    mouse.go(near_ms)
    assert span(session, 2)[0] == target_ms
    assert lines_of(panel.detail._pointer.drag)[1].endswith(says)
    mouse.go(near_ms, CONTROL)
    assert span(session, 2)[0] == pytest.approx(near_ms, abs=EXACT_MS)
    mouse.release()


def test_snapping_is_a_matter_of_pixels_not_of_seconds(panel, session, mouse):
    panel.set_onsets([7000])
    panel.view.zoom(5, 0)
    panel.view.show_at(6000, 0.2)
    mouse.drag(6000, 6970)
    assert span(session, 2)[0] == pytest.approx(6970, abs=EXACT_MS)


def test_a_turn_snaps_with_either_end(panel, session, mouse):
    panel.set_onsets([12_960])
    mouse.drag(10_500, 11_430)
    assert span(session, 3) == (9960, 12_960)


def test_times_change_and_length_stand_beside_the_pointer(panel, session, mouse, speak):
    mouse.press(6000)
    mouse.go(6500, CONTROL)
    times, below = lines_of(panel.detail._pointer.drag)
    moved_ms = span(session, 2)[0] - 6000
    assert times == f"0:06.{moved_ms:03}"
    assert below == f"+0.{moved_ms:03}\N{NO-BREAK SPACE}s · lasts 2.{1000 - moved_ms:03}\N{NO-BREAK SPACE}s"
    speak("fr")
    times, below = lines_of(panel.detail._pointer.drag)
    assert times == f"0:06,{moved_ms:03}"
    assert below.startswith(f"+0,{moved_ms:03}\N{NO-BREAK SPACE}s · dure 2,")
    mouse.release()


@pytest.mark.parametrize("x", [0, 3, 640, 1277, 1279])
@pytest.mark.parametrize("y", [0, 40, 150, 185])
def test_what_stands_beside_the_pointer_stays_inside(panel, x, y):
    geometry = painter.Geometry(panel.detail.height())
    lines = ["1:02:03.450 – 1:02:05.000", "+0.120 s · lasts 1.550 s · stopped at a confirmed time"]
    box = painter.label_rect(lines, panel.detail._painter.lettering, QPointF(x, y), geometry, panel.detail.width())
    assert panel.detail.rect().contains(box.toAlignedRect())
    assert not box.contains(QPointF(x, y))


def test_the_cursor_says_what_a_press_would_do(panel, mouse):
    shapes = Qt.CursorShape
    for ms, y, modifiers, shape in (
        (1000, 60, NONE, shapes.IBeamCursor),
        (6000, None, NONE, shapes.SplitHCursor),
        (6000, None, ALT, shapes.SizeHorCursor),
        (7500, None, NONE, shapes.OpenHandCursor),
        (5500, None, NONE, shapes.IBeamCursor),
    ):
        mouse.go(ms, modifiers, y)
        assert panel.detail.cursor().shape() is shape


def test_dragging_past_the_border_scrolls_on(qtbot, panel, session, mouse):
    mouse.press(10_500)
    mouse.go(panel.view.ms_at(panel.width() + 60), CONTROL)
    start_ms = panel.view.start_ms
    qtbot.waitUntil(lambda: panel.view.start_ms > start_ms + 2000)
    assert span(session, 3)[0] > 12_500
    mouse.release()
    start_ms = panel.view.start_ms
    QTest.qWait(60)
    assert panel.view.start_ms == start_ms


def test_dragging_on_the_sound_scrubs(qtbot, panel, mouse):
    heard = []
    panel.seek_requested.connect(heard.append)
    mouse.go(1000, y=60)
    mouse.held = LEFT
    mouse._send(QEvent.Type.MouseButtonPress, LEFT, NONE)
    mouse.go(1500, y=60)
    mouse.go(1800, y=60)
    mouse.release()
    mouse.go(4000, y=60)
    assert heard == about(1000, 1500, 1800)


def random_edit(random, document):
    turn = random.choice(document.turns)
    choices = (
        lambda: edits.move_turn(document, turn.id, random.randint(-900, 900)),
        lambda: edits.set_edge(document, turn.id, random.choice(list(Edge)), random.randint(1000, 13_000)),
        lambda: edits.assign_speaker(document, turn.id, random.choice([1, 2])),
        lambda: edits.split_turn(document, turn.id, 1),
        lambda: edits.merge_turns(document, turn.id),
        lambda: edits.clear_edge(document, turn.id, random.choice(list(Edge))),
    )
    return random.choice(choices)()


def shown_afresh(qtbot, themes, session, panel):
    """The same place in a waveform that has painted nothing before."""
    fresh = WaveformPanel(session, themes)
    qtbot.addWidget(fresh)
    fresh.set_duration(60_000)
    fresh.resize(panel.size())
    fresh.set_cues(panel.detail.scene.cues.cues)
    fresh.set_position(panel.detail.scene.position_ms, False)
    fresh.show()
    fresh.view.zoom(panel.view.px_per_s / fresh.view.px_per_s, 0)
    fresh.view.show_at(panel.view.start_ms, 0)
    return picture(fresh.detail.grab())


def on_screen(widget):
    """What stands on the screen, nothing painted anew."""
    window, corner = widget.window(), widget.mapTo(widget.window(), QPoint())
    size = widget.size()
    return picture(window.screen().grabWindow(window.winId(), corner.x(), corner.y(), size.width(), size.height()))


def picture(pixmap):
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("seed", range(6))
def test_only_what_changed_is_painted_and_the_picture_is_as_if_all_were(qtbot, themes, session, panel, seed):
    random = Random(seed)
    panel.detail.clearFocus()
    for _ in range(12):
        session.apply(lambda document: random_edit(random, document), LABEL)
        at_ms = random.randint(500, 12_000)
        panel.set_cues([Cue(at_ms, at_ms + 900, (CueText("", ("Oui.",)),))])
        session.set_current(random.choice(session.document.turns).id)
        panel.view.show_at(random.uniform(-200, 9000), 0)
        QApplication.processEvents()
        for ms in (panel.view.ms_at(40), random.randint(0, 12_000)):
            panel.set_position(ms, False)
            QApplication.processEvents()
        assert shown_afresh(qtbot, themes, session, panel) == on_screen(panel.detail)


def test_what_is_written_while_dragging_is_gone_afterwards(qtbot, themes, session, panel, mouse):
    panel.set_onsets([6400])
    mouse.press(6000)
    for ms in (6200, 6390, 7000, 2100, 6900):
        mouse.go(ms)
        QApplication.processEvents()
    mouse.release()
    panel.detail.clearFocus()
    QApplication.processEvents()
    assert shown_afresh(qtbot, themes, session, panel) == on_screen(panel.detail)
