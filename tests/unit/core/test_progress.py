"""How long work still takes is said once it is known, and not before."""

from replique.core.progress import remaining_s


def test_a_quarter_that_took_ten_seconds_leaves_half_a_minute() -> None:
    assert remaining_s(0.25, 10) == 30


def test_nothing_is_guessed_of_the_first_moments() -> None:
    assert remaining_s(0.5, 1) is None
    assert remaining_s(0.01, 60) is None
    assert remaining_s(0, 0) is None


def test_nothing_is_left_of_what_is_done() -> None:
    assert remaining_s(1, 10) == 0
