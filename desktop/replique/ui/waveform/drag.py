"""Dragging edges and turns: bounded by what is confirmed, drawn to what is near, one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from secrets import token_hex
from typing import NamedTuple

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document
from replique.ui.session import Edit, EditingSession
from replique.ui.waveform.grips import Grip

PUT_BACK = QT_TRANSLATE_NOOP("timing", "Drag put back")


class Kind(Enum):
    """What an edge is drawn to."""

    NEIGHBOUR = auto()
    PLAYHEAD = auto()
    ONSET = auto()


class Target(NamedTuple):
    """A time to which a dragged edge snaps."""

    ms: int
    kind: Kind


Snap = Callable[[Sequence[float]], tuple[float, Target | None]]
"""Answers, for the times at which edges are wanted, how far they are drawn aside, and to what."""


class Drag:
    """One drag, from the first move of the mouse to the release of its button.

    Each move is an edit of the document as it was at the beginning, so that what had to give way comes back when the
    pointer does. Once something else has changed the document, the drag moves nothing any more.
    """

    def __init__(self, session: EditingSession, grip: Grip, wide: Grip | None = None) -> None:
        self.grip = grip
        self.delta_ms = 0
        self.target: Target | None = None
        self.is_stopped = False
        """Whether the pointer is where a confirmed time does not let the edge go."""
        self._narrow, self._wide = grip, wide or grip
        self._session = session
        self._before: Document = session.document
        self._expected: Document = session.document
        self._gesture = f"drag {token_hex(8)}"

    def move(self, delta_ms: float, snap: Snap | None, *, wide: bool = False) -> None:
        """Move so far from where it was, or to where it is drawn, or stopped; `wide` takes both neighbours along."""
        self.grip = self._wide if wide else self._narrow
        aside_ms, self.target = (0.0, None) if snap is None else snap([ms + delta_ms for ms in self.grip.edges_ms])
        wanted_ms = delta_ms + aside_ms
        low_ms, high_ms = self.grip.low_ms, self.grip.high_ms
        delta = round(min(high_ms, max(low_ms, wanted_ms))) if low_ms <= high_ms else 0
        self.is_stopped = abs(delta - wanted_ms) >= 1
        if self.is_stopped:
            self.target = None
        moved: Edit = lambda _document: self.grip.edit(self._before, delta) if delta else self._before  # noqa: E731
        self._apply(delta, moved, self.grip.label(delta))

    def cancel(self) -> None:
        """Put everything back as it was at the beginning."""
        self._apply(0, lambda _document: self._before, Message("timing", PUT_BACK))

    def _apply(self, delta_ms: int, edit: Edit, label: Message) -> None:
        if self._session.document is not self._expected:
            return
        self.delta_ms = delta_ms
        self._session.apply(edit, label, gesture=self._gesture)
        self._expected = self._session.document


def snapped(
    wanted_ms: Sequence[float], targets: Sequence[Target], tolerance_ms: float
) -> tuple[float, Target | None]:
    """Return how far edges that are wanted at some times are drawn aside to the target nearest to any of them."""
    near = [(target.ms - ms, target) for ms in wanted_ms for target in targets if abs(target.ms - ms) <= tolerance_ms]
    return min(near, key=lambda found: abs(found[0])) if near else (0.0, None)
