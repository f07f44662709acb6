"""What is written is what other programs read back."""

import json
import re
import shutil
import subprocess

import pysrt
import pytest

from replique.core.cuetext import escape, plain
from replique.core.model import Cue, CueFile, CueText
from replique.core.timecode import format_fixed
from replique.formats import FORMATS, format_named

NASTY = [
    "Tu viens ?",
    "1 < 2 & 3 > 2",
    "une flèche --> ici",
    "<b>pas gras</b> ni <v Paul>",
    "&amp; déjà échappé &lt;",
    "« Guillemets » et 12\u00a0000",
    "fin\u0085de\u2028ligne",
    "\x00nul\x07 cloche \ud800",
    "{\\an8} en haut",
    "42",
    "NOTE rien",
    "😀 عربي",
]


def nasty_file():
    cues = [
        Cue(i * 2000 + 100, i * 2000 + 1600, (CueText("Zoé <b>&\nLéa", (escape(text), "deuxième ligne")),))
        for i, text in enumerate(NASTY)
    ]
    return CueFile(tuple(cues))


def written(name, file=None):
    return format_named(name).write(file or nasty_file())


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_the_file_is_as_it_was_agreed(name, golden):
    golden(f"formats/nasty.{name}", written(name))


def test_times_above_a_day_and_above_99_hours_are_right():
    file = CueFile((Cue(25 * 3_600_000, 100 * 3_600_000 + 1, (CueText("", ("Oui",)),)),))
    assert b"25:00:00.000 --> 100:00:00.001" in written("vtt", file)
    assert b"25:00:00,000 --> 100:00:00,001" in written("srt", file)


def test_webvtt_names_the_speaker_on_every_cue_and_nobody_where_nobody_speaks():
    text = written("vtt").decode()
    assert text.count("<v Zoé &lt;b&gt;&amp; Léa>") == len(NASTY)
    file = CueFile((Cue(0, 1000, (CueText("", ("Oui",)),)),))
    assert written("vtt", file) == b"WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nOui\n"


def test_two_speakers_in_one_cue_close_their_voices():
    file = CueFile((Cue(0, 1000, (CueText("Ana", ("Oui ?",)), CueText("Bo", ("Non.",)))),))
    assert b"<v Ana>Oui ?</v>\n<v Bo>Non.</v>" in written("vtt", file)


def test_no_blank_line_stands_inside_a_cue():
    file = CueFile((Cue(0, 1000, (CueText("", ("Oui", "", "  ", "non")),)),))
    assert b"Oui\nnon\n" in written("vtt", file)
    assert b"Oui\nnon\n" in written("srt", file)


def test_pysrt_reads_the_same_cues_back():
    items = pysrt.from_string(written("srt").decode())
    assert [(i.start.ordinal, i.end.ordinal) for i in items] == [(c.start_ms, c.end_ms) for c in nasty_file().cues]
    assert items[0].text == "Tu viens ?\ndeuxième ligne"
    assert items[1].text.startswith("1 < 2 & 3 > 2")


def test_a_file_without_cues_is_still_a_file():
    assert written("vtt", CueFile(())) == b"WEBVTT\n"
    assert written("srt", CueFile(())) == b""


def test_formats_are_found_by_name_and_by_suffix():
    assert [f.name for f in FORMATS] == ["srt", "vtt"]
    assert format_named(".SRT").name == "srt"
    assert format_named("docx") is None


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_reads_every_cue_with_its_times(name, tmp_path):
    ffmpeg = shutil.which("ffmpeg")
    if not ffmpeg:
        pytest.skip("ffmpeg is not installed")
    source = tmp_path / f"in.{name}"
    source.write_bytes(written(name))
    out = subprocess.run(
        [ffmpeg, "-v", "error", "-i", source, "-f", "webvtt", "-"], capture_output=True, check=True
    ).stdout.decode()
    times = re.findall(r"(\d+:)?(\d\d:\d\d\.\d{3}) --> (\d+:)?(\d\d:\d\d\.\d{3})", out)
    wanted = [(format_fixed(c.start_ms, ".")[3:], format_fixed(c.end_ms, ".")[3:]) for c in nasty_file().cues]
    assert [(start, end) for _, start, _, end in times] == wanted
    assert "Tu viens ?\ndeuxième ligne" in out


def test_a_browser_shows_every_cue_of_the_webvtt_file(tmp_path, read_in_browser):
    (tmp_path / "in.vtt").write_bytes(written("vtt"))
    cues = read_in_browser(tmp_path / "in.vtt")
    wanted = [(c.start_ms, c.end_ms, "\n".join(plain(line) for line in c.texts[0].lines)) for c in nasty_file().cues]
    assert cues == wanted
    assert json.dumps(cues)
