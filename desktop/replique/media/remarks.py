"""What is odd about a recording that can be read all the same, said in words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.timecode import clock

MOST = 20
"""More remarks of one kind say no more than these."""
NEAR_MS = 1000
"""Pieces of missing sound that are so near to each other are told as one."""
TOLD = 2
"""So many remarks can be read while a message stands."""
BOTH = QT_TRANSLATE_NOOP("recording", "{before} {then}")
MORE = QT_TRANSLATE_NOOP("recording", "{before} And {count} more like this.")


class Oddity(StrEnum):
    """Kinds of remarks, by the codes that scripts read."""

    MISSING = "sound-missing"
    CUT_OFF = "cut-off"
    LONGER = "longer-than-claimed"
    CHANGED = "form-changed"


class Remark(msgspec.Struct, frozen=True, gc=False):
    """Something noticed between two moments of the recording (milliseconds).

    The claimed end of a file that was cut off is its end, the found one its start; of one that is longer it is the
    other way round. `detail` is what the sound changes to.
    """

    code: Oddity
    start_ms: int
    end_ms: int
    detail: str = ""

    @property
    def message(self) -> Message:
        """What it is, in words."""
        return Message(
            "recording",
            _WORDS[self.code],
            start=clock(self.start_ms),
            end=clock(self.end_ms),
            detail=self.detail,
        )


_WORDS = {
    Oddity.MISSING: QT_TRANSLATE_NOOP("recording", "From {start} to {end} the file holds no sound that can be read."),
    Oddity.CUT_OFF: QT_TRANSLATE_NOOP(
        "recording", "The file was cut off: its sound ends at {start}, and it says that it lasts until {end}."
    ),
    Oddity.LONGER: QT_TRANSLATE_NOOP(
        "recording", "The file says that it ends at {start}; its sound goes on until {end}."
    ),
    Oddity.CHANGED: QT_TRANSLATE_NOOP("recording", "At {start} the sound changes to {detail}."),
}


def together(remarks: Sequence[Remark]) -> Message:
    """Return one message that says the first remarks, and how many there are besides."""
    said = remarks[0].message
    for remark in remarks[1:TOLD]:
        said = Message("recording", BOTH, before=said, then=remark.message)
    left = len(remarks) - TOLD
    return Message("recording", MORE, before=said, count=left) if left > 0 else said


class Notes:
    """Gathers remarks while a recording is read; those that touch become one."""

    def __init__(self) -> None:
        self._remarks: list[Remark] = []

    def add(self, code: Oddity, start_ms: float, end_ms: float, detail: str = "") -> None:
        """Note something; of what there is too much of, the last remark grows."""
        remark = Remark(code, round(start_ms), round(end_ms), detail)
        alike = [known for known in self._remarks if known.code is code]
        if alike and (len(alike) >= MOST or (not detail and remark.start_ms - alike[-1].end_ms <= NEAR_MS)):
            self._remarks.remove(alike[-1])
            remark = Remark(code, alike[-1].start_ms, remark.end_ms, detail)
        self._remarks.append(remark)

    @property
    def missing_ms(self) -> int:
        """How much sound is missing altogether."""
        return sum(remark.end_ms - remark.start_ms for remark in self._remarks if remark.code is Oddity.MISSING)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was noted, in the order of time."""
        return tuple(sorted(self._remarks, key=lambda remark: remark.start_ms))
