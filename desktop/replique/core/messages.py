"""Texts that a user sees, written where Qt is absent and translated where it is present.

Rooms below the window mark their texts with :func:`QT_TRANSLATE_NOOP`, which ``pyside6-lupdate`` knows by its name.
The command line prints them as they are, in English; the window hands its translator to :meth:`Message.format`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Translate = Callable[[str, str], str]
"""``(context, text) -> translated text``, as ``QCoreApplication.translate``."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation in `context` and return it unchanged."""
    del context
    return text


def untranslated(context: str, text: str) -> str:
    """Translate nothing: the command line speaks English."""
    del context
    return text


class Message:
    """A text with ``{named}`` values that can be said in any language.

    Parameters
    ----------
    context : the translation context in which `text` was marked.
    text : English text with ``str.format`` fields.
    values : what stands in the fields; a :class:`Message` among them is translated too.
    """

    __slots__ = ("context", "text", "values")

    def __init__(self, context: str, text: str, /, **values: Any) -> None:
        self.context = context
        self.text = text
        self.values = values

    def format(self, translate: Translate = untranslated) -> str:
        """Return the text in the language of `translate`, its values filled in."""
        values = {k: v.format(translate) if isinstance(v, Message) else v for k, v in self.values.items()}
        return translate(self.context, self.text).format(**values)

    def __str__(self) -> str:
        return self.format()

    def __repr__(self) -> str:
        return f"Message({self.context!r}, {self.text!r}, {self.values!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.context, self.text, self.values) == (other.context, other.text, other.values)

    def __hash__(self) -> int:
        return hash((self.context, self.text))
