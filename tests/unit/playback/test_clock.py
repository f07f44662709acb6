"""The clock between the words of a player, by hand, by traces of the real players and by chance."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replique.playback.clock import SILENCE_S, PlaybackClock

TRACES = Path(__file__).parents[2] / "golden" / "playback"
FRAME_S = 1 / 60


def playing_clock(ms=0.0, rate=1.0, duration_ms=60_000):
    clock = PlaybackClock()
    clock.duration_ms = duration_ms
    clock.set_rate(0, rate)
    clock.play(0)
    clock.seek(0, ms)
    clock.arrived(0)
    return clock


def test_it_runs_by_itself_at_the_rate():
    assert playing_clock(1000, rate=0.5).position_ms(2.0) == 2000


def test_it_waits_at_the_target_until_the_player_has_arrived():
    clock = playing_clock(1000)
    clock.seek(1.0, 30_000)
    assert not clock.event(1.1, 2100)
    assert clock.position_ms(1.2) == 30_000
    clock.event(1.3, 30_050)
    assert clock.position_ms(1.4) == pytest.approx(30_150)


def test_what_was_said_before_a_seek_counts_no_more():
    clock = playing_clock(1000)
    clock.seek(1.0, 1050)
    clock.event(0.99, 1990)
    assert clock.waiting
    assert clock.position_ms(1.2) == 1050


def test_a_player_that_lands_elsewhere_is_believed_in_the_end():
    clock = playing_clock()
    clock.seek(1.0, 30_000)
    assert not clock.event(1.5, 40_000)
    assert clock.event(3.5, 42_000)
    assert clock.position_ms(3.6) == pytest.approx(42_100)


def test_a_small_drift_is_pulled_in_without_a_jump():
    clock = playing_clock()
    clock.event(1.0, 1040)
    assert clock.position_ms(1.0) == 1000
    assert clock.position_ms(1.5) == pytest.approx(1540)


def test_where_the_sound_was_presumed_to_begin_the_first_word_counts_in_full():
    clock = playing_clock()
    clock.event(0.3, 220)
    assert clock.position_ms(0.6) == pytest.approx(520)
    clock.event(1.3, 1140)
    assert clock.position_ms(1.6) == pytest.approx(1500)


def test_a_clock_far_behind_jumps_and_one_far_ahead_stands_until_it_is_right():
    behind, ahead = playing_clock(), playing_clock()
    behind.event(1.0, 1800)
    assert behind.position_ms(1.0) == 1800
    ahead.event(1.0, 200)
    assert ahead.position_ms(1.7) == pytest.approx(1000)
    assert ahead.position_ms(2.0) == pytest.approx(1200)


def test_a_player_that_went_back_by_itself_is_followed_when_it_says_so_twice():
    clock = playing_clock(20_000)
    assert not clock.event(1.0, 5000)
    assert clock.event(1.3, 5300)
    assert clock.position_ms(1.4) == pytest.approx(5400)


def test_it_stands_in_pause_and_remembers_where_it_was():
    clock = playing_clock()
    clock.pause(1.0)
    clock.event(1.1, 1100)
    assert clock.position_ms(9.0) == 1000
    assert clock.position_ms(0.4) == 400


def test_a_key_pressed_before_a_seek_meant_what_was_heard_then():
    clock = playing_clock()
    clock.seek(2.0, 30_000)
    clock.arrived(2.1)
    assert clock.position_ms(1.9) == pytest.approx(1900)


def test_it_stops_when_the_player_hangs_but_not_while_the_last_sound_runs_out():
    clock = playing_clock()
    assert clock.position_ms(100.0) == 1000 * SILENCE_S
    clock = playing_clock(50_000)
    clock.run_out(1.0)
    assert clock.position_ms(8.0) == 58_000
    assert clock.position_ms(20.0) == 60_000


def test_it_tells_how_long_it_takes_at_least_to_a_position():
    assert playing_clock(1000, rate=2.0).seconds_until(3000, at_s=0.5) == pytest.approx(0.5)


def test_the_position_of_another_recording_is_its_beginning():
    clock = playing_clock(5000)
    clock.reset(1.0)
    assert clock.position_ms(1.0) == 0
    assert clock.duration_ms is None
    assert not clock.running


class Replay:
    """A trace played again to a clock, looked at 60 times a second."""

    def __init__(self, name, pull_back):
        recorded = json.loads((TRACES / f"{name}.json").read_text())
        self.trace = recorded["trace"]
        self.clock = PlaybackClock(pull_back=pull_back)
        self.clock.duration_ms = recorded["duration_ms"]
        self.errors_ms = []
        self.seen = []
        self._arrived_s = 0.0

    def run(self):
        for (what, at_s, ms), (_, next_s, _) in pairwise([*self.trace, ["", self.trace[-1][1] + 3, 0]]):
            self._do(what, at_s, ms)
            stretch = [at_s]
            while stretch[-1] + FRAME_S < next_s:
                stretch.append(stretch[-1] + FRAME_S)
            self.seen.append((what, [self.clock.position_ms(at) for at in stretch]))
        return self

    def _do(self, what, at_s, ms):
        clock = self.clock
        if what == "time" and clock.running and not clock.waiting and at_s > self._arrived_s + 0.3:
            self.errors_ms.append(ms - clock.position_ms(at_s))
        match what:
            case "play":
                clock.play(at_s)
                clock.seek(at_s, ms)
            case "seek":
                clock.seek(at_s, ms)
            case "pause":
                clock.pause(at_s)
            case "rate":
                clock.set_rate(at_s, ms)
                self._arrived_s = at_s
            case "begun":
                clock.arrived(at_s)
                self._arrived_s = at_s
            case "time":
                self._arrived_s = at_s if clock.waiting else self._arrived_s
                clock.event(at_s, ms)
            case "end":
                clock.run_out(at_s)


@pytest.fixture(params=[("vlc", 0.5), ("qt", 0.05)], ids=["libVLC", "Qt"])
def replay(request):
    return Replay(*request.param).run()


def test_traces_of_the_real_players_are_followed(replay):
    assert len(replay.errors_ms) > 10
    assert max(map(abs, replay.errors_ms)) < 30
    assert sorted(map(abs, replay.errors_ms))[len(replay.errors_ms) // 2] < 5


def test_in_traces_it_runs_backwards_only_after_a_seek(replay):
    before_ms = 0.0
    for what, positions in replay.seen:
        if what not in ("seek", "play"):
            assert positions[0] >= before_ms - 1e-6
        assert all(later >= earlier - 1e-6 for earlier, later in pairwise(positions))
        before_ms = positions[-1]


def test_in_traces_it_stands_at_the_target_of_a_seek_until_the_sound_begins(replay):
    targets = [ms for what, _, ms in replay.trace if what in ("seek", "play")]
    begun = [positions for what, positions in replay.seen if what in ("seek", "play")]
    assert [set(positions) for positions in begun] == [{target} for target in targets]


def test_in_traces_it_stands_still_in_pause_and_ends_at_the_end(replay):
    paused = [positions for what, positions in replay.seen if what == "pause"]
    assert [len(set(positions)) for positions in paused] == [1]
    assert replay.seen[-1][1][-1] == replay.clock.duration_ms


steps = st.lists(
    st.tuples(
        st.sampled_from(["play", "pause", "seek", "rate", "begun", "time", "time", "time", "end"]),
        st.floats(0, 2),
        st.floats(-1000, 70_000),
    ),
    max_size=60,
)


@given(steps)
def test_whatever_is_said_it_never_runs_backwards_while_it_plays_nor_leaves_the_recording(story):
    clock = PlaybackClock()
    clock.duration_ms = 60_000
    now_s, before_ms = 0.0, 0.0
    for what, passed_s, value in story:
        for at_s in (now_s + passed_s * share for share in (0.25, 0.5, 0.75, 1.0)):
            here_ms = clock.position_ms(at_s)
            assert 0 <= here_ms <= 60_000
            assert here_ms >= before_ms - 1e-6
            assert clock.running or here_ms == before_ms
            before_ms = here_ms
        now_s += passed_s
        jumped = _do(clock, what, now_s, value)
        if jumped:
            before_ms = clock.position_ms(now_s)


def _do(clock, what, now_s, value):
    match what:
        case "play":
            clock.play(now_s)
        case "pause":
            clock.pause(now_s)
        case "seek":
            clock.seek(now_s, value)
            assert clock.position_ms(now_s) == min(max(value, 0), 60_000)
            return True
        case "rate":
            clock.set_rate(now_s, 0.5 + abs(value) % 1.5)
        case "begun":
            clock.arrived(now_s)
        case "time":
            return clock.event(now_s, value)
        case "end":
            clock.run_out(now_s)
    return False


@given(
    offset_ms=st.floats(-140, 140),
    rate=st.floats(0.5, 2.0),
    late_s=st.lists(st.floats(0, 0.02), min_size=60, max_size=60),
)
def test_it_comes_near_a_player_that_speaks_late(offset_ms, rate, late_s):
    clock = playing_clock(1000, rate=rate, duration_ms=600_000)
    for number, late in enumerate(late_s):
        at_s = 0.26 * (number + 1)
        clock.event(at_s + late, 1000 + offset_ms + at_s * 1000 * rate)
    end_s = 0.26 * 62
    assert abs(clock.position_ms(end_s) - (1000 + offset_ms + end_s * 1000 * rate)) <= 20 * rate + 1
