"""Time codes as people type and read them."""

import pytest

from replique.core.timecode import FRAME_RATES, TimeCodeError, format_clock, format_fixed, format_frames, parse


@pytest.mark.parametrize(
    ("typed", "ms"),
    [
        ("1:02:03.450", 3_723_450),
        ("62:03,45", 3_723_450),
        ("3723.45", 3_723_450),
        ("0", 0),
        ("7", 7_000),
        ("0:07.5", 7_500),
        (" 1:02:03,450 ", 3_723_450),
        ("1 : 02 : 03", 3_723_000),
        ("25:00:00", 90_000_000),
        ("100:00:00.001", 360_000_001),
        ("3.0004", 3_000),
        ("3.9996", 4_000),
        ("0007.250", 7_250),
    ],
)
def test_a_time_is_read_however_it_is_typed(typed: str, ms: int) -> None:
    assert parse(typed) == ms


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "1:",
        ":30",
        "1:60",
        "1:60:00",
        "1:2:3:4",
        "-5",
        "1.",
        "1..5",
        "1:02.5:03",
        "٣",
        "1e3",
        "00:00:01:11",
        "1:02:03;11",
        "1h02",
        "1:02,03.4",
        "9" * 5000,
    ],
)
def test_what_is_no_time_is_refused_with_the_way_to_type_it(typed: str) -> None:
    with pytest.raises(TimeCodeError, match=r"is not a time\. Type it as 1:02:03\.450"):
        parse(typed)


@pytest.mark.parametrize(
    ("rate", "typed", "ms"),
    [
        ("25", "01:02:03:11", 3_723_440),
        ("24", "00:00:01:12", 1_500),
        ("23.976", "01:00:00:00", 3_603_600),
        ("29.97", "01:00:00;00", 3_600_000 - 4 + 1),
        ("29.97", "01:00:00:00", 3_603_600),
        ("29.97", "00:01:00;02", 60_060),
        ("50", "00:00:00:49", 980),
        ("60", "00:00:00:30", 500),
        ("30", "00:00:00:01", 34),
    ],
)
def test_frames_are_read_at_the_rate_of_the_film(rate: str, typed: str, ms: int) -> None:
    assert parse(typed, FRAME_RATES[rate]) == ms


@pytest.mark.parametrize(
    ("rate", "typed"),
    [
        ("25", "00:00:00:25"),
        ("24", "00:00:00:24"),
        ("25", "00:60:00:00"),
        ("25", "00:00:60:00"),
        ("25", "00:01:00;02"),
        ("30", "00:01:00;02"),
        ("29.97", "00:01:00;00"),
        ("29.97", "00:11:00;01"),
    ],
)
def test_frames_that_the_rate_does_not_have_are_refused(rate: str, typed: str) -> None:
    with pytest.raises(TimeCodeError):
        parse(typed, FRAME_RATES[rate])


def test_a_clock_time_is_read_where_frames_are_expected_too() -> None:
    assert parse("1:02:03.450", FRAME_RATES["25"]) == 3_723_450


def test_hours_are_shown_from_one_hour_on() -> None:
    assert format_clock(204_180) == "3:24.180"
    assert format_clock(3_723_450) == "1:02:03.450"


def test_decimals_are_cut_not_rounded() -> None:
    assert format_clock(59_999, 1) == "0:59.9"
    assert format_clock(59_999, 0) == "0:59"
    assert format_clock(59_999, 2) == "0:59.99"


def test_a_time_before_the_beginning_is_shown_with_a_minus() -> None:
    assert format_clock(-500) == "-0:00.500"
    assert format_clock(-3_723_450, 1) == "-1:02:03.4"


def test_subtitle_times_have_all_their_figures_and_may_pass_a_day() -> None:
    assert format_fixed(204_180, ",") == "00:03:24,180"
    assert format_fixed(100 * 3_600_000 + 1, ".") == "100:00:00.001"


def test_the_frame_shown_is_the_one_that_has_begun() -> None:
    assert format_frames(3_723_440, FRAME_RATES["25"]) == "01:02:03:11"
    assert format_frames(3_723_479, FRAME_RATES["25"]) == "01:02:03:11"


def test_drop_frame_counts_leave_two_numbers_out_each_minute_but_the_tenth() -> None:
    rate = FRAME_RATES["29.97"]
    assert format_frames(parse("00:00:59;29", rate), rate, drop=True) == "00:00:59;29"
    assert format_frames(parse("00:00:59;29", rate) + 34, rate, drop=True) == "00:01:00;02"
    assert format_frames(parse("00:09:59;29", rate) + 34, rate, drop=True) == "00:10:00;00"
