"""Settings are declared once, kept in a file, and never lead astray."""

import json

import pytest

from replique.ui.choices import Appearance, Language
from replique.ui.setting_kinds import Choice, Number
from replique.ui.settings import Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_a_fresh_start_has_the_defaults(qapp, path):
    settings = Settings(path)
    assert settings.reaction_ms == 200
    assert settings.back_step_ms == 1500
    assert settings.language is Language.SYSTEM
    assert not path.exists()


def test_what_was_set_is_there_after_a_restart(qapp, path):
    settings = Settings(path)
    settings.reaction_ms = 250
    settings.appearance = Appearance.DARK
    settings.save()
    again = Settings(path)
    assert again.reaction_ms == 250
    assert again.appearance is Appearance.DARK


def test_changes_are_kept_by_themselves_a_moment_later(qtbot, path):
    settings = Settings(path)
    settings.volume = 70
    settings.volume = 65
    qtbot.waitUntil(path.exists)
    assert json.loads(path.read_text()) == {"volume": 65}


def test_values_out_of_range_are_brought_back(qapp, path):
    settings = Settings(path)
    settings.reaction_ms = 99_999
    assert settings.reaction_ms == 1000


@pytest.mark.parametrize("text", ["", "{", "[]", "\udcff", '{"window_layout": "\udcff"}', "{\n oh"])
def test_a_damaged_file_gives_the_defaults_is_told_and_kept_beside(qapp, path, text):
    path.parent.mkdir()
    data = text.encode("utf-8", "surrogateescape")
    path.write_bytes(data)
    settings = Settings(path)
    assert (settings.reaction_ms, settings.language, settings.follow) == (200, Language.SYSTEM, True)
    assert settings.fault
    assert "kept as settings-damaged.json" in str(settings.fault)
    settings.nudge_ms = 30
    settings.save()
    assert path.with_name("settings-damaged.json").read_bytes() == data


def test_a_value_that_is_not_allowed_gives_its_default(qapp, path):
    path.parent.mkdir()
    path.write_text('{"reaction_ms": "soon", "language": "tlh", "follow": 3, "nudge_ms": 40}')
    settings = Settings(path)
    assert (settings.reaction_ms, settings.language, settings.follow) == (200, Language.SYSTEM, True)
    assert (settings.nudge_ms, settings.fault) == (40, None)


def test_settings_of_another_version_are_kept(qapp, path):
    path.parent.mkdir()
    path.write_text('{"from_the_future": [1, 2], "nudge_ms": 40}')
    settings = Settings(path)
    settings.nudge_ms = 30
    settings.save()
    assert json.loads(path.read_text()) == {"from_the_future": [1, 2], "nudge_ms": 30}


def test_a_setting_at_its_default_is_not_written(qapp, path):
    settings = Settings(path)
    settings.nudge_ms = 40
    settings.nudge_ms = 20
    settings.save()
    assert json.loads(path.read_text()) == {}


def test_a_change_is_told_once_and_by_name(qtbot, path):
    settings = Settings(path)
    told = []
    settings.changed.connect(told.append)
    settings.follow = False
    settings.follow = False
    assert told == ["follow"]


def test_a_folder_that_cannot_be_made_is_said_once_not_raised(qapp, tmp_path):
    (tmp_path / "config").write_text("a file stands where the folder should")
    settings = Settings(tmp_path / "config" / "settings.json")
    said = []
    settings.failed.connect(said.append)
    for volume in (10, 20):
        settings.volume = volume
        settings.save()
    assert len(said) == 1


def test_every_setting_of_the_dialog_explains_itself():
    shown = [setting for setting in Settings.table() if setting.text]
    assert all(setting.explanation for setting in shown)
    assert all(s.low <= s.default <= s.high for s in Settings.table() if isinstance(s, Number))
    assert all(s.default in s.choices for s in Settings.table() if isinstance(s, Choice))
