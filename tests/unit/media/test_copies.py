"""A decoded copy has the sound of the recording, each at its time; it is there whole or not at all."""

import errno
import os
from pathlib import Path

import av
import numpy as np
import pytest

from replique.core.errors import Cancelled, OutputError
from replique.core.progress import CancelToken
from replique.media import samples
from replique.media.copies import Copies


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".opus", ".mkv"])
def test_a_copy_has_each_sound_at_its_time(make_sound, tmp_path, suffix):
    path = make_sound(suffix).path
    shares = []
    copy = Copies(tmp_path).make(path, "key", 6000, progress=shares.append)
    original, copied = samples.load(path), samples.load(copy)
    assert abs(len(original) - len(copied)) <= 1
    count = min(len(original), len(copied))
    assert np.abs(original[:count] - copied[:count]).max() < 0.001
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert Copies(tmp_path).get("key") == copy


def test_the_track_that_is_heard_is_copied(two_tracks, tmp_path):
    copy = Copies(tmp_path).make(two_tracks, "key-1", 8000, 1)
    assert np.abs(samples.load(copy) - samples.load(two_tracks, track=1)).max() < 0.001


def test_players_can_go_to_any_place_in_it(make_sound, tmp_path):
    copy = Copies(tmp_path).make(make_sound(".mp3").path, "key", 6000)
    with av.open(str(copy)) as container:
        assert max(packet.duration or 0 for packet in container.demux(audio=0)) <= 1024


def test_a_copy_that_is_stopped_leaves_nothing(make_sound, tmp_path):
    token = CancelToken()
    with pytest.raises(Cancelled):
        Copies(tmp_path).make(
            make_sound(".wav", 12.0, (3.0, 9.0)).path,
            "key",
            12_000,
            progress=lambda share: token.cancel() if share > 0.3 else None,
            cancel=token,
        )
    assert list((tmp_path / "copies").iterdir()) == []
    assert Copies(tmp_path).get("key") is None


class FullDisk:
    """A file on a disk that takes some bytes more and is full then."""

    def __init__(self, file):
        self._file = file
        self._room = 2000

    def write(self, data):
        self._room -= len(data)
        if self._room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._file.write(data)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def __getattr__(self, name):
        return getattr(self._file, name)


def test_a_full_disk_is_said_and_leaves_nothing(make_sound, tmp_path, monkeypatch):
    opened = Path.open

    def full(path, mode="r", *rest, **named):
        file = opened(path, mode, *rest, **named)
        return FullDisk(file) if path.suffix == ".part" else file

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match=r"There is no space left on the disk"):
        Copies(tmp_path).make(make_sound(".mp3").path, "key", 6000)
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_cache_that_cannot_be_written_is_said(make_sound, tmp_path):
    (tmp_path / "copies").touch()
    with pytest.raises(OutputError) as caught:
        Copies(tmp_path).make(make_sound(".mp3").path, "key", 6000)
    assert str(tmp_path / "copies") in str(caught.value)


def test_the_oldest_copies_go_when_there_is_too_much(make_sound, tmp_path):
    path = make_sound(".wav", 12.0, (3.0, 9.0)).path
    size = Copies(tmp_path).make(path, "first", 12_000).stat().st_size
    os.utime(tmp_path / "copies" / "first.flac", (1, 1))
    copies = Copies(tmp_path, max_bytes=2 * size)
    for key in ("second", "third"):
        copies.make(path, key, 12_000)
    assert copies.get("first") is None
    assert copies.get("second")
    assert copies.get("third")


def test_a_copy_that_is_larger_than_all_may_be_is_refused(make_sound, tmp_path):
    with pytest.raises(OutputError, match="larger than all copies together"):
        Copies(tmp_path, max_bytes=1000).make(make_sound(".mp3").path, "key", 6000)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_a_program_that_was_killed_left_half_done_is_swept_away(make_sound, tmp_path):
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "deadbeef.part").write_bytes(b"x")
    Copies(tmp_path).make(make_sound(".mp3").path, "key", 6000)
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["key.flac"]
