"""The keys of one action, to be changed: one is taken away, another pressed; one that is taken is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from replique.ui.actions.key_advice import Advice, Verdict, advise
from replique.ui.actions.keymap import shown
from replique.ui.actions.user_keys import UserKeys
from replique.ui.buttons import push_button
from replique.ui.i18n import say
from replique.ui.key_field import KeyField
from replique.ui.labels import ElidedLabel


class ShortcutPanel(QWidget):
    """Shows an action with its keys and changes them."""

    told = Signal(str)
    """Something is to be said of a key; an empty text takes it away."""
    finished = Signal()
    """The keys are as the user wants them: the list may have the focus again."""

    def __init__(self, keys: UserKeys) -> None:
        super().__init__()
        self._keys = keys
        self._action_id = ""
        self._replaces = False
        self._is_recording = False
        self._wanted: tuple[str, ...] | None = None
        self.key_buttons: list[QPushButton] = []
        self.name = ElidedLabel("strong")
        self.recorder = KeyField()
        self.recorder.setPlaceholderText(self.tr("Press the new key; Esc leaves all as it is"))
        self.recorder.setAccessibleName(self.tr("The new key"))
        self.recorder.pressed.connect(self._consider)
        self.recorder.left.connect(self.cancel)
        self.recorder.focus_lost.connect(self._leave_recorder)
        self.change_button = push_button(self.tr("C&hange…"))
        self.change_button.clicked.connect(lambda: self.record(replaces=True))
        self.add_button = push_button(self.tr("&Add a key…"))
        self.add_button.clicked.connect(lambda: self.record(replaces=False))
        self.reset_button = push_button(self.tr("Default"), "link")
        self.reset_button.clicked.connect(self._reset)
        self.take_button = push_button(self.tr("&Take it"), "primary")
        self.take_button.clicked.connect(self._take)
        self.leave_button = push_button(self.tr("&Leave it"))
        self.leave_button.clicked.connect(self.cancel)
        self._chips = QHBoxLayout()
        self._pages = QStackedWidget()
        self._lay_out()

    @property
    def is_busy(self) -> bool:
        """Whether a key is waited for, or an answer."""
        return self._pages.currentIndex() > 0

    def show_action(self, action_id: str, name: str) -> None:
        """Show the keys of another action, or what became of them."""
        self._action_id = action_id
        self.name.set_full_text(name)
        for button in self.key_buttons:
            self._chips.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.key_buttons = [self._key_button(key) for key in self._keys.keys_of(action_id)]
        for place, button in enumerate(self.key_buttons):
            self._chips.insertWidget(place, button)
        self.change_button.setEnabled(bool(self._keys.keys_of(action_id)))
        self.reset_button.setVisible(self._keys.is_changed(action_id))

    def record(self, *, replaces: bool) -> None:
        """Wait for a key that takes the place of the first one, or is added to them."""
        self._replaces = replaces and bool(self._keys.keys_of(self._action_id))
        self.told.emit("")
        self.recorder.clear()
        self._is_recording = True
        self._pages.setCurrentIndex(1)
        self.recorder.setFocus()

    def remove_last(self) -> None:
        """Take the last key away."""
        for key in self._keys.keys_of(self._action_id)[-1:]:
            self._remove(key)

    def cancel(self) -> None:
        """Leave the keys as they are."""
        if self.is_busy:
            self._end("")

    def _lay_out(self) -> None:
        self._chips.setSpacing(6)
        for button in (self.change_button, self.add_button, self.reset_button):
            self._chips.addWidget(button)
        self._chips.addStretch(1)
        asking = QHBoxLayout()
        asking.addWidget(self.take_button)
        asking.addWidget(self.leave_button)
        asking.addStretch(1)
        recording = QHBoxLayout()
        recording.addWidget(self.recorder)
        for row in (self._chips, recording, asking):
            page = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            page.setLayout(row)
            self._pages.addWidget(page)
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addWidget(self._pages)

    def _key_button(self, key: str) -> QPushButton:
        button = push_button(f"{shown(key)}  ×".replace("&", "&&"))
        button.setAccessibleName(self.tr("Take {key} away").format(key=shown(key)))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: self._remove(key))
        return button

    def _consider(self, key: str) -> None:
        """Give the key that was pressed to the action, or say why not, or who has it."""
        advice = advise(key, self._action_id, self._keys.action_with(key))
        self.told.emit(_said(advice))
        if advice.verdict is Verdict.REFUSED:
            self.recorder.clear()
            return
        others = [old for old in self._keys.keys_of(self._action_id)[int(self._replaces) :] if old != key]
        self._wanted = (key, *others) if self._replaces else (*others, key)
        self._is_recording = False
        if advice.verdict is Verdict.TAKEN:
            self._pages.setCurrentIndex(2)
            self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take()

    def _leave_recorder(self) -> None:
        if self._is_recording:
            self.cancel()

    def _take(self) -> None:
        wanted = self._wanted
        self._end(None)
        if wanted is not None:
            self._keys.set_keys(self._action_id, wanted)

    def _remove(self, key: str) -> None:
        left = tuple(old for old in self._keys.keys_of(self._action_id) if old != key)
        self._keys.set_keys(self._action_id, left)
        self._end("")

    def _reset(self) -> None:
        self._keys.reset(self._action_id)
        self._end("")

    def _end(self, said: str | None) -> None:
        """Show the keys again; `said` takes the place of what was said, which stays where there is nothing new."""
        self._wanted = None
        self._is_recording = False
        self._pages.setCurrentIndex(0)
        if said is not None:
            self.told.emit(said)
        self.finished.emit()


def _said(advice: Advice) -> str:
    return " ".join(say(remark) for remark in advice.remarks)
