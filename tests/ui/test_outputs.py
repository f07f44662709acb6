"""The device on which the sound is heard: chosen, gone, back; the test plugs in and out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from replique.core.errors import PlayerError
from replique.playback.outputs import AS_SYSTEM, Output
from replique.ui.output_choice import OutputEditor, OutputMenu
from replique.ui.outputs import OutputController
from replique.ui.playback_controller import PlaybackController
from replique.ui.settings import Settings

SPEAKERS, PHONES, SCREEN = Output("pci", "Loudspeakers"), Output("usb", "Headphones"), Output("hdmi", "Screen")


class Plugged(QObject):
    """A player with devices; the first one is that of the system."""

    state_changed = Signal(object)
    position_jumped = Signal(int)
    failed = Signal(object)
    outputs_changed = Signal()

    def __init__(self, *outputs):
        super().__init__()
        self.outputs = list(outputs)
        self.output_id = ""
        self.output_in_use = ""
        self.is_playing = False
        self.set_output("")

    def set_output(self, output_id):
        self.output_id = output_id
        self.output_in_use = output_id or (self.outputs[0].id if self.outputs else "")

    def plug(self, *outputs):
        """Have these devices; the system sends the sound elsewhere where its device is gone."""
        self.outputs = list(outputs)
        if self.output_in_use not in [output.id for output in outputs]:
            self.output_in_use = outputs[0].id if outputs else ""
        self.outputs_changed.emit()

    def play(self, from_ms=None):
        self.is_playing = True

    def pause(self):
        self.is_playing = False

    def set_volume(self, percent):
        pass

    def position_ms(self, at_s=None):
        return 0.0


@pytest.fixture
def settings(tmp_path, qapp):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def listen(settings):
    """A function that begins to listen with a player: returns the controller and what it says."""
    kept = []

    def begin(player):
        playback = PlaybackController(lambda: player, settings)
        playback.media = Path("interview.mp3")
        outputs = OutputController(playback, settings)
        said = []
        outputs.said.connect(lambda message: said.append(str(message)))
        kept.append((playback, outputs))
        assert playback.player is player
        return outputs, said

    return begin


def test_at_first_the_sound_goes_where_the_system_wants(listen):
    player = Plugged(SPEAKERS, PHONES)
    outputs, said = listen(player)
    assert (player.output_id, outputs.chosen, said) == ("", AS_SYSTEM, [])


def test_the_chosen_device_is_used_at_once_and_the_next_time(listen, settings):
    player = Plugged(SPEAKERS, PHONES)
    listen(player)[0].choose(PHONES)
    assert player.output_id == "usb"
    settings.save()
    again = Plugged(SPEAKERS, PHONES)
    listen(again)
    assert again.output_id == "usb"


def test_pulling_the_headphones_out_pauses_and_says_what_plays_next(listen):
    player = Plugged(SPEAKERS, PHONES)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.play()
    player.plug(SPEAKERS)
    assert not player.is_playing
    assert said == ["“Headphones” is gone, so playing has paused. It goes on with “Loudspeakers”."]
    player.plug(SPEAKERS)
    assert len(said) == 1


def test_headphones_that_the_system_had_chosen_pause_too(listen):
    player = Plugged(PHONES, SPEAKERS)
    _, said = listen(player)
    player.play()
    player.plug(SPEAKERS)
    assert not player.is_playing
    assert said == ["“Headphones” is gone, so playing has paused. It goes on with “Loudspeakers”."]


def test_headphones_that_come_back_are_used_again_and_playing_is_left_to_the_user(listen):
    player = Plugged(SPEAKERS, PHONES)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.play()
    player.plug(SPEAKERS)
    player.plug(SPEAKERS, PHONES)
    assert player.output_id == "usb"
    assert not player.is_playing
    assert said[1:] == ["“Headphones” is back and is used again."]


def test_what_plays_meanwhile_goes_on_in_the_headphones_when_they_come_back(listen):
    player = Plugged(SPEAKERS, PHONES)
    outputs, _ = listen(player)
    outputs.choose(PHONES)
    player.plug(SPEAKERS)
    player.play()
    player.plug(SPEAKERS, PHONES)
    assert player.is_playing
    assert player.output_id == "usb"


def test_in_a_pause_it_is_said_that_the_headphones_are_gone(listen):
    player = Plugged(SPEAKERS, PHONES)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.plug(SPEAKERS)
    assert said == ["“Headphones” is gone: “Loudspeakers” plays instead."]


def test_another_device_that_goes_disturbs_nobody(listen):
    player = Plugged(SPEAKERS, PHONES, SCREEN)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.play()
    player.plug(SPEAKERS, PHONES)
    assert player.is_playing
    assert said == []


def test_a_device_that_is_absent_at_the_start_is_missed_once(listen, settings):
    settings.output = PHONES
    player = Plugged(SPEAKERS)
    _, said = listen(player)
    assert player.output_id == ""
    assert said == ["“Headphones” is not there: “Loudspeakers” plays instead."]
    player.plug(SPEAKERS, SCREEN)
    assert len(said) == 1


def test_without_any_device_it_is_said_that_nothing_is_heard(listen):
    player = Plugged(PHONES)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.play()
    player.plug()
    assert not player.is_playing
    assert said == ["“Headphones” is not there, nor is another device: nothing is heard."]


def test_the_device_that_took_over_pauses_too_when_it_goes(listen):
    player = Plugged(SPEAKERS, PHONES, SCREEN)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.plug(SPEAKERS, SCREEN)
    player.play()
    player.plug(SCREEN)
    assert not player.is_playing
    assert said[1:] == ["“Loudspeakers” is gone, so playing has paused. It goes on with “Screen”."]


def test_where_the_user_sends_the_sound_with_the_systems_mixer_it_stays(listen):
    player = Plugged(SPEAKERS, PHONES, SCREEN)
    outputs, said = listen(player)
    outputs.choose(PHONES)
    player.play()
    player.output_in_use = "hdmi"
    player.outputs_changed.emit()
    assert (player.is_playing, player.output_in_use, said) == (True, "hdmi", [])


def test_a_device_that_is_called_otherwise_now_is_the_same(listen, settings):
    settings.output = Output("17", "Headphones")
    player = Plugged(SPEAKERS, PHONES)
    outputs, _ = listen(player)
    assert player.output_id == "usb"
    assert outputs.chosen == PHONES


def texts(box):
    return [box.itemText(index) for index in range(box.count())]


def test_the_field_of_the_settings_follows_what_is_plugged_in(qtbot, listen, settings):
    player = Plugged(SPEAKERS, PHONES)
    outputs, _ = listen(player)
    editor = OutputEditor(outputs)
    qtbot.addWidget(editor)
    editor.changed.connect(outputs.choose)
    assert texts(editor.box) == ["As the system", "Loudspeakers", "Headphones"]
    editor.box.setCurrentIndex(2)
    assert settings.output == PHONES
    player.plug(SPEAKERS)
    assert texts(editor.box) == ["As the system", "Loudspeakers", "Headphones (not there)"]
    assert editor.box.currentText() == "Headphones (not there)"
    player.plug(SPEAKERS, SCREEN, PHONES)
    assert editor.box.currentText() == "Headphones"
    assert settings.output == PHONES


def test_the_menu_checks_the_device_in_use_and_is_worked_by_keyboard(qtbot, listen):
    outputs, _ = listen(Plugged(SPEAKERS, PHONES, SCREEN))
    outputs.choose(PHONES)
    menu = OutputMenu(outputs, None)
    qtbot.addWidget(menu)
    menu.chosen.connect(outputs.choose)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Headphones"]
    menu.show()
    qtbot.waitExposed(menu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert outputs.chosen == SCREEN


def test_where_nothing_can_play_there_is_nothing_to_choose(settings):
    def none():
        raise PlayerError("Nothing here plays sound.")

    outputs = OutputController(PlaybackController(none, settings), settings)
    assert outputs.outputs == []


def test_the_device_stands_in_the_settings_and_in_the_menu_of_the_window(qtbot, make_desk, open_sample, hands):
    desk = make_desk()
    open_sample(desk)
    hands.sit_at(desk.window)
    asked = []
    hands.when_asked(lambda dialog: (asked.append(texts(dialog.field("output"))), dialog.reject()))
    desk.actions["file.settings"].trigger()
    assert asked == [["As the system"]]
    assert desk.actions["play.output"].isEnabled()
