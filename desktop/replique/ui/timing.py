"""Timing by keyboard: taps, taking back, nudging, setting, shifting, typing, confirming."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, Signal

from replique.core import edits
from replique.core.errors import EditError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.model import Document, Edge, TimeState, Turn
from replique.core.tapping import TapTarget, clear_onset, next_tap, tap_time_ms
from replique.core.timecode import clock
from replique.ui.edit_names import edge_set
from replique.ui.key_clock import KeyClock
from replique.ui.playback_controller import BOUNDARY_MS, PlaybackController
from replique.ui.session import EditingSession
from replique.ui.settings import Settings

REPLAY_BEFORE_TAP_MS = 2000
BURST_S = 3.0
"""Nudges with less between them are one gesture: one hears the boundary again, and nudges on."""

TAP = QT_TRANSLATE_NOOP("timing", "Tap of turn {number}")
TAP_BACK = QT_TRANSLATE_NOOP("timing", "Tap of turn {number} taken back")
ALL_TIMED = QT_TRANSLATE_NOOP("timing", "All turns are timed: the last one has its end.")
LAST_TIMED = QT_TRANSLATE_NOOP(
    "timing", "The last turn has its end already. Go to the turn before the one to be timed."
)
NO_TAP = QT_TRANSLATE_NOOP("timing", "There is no tap to take back.")
SHIFTED = QT_TRANSLATE_NOOP("timing", "Turn {number} and all that follow shifted to {time}")
CONFIRMED = QT_TRANSLATE_NOOP("timing", "Turn {number} confirmed")


@dataclass(slots=True)
class Tap:
    """A tap: what it set, and the names of its step in the history and of the step that took it back."""

    target: TapTarget
    label: Message
    taken_back: Message | None = None


class TimingController(QObject):
    """The keyboard alignment: each method is what one key does to the current turn.

    `onsets` answers where speech begins in the recording, in order, as far as that is known.
    """

    said = Signal(object)
    """Something to tell the user that is no edit; a :class:`~replique.core.messages.Message`."""

    def __init__(
        self,
        session: EditingSession,
        playback: PlaybackController,
        settings: Settings,
        key_clock: KeyClock,
        onsets: Callable[[], Sequence[int]] = tuple,
    ) -> None:
        super().__init__()
        self._session = session
        self._playback = playback
        self._settings = settings
        self._key_clock = key_clock
        self._onsets = onsets
        self._taps: list[Tap] = []
        self._nudged_s = float("-inf")
        self._burst = 0
        session.document_replaced.connect(self._taps.clear)

    def tap(self) -> None:
        """Say that the next turn starts now, or after the last one that it ends; stand on it."""
        ms = self._meant_ms()
        target = next_tap(self._session.document, self._session.current_id)
        if target is None:
            document = self._session.document
            all_timed = document.confirmed_count() == document.speech_count()
            self.said.emit(Message("timing", ALL_TIMED if all_timed else LAST_TIMED))
            return
        if target.edge is Edge.START and self._settings.snap_taps:
            onset_ms = clear_onset(self._onsets(), ms)
            ms = ms if onset_ms is None else onset_ms
        label = self._label(TAP, target.turn_id)
        accepted = self._session.apply(
            lambda document: edits.set_edge(document, target.turn_id, target.edge, ms), label, go_to=target.turn_id
        )
        if accepted:
            self._taps.append(Tap(target, label))

    def take_back(self) -> None:
        """Take the last tap back that still stands, and play again from two seconds before it."""
        tap = self._last_tap()
        if tap is None:
            self.said.emit(Message("timing", NO_TAP))
            return
        turn_id, edge = tap.target
        set_ms = _confirmed_ms(self._session.document, tap.target) or 0
        if self._session.undo_label is tap.label:
            self._session.undo()
        else:
            tap.taken_back = self._label(TAP_BACK, turn_id)
            stands_on = _spoken_before(self._session.document, turn_id) if edge is Edge.START else turn_id
            self._session.apply(lambda document: edits.clear_edge(document, turn_id, edge), tap.taken_back)
            self._session.set_current(stands_on)
        self._playback.play_from(set_ms - REPLAY_BEFORE_TAP_MS)

    def nudge(self, edge: Edge, direction: int) -> None:
        """Move the start or the end of the current turn a little, and play the boundary."""
        turn, index = self._current()
        span = self._session.timeline.turn_span(index)
        from_ms = span.start_ms if edge is Edge.START else span.end_ms
        if from_ms is None:
            self._session.refused.emit(_untimed())
            return
        ms = max(0, from_ms + direction * self._settings.nudge_ms)
        now_s = monotonic()
        if now_s > self._nudged_s + BURST_S:
            self._burst += 1
        self._nudged_s = now_s
        if self._set(turn, edge, ms, gesture=f"nudge {turn.id} {edge} {self._burst}"):
            replay_ms = self._settings.replay_ms
            start_ms = ms if edge is Edge.START else ms - replay_ms
            self._playback.play_span(start_ms, start_ms + replay_ms)

    def set_here(self, edge: Edge) -> None:
        """Set the start or the end of the current turn to what is heard now."""
        turn, _ = self._current()
        self._set(turn, edge, self._meant_ms())

    def set_typed(self, edge: Edge, ms: int) -> None:
        """Set the start or the end of the current turn to a time that was typed."""
        turn, _ = self._current()
        self._set(turn, edge, ms)

    def shift_rest(self) -> None:
        """Set the start of the current turn to what is heard now and move all that follows as much."""
        turn, _ = self._current()
        ms = self._meant_ms()
        label = self._label(SHIFTED, turn.id, time=clock(ms))
        self._session.apply_in_slices(lambda document: edits.setting_start_and_shifting(document, turn.id, ms), label)

    def confirm(self) -> None:
        """Confirm the start of the current turn as it stands."""
        turn, _ = self._current()
        self._session.apply(lambda document: edits.confirm(document, turn.id), self._label(CONFIRMED, turn.id))

    def play_turn(self) -> None:
        """Play the current turn once."""
        if span := self._current_span():
            self._playback.play_span(*span)

    def loop_turn(self) -> None:
        """Play the current turn again and again, or stop doing so."""
        if self._playback.looping:
            self._playback.stop_loop()
        elif span := self._current_span():
            self._playback.loop_span(*span)

    def play_before_start(self) -> None:
        """Play the half second before the start of the current turn."""
        if span := self._current_span():
            self._playback.play_span(span[0] - BOUNDARY_MS, span[0])

    def play_after_start(self) -> None:
        """Play the half second after the start of the current turn."""
        if span := self._current_span():
            self._playback.play_span(span[0], span[0] + BOUNDARY_MS)

    def _current(self) -> tuple[Turn, int]:
        """Return the current turn and its index; the actions are enabled only where there is one."""
        turn = self._session.current_turn
        if turn is None:
            raise LookupError("no current turn")
        return turn, self._session.document.index_of(turn.id)

    def _current_span(self) -> tuple[int, int] | None:
        span = self._session.timeline.turn_span(self._current()[1])
        if span.start_ms is None or span.end_ms is None:
            self._session.refused.emit(_untimed())
            return None
        return span.start_ms, span.end_ms

    def _meant_ms(self) -> int:
        """Return the moment that the key pressed now means."""
        return tap_time_ms(
            self._playback.meant_ms(self._key_clock.take()),
            playing=self._playback.is_playing,
            reaction_ms=self._settings.reaction_ms,
            rate=self._playback.player.rate,
        )

    def _set(self, turn: Turn, edge: Edge, ms: int, gesture: str | None = None) -> bool:
        label = edge_set(self._session.document, turn.id, edge, max(0, ms))
        return self._session.apply(
            lambda document: edits.set_edge(document, turn.id, edge, ms), label, gesture=gesture
        )

    def _label(self, text: str, turn_id: int, **values: object) -> Message:
        return Message("timing", text, number=self._session.document.index_of(turn_id) + 1, **values)

    def _last_tap(self) -> Tap | None:
        """Return the last tap that was neither undone nor taken back, and whose time was not forgotten since."""
        document = self._session.document
        done = {id(label) for label in self._session.done_labels}
        for tap in reversed(self._taps):
            stands = id(tap.label) in done and id(tap.taken_back) not in done
            if stands and _confirmed_ms(document, tap.target) is not None:
                return tap
        return None


def _confirmed_ms(document: Document, target: TapTarget) -> int | None:
    """Return the confirmed time of an edge, None where it has none or the turn is gone."""
    turn = next((turn for turn in document.turns if turn.id == target.turn_id), None)
    if turn is None:
        return None
    ms, state = (turn.start_ms, turn.start_state) if target.edge is Edge.START else (turn.end_ms, turn.end_state)
    return ms if state is TimeState.CONFIRMED else None


def _spoken_before(document: Document, turn_id: int) -> int | None:
    before = document.turns[: document.index_of(turn_id)]
    return next((turn.id for turn in reversed(before) if turn.is_speech), None)


def _untimed() -> EditError:
    return EditError(
        QT_TRANSLATE_NOOP("errors", "This turn has no time yet."),
        remedy=QT_TRANSLATE_NOOP("errors", "Set its start first."),
    )
