"""Another player is taken in the settings and goes on at once, where the one before was."""

import gc
import shutil
import sys
import weakref
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt

from replique.playback.engine import News
from replique.ui.choices import Backend
from replique.ui.dialogs.error import ErrorDialog

NAMES = {Backend.VLC: "libVLC 3", Backend.QT: "Qt Multimedia"}
BOTH = pytest.mark.parametrize("first", list(Backend), ids=["libVLC", "Qt"])
A_FRAME_MS = 40


def other(backend):
    return Backend.QT if backend is Backend.VLC else Backend.VLC


@pytest.fixture
def open_desk(make_desk, open_sample):
    def open_with(backend):
        desk = make_desk(backend)
        open_sample(desk)
        return desk

    return open_with


@pytest.fixture
def errors(monkeypatch):
    """The errors that are shown, without anybody to close them."""
    shown = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: shown.append(dialog.report))
    return shown


def wait_until_heard(qtbot, desk):
    """Wait until the position moves by itself."""
    here_ms = desk.playback.position_ms()
    qtbot.waitUntil(lambda: desk.playback.position_ms() > here_ms + 200, timeout=10_000)


@BOTH
def test_the_other_player_goes_on_where_the_first_one_was(qtbot, open_desk, first):
    desk = open_desk(first)
    desk.playback.play_from(20_000)
    wait_until_heard(qtbot, desk)
    before_ms, before_s = desk.playback.position_ms(), monotonic()
    desk.settings.backend = other(first)
    played_ms = 1000 * (monotonic() - before_s)
    assert -1 <= desk.playback.position_ms() - before_ms <= played_ms + A_FRAME_MS
    assert desk.playback.is_playing
    wait_until_heard(qtbot, desk)
    assert desk.playback.player_name.startswith(NAMES[other(first)])
    assert desk.window.status.player_text.startswith(NAMES[other(first)])
    assert desk.window.toast.text.startswith(NAMES[other(first)])


@BOTH
def test_speed_volume_and_silence_go_along(qtbot, open_desk, first):
    desk = open_desk(first)
    desk.playback.set_speed(1.5)
    desk.playback.set_volume(35)
    desk.playback.toggle_mute()
    desk.settings.backend = other(first)
    player = desk.playback.player
    assert (player.rate, player.volume, player.muted) == (1.5, 35, True)
    assert player.duration_ms == desk.recording.duration_ms


def test_in_a_pause_nothing_is_heard_and_play_steps_back_as_after_any_pause(qtbot, open_desk):
    desk = open_desk(Backend.VLC)
    desk.playback.play_from(20_000)
    wait_until_heard(qtbot, desk)
    desk.playback.pause()
    paused_ms = desk.playback.position_ms()
    desk.settings.backend = Backend.QT
    assert not desk.playback.is_playing
    assert desk.playback.position_ms() == pytest.approx(paused_ms, abs=1)
    desk.playback.toggle()
    assert desk.playback.position_ms() == pytest.approx(paused_ms - 1500, abs=A_FRAME_MS)


@BOTH
def test_a_loop_goes_on_and_ends_where_it_ended(qtbot, open_desk, first):
    desk = open_desk(first)
    desk.playback.loop_span(10_000, 13_000)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 10_400, timeout=10_000)
    desk.settings.backend = other(first)
    assert desk.playback.looping
    assert desk.playback.position_ms() >= 10_400
    with qtbot.waitSignal(desk.playback.player.position_jumped, timeout=10_000) as jumped:
        pass
    assert jumped.args == [10_000]


def test_before_the_first_recording_the_choice_waits(qtbot, make_desk, open_sample):
    desk = make_desk(Backend.VLC)
    desk.settings.backend = Backend.QT
    assert not desk.playback.has_player
    open_sample(desk)
    assert desk.playback.player_name == NAMES[Backend.QT]
    assert not desk.window.toast.text.startswith(NAMES[Backend.QT])


def test_where_libvlc_is_not_installed_qt_goes_on_and_the_setting_goes_back(qtbot, open_desk, errors, monkeypatch):
    desk = open_desk(Backend.QT)
    desk.playback.play_from(20_000)
    wait_until_heard(qtbot, desk)
    monkeypatch.setitem(sys.modules, "vlc", None)
    desk.settings.backend = Backend.VLC
    assert desk.settings.backend is Backend.QT
    assert desk.playback.is_playing
    assert "libVLC was not found. Qt Multimedia goes on playing. Install it" in errors[0]


def test_where_qt_cannot_play_libvlc_goes_on_and_the_setting_goes_back(qtbot, open_desk, errors, monkeypatch):
    desk = open_desk(Backend.VLC)
    monkeypatch.delitem(sys.modules, "replique.playback.qt_engine", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    desk.settings.backend = Backend.QT
    assert desk.settings.backend is Backend.VLC
    assert desk.playback.player_name.startswith(NAMES[Backend.VLC])
    assert "libpulse0" in errors[0]


def test_what_plays_instead_of_libvlc_may_be_chosen_without_a_change(qtbot, make_desk, open_sample, monkeypatch):
    monkeypatch.setitem(sys.modules, "vlc", None)
    desk = make_desk(Backend.VLC)
    open_sample(desk)
    player = desk.playback.player
    desk.settings.backend = Backend.QT
    assert desk.playback.player is player


def threads():
    return len(list(Path("/proc/self/task").iterdir()))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts threads in /proc")
def test_players_that_were_left_are_gone_with_their_threads(qtbot, open_desk):
    desk = open_desk(Backend.VLC)
    left, counts = [], []
    for backend in [Backend.QT, Backend.VLC] * 4:
        desk.playback.play_from(5000)
        wait_until_heard(qtbot, desk)
        left += [weakref.ref(desk.playback.player), weakref.ref(desk.playback.player.engine)]
        desk.settings.backend = backend
        counts.append(threads())
    desk.playback.pause()
    gc.collect()
    qtbot.waitUntil(lambda: not any(ref() for ref in left), timeout=10_000)
    qtbot.waitUntil(lambda: threads() <= counts[1], timeout=10_000)


def test_the_settings_change_the_player_by_keyboard(qtbot, open_desk, hands):
    desk = open_desk(Backend.VLC)
    hands.sit_at(desk.window)
    desk.playback.play_from(20_000)
    wait_until_heard(qtbot, desk)

    def choose(dialog):
        dialog.field("backend").setFocus()
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)

    hands.when_asked(choose)
    desk.actions["file.settings"].trigger()
    qtbot.waitUntil(lambda: desk.playback.player_name == NAMES[Backend.QT], timeout=10_000)
    wait_until_heard(qtbot, desk)


@BOTH
def test_when_a_player_gives_up_the_other_one_is_a_key_away(qtbot, open_desk, hands, first):
    desk = open_desk(first)
    hands.sit_at(desk.window)
    desk.playback.play_from(20_000)
    wait_until_heard(qtbot, desk)
    asked = []

    def take(dialog):
        asked.append(dialog.report)
        hands.press(Qt.Key.Key_Return)

    hands.when_asked(take)
    desk.playback.player.engine.told.emit(News.BROKEN, monotonic(), 0.0)
    assert f"{NAMES[first]}" in asked[0]
    assert "can’t play this recording. Take the other player" in asked[0]
    assert desk.settings.backend is other(first)
    assert desk.playback.is_playing
    assert desk.playback.position_ms() == pytest.approx(20_200, abs=400)
    wait_until_heard(qtbot, desk)


def test_a_recording_that_is_gone_is_no_fault_of_the_player(qtbot, open_desk, hands, tmp_path):
    desk = open_desk(Backend.VLC)
    recording = tmp_path / "matin.mp3"
    shutil.copy(desk.recording.media.path, recording)
    with qtbot.waitSignal(desk.recording.opened, timeout=20_000):
        desk.recording.open(recording)
    asked = []
    hands.when_asked(lambda dialog: (asked.append(hasattr(dialog, "way_out_button")), dialog.reject()))
    recording.unlink()
    desk.playback.player.engine.told.emit(News.BROKEN, monotonic(), 0.0)
    assert asked == [False]
    assert desk.settings.backend is Backend.VLC


def test_where_the_other_player_is_not_installed_it_is_said_what_to_install(
    qtbot, make_desk, open_sample, errors, monkeypatch
):
    monkeypatch.setitem(sys.modules, "vlc", None)
    desk = make_desk(Backend.VLC)
    open_sample(desk)
    desk.players.take_other(desk.playback)
    assert "libVLC was not found." in errors[0]
    assert desk.playback.player_name == NAMES[Backend.QT]
    assert not desk.playback.is_playing
