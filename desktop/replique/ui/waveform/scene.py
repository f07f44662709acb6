"""What the waveform shows: sound, turns, cues, onsets and playhead, and where each of them changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from replique.core.diff import Change
from replique.core.model import Cue
from replique.ui.session import EditingSession
from replique.ui.waveform.blocks import Blocks
from replique.ui.waveform.cue_band import CueBand

if TYPE_CHECKING:
    from replique.media.peaks import Peaks


class Scene(QObject):
    """The contents of the waveform, apart from how they are drawn and which part of them is seen."""

    changed = Signal(float, float)
    """Something looks different between two times (milliseconds)."""
    replaced = Signal()
    """Everything may look different."""

    def __init__(self, session: EditingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.blocks = Blocks(session.timeline)
        self.cues = CueBand()
        self.peaks: Peaks | None = None
        self.duration_ms = 0
        self.position_ms = 0.0
        self.onsets_ms: Sequence[int] = ()
        session.document_replaced.connect(self._begin_anew)
        session.document_changed.connect(self._follow)

    def set_duration(self, duration_ms: int) -> None:
        """Take the length of the recording."""
        if duration_ms != self.duration_ms:
            shorter_ms, self.duration_ms = min(duration_ms, self.duration_ms), duration_ms
            self.changed.emit(shorter_ms, float("inf"))

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Take another waveform, or none."""
        self.peaks = peaks
        self.replaced.emit()

    def set_cues(self, cues: Sequence[Cue]) -> None:
        """Take other cues; they are in the order of their starts."""
        before, self.cues = self.cues, CueBand(cues)
        differs = before.differs_between(self.cues)
        if differs:
            self.changed.emit(*differs)

    def _begin_anew(self) -> None:
        self.blocks = Blocks(self._session.timeline)
        self.replaced.emit()

    def _follow(self, change: Change) -> None:
        self.blocks = Blocks(self._session.timeline, self.blocks, change)
        if self.blocks.changed_ms:
            self.changed.emit(*self.blocks.changed_ms)
