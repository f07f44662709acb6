"""The subtitles of the document as it stands: derived while the window is idle, shown while playing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from replique.core.model import Cue
from replique.subtitling import Cutter, in_order
from replique.ui.session import EditingSession

BUDGET_S = 0.004
"""So long it cuts at one go, between two events of the window."""
LONGEST_CUE_MS = 60_000
"""No cue lasts longer; looking further back is of no use."""


class CueBoard(QObject):
    """Keeps the derived cues up to date: cut again when the window is idle, only the turns whose times changed.

    Until all are cut the cues before stand.
    """

    changed = Signal()
    """The cues are others."""

    def __init__(self, session: EditingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cutter = Cutter()
        self.cues: tuple[Cue, ...] = ()
        self._starts_ms: list[int] = []
        self._cutting: Iterator[tuple[Cue, ...]] = iter(())
        self._cut: list[Cue] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._cut_some)
        session.document_replaced.connect(self._begin)
        session.document_changed.connect(lambda _change: self._begin())

    def at(self, ms: float) -> Cue | None:
        """Return the cue that a viewer sees at `ms`: of several, the one that came last."""
        for index in range(bisect_right(self._starts_ms, ms) - 1, -1, -1):
            cue = self.cues[index]
            if ms < cue.end_ms:
                return cue
            if ms - cue.start_ms > LONGEST_CUE_MS:
                return None
        return None

    def _begin(self) -> None:
        self._cutting = self._cutter.cut_turns(self._session.document, self._session.timeline)
        self._cut = []
        self._idle.start()

    def _cut_some(self) -> None:
        until_s = monotonic() + BUDGET_S
        for cues in self._cutting:
            self._cut += cues
            if monotonic() > until_s:
                return
        self._idle.stop()
        self.cues = in_order(self._cut)
        self._starts_ms = [cue.start_ms for cue in self.cues]
        self.changed.emit()
