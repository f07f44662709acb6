"""The page follows the sound: which word is spoken, whether it stays in sight, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from replique.ui.buttons import push_button
from replique.ui.session import EditingSession
from replique.ui.transcript.page import Page

FOLLOW_AT = 0.3
"""The share of the height at which the row that plays is put when it leaves the comfortable part."""
COMFORT = 0.75
"""The share of the height below which the word that plays does not come."""
JUMP_MS = 1000
"""A position farther from the last one than this was not played to."""
BUTTON_MARGIN = 16


class Follower(QObject):
    """Knows the word that is spoken and scrolls to it; `hold` stops that, for as long as the user writes.

    Where it is not `wanted` at all, it scrolls only when it is asked to. Scrolling by hand stops following; a button
    then leads back once the row that plays is out of sight.
    """

    following_changed = Signal(bool)
    """Whether the page follows the sound."""

    def __init__(self, session: EditingSession, page: Page, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._session = session
        self._page = page
        self._area = area
        self._position_ms = 0.0
        self._playing = False
        self.spoken: tuple[int, int] | None = None
        """Row and word that are spoken."""
        self.is_following = True
        self.wanted = True
        self.hold = False
        self._back = push_button(self.tr("Back to where it plays"), "primary")
        self._back.setParent(area)
        self._back.hide()
        self._back.clicked.connect(self.follow_now)

    def set_position(self, ms: float, playing: bool) -> None:
        """Mark the word that is spoken at `ms` and follow it; paint only what changed."""
        jumped = abs(ms - self._position_ms) > JUMP_MS
        self._position_ms, self._playing = ms, playing
        spoken = self._session.timeline.word_at(ms)
        if spoken == self.spoken:
            return
        before, self.spoken = self.spoken, spoken
        if before and spoken and not jumped and abs(before[0] - spoken[0]) <= 1:
            self._page.update_rows(before[0], spoken[0])
        else:
            self._page.update()
        if self.is_following and self.wanted and (playing or jumped):
            self._keep_in_sight()
        self.show_way_back()

    def look_again(self) -> None:
        """Find the word that is spoken in a document that changed: turns were split, merged or timed anew."""
        before = self.spoken
        self.spoken = self._session.timeline.word_at(self._position_ms) if before else None
        if self.spoken != before:
            self._page.update()

    def follow_now(self) -> None:
        """Show where it plays, and go on following."""
        self.set_following(True)
        self._keep_in_sight(always=True)

    def set_following(self, following: bool) -> None:
        """Follow the sound, or let the page stand where it is."""
        if following != self.is_following:
            self.is_following = following
            self.following_changed.emit(following)
        self.show_way_back()

    def stay(self) -> None:
        """Stop following where it plays out of sight: the page shows what the user came for."""
        if self._playing and self._is_out_of_sight():
            self.set_following(False)

    def show_way_back(self) -> None:
        """Show the button where the page does not follow and the row that plays is out of sight."""
        away = not self.is_following and self._is_out_of_sight()
        if away != self._back.isVisible():
            self._back.setVisible(away)
            self.place_button()

    def place_button(self) -> None:
        """Put the button into the lower right corner, beside the words."""
        self._back.adjustSize()
        area = self._area.viewport().rect()
        self._back.move(
            area.width() - self._back.width() - BUTTON_MARGIN, area.height() - self._back.height() - BUTTON_MARGIN
        )
        self._back.raise_()

    def _is_out_of_sight(self) -> bool:
        """Whether something is spoken, in a row that the page does not show."""
        if self.spoken is None:
            return False
        return not self._page.rect(self.spoken[0]).intersects(self._area.viewport().rect())

    def _keep_in_sight(self, *, always: bool = False) -> None:
        if self.spoken is None or self.hold:
            return
        row, word = self.spoken
        page = self._page
        page.rows.measure(row)
        layout = page.rows.layout(row)
        line = layout.lines_of(word).start
        top = layout.line_top(line) if line else 0
        bottom = layout.line_top(line) + layout.face.line_height
        if always or page.top(row) + top < 0 or page.top(row) + bottom > COMFORT * page.room:
            page.measure_around(row)
            page.scroll_by(page.top(row) + top - FOLLOW_AT * page.room)
