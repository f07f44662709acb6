"""A project from its beginning to its export."""

from pathlib import Path

import msgspec
import pytest

from replique.core.errors import InputError
from replique.project import MediaLookup, save
from replique.workflow.projects import new_project, open_project
from replique.workflow.samples import sample


def test_a_project_begins_with_a_transcript_and_its_recording() -> None:
    project = new_project(*sample("fr")[:2])
    assert project.document.metadata.language == "fr"
    assert project.media is not None
    assert project.media.duration_ms is not None
    assert 110_000 < project.media.duration_ms < 130_000


def test_a_project_is_opened_as_it_was_saved_and_knows_its_recording(tmp_path: Path) -> None:
    found = sample("en")
    project = new_project(found.transcript, found.recording)
    save(project, tmp_path / "a.replique")
    opened, lookup = open_project(tmp_path / "a.replique")
    assert opened.document == project.document
    assert lookup == MediaLookup(found.recording)


def test_the_transcript_as_it_was_imported_is_kept_inside(tmp_path: Path) -> None:
    transcript = tmp_path / "a.txt"
    transcript.write_text("ANNE : Bonjour\nBAO : Salut\n", encoding="utf-8")
    project = new_project(transcript)
    save(project, tmp_path / "a.replique")
    transcript.unlink()
    metadata = open_project(tmp_path / "a.replique")[0].document.metadata
    assert metadata.source_text == "ANNE : Bonjour\nBAO : Salut\n"
    assert metadata.source_name == "a.txt"


def test_layout_and_language_can_be_said(tmp_path: Path) -> None:
    transcript = tmp_path / "a.txt"
    transcript.write_text("Hello there.\nGood morning.\n", encoding="utf-8")
    document = new_project(transcript, layout="lines", language="cy").document
    assert document.metadata.source_layout == "lines"
    assert document.metadata.language == "cy"
    assert document.speech_count() == 2


def test_a_recording_without_sound_is_refused_before_anything_is_begun(tmp_path: Path) -> None:
    silent = tmp_path / "a.mp3"
    silent.touch()
    with pytest.raises(InputError, match=r"a\.mp3: "):
        new_project(sample("fr").transcript, silent)


def test_a_project_without_recording_has_none_to_look_for(tmp_path: Path) -> None:
    project = msgspec.structs.replace(new_project(sample("fr").transcript), media=None)
    save(project, tmp_path / "a.replique")
    assert open_project(tmp_path / "a.replique")[1].path is None
