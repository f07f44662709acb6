"""Time codes: whatever is written is read back."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replique.core.timecode import FRAME_RATES, TimeCodeError, format_clock, format_fixed, format_frames, parse

times_ms = st.integers(0, 200 * 3_600_000)
quick = settings(derandomize=True, deadline=None, max_examples=200)


@quick
@given(times_ms)
def test_a_time_that_is_shown_can_be_typed(ms: int) -> None:
    assert parse(format_clock(ms)) == ms
    assert parse(format_clock(ms).replace(".", ",")) == ms
    assert parse(format_fixed(ms, ",")) == ms


@pytest.mark.parametrize("rate", FRAME_RATES.values(), ids=FRAME_RATES.keys())
@quick
@given(st.integers(0, 30 * 3_600 * 60))
def test_every_frame_keeps_its_number(rate: Fraction, frame: int) -> None:
    """The first whole millisecond of a frame shows that frame and is what its number means."""
    ms = -(-frame * 1000 // rate)
    shown = format_frames(ms, rate)
    assert parse(shown, rate) == ms
    assert format_frames(ms - 1, rate) != shown or ms == 0


@quick
@given(st.integers(0, 30 * 3_600 * 30))
def test_every_dropped_frame_number_is_unique_and_read_back(frame: int) -> None:
    rate = FRAME_RATES["29.97"]
    ms = -(-frame * 1000 // rate)
    assert parse(format_frames(ms, rate, drop=True), rate) == ms


@quick
@given(st.integers(1, 30 * 60))
def test_drop_frame_follows_the_clock(minutes: int) -> None:
    """Numbers are dropped so that they never leave the real time by more than three frames."""
    rate = FRAME_RATES["29.97"]
    text = f"{minutes // 60:02}:{minutes % 60:02}:00;{0 if minutes % 10 == 0 else 2:02}"
    assert abs(parse(text, rate) - minutes * 60_000) <= 230


@quick
@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    said = text
    try:
        assert parse(text) >= 0
    except TimeCodeError as error:
        said = error.in_words()
    assert text in said


@quick
@given(times_ms, st.sampled_from(sorted(FRAME_RATES)))
def test_times_in_order_are_shown_in_order(ms: int, name: str) -> None:
    rate = FRAME_RATES[name]
    assert format_frames(ms, rate) <= format_frames(ms + 1, rate) or ms >= 99 * 3_600_000
