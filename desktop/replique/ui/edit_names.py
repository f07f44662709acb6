"""What edits are called in the undo menu and in messages, where several parts of the window make the same ones."""

from __future__ import annotations

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document, Edge
from replique.core.timecode import format_clock

START_SET = QT_TRANSLATE_NOOP("timing", "Start of turn {number} at {time}")
END_SET = QT_TRANSLATE_NOOP("timing", "End of turn {number} at {time}")


def edge_set(document: Document, turn_id: int, edge: Edge, ms: int) -> Message:
    """Return the name of setting the start or the end of a turn."""
    number = document.index_of(turn_id) + 1
    return Message("timing", START_SET if edge is Edge.START else END_SET, number=number, time=format_clock(ms))
