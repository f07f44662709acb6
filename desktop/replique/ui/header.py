"""The top of the window: what is open, the transport, how much is confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QVBoxLayout, QWidget

from replique.ui.i18n import say_clock
from replique.ui.labels import ElidedLabel, label
from replique.ui.style import sized
from replique.ui.theme import ThemeSource
from replique.ui.transport import Transport

HEIGHT = 52
PROGRESS_WIDTH = 118
PROGRESS_PX = 12


class ConfirmationProgress(QWidget):
    """“41 of 63 confirmed” over a thin green bar."""

    def __init__(self) -> None:
        super().__init__()
        self._text = label("", "soft")
        self._text.setFont(sized(self.font(), PROGRESS_PX, tabular=True))
        self._bar = QProgressBar()
        self._bar.setProperty("role", "confirmed")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Confirmed turns"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        self.setMinimumWidth(PROGRESS_WIDTH)

    def set_counts(self, confirmed: int, total: int) -> None:
        """Show how many of how many turns are confirmed; nothing where there is no turn."""
        self.setVisible(total > 0)
        self._text.setText(self.tr("{confirmed} of {total} confirmed").format(confirmed=confirmed, total=total))
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(confirmed)


class Header(QFrame):
    """Shows what it is told; what is clicked goes through the actions that were bound, or through its signals."""

    speed_chosen = Signal(float)
    """The user wants another speed."""
    volume_chosen = Signal(int)
    """The user wants another volume, 0 to 100."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._media = ""
        self._duration_ms: int | None = None
        self._modified = False
        self._title = ElidedLabel("strong")
        self._subject = ElidedLabel("small", Qt.TextElideMode.ElideMiddle)
        self.transport = Transport(themes)
        self.transport.speed_chosen.connect(self.speed_chosen)
        self.transport.volume_chosen.connect(self.volume_chosen)
        self._progress = ConfirmationProgress()
        self.setFixedHeight(HEIGHT)
        self._lay_out()
        self._show_subject()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        for name in (self._title, self._subject):
            names.addWidget(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 0, 16, 0)
        grid.setHorizontalSpacing(16)
        grid.addLayout(names, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.transport, 0, 1)
        grid.addWidget(self._progress, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(2, PROGRESS_WIDTH)

    def bind_actions(
        self, *, previous: QAction, play: QAction, following: QAction, loop: QAction, mute: QAction
    ) -> None:
        """Let the buttons do what these actions do, under their names, and tell their keys."""
        transport = self.transport
        for button, action in (
            (transport.previous, previous),
            (transport.play, play),
            (transport.next, following),
            (transport.loop, loop),
            (transport.mute, mute),
        ):
            button.bind(action)

    def set_title(self, title: str) -> None:
        """Show the name of the interview."""
        self._title.set_full_text(title or self.tr("Untitled"))

    def set_media(self, name: str) -> None:
        """Show the name of the recording; an empty one says that there is none."""
        self._media = name
        self._show_subject()

    def set_duration(self, duration_ms: int | None) -> None:
        """Show how long the recording is."""
        self._duration_ms = duration_ms
        self.transport.time.set_duration(duration_ms)
        self._show_subject()

    def set_modified(self, modified: bool) -> None:
        """Show whether there is work that was not saved."""
        self._modified = modified
        self._show_subject()

    def set_position(self, ms: float, playing: bool) -> None:
        """Show where the recording is and whether it plays; cheap enough for each frame."""
        self.transport.time.set_position(ms)
        if not playing:
            self.transport.time.settle()
        self.transport.set_playing(playing)

    def set_speed(self, rate: float) -> None:
        """Show the speed in force."""
        self.transport.speed.set_rate(rate)

    def set_volume(self, percent: int, *, muted: bool = False) -> None:
        """Show the volume in force."""
        self.transport.set_volume(percent, muted=muted)

    def set_has_media(self, has_media: bool) -> None:
        """Enable what makes sense with a recording only."""
        for widget in (self.transport.time, self.transport.speed, self.transport.volume):
            widget.setEnabled(has_media)

    def set_progress(self, confirmed: int, total: int) -> None:
        """Show how many turns are confirmed."""
        self._progress.set_counts(confirmed, total)

    @property
    def subject(self) -> str:
        """The line below the title: file, duration, whether it was modified."""
        return self._subject.full_text

    def _show_subject(self) -> None:
        parts = [self._media or self.tr("no recording")]
        if self._media and self._duration_ms is not None:
            parts.append(say_clock(self._duration_ms, 0))
        if self._modified:
            parts.append(self.tr("modified"))
        self._subject.set_full_text(" · ".join(parts))
