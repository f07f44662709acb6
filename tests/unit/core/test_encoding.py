"""Files are read in the encoding that they are in, damaged ones too."""

import pytest

from replique.core.encoding import decode, split_lines

FRENCH = "L’été où Zoé a mangé des œufs…\n« Ça coûte 5 € » – à Noël\n"


@pytest.mark.parametrize(
    ("codec", "encoding", "has_mark"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16-le", True),
        ("utf-32", "utf-32-le", True),
        ("cp1252", "cp1252", False),
    ],
)
def test_french_is_read_in_each_encoding(codec, encoding, has_mark):
    assert decode(FRENCH.encode(codec)) == (FRENCH, encoding, has_mark, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_a_mark(encoding):
    assert decode("Bonjour à tous, et merci.".encode(encoding))[:2] == ("Bonjour à tous, et merci.", encoding)


def test_two_marks_are_one():
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfun").text == "un"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_stray_bytes_in_utf8_are_read_as_windows_and_told_line_by_line(mark):
    decoded = decode(mark + "été\n".encode() + b"\xe9t\xe9 \x9c\r\n" + "où ça".encode())
    assert decoded.text == "été\nété œ\r\noù ça"
    assert decoded.encoding == "utf-8"
    assert [(d.line, d.code) for d in decoded.diagnostics] == [(2, "bad-byte")]


def test_every_byte_can_be_read():
    assert len(decode(bytes(range(1, 256))).text) == 255


def test_half_a_character_at_the_end_of_utf16_is_told():
    decoded = decode("un\ndeux".encode("utf-16") + b"\x00")
    assert decoded.text.startswith("un\ndeux")
    assert [(d.line, d.code) for d in decoded.diagnostics] == [(2, "bad-byte")]


def test_only_cr_and_lf_end_a_line():
    assert split_lines("a\r\nb\rc\nd\x0be\x0cf\x85g\u2028h") == ["a", "b", "c", "d\x0be\x0cf\x85g\u2028h"]
