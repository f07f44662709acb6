"""What the mouse does in the waveform: press, move and release become seeking, choosing, dragging and panning."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from replique.core.model import Edge
from replique.ui.session import EditingSession
from replique.ui.waveform.blocks import GRAB_PX, Block
from replique.ui.waveform.drag import Drag, Kind, Target, snapped
from replique.ui.waveform.grips import boundary_grip, edge_grip, turn_grip
from replique.ui.waveform.painter import Geometry
from replique.ui.waveform.scene import Scene
from replique.ui.waveform.view_range import ViewRange

SNAP_PX = 8
DRAG_FROM_PX = 4
"""A press that moves less is a click."""
EDGE_SCROLL_MS = 16
EDGE_SCROLL_SHARE = 0.25
"""How much of the way that the pointer is outside is scrolled each time."""

Modifier = Qt.KeyboardModifier
MODIFIERS = {Qt.Key.Key_Control: Modifier.ControlModifier, Qt.Key.Key_Alt: Modifier.AltModifier}


class Part(Enum):
    """What stands under the pointer."""

    SOUND = auto()
    EDGE = auto()
    TURN = auto()


class Hit(NamedTuple):
    """What a press would take hold of."""

    part: Part
    block: Block | None = None
    edge: Edge = Edge.START


CURSORS = {
    Part.SOUND: Qt.CursorShape.IBeamCursor,
    Part.EDGE: Qt.CursorShape.SplitHCursor,
    Part.TURN: Qt.CursorShape.OpenHandCursor,
}


class Pointer(QObject):
    """One hand on one mouse: it reads the events of `widget` and shows by its cursor what a press would do."""

    seek_requested = Signal(float)
    """Go to a time (milliseconds)."""
    moved_by_hand = Signal()
    """The user scrolled."""
    changed = Signal()
    """What is dragged, or how far, has changed."""

    def __init__(self, widget: QWidget, session: EditingSession, scene: Scene, view: ViewRange) -> None:
        super().__init__(widget)
        self._widget = widget
        self._session = session
        self._scene = scene
        self._view = view
        self.drag: Drag | None = None
        self.place = QPointF()
        self._modifiers = Modifier.NoModifier
        self._hit: Hit | None = None
        self._pressed = QPointF()
        self._pressed_ms = 0.0
        self._pan_x: float | None = None
        self._edge_scroll = QTimer(self)
        self._edge_scroll.setInterval(EDGE_SCROLL_MS)
        self._edge_scroll.timeout.connect(self._scroll_on)

    @property
    def is_busy(self) -> bool:
        """Whether a button is held: the view is to stay where it is."""
        return self._hit is not None or self._pan_x is not None

    def press(self, event: QMouseEvent) -> None:
        """Take hold of an edge or a turn, which becomes the current one; go to a place of the sound; or pan."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan_x = event.position().x()
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._hit = hit = self._hit_at(event.position())
            self._pressed, self.place = event.position(), event.position()
            self._pressed_ms = self._view.ms_at(self._pressed.x())
            if hit.block:
                self._session.set_current(hit.block.turn_id)
            else:
                self._seek(self._pressed.x())

    def move(self, event: QMouseEvent) -> None:
        """Go on with what the press began, or show what one would do."""
        self.place, self._modifiers = event.position(), event.modifiers()
        if self._pan_x is not None:
            self._view.scroll(self._pan_x - self.place.x())
            self._pan_x = self.place.x()
            self.moved_by_hand.emit()
        elif self._hit:
            self._hold()
        else:
            self._widget.setCursor(self._cursor_over(self._hit_at(self.place)))

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan_x = None
        self._let_go()

    def double_click(self, event: QMouseEvent) -> None:
        """Choose a turn and go to its start."""
        hit = self._hit_at(event.position())
        if hit.block:
            self._session.set_current(hit.block.turn_id)
            self.seek_requested.emit(hit.block.start_ms)

    def take_key(self, event: QKeyEvent, *, down: bool) -> bool:
        """Let Esc put back what is dragged, and a modifier count at once; return whether the key was meant for it."""
        if self.drag is None:
            return False
        if down and event.key() == Qt.Key.Key_Escape:
            self.drag.cancel()
            self._let_go()
            return True
        modifier = MODIFIERS.get(Qt.Key(event.key()))
        if modifier:
            self._modifiers = self._modifiers | modifier if down else self._modifiers & ~modifier
            self._drag_on(self.drag)
        return modifier is not None

    def forget(self) -> None:
        """Let go of what is no longer there."""
        self._let_go()

    def _hit_at(self, place: QPointF) -> Hit:
        if Geometry(self._widget.height()).is_in_blocks(place.y()):
            ms = self._view.ms_at(place.x())
            grabbed = self._scene.blocks.edge_at(ms, self._tolerance_ms(GRAB_PX))
            if grabbed:
                return Hit(Part.EDGE, *grabbed)
            block = self._scene.blocks.at(ms)
            if block:
                return Hit(Part.TURN, block)
        return Hit(Part.SOUND)

    def _cursor_over(self, hit: Hit) -> Qt.CursorShape:
        wide = hit.part is Part.EDGE and self._modifiers & Modifier.AltModifier
        return Qt.CursorShape.SizeHorCursor if wide else CURSORS[hit.part]

    def _hold(self) -> None:
        """Drag on, or begin to, once the pointer was moved far enough to mean it; or scrub."""
        hit = self._hit
        if hit is None or hit.block is None:
            self._seek(self.place.x())
        elif self.drag:
            self._drag_on(self.drag)
        elif abs(self.place.x() - self._pressed.x()) >= DRAG_FROM_PX:
            self.drag = self._begin(hit, hit.block.turn_id)
            self._drag_on(self.drag)
        self._edge_scroll.start() if self._is_outside() else self._edge_scroll.stop()

    def _begin(self, hit: Hit, turn_id: int) -> Drag:
        timeline, duration_ms = self._session.timeline, self._scene.duration_ms
        if hit.part is Part.TURN:
            return Drag(self._session, turn_grip(timeline, turn_id).within(duration_ms))
        wide = boundary_grip(timeline, turn_id, hit.edge)
        narrow = edge_grip(timeline, turn_id, hit.edge)
        return Drag(self._session, narrow.within(duration_ms), wide and wide.within(duration_ms))

    def _drag_on(self, drag: Drag) -> None:
        free = self._modifiers & Modifier.ControlModifier
        wide = bool(self._modifiers & Modifier.AltModifier)
        drag.move(self._view.ms_at(self.place.x()) - self._pressed_ms, None if free else self._snap, wide=wide)
        is_turn = self._hit is not None and self._hit.part is Part.TURN
        moving = Qt.CursorShape.ClosedHandCursor if is_turn else Qt.CursorShape.SplitHCursor
        if wide and not is_turn:
            moving = Qt.CursorShape.SizeHorCursor
        self._widget.setCursor(Qt.CursorShape.ForbiddenCursor if drag.is_stopped else moving)
        self.changed.emit()

    def _snap(self, wanted_ms: Sequence[float]) -> tuple[float, Target | None]:
        tolerance_ms = self._tolerance_ms(SNAP_PX)
        turn_ids = self.drag.grip.turn_ids if self.drag else frozenset[int]()
        targets = [Target(round(self._scene.position_ms), Kind.PLAYHEAD)]
        onsets = self._scene.onsets_ms
        for ms in wanted_ms:
            edges = self._scene.blocks.edges_near(ms, tolerance_ms, turn_ids)
            targets += [Target(at_ms, Kind.NEIGHBOUR) for at_ms in edges]
            near = onsets[bisect_left(onsets, ms - tolerance_ms) : bisect_right(onsets, ms + tolerance_ms)]
            targets += [Target(at_ms, Kind.ONSET) for at_ms in near]
        return snapped(wanted_ms, targets, tolerance_ms)

    def _is_outside(self) -> bool:
        return not 0 <= self.place.x() <= self._widget.width()

    def _scroll_on(self) -> None:
        """Scroll as long as the pointer is held outside, the faster the farther."""
        x = self.place.x()
        self._view.scroll((x - max(0.0, min(x, self._widget.width()))) * EDGE_SCROLL_SHARE)
        self.moved_by_hand.emit()
        self._hold()

    def _seek(self, x: float) -> None:
        self.seek_requested.emit(max(0.0, min(self._view.ms_at(x), self._scene.duration_ms or float("inf"))))

    def _let_go(self) -> None:
        self._edge_scroll.stop()
        was_dragging, self.drag, self._hit = self.drag is not None, None, None
        self._widget.setCursor(self._cursor_over(self._hit_at(self.place)))
        if was_dragging:
            self.changed.emit()

    def _tolerance_ms(self, px: float) -> float:
        return px * 1000 / self._view.px_per_s
