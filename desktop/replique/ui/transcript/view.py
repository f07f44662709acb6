"""The transcript: an item view of our own, whose rows are pages of text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from replique.core import edits
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.ui.buttons import push_button
from replique.ui.session import EditingSession
from replique.ui.theme import ThemeSource
from replique.ui.transcript.editor import WordsEditor
from replique.ui.transcript.metrics import PAGE_MARGIN, WORDS_LEFT, Metrics, measure_in
from replique.ui.transcript.model import Index, TranscriptModel
from replique.ui.transcript.row_layout import Hit, Part
from replique.ui.transcript.row_painter import RowPainter, RowState
from replique.ui.transcript.rows import Rows
from replique.ui.transcript.utf16 import utf16_length

EDITED = QT_TRANSLATE_NOOP("transcript", "Words of turn {number} edited")
IDLE_BUDGET_S = 0.006
FOLLOW_AT = 0.3
"""The share of the height at which the row that plays is put when it leaves the comfortable part."""
COMFORT = 0.75
"""The share of the height below which the word that plays does not come."""


class TranscriptView(QAbstractItemView):
    """Turns with their times, names and words; the word that is spoken is marked, and the page follows it.

    A click on a word goes there; F2 edits the words in their row. Single keys are the window's actions.
    """

    seek_requested = Signal(int)
    """Go to a time (milliseconds)."""
    speaker_activated = Signal(int)
    """The name of a turn's speaker was double-clicked; carries the turn's id."""
    time_activated = Signal(int)
    """The time of a turn was double-clicked; carries the turn's id."""
    menu_requested = Signal(int, QPoint)
    """A menu is wanted for a turn, at a place of the screen."""
    following_changed = Signal(bool)
    """Whether the page follows the sound."""
    editing_changed = Signal(bool)
    """Whether words are being edited."""

    def __init__(self, session: EditingSession, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._themes = themes
        self._model = TranscriptModel(session, self)
        self._rows = Rows(self._model.turn, self._model.rowCount, Metrics(self.font(), self.logicalDpiY()))
        self._position_ms = 0.0
        self._spoken: tuple[int, int] | None = None
        self._pointed: tuple[int, int] | None = None
        self._following = True
        self._editor: WordsEditor | None = None
        self._edited_id: int | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)
        self._back = push_button(self.tr("Back to where it plays"), "primary")
        self._back.setParent(self)
        self._back.hide()
        self._back.clicked.connect(self.follow_now)
        self._set_up()

    def _set_up(self) -> None:
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Transcript"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._session.current_changed.connect(self._current_moved)
        self._session.document_changed.connect(lambda _change: self.viewport().update())
        self._themes.changed.connect(self.viewport().update)
        self.verticalScrollBar().sliderPressed.connect(self._stop_following)
        self._rows.reset()

    # What the window asks for.

    def set_position(self, ms: float, playing: bool) -> None:
        """Mark the word that is spoken at `ms` and follow it; paint only what changed."""
        jumped = abs(ms - self._position_ms) > 1000
        self._position_ms = ms
        spoken = self._session.timeline.word_at(ms)
        if spoken != self._spoken:
            before, self._spoken = self._spoken, spoken
            if jumped or (before and spoken and abs(before[0] - spoken[0]) > 1) or not (before and spoken):
                self.viewport().update()
            else:
                self._update_rows(before[0], spoken[0])
            if self._following and (playing or jumped):
                self._keep_in_sight()
            self._show_way_back()

    def go_to(self, turn_id: int) -> None:
        """Bring a turn into sight."""
        row = self._model.row_of(turn_id)
        if row >= 0:
            self.scrollTo(self._model.index(row))

    def follow_now(self) -> None:
        """Show where it plays, and go on following."""
        self._set_following(True)
        self._keep_in_sight(always=True)

    @property
    def is_following(self) -> bool:
        """Whether the page follows the sound."""
        return self._following

    @property
    def is_editing(self) -> bool:
        """Whether words are being edited."""
        return self._editor is not None

    def text_cursor_word(self) -> int | None:
        """Return the word of the current turn that was clicked last, if it is still there."""
        turn = self._session.current_turn
        if turn is None or self._pointed is None or self._pointed[0] != turn.id:
            return None
        return self._pointed[1] if self._pointed[1] < len(turn.words) else None

    def copy_current(self) -> None:
        """Copy the current turn as text."""
        turn = self._session.current_turn
        if turn:
            name = f"{self._model.speaker_name(turn)}: " if turn.is_speech else ""
            QGuiApplication.clipboard().setText(name + turn.text)

    def edit_current(self) -> None:
        """Open the words of the current turn for editing, at the word that was clicked last."""
        turn = self._session.current_turn
        if turn is None or self._editor:
            return
        row = self._model.row_of(turn.id)
        self.go_to(turn.id)
        layout = self._rows.layout(row)
        editor = WordsEditor(turn.text, layout.face.font, layout.face.line_height, self.viewport())
        word = self.text_cursor_word()
        editor.put_cursor(
            None if word is None else _place_of(turn.text, [(w.blank, w.text) for w in turn.words], word)
        )
        editor.left.connect(self._editor_left)
        editor.grown.connect(self._editor_grown)
        self._editor, self._edited_id = editor, turn.id
        self._place_editor()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor_grown()
        self.editing_changed.emit(True)

    # The item view.

    def visualRect(self, index: Index) -> QRect:
        """Return where a row stands in the viewport."""
        row = index.row()
        if not index.isValid() or row >= len(self._rows):
            return QRect()
        return QRect(0, self._row_top(row), self.viewport().width(), self._rows.heights[row])

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight; what stands around it is measured first."""
        del hint
        row = index.row()
        if not 0 <= row < len(self._rows):
            return
        self._measure_around(row)
        top, height = self._row_top(row), self._rows.heights[row]
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        if top < 0 or height > room:
            bar.setValue(bar.value() + top)
        elif top + height > room:
            bar.setValue(bar.value() + top + height - room)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = self._row_at(point.y())
        return self._model.index(row) if row is not None else QModelIndex()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key goes; arrows are the window's actions, so only pages and ends come here.

        Qt asks for the next row when the view gets the focus: it stays where it is, for at first no turn is current.
        """
        del modifiers
        actions = QAbstractItemView.CursorAction
        row, last = max(0, self.currentIndex().row()), self._model.rowCount() - 1
        if action is actions.MoveHome:
            row = 0
        elif action is actions.MoveEnd:
            row = last
        elif action in (actions.MovePageDown, actions.MovePageUp):
            direction = 1 if action is actions.MovePageDown else -1
            y = self._rows.heights.top(row) + direction * self.viewport().height()
            row = self._rows.heights.row_at(max(0, y))
        else:
            return self.currentIndex()
        return self._model.index(min(max(0, row), last)) if last >= 0 else QModelIndex()

    def horizontalOffset(self) -> int:
        """Return 0: the page is never wider than the view."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the page is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Return False: every turn is shown."""
        del index
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """Do nothing: the current row is all that is selected."""

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Return nothing: selection is painted with the row."""
        del selection
        return QRegion()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of actions."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys for pages and ends; all others are the window's."""
        pages = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in pages:
            super().keyPressEvent(event)
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
        self._close_editor()
        self._spoken = self._pointed = None
        self._rows.reset()
        self._rearrange()
        self.verticalScrollBar().setValue(0)

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Take rows in."""
        self._rows.insert(start, end - start + 1)
        super().rowsInserted(parent, start, end)
        self._rearrange()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Let rows go."""
        self._rows.remove(start, end - start + 1)
        super().rowsAboutToBeRemoved(parent, start, end)
        self._rearrange()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: object = ()) -> None:
        """Measure the rows that changed."""
        if not roles:
            self._rows.change(top_left.row(), bottom_right.row())
            self._rearrange()
        self.viewport().update()

    # Geometry.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, those in sight first; the first row in sight stays where it is."""
        super().resizeEvent(event)
        anchor = self._row_at(0)
        offset = self._row_top(anchor) if anchor is not None else 0
        if self._rows.set_width(measure_in(self.viewport().width())) and anchor is not None:
            self._measure_around(anchor)
            self._update_scroll_bar()
            self.verticalScrollBar().setValue(self._rows.heights.top(anchor) - offset + PAGE_MARGIN)
        self._rearrange()
        self._place_back()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how long the page is."""
        super().updateGeometries()
        self._update_scroll_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the picture and paint the strip that appears."""
        self.viewport().scroll(dx, dy)
        self._idle.start()
        self._show_way_back()

    def _update_scroll_bar(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._rows.heights.total + 2 * PAGE_MARGIN - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._rows.metrics.words.line_height)

    def _rearrange(self) -> None:
        self._update_scroll_bar()
        self._place_editor()
        self.viewport().update()
        if not self._rows.all_exact:
            self._idle.start()

    def _row_top(self, row: int) -> int:
        return self._rows.heights.top(row) + PAGE_MARGIN - self.verticalOffset()

    def _row_at(self, y: int) -> int | None:
        if not len(self._rows):
            return None
        page_y = y + self.verticalOffset() - PAGE_MARGIN
        if page_y >= self._rows.heights.total:
            return None
        return self._rows.heights.row_at(max(0, page_y))

    def _measure_around(self, row: int) -> None:
        """Measure what is in sight when a row is, so that it stands still there."""
        room = self.viewport().height()
        for step in (1, -1):
            at, seen = row, 0
            while 0 <= at < len(self._rows) and seen <= room:
                self._rows.measure(at)
                seen += self._rows.heights[at]
                at += step
        self._update_scroll_bar()

    def _measure_some(self) -> None:
        """Measure rows out of sight while nothing else is to do; what is in sight does not move."""
        anchor = self._row_at(0)
        if anchor is None or self._rows.all_exact:
            self._idle.stop()
            return
        before = self._rows.heights.top(anchor)
        self._rows.measure_some(anchor, IDLE_BUDGET_S)
        moved = self._rows.heights.top(anchor) - before
        self._update_scroll_bar()
        if moved:
            bar = self.verticalScrollBar()
            blocked = bar.blockSignals(True)
            bar.setValue(bar.value() + moved)
            bar.blockSignals(blocked)
            self.viewport().update()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches."""
        theme, clip = self._themes.current, event.rect()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(clip, theme.panel)
        rows = RowPainter(painter, theme, self._rows.metrics, self.viewport().width())
        row = self._row_at(clip.top())
        total_before = self._rows.heights.total
        while row is not None and row < len(self._rows):
            self._rows.measure(row)
            top = self._row_top(row)
            if top > clip.bottom():
                break
            rows.paint(self._rows.layout(row), self._state(row), top, clip.top(), clip.bottom())
            row += 1
        painter.end()
        if self._rows.heights.total != total_before:
            # Rows were higher or lower than guessed: what stands below them has moved.
            QTimer.singleShot(0, self, self._rearrange)

    def _state(self, row: int) -> RowState:
        turn = self._model.turn(row)
        span = self._session.timeline.turn_span(row)
        spoken = self._spoken
        speaker = self._session.document.speaker(turn.speaker_id)
        marked = spoken[1] if spoken and spoken[0] == row else None
        heard = 0
        if spoken and row <= spoken[0]:
            heard = len(turn.words) if row < spoken[0] else spoken[1]
        pointed = self._pointed[1] if self._pointed and self._pointed[0] == turn.id else None
        return RowState(
            span,
            self._model.speaker_name(turn),
            self._themes.current.speaker_color(speaker.color if speaker else None),
            turn.id == self._session.current_id,
            heard + (marked is not None),
            marked,
            pointed if turn.id == self._session.current_id else None,
            turn.id == self._edited_id,
        )

    def _update_rows(self, *rows: int) -> None:
        for row in rows:
            if 0 <= row < len(self._rows):
                self.viewport().update(self.visualRect(self._model.index(row)))

    # Following.

    def _keep_in_sight(self, *, always: bool = False) -> None:
        if self._spoken is None or self._editor:
            return
        row, word = self._spoken
        self._rows.measure(row)
        layout = self._rows.layout(row)
        line = layout.lines_of(word).start
        top = self._row_top(row) + (layout.line_top(line) if line else 0)
        bottom = self._row_top(row) + layout.line_top(line) + layout.face.line_height
        room = self.viewport().height()
        if always or top < 0 or bottom > COMFORT * room:
            self._measure_around(row)
            bar = self.verticalScrollBar()
            bar.setValue(
                bar.value() + round(self._row_top(row) + (layout.line_top(line) if line else 0) - FOLLOW_AT * room)
            )

    def _set_following(self, following: bool) -> None:
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)
        self._show_way_back()

    def _stop_following(self) -> None:
        self._set_following(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and stop following."""
        super().wheelEvent(event)
        self._stop_following()

    def _show_way_back(self) -> None:
        away = False
        if not self._following and self._spoken is not None:
            rect = self.visualRect(self._model.index(self._spoken[0]))
            away = not rect.intersects(self.viewport().rect())
        if away != self._back.isVisible():
            self._back.setVisible(away)
            self._place_back()

    def _place_back(self) -> None:
        self._back.adjustSize()
        area = self.viewport().rect()
        self._back.move((area.width() - self._back.width()) // 2, area.height() - self._back.height() - 12)
        self._back.raise_()

    def _current_moved(self, turn_id: int | None) -> None:
        row = self._model.row_of(turn_id)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
        if row >= 0:
            self.scrollTo(index)
        self.viewport().update()

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
                self._set_following(True)
                self.seek_requested.emit(span[0])
        self._session.set_current(turn.id)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click goes to a word."""
        hit = self._hit(event.position().toPoint())
        over_word = hit is not None and hit[1].part is Part.WORD
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over_word else Qt.CursorShape.ArrowCursor)

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
        """Ask for a menu for the turn under the pointer, or the current one."""
        hit = self._hit(event.pos())
        if hit:
            self._session.set_current(self._model.turn(hit[0]).id)
        if self._session.current_id is not None:
            self.menu_requested.emit(self._session.current_id, event.globalPos())

    def _hit(self, point: QPoint) -> tuple[int, Hit] | None:
        row = self._row_at(point.y())
        if row is None:
            return None
        name = self._model.speaker_name(self._model.turn(row))
        width = self._rows.metrics.name.widths[name]
        return row, self._rows.layout(row).hit(point.x(), point.y() - self._row_top(row), width)

    # Editing.

    def _place_editor(self) -> None:
        row = self._model.row_of(self._edited_id)
        if self._editor and row >= 0:
            layout = self._rows.layout(row)
            top = self._row_top(row) + layout.words_top
            self._editor.setGeometry(WORDS_LEFT, top, layout.measure_px + 2, self._editor.wanted_height)

    def _editor_grown(self) -> None:
        row = self._model.row_of(self._edited_id)
        if self._editor is None or self._edited_id is None or row < 0:
            return
        self._rows.hold(self._edited_id, self._editor.wanted_height)
        self._rows.change(row, row)
        self._rows.measure(row)
        self._rearrange()

    def _editor_left(self, go_on: bool) -> None:
        editor, turn_id = self._editor, self._edited_id
        if editor is None or turn_id is None:
            return
        words = editor.words
        self._close_editor()
        number = self._session.document.index_of(turn_id) + 1
        self._session.apply(
            lambda document: edits.retext(document, turn_id, words), Message("transcript", EDITED, number=number)
        )
        if go_on:
            row = self._model.row_of(turn_id) + 1
            if row < self._model.rowCount():
                self._pointed = None
                self._session.set_current(self._model.turn(row).id)
                self.edit_current()

    def _close_editor(self) -> None:
        editor, self._editor = self._editor, None
        row, self._edited_id = self._model.row_of(self._edited_id), None
        if editor is None:
            return
        self._rows.let_go()
        if row >= 0:
            self._rows.change(row, row)
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        self._rearrange()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing_changed.emit(False)


def _place_of(text: str, words: list[tuple[str, str]], word: int) -> int:
    """Return where a word begins in the text of a turn, in UTF-16 units."""
    place = sum(len(blank) * (i > 0) + len(shown) for i, (blank, shown) in enumerate(words[:word]))
    return utf16_length(text[: place + (len(words[word][0]) if word else 0)])
