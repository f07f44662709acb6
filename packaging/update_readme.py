"""Writes the tables of keys, keymaps and settings into the README and the manuals, from where they are declared.

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
from typing import Any, NamedTuple

from replique.core.resources import resource
from replique.ui.actions.table import ACTIONS, ActionSpec, Context, Menu
from replique.ui.setting_kinds import Number, Setting
from replique.ui.setting_table import SettingTable

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- The keys: written by `make readme`. -->", "<!-- End of the keys. -->"
SETTINGS_BEGIN, SETTINGS_END = "<!-- The settings: written by `make readme`. -->", "<!-- End of the settings. -->"
NUMBER = "{number}"
"""Stands in the text of actions that are alike but for a number; they share one row."""

KEY_NAMES = {
    "en": {},
    "fr": {
        "Shift": "Maj",
        "Space": "Espace",
        "Left": "Gauche",
        "Right": "Droite",
        "Up": "Haut",
        "Down": "Bas",
        "PgUp": "Page préc",
        "PgDown": "Page suiv",
    },
}


class Page(NamedTuple):
    """Where tables stand: the file, its language, and whether actions without a key and settings are in it too."""

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
SETTINGS = "settings"
SETTING_HEADS = {"en": ("Setting", "At first", "What it does"), "fr": ("Réglage", "Au départ", "Effet")}
YES_NO = {"en": {True: "yes", False: "no"}, "fr": {True: "oui", False: "non"}}
DECIMAL = {"en": ".", "fr": ","}
KEYMAPS_BEGIN, KEYMAPS_END = "<!-- The keymaps: written by `make readme`. -->", "<!-- End of the keymaps. -->"
OURS = "replique"
OTHERS = {"subtitle-edit": "Subtitle Edit", "aegisub": "Aegisub"}
"""The keymaps that follow other programs."""
NO_KEY = "menu"
"""What stands for the key of an action that has none, in either language."""


def table(language: str, *, whole: bool) -> dict[str, list[Row]]:
    """Return the rows of each menu, by its title."""
    rows: dict[str, list[Row]] = {}
    for menu in Menu:
        specs = [spec for spec in ACTIONS if spec.menu is menu and (whole or keymap().get(spec.id))]
        rows[_plain(said(menu.value, language))] = [
            _row(list(group), language) for _, group in groupby(specs, key=_likeness)
        ]
    return {title: group for title, group in rows.items() if group}


def markdown(language: str, *, whole: bool) -> str:
    """Return the table as it stands between the markers."""
    lines = [f"| {' | '.join(HEADS[language])} |", "|---|---|---|"]
    for title, rows in table(language, whole=whole).items():
        lines.append(f"| **{title}** | | |")
        lines += [f"| {row.keys} | {row.text} | {row.place} |" for row in rows]
    return "\n".join(lines)


def settings_markdown(language: str) -> str:
    """Return the table of settings as it stands between its markers."""
    lines = [f"| {' | '.join(SETTING_HEADS[language])} |", "|---|---|---|"]
    for section, settings in SettingTable.shown().items():
        if settings:
            lines.append(f"| **{said(section.value, language, SETTINGS)}** | | |")
        for setting in settings:
            name, does = (_plain(said(text, language, SETTINGS)) for text in (setting.text, setting.explanation))
            lines.append(f"| {name} | {default_of(setting, language)} | {does} |")
    return "\n".join(lines)


def default_of(setting: Setting[Any], language: str) -> str:
    """Return the default of a setting in words."""
    if setting.default_text:
        return said(setting.default_text, language, SETTINGS)
    if isinstance(setting, Number):
        number = f"{setting.default / setting.per_unit:.{setting.decimals}f}"
        return f"{number.replace('.', DECIMAL[language])}\u00a0{setting.unit}"
    return YES_NO[language][setting.default]


def keymaps_markdown(language: str) -> str:
    """Return the table of the actions that have other keys in the keymaps that follow other programs."""
    heads = [HEADS[language][1], "Réplique", *OTHERS.values()]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for _, group in groupby(ACTIONS, key=_likeness):
        specs = list(group)
        if any(specs[0].id in keymap(name) for name in OTHERS):
            rows = [_row(specs, language, name) for name in (OURS, *OTHERS)]
            lines.append(f"| {' | '.join([rows[0].text, *(row.keys for row in rows)])} |")
    return "\n".join(lines)


def updated(text: str, page: Page) -> str:
    """Return the text of a page with its tables as they should be."""
    text = _between(BEGIN, END, markdown(page.language, whole=page.whole), text, page)
    if page.whole:
        text = _between(KEYMAPS_BEGIN, KEYMAPS_END, keymaps_markdown(page.language), text, page)
        text = _between(SETTINGS_BEGIN, SETTINGS_END, settings_markdown(page.language), text, page)
    return text


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
def keymap(name: str = OURS) -> dict[str, list[str]]:
    """Return the keys of each action, in Qt's portable form; of the keymaps of others, where they differ."""
    found: dict[str, list[str]] = json.loads(resource("keymaps", f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def _translations(language: str) -> dict[tuple[str, str], str]:
    tree = ET.parse(resource("translations", f"replique_{language}.ts"))  # noqa: S314 - our own file
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    }


def _likeness(spec: ActionSpec) -> str:
    """Return what actions have in common that share a row."""
    return spec.text if NUMBER in spec.text else spec.id


def _row(specs: list[ActionSpec], language: str, name: str = OURS) -> Row:
    """Return one row for a single action, or for several that differ in their number."""
    first, last = specs[0], specs[-1]
    numbers = first.id[-1] if first is last else f"{first.id[-1]} … {last.id[-1]}"
    text = _plain(said(first.text, language)).replace(NUMBER, numbers)
    keys = list(_keys(first, language, name)) if first is last else _ends(first, last, language, name)
    place = PLACES[language][first.context] if keys else ""
    return Row(tuple(spec.id for spec in specs), ", ".join(keys) or NO_KEY, text, place)


def _ends(first: ActionSpec, last: ActionSpec, language: str, name: str) -> list[str]:
    """Return the keys of several actions as one, from the first to the last; none where they have none."""
    keys = [key for spec in (first, last) for key in list(_keys(spec, language, name))[:1]]
    return [" … ".join(keys)] if keys else []


def _keys(spec: ActionSpec, language: str, name: str = OURS) -> Iterator[str]:
    for key in keymap(name).get(spec.id, keymap().get(spec.id, ())):
        yield f"<kbd>{key_name(key, language)}</kbd>"


def _between(begin: str, end: str, table: str, text: str, page: Page) -> str:
    parts = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    changed, count = parts.subn(lambda _: f"{begin}\n{table}\n{end}", text)
    if count != 1:
        sys.exit(f"{page.path}: the markers {begin} stand there {count} times, not once")
    return changed


def _plain(text: str) -> str:
    return text.replace("&", "")


if __name__ == "__main__":
    for wanted in PAGES:
        before = wanted.path.read_text(encoding="utf-8")
        after = updated(before, wanted)
        if after != before:
            wanted.path.write_text(after, encoding="utf-8", newline="\n")
            print(f"wrote {wanted.path.relative_to(ROOT)}")
