"""WebVTT is read as browsers read it, and what they drop is told."""

import pytest

from replique.core.model import CueText
from replique.formats import format_named
from replique.formats.webvtt_text import cue_texts


def read(text):
    return format_named("vtt").read(text)


def test_header_styles_regions_names_and_settings_are_kept_and_written_again():
    text = (
        "WEBVTT Le titre\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:bas\nlines:3\n\n"
        "intro\n00:01.000 --> 00:02.500 line:0 align:start\n<v Ana>Oui\n"
    )
    file = read(text).file
    assert file.header == "Le titre\nKind: captions"
    assert file.styles == ("::cue { color: red }",)
    assert file.regions == ("id:bas\nlines:3",)
    assert (file.cues[0].id, file.cues[0].settings) == ("intro", "line:0 align:start")
    assert format_named("vtt").write(file).decode() == text.replace("00:01", "00:00:01").replace("00:02", "00:00:02")


def test_a_header_block_under_a_bare_signature_stays_there():
    text = "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000\n\n00:00:01.000 --> 00:00:02.000\nun\n"
    assert format_named("vtt").write(read(text).file).decode() == text


@pytest.mark.parametrize(
    ("block", "code", "line"),
    [
        ("00:01 --> 00:02\nun", "bad-times", 3),
        ("NOTE rien\nà voir", "comment", 3),
        ("du texte\nseul", "no-cue", 3),
    ],
)
def test_what_browsers_drop_is_told(block, code, line):
    reading = read(f"WEBVTT\n\n{block}\n\n00:03.000 --> 00:04.000\ndeux\n")
    assert [cue.start_ms for cue in reading.file.cues] == [3000]
    assert [(remark.line, remark.code) for remark in reading.diagnostics] == [(line, code)]


def test_a_text_without_the_signature_has_no_cues():
    reading = read("00:01.000 --> 00:02.000\nun\n")
    assert reading.file.cues == ()
    assert [remark.code for remark in reading.diagnostics] == ["no-signature"]


def test_voices_become_speakers():
    assert cue_texts("<v Ana>Oui ?</v>\n<v.loud Léa &amp; Bo>Non.</v>\npersonne") == (
        CueText("Ana", ("Oui ?",)),
        CueText("Léa & Bo", ("Non.",)),
        CueText("", ("personne",)),
    )


def test_markup_is_closed_where_the_voice_ends():
    assert cue_texts("<i><v Ana>un\n<b>deux</v>trois") == (CueText("Ana", ("<i>un", "<b>deuxtrois</b></i>")),)
    assert cue_texts("<i>un<v Ana>deux</v></i>") == (CueText("", ("<i>un</i>",)), CueText("Ana", ("<i>deux</i>",)))


def test_classes_languages_rubies_and_times_inside_stay_and_unknown_tags_go():
    raw = "<c.red>a</c> <lang fr>b</lang> <ruby>c<rt>d</rt></ruby> <00:00:01.000>e"
    assert cue_texts(raw) == (CueText("", (raw,)),)
    assert cue_texts("<x>a</x> <rt>b</rt> &lt; &nbsp;c") == (CueText("", ("a b &lt; \u00a0c",)),)
