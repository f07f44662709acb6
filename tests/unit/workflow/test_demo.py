"""The demonstration: the whole way on the sample."""

from pathlib import Path

import pytest

from replique.core.errors import InputError, OutputError
from replique.core.model import TimeState
from replique.project import find_media, load
from replique.workflow.demo import make_demo, true_tap_times
from replique.workflow.samples import Sample, sample


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_turn_is_confirmed_at_its_true_start(tmp_path: Path, language: str) -> None:
    demo = make_demo(sample(language), tmp_path / "demo-out")
    document = load(demo.project).document
    spoken = [turn for turn in document.turns if turn.is_speech]
    true_ms = true_tap_times(sample(language).times)
    assert [turn.start_ms for turn in spoken] == true_ms[:-1]
    assert spoken[-1].end_ms == true_ms[-1]
    assert all(turn.is_confirmed for turn in spoken)
    assert spoken[-1].end_state is TimeState.CONFIRMED
    assert (demo.turn_count, demo.tap_count) == (len(spoken), len(spoken) + 1)


def test_subtitles_project_and_recording_lie_together(tmp_path: Path) -> None:
    folder = tmp_path / "demo-out"
    demo = make_demo(sample("fr"), folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "interview.mp3",
        "interview.replique",
        "interview.srt",
        "interview.vtt",
    ]
    assert set(demo.files) == set(folder.iterdir())
    assert b'"media":{"path":"interview.mp3"' in demo.project.read_bytes()
    moved = folder.rename(tmp_path / "elsewhere")
    project = load(moved / "interview.replique")
    assert find_media(project, moved / "interview.replique").path == moved / "interview.mp3"


def test_a_second_demonstration_replaces_the_first(tmp_path: Path) -> None:
    first = make_demo(sample("fr"), tmp_path)
    before = {path.name: path.read_bytes() for path in first.files}
    second = make_demo(sample("fr"), tmp_path)
    assert {path.name: path.read_bytes() for path in second.files} == before


@pytest.mark.parametrize("name", ["interview.mp3", "interview.replique", "interview.srt"])
def test_an_interview_of_the_user_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"precious")
    with pytest.raises(OutputError, match=rf"{name}: There is a file of this name already"):
        make_demo(sample("fr"), tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"precious"]


def test_the_language_of_the_sample_is_the_nearest_there_is() -> None:
    assert sample("fr_CA").transcript == sample("fr").transcript
    assert sample("en-GB").transcript == sample("en").transcript
    assert sample("de").transcript == sample("fr").transcript


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="The folder can’t be made"):
        make_demo(sample("fr"), tmp_path / "file")


def test_a_sample_that_is_not_whole_is_said(tmp_path: Path) -> None:
    found = sample("fr")
    (tmp_path / "times.json").write_text('{"no": "list"}')
    with pytest.raises(InputError, match=r"true times of the sample can’t be read\. Install Réplique again"):
        make_demo(Sample(found.transcript, found.recording, tmp_path / "times.json"), tmp_path / "out")
    with pytest.raises(InputError, match=r"none\.mp3: It can’t be read"):
        make_demo(Sample(found.transcript, tmp_path / "none.mp3", found.times), tmp_path / "out")
