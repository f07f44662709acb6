"""The panel at the right: who speaks, with key and colour; assign, rename, add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QToolTip, QVBoxLayout

from replique.ui.buttons import IconButton
from replique.ui.icons import Icons
from replique.ui.labels import caption, label
from replique.ui.session import EditingSession
from replique.ui.speaker_delegate import SpeakerDelegate
from replique.ui.speakers_model import SpeakersModel
from replique.ui.theme import ThemeSource

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SpeakerList(QListView):
    """The rows. Enter or a click on the key assigns, F2 or a double click renames."""

    assign_requested = Signal(int)
    """The current turn is spoken by the speaker of this id."""

    def __init__(self, model: SpeakersModel, themes: ThemeSource) -> None:
        super().__init__()
        self._speakers = model
        self._delegate = SpeakerDelegate(themes, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setProperty("role", "plain")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAccessibleName(self.tr("Speakers"))
        themes.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter assigns; all else is the list's own.

        The Enter that ends a name comes here too, since the field passes it on: that one assigns nothing.
        """
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not event.modifiers() & CHORD:
            if self.state() is not QAbstractItemView.State.EditingState:
                self._assign(index)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Assign where the key is clicked, and leave the focus where it was; elsewhere choose the row."""
        index = self._chip_at(event.position().toPoint())
        if index.isValid():
            self._assign(index)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename, but not where the key is clicked quickly."""
        if not self._chip_at(event.position().toPoint()).isValid():
            super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the key under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._chip_at(event.pos())
            if index.isValid():
                text = self.tr("Click: {name} speaks the current turn").format(name=index.data())
            else:
                text = self.tr("Double-click or F2 renames, Enter assigns to the current turn")
                name = self.indexAt(event.pos()).data()
                text = f"{name}\n{text}" if name else text
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _assign(self, index: QModelIndex) -> None:
        self.assign_requested.emit(self._speakers.speaker_at(index.row()).id)

    def _chip_at(self, point: QPoint) -> QModelIndex:
        index = self.indexAt(point)
        chip = self._delegate.chip_rect(self.visualRect(index), index, self.font()) if index.isValid() else None
        return index if chip and chip.contains(point) else QModelIndex()


class SpeakersPanel(QFrame):
    """The list under its heading, with a button that adds a speaker and one that hides the panel."""

    assign_requested = Signal(int)
    """The current turn is spoken by the speaker of this id."""
    rename_requested = Signal(int, str)
    """The speaker of this id has another name."""
    add_requested = Signal()
    """The user wants to add a speaker."""
    hide_requested = Signal()
    """The user wants the room for the transcript."""

    def __init__(self, session: EditingSession, themes: ThemeSource) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._model = SpeakersModel(session)
        self._model.setParent(self)
        self._model.renamed.connect(self.rename_requested)
        self.list = SpeakerList(self._model, themes)
        self.list.assign_requested.connect(self.assign_requested)
        icons = Icons(themes)
        self.add_button = IconButton(themes, lambda: icons("fa6s.plus"), icon_px=12)
        self.add_button.set_name(self.tr("Add a speaker"))
        self.add_button.clicked.connect(self.add_requested)
        self.hide_button = IconButton(themes, lambda: icons("fa6s.chevron-right"), icon_px=12)
        self.hide_button.set_name(self.tr("Hide the speakers"))
        self.hide_button.clicked.connect(self.hide_requested)
        self._nobody = label(
            self.tr("Nobody yet. Add a speaker, or open a transcript that names them."), "small", wraps=True
        )
        self._lay_out()
        for signal in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            signal.connect(self._show_emptiness)
        self._show_emptiness()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(4)
        heading.addSpacing(6)
        heading.addWidget(caption(self.tr("Speakers")))
        heading.addStretch(1)
        heading.addWidget(self.add_button)
        heading.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 12)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addWidget(self._nobody)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._nobody.setContentsMargins(6, 0, 6, 0)

    def _show_emptiness(self) -> None:
        empty = self._model.rowCount() == 0
        self._nobody.setVisible(empty)
        self.list.setVisible(not empty)
        if not empty and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))
