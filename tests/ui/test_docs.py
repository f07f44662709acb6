"""The manuals name keys and settings as the window does."""

import re
import runpy
from pathlib import Path

import pytest

from replique.ui.actions.action_set import menu_title
from replique.ui.actions.hints import FIXED
from replique.ui.actions.keymap import KEYMAPS, load_keymap, shown
from replique.ui.actions.table import ACTIONS
from replique.ui.dialogs.setting_editors import NumberEditor
from replique.ui.i18n import say_text
from replique.ui.setting_kinds import Number
from replique.ui.setting_table import SettingTable

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr")
ALONE = ("Ctrl", "Alt", "Shift", "AltGr")
OF_ALL_WINDOWS = ("Esc", "Tab", "Ins", "Del", "Return")
"""Keys that are in no keymap: of dialogs, lists and fields."""


def manual(language):
    return (ROOT / "docs" / "manual" / language / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_named_as_the_window_names_them(speak, language):
    speak(language)
    name = runpy.run_path(str(ROOT / "packaging" / "update_readme.py"))["key_name"]
    keys = {key for keymap in KEYMAPS for keys in load_keymap(keymap).values() for key in keys}
    assert {key: name(key, language) for key in keys} == {key: shown(key) for key in keys}


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_are_named_and_valued_as_the_window_shows_them(speak, language, themes):
    speak(language)
    writer = runpy.run_path(str(ROOT / "packaging" / "update_readme.py"))
    text = manual(language)
    for setting in (setting for settings in SettingTable.shown().values() for setting in settings):
        name, value = say_text("settings", setting.text).replace("&", ""), writer["default_of"](setting, language)
        assert f"| {name} | {value} |" in text
        if isinstance(setting, Number):
            editor = NumberEditor(setting)
            editor.put(setting.default)
            assert editor.spin.text() == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_no_key_that_does_nothing(speak, language):
    speak(language)
    name = runpy.run_path(str(ROOT / "packaging" / "update_readme.py"))["key_name"]
    bound = {shown(key) for keymap in KEYMAPS for keys in load_keymap(keymap).values() for key in keys}
    fixed = {shown(key) for keys in FIXED.values() for key, _ in keys} | {shown(key) for key in OF_ALL_WINDOWS}
    held = {"Maj" if (language, key) == ("fr", "Shift") else key for key in ALONE}
    named = set(re.findall("<kbd>(.*?)</kbd>", manual(language)))
    assert named - bound - fixed - held - {name(key, language) for key in OF_ALL_WINDOWS} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_finds_commands_in_the_menus_where_they_are(speak, language):
    speak(language)
    there = {
        f"{menu_title(action.menu)} › {say_text('actions', action.text).replace('&', '').removesuffix('…')}"
        for action in ACTIONS
    }
    named = re.findall(r"\*([^*|\n]+ › [^*|]+?)…?\*", manual(language))
    assert named
    assert set(named) - there == set()
