"""An interview with times, and the recording that belongs to it."""

from pathlib import Path

import pytest

from replique.core.model import CueShape, Document, Kind, Metadata, Speaker, Turn, Word
from replique.project import Project, View, media_at


@pytest.fixture
def document() -> Document:
    return Document(
        metadata=Metadata(title="Entretien", language="fr", source_text="ANNE\nBonjour\N{NO-BREAK SPACE}!\n"),
        speakers=(Speaker(1, "Anne", 0, ("ANNE",)), Speaker(2, "Léa Salamé", 1)),
        turns=(
            Turn(1, (Word("Bonjour\N{NO-BREAK SPACE}!", "", 1000, 1500, True), Word("Ça va ?")), 1),
            Turn(2, (Word("(rires)"),), None, Kind.NOTE),
            Turn(4, (Word('«"id":,{"id":»', "\n", 2000, None, False, False, 0.25),), 2, shapes=(CueShape(1),)),
        ),
    )


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "sons" / "entretien.mp3"
    path.parent.mkdir()
    path.write_bytes(b"sound" * 1000)
    return path


@pytest.fixture
def project(document: Document, recording: Path) -> Project:
    return Project(document, media_at(recording, 61_000), View(12_345, 4))
