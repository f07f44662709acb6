"""A field that takes a key instead of a text: for giving keys to actions, and for finding what a key does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
NOT_ALONE = {
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_unknown,
}  # fmt: skip
"""Keys that make no key by themselves."""

KEYPAD = range(Qt.Key.Key_Asterisk, Qt.Key.Key_9 + 1)
"""Keys for which it matters whether they stand on the keypad; arrows and Enter mean the same there."""


class KeyField(QLineEdit):
    """Waits for a key; Esc leaves it as it is."""

    pressed = Signal(str)
    """A key was pressed, with its modifiers; carries it in Qt's portable form."""
    left = Signal()
    """Esc was pressed: no key is wanted."""
    focus_lost = Signal()
    """The user went elsewhere in the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """Claim each key before shortcuts, underlined letters and the order of the fields do."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key, or show the modifiers that are held so far."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
        elif event.key() in NOT_ALONE:
            held = QKeySequence(QKeyCombination(event.modifiers(), Qt.Key.Key_A))
            self.setText(held.toString(QKeySequence.SequenceFormat.NativeText)[:-1] + "…")
        else:
            self.pressed.emit(portable(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Forget modifiers that were let go."""
        event.accept()
        if event.key() in NOT_ALONE:
            self.clear()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user went elsewhere; another window in front is no reason."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.focus_lost.emit()


def portable(event: QKeyEvent) -> str:
    """Return a pressed key in Qt's portable form, as it is written in keymaps."""
    modifiers = Qt.KeyboardModifier.NoModifier
    for modifier in MODIFIERS:
        modifiers |= event.modifiers() & modifier
    if event.key() in KEYPAD:
        modifiers |= event.modifiers() & Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()
