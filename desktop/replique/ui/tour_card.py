"""The card of the tour: above the transcript, so that it covers no row; it names one key at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel

from replique.ui.buttons import IconButton, push_button
from replique.ui.icons import Icons
from replique.ui.labels import label
from replique.ui.theme import ThemeSource

MARGIN = 16


class TourCard(QFrame):
    """Shows what it is told; hidden while there is no tour. The focus stays where it is."""

    skip_requested = Signal()
    """The user wants the next key."""
    leave_requested = Signal()
    """The user wants no tour, or has read its end."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self.setProperty("role", "tour")
        self._count = label("", "caption")
        self._title = label("", "strong")
        self._text = label("", "soft", wraps=True)
        self._chips: list[QLabel] = []
        self._keys = QHBoxLayout()
        self._keys.setSpacing(4)
        self.skip_button = push_button(self.tr("Skip"), "link")
        self.skip_button.setAccessibleName(self.tr("Skip this key"))
        self.skip_button.clicked.connect(self.skip_requested)
        icons = Icons(themes)
        self.leave_button = IconButton(themes, lambda: icons("fa6s.xmark"), icon_px=12)
        self.leave_button.set_name(self.tr("Leave the tour (Esc)"))
        self.leave_button.clicked.connect(self.leave_requested)
        self.skip_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.hide()

    @property
    def title(self) -> str:
        """What the key is for."""
        return self._title.text()

    @property
    def count(self) -> str:
        """How far the tour is."""
        return self._count.text()

    @property
    def keys(self) -> list[str]:
        """The keys that are named."""
        return [chip.text() for chip in self._chips]

    def show_key(self, number: int, total: int, keys: Sequence[str], title: str, text: str) -> None:
        """Name a key, the `number`-th of `total`."""
        self._show(self.tr("{number} of {total}").format(number=number, total=total), keys, title, text)
        self.skip_button.show()

    def show_end(self, title: str, text: str) -> None:
        """Say that the tour is done."""
        self._show("", (), title, text)
        self.skip_button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the tour where one of its buttons has the focus, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, 8, 8, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._count, 0, 0, 2, 1)
        grid.addLayout(self._keys, 0, 1, 2, 1)
        grid.addWidget(self._title, 0, 2)
        grid.addWidget(self._text, 1, 2)
        grid.addWidget(self.skip_button, 0, 3, 2, 1)
        grid.addWidget(self.leave_button, 0, 4, 2, 1)
        grid.setColumnStretch(2, 1)

    def _show(self, count: str, keys: Sequence[str], title: str, text: str) -> None:
        for old in self._chips:
            old.setParent(None)
            old.deleteLater()
        self._chips = [label(key, "bigkey") for key in keys]
        for chip in self._chips:
            self._keys.addWidget(chip)
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self._title.setText(title)
        self._text.setText(text)
        self.show()
        spoken = ". ".join(part for part in (count, title, ", ".join(keys), text) if part)
        self.setAccessibleName(title)
        self.setAccessibleDescription(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))
