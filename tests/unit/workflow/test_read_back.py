"""What other programs read in the exported files: ffmpeg, libVLC and a browser."""

import re

import pytest

from replique.core import edits
from replique.core.cuetext import plain
from replique.core.model import Document, Speaker, Turn, Word
from replique.core.timeline import Timeline
from replique.project import load
from replique.subtitling import Cutter, LabelPolicy
from replique.transcripts import read_transcript
from replique.workflow.demo import make_demo
from replique.workflow.exporting import export
from replique.workflow.samples import sample


@pytest.fixture(scope="module")
def timed(tmp_path_factory):
    """The sample with its true times, exported."""
    return make_demo(sample("fr"), tmp_path_factory.mktemp("timed"))


@pytest.fixture(scope="module")
def seed_timed(seed_path, tmp_path_factory):
    """A published interview, each turn given a time by its length: the document, and its exports by suffix."""
    document = read_transcript(seed_path).document
    spoken = [turn for turn in document.turns if turn.is_speech]
    start_ms = 400
    for turn in spoken:
        document = edits.set_start(document, turn.id, start_ms)
        start_ms += 300 + 62 * len(turn.text)
    document = edits.set_end(document, spoken[-1].id, start_ms)
    folder = tmp_path_factory.mktemp("seed")
    return document, {name: export(document, name, folder / f"seed.{name}").path for name in LABELS}


LABELS = {"srt": LabelPolicy.CHANGE, "vtt": LabelPolicy.NEVER}
"""Who is named in the text of a cue: WebVTT has a tag for that."""


def wanted(document, suffix):
    cues = Cutter(labels=LABELS[suffix]).cut(document, Timeline(document))
    return [
        (cue.start_ms, cue.end_ms, "\n".join(plain(line) for text in cue.texts for line in text.lines))
        for cue in cues
    ]


READERS = [("ffmpeg", "srt"), ("ffmpeg", "vtt"), ("vlc", "srt"), ("vlc", "vtt"), ("browser", "vtt")]


@pytest.mark.parametrize(("program", "suffix"), READERS)
class TestReadBack:
    """What ffmpeg, libVLC and a browser read is what was written: as many cues, their times, their text."""

    @pytest.fixture
    def read(self, program, request):
        return request.getfixturevalue(f"read_in_{program}")

    def test_of_the_sample(self, read, suffix, timed):
        cues = wanted(load(timed.project).document, suffix)
        assert len(cues) > 30
        assert read(timed.project.with_suffix(f".{suffix}")) == cues

    @pytest.mark.shared
    def test_of_a_published_interview(self, read, suffix, seed_timed):
        document, paths = seed_timed
        cues = wanted(document, suffix)
        assert document.confirmed_count() == 121
        assert len(cues) > 400
        assert read(paths[suffix]) == cues


@pytest.mark.parametrize("program", ["browser", "vlc"])
def test_signs_that_mean_something_and_times_above_a_day_are_read_back(program, request, tmp_path):
    text = "1\u00a0<\u00a02 --> <i>pas penché</i> &amp; <v Ana> ?"
    words = tuple(Word(part, " ") for part in text.split(" "))
    document = Document(speakers=(Speaker(1, "Zoé > <b>& Léa", 0),), turns=(Turn(1, words, 1), Turn(2, words, 1)))
    document = edits.set_end(edits.set_start(document, 1, 90_000_040), 1, 90_004_000)
    document = edits.set_end(edits.set_start(document, 2, 90_004_080), 2, 90_006_000)
    path = export(document, "vtt", tmp_path / "nasty.vtt").path
    cues = request.getfixturevalue(f"read_in_{program}")(path)
    assert cues == wanted(document, "vtt")
    assert cues[0][:2] == (90_000_040, 90_004_000)
    assert cues[0][2].replace("\n", " ") == text


def test_webvtt_names_the_speaker_of_every_cue(timed):
    text = timed.project.with_suffix(".vtt").read_text(encoding="utf-8")
    assert text.count("<v ") == len(re.findall("-->", text)) == len(wanted(load(timed.project).document, "vtt"))


def test_an_untimed_turn_is_left_out_and_told(timed, tmp_path):
    from replique.core import edits
    from replique.core.model import Edge

    document = load(timed.project).document
    last = [turn.id for turn in document.turns if turn.is_speech][-1]
    cleared = edits.clear_edge(edits.clear_edge(document, last, Edge.START), last, Edge.END)
    report = export(cleared, "srt", tmp_path / "out.srt")
    assert report.untimed == (last,)
    assert "Merci à vous" not in (tmp_path / "out.srt").read_text(encoding="utf-8")
