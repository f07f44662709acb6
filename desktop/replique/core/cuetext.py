"""Cue text: what a cue says, in the markup that all formats are translated from and to.

The markup is WebVTT's: ``&amp; &lt; &gt;`` for the characters that mean something, ``<b> <i> <u>`` for looks.
"""

from __future__ import annotations

import html
import re

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and halves of characters, which no subtitle file can hold."""
_SURROGATE = re.compile("[\x00\ud800-\udfff]")
_TAG = re.compile(r"</?[^<>]*>")


def clean(text: str) -> str:
    """Return `text` without what no file can hold: control characters go, half characters become U+FFFD."""
    return UNSEEN.sub("", _SURROGATE.sub("\ufffd", text))


def escape(text: str) -> str:
    """Return plain text as cue text."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(cue_text: str) -> str:
    """Return what a viewer reads of cue text."""
    return html.unescape(_TAG.sub("", cue_text))
