"""Which device is meant, and how each player speaks of devices; no sound card is needed."""

import pytest

from replique.playback import vlc_engine
from replique.playback.create import Backend, create_player
from replique.playback.outputs import AS_SYSTEM, Output, found
from replique.playback.vlc_outputs import name_of_default, outputs_of

SPEAKERS, PHONES = Output("alsa.pci", "Loudspeakers"), Output("alsa.usb", "Headphones")


def test_a_device_is_found_by_its_id_whatever_it_is_called():
    assert found(Output("alsa.usb", "Casque"), [SPEAKERS, PHONES]) == PHONES


def test_a_device_that_another_player_or_socket_calls_otherwise_is_found_by_its_name():
    assert found(Output("17", "Headphones"), [SPEAKERS, PHONES]) == PHONES


def test_the_id_counts_more_than_the_name():
    assert found(Output("alsa.usb", "Loudspeakers"), [SPEAKERS, PHONES]) == PHONES


def test_a_device_that_is_not_there_is_not_found_nor_is_that_of_the_system():
    assert found(Output("alsa.hdmi", "Screen"), [SPEAKERS, PHONES]) is None
    assert found(AS_SYSTEM, [SPEAKERS, Output("x", "")]) is None


def test_without_a_sound_card_no_player_names_a_device(empty_player):
    assert list(empty_player.outputs) == []
    assert empty_player.output_in_use == ""


@pytest.mark.parametrize(
    ("platform", "outputs", "name"),
    [
        ("linux", [SPEAKERS, PHONES], "@DEFAULT_SINK@"),
        ("linux", [Output("default", "Default ALSA Output")], ""),
        ("linux", [], ""),
        ("win32", [SPEAKERS], ""),
    ],
)
def test_only_a_sound_server_knows_the_device_of_the_system_by_a_name(monkeypatch, platform, outputs, name):
    monkeypatch.setattr("sys.platform", platform)
    assert name_of_default(outputs) == name


class Listed:
    """An entry of libVLC's linked list of devices."""

    def __init__(self, device, description, following=None):
        self.device, self.description = device, description
        self.contents = self
        self.next = following


def test_the_devices_of_libvlc_are_read_and_its_list_is_given_back(monkeypatch):
    last = Listed(b"hw:0", "Carte interne\nSortie é".encode())
    first = Listed(b"", b"Default", last)
    given_back = []
    monkeypatch.setattr("vlc.libvlc_audio_output_device_list_release", given_back.append)

    class Player:
        def audio_output_device_enum(self):
            return first

    assert outputs_of(Player()) == [Output("hw:0", "Carte interne, Sortie é")]
    assert given_back == [first]


@pytest.fixture
def plugged(monkeypatch):
    """The devices that libVLC finds; the test plugs them in and out."""
    devices = [SPEAKERS]
    monkeypatch.setattr(vlc_engine, "outputs_of", lambda player: list(devices))
    monkeypatch.setattr(vlc_engine, "LOOK_MS", 10)
    return devices


def test_libvlc_tells_when_a_device_comes_or_goes(qtbot, qapp, plugged):
    player = create_player(Backend.VLC, ["--aout=dummy"])
    with qtbot.waitSignal(player.outputs_changed):
        plugged.append(PHONES)
    assert list(player.outputs) == [SPEAKERS, PHONES]
    with qtbot.waitSignal(player.outputs_changed):
        plugged.remove(PHONES)
    player.close()


@pytest.mark.parametrize("back_to_system", [False, True])
def test_another_device_while_it_plays_changes_nothing_of_the_position(qtbot, player, back_to_system):
    player.play(1000)
    qtbot.waitUntil(lambda: player.position_ms() > 1400, timeout=5000)
    before_ms = player.position_ms()
    player.set_output("" if back_to_system else "alsa.usb")
    assert player.is_playing
    assert player.output_id == ("" if back_to_system else "alsa.usb")
    assert player.position_ms() == pytest.approx(before_ms, abs=40)
    seen = []
    player.engine.told.connect(lambda news, at_s, ms: seen.append(ms) if news.value == "time" else None)
    qtbot.waitUntil(lambda: player.position_ms() > before_ms + 500, timeout=5000)
    assert min(seen) > before_ms - 60


def test_another_device_in_a_pause_starts_nothing(qtbot, player):
    player.play(1000)
    qtbot.waitUntil(lambda: player.position_ms() > 1300, timeout=5000)
    player.pause()
    here_ms = player.position_ms()
    player.set_output("alsa.usb")
    player.set_output("")
    assert not player.is_playing
    player.play()
    qtbot.waitUntil(lambda: player.position_ms() > here_ms + 300, timeout=5000)
    assert player.position_ms() < here_ms + 600


def test_what_libvlc_called_back_before_it_was_let_go_is_not_asked_about_after(qtbot, qapp):
    player = create_player(Backend.VLC, ["--aout=dummy"])
    engine = player.engine
    engine._called_back.emit(engine._kinds.MediaPlayerAudioDevice.value, 0.0, 0.0)
    player.close()
    qapp.processEvents()
    assert player.output_in_use == ""
