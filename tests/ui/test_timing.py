"""Timing by keyboard, to the millisecond, with a player whose position the test sets."""

from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from replique.core.model import Document, Edge, Kind, Speaker, TimeState, Turn, Word
from replique.ui.key_clock import KeyClock
from replique.ui.playback_controller import PlaybackController
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.timing import TimingController


class StillPlayer(QObject):
    """A player that stands wherever it is put, and notes what it is asked."""

    state_changed = Signal(object)
    position_jumped = Signal(int)
    failed = Signal(object)

    def __init__(self):
        super().__init__()
        self.at_ms = 0.0
        self.is_playing = True
        self.rate = 1.0
        self.volume = 100
        self.asked = []

    def position_ms(self, at_s=None):
        return self.at_ms

    def set_volume(self, percent):
        self.volume = percent

    def play(self, from_ms=None):
        self.asked.append(("play", from_ms))

    def play_span(self, start_ms, end_ms, *, loop=False, from_ms=None):
        self.asked.append(("span", start_ms, end_ms, loop))

    def seek(self, ms):
        self.asked.append(("seek", ms))


def words(text):
    return tuple(Word(part, " " if i else "") for i, part in enumerate(text.split()))


def interview():
    """Three spoken turns and a note between the second and the third."""
    return Document(
        speakers=(Speaker(1, "Ana", 0), Speaker(2, "Bruno", 1)),
        turns=(
            Turn(1, words("Tu viens ?"), 1),
            Turn(2, words("J'arrive tout de suite."), 2),
            Turn(3, words("(rires)"), kind=Kind.NOTE),
            Turn(4, words("Bon."), 1),
        ),
    )


class Desk:
    """An editor's desk: session, player and the keys."""

    def __init__(self, settings):
        self.session = EditingSession()
        self.player = StillPlayer()
        self.playback = PlaybackController(lambda: self.player, settings)
        self.playback.media = Path("interview.mp3")
        assert self.playback.player is self.player
        self.onsets_ms = ()
        self.timing = TimingController(self.session, self.playback, settings, KeyClock(), lambda: self.onsets_ms)
        self.session.open(interview())
        self.refused, self.said = [], []
        self.session.refused.connect(lambda error: self.refused.append(str(error)))
        self.timing.said.connect(lambda message: self.said.append(str(message)))

    def tap_at(self, ms):
        self.player.at_ms = ms
        self.timing.tap()

    def starts(self):
        return [turn.start_ms for turn in self.session.document.turns]


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def desk(qapp, settings):
    return Desk(settings)


def test_n_plus_one_taps_time_n_turns_and_notes_are_passed_over(desk):
    for ms in (1000, 3000, 7000, 9000):
        desk.tap_at(ms)
    assert desk.starts() == [800, 2800, None, 6800]
    assert desk.session.document.turns[3].end_ms == 8800
    assert desk.session.current_id == 4
    desk.tap_at(9500)
    assert desk.said == ["All turns are timed: the last one has its end."]
    assert desk.session.document.turns[3].end_ms == 8800


def test_a_tap_after_the_last_turn_says_what_is_left_to_do(desk):
    desk.session.set_current(2)
    desk.tap_at(7000)
    desk.tap_at(9000)
    desk.tap_at(9500)
    assert desk.starts() == [None, None, None, 6800]
    assert desk.said == ["The last turn has its end already. Go to the turn before the one to be timed."]


def test_a_tap_is_corrected_by_reaction_time_and_rate_only_while_it_plays(desk, settings):
    settings.reaction_ms = 300
    desk.player.rate = 2.0
    desk.tap_at(2000)
    desk.player.is_playing = False
    desk.tap_at(5000)
    assert desk.starts()[:2] == [1400, 5000]


def test_a_tap_never_lands_before_the_recording(desk):
    desk.tap_at(50)
    assert desk.starts()[0] == 0


def test_a_tap_that_would_pass_its_neighbour_says_so_and_does_nothing(desk):
    desk.tap_at(5000)
    desk.tap_at(4000)
    assert desk.starts() == [4800, None, None, None]
    assert desk.session.current_id == 1
    assert desk.refused == ["0:03.800 would pass the start of a turn before, confirmed at 0:04.800."]


def test_taking_back_forgets_the_last_tap_goes_back_and_plays_from_two_seconds_before(desk):
    desk.tap_at(1000)
    desk.tap_at(5000)
    desk.timing.take_back()
    assert desk.starts() == [800, None, None, None]
    assert desk.session.current_id == 1
    assert desk.player.asked[-1] == ("play", 2800)
    desk.timing.take_back()
    assert desk.starts() == [None] * 4
    assert desk.session.current_id is None
    assert desk.player.asked[-1] == ("play", 0)
    desk.timing.take_back()
    assert desk.said == ["There is no tap to take back."]


def test_a_tap_that_was_nudged_can_still_be_taken_back(desk):
    desk.tap_at(1000)
    desk.tap_at(5000)
    desk.timing.nudge(Edge.START, +1)
    desk.timing.take_back()
    assert desk.starts() == [800, None, None, None]
    assert desk.session.current_id == 1
    desk.session.undo()
    assert desk.starts()[1] == 4820


def test_a_tap_undone_is_not_taken_back_twice(desk):
    desk.tap_at(1000)
    desk.tap_at(5000)
    desk.session.undo()
    desk.timing.take_back()
    assert desk.starts() == [None] * 4


def test_nudging_moves_the_start_a_little_and_plays_the_boundary(desk):
    desk.tap_at(1000)
    desk.timing.nudge(Edge.START, -1)
    assert desk.starts()[0] == 780
    assert desk.player.asked[-1][:2] == ("span", 780)


def test_a_burst_of_nudges_is_one_undo_step(desk):
    desk.tap_at(1000)
    for _ in range(5):
        desk.timing.nudge(Edge.START, +1)
    assert desk.starts()[0] == 900
    desk.session.undo()
    assert desk.starts()[0] == 800


def test_nudges_long_after_one_another_are_undone_one_by_one(desk, monkeypatch):
    now_s = 100.0
    monkeypatch.setattr("replique.ui.timing.monotonic", lambda: now_s)
    desk.tap_at(1000)
    desk.timing.nudge(Edge.START, +1)
    once = desk.starts()[0]
    now_s += 60
    desk.timing.nudge(Edge.START, +1)
    desk.session.undo()
    assert desk.starts()[0] == once


def test_an_end_can_be_nudged_only_where_it_is_known(desk):
    desk.timing.said.connect(lambda _m: None)
    desk.session.set_current(1)
    desk.timing.nudge(Edge.END, +1)
    assert desk.refused == ["This turn has no time yet. Set its start first."]
    desk.tap_at(3000)
    desk.player.at_ms = 4000
    desk.timing.set_here(Edge.END)
    desk.timing.nudge(Edge.END, -1)
    assert desk.session.document.turn(2).end_ms == 3780


def test_set_start_and_shift_moves_all_that_follows(desk):
    for ms in (1000, 3000, 7000):
        desk.tap_at(ms)
    desk.session.set_current(2)
    desk.player.at_ms = 3700
    desk.timing.shift_rest()
    assert desk.starts() == [800, 3500, None, 7500]
    desk.session.undo()
    assert desk.starts() == [800, 2800, None, 6800]


def test_c_confirms_the_interpolated_start_as_it_stands(desk):
    desk.tap_at(1000)
    desk.session.set_current(2)
    desk.tap_at(7000)
    assert desk.session.document.turn(2).start_state is TimeState.NONE
    derived_ms = desk.session.timeline.turn_span(1).start_ms
    desk.session.set_current(2)
    desk.timing.confirm()
    assert desk.session.document.turn(2).start_ms == derived_ms
    assert desk.session.document.turn(2).is_confirmed


def test_a_typed_time_is_taken_as_it_is(desk):
    desk.session.set_current(1)
    desk.timing.set_typed(Edge.START, 3_723_450)
    assert desk.starts()[0] == 3_723_450


def test_the_boundary_is_heard_half_a_second_before_and_after(desk):
    desk.tap_at(1000)
    desk.tap_at(5000)
    desk.timing.play_before_start()
    desk.timing.play_after_start()
    assert desk.player.asked[-2:] == [("span", 4300, 4800, False), ("span", 4800, 5300, False)]


def test_a_turn_is_replayed_once_or_in_a_loop_until_it_is_switched_off(desk):
    desk.tap_at(1000)
    desk.tap_at(5000)
    desk.session.set_current(1)
    desk.timing.play_turn()
    desk.timing.loop_turn()
    assert desk.player.asked[-2:] == [("span", 800, 4800, False), ("span", 800, 4800, True)]
    desk.timing.loop_turn()
    assert desk.player.asked[-1] == ("play", None)
    assert not desk.playback.looping


def test_a_tap_that_was_undone_and_done_again_can_be_taken_back(desk):
    desk.tap_at(1000)
    desk.tap_at(5000)
    desk.timing.take_back()
    desk.timing.take_back()
    desk.session.redo()
    desk.session.redo()
    assert desk.starts()[:2] == [800, 4800]
    desk.timing.take_back()
    assert desk.starts()[:2] == [800, None]
    desk.timing.take_back()
    assert desk.starts()[:2] == [None, None]
    assert desk.said == []


def test_taking_back_that_is_undone_can_be_done_anew(desk):
    desk.tap_at(1000)
    desk.timing.nudge(Edge.START, +1)
    desk.timing.take_back()
    desk.session.undo()
    assert desk.starts()[0] == 820
    desk.timing.take_back()
    assert desk.starts()[0] is None


def test_a_start_that_was_set_after_its_tap_was_taken_back_is_no_tap(desk):
    desk.tap_at(1000)
    desk.timing.take_back()
    desk.session.set_current(1)
    desk.timing.set_here(Edge.START)
    desk.timing.take_back()
    assert desk.starts()[0] == 800
    assert desk.said == ["There is no tap to take back."]


def test_several_taps_are_taken_back_one_after_the_other_and_tapped_again(desk):
    for ms in (1000, 3000, 7000, 9000):
        desk.tap_at(ms)
    for _ in range(3):
        desk.timing.take_back()
    assert desk.starts() == [800, None, None, None]
    assert desk.session.document.turns[3].end_ms is None
    for ms in (3100, 7100, 9100):
        desk.tap_at(ms)
    assert desk.starts() == [800, 2900, None, 6900]
    assert desk.session.document.turns[3].end_ms == 8900


class Stamped:
    """Key presses as a window sees them, stamped by the window system."""

    def __init__(self, qapp):
        self.window = QWindow()
        self.clock = KeyClock()
        self.clock.watch(self.window)

    def come(self, pressed_s, kind=QEvent.Type.ShortcutOverride):
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(round(1000 * pressed_s))
        QCoreApplication.sendEvent(self.window, event)


def test_a_key_that_waited_while_the_window_was_busy_is_stamped_when_it_went_down(qapp):
    keys = Stamped(qapp)
    keys.come(monotonic())
    pressed_s = monotonic() - 0.3
    keys.come(pressed_s)
    assert keys.clock.take() == pytest.approx(pressed_s, abs=0.002)


@pytest.mark.parametrize("kind", [QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress])
def test_a_key_that_was_handled_says_nothing_of_what_comes_later(qtbot, qapp, kind):
    keys = Stamped(qapp)
    keys.come(monotonic() - 0.2, kind)
    later = []
    QTimer.singleShot(0, lambda: later.append((keys.clock.take(), monotonic())))
    qtbot.waitUntil(lambda: bool(later))
    assert later[0][0] == pytest.approx(later[0][1], abs=0.01)


def test_taps_are_snapped_to_a_clear_onset_where_the_user_wants_it(desk, settings):
    desk.onsets_ms = [750, 3000, 3080, 9000]
    desk.tap_at(1000)
    settings.snap_taps = True
    desk.tap_at(3200)
    desk.session.set_current(None)
    desk.tap_at(1010)
    assert desk.starts() == [750, 3000, None, None]
