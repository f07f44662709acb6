"""Everything that can go wrong in a way that a user can do something about.

::

    RepliqueError
    ├── InputError          a file that cannot be used: says file, place, reason, what to do
    │   └── ProjectError    ... and it is a project file
    ├── OutputError         a file that cannot be written; nothing was changed
    ├── EditError           an edit that the document refuses; nothing was changed
    ├── PlayerError         a player that cannot be started or cannot play this recording
    │   └── GaveUpError     ... and the recording is sound: the other player may play it
    └── AlignmentError      an alignment that cannot be made; the document is unchanged

    Cancelled               not an error: the user stopped a long task
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from replique.core.messages import QT_TRANSLATE_NOOP, Message, Translate, untranslated

LINE = QT_TRANSLATE_NOOP("errors", "line {line}")
SEPARATOR = QT_TRANSLATE_NOOP("errors", ": ")


class RepliqueError(Exception):
    """A failure said in words.

    Parameters
    ----------
    reason : what is wrong, one sentence, marked ``QT_TRANSLATE_NOOP("errors", ...)``, with ``{named}`` fields.
    remedy : what the user can do, one sentence, marked alike; empty when `reason` says it.
    path : the file concerned.
    line : the line of that file, counted from 1.
    values : what stands in the fields of `reason` and `remedy`.
    """

    def __init__(
        self,
        reason: str,
        /,
        *,
        remedy: str = "",
        path: Path | None = None,
        line: int | None = None,
        **values: Any,
    ) -> None:
        self.reason = Message("errors", reason, **values)
        self.remedy = Message("errors", remedy, **values) if remedy else None
        self.path = path
        self.line = line
        super().__init__(self.in_words())

    def in_words(self, translate: Translate = untranslated) -> str:
        """Return one line: file, place, reason, what to do."""
        sentences = [part.format(translate) for part in (self.reason, self.remedy) if part]
        return self._where(translate) + " ".join(sentences)

    def __reduce__(self) -> tuple[Any, ...]:
        return _same, (type(self), {**self.__dict__}, self.args)

    def _where(self, translate: Translate) -> str:
        if self.path is None:
            return ""
        separator = translate("errors", SEPARATOR)
        if self.line is None:
            return f"{self.path}{separator}"
        place = Message("errors", LINE, line=self.line).format(translate)
        return f"{self.path}, {place}{separator}"


def _same(kind: type[RepliqueError], state: dict[str, Any], arguments: tuple[Any, ...]) -> RepliqueError:
    """Return an error as it was in another process."""
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


class InputError(RepliqueError):
    """A file that cannot be used."""


class ProjectError(InputError):
    """A project file that cannot be used."""


class OutputError(RepliqueError):
    """A file that cannot be written; what stood there is unchanged."""


class EditError(RepliqueError):
    """An edit that the document refuses; the document is unchanged."""


class PlayerError(RepliqueError):
    """A player that cannot be started, or cannot play this recording."""


class GaveUpError(PlayerError):
    """A player that cannot play a recording in which nothing wrong is found: the other player may."""


class AlignmentError(RepliqueError):
    """An alignment that cannot be made; the document is unchanged."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The user stopped a long task; nothing is left half done."""
