"""The devices that give the sound out: headphones, loudspeakers, a screen."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Output(msgspec.Struct, frozen=True):
    """A device: what the system calls it, which stays the same, and its name for people.

    The one without an id is whatever the system has chosen.
    """

    id: str = ""
    name: str = ""


AS_SYSTEM = Output()


def found(wanted: Output, outputs: Iterable[Output]) -> Output | None:
    """Return the device that is wanted among those that are there.

    Players call the same device differently on some systems, and a system may call it anew at another socket: then
    the name finds it.
    """
    there = list(outputs)
    same = [output for output in there if output.id == wanted.id] or [o for o in there if o.name == wanted.name]
    return same[0] if same and wanted.id else None
