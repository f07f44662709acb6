"""What is written can be read back: every cue, its times, its words, its speaker."""

from hypothesis import given
from hypothesis import strategies as st

from replique.core.cuetext import clean, escape, plain
from replique.core.model import Cue, CueFile, CueText
from replique.formats import FORMATS, format_named, format_of

TIMES = st.integers(0, 400 * 3_600_000)
ODD = st.sampled_from([
    "42", "<b>", "</i>", "<v Ana>", "&lt;", "&amp", "-->", "WEBVTT", "NOTE x", "STYLE", "{\\an8}", "{Y:i}", "<3",
    "a < b", "00:00:01.000 --> 00:00:02.000", "1:20 -> 1:30", "«\u00a0oui\u202f?\u00a0»", "\u2028", "\x85", "<", ">",
    "&", "\\N",
])  # fmt: skip
LINES = st.lists(st.one_of(st.text(max_size=25), ODD), min_size=1, max_size=3)
SPEAKERS = st.one_of(
    st.sampled_from(["", "Ana", "Léa <x>", "A&B", "J.-P. --> Roux", "Ana\u00a0Ruiz"]), st.text(max_size=12)
)


@st.composite
def files(draw):
    cues = []
    for _ in range(draw(st.integers(0, 5))):
        start_ms, length_ms = draw(TIMES), draw(st.integers(1, 20_000))
        lines = tuple(escape(line.replace("\r", " ").replace("\n", " ")) for line in draw(LINES))
        cues.append(Cue(start_ms, start_ms + length_ms, (CueText(draw(SPEAKERS), lines),)))
    return CueFile(tuple(cues))


def times(file):
    return [(cue.start_ms, cue.end_ms) for cue in file.cues]


def shown(file):
    """What a viewer reads of each cue, without blank lines and the blanks that end a line."""
    return [
        [line.rstrip(" \t") for text in cue.texts for line in map(plain, text.lines) if line.strip(" \t")]
        for cue in file.cues
    ]


@given(files())
def test_webvtt_gives_back_times_words_and_speakers(file):
    webvtt = format_named("vtt")
    reading = webvtt.read(webvtt.write(file).decode())
    assert reading.diagnostics == ()
    assert times(reading.file) == times(file)
    assert shown(reading.file) == shown(file)
    for written, read in zip(file.cues, reading.file.cues, strict=True):
        name = " ".join(clean(written.texts[0].speaker).replace("\r", " ").replace("\n", " ").split(" ")).strip()
        assert not read.texts or " ".join(read.texts[0].speaker.split()) == " ".join(name.split())


@given(files())
def test_subrip_gives_back_times_and_words_but_for_look_alikes(file):
    subrip = format_named("srt")
    reading = subrip.read(subrip.write(file).decode())
    assert times(reading.file) == times(file)
    for written, read in zip(shown(file), shown(reading.file), strict=True):
        assert "".join(map(alike, read)) == "".join(map(alike, written))


def alike(line):
    for sign, look in (("-->", "→"), ("<", "‹"), ("\\", "⧵"), ("\u2060", ""), ("\ufeff", "")):
        line = line.replace(sign, look)
    return line.strip(" \t")


@given(files())
def test_a_written_file_is_recognised_by_its_content(file):
    for written_as in FORMATS:
        text = written_as.write(file).decode()
        if file.cues:
            assert format_of(text) is written_as


@given(st.text())
def test_any_text_is_read_without_an_exception_and_never_twice_differently(text):
    for each in FORMATS:
        first = each.read(text)
        again = each.read(each.write(first.file).decode())
        assert times(again.file) == times(first.file)


@given(
    st.lists(st.one_of(ODD, st.sampled_from(["<i>", "</v>", "<c.red>", "<ruby>", "<rt>", "<lang fr>", "\n", "x"])))
)
def test_markup_of_webvtt_that_was_put_in_order_stays_as_it_is(parts):
    raw = "".join(part for part in parts if part != "-->").replace("-->", "")
    webvtt = format_named("vtt")
    first = webvtt.read(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{raw}\n").file
    assert webvtt.read(webvtt.write(first).decode()).file.cues == first.cues
