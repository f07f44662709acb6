"""Real players with real recordings, which say their own time."""

import pytest

from replique.playback.create import Backend, create_player

SECONDS = 8


@pytest.fixture(scope="session")
def chirps(tmp_path_factory, measuring):
    """Eight seconds of chirp by suffix; the MP3 has a variable bit rate."""
    folder = tmp_path_factory.mktemp("chirps")
    return {suffix: measuring.write_chirp(folder / f"chirp.{suffix}", SECONDS) for suffix in ("wav", "mp3")}


@pytest.fixture(params=list(Backend), ids=["libVLC", "Qt"])
def empty_player(request, qapp):
    """Each of the two players, without a recording and without a sound card."""
    player = create_player(request.param, ["--aout=dummy"])
    assert player.notice is None
    yield player
    player.close()


@pytest.fixture
def player(empty_player, chirps):
    """Each of the two players, with eight seconds of MP3."""
    empty_player.load(chirps["mp3"])
    empty_player.set_duration(1000 * SECONDS)
    return empty_player


@pytest.fixture
def vlc_player(qapp):
    """libVLC, to be listened to."""
    player = create_player(Backend.VLC, ["--aout=dummy"])
    yield player
    player.close()


@pytest.fixture
def qt_player(qapp):
    """Qt's player, to be listened to."""
    player = create_player(Backend.QT)
    yield player
    player.close()
