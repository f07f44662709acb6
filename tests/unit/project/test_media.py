"""Finding the recording of a project again."""

from pathlib import Path

import pytest

from replique.core.errors import InputError
from replique.project import Media, Project, find_media, load, media_at, save


@pytest.fixture
def path(project: Project, tmp_path: Path) -> Path:
    (tmp_path / "projets").mkdir()
    saved = tmp_path / "projets" / "entretien.replique"
    save(project, saved)
    return saved


def test_a_recording_that_did_not_move_is_found(project: Project, path: Path, recording: Path) -> None:
    assert find_media(load(path), path) == (recording, ())


def test_a_recording_that_lies_beside_the_project_now_is_found(path: Path, recording: Path) -> None:
    beside = recording.rename(path.parent / recording.name)
    assert find_media(load(path), path) == (beside, ())


def test_a_recording_that_was_renamed_beside_the_project_is_found(path: Path, recording: Path) -> None:
    beside = recording.rename(path.parent / "autre nom.mp3")
    (path.parent / "bruit.mp3").write_bytes(b"noise" * 1000)
    assert find_media(load(path), path) == (beside, ())


def test_a_recording_that_is_gone_is_not_found(path: Path, recording: Path) -> None:
    recording.unlink()
    assert find_media(load(path), path) == (None, ())


def test_another_recording_of_the_same_name_is_told_and_not_taken(path: Path, recording: Path) -> None:
    recording.write_bytes(b"noise" * 1000)
    (path.parent / recording.name).write_bytes(b"shorter")
    assert find_media(load(path), path) == (None, (recording, path.parent / recording.name))


def test_the_right_recording_is_found_in_spite_of_another_of_its_name(path: Path, recording: Path) -> None:
    beside = path.parent / recording.name
    beside.write_bytes(recording.read_bytes())
    recording.write_bytes(b"noise" * 1000)
    assert find_media(load(path), path) == (beside, (recording,))


def test_a_project_without_recording_looks_for_none(project: Project, path: Path) -> None:
    assert find_media(Project(project.document), path) == (None, ())


def test_a_recording_where_one_may_not_look_is_not_found(project: Project, path: Path) -> None:
    unseen = path.parent / ("a" * 5000) / "entretien.mp3"
    lost = Project(project.document, Media(unseen, 1, "00"))
    assert find_media(lost, path) == (None, ())


def test_a_recording_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.mp3: There is no such file\. Choose another"):
        media_at(tmp_path / "none.mp3")
