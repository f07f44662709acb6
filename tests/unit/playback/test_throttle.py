"""Seeks that come fast."""

from replique.playback.throttle import SeekThrottle


def test_the_first_seek_goes_at_once():
    throttle = SeekThrottle()
    assert throttle.ask(500, at_s=10.0) == 0
    assert throttle.take(10.0) == 500
    assert not throttle.pending


def test_of_many_seeks_in_a_tenth_of_a_second_the_newest_goes_at_its_end():
    throttle = SeekThrottle()
    throttle.ask(500, at_s=10.0)
    throttle.take(10.0)
    waits = [throttle.ask(600 + number, at_s=10.0 + 0.02 * number) for number in range(4)]
    assert [round(wait, 2) for wait in waits] == [0.1, 0.08, 0.06, 0.04]
    assert throttle.take(10.1) == 603
    assert throttle.take(10.1) is None


def test_a_seek_that_is_dropped_is_not_sent():
    throttle = SeekThrottle()
    throttle.ask(500, at_s=10.0)
    throttle.drop()
    assert throttle.take(10.0) is None
