"""Cases collected elsewhere: damaged SubRip, and WebVTT as browsers read it."""

import json

from replique.core.cuetext import plain
from replique.core.errors import InputError
from replique.formats import format_named
from replique.formats.files import parse_subtitles, read_subtitles
from replique.formats.webvtt_text import runs

ONE_LINE_FOR_TWO_VOICES = {"mozilla/cuetext/voice/with-closing-span.vtt", "wpt_cue/tags.vtt"}
"""What two speakers say on one line is shown on two."""


def normal(text):
    return "\n".join(line.strip(" \t") for line in text.strip().split("\n") if line.strip())


def read(file):
    return sorted(
        (cue.start_ms, cue.end_ms, normal("\n".join(plain(line) for said in cue.texts for line in said.lines)))
        for cue in file.cues
    )


def without_markup(text):
    cues = format_named("srt").read(f"00:00:01,000 --> 00:00:02,000\n{text}").file.cues
    return normal("\n".join(plain(line) for line in cues[0].texts[0].lines)) if cues else ""


def test_every_subrip_file_is_read_in_one_of_its_right_ways(shared_dir):
    folder = shared_dir / "conformance" / "srt"
    wrong = []
    for name, case in json.loads((folder / "expected.json").read_text("utf-8")).items():
        try:
            found = read(read_subtitles(folder / "inputs" / name).file)
        except InputError:
            found = []
        wanted = [
            sorted((start, end, without_markup(text)) for start, end, text in way) for way in case["alternatives"]
        ]
        if case["kind"] == "hard":
            found, wanted = [cue[:2] for cue in found], [[cue[:2] for cue in way] for way in wanted]
        if found not in wanted:
            wrong.append(name)
    assert wrong == []


def test_every_webvtt_file_is_read_as_in_a_browser(shared_dir):
    folder = shared_dir / "conformance" / "webvtt"
    wrong = set()
    for name, case in json.loads((folder / "expected.json").read_text("utf-8")).items():
        path = folder / name
        found = read(parse_subtitles(path.read_bytes(), path, format_named("vtt")).file)
        wanted = sorted((cue["start"], cue["end"], normal(cue["plain"])) for cue in case.get("cues", []))
        if found != wanted and (found or case["outcome"] == "cues"):
            wrong.add(name)
    assert wrong <= ONE_LINE_FOR_TWO_VOICES


def test_every_cue_text_says_what_it_says_in_a_browser(shared_dir):
    cases = json.loads((shared_dir / "conformance" / "webvtt" / "cuetext_expected.json").read_text("utf-8"))
    for case in cases:
        assert normal("".join(run.text for run in runs(case["raw"]))) == normal(case["plain"])
