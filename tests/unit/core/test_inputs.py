"""Files that can't be read are refused in one sentence."""

import os

import pytest

from replique.core.errors import InputError
from replique.core.inputs import read_bytes


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    assert read_bytes(path, 3) == b"abc"


def test_what_is_missing_a_folder_or_too_large_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"gone: There is no such file\. Choose another file\."):
        read_bytes(tmp_path / "gone", 10)
    with pytest.raises(InputError, match="This is a folder"):
        read_bytes(tmp_path, 10)
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(InputError, match="too large: more than 2 MB"):
        read_bytes(large, 2 << 20)
    with pytest.raises(InputError, match="There is no such file"):
        read_bytes(large / "inside", 10)
    with pytest.raises(InputError, match="It can’t be read"):
        read_bytes(tmp_path / ("a" * 5000), 10)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no endless device here")  # noqa: PTH110
def test_an_endless_device_is_read_no_further_than_allowed():
    from pathlib import Path

    with pytest.raises(InputError, match="too large"):
        read_bytes(Path("/dev/zero"), 1 << 20)
