"""The messages over the window, one above the other, where they cover nothing that is worked on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from replique.core.errors import RepliqueError
from replique.core.messages import Message
from replique.ui.i18n import say, say_error
from replique.ui.theme import ThemeSource
from replique.ui.toast import Toast, Tone

WIDEST = 560
MARGIN = 16
GAP = 8
MOST = 3

ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive
POLITE = QAccessible.AnnouncementPoliteness.Polite


class Toasts(QObject):
    """What was done last is one message, which the next deed replaces; notices and refusals stand above it.

    They stand at the bottom of `anchor` (at first the window), or where that would cover what `set_clear_of` names,
    at its top or over the foot of the window. No more than three are there at once, and none takes the focus.
    """

    def __init__(self, themes: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._themes = themes
        self._window = window
        self._anchor = window
        self._clear_of: Callable[[], Sequence[QRect]] = tuple
        self._cards: list[Toast] = []
        self._deed: Toast | None = None
        self.count = 0
        """How many messages there were."""
        window.installEventFilter(self)

    @property
    def cards(self) -> Sequence[Toast]:
        """What is shown, the newest last."""
        return tuple(self._cards)

    @property
    def text(self) -> str:
        """What is said last, as long as it is shown."""
        return self._cards[-1].text if self._cards else ""

    @property
    def key(self) -> str:
        """The key of what is said last."""
        return self._cards[-1].key if self._cards else ""

    @property
    def tone(self) -> Tone | None:
        """How the last is meant."""
        return self._cards[-1].tone if self._cards else None

    def set_anchor(self, anchor: QWidget) -> None:
        """Stand at the bottom of another part of the window."""
        self._anchor.removeEventFilter(self)
        self._anchor = anchor
        self._anchor.installEventFilter(self)
        self.place()

    def set_clear_of(self, places: Callable[[], Sequence[QRect]]) -> None:
        """Never cover the places that are asked for: rectangles in the window."""
        self._clear_of = places

    def did(self, text: str, key: str = "") -> None:
        """Say what was done, and by which key it is done."""
        if self._deed is None:
            self._deed = self._new_card()
        else:
            self._cards.remove(self._deed)
            self._cards.append(self._deed)
        self._show(self._deed, text, Tone.DONE, key)

    def tell(self, message: Message, tone: Tone = Tone.NOTICE) -> None:
        """Say something that needs no answer."""
        self.show_text(say(message), tone)

    def refuse(self, error: RepliqueError) -> None:
        """Say why something was not done."""
        self.show_text(say_error(error), Tone.REFUSED)

    def show_text(self, text: str, tone: Tone = Tone.NOTICE) -> None:
        """Show a text; the same one again stays longer instead of standing there twice."""
        again = next((card for card in self._cards if card.text == text and card is not self._deed), None)
        self._show(again or self._new_card(), text, tone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where the anchor is."""
        if watched is self._anchor and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand one above the other in the middle of the anchor, each as small as its text allows."""
        if not self._cards:
            return
        frame = QRect(self._anchor.mapTo(self._window, QPoint()), self._anchor.size())
        room = min(WIDEST, frame.width() - 2 * MARGIN)
        cards = self._ordered()
        sizes = [card.size_within(room) for card in cards]
        whole = QSize(max(s.width() for s in sizes), sum(s.height() for s in sizes) + GAP * (len(sizes) - 1))
        place = self._free_place(frame, whole)
        y = place.top()
        for card, size in zip(cards, sizes, strict=True):
            card.setGeometry(QRect(QPoint(place.left() + (place.width() - size.width()) // 2, y), size))
            y += size.height() + GAP

    def _ordered(self) -> list[Toast]:
        """Return what is shown from top to bottom: the deed last, where it is expected."""
        return [*(card for card in self._cards if card is not self._deed), *([self._deed] if self._deed else [])]

    def _free_place(self, frame: QRect, size: QSize) -> QRect:
        """Return the first place that covers nothing, or the one that covers least."""
        x = frame.left() + (frame.width() - size.width()) // 2
        foot = self._window.rect().bottom() + 1 - size.height()
        bottom = frame.bottom() + 1 - MARGIN - size.height()
        places = [QRect(QPoint(x, y), size) for y in (bottom, frame.top() + MARGIN, foot)]
        taken = self._clear_of()

        def covered(place: QRect) -> int:
            overlaps = [place.intersected(rect) for rect in taken]
            return sum(overlap.width() * overlap.height() for overlap in overlaps if not overlap.isEmpty())

        return min(places, key=covered)

    def _new_card(self) -> Toast:
        if len(self._cards) == MOST:
            self._cards[0].go()
        card = Toast(self._themes, self._window)
        card.gone.connect(lambda: self._forget(card))
        self._cards.append(card)
        return card

    def _show(self, card: Toast, text: str, tone: Tone, key: str = "") -> None:
        self.count += 1
        card.say(text, tone, key)
        self.place()
        card.show()
        card.raise_()
        announced = QAccessibleAnnouncementEvent(card, card.spoken)
        announced.setPoliteness(ASSERTIVE if tone is Tone.REFUSED else POLITE)
        QAccessible.updateAccessibility(announced)

    def _forget(self, card: Toast) -> None:
        if card in self._cards:
            self._cards.remove(card)
        if card is self._deed:
            self._deed = None
        card.deleteLater()
        self.place()
