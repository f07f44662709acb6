"""A subtitle file is read whole, in the format that its content says, and can be written as it stood."""

import pytest

from replique.core.errors import InputError, OutputError
from replique.core.model import Cue, CueFile, CueText
from replique.formats import TextForm, format_named
from replique.formats.files import read_subtitles

SRT = "1\n00:00:01,000 --> 00:00:02,000\nDéjà là\n\n"


@pytest.fixture
def write(tmp_path):
    def write(data, name="a.srt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "form", [TextForm(), TextForm("utf-8", True), TextForm("cp1252"), TextForm("utf-16-le", True)]
)
def test_encoding_mark_and_line_ends_are_remembered_and_written_again(write, form, newline):
    data = TextForm(form.encoding, form.has_mark, newline).encode(SRT)
    read = read_subtitles(write(data))
    assert read.form == TextForm(form.encoding, form.has_mark, newline)
    assert read.file.cues[0].texts[0].lines == ("Déjà là",)
    assert format_named(read.format).write(read.file, read.form) == data


def test_the_content_says_the_format_whatever_the_name(write):
    assert read_subtitles(write(b"WEBVTT\n\n00:01.000 --> 00:02.000\nun\n")).format == "vtt"
    assert read_subtitles(write(SRT.encode(), "a.vtt")).format == "srt"


@pytest.mark.parametrize("data", [b"", b"Bonjour,\nceci n'est rien.\n", bytes(range(256)) * 8])
def test_a_file_without_subtitles_is_refused(write, data):
    with pytest.raises(
        InputError, match=r"There are no subtitles in this file, .* Choose a file in one of these: SubRip"
    ):
        read_subtitles(write(data))


def test_a_stray_byte_is_told_with_its_line(write):
    read = read_subtitles(write(SRT.encode() + b"2\n00:00:03,000 --> 00:00:04,000\nfin\xe9\n"))
    assert [(remark.line, remark.code) for remark in read.diagnostics] == [(7, "bad-byte")]
    assert read.file.cues[1].texts[0].lines == ("finé",)


def test_a_character_that_the_encoding_lacks_is_refused_before_anything_is_written():
    file = CueFile((Cue(0, 1000, (CueText("", ("→",)),)),))
    with pytest.raises(OutputError, match=r"The encoding cp1252 has no “→”\. Write the file in UTF-8\."):
        format_named("srt").write(file, TextForm("cp1252"))
