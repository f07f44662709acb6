"""Buttons that do what an action does, with an icon of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from replique.ui.theme import ThemeSource


class IconButton(QToolButton):
    """A button with an icon and a name; made anew by `icon` when the theme changes.

    It takes the focus from the Tab key only: a click leaves the keys where they were.
    """

    def __init__(
        self, themes: ThemeSource, icon: Callable[[], QIcon], *, role: str = "quiet", icon_px: int = 16
    ) -> None:
        super().__init__()
        self._make_icon = icon
        self._action: QAction | None = None
        self.setProperty("role", role)
        self.setIconSize(QSize(icon_px, icon_px))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.refresh_icon()
        themes.changed.connect(self.refresh_icon)

    def set_name(self, name: str) -> None:
        """Say what it does, to the eye and to the ear."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def bind(self, action: QAction) -> None:
        """Do what `action` does, and be named, enabled and checked as it is."""
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(self._trigger)
        action.changed.connect(self._follow)
        self._follow()

    def refresh_icon(self) -> None:
        """Make the icon anew."""
        self.setIcon(self._make_icon())

    def _trigger(self) -> None:
        if self._action:
            self._action.trigger()
            self._follow()

    def _follow(self) -> None:
        if self._action is None:
            return
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        self.setToolTip(self._action.toolTip())
        self.setAccessibleName(self._action.text().replace("&", "").rstrip("…"))


class PushButton(QPushButton):
    """A button that Enter presses too while it has the focus: outside of dialogs Qt knows only the space bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def push_button(text: str, role: str = "") -> QPushButton:
    """Return a button with a text; `role` is ``primary``, ``link`` or none."""
    button = PushButton(text)
    button.setAutoDefault(False)
    if role:
        button.setProperty("role", role)
    return button
