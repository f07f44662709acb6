"""Dragging the edge of a turn: bounded by what is confirmed, drawn to what is near, one undo step."""

from __future__ import annotations

from secrets import token_hex

from replique.core import edits
from replique.core.edges import bounds, slot_of
from replique.core.model import Edge
from replique.ui.edit_names import edge_set
from replique.ui.session import Edit, EditingSession


class EdgeDrag:
    """One drag, from the press of the button to its release.

    Each move is an edit of the document as it was at the press, so that what had to give way comes back when the
    pointer does. Once something else has changed the document, the drag moves nothing any more.
    """

    def __init__(self, session: EditingSession, turn_id: int, edge: Edge, from_ms: int) -> None:
        self.turn_id = turn_id
        self.edge = edge
        self.at_ms = from_ms
        self._session = session
        self._before = session.document
        self._expected = session.document
        self._gesture = f"drag {token_hex(8)}"
        index = self._before.index_of(turn_id)
        slot = slot_of(self._before.turns[index], 0 if edge is Edge.START else -1, edge)
        self._low_ms, self._high_ms = bounds(self._before.turns, index, slot)

    def move(self, ms: float) -> None:
        """Set the edge to a time, or to where it is stopped."""
        at_ms = round(min(self._high_ms, max(self._low_ms, ms)))
        if at_ms != self.at_ms and self._low_ms <= self._high_ms:
            self._apply(at_ms, lambda _document: edits.set_edge(self._before, self.turn_id, self.edge, at_ms))

    def cancel(self) -> None:
        """Put everything back as it was at the press."""
        self._apply(self.at_ms, lambda _document: self._before)

    def _apply(self, at_ms: int, edit: Edit) -> None:
        if self._session.document is not self._expected:
            return
        self.at_ms = at_ms
        name = edge_set(self._before, self.turn_id, self.edge, at_ms)
        self._session.apply(edit, name, gesture=self._gesture)
        self._expected = self._session.document


def snapped(ms: float, targets: list[int], tolerance_ms: float) -> float:
    """Return the target nearest to a time, if one is near enough, else the time itself."""
    near = [target for target in targets if abs(target - ms) <= tolerance_ms]
    return min(near, key=lambda target: abs(target - ms)) if near else ms
