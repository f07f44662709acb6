"""The transcript: an item view of our own, whose rows are pages of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from replique.core.diff import Change
from replique.core.model import TimeState
from replique.core.timeline import Span
from replique.ui.session import EditingSession, Sight
from replique.ui.theme import ThemeSource
from replique.ui.transcript.editing import RowEditing
from replique.ui.transcript.follower import Follower
from replique.ui.transcript.metrics import ROW_PADDING, Metrics
from replique.ui.transcript.model import Index
from replique.ui.transcript.row_layout import Hit, Part
from replique.ui.transcript.row_painter import RowPainter, RowState
from replique.ui.transcript.rows_view import RowsView

NOTCH = 120
"""What Qt calls one notch of a wheel."""
_OTHER_DOTS = (QEvent.Type.DevicePixelRatioChange, QEvent.Type.ScreenChangeInternal)


class TranscriptView(RowsView):
    """Turns with their times, names and words; the word that is spoken is marked, and the page follows it.

    A click on a word goes there; F2 edits the words in their row. Single keys are the window's actions.
    """

    seek_requested = Signal(float)
    """Go to a time (milliseconds)."""
    speaker_activated = Signal(int)
    """The name of a turn's speaker was double-clicked; carries the turn's id."""
    time_activated = Signal(int)
    """The time of a turn was double-clicked; carries the turn's id."""
    menu_requested = Signal(int, QPoint)
    """A menu is wanted for a turn, at a place of the screen."""
    zoom_requested = Signal(int)
    """The user wants larger text (or smaller, below zero), by so many steps."""
    following_changed = Signal(bool)
    """Whether the page follows the sound."""
    editing_changed = Signal(bool)
    """Whether words are being edited."""

    def __init__(self, session: EditingSession, themes: ThemeSource) -> None:
        super().__init__(session)
        self._themes = themes
        self._follower = Follower(session, self._page, self)
        self._editing = RowEditing(session, self._model, self._page, self, self._rearrange)
        self._pointed: tuple[int, int] | None = None
        self._timeline = session.timeline
        self._zoom = 1.0
        self._turned = 0
        self._set_up()

    def _set_up(self) -> None:
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Transcript"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._follower.following_changed.connect(self.following_changed)
        self._editing.changed.connect(self._editing_changed)
        self._editing.went_on.connect(self._edit_row)
        self._editing.left_at.connect(self._left_at)
        self._session.current_changed.connect(self._current_moved)
        self._session.document_changed.connect(self._document_changed)
        font_source = QApplication.instance()
        if isinstance(font_source, QGuiApplication):
            font_source.fontChanged.connect(self._follow_font)
        self._session.look = self._sight
        self._session.sight_restored.connect(self._see_again)
        self._themes.changed.connect(self.viewport().update)
        bar = self.verticalScrollBar()
        for by_hand in (bar.sliderPressed, bar.actionTriggered):
            by_hand.connect(self.stop_following)
        self._rows.reset()
        self._current_moved(self._session.current_id)

    # What the window asks for.

    def set_position(self, ms: float, playing: bool) -> None:
        """Mark the word that is spoken at `ms` and follow it."""
        self._follower.set_position(ms, playing)

    def go_to(self, turn_id: int) -> None:
        """Bring a turn into sight."""
        row = self._model.row_of(turn_id)
        if row >= 0:
            self.scrollTo(self._model.index(row))

    def follow_now(self) -> None:
        """Show where it plays, and go on following."""
        self._follower.follow_now()

    def stop_following(self) -> None:
        """Let the page stand where the user wants it."""
        self._follower.set_following(False)

    def stay(self) -> None:
        """Stop following where it plays out of what the page shows now."""
        self._follower.stay()

    def set_follows(self, wanted: bool) -> None:
        """Let the page follow the sound, or stand still for good."""
        self._follower.wanted = wanted

    @property
    def is_following(self) -> bool:
        """Whether the page follows the sound."""
        return self._follower.is_following

    @property
    def is_editing(self) -> bool:
        """Whether words are being edited."""
        return self._editing.is_open

    def text_cursor_word(self) -> int | None:
        """Return the word of the current turn that was clicked last, if it is still there."""
        turn = self._session.current_turn
        if turn is None or self._pointed is None or self._pointed[0] != turn.id:
            return None
        return self._pointed[1] if self._pointed[1] < len(turn.words) else None

    def menu_place(self) -> QPoint:
        """Return where on the screen a menu of the current turn belongs: below the name, as far as that is seen."""
        top = max(0, self.visualRect(self.currentIndex()).top())
        metrics = self._rows.metrics
        return self.viewport().mapToGlobal(QPoint(metrics.words_left, top + ROW_PADDING + metrics.name_height))

    def copy_current(self) -> None:
        """Copy the current turn as text."""
        turn = self._session.current_turn
        if turn:
            name = f"{self._model.speaker_name(turn)}: " if turn.is_speech else ""
            QGuiApplication.clipboard().setText(name + turn.text)

    def finish_editing(self) -> None:
        """Take in the words that are being typed, if any are."""
        self._editing.finish()

    def edit_current(self) -> None:
        """Open the words of the current turn for editing, at the word that was clicked last."""
        turn = self._session.current_turn
        if turn:
            self.go_to(turn.id)
            self._editing.open(turn, self.text_cursor_word())

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys for pages and ends, which stop following; all others are the window's."""
        pages = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in pages:
            super().keyPressEvent(event)
            self.stop_following()
        else:
            event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Stand on the row that a page key or a screen reader went to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self._session.set_current(self._model.turn(current.row()).id)

    # What the model tells.

    def reset(self) -> None:
        """Begin anew with another document."""
        super().reset()
        self._editing.close()
        self._follower.spoken = self._pointed = None
        self._timeline = self._session.timeline
        self._rows.reset()
        self._rearrange()
        self.verticalScrollBar().setValue(0)

    # Geometry.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew; the first row in sight stays where it is."""
        super().resizeEvent(event)
        self._page.resized()
        self._rearrange()
        self._follower.place_button()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Show the way back where the row that plays is scrolled out of sight."""
        super().scrollContentsBy(dx, dy)
        self._follower.show_way_back()

    def set_zoom(self, zoom: float) -> None:
        """Set how much larger the text is than the rest of the window's."""
        self._zoom = zoom
        self._follow_font()

    def event(self, event: QEvent) -> bool:
        """Measure anew on a screen with other dots."""
        handled = super().event(event)
        if event.type() in _OTHER_DOTS:
            self._follow_font()
        return handled

    def _follow_font(self) -> None:
        """Set the text in the font of the application: Qt gives a new one to no widget under a style sheet."""
        metrics = Metrics(QApplication.font(), self.logicalDpiY(), self._zoom, self.devicePixelRatio())
        if metrics.made_of != self._rows.metrics.made_of:
            self.finish_editing()
            self._page.set_metrics(metrics)
            self._rearrange()

    def _rearrange(self) -> None:
        super()._rearrange()
        self._editing.place()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches."""
        theme, clip = self._themes.current, event.rect()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(clip, theme.panel)
        rows = RowPainter(painter, theme, self._rows.metrics, self.viewport().width())
        row = self._page.row_at(clip.top())
        total_before = self._rows.heights.total
        while row is not None and row < len(self._rows):
            self._rows.measure(row)
            top = self._page.top(row)
            if top > clip.bottom():
                break
            if event.region().intersects(self._page.rect(row)):
                rows.paint(self._rows.layout(row), self._state(row), top, clip.top(), clip.bottom())
            row += 1
        painter.end()
        if self._rows.heights.total != total_before:
            # Rows were higher or lower than guessed: what stands below them has moved.
            QTimer.singleShot(0, self, self._rearrange)

    def _state(self, row: int) -> RowState:
        turn = self._model.turn(row)
        span = self._session.timeline.turn_span(row)
        spoken = self._follower.spoken
        speaker = self._session.document.speaker(turn.speaker_id)
        marked = spoken[1] if spoken and spoken[0] == row else None
        heard = 0
        if spoken and row <= spoken[0]:
            heard = len(turn.words) if row < spoken[0] else spoken[1]
        return RowState(
            span,
            self._model.speaker_name(turn),
            self._themes.current.speaker_color(speaker.color if speaker else None),
            turn.id == self._session.current_id,
            self.hasFocus() or self.is_editing,
            heard + (marked is not None),
            marked,
            self.text_cursor_word() if turn.id == self._session.current_id else None,
            turn.id == self._editing.turn_id,
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and stop following; with Ctrl make the text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            notches = int(self._turned / NOTCH)
            self._turned -= notches * NOTCH
            if notches:
                self.zoom_requested.emit(notches)
            event.accept()
            return
        super().wheelEvent(event)
        self.stop_following()

    def _document_changed(self, change: Change) -> None:
        """Paint also the rows whose times follow from others that changed."""
        self._follower.look_again()
        before, self._timeline = self._timeline.spans, self._session.timeline
        after, renewed = self._timeline.spans, self._timeline.renewed
        if len(change.inserted) == len(change.removed):
            seen = self._page.rows_in_sight()
            rows = range(max(seen.start, renewed.start), min(seen.stop, renewed.stop))
            self._page.update_rows(*(row for row in rows if _shown(before[row]) != _shown(after[row])))

    def _current_moved(self, turn_id: int | None) -> None:
        left, row = self.currentIndex().row(), self._model.row_of(turn_id)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
        if row >= 0:
            self.scrollTo(index)
        self._page.update_rows(left, row)

    def _sight(self) -> Sight | None:
        """Return what is in sight, to be seen again when what is done now is undone."""
        row = self._page.row_at(0)
        return None if row is None else Sight(self._model.turn(row).id, self._page.top(row), self._pointed)

    def _see_again(self, sight: Sight) -> None:
        """Show what was in sight, and the current turn where that is elsewhere."""
        changed, self._pointed = self._pointed != sight.word, sight.word
        row = self._model.row_of(sight.top_id)
        if row >= 0:
            self._page.put(row, sight.top_px)
        current = self.currentIndex()
        if current.isValid():
            self.scrollTo(current)
        if changed:
            self._page.update_rows(current.row())

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a turn; a click on a word goes there."""
        hit = self._hit(event.position().toPoint())
        if hit is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row, found = hit
        turn = self._model.turn(row)
        if found.part is Part.WORD and found.word is not None:
            self._pointed = (turn.id, found.word)
            span = self._session.timeline.word_spans(row)[found.word]
            if span:
                self._follower.set_following(True)
                self.seek_requested.emit(span[0])
        self._session.set_current(turn.id)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click goes to a word."""
        hit = self._hit(event.position().toPoint())
        over_word = hit is not None and hit[1].part is Part.WORD
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over_word else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say of the word under the pointer when it is said, and how that is known."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        hit = self._hit(event.pos())
        word = hit[1].word if hit and hit[1].part is Part.WORD else None
        said = self._model.word_description(hit[0], word) if hit and word is not None else ""
        QToolTip.showText(event.globalPos(), said, self.viewport())
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged here."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was double-clicked: the words, the name or the time."""
        hit = self._hit(event.position().toPoint())
        if hit is None:
            return
        row, found = hit
        turn_id = self._model.turn(row).id
        if found.part is Part.NAME:
            self.speaker_activated.emit(turn_id)
        elif found.part is Part.TIME:
            self.time_activated.emit(turn_id)
        elif found.part is Part.WORD:
            self.edit_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the turn under the pointer; with the key, for the current one, below its name."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.menu_place()
        elif hit := self._hit(self.viewport().mapFromGlobal(place)):
            row, found = hit
            turn_id = self._model.turn(row).id
            self._pointed = None if found.word is None else (turn_id, found.word)
            self._session.set_current(turn_id)
            self._page.update()
        if self._session.current_id is not None:
            self.menu_requested.emit(self._session.current_id, place)

    def _hit(self, point: QPoint) -> tuple[int, Hit] | None:
        row = self._page.row_at(point.y())
        if row is None:
            return None
        name = self._model.speaker_name(self._model.turn(row))
        width = self._rows.metrics.name.widths[name]
        return row, self._rows.layout(row).hit(point.x(), point.y() - self._page.top(row), width)

    # Editing.

    def _editing_changed(self, editing: bool) -> None:
        self._follower.hold = editing
        self.editing_changed.emit(editing)

    def _left_at(self, turn_id: int, word: int | None) -> None:
        self._pointed = None if word is None else (turn_id, word)

    def _edit_row(self, row: int) -> None:
        self._pointed = None
        self._session.set_current(self._model.turn(row).id)
        self.edit_current()


def _shown(span: Span) -> tuple[int | None, TimeState]:
    """Return what the margin shows of when a turn is spoken."""
    return span.start_ms, span.start_state
