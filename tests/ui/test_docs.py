"""The manuals name keys and settings as the window does."""

import runpy
from pathlib import Path

import pytest

from replique.ui.actions.keymap import KEYMAPS, load_keymap, shown
from replique.ui.dialogs.setting_editors import NumberEditor
from replique.ui.i18n import say_text
from replique.ui.setting_kinds import Number
from replique.ui.setting_table import SettingTable

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr")


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
    text = (ROOT / "docs" / "manual" / language / "README.md").read_text(encoding="utf-8")
    for setting in (setting for settings in SettingTable.shown().values() for setting in settings):
        name, value = say_text("settings", setting.text).replace("&", ""), writer["default_of"](setting, language)
        assert f"| {name} | {value} |" in text
        if isinstance(setting, Number):
            editor = NumberEditor(setting)
            editor.put(setting.default)
            assert editor.spin.text() == value
