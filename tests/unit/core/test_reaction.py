"""How long the finger takes: ten signals, ten taps, and what of them counts."""

from itertools import pairwise
from random import Random

from replique.core.reaction import Answer, Reaction, reaction, unforeseeable_ms

SIGNALS_MS = [2000.0 * number for number in range(1, 11)]


def answered(*lags_ms: float | None) -> Reaction:
    """Return the reaction of somebody who taps so long after each signal; None taps not at all."""
    taps = [at + lag for at, lag in zip(SIGNALS_MS, lags_ms, strict=True) if lag is not None]
    return reaction(SIGNALS_MS, taps)


def test_the_reaction_time_is_the_middle_of_ten_taps() -> None:
    found = answered(200, 210, 190, 220, 180, 205, 195, 215, 185, 200)
    assert found.median_ms == 200
    assert found.spread_ms == 10
    assert found.is_sure
    assert found.answers == (Answer.COUNTED,) * 10


def test_a_tap_before_the_signal_is_told_and_does_not_count() -> None:
    found = answered(200, -150, 190, 30, 200, 210, 200, 190, 210, 200)
    assert found.median_ms == 200
    assert [found.answers[1], found.answers[3]] == [Answer.EARLY, Answer.EARLY]
    assert found.how_many(Answer.COUNTED) == 8


def test_who_tapped_too_early_cannot_mend_it_by_a_second_tap() -> None:
    taps = [1800.0, 2200.0, *(at + 200 for at in SIGNALS_MS[1:])]
    assert reaction(SIGNALS_MS, taps).answers == (Answer.EARLY, *[Answer.COUNTED] * 9)


def test_a_tap_that_lies_far_from_the_others_is_left_out() -> None:
    found = answered(200, 210, 190, 700, 205, 195, 200, 210, 190, 200)
    assert found.median_ms == 200
    assert found.answers[3] is Answer.STRAY


def test_a_key_that_bounces_is_one_tap() -> None:
    taps = [at + lag for at in SIGNALS_MS for lag in (200, 290)]
    assert reaction(SIGNALS_MS, taps).answers == (Answer.COUNTED,) * 10


def test_four_answers_are_too_few_to_be_sure() -> None:
    found = answered(200, None, 190, None, None, 210, None, None, None, 205)
    assert found.median_ms == 202
    assert not found.is_sure
    assert found.how_many(Answer.MISSED) == 6


def test_nobody_there_is_no_reaction_time() -> None:
    found = answered(*[None] * 10)
    assert (found.median_ms, found.spread_ms, found.is_sure) == (None, None, False)
    assert reaction([], []).answers == ()


def test_the_signals_come_at_moments_that_cannot_be_guessed() -> None:
    moments = unforeseeable_ms(10, Random(7).uniform)
    waits = [later - sooner for sooner, later in pairwise([0, *moments])]
    assert len(moments) == 10
    assert min(waits) >= 1300
    assert max(waits) <= 3000
    assert max(waits) - min(waits) > 500
