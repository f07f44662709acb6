"""Without anything to give sound out, the recording plays silently, and it is said."""

import sys

import pytest

from replique.playback import sound_output, vlc_library

CARD = " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0xf7d10000 irq 32\n"


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A Linux machine without sound card and sound server; returns its run-time folder."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sound_output, "CARDS", tmp_path / "cards")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    return tmp_path


def test_a_machine_without_card_and_server_is_silent(machine):
    assert not sound_output.has_sound_output()
    (machine / "cards").write_text("--- no soundcards ---\n")
    assert not sound_output.has_sound_output()


def test_a_card_is_enough(machine):
    (machine / "cards").write_text(CARD)
    assert sound_output.has_sound_output()


@pytest.mark.parametrize("socket", ["pulse/native", "pipewire-0"])
def test_a_sound_server_is_enough(machine, socket):
    (machine / socket).parent.mkdir(exist_ok=True)
    (machine / socket).touch()
    assert sound_output.has_sound_output()


def test_a_server_on_another_machine_is_enough(machine, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "studio.example:4713")
    assert sound_output.has_sound_output()


def test_elsewhere_the_system_always_has_an_output(machine, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert sound_output.has_sound_output()


@pytest.mark.parametrize(("heard", "output"), [(True, []), (False, ["--aout=dummy"])])
def test_libvlc_looks_for_a_card_only_where_there_may_be_one(monkeypatch, heard, output):
    asked = []
    monkeypatch.setattr(vlc_library, "has_sound_output", lambda: heard)
    monkeypatch.setattr("vlc.Instance", lambda options: asked.append(options) or object())
    vlc_library.open_library()
    assert asked[0][len(vlc_library.OPTIONS) :] == output
