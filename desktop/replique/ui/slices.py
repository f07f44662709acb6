"""An edit of thousands of turns, worked on between the events of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from replique.core.edits import Steps
from replique.core.errors import EditError
from replique.core.model import Document

BUDGET_S = 0.008
"""So long it works at one go: a frame of the playhead fits in beside it."""

Outcome = Callable[[], Document]
"""Returns the edited document, or raises the EditError with which it was refused."""


class Slices(QObject):
    """Takes the steps of one edit; what fits into the first slice is done at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._tell: Callable[[Outcome], None] = lambda _outcome: None
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._work)

    def start(self, steps: Steps, tell: Callable[[Outcome], None]) -> None:
        """Work on an edit, and `tell` its outcome; one that is under way is finished first."""
        self.finish()
        self._steps, self._tell = steps, tell
        self._idle.start()
        self._work()

    def finish(self) -> None:
        """Finish what is under way, if anything is."""
        while self._steps:
            self._work()

    def drop(self) -> None:
        """Forget what is under way: nobody waits for it any more."""
        self._steps = None
        self._idle.stop()

    def _work(self) -> None:
        until_s = monotonic() + BUDGET_S
        try:
            while self._steps and monotonic() < until_s:
                next(self._steps)
        except StopIteration as end:
            self._end(partial(_same, end.value))
        except EditError as error:
            self._end(partial(_refuse, error))

    def _end(self, outcome: Outcome) -> None:
        self.drop()
        self._tell(outcome)


def _same(document: Document) -> Document:
    return document


def _refuse(error: EditError) -> Document:
    raise error
