"""Which player it is, and why."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from replique.core.errors import PlayerError
from replique.playback.create import Backend, create_player, prepared_library


@pytest.fixture
def made(qapp):
    players = []

    def make(*args):
        players.append(create_player(*args))
        return players[-1]

    yield make
    for player in players:
        player.close()


def without_libvlc(monkeypatch):
    monkeypatch.setitem(sys.modules, "vlc", None)


def test_libvlc_plays_where_it_is_found(made):
    assert made().name.startswith("libVLC 3.")


def test_the_player_of_qt_plays_when_it_is_wanted(made):
    player = made(Backend.QT)
    assert (player.name, player.notice) == ("Qt Multimedia", None)


def test_without_libvlc_qt_plays_and_says_what_to_install(made, monkeypatch):
    without_libvlc(monkeypatch)
    player = made()
    assert player.name == "Qt Multimedia"
    assert str(player.notice).startswith("Qt Multimedia plays instead: libVLC was not found. Install it: “sudo apt")


def test_elsewhere_than_on_linux_a_download_is_named(made, monkeypatch):
    without_libvlc(monkeypatch)
    monkeypatch.setattr(sys, "platform", "win32")
    assert "videolan.org" in str(made().notice)


def test_libvlc_without_plugins_is_not_taken(made, monkeypatch):
    monkeypatch.setattr("vlc.Instance", lambda args: None)
    assert "not its plug-ins" in str(made().notice)


def test_another_version_of_libvlc_is_not_taken(made, monkeypatch):
    monkeypatch.setattr("vlc.libvlc_get_version", lambda: b"4.0.0-dev Otto Chriek")
    assert "libVLC 4.0.0-dev was found, but version 3 is needed." in str(made().notice)


def test_without_the_libraries_of_qt_libvlc_plays_instead(made, monkeypatch):
    monkeypatch.delitem(sys.modules, "replique.playback.qt_engine", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    player = made(Backend.QT)
    assert player.name.startswith("libVLC")
    assert "libpulse0" in str(player.notice)


def test_without_any_player_the_reason_is_said(made, monkeypatch):
    without_libvlc(monkeypatch)
    monkeypatch.delitem(sys.modules, "replique.playback.qt_engine", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with pytest.raises(PlayerError, match="Qt’s player can’t be loaded"):
        made()


def test_what_was_started_in_the_background_plays(made, monkeypatch):
    with ThreadPoolExecutor(1) as pool:
        library = pool.submit(prepared_library).result()
    monkeypatch.setattr("vlc.Instance", lambda options: pytest.fail("libVLC was started again"))
    assert made(Backend.VLC, (), library).name == f"libVLC {library.version}"


def test_libvlc_is_not_started_for_the_player_of_qt():
    assert prepared_library(Backend.QT) is None


def test_what_could_not_be_prepared_is_said_when_the_player_is_made(made, monkeypatch):
    without_libvlc(monkeypatch)
    assert prepared_library() is None
    assert made().notice is not None
