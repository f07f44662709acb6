"""What a player gives out after a seek is the sound of that time, in containers that begin late too."""

import numpy as np
import pytest

from replique.core.progress import NEVER
from replique.media.samples import RATE
from replique.playback.create import Backend, create_player

CLICK_MS = 5500


@pytest.fixture(params=list(Backend), ids=["libVLC", "Qt"])
def prober(request, qapp):
    """What listens to each of the two players."""
    player = create_player(request.param, ["--aout=dummy"])
    made = player.prober()
    yield made
    made.close()
    player.close()


@pytest.mark.parametrize(
    ("suffix", "sound_s", "all_s", "picture"),
    [
        (".mp3", 0.0, 0.0, False),
        (".m4a", 0.0, 0.0, False),
        (".opus", 0.0, 0.0, False),
        (".mp4", 1.5, 0.0, True),
        (".mkv", 1.5, 0.0, True),
        (".webm", 1.5, 0.0, True),
        (".mkv", 1.5, 100.0, True),
        (".ts", 1.5, 0.0, True),
    ],
    ids=["LAME", "AAC", "Opus", "mp4 late", "mkv late", "webm late", "mkv from 100 s", "ts late"],
)
def test_a_click_is_given_out_at_its_time(prober, late, suffix, sound_s, all_s, picture):
    path = late(suffix, sound_s, all_s, picture=picture)
    [heard] = prober.listen(path, 0, [CLICK_MS - 150], NEVER).heard
    first = int(np.argmax(np.abs(heard.samples) > 0.25))
    assert heard.at_ms + first * 1000 / RATE == pytest.approx(CLICK_MS, abs=10)
