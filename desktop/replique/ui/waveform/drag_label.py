"""What is written beside the pointer while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.i18n import say_clock, say_seconds
from replique.ui.waveform.drag import Drag, Kind

LASTS = QT_TRANSLATE_NOOP("waveform", "lasts {time}")
PAUSE = QT_TRANSLATE_NOOP("waveform", "pause {time}")
STOPPED = QT_TRANSLATE_NOOP("waveform", "stopped at a confirmed time")
SNAPPED = {
    Kind.NEIGHBOUR: QT_TRANSLATE_NOOP("waveform", "at a neighbour"),
    Kind.PLAYHEAD: QT_TRANSLATE_NOOP("waveform", "at the playhead"),
    Kind.ONSET: QT_TRANSLATE_NOOP("waveform", "where speech begins"),
}


def lines_of(drag: Drag) -> list[str]:
    """Return the times; and below them the change, the length, and what holds the edge."""
    grip, delta_ms = drag.grip, drag.delta_ms
    first, last = grip.edges_ms[0] + delta_ms, grip.edges_ms[-1] + delta_ms
    times = say_clock(first) if first == last else f"{say_clock(first)} – {say_clock(last)}"
    length = _say(PAUSE if len(grip.turn_ids) > 1 else LASTS).format(time=say_seconds(grip.length_ms(delta_ms)))
    below = [say_seconds(delta_ms, signed=True), length]
    if drag.is_stopped:
        below.append(_say(STOPPED))
    elif drag.target:
        below.append(_say(SNAPPED[drag.target.kind]))
    return [times, " · ".join(below)]


def _say(text: str) -> str:
    return QCoreApplication.translate("waveform", text)
