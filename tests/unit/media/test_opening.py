"""A file that can't be heard says so in one clear sentence."""

import os

import pytest

from replique.core.errors import InputError
from replique.media.fingerprint import fingerprint
from replique.media.probe import probe


def refusal(path):
    with pytest.raises(InputError) as caught:
        probe(path)
    words = caught.value.in_words()
    assert words.startswith(str(path))
    assert "\n" not in words
    return words.removeprefix(f"{path}: ")


@pytest.mark.parametrize("suffix", [".mp3", ".webm"])
def test_a_recording_says_how_long_it_is_and_so_does_a_video_with_sound(make_sound, suffix):
    assert probe(make_sound(suffix).path).duration_ms == pytest.approx(6000, abs=60)


def test_a_file_that_is_not_there(tmp_path):
    assert refusal(tmp_path / "gone.mp3") == "There is no such file. Choose another file."


def test_a_folder(tmp_path):
    assert refusal(tmp_path).startswith("This is a folder")


def test_an_empty_file(tmp_path):
    path = tmp_path / "empty.mp3"
    path.touch()
    assert refusal(path).startswith("The file is empty.")


@pytest.mark.parametrize("name", ["notes.txt", "notes.mp3"])
def test_a_text_file(tmp_path, name):
    path = tmp_path / name
    path.write_text("ANA\nTu viens ?\n" * 200, encoding="utf-8")
    assert "Choose a sound or video file" in refusal(path)


def test_a_picture(tmp_path):
    av = pytest.importorskip("av")
    path = tmp_path / "picture.png"
    with av.open(str(path), "w", format="image2") as container:
        stream = container.add_stream("png")
        stream.width, stream.height, stream.pix_fmt = 16, 16, "rgb24"
        container.mux(stream.encode(av.VideoFrame(16, 16, "rgb24")))
        container.mux(stream.encode(None))
    assert refusal(path).startswith("There is no sound in this file.")


def test_random_bytes(tmp_path):
    path = tmp_path / "noise.wav"
    path.write_bytes(bytes(range(256)) * 400)
    assert "Choose a sound or video file" in refusal(path) or "damaged" in refusal(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "locked.mp3"
    path.write_bytes(b"x")
    path.chmod(0)
    assert refusal(path).startswith("You are not allowed")


def test_a_recording_is_known_again_by_its_content_not_its_name(make_sound, tmp_path):
    original = make_sound(".mp3").path
    copy = tmp_path / "renamed.bin"
    copy.write_bytes(original.read_bytes())
    assert fingerprint(copy) == fingerprint(original)
    changed = bytearray(original.read_bytes())
    changed[len(changed) // 2] ^= 1
    copy.write_bytes(changed)
    assert fingerprint(copy) != fingerprint(original)
