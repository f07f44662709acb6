"""What a format is, and how to add one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

import msgspec

from replique.core.cuetext import clean
from replique.core.encoding import MARK, split_lines
from replique.core.errors import OutputError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.model import Cue, CueFile, CueText, Diagnostic

UNWRITABLE = QT_TRANSLATE_NOOP("errors", "The encoding {encoding} has no “{character}”.")
USE_UTF8 = QT_TRANSLATE_NOOP("errors", "Write the file in UTF-8.")


class TextForm(msgspec.Struct, frozen=True):
    """How a text stands in a file: its encoding, with a byte order mark or not, and what ends a line."""

    encoding: str = "utf-8"
    has_mark: bool = False
    newline: str = "\n"

    def encode(self, text: str) -> bytes:
        """Return the bytes of `text`, whose lines end in line feeds; raise OutputError where they can't be had."""
        try:
            marked = MARK + text if self.has_mark else text
            return marked.replace("\n", self.newline).encode(self.encoding)
        except UnicodeEncodeError as error:
            character = error.object[error.start]
            raise OutputError(UNWRITABLE, remedy=USE_UTF8, encoding=self.encoding, character=character) from error


class Reading(msgspec.Struct, frozen=True):
    """What a format made of a text: the cues, and what it noticed."""

    file: CueFile
    diagnostics: tuple[Diagnostic, ...] = ()


class Format(ABC):
    """One format of subtitle files.

    To add one, write a module with a subclass that fills in the attributes and the methods, and put it into
    the table in ``formats/__init__``. A format speaks only :class:`~replique.core.model.Cue`, in a
    :class:`~replique.core.model.CueFile`, and knows nothing of documents.

    Reading forgives what can be understood, tells it, and never raises for one bad cue; it neither sorts nor trims.
    Writing takes cue text (``core.cuetext``) and loses none of it: what the files cannot hold is replaced by what a
    viewer reads alike. Bytes come out; putting them on the disk belongs to the caller.
    """

    name: ClassVar[str]
    """As users type it after ``--format``."""
    title: ClassVar[str]
    """As dialogs show it."""
    suffix: ClassVar[str]
    """Of its files, with the dot."""
    carries_speakers: ClassVar[bool]
    """Whether a cue says who speaks beside its text; else a label in the text has to."""

    @abstractmethod
    def recognises(self, text: str) -> bool:
        """Whether `text` is the content of such a file. Names are not asked: they lie."""

    @abstractmethod
    def read(self, text: str) -> Reading:
        """Return the cues of a decoded file, in the order in which they stand there."""

    @abstractmethod
    def written(self, cue: Cue) -> str:
        """Return the text of a cue as it stands in a file, tags and all."""

    @abstractmethod
    def compose(self, file: CueFile) -> str:
        """Return the text of a file, its lines ended by line feeds."""

    def write(self, file: CueFile, form: TextForm | None = None) -> bytes:
        """Return the file's bytes, in UTF-8 with line feeds unless `form` says otherwise."""
        return (form or TextForm()).encode(self.compose(file))


def shown_lines(texts: Iterable[CueText]) -> list[str]:
    """Return the lines that can be written: without blank ones, which would end the cue, and control characters."""
    lines = (clean(line) for text in texts for whole in text.lines for line in split_lines(whole))
    return [line for line in lines if line.strip(" \t")]
