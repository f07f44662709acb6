"""What is to be said of a key before it is given away: who has it, what it means elsewhere, who can type it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.ui.actions.action_set import menu_title
from replique.ui.actions.keymap import is_chord, is_typable, normal, shown
from replique.ui.actions.table import BY_ID, Context, Menu

FIXED = QT_TRANSLATE_NOOP("keys", "{key} has a meaning of its own in every window and can’t be given away.")
SYSTEM = QT_TRANSLATE_NOOP("keys", "{key} belongs to the system and never arrives here.")
MENU = QT_TRANSLATE_NOOP("keys", "{key} opens the menu “{menu}”.")
TAKEN = QT_TRANSLATE_NOOP("keys", "{key} belongs to “{action}” ({menu}).")
NOT_TYPABLE = QT_TRANSLATE_NOOP(
    "keys", "Not every keyboard (AZERTY, QWERTZ, QWERTY) has {key} without Shift or AltGr."
)
ALT_GR = QT_TRANSLATE_NOOP("keys", "On Windows, Ctrl+Alt is AltGr: {key} may type a character instead.")
IN_FIELDS = QT_TRANSLATE_NOOP("keys", "In text fields {key} goes on meaning what it means there.")
IN_LISTS = QT_TRANSLATE_NOOP("keys", "Without Ctrl or Alt, {key} acts in the transcript and the waveform alone.")

FIXED_KEYS = {"Esc", "Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Menu"}
SYSTEM_KEYS = {"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc", "Ctrl+Esc", "Ctrl+Alt+Del", "Print"}
CONSOLE = re.compile(r"Ctrl\+Alt\+F\d+")
"""Leaves the desktop of Linux."""
FIELD_KEYS = {
    *(f"Ctrl+{letter}" for letter in "ACVXZY"),
    *(f"Ctrl+{shift}{arrow}" for shift in ("", "Shift+") for arrow in ("Left", "Right")),
    *("Ctrl+Shift+Z", "Ctrl+Backspace", "Ctrl+Del", "Ctrl+Home", "Ctrl+End"),
}
"""Chords that edit a text."""


class Verdict(Enum):
    """Whether a key can be given to an action."""

    FREE = auto()
    TAKEN = auto()
    """Another action has it, and loses it."""
    REFUSED = auto()


@dataclass(frozen=True)
class Advice:
    """Whether a key can be had, and what the user should know of it; several things, or nothing."""

    verdict: Verdict
    remarks: tuple[Message, ...] = ()


def advise(key: str, action_id: str, owner: str | None) -> Advice:
    """Return what is to be said before `key` is given to an action; `owner` is the action that has it."""
    refusal = _refusal(normal(key))
    if refusal:
        return Advice(Verdict.REFUSED, (refusal,))
    remarks = tuple(_remarks(normal(key), action_id))
    if owner and owner != action_id:
        return Advice(Verdict.TAKEN, (_taken(key, owner), *remarks))
    return Advice(Verdict.FREE, remarks)


def _refusal(key: str) -> Message | None:
    if not key or key in FIXED_KEYS:
        return Message("keys", FIXED, key=shown(key) or "?")
    if key in SYSTEM_KEYS or key.startswith("Meta+") or CONSOLE.fullmatch(key):
        return Message("keys", SYSTEM, key=shown(key))
    for menu in Menu:
        letter = re.search(r"&(\w)", QCoreApplication.translate("actions", menu.value))
        if letter and key == f"Alt+{letter[1].upper()}":
            return Message("keys", MENU, key=shown(key), menu=menu_title(menu))
    return None


def _taken(key: str, owner: str) -> Message:
    spec = BY_ID[owner]
    name = QCoreApplication.translate("actions", spec.text).replace("&", "").format(number=owner[-1])
    return Message("keys", TAKEN, key=shown(key), action=name.rstrip("…"), menu=menu_title(spec.menu))


def _remarks(key: str, action_id: str) -> Iterator[Message]:
    if not is_typable(key):
        yield Message("keys", NOT_TYPABLE, key=shown(key))
    if {"Ctrl", "Alt"} <= set(key.split("+")):
        yield Message("keys", ALT_GR, key=shown(key))
    if BY_ID[action_id].context is Context.WINDOW:
        if key in FIELD_KEYS:
            yield Message("keys", IN_FIELDS, key=shown(key))
        elif not is_chord(key):
            yield Message("keys", IN_LISTS, key=shown(key))
