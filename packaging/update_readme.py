"""Writes the table of keys into the README and the manuals, from the table of actions and the keymap.

Neither a screen nor Qt is needed: texts in French come from the translations as they are written, and the names of
the keys that Qt itself would translate stand below; a test compares them with Qt's.
"""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from replique.core.resources import resource
from replique.ui.actions.table import ACTIONS, ActionSpec, Context, Menu

ROOT = Path(__file__).resolve().parents[1]
BEGIN = "<!-- The keys: written by `make readme`. -->"
END = "<!-- End of the keys. -->"
NUMBER = "{number}"
"""Stands in the text of actions that are alike but for a number; they share one row."""

KEY_NAMES = {
    "en": {},
    "fr": {"Shift": "Maj", "Space": "Espace", "Left": "Gauche", "Right": "Droite", "Up": "Haut", "Down": "Bas"},
}


class Page(NamedTuple):
    """Where a table stands: the file, its language, and whether actions without a key are in it too."""

    path: Path
    language: str
    whole: bool


class Row(NamedTuple):
    """A line of the table: the actions that it stands for, their keys, what they do, where the keys act."""

    ids: tuple[str, ...]
    keys: str
    text: str
    place: str


PAGES = (
    Page(ROOT / "README.md", "en", whole=False),
    Page(ROOT / "docs" / "manual" / "en" / "README.md", "en", whole=True),
    Page(ROOT / "docs" / "manual" / "fr" / "README.md", "fr", whole=True),
)
HEADS = {"en": ("Key", "Does", "Acts"), "fr": ("Touche", "Effet", "Agit")}
PLACES = {
    "en": {Context.WINDOW: "everywhere", Context.LIST: "transcript, waveform"},
    "fr": {Context.WINDOW: "partout", Context.LIST: "transcription, forme d’onde"},
}
NO_KEY = "menu"
"""What stands for the key of an action that has none, in either language."""


def table(language: str, *, whole: bool) -> dict[str, list[Row]]:
    """Return the rows of each menu, by its title."""
    rows: dict[str, list[Row]] = {}
    for menu in Menu:
        specs = [spec for spec in ACTIONS if spec.menu is menu and (whole or keymap().get(spec.id))]
        alike = groupby(specs, key=lambda spec: spec.text if NUMBER in spec.text else spec.id)
        rows[_plain(said(menu.value, language))] = [_row(list(group), language) for _, group in alike]
    return {title: group for title, group in rows.items() if group}


def markdown(language: str, *, whole: bool) -> str:
    """Return the table as it stands between the markers."""
    lines = [f"| {' | '.join(HEADS[language])} |", "|---|---|---|"]
    for title, rows in table(language, whole=whole).items():
        lines.append(f"| **{title}** | | |")
        lines += [f"| {row.keys} | {row.text} | {row.place} |" for row in rows]
    return "\n".join(lines)


def updated(text: str, page: Page) -> str:
    """Return the text of a page with its table as it should be."""
    fresh = f"{BEGIN}\n{markdown(page.language, whole=page.whole)}\n{END}"
    parts = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    changed, count = parts.subn(lambda _: fresh, text)
    if count != 1:
        sys.exit(f"{page.path}: the markers of the key table stand there {count} times, not once")
    return changed


def key_name(key: str, language: str) -> str:
    """Return a key as the program names it in a language, outside macOS."""
    whole = said(key, language, "QShortcut")
    if whole != key:
        return whole
    return "+".join(KEY_NAMES[language].get(part, part) for part in key.split("+"))


def said(text: str, language: str, context: str = "actions") -> str:
    """Return a text of the program in a language; English is what it is written in."""
    return text if language == "en" else _translations(language).get((context, text), text)


@cache
def keymap() -> dict[str, list[str]]:
    """Return the keys of each action, in Qt's portable form."""
    found: dict[str, list[str]] = json.loads(resource("keymaps", "replique.json").read_text(encoding="utf-8"))
    return found


@cache
def _translations(language: str) -> dict[tuple[str, str], str]:
    tree = ET.parse(resource("translations", f"replique_{language}.ts"))  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    }


def _row(specs: list[ActionSpec], language: str) -> Row:
    """Return one row for a single action, or for several that differ in their number."""
    first, last = specs[0], specs[-1]
    numbers = first.id[-1] if first is last else f"{first.id[-1]} … {last.id[-1]}"
    text = _plain(said(first.text, language)).replace(NUMBER, numbers)
    keys = list(_keys(first, language)) if first is last else [" … ".join(_ends(first, last, language))]
    place = PLACES[language][first.context] if keys else ""
    return Row(tuple(spec.id for spec in specs), ", ".join(keys) or NO_KEY, text, place)


def _ends(first: ActionSpec, last: ActionSpec, language: str) -> Iterator[str]:
    for spec in (first, last):
        yield next(_keys(spec, language))


def _keys(spec: ActionSpec, language: str) -> Iterator[str]:
    for key in keymap().get(spec.id, ()):
        yield f"<kbd>{key_name(key, language)}</kbd>"


def _plain(text: str) -> str:
    return text.replace("&", "")


if __name__ == "__main__":
    for wanted in PAGES:
        before = wanted.path.read_text(encoding="utf-8")
        after = updated(before, wanted)
        if after != before:
            wanted.path.write_text(after, encoding="utf-8", newline="\n")
            print(f"wrote {wanted.path.relative_to(ROOT)}")
