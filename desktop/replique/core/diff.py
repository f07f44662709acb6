"""What changed between two documents, found by identity: unchanged turns are the same objects."""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_
from typing import NamedTuple

import msgspec

from replique.core.model import Document, Metadata, Speaker, Turn


class Change(NamedTuple):
    """The turns from index `first` on that went and came, and the speakers and metadata where they changed."""

    first: int
    removed: tuple[Turn, ...]
    inserted: tuple[Turn, ...]
    speakers: tuple[tuple[Speaker, ...], tuple[Speaker, ...]] | None = None
    metadata: tuple[Metadata, Metadata] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.removed or self.inserted or self.speakers or self.metadata)

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(
            self.first,
            self.inserted,
            self.removed,
            self.speakers and (self.speakers[1], self.speakers[0]),
            self.metadata and (self.metadata[1], self.metadata[0]),
        )

    def apply(self, document: Document) -> Document:
        """Return `document`, which must be the one before the change, as it is after it."""
        turns = document.turns
        tail = self.first + len(self.removed)
        return Document(
            metadata=self.metadata[1] if self.metadata else document.metadata,
            speakers=self.speakers[1] if self.speakers else document.speakers,
            turns=turns[: self.first] + self.inserted + turns[tail:],
        )


def diff(before: Document, after: Document) -> Change:
    """Return what changed: common head and common tail of the turns are skipped, the middle is the change."""
    old, new = before.turns, after.turns
    head = _common(old, new)
    tail = min(_common(reversed(old), reversed(new)), len(old) - head, len(new) - head)
    return Change(
        head,
        old[head : len(old) - tail],
        new[head : len(new) - tail],
        None if before.speakers is after.speakers else (before.speakers, after.speakers),
        None if before.metadata is after.metadata else (before.metadata, after.metadata),
    )


def _common(old: Iterable[Turn], new: Iterable[Turn]) -> int:
    """Return how many turns are the same objects before the first that is another."""
    same = list(map(is_, old, new))
    return same.index(False) if False in same else len(same)


def replace_turns(document: Document, first: int, count: int, *turns: Turn) -> Document:
    """Return `document` with `count` turns from `first` on replaced by `turns`."""
    kept = document.turns
    return msgspec.structs.replace(document, turns=(*kept[:first], *turns, *kept[first + count :]))
