"""SubRip files are read as they are found: damage costs no cue and no text, and is told."""

import pytest

from replique.core.cuetext import plain
from replique.formats import format_named


def read(text):
    reading = format_named("srt").read(text)
    cues = [
        (cue.start_ms, cue.end_ms, "\n".join(plain(line) for said in cue.texts for line in said.lines))
        for cue in reading.file.cues
    ]
    return cues, [(remark.line, remark.code) for remark in reading.diagnostics]


SOUND = "1\n00:00:01,000 --> 00:00:02,000\nun\n\n2\n00:00:03,000 --> 00:00:04,000\ndeux\n"
CUES = [(1000, 2000, "un"), (3000, 4000, "deux")]


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SOUND.replace("\n", "\r\n"),
        SOUND.replace("\n", "\r"),
        SOUND.replace("\n", "\n\n"),
        SOUND.replace("1\n00", "00").replace("2\n00", "00"),
        SOUND.replace("\n\n2", "\n2"),
        SOUND.replace("2\n00", "2\n2\n00"),
        SOUND.replace("-->", "->"),
        SOUND.replace("-->", "-- >"),
        SOUND.replace(",000", ""),
        SOUND.replace(",000", ".000"),
        SOUND.replace("00:00:0", "00:0"),
        SOUND.replace("000\n", "000 X1:0 X2:700 Y1:20 Y2:90\n"),
        "\ufeff" + SOUND.replace("2\n00", "\ufeff2\n00"),
        SOUND.rstrip("\n"),
    ],
)
def test_two_cues_are_two_cues_however_they_are_damaged(text):
    assert read(text) == (CUES, [])


def test_hours_above_99_and_short_fractions_are_read():
    assert read("1\n100:00:01,46 --> 100:00:02,5\nun\n") == (
        [(360_001_460, 360_002_500, "un")],
        [(2, "short-fraction"), (2, "short-fraction")],
    )


def test_a_blank_line_inside_a_cue_parts_no_text_from_it():
    cues, _ = read(SOUND.replace("un\n", "un\n\nla suite\n"))
    assert cues == [(1000, 2000, "un\nla suite"), (3000, 4000, "deux")]


def test_numbers_may_be_what_is_said():
    assert read("1\n00:01 --> 00:02\n1984\n\n2\n00:03 --> 00:04\n2\n\n3\n00:05 --> 00:06\n4\n5\n")[0] == [
        (1000, 2000, "1984"),
        (3000, 4000, "2"),
        (5000, 6000, "4\n5"),
    ]
    assert read("00:01 --> 00:02\n1984\n\n00:03 --> 00:04\ndeux\n")[0][0] == (1000, 2000, "1984")


def test_text_on_the_line_of_the_times_is_kept():
    assert read("1\n00:00:01,000 --> 00:00:02,000 Bonjour\nAna\n")[0] == [(1000, 2000, "Bonjour\nAna")]


def test_markup_that_all_formats_know_stays_and_the_rest_is_told():
    reading = format_named("srt").read("1\n00:01 --> 00:02\n{\\an8}<I>un</I> <font color=red>& 3 < 4</font>\n")
    assert reading.file.cues[0].texts[0].lines == ("<i>un</i> &amp; 3 &lt; 4",)
    assert [(d.line, d.code) for d in reading.diagnostics] == [(2, "style-left-out")] * 3


def test_webvtt_settings_behind_the_times_are_kept():
    cue = format_named("srt").read("1\n00:01 --> 00:02 align:start line:0\nun\n").file.cues[0]
    assert cue.settings == "align:start line:0"


def test_a_time_in_what_is_said_begins_no_cue():
    assert read("1\n00:00:01,000 --> 00:00:02,000\nde 1:20 -> 1:30\n")[0] == [(1000, 2000, "de 1:20 -> 1:30")]
    assert read("1\n00:00:01,000 --> 00:00:02,000\n1:20 -> 1:30\n")[0] == [(1000, 2000, "1:20 -> 1:30")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1\n00:00:02,000 --> 00:00:01,000\nun\n", "ends-before-start"),
        ("1\n-00:00:02,000 --> 00:00:01,000\nun\n", "negative-time"),
        ("Mes sous-titres\n\n1\n00:00:01,000 --> 00:00:02,000\nun\n", "text-before-first-cue"),
        ("1\n00:00:01,000 --> 00:00:02,000\nun\n\n00:00:0\n", None),
        ("1\n00:00:01,000 --> 00:00:02,000\nun\n\n2\n00:00:03,0", "cut-off"),
        ("1\n00:00:01,000 --> 00:00:02,000\nun\n\n00:00:03,000 --> \ndeux\n", "bad-times"),
    ],
)
def test_what_is_odd_is_told(text, code):
    cues, remarks = read(text)
    assert len(cues) == 1
    assert code is None or code in [found for _, found in remarks]


def test_a_text_without_times_has_no_cues():
    assert read("Bonjour,\nceci n'est rien.\n")[0] == []


@pytest.mark.parametrize(
    "line", [" " * 300_000 + "x", "1" * 300_000, "{\\" * 100_000, "<b" * 100_000, "1:" * 100_000]
)
def test_endless_lines_take_no_endless_time(line):
    cues, _ = read(f"1\n00:00:01,000 --> 00:00:02,000\n{line}\n")
    assert len(cues) == 1
