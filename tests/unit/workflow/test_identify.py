"""A file is known by what is in it, whatever its name."""

from pathlib import Path

import pytest

from replique.core.errors import InputError
from replique.core.resources import resource
from replique.workflow.identify import FileKind, identify


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'{"format":"replique","version":1,"document":{', FileKind.PROJECT),
        (b'{ "format": "replique", "version": 9 }', FileKind.PROJECT),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n", FileKind.SUBTITLES),
        (b"\xef\xbb\xbfWEBVTT - title\n", FileKind.SUBTITLES),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nBonjour\r\n", FileKind.SUBTITLES),
        (b"00:00:01,000 --> 00:00:02,000\nno number\n", FileKind.SUBTITLES),
        ("\ufeff1\n00:00:01,000 --> 00:00:02,000\n".encode("utf-16"), FileKind.SUBTITLES),
        ("NICOLAS\nÀ bientôt\N{NO-BREAK SPACE}!\n".encode(), FileKind.TRANSCRIPT),
        ("LÉA\nÀ bientôt\N{NO-BREAK SPACE}!\n".encode("cp1252"), FileKind.TRANSCRIPT),
        ("LÉA\nÀ bientôt\n".encode("utf-16"), FileKind.TRANSCRIPT),
        ("LÉA\nÀ bientôt, et merci\n".encode("utf-16-le"), FileKind.TRANSCRIPT),
        (b"WEBVTTX is no signature", FileKind.TRANSCRIPT),
        (b"PK\x03\x04 a document of a word processor", FileKind.TRANSCRIPT),
        (b"%PDF-1.7", FileKind.TRANSCRIPT),
        (b"ID3\x04\x00\x00\x00\x00\x00\x00", FileKind.MEDIA),
        (b"OggS\x00\x02\x00\x00", FileKind.MEDIA),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", FileKind.MEDIA),
        (b"\x00\x00\x00\x20ftypM4A ", FileKind.MEDIA),
        (b"\x01\x00\x07unknown\x00\x00", FileKind.MEDIA),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, data: bytes, kind: FileKind) -> None:
    path = tmp_path / "anything.dat"
    path.write_bytes(data)
    assert identify(path) is kind


def test_an_empty_file_is_taken_by_its_name(tmp_path: Path) -> None:
    for name, kind in (("a.mp3", FileKind.MEDIA), ("a.mp4", FileKind.MEDIA), ("a.txt", FileKind.TRANSCRIPT)):
        (tmp_path / name).touch()
        assert identify(tmp_path / name) is kind


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sample_is_known(language: str) -> None:
    assert identify(resource("samples", language, "interview.txt")) is FileKind.TRANSCRIPT
    assert identify(resource("samples", language, "interview.mp3")) is FileKind.MEDIA


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="This is a folder, not a file"):
        identify(tmp_path)
    with pytest.raises(InputError, match=r"none\.txt: There is no such file\. Choose"):
        identify(tmp_path / "none.txt")
