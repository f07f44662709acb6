"""Files appear whole or not at all."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from replique.core.errors import OutputError
from replique.core.files import write_atomically

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "é.srt", b"one")
    write_atomically(tmp_path / "é.srt", b"two")
    assert (tmp_path / "é.srt").read_bytes() == b"two"
    assert names_in(tmp_path) == ["é.srt"]


@posix_only
def test_permissions_of_an_existing_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_atomically(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix_only
def test_a_new_file_has_the_permissions_that_the_user_wants(tmp_path: Path) -> None:
    (tmp_path / "like.txt").touch()
    write_atomically(tmp_path / "a.srt", b"one")
    assert (tmp_path / "a.srt").stat().st_mode == (tmp_path / "like.txt").stat().st_mode


@posix_only
def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real.srt", tmp_path / "link.srt"
    link.symlink_to(target)
    write_atomically(link, b"one")
    write_atomically(link, b"two")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"
    assert names_in(tmp_path / "elsewhere") == ["real.srt"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"a\.srt: There is no space left on the disk\. Make room"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.srt"]


def test_an_interruption_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.srt"]


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="A folder of this name stands in the way"):
        write_atomically(tmp_path, b"data")


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Its folder doesn’t exist"):
        write_atomically(tmp_path / "none" / "a.srt", b"data")
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Its folder doesn’t exist"):
        write_atomically(tmp_path / "file" / "a.srt", b"data")


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_atomically(tmp_path / ("a" * 300), b"data")


@posix_only
def test_a_folder_or_file_that_may_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="not allowed to write here"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@posix_only
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    write_atomically(Path(os.devnull), b"data")
    assert not Path(os.devnull).is_file()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"data")
    assert os.read(reader, 10) == b"data"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
