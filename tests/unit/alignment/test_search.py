"""The search finds the cheapest path there is, and leaves out what is not said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from replique.alignment.search import SKIP_EVERY, cheapest_path
from replique.alignment.spans import places_on
from replique.alignment.states import Prices, Row, prices, row_of
from replique.alignment.windowing import Beam, band_around

FRAMES = 24


def everywhere(row: Row) -> Beam:
    return Beam(row.size, 1e9)


def priced(row: Row, **changed: float) -> Prices:
    values = {"stay": 0.5, "leap": 0.7, "into_gap": 0.2, "cut": 2.0, "linger": 0, "lingering": 0.0} | changed
    return prices(row, skip=np.full(len(row.first), 1.5, np.float32), **values)


def exhaustive(costs: np.ndarray, row: Row, price: Prices) -> float:
    """The cheapest cost, by trying all moves one by one."""
    skips = np.concatenate([[0.0], np.cumsum(price.skip)])
    number = {int(gap): n for n, gap in enumerate(row.gaps)}
    now = np.full(row.size, np.inf)
    for gap, n in number.items():
        now[gap] = skips[n] + (price.cut if n else 0.0)
    for frame in range(len(costs)):
        after = np.full(row.size, np.inf)
        for state in range(row.size):
            ways = [now[state] + price.stay[state]]
            if state >= 1:
                ways.append(now[state - 1] + price.step[state])
            if state >= 2:
                ways.append(now[state - 2] + price.leap[state])
            after[state] = min(ways) + costs[frame, state]
        if frame % 16 % SKIP_EVERY == 0:
            reached = {
                gap: min(
                    [after[gap], *(after[g] + skips[n] - skips[m] + price.cut for g, m in number.items() if m < n)]
                )
                for gap, n in number.items()
            }
            for gap, cost in reached.items():
                after[gap] = cost
        now = after
    ends = [
        now[gap] + skips[-1] - skips[n] + (price.cut if n < len(row.gaps) - 1 else 0.0) for gap, n in number.items()
    ]
    return float(min([*ends, now[row.last[-1]]]))


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5), st.integers(0, 2**32 - 1))
def test_no_path_is_cheaper_than_the_one_that_is_found(lengths: list[int], seed: int) -> None:
    row = row_of(np.array(lengths))
    costs = np.random.default_rng(seed).uniform(0, 3, (FRAMES, row.size)).astype(np.float32)
    price = priced(row)
    found = cheapest_path(
        lambda t0, t1, low, high: costs[t0:t1, low:high].copy(), FRAMES, row, price, everywhere(row)
    )
    assert found.cost == pytest.approx(exhaustive(costs, row, price), rel=1e-4)
    assert (np.diff(found.states) >= 0).all()


def said(words: list[int], frames_each: int, row: Row, between: int = 0) -> np.ndarray:
    """Costs of a recording in which the states of these words are said one after another."""
    order: list[int] = [int(row.gaps[0])] * between
    for word in words:
        for state in range(int(row.first[word]), int(row.last[word]) + 1):
            order += [state] * frames_each
        order += [int(row.gaps[word + 1])] * between
    costs = np.full((len(order), row.size), 3.0, np.float32)
    costs[:, row.gaps] = 1.5
    costs[np.arange(len(order)), order] = 0.0
    return costs


def words_found(costs: np.ndarray, row: Row, **changed: float) -> list[int]:
    path = cheapest_path(
        lambda t0, t1, low, high: costs[t0:t1, low:high].copy(),
        len(costs),
        row,
        priced(row, **changed),
        everywhere(row),
    )
    places = places_on(row, path.states, 1)
    return sorted({int(at) for at in places.at[places.spoken]})


def test_words_that_are_not_said_are_left_out() -> None:
    row = row_of(np.full(10, 3))
    assert words_found(said([0, 1, 2, 6, 7, 8, 9], 3, row, between=4), row) == [0, 1, 2, 6, 7, 8, 9]


def test_words_that_are_missing_at_both_ends_are_left_out() -> None:
    row = row_of(np.full(8, 3))
    assert words_found(said([2, 3, 4, 5], 3, row, between=4), row) == [2, 3, 4, 5]


def test_talk_that_is_not_printed_falls_between_two_words() -> None:
    row = row_of(np.full(4, 3))
    costs = said([0, 1, 2, 3], 3, row)
    other = np.full((40, row.size), 3.0, np.float32)
    other[:, row.gaps] = 1.0
    places_costs = np.concatenate([costs[:18], other, costs[18:]])
    path = cheapest_path(
        lambda t0, t1, low, high: places_costs[t0:t1, low:high].copy(),
        len(places_costs),
        row,
        priced(row),
        everywhere(row),
    )
    assert set(path.states[18:58]) == {int(row.gaps[2])}


def test_a_band_finds_what_a_wide_search_finds() -> None:
    row = row_of(np.full(40, 3))
    costs = said(list(range(40)), 4, row, between=3)

    def part(t0: int, t1: int, low: int, high: int) -> np.ndarray:
        return costs[t0:t1, low:high].copy()

    wide = cheapest_path(part, len(costs), row, priced(row), everywhere(row))
    band = band_around(places_on(row, wide.states, 1), row, 1, len(costs), 0.5)
    narrow = cheapest_path(part, len(costs), row, priced(row), band)
    assert (narrow.states == wide.states).all()
    assert narrow.cost == pytest.approx(wide.cost, abs=0.5)


def test_nobody_says_one_sound_for_long() -> None:
    """Music that is like a vowel is not that vowel: what lasts too long belongs between the words."""
    row = row_of(np.full(2, 2))
    costs = np.full((60, row.size), 3.0, np.float32)
    costs[:, row.gaps] = 1.0
    costs[:50, 1] = 0.3  # the first state of the first word suits all the music
    costs[50:53, 1], costs[53:55, 2], costs[55:58, 4], costs[58:, 5] = 0, 0, 0, 0

    def first_frame(**changed: float) -> int:
        path = cheapest_path(
            lambda t0, t1, low, high: costs[t0:t1, low:high].copy(),
            60,
            row,
            priced(row, stay=0.0, **changed),
            everywhere(row),
        )
        return int(np.flatnonzero(path.states == 1)[0])

    assert first_frame() == 0
    assert first_frame(linger=5, lingering=2.0) >= 44


def test_what_is_certain_of_a_long_path_is_kept_and_the_rest_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    row = row_of(np.full(60, 3))
    costs = said([*range(20), *range(25, 60)], 4, row, between=2)
    costs += np.random.default_rng(1).uniform(0, 0.5, costs.shape).astype(np.float32)

    def found() -> np.ndarray:
        return cheapest_path(
            lambda t0, t1, low, high: costs[t0:t1, low:high].copy(), len(costs), row, priced(row), Beam(row.size, 20)
        ).states

    at_once = found()
    monkeypatch.setattr("replique.alignment.trail.SETTLE_EVERY", 4)
    assert (found() == at_once).all()
