"""The waveform: which part is shown, blocks, names, dragging, zooming."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Document, Edge, Turn, Word
from replique.media.peaks import Peaks
from replique.ui.waveform import painter
from replique.ui.waveform.lettering import MIN_CUT_PX, Lettering
from replique.ui.waveform.panel import WaveformPanel
from replique.ui.waveform.ruler import ticks
from replique.ui.waveform.tiles import TileCache, TileKey
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


PHASE = Qt.ScrollPhase
CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(widget, *, y=0, x=0, pixels=None, phase=PHASE.NoScrollPhase, modifiers=Qt.KeyboardModifier.NoModifier):
    """Turn a wheel by angles of an eighth of a degree, or move two fingers on a trackpad by pixels."""
    place = QPointF(500, 60)
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(*(pixels or (0, 0))), QPoint(x, y), Qt.MouseButton.NoButton,
        modifiers, phase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_scrolls_and_with_control_zooms_around_the_pointer(panel):
    before = panel.view.start_ms
    wheel(panel.detail, y=-240)
    assert panel.view.start_ms > before
    under, scale = panel.view.ms_at(500), panel.view.px_per_s
    wheel(panel.detail, y=120, modifiers=CONTROL)
    assert panel.view.px_per_s > scale
    assert panel.view.ms_at(500) == pytest.approx(under)


def test_a_fine_wheel_goes_as_far_as_a_coarse_one(panel):
    panel.view.show_at(MINUTE_MS, 0)
    wheel(panel.detail, y=-120)
    coarse_ms = panel.view.start_ms - MINUTE_MS
    panel.view.show_at(MINUTE_MS, 0)
    for _ in range(40):
        wheel(panel.detail, y=-3)
    assert panel.view.start_ms - MINUTE_MS == pytest.approx(coarse_ms)


def test_two_fingers_scroll_as_many_pixels_both_ways_and_askew_without_a_jump(panel):
    panel.view.show_at(MINUTE_MS, 0)
    px_per_ms = panel.view.px_per_s / 1000
    moves = [(-1, 1), (-6, 4), (-9, 11), (-12, 3), (-8, 9)]
    for number, (dx, dy) in enumerate(moves):
        phase = PHASE.ScrollUpdate if number else PHASE.ScrollBegin
        wheel(panel.detail, pixels=(dx, dy), phase=phase)
    for dx in (-7, -3, -1):
        wheel(panel.detail, pixels=(dx, 0), phase=PHASE.ScrollMomentum)
    moved_px = (panel.view.start_ms - MINUTE_MS) * px_per_ms
    assert moved_px == pytest.approx(1 + 6 + 9 + 12 + 8 + 7 + 3 + 1, abs=2.1)
    wheel(panel.detail, pixels=(0, 30), phase=PHASE.ScrollBegin)
    assert panel.view.start_ms < MINUTE_MS + moved_px / px_per_ms


def test_fingers_that_are_gone_zoom_no_more_and_scroll_on_though_control_is_pressed(panel):
    panel.view.show_at(MINUTE_MS, 0)
    wheel(panel.detail, pixels=(0, 20), phase=PHASE.ScrollBegin, modifiers=CONTROL)
    scale, start_ms = panel.view.px_per_s, panel.view.start_ms
    wheel(panel.detail, pixels=(0, 20), phase=PHASE.ScrollMomentum)
    assert (panel.view.px_per_s, panel.view.start_ms) == (scale, start_ms)
    wheel(panel.detail, pixels=(0, -20), phase=PHASE.ScrollBegin)
    wheel(panel.detail, pixels=(0, -20), phase=PHASE.ScrollMomentum, modifiers=CONTROL)
    assert panel.view.px_per_s == scale
    assert panel.view.start_ms > start_ms


def test_pinching_zooms_around_the_pointer(panel):
    place = QPointF(400, 60)
    panel.view.show_at(MINUTE_MS, 0)
    under, scale = panel.view.ms_at(400), panel.view.px_per_s
    for value in (0.2, 0.25, -0.5):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, place, place,
            panel.detail.mapToGlobal(place), value, QPointF(),
        )  # fmt: skip
        QApplication.sendEvent(panel.detail, event)
        assert panel.view.ms_at(400) == pytest.approx(under)
    assert panel.view.px_per_s == pytest.approx(scale * 1.2 * 1.25 * 0.5)


def test_keys_zoom_around_the_playhead(panel):
    panel.set_position(MINUTE_MS, True)
    x = panel.view.x_of(MINUTE_MS)
    panel.zoom_in()
    assert panel.view.x_of(MINUTE_MS) == pytest.approx(x)
    panel.zoom_out()
    assert panel.view.x_of(MINUTE_MS) == pytest.approx(x)


def test_a_window_made_narrower_keeps_the_playhead_in_sight(panel):
    panel.set_position(MINUTE_MS, False)
    panel.view.show_at(MINUTE_MS, 0.95)
    panel.resize(700, 236)
    QApplication.processEvents()
    assert panel.view.contains(MINUTE_MS)
    wheel(panel.detail, y=-4800)
    start_ms = panel.view.start_ms
    panel.resize(900, 236)
    QApplication.processEvents()
    assert panel.view.start_ms == start_ms


def on_overview(panel, ms):
    return QPoint(round(panel.overview._x_of(ms)), 20)


def test_the_frame_in_the_overview_is_dragged_where_it_is_held(qtbot, panel):
    overview = panel.overview
    panel.view.show_at(MINUTE_MS, 0)
    width_ms = panel.view.end_ms - panel.view.start_ms
    qtbot.mouseMove(overview, on_overview(panel, MINUTE_MS + width_ms * 0.8))
    assert overview.cursor().shape() is Qt.CursorShape.OpenHandCursor
    qtbot.mousePress(overview, Qt.MouseButton.LeftButton, pos=on_overview(panel, MINUTE_MS + width_ms * 0.8))
    assert panel.view.start_ms == pytest.approx(MINUTE_MS)
    qtbot.mouseMove(overview, on_overview(panel, 3 * MINUTE_MS + width_ms * 0.8))
    assert panel.view.start_ms == pytest.approx(3 * MINUTE_MS, abs=500)
    panel.set_position(0, True)
    assert panel.view.start_ms == pytest.approx(3 * MINUTE_MS, abs=500)
    qtbot.mouseRelease(overview, Qt.MouseButton.LeftButton, pos=on_overview(panel, 3 * MINUTE_MS + width_ms * 0.8))


def test_a_click_in_the_overview_shows_that_place_and_a_double_click_goes_there(qtbot, panel):
    overview = panel.overview
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=on_overview(panel, 5 * MINUTE_MS))
    assert panel.view.ms_at(panel.view.width / 2) == pytest.approx(5 * MINUTE_MS, abs=500)
    with qtbot.waitSignal(panel.seek_requested) as asked:
        qtbot.mouseDClick(overview, Qt.MouseButton.LeftButton, pos=on_overview(panel, 7 * MINUTE_MS))
    assert asked.args[0] == pytest.approx(7 * MINUTE_MS, abs=500)


def test_the_overview_shows_what_is_confirmed(qtbot, panel, themes, session):
    panel.overview._find_confirmed()
    picture = panel.overview.grab().toImage()
    confirmed = themes.current.confirmed.name()
    row = [picture.pixelColor(x, 36).name() == confirmed for x in range(picture.width())]
    assert row[round(panel.overview._x_of(4000))]
    assert not row[round(panel.overview._x_of(MINUTE_MS))]


def test_a_turn_that_begins_while_another_is_heard_stands_lower_until_that_one_ends(session, panel):
    session.apply(lambda document: edits.set_edge(document, 2, Edge.END, 11_000), Message("t", "x"))
    blocks = {block.turn_id: block for block in panel.detail.scene.blocks.between(0, 20_000)}
    assert [blocks[n].free_from_ms for n in (1, 2, 3, 4)] == [2000, 6000, 11_000, 14_000]
    geometry, scale = painter.Geometry(panel.detail.height()), panel.detail._painter.scale()
    shape = painter.shape_of(blocks[3], scale, geometry)
    assert shape.full.left() == pytest.approx(panel.view.x_of(11_000), abs=2)
    assert shape.lower.top() > shape.full.top()
    assert shape.lower.height() < shape.full.height()


class Painted(QObject):
    """Notes which rectangles of a widget are painted."""

    def __init__(self, widget):
        super().__init__()
        self.rects = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.rects += [QRect(rect) for rect in event.region()]
        return False


def test_while_it_plays_only_the_strips_at_the_playhead_are_painted(panel):
    panel.set_position(0, True)
    QApplication.processEvents()
    seen = Painted(panel.detail)
    for frame in range(60):
        panel.set_position(1000 + frame * 1000 / 60, True)
        QApplication.processEvents()
    assert len(seen.rects) > 10
    assert all(rect.width() <= 2 * painter.HEAD_HALF_WIDTH + 20 for rect in seen.rects[1:])
    seen.rects.clear()
    panel.set_position(15_000, True)
    QApplication.processEvents()
    assert sum(rect.width() for rect in seen.rects) <= 4 * painter.HEAD_HALF_WIDTH + 20


def test_a_screen_reader_hears_where_the_sound_stands_and_can_move_it(qtbot, panel, session):
    face = QAccessible.queryAccessibleInterface(panel.detail)
    assert face.role() is QAccessible.Role.Slider
    assert face.text(QAccessible.Text.Name) == "Waveform"
    panel.set_position(7000, True)
    assert face.text(QAccessible.Text.Description) == "0:00.000"
    panel.set_position(7250, False)
    assert face.text(QAccessible.Text.Description) == "0:07.250, turn 2, Mounir Mahjoubi"
    value = face.valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (7, 0, 600)
    with qtbot.waitSignal(panel.seek_requested) as asked:
        value.setCurrentValue(90)
    assert asked.args[0] == 90_000


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
    lettering = Lettering(QFont())
    wide = lettering.bold_metrics.horizontalAdvance("Léa Salamé")
    first = lettering.bold_metrics.horizontalAdvance("Léa")
    assert lettering.fitting_name("Léa Salamé", wide) == "Léa Salamé"
    assert lettering.fitting_name("Léa Salamé", first) == "Léa"
    assert lettering.fitting_name("Léa Salamé", first - 1) == ""
    assert lettering.fitting_name("Wilhelmina" * 9, MIN_CUT_PX).endswith("…")


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


def test_tiles_are_forgotten_when_there_is_no_room_and_where_something_changed():
    cache = TileCache(100, len)
    keys = [TileKey(number, 0.256, "dress") for number in range(5)]
    for key in keys:
        cache.get(key, lambda: "x" * 30)
    assert [key in cache for key in keys] == [False, False, True, True, True]
    assert cache.bytes == 90
    cache.get(keys[2], lambda: "never")
    cache.get(keys[0], lambda: "x" * 30)
    assert [key in cache for key in keys] == [True, False, True, False, True]
    cache.drop_between(2500, 2600)
    assert [key in cache for key in keys] == [True, False, False, False, True]
    cache.clear()
    assert cache.bytes == 0


def test_the_next_page_is_painted_before_it_is_turned(qtbot, panel):
    peaks = Peaks(10 * MINUTE_MS)
    peaks.finish(10 * MINUTE_MS)
    panel.set_peaks(peaks)
    panel.set_position(0, True)
    number = panel.detail._painter.numbers(panel.width(), 1.5 * panel.width())[-1]
    qtbot.waitUntil(lambda: panel.detail._painter.is_painted(number))
