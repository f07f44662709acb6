"""Cue text of WebVTT: who says what in it, in well-formed markup.

Tokens and tree as the standard has them (https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from replique.core.cuetext import escape
from replique.core.model import CueText

_TOKEN = re.compile(r"<(?P<tag>[^>]*)>?|(?P<text>[^<]+)")
_TAG = re.compile(r"(?P<name>[^.\t\n\f >]*)(?P<classes>(?:\.[^.\t\n\f ]*)*)(?:[\t\n\f ](?P<note>.*))?", re.DOTALL)
_TIMESTAMP = re.compile(r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}")
_BLANKS = re.compile(r"[\t\n\f\r ]+")
_PLAIN_TAGS = ("c", "i", "b", "u", "ruby")


class Span(NamedTuple):
    """A tag that is open: its name and how it is written; `note` is a voice's name."""

    name: str
    written: str
    note: str


class Run(NamedTuple):
    """Text under open tags; a timestamp stands in `mark` and has no text."""

    spans: tuple[Span, ...]
    text: str
    mark: str = ""

    @property
    def voice(self) -> str:
        """Who speaks: the innermost voice."""
        return next((span.note for span in reversed(self.spans) if span.name == "v"), "")


def runs(raw: str) -> Iterator[Run]:
    """Yield the text of `raw`, as written in a file, under the tags that are open around it."""
    spans: list[Span] = []
    for token in _TOKEN.finditer(raw):
        if token["text"] is not None:
            yield Run(tuple(spans), html.unescape(token["text"]))
        elif token["tag"].startswith("/"):
            _close(spans, token["tag"][1:])
        elif token["tag"][:1].isdigit():
            if _TIMESTAMP.fullmatch(token["tag"]):
                yield Run(tuple(spans), "", f"<{token['tag']}>")
        elif span := _opened(token["tag"], spans):
            spans.append(span)


def cue_texts(raw: str) -> tuple[CueText, ...]:
    """Return what each speaker says in a cue, in order; text outside of voices is nobody's."""
    texts = []
    for voice, of_voice in groupby(runs(raw), key=lambda run: run.voice):
        lines = tuple(line for line in _written(list(of_voice)).split("\n") if line.strip(" \t"))
        if lines:
            texts.append(CueText(voice, lines))
    return tuple(texts)


def folded(note: str) -> str:
    """Return the name of a voice with single blanks; no-break spaces stay."""
    return _BLANKS.sub(" ", note).strip(" ")


def _close(spans: list[Span], name: str) -> None:
    """Close the newest tag where it has this name; a ruby may be closed over its text."""
    if spans and spans[-1].name == "rt" and name == "ruby":
        del spans[-2:]
    elif spans and spans[-1].name == name:
        spans.pop()


def _opened(tag: str, spans: list[Span]) -> Span | None:
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    name, note = match["name"], folded(html.unescape(match["note"] or ""))
    is_ruby_text = name == "rt" and spans and spans[-1].name == "ruby"
    if name not in (*_PLAIN_TAGS, "v", "lang") and not is_ruby_text:
        return None
    annotation = f" {escape(note)}" if note and name in ("v", "lang") else ""
    return Span(name, f"<{name}{match['classes'].rstrip('.')}{annotation}>", note)


def _written(of_voice: list[Run]) -> str:
    """Return runs of one speaker as markup in which every tag is closed; the voice itself is no part of it."""
    parts: list[str] = []
    open_spans: list[Span] = []
    for run in [*of_voice, Run((), "")]:
        spans = [span for span in run.spans if span.name != "v"]
        common = 0
        while common < min(len(spans), len(open_spans)) and spans[common] is open_spans[common]:
            common += 1
        parts += [f"</{span.name}>" for span in reversed(open_spans[common:])]
        parts += [span.written for span in spans[common:]]
        parts += [run.mark, escape(run.text)]
        open_spans = spans
    return "".join(parts)
