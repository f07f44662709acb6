"""Says what was done last, and names the key that does it: so that hands on the mouse learn the keys."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, QTimer

from replique.core.messages import Message
from replique.ui.actions.action_set import ActionSet
from replique.ui.edit_names import BOUNDARY_SET, END_SET, START_SET, TURN_MOVED
from replique.ui.i18n import say
from replique.ui.key_clock import KeyClock
from replique.ui.session import EditingSession
from replique.ui.toasts import Toasts
from replique.ui.transcript.editing import EDITED
from replique.ui.turn_commands import SPOKEN_BY

TIMES = 3
"""So often is the key named of what is no edit; after that whoever uses the mouse wants to."""

BY_HAND = {
    START_SET: "timing.set_start",
    END_SET: "timing.set_end",
    SPOKEN_BY: "turn.speaker",
    EDITED: "edit.words",
}
"""What is also done without an action, such as by dragging, and the action that does it."""
BY_MOUSE = {*BY_HAND, BOUNDARY_SET, TURN_MOVED}
"""What is done without an action, those that no action does included."""
STILL_MS = 200
"""A drag changes the document with each step: it is said where it begins, and where the hand stands still."""


class KeyTeacher(QObject):
    """Shows each edit with its key, and of all else that the mouse starts the key, a few times."""

    def __init__(self, actions: ActionSet, session: EditingSession, key_clock: KeyClock, toasts: Toasts) -> None:
        super().__init__(toasts)
        self._actions = actions
        self._key_clock = key_clock
        self._toasts = toasts
        self._taught: Counter[str] = Counter()
        self._said_before = 0
        self._by_key = False
        self._step: Message | None = None
        self._said: Message | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._stands_still)
        session.done.connect(self._done)
        actions.begun.connect(self._begun)
        actions.ended.connect(self._ended)

    def _done(self, name: Message) -> None:
        if self._actions.running or name.text not in BY_MOUSE:
            self._say(name, self._actions.running)
            self._still.stop()
        elif self._still.isActive() and self._step and self._step.text == name.text:
            self._step = name
            self._still.start()
        else:
            self._say(name, BY_HAND.get(name.text, ""))
            self._said = self._step = name
            self._still.start()

    def _stands_still(self) -> None:
        if self._step and self._step is not self._said:
            self._say(self._step, BY_HAND.get(self._step.text, ""))

    def _say(self, name: Message, action_id: str) -> None:
        self._toasts.did(say(name), self._actions.key_of(action_id) if action_id else "")

    def _begun(self, _action_id: str) -> None:
        # Asked now: a dialog that the action opens outlives the key.
        self._said_before, self._by_key = self._toasts.count, self._key_clock.is_down

    def _ended(self, action_id: str) -> None:
        """Name the key where the mouse did it and nothing was said of it; dialogs speak for themselves."""
        if self._by_key or not self._toasts.are_seen:
            return
        key, text = self._actions.key_of(action_id), self._actions[action_id].text()
        if self._toasts.count != self._said_before or not key or text.endswith("…"):
            return
        if self._taught[action_id] < TIMES:
            self._taught[action_id] += 1
            self._toasts.did(text.replace("&", ""), key)
