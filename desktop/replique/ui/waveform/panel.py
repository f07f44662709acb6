"""The waveform area of the window: the overview above the detail, and where they stand while it plays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from replique.core.model import Cue
from replique.ui.session import EditingSession
from replique.ui.theme import ThemeSource
from replique.ui.waveform.detail import ZOOM_STEP, WaveformDetail
from replique.ui.waveform.no_recording import NoRecording
from replique.ui.waveform.overview import WaveformOverview
from replique.ui.waveform.view_range import ViewRange

if TYPE_CHECKING:
    from replique.media.peaks import Peaks

PAGE_AT = 0.85
"""The playhead may come so far to the right before the next page is shown."""
PAGE_TO = 0.15
"""Where it stands on that page."""


class WaveformPanel(QWidget):
    """Overview and detail of one recording, or a word on how to get one."""

    seek_requested = Signal(float)
    """Go to a time (milliseconds)."""
    recording_requested = Signal()
    """The user wants to choose the recording."""

    def __init__(self, session: EditingSession, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self.view = ViewRange(self)
        self.overview = WaveformOverview(session, themes, self.view)
        self.detail = WaveformDetail(session, themes, self.view)
        self._missing = NoRecording(themes)
        self._missing.recording_requested.connect(self.recording_requested)
        self._position_ms = 0.0
        self._following = True
        self._lay_out()
        self.setFocusProxy(self.detail)
        self.detail.seek_requested.connect(self._seek)
        self.detail.moved_by_hand.connect(self._moved_by_hand)
        self.overview.moved_by_hand.connect(self._moved_by_hand)
        self.overview.seek_requested.connect(self._seek)
        self.view.resized.connect(self._resized)
        themes.changed.connect(self.update)

    def _lay_out(self) -> None:
        sound = QWidget()
        column = QVBoxLayout(sound)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        column.addWidget(self.detail, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._missing)
        self._pages.addWidget(sound)
        self.setMinimumHeight(170)

    def set_duration(self, duration_ms: int) -> None:
        """Take the length of the recording; 0 where there is none."""
        self.view.set_duration(duration_ms)
        self.detail.set_duration(duration_ms)
        self._pages.setCurrentIndex(1 if duration_ms else 0)

    def set_hovered(self, hovered: bool) -> None:
        """Show that files hang over the window and may be let go."""
        self._missing.set_hovered(hovered)

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Show another waveform, or none."""
        self.detail.set_peaks(peaks)
        self.overview.set_peaks(peaks)

    def peaks_grew(self) -> None:
        """Show what has become ready."""
        self.detail.peaks_grew()
        self.overview.peaks_grew()

    def set_cues(self, cues: Sequence[Cue]) -> None:
        """Show other cues; they are in the order of their starts."""
        self.detail.set_cues(cues)

    def set_onsets(self, onsets_ms: Sequence[int]) -> None:
        """Take other onsets of speech to snap to, in order."""
        self.detail.set_onsets(onsets_ms)

    def set_position(self, ms: float, playing: bool) -> None:
        """Move the playhead; the page follows it, unless the user looks elsewhere."""
        jumped = abs(ms - self._position_ms) > 500
        self._position_ms = ms
        if self._following and not self.detail.is_dragging and not self.overview.is_dragging:
            self._keep_in_sight(ms, playing=playing, jumped=jumped)
        elif self.view.contains(ms):
            self._following = True
        self.detail.set_position(ms)
        self.overview.set_position(ms)
        if not playing:
            self.detail.settle()

    def follow_now(self) -> None:
        """Show where it plays, and go on following."""
        self._following = True
        if not self.view.contains(self._position_ms, PAGE_AT):
            self.view.show_at(self._position_ms, PAGE_TO)

    def zoom_in(self) -> None:
        """Widen the seconds, around the playhead where it is in sight."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Narrow the seconds, around the playhead where it is in sight."""
        self._zoom(1 / ZOOM_STEP)

    def zoom_fit(self) -> None:
        """Show the whole recording."""
        self.view.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._themes.current.panel)
        painter.end()

    def _keep_in_sight(self, ms: float, *, playing: bool, jumped: bool) -> None:
        if self.view.contains(ms, PAGE_AT if playing and not jumped else 1.0):
            return
        self.view.show_at(ms, PAGE_TO if playing else 0.5)

    def _zoom(self, factor: float) -> None:
        in_sight = self.view.contains(self._position_ms)
        self.view.zoom(factor, self.view.x_of(self._position_ms) if in_sight else self.view.width / 2)

    def _resized(self) -> None:
        """Keep the playhead in sight where it was so."""
        if self._following and not self.view.contains(self._position_ms):
            self.view.show_at(self._position_ms, PAGE_AT)

    def _moved_by_hand(self) -> None:
        self._following = self.view.contains(self._position_ms)

    def _seek(self, ms: float) -> None:
        self._following = True
        self.seek_requested.emit(ms)
