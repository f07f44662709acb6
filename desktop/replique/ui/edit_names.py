"""What edits are called in the undo menu and in messages, where several parts of the window make the same ones."""

from __future__ import annotations

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document, Edge
from replique.core.timecode import clock

START_SET = QT_TRANSLATE_NOOP("timing", "Start of turn {number} at {time}")
END_SET = QT_TRANSLATE_NOOP("timing", "End of turn {number} at {time}")

BOUNDARY_SET = QT_TRANSLATE_NOOP("timing", "Boundary before turn {number} at {time}")
TURN_MOVED = QT_TRANSLATE_NOOP("timing", "Turn {number} moved to {time}")


def edge_set(document: Document, turn_id: int, edge: Edge, ms: int) -> Message:
    """Return the name of setting the start or the end of a turn."""
    return edge_set_of(document.index_of(turn_id) + 1, edge, ms)


def edge_set_of(number: int, edge: Edge, ms: int) -> Message:
    """Return the name of setting the start or the end of the turn of that number."""
    return Message("timing", START_SET if edge is Edge.START else END_SET, number=number, time=clock(ms))


def boundary_set(number: int, ms: int) -> Message:
    """Return the name of moving the start of a turn together with the end of the one before."""
    return Message("timing", BOUNDARY_SET, number=number, time=clock(ms))


def turn_moved(number: int, ms: int) -> Message:
    """Return the name of moving a whole turn to another start."""
    return Message("timing", TURN_MOVED, number=number, time=clock(ms))
