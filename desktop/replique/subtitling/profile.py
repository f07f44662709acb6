"""The numbers that a cut keeps to."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class LabelPolicy(StrEnum):
    """When a cue says in its text who speaks (WebVTT says it beside the text, in a voice tag)."""

    CHANGE = "change"
    ALWAYS = "always"
    NEVER = "never"


class Profile(msgspec.Struct, frozen=True):
    """Line length in characters, times in milliseconds.

    `max_lines` is 1 or 2. `gap_ms` is left free between two cues; `min_ms` and `max_ms` bound how long a cue stands,
    as far as the speech around it allows.
    """

    line_length: int = 42
    max_lines: int = 2
    min_ms: int = 1000
    max_ms: int = 7000
    gap_ms: int = 80


DEFAULT_PROFILE = Profile()
