"""The messages over the window, one above the other, where they cover nothing that is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from replique.core.errors import RepliqueError
from replique.core.messages import Message
from replique.ui.i18n import say, say_error
from replique.ui.theme import ThemeSource
from replique.ui.toast import Toast, Tone

WIDEST = 420
NARROW = 300
"""Where there is no more room than that, all are as wide as it."""
MARGIN = 8
GAP = 8
MOST = 3
MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)

ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive
POLITE = QAccessible.AnnouncementPoliteness.Polite


class Toasts(QObject):
    """What was done last is one message, which the next deed replaces; notices and refusals stand above it.

    They stand where `set_homes` says, at first at the bottom of the window, and cover nothing that `set_clear_of`
    names. No more than three are there at once, and none takes the focus.
    """

    def __init__(self, themes: ThemeSource, window: QWidget) -> None:
        super().__init__(window)
        self._themes = themes
        self._window = window
        self._homes: Callable[[], Sequence[QRect]] = lambda: [window.rect()]
        self._clear_of: Callable[[], Sequence[QRect]] = tuple
        self._cards: list[Toast] = []
        self._deed: Toast | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.place)
        self.count = 0
        """How many messages there were."""
        window.installEventFilter(self)

    @property
    def cards(self) -> Sequence[Toast]:
        """What is shown, the newest last."""
        return tuple(self._cards)

    @property
    def are_seen(self) -> bool:
        """Whether the window is there to show them."""
        return self._window.isVisible()

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

    def set_homes(self, homes: Callable[[], Sequence[QRect]], *parts: QWidget) -> None:
        """Stand at the right of the bottom, or of the top, of the first rectangle in the window where there is room.

        They are asked for again when one of the `parts` changes.
        """
        self._homes = homes
        for part in parts:
            part.installEventFilter(self)
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
        """Stay at home, once all parts stand where they belong."""
        if event.type() in MOVES and self._cards and self._window.isVisible():
            self._soon.start()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand one above the other, each as small as its text allows; what finds no room goes, the oldest first."""
        while self._cards:
            cards = self._ordered()
            sizes, place, free = self._place(cards)
            if free or len(cards) == 1:
                break
            self._cards[0].go()
        else:
            return
        y = place.top()
        for card, size in zip(cards, sizes, strict=True):
            card.setGeometry(QRect(QPoint(place.right() + 1 - size.width(), y), size))
            y += size.height() + GAP

    def _ordered(self) -> list[Toast]:
        """Return what is shown from top to bottom: the deed last, where it is expected."""
        return [*(card for card in self._cards if card is not self._deed), *([self._deed] if self._deed else [])]

    def _place(self, cards: Sequence[Toast]) -> tuple[list[QSize], QRect, bool]:
        """Return how large the messages are, where they stand, and whether they cover nothing there.

        That is the first place where they don't, else the first of all.
        """
        taken = self._clear_of()
        tried = list(self._tries(cards))
        for sizes, place, fits in tried:
            if fits and not any(place.intersects(rect) for rect in taken):
                return sizes, place, True
        return tried[0][0], tried[0][1], False

    def _tries(self, cards: Sequence[Toast]) -> Iterator[tuple[list[QSize], QRect, bool]]:
        """Yield the bottom and the top of each home, with the sizes that the messages have there."""
        for whole in self._homes() or [self._window.rect()]:
            home = whole.marginsRemoved(QMargins(MARGIN, MARGIN, MARGIN, MARGIN))
            room, is_narrow = min(WIDEST, home.width()), home.width() <= NARROW
            sizes = [card.size_within(room, fills=is_narrow) for card in cards]
            size = QSize(max(s.width() for s in sizes), sum(s.height() for s in sizes) + GAP * (len(sizes) - 1))
            x, fits = home.right() + 1 - size.width(), size.height() <= home.height()
            yield sizes, QRect(QPoint(x, home.bottom() + 1 - size.height()), size), fits
            yield sizes, QRect(QPoint(x, home.top()), size), fits

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
