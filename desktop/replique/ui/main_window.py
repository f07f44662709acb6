"""The main window: where the parts stand, and which tells which."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from replique.ui.empty_state import EmptyState
from replique.ui.header import Header
from replique.ui.palette.palette import Palette
from replique.ui.session import EditingSession
from replique.ui.speakers_panel import SpeakersPanel
from replique.ui.status_line import StatusLine
from replique.ui.subtitle_strip import SubtitleStrip
from replique.ui.theme import ThemeSource
from replique.ui.toasts import Toasts
from replique.ui.tour_card import TourCard
from replique.ui.transcript.view import TranscriptView
from replique.ui.waveform.panel import WaveformPanel

Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)

WAVEFORM_HEIGHT = 236
PANEL_WIDTH = 268
MINIMUM_SIZE = (1024, 640)
"""What the window can be made as small as, in device-independent pixels."""

HEADER_REACH = 6
"""A message is a little higher than the header leaves room for between its margins."""
FRAME_PX = 40
"""Height to leave for the title bar; the true one is known only once the window stands."""


class MainWindow(QMainWindow):
    """A page to read, with the sound under it.

    It lays out the parts and knows no file and no player; ``app`` connects them.
    """

    dropped = Signal(list)
    """Files were dropped; carries their paths."""
    shown = Signal()
    """The window is on the screen for the first time."""
    close_requested = Signal()
    """The user wants to close; whoever may allow it calls `allow_close` before control is back."""

    def __init__(self, session: EditingSession, themes: ThemeSource) -> None:
        super().__init__()
        self.session = session
        self.header = Header(themes)
        self.transcript = TranscriptView(session, themes)
        self.speakers = SpeakersPanel(session, themes)
        self.subtitle = SubtitleStrip(themes)
        self.waveform = WaveformPanel(session, themes)
        self.status = StatusLine(themes)
        self.empty = EmptyState(themes)
        self.tour = TourCard(themes)
        self.toast = Toasts(themes, self)
        self.command_palette = Palette(themes, self)
        self._may_close = False
        self._was_shown = False
        self._lay_out()
        self.setAcceptDrops(True)
        self.setMinimumSize(*MINIMUM_SIZE)
        self.resize(1280, 800)

    def fit_into(self, room: QSize) -> None:
        """Shrink so that the status line is seen on a small screen too, below the frame of the window."""
        self.resize(self.size().boundedTo(room - QSize(0, FRAME_PX)))

    def _lay_out(self) -> None:
        self._page = QStackedWidget()
        self._page.addWidget(self.empty)
        self._page.addWidget(self.transcript)
        reading = QWidget()
        column = _without_margins(QVBoxLayout(reading))
        column.addWidget(self.tour)
        column.addWidget(self._page, 1)
        column.addWidget(self.subtitle)
        middle = QWidget()
        row = _without_margins(QHBoxLayout(middle))
        row.addWidget(reading, 1)
        self.speakers.setFixedWidth(PANEL_WIDTH)
        row.addWidget(self.speakers)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(middle)
        self._splitter.addWidget(self.waveform)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([486, WAVEFORM_HEIGHT])
        central = QWidget()
        whole = _without_margins(QVBoxLayout(central))
        whole.addWidget(self.header)
        whole.addWidget(self._splitter, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(central)
        self.toast.set_homes(self._quiet_places, self._page, self.speakers)
        self.toast.set_clear_of(self._worked_on)
        self.transcript.verticalScrollBar().valueChanged.connect(self.toast.place)
        self.session.current_changed.connect(lambda _turn_id: self.toast.place())

    def show_parts(self, *, transcript: bool, recording: bool, speakers: bool) -> None:
        """Show what there is: the page to read or the empty state, the sound, the speakers."""
        self._turn_to(self.transcript if transcript else self.empty)
        self.header.setVisible(transcript or recording)
        self.waveform.setVisible(transcript or recording)
        self.status.setVisible(transcript or recording)
        self.speakers.setVisible(transcript and speakers)

    def _quiet_places(self) -> list[QRect]:
        """Return where messages may stand: over the speakers, so that the rows to come can be read; over the page.

        Where the current row fills the page, there is room for one at the right of the header.
        """
        shown = [part for part in (self.speakers, self._page, self.header) if part.isVisible()]
        places = [QRect(part.mapTo(self, QPoint()), part.size()) for part in shown]
        if self.header.isVisible():
            places[-1].adjust(0, -HEADER_REACH, 0, HEADER_REACH)
        return places

    def _worked_on(self) -> list[QRect]:
        """Return what no message may cover: the sound, the current row, the field in which something is typed."""
        view = self.transcript
        places = (
            [QRect(self.waveform.mapTo(self, QPoint()), self.waveform.size())] if self.waveform.isVisible() else []
        )
        row = view.visualRect(view.currentIndex())
        if view.isVisible() and row.isValid():
            places.append(QRect(view.viewport().mapTo(self, row.topLeft()), row.size()))
        field = self.focusWidget()
        if isinstance(field, QLineEdit | QTextEdit) and field.isVisible():
            places.append(QRect(field.mapTo(self, QPoint()), field.size()))
        return places

    def _turn_to(self, page: QWidget) -> None:
        """Show the page to read, which takes the keys at once, or the empty state."""
        if page is not self._page.currentWidget():
            self._page.setCurrentWidget(page)
            (self.transcript if page is self.transcript else self.empty.new_button).setFocus()

    def layout_state(self) -> QByteArray:
        """Return where the splitter stands."""
        return self._splitter.saveState()

    def restore_layout(self, state: QByteArray) -> None:
        """Put the splitter where it stood."""
        self._splitter.restoreState(state)

    def allow_close(self) -> None:
        """Let the next close go through."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first; closing goes on when that allows it: a call of `close` in here would do nothing."""
        if not self._may_close:
            self.close_requested.emit()
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell once that the window is there."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._set_hovered(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that the files went away again."""
        self._set_hovered(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._set_hovered(False)
        event.acceptProposedAction()
        self.dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _set_hovered(self, hovered: bool) -> None:
        self.empty.set_hovered(hovered)
        self.waveform.set_hovered(hovered)


def _without_margins(layout: Box) -> Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
