"""Transcripts collected elsewhere give the turns that are known."""

import json

import pytest

from replique.transcripts import read_transcript


@pytest.mark.parametrize(
    "name", ["01-viepublique.txt", "02-name-colon.txt", "36-colon-in-title.txt", "21-inaudible.txt"]
)
def test_transcripts_of_known_layouts_give_their_turns(shared_dir, name):
    folder = shared_dir / "conformance" / "transcripts"
    case = json.loads((folder / "expected.json").read_text("utf-8"))[name]
    document = read_transcript(folder / name).document
    printed = {speaker.id: speaker.printed[0] for speaker in document.speakers}
    found = [[printed.get(turn.speaker_id), " ".join(turn.text.split())] for turn in document.turns if turn.is_speech]
    assert found in [case["turns"], *case.get("alternatives", [])]
