"""What a format is, and how to add one.

Write a module with one class that fills in the attributes of :class:`Format`, and put it into the table in
``formats/__init__``. A format speaks only :class:`~replique.core.model.Cue`, in a
:class:`~replique.core.model.CueFile`, and knows nothing of documents. It takes cue text (``core.cuetext``) and must
lose none of it: what its files cannot hold is replaced by what a viewer reads alike. It says what it can carry, so
that the window can say what would be lost. Bytes come out; writing them belongs to the caller.
"""

from __future__ import annotations

from typing import Protocol

from replique.core.model import CueFile


class Format(Protocol):
    """One format of subtitle files."""

    name: str
    """As users type it after ``--format``."""
    title: str
    """As dialogs show it."""
    suffix: str
    """Of its files, with the dot."""
    carries_speakers: bool
    """Whether a cue says who speaks beside its text; else a label in the text has to."""

    def write(self, file: CueFile) -> bytes:
        """Return the file's bytes."""
