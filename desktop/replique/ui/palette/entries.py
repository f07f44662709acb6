"""What the palette offers: the actions and the settings, with the words by which they are found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.actions.action_set import ActionSet, menu_title
from replique.ui.actions.keymap import shown
from replique.ui.actions.table import ACTIONS, ActionSpec, Needs
from replique.ui.command_rows import Row
from replique.ui.i18n import in_both_languages, say_text
from replique.ui.search import rank, words_of
from replique.ui.setting_table import SettingTable

TEXT_WEIGHT, OTHER_WEIGHT = 4, 1
"""A word of the name counts for more than one of the menu, of the key or of an explanation."""

SETTING = "setting."
"""How the ids of settings begin here."""
SETTING_NAME = QT_TRANSLATE_NOOP("palette", "Settings: {setting}")

REASONS = (
    (Needs.TURNS, QT_TRANSLATE_NOOP("palette", "needs a transcript")),
    (Needs.MEDIA, QT_TRANSLATE_NOOP("palette", "needs a recording")),
    (Needs.CURRENT, QT_TRANSLATE_NOOP("palette", "needs a current turn")),
    (Needs.SPEECH, QT_TRANSLATE_NOOP("palette", "needs a turn that is spoken")),
    (Needs.UNDO, QT_TRANSLATE_NOOP("palette", "nothing to undo")),
    (Needs.REDO, QT_TRANSLATE_NOOP("palette", "nothing to redo")),
)
"""Why an action can't be done; the first that is missing is told."""

Fields = Sequence[tuple[Sequence[str], int]]


@dataclass(frozen=True)
class Entry:
    """A row of the palette, what it is called in either language, what else finds it; settings are no actions."""

    row: Row
    names: Sequence[Sequence[str]]
    others: Sequence[str]
    is_action: bool = True

    @property
    def fields(self) -> Fields:
        """The words that find it, and what they weigh."""
        return (*((name, TEXT_WEIGHT) for name in self.names), (self.others, OTHER_WEIGHT))

    def closeness(self, wanted: Sequence[str]) -> int:
        """Return 2 where it is called exactly so, 1 where its name begins so, else 0."""
        if any(set(name) == set(wanted) for name in self.names):
            return 2
        return int(any(name[:1] and name[0].startswith(wanted[0]) for name in self.names))


def entries(actions: ActionSet) -> list[Entry]:
    """Return all that can be found, in the order of the menus; not the palette, nor what the menus don't show now."""
    shown_specs = [spec for spec in ACTIONS if spec.id != "view.palette" and actions[spec.id].isVisible()]
    made = [action_entry(actions, spec) for spec in shown_specs]
    return made + _of_settings()


def found(among: Sequence[Entry], typed: str, recent: Sequence[str]) -> list[Row]:
    """Return the rows for what was typed, the best first: what can be done before what can't.

    Before anything is typed those are the actions that can be done, the ones used last first.
    """
    wanted = words_of(typed)
    order = {command_id: place for place, command_id in enumerate(recent)}

    def used(entry: Entry) -> int:
        return order.get(entry.row.id, len(order))

    if not wanted:
        return [entry.row for entry in sorted(among, key=used) if entry.row.enabled and entry.is_action]
    ranked = _ranked(among, wanted) or _ranked(among, wanted, slips=True)
    ranked.sort(key=lambda hit: (not hit[2].row.enabled, -hit[0], -hit[1], used(hit[2])))
    return [entry.row for _, _, entry in ranked]


def _ranked(among: Sequence[Entry], wanted: Sequence[str], *, slips: bool = False) -> list[tuple[int, int, Entry]]:
    """Return what is found, with how well and how closely."""
    hits = ((rank(wanted, entry.fields, slips=slips), entry.closeness(wanted), entry) for entry in among)
    return [hit for hit in hits if hit[0]]


def action_entry(actions: ActionSet, spec: ActionSpec) -> Entry:
    """Return what is shown of an action and finds it."""
    keys = tuple(shown(key) for key in actions.keymap.get(spec.id, ()))
    enabled = actions[spec.id].isEnabled()
    note = menu_title(spec.menu) if enabled else _reason(spec.needs & ~actions.available)
    text = actions.text_of(spec.id)
    return Entry(
        Row(spec.id, text, keys, note, enabled),
        (words_of(text), *names_in_both("actions", spec.text)),
        (*words_of(*keys), *(word for name in names_in_both("actions", spec.menu.value) for word in name)),
    )


def _of_settings() -> list[Entry]:
    shown_settings = [setting for settings in SettingTable.shown().values() for setting in settings]
    return [
        Entry(
            Row(
                SETTING + setting.name,
                _say(SETTING_NAME).format(setting=say_text("settings", setting.text).replace("&", "")),
                note=say_text("settings", setting.section.value),
            ),
            names_in_both("settings", setting.text),
            [
                word
                for context, text in (("palette", SETTING_NAME), *(("settings", text) for text in setting.texts()))
                for name in names_in_both(context, text)
                for word in name
            ],
            is_action=False,
        )
        for setting in shown_settings
    ]


def _reason(missing: Needs) -> str:
    return next((_say(text) for need, text in REASONS if need in missing), "")


def names_in_both(context: str, text: str) -> list[tuple[str, ...]]:
    """Return the words of a text in each language; of fields that are filled in only those that fill them count."""
    return [words_of(re.sub(r"&|{\w+}", "", said)) for said in in_both_languages(context, text)]


def _say(text: str) -> str:
    return QCoreApplication.translate("palette", text)
