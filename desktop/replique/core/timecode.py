"""Time codes: typed by hand, shown in the window, counted in frames."""

from __future__ import annotations

import re
from fractions import Fraction

from replique.core.errors import RepliqueError
from replique.core.messages import QT_TRANSLATE_NOOP, Message

FRAME_RATES: dict[str, Fraction] = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "50": Fraction(50),
    "60": Fraction(60),
}
"""Frames per second, by the name that users know."""

_DROPPED_PER_MINUTE = 2
_CLOCK = re.compile(r"(?:(?:(\d{1,9}):)?(\d{1,9}):)?(\d{1,9})(?:[.,](\d{1,18}))?", re.ASCII)
_FRAMES = re.compile(r"(\d{1,9}):(\d{1,9}):(\d{1,9})([:;])(\d{1,9})", re.ASCII)


CLOCK = QT_TRANSLATE_NOOP("timecode", "{whole}.{fraction}")
"""A time with a fraction of a second; its translation bears the decimal sign of the language."""


class TimeCodeError(RepliqueError, ValueError):
    """A text that is no time code."""


def parse(text: str, rate: Fraction | None = None) -> int:
    """Return the milliseconds of a time typed by hand.

    Reads ``1:02:03.450``, ``62:03,45``, ``3723.45`` and, where `rate` (frames per second) is given, ``01:02:03:11``
    or, dropping frame numbers at 29.97, ``01:02:03;11``. Seconds and minutes may pass 59 only in the leading place.
    """
    stripped = "".join(text.split())
    if rate is not None and (match := _FRAMES.fullmatch(stripped)):
        hours, minutes, seconds, frames = (int(match[i]) for i in (1, 2, 3, 5))
        return _ms_of_frames(text, hours, minutes, seconds, frames, rate, drop=match[4] == ";")
    match = _CLOCK.fullmatch(stripped)
    if match is None:
        raise _error(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
    if (match[2] is not None and seconds > 59) or (match[1] is not None and minutes > 59):
        raise _error(text)
    fraction_ms = round(Fraction(int(match[4]), 10 ** len(match[4])) * 1000) if match[4] else 0
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction_ms


def format_clock(ms: int, decimals: int = 3) -> str:
    """Return ``3:24.180``, or ``1:02:03.450`` from one hour on; cut, not rounded, to `decimals` (0 to 3).

    A time before the beginning has a minus before all.
    """
    if ms < 0:
        return f"-{format_clock(-ms, decimals)}"
    total_s, rest_ms = divmod(ms, 1000)
    hours, rest_s = divmod(total_s, 3600)
    minutes, seconds = divmod(rest_s, 60)
    clock = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{clock}.{rest_ms:03}"[: len(clock) + 1 + decimals] if decimals else clock


def clock(ms: int) -> Message:
    """Return ``3:24.180`` as a value for messages: where French is spoken, it is said with a comma.

    Every time that the window shows has the decimal sign of its language, large figures and messages alike; a time
    that is typed may have either.
    """
    whole, fraction = format_clock(ms).split(".")
    return Message("timecode", CLOCK, whole=whole, fraction=fraction)


def format_fixed(ms: int, point: str) -> str:
    """Return ``00:03:24.180``, as SRT (`point` ``,``) and WebVTT (``.``) want it; hours may pass 99."""
    total_s, rest_ms = divmod(ms, 1000)
    minutes, seconds = divmod(total_s, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{rest_ms:03}"


def format_frames(ms: int, rate: Fraction, *, drop: bool = False) -> str:
    """Return ``00:03:24:04``: the frame shown at `ms`; with `drop` (29.97 only) as ``00:03:24;04``."""
    frame = ms * rate // 1000
    nominal = round(rate)
    if drop:
        frame = _with_dropped_numbers(frame, nominal)
    seconds, frames = divmod(frame, nominal)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{';' if drop else ':'}{frames:02}"


def _with_dropped_numbers(frame: int, nominal: int) -> int:
    """Count `frame` in SMPTE drop-frame numbers: two are left out each minute, but for each tenth (SMPTE 12M)."""
    per_minute = nominal * 60 - _DROPPED_PER_MINUTE
    per_ten = per_minute * 10 + _DROPPED_PER_MINUTE
    tens, rest = divmod(frame, per_ten)
    dropped = tens * 9 * _DROPPED_PER_MINUTE
    if rest >= nominal * 60:
        dropped += _DROPPED_PER_MINUTE * (1 + (rest - nominal * 60) // per_minute)
    return frame + dropped


def _ms_of_frames(
    text: str, hours: int, minutes: int, seconds: int, frames: int, rate: Fraction, *, drop: bool
) -> int:
    nominal = round(rate)
    if minutes > 59 or seconds > 59 or frames >= nominal or (drop and rate != FRAME_RATES["29.97"]):
        raise _error(text)
    total_minutes = hours * 60 + minutes
    frame = (total_minutes * 60 + seconds) * nominal + frames
    if drop:
        if frames < _DROPPED_PER_MINUTE and seconds == 0 and minutes % 10:
            raise _error(text)
        frame -= _DROPPED_PER_MINUTE * (total_minutes - total_minutes // 10)
    return -(-frame * 1000 // rate)


def _error(text: str) -> TimeCodeError:
    return TimeCodeError(
        QT_TRANSLATE_NOOP("errors", "“{text}” is not a time."),
        remedy=QT_TRANSLATE_NOOP("errors", "Type it as 1:02:03.450, 62:03.45 or 3723.45."),
        text=text,
    )
