"""The subtitles of the document as it stands: derived in the background of editing, shown while playing."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QTimer, Signal

from replique.core.model import Cue
from replique.subtitling.cutting import Cutter
from replique.ui.session import EditingSession


class CueBoard(QObject):
    """Keeps the derived cues up to date: cut again when the window is idle, only the turns whose times changed."""

    changed = Signal()
    """The cues are others."""

    def __init__(self, session: EditingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cutter = Cutter()
        self.cues: tuple[Cue, ...] = ()
        self._starts_ms: list[int] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._cut)
        session.document_replaced.connect(self._idle.start)
        session.document_changed.connect(lambda _change: self._idle.start())

    def at(self, ms: float) -> Cue | None:
        """Return the cue that a viewer sees at `ms`: of several, the one that came last."""
        for index in range(bisect_right(self._starts_ms, ms) - 1, -1, -1):
            cue = self.cues[index]
            if ms < cue.end_ms:
                return cue
            if ms - cue.start_ms > LONGEST_CUE_MS:
                return None
        return None

    def _cut(self) -> None:
        self.cues = self._cutter.cut(self._session.document, self._session.timeline)
        self._starts_ms = [cue.start_ms for cue in self.cues]
        self.changed.emit()


LONGEST_CUE_MS = 60_000
"""No cue lasts longer; looking further back is of no use."""
