"""The user's keys: what differs is kept, a damaged file is told and kept beside, the rest goes on."""

import json

import pytest

from replique.core.errors import InputError
from replique.ui.actions.key_file import read_keys
from replique.ui.actions.keymap import load_keymap
from replique.ui.actions.user_keys import UserKeys

HEAD = '{\n  "format": "replique-keys",\n  "version": 1,\n  "keymap": "replique",\n'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "keymap.json"


@pytest.fixture
def put(path):
    """A function that puts a text where the user's file stands."""
    path.parent.mkdir()

    def put_text(text):
        path.write_text(text, encoding="utf-8")
        return path

    return put_text


def stored(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_without_a_file_the_keys_are_ours_and_none_is_written(qapp, path):
    assert UserKeys(path).keymap == load_keymap()
    assert not path.exists()


def test_only_what_differs_is_kept_and_is_there_after_a_restart(qapp, path):
    keys = UserKeys(path)
    keys.set_keys("timing.tap", ("T", "Enter"))
    assert stored(path) == {
        "format": "replique-keys", "version": 1, "keymap": "replique",
        "keys": {"timing.shift_rest": [], "timing.tap": ["T", "Enter"]},
    }  # fmt: skip
    assert UserKeys(path).keymap == keys.keymap
    assert keys.action_with("t") == "timing.tap"


def test_what_is_as_in_the_keymap_again_is_not_kept(qapp, path):
    keys = UserKeys(path)
    keys.set_keys("timing.confirm", ("Y",))
    assert keys.is_changed("timing.confirm")
    keys.reset("timing.confirm")
    assert stored(path)["keys"] == {}


def test_an_action_that_gets_its_key_back_takes_it_from_whatever_has_it(qapp, path):
    keys = UserKeys(path)
    keys.set_keys("timing.tap", ("C",))
    assert keys.keys_of("timing.confirm") == ()
    keys.reset("timing.confirm")
    assert (keys.keys_of("timing.confirm"), keys.keys_of("timing.tap")) == (("C",), ())


def test_another_keymap_is_chosen_and_what_differs_builds_on_it(qtbot, path):
    keys = UserKeys(path)
    with qtbot.waitSignal(keys.changed):
        keys.choose("aegisub")
    keys.set_keys("timing.confirm", ("G",))
    assert stored(path)["keymap"] == "aegisub"
    assert stored(path)["keys"] == {"timing.confirm": ["G"]}
    assert UserKeys(path).keymap == keys.keymap


def test_all_can_be_as_it_was(qapp, path):
    keys = UserKeys(path)
    keys.set_keys("timing.confirm", ("Y",))
    before, keymap = keys.state(), keys.keymap
    keys.choose("subtitle-edit")
    keys.restore(before)
    assert (keys.base, keys.keymap) == ("replique", keymap)


def test_actions_of_another_version_are_kept_and_told(qapp, put):
    path = put(HEAD + '"keys": {"align.run": ["Ctrl+Shift+A"], "timing.confirm": ["Y"]}}')
    keys = UserKeys(path)
    assert keys.fault is None
    assert keys.unknown == ("align.run",)
    keys.set_keys("timing.confirm", ("W",))
    assert stored(path)["keys"] == {"align.run": ["Ctrl+Shift+A"], "timing.confirm": ["W"]}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", None, "cut off"),
        ("{\n", None, "cut off"),
        ('{\n"format":: 1}', 2, "a character is missing there, or one too many"),
        ("[1]", None, "not a file of Réplique’s keys"),
        ('{"timing.tap": ["T"]}', None, "not a file of Réplique’s keys"),
        ('{"format": "replique-keys", "version": 7, "keys": {}}', None, "newer Réplique (file version 7)"),
        (HEAD.replace('"replique"', '"emacs"') + '"keys": {}}', 4, "“emacs”"),
        (HEAD + '"keys": {\n"timing.tap": "T"}}', 6, "“timing.tap” has no list of keys"),
        (HEAD + '"keys": {\n"timing.tap": ["T", "Hyper+Q"]}}', 6, "“Hyper+Q” is not a key"),
        (HEAD + '"keys": {\n"timing.tap": ["Ctrl+A, Ctrl+B"]}}', 6, "is not a key"),
        (HEAD + '"keys": {\n"timing.tap": ["T"],\n"turn.merge": ["t"]}}', 7, "“timing.tap” and “turn.merge”"),
    ],
)
def test_a_file_that_is_wrong_is_told_with_its_place_and_changes_nothing(
    qapp, path, put, tmp_path, text, line, reason
):
    other = tmp_path / "theirs.json"
    other.write_text(text, encoding="utf-8")
    keys = UserKeys(path)
    keys.set_keys("timing.confirm", ("Y",))
    before = keys.keymap
    with pytest.raises(InputError) as caught:
        keys.import_from(other)
    assert (caught.value.path, caught.value.line) == (other, line)
    assert reason in str(caught.value)
    assert caught.value.remedy
    assert keys.keymap == before


def test_a_damaged_file_of_the_user_is_told_and_kept_beside_and_the_keymap_is_in_force(qapp, put):
    path = put("{\n oh dear")
    keys = UserKeys(path)
    assert keys.keymap == load_keymap()
    assert (keys.fault.path, keys.fault.line) == (path, 2)
    assert "kept as keymap-damaged.json" in str(keys.fault)
    keys.set_keys("timing.confirm", ("Y",))
    assert path.with_name("keymap-damaged.json").read_text() == "{\n oh dear"
    put("[]")
    UserKeys(path)
    assert path.with_name("keymap-damaged2.json").read_text() == "[]"


def test_what_is_exported_can_be_imported_elsewhere(qapp, path, tmp_path):
    keys = UserKeys(path)
    keys.choose("subtitle-edit")
    keys.set_keys("timing.tap", ("Shift+T", "Num+Enter"))
    keys.export_to(tmp_path / "mine.json")
    other = UserKeys(tmp_path / "elsewhere" / "keymap.json")
    other.import_from(tmp_path / "mine.json")
    assert (other.base, other.keymap) == (keys.base, keys.keymap)
    assert read_keys(tmp_path / "mine.json") == keys.state()


def test_keys_that_cannot_be_kept_are_told(qtbot, tmp_path):
    (tmp_path / "config").write_text("a file stands where the folder should")
    keys = UserKeys(tmp_path / "config" / "keymap.json")
    with qtbot.waitSignal(keys.failed):
        keys.set_keys("timing.confirm", ("Y",))
    assert keys.keys_of("timing.confirm") == ("Y",)
