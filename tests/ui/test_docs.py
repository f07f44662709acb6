"""The manuals name keys and settings as the window does."""

import runpy
from pathlib import Path

import pytest

from replique.ui.actions.keymap import load_keymap, shown
from replique.ui.i18n import say_text
from replique.ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_named_as_the_window_names_them(speak, language):
    speak(language)
    name = runpy.run_path(str(ROOT / "packaging" / "update_readme.py"))["key_name"]
    keys = {key for keys in load_keymap().values() for key in keys}
    assert {key: name(key, language) for key in keys} == {key: shown(key) for key in keys}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_of_the_dialog_is_in_the_manual(speak, language):
    speak(language)
    text = (ROOT / "docs" / "manual" / language / "README.md").read_text(encoding="utf-8")
    for setting in Settings.table():
        if setting.text:
            assert f"| {say_text('settings', setting.text).replace('&', '')} |" in text
