"""The waveform: which part is shown, blocks, names, dragging, zooming."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Document, Edge, Turn, Word
from replique.ui.waveform import painter
from replique.ui.waveform.panel import WaveformPanel
from replique.ui.waveform.ruler import ticks
from replique.ui.waveform.view_range import LEAD_PX, ViewRange

MINUTE_MS = 60_000


@pytest.fixture
def view(qapp):
    made = ViewRange()
    made.resize(1000)
    made.set_duration(10 * MINUTE_MS)
    return made


@pytest.fixture
def panel(qtbot, themes, session):
    """Ten minutes of sound; four turns begin every four seconds, the last ends at 18 s."""
    for number in range(4):
        session.apply(
            lambda document, n=number: edits.set_edge(document, n + 1, Edge.START, 2000 + 4000 * n), Message("t", "x")
        )
    session.apply(lambda document: edits.set_edge(document, 4, Edge.END, 18_000), Message("t", "x"))
    made = WaveformPanel(session, themes)
    qtbot.addWidget(made)
    made.set_duration(10 * MINUTE_MS)
    made.resize(1280, 236)
    made.show()
    qtbot.waitExposed(made)
    return made


def in_blocks(panel, ms):
    geometry = painter.Geometry(panel.detail.height())
    return QPoint(round(panel.view.x_of(ms)), geometry.blocks_top + 10)


def test_the_beginning_and_the_end_are_shown_whole(view):
    view.show_at(-MINUTE_MS, 0)
    assert view.x_of(0) == LEAD_PX
    view.show_at(20 * MINUTE_MS, 0)
    assert round(view.x_of(10 * MINUTE_MS)) == 1000 - LEAD_PX
    view.fit()
    assert (round(view.x_of(0)), round(view.x_of(10 * MINUTE_MS))) == (LEAD_PX, 1000 - LEAD_PX)


def test_the_beginning_is_shown_whole_before_the_window_is_laid_out(panel):
    panel.set_position(0, False)
    assert panel.view.x_of(0) == LEAD_PX


def test_zooming_keeps_the_time_under_the_pointer(view):
    view.show_at(MINUTE_MS, 0)
    before = view.ms_at(300)
    view.zoom(3, 300)
    assert view.ms_at(300) == pytest.approx(before)
    view.zoom(1e9, 300)
    view.zoom(1e-9, 300)
    assert round(view.x_of(10 * MINUTE_MS) - view.x_of(0)) == 1000 - 2 * LEAD_PX


def test_the_ruler_is_as_dense_as_it_can_be_read(view):
    for factor in (0.01, 0.3, 1, 3, 30):
        view.px_per_s = 25 * factor
        places = [x for x, _ in ticks(view, 0, 1000)]
        assert all(after - before >= 72 for before, after in pairwise(places))
    view.px_per_s = 25
    assert [label for _, label in ticks(view, 0, 400)][:3] == ["0:00", "0:04", "0:08"]


def test_a_click_seeks_and_a_click_on_a_turn_chooses_it(qtbot, panel, session):
    with qtbot.waitSignal(panel.seek_requested) as asked:
        qtbot.mouseClick(panel.detail, Qt.MouseButton.LeftButton, pos=QPoint(round(panel.view.x_of(5000)), 60))
    assert asked.args[0] == pytest.approx(5000, abs=40)
    qtbot.mouseClick(panel.detail, Qt.MouseButton.LeftButton, pos=in_blocks(panel, 12_000))
    assert session.current_id == 3


def test_a_dragged_edge_moves_in_one_step_that_undo_takes_back(qtbot, panel, session):
    qtbot.mousePress(panel.detail, Qt.MouseButton.LeftButton, pos=in_blocks(panel, 6000))
    for ms in (6500, 7000, 8000):
        qtbot.mouseMove(panel.detail, in_blocks(panel, ms))
    qtbot.mouseRelease(panel.detail, Qt.MouseButton.LeftButton, pos=in_blocks(panel, 8000))
    assert session.document.turn(2).start_ms == pytest.approx(8000, abs=40)
    session.undo()
    assert session.document.turn(2).start_ms == 6000


def test_escape_puts_a_dragged_edge_back(qtbot, panel, session):
    panel.detail.setFocus()
    qtbot.mousePress(panel.detail, Qt.MouseButton.LeftButton, pos=in_blocks(panel, 6000))
    qtbot.mouseMove(panel.detail, in_blocks(panel, 7000))
    assert session.document.turn(2).start_ms != 6000
    qtbot.keyClick(panel.detail, Qt.Key.Key_Escape)
    assert session.document.turn(2).start_ms == 6000


@pytest.mark.parametrize("way_out", ["move on", "escape"])
def test_a_drag_takes_nothing_back_that_was_done_meanwhile(qtbot, panel, session, way_out):
    panel.detail.setFocus()
    qtbot.mousePress(panel.detail, Qt.MouseButton.LeftButton, pos=in_blocks(panel, 6000))
    qtbot.mouseMove(panel.detail, in_blocks(panel, 7000))
    session.apply(lambda document: edits.retext(document, 4, "Bonsoir."), Message("t", "x"))
    if way_out == "escape":
        qtbot.keyClick(panel.detail, Qt.Key.Key_Escape)
    else:
        qtbot.mouseMove(panel.detail, in_blocks(panel, 8000))
    assert session.document.turn(4).text == "Bonsoir."
    assert session.document.turn(2).start_ms == pytest.approx(7000, abs=40)


def test_a_drag_ends_with_its_document(qtbot, panel, session):
    qtbot.mousePress(panel.detail, Qt.MouseButton.LeftButton, pos=in_blocks(panel, 6000))
    other = Document(turns=(Turn(id=2, words=(Word("Ailleurs."),)),))
    session.open(other)
    qtbot.mouseMove(panel.detail, in_blocks(panel, 8000))
    assert session.document is other
    assert not panel.detail.is_dragging


def wheel(widget, *, y, modifiers=Qt.KeyboardModifier.NoModifier):
    place = QPointF(500, 60)
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, y), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_scrolls_and_with_control_zooms_around_the_pointer(panel):
    before = panel.view.start_ms
    wheel(panel.detail, y=-240)
    assert panel.view.start_ms > before
    under, scale = panel.view.ms_at(500), panel.view.px_per_s
    wheel(panel.detail, y=120, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert panel.view.px_per_s > scale
    assert panel.view.ms_at(500) == pytest.approx(under)


def test_the_next_page_comes_before_the_playhead_leaves_this_one(panel):
    for ms in range(0, 2 * MINUTE_MS, 250):
        panel.set_position(ms, True)
        assert panel.view.contains(ms)
    wheel(panel.detail, y=-4800)
    start_ms = panel.view.start_ms
    panel.set_position(2 * MINUTE_MS + 250, True)
    assert panel.view.start_ms == start_ms
    panel.follow_now()
    assert panel.view.contains(2 * MINUTE_MS + 250)


def test_a_narrow_block_has_the_first_name_or_none(qapp):
    font = QFont()
    wide = QFontMetricsF(font).horizontalAdvance("Léa Salamé")
    first = QFontMetricsF(font).horizontalAdvance("Léa")
    assert painter.fitting_name("Léa Salamé", font, wide) == "Léa Salamé"
    assert painter.fitting_name("Léa Salamé", font, first) == "Léa"
    assert painter.fitting_name("Léa Salamé", font, first - 1) == ""
    assert painter.fitting_name("Wilhelmina" * 9, font, painter.MIN_CUT_PX).endswith("…")


def test_turns_sound_and_playhead_are_painted_in_their_colours(panel, themes):
    panel.set_position(4000, False)
    picture = panel.detail.grab().toImage()
    geometry, theme = painter.Geometry(panel.detail.height()), themes.current
    ratio = picture.devicePixelRatio()

    def color(x, y):
        return picture.pixelColor(round(x * ratio), round(y * ratio)).name()

    assert color(panel.view.x_of(2000) + 2, geometry.blocks_top + 3) == theme.speakers[0].name()
    assert color(panel.view.x_of(6000) + 2, geometry.blocks_top + 3) == theme.speakers[1].name()
    assert color(panel.view.x_of(4000), 40) == theme.accent.name()
    assert color(panel.view.x_of(2000) + 2, geometry.height - painter.PINS_ABOVE_BOTTOM) == theme.confirmed.name()
