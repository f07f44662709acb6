"""What all dialogs have in common: a heading, a body, one place for what is wrong, buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from replique.core.errors import RepliqueError
from replique.ui.i18n import say_error
from replique.ui.labels import label
from replique.ui.style import sized

WIDTH = 480
MARGIN = 20
FRAME_PX = 40
"""Height to leave for the title bar."""
NAME_MARGIN = 4
DEFAULT_WEIGHT = QFont.Weight.DemiBold
"""Of the text of the default button, in the style sheet."""

Role = QDialogButtonBox.ButtonRole


class Dialog(QDialog):
    """A dialog that is as high as its texts need; what is wrong is said inside it, above the buttons.

    Where its body `grows`, it keeps the size that it was given, and the body takes what room there is.
    """

    def __init__(self, parent: QWidget | None, *, width: int = WIDTH, grows: bool = False) -> None:
        super().__init__(parent)
        self._grows = grows
        self.setMinimumWidth(width)
        self._title = label("", "title", wraps=True)
        self._intro = label("", "soft", wraps=True)
        self._intro.hide()
        self._note = label("", "note", wraps=True)
        self._note.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.buttons = QDialogButtonBox()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN - 4)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._intro)
        column.addLayout(self.body, int(grows))
        column.addWidget(self._note)
        column.addSpacing(4)
        if not grows:
            column.addStretch(1)
        column.addWidget(self.buttons)

    def set_heading(self, title: str, intro: str = "") -> None:
        """Say what the dialog is for, in the title bar and, larger, above the body; `intro` stands below it."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._intro.setText(intro)
        self._intro.setVisible(bool(intro))

    @property
    def heading(self) -> str:
        """What the dialog is for."""
        return self._title.text()

    @property
    def note(self) -> str:
        """What is said above the buttons."""
        return "" if self._note.isHidden() else self._note.text()

    def set_note(self, text: str) -> None:
        """Say something above the buttons, to the ear too; an empty text takes it away."""
        if text == self.note:
            return
        self._note.setText(text)
        self._note.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        if self.isVisible():
            self.fit()

    def show_error(self, error: RepliqueError) -> None:
        """Say what is wrong; the dialog stays open."""
        self.set_note(say_error(error))

    def add_button(self, text: str, role: Role, *, default: bool = False) -> QPushButton:
        """Add a button; the platform decides on the order. Enter presses the default one."""
        button = DialogButton(text)
        self.buttons.addButton(button, role)
        button.setAutoDefault(default)
        button.setDefault(default)
        return button

    def fit(self) -> None:
        """Become as high as the texts need in this width."""
        layout = self.layout()
        if layout is None or self._grows:
            return
        layout.activate()
        width = max(self.minimumWidth(), layout.totalMinimumSize().width())
        self.setMinimumSize(width, layout.totalHeightForWidth(width))
        self.resize(self.minimumSize())

    def _fit_screen(self) -> None:
        """Let one that grows stay on a small screen, below the frame of the window."""
        if self._grows:
            self.resize(self.size().boundedTo(self.screen().availableSize() - QSize(0, FRAME_PX)))

    def done(self, result: int) -> None:
        """Close; the answer can be read until control is back in the event loop."""
        super().done(result)
        self.deleteLater()

    def setVisible(self, visible: bool) -> None:
        """Fit the texts before Qt puts the dialog over the middle of its window."""
        if visible and not self.isVisible():
            for part in (self, *self.findChildren(QWidget)):
                part.ensurePolished()
            self.fit()
            self._fit_screen()
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the texts again, now that their fonts are known for good."""
        super().showEvent(event)
        self.fit()


class DialogButton(QPushButton):
    """A button wide enough to be the default one: Qt does not reckon with the bold text that it then has."""

    def sizeHint(self) -> QSize:
        """Return the size with the text in bold."""
        hint = super().sizeHint()
        return QSize(hint.width() + _text_width(self, DEFAULT_WEIGHT) - _text_width(self), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()


def _text_width(button: QPushButton, weight: QFont.Weight = QFont.Weight.Normal) -> int:
    font = sized(button.font(), button.fontInfo().pixelSize(), weight)
    return QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, button.text()).width()


class Rows(QFormLayout):
    """Rows of a name and a field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(10)

    def add(self, name: str, field: QWidget, *, holder: QWidget | None = None) -> None:
        """Add a field under its name, with the letter after ``&`` leading to it; `holder` is what holds the field.

        Letters on both sides of an underlined one stand further apart than Qt reckons: hence the margin.
        """
        says = label(name)
        says.setMinimumWidth(says.sizeHint().width() + NAME_MARGIN if name else 0)
        # A label leads to no field that only passes the focus on.
        says.setBuddy(field.focusProxy() or field)
        self.addRow(says, holder or field)
