"""Projects: whatever is saved is opened again to the last detail."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from replique.core.model import Document, Metadata, Turn, Word
from replique.project import Media, Project, View
from replique.project.file import decode, encode

quick = settings(derandomize=True, deadline=None, max_examples=200)
AT = Path("/somewhere/entretien.replique")
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\\\0"), min_size=1, max_size=12).filter(
    lambda name: name.strip(".") != ""
)


@quick
@given(st.integers(0, 2**32), st.integers(0, 10**9))
def test_documents_come_back(document_from: Callable[[int], Document], seed: int, position_ms: int) -> None:
    document = document_from(seed)
    project = Project(document, None, View(position_ms, document.turns[0].id))
    assert decode(encode(project, AT), AT) == project


@quick
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(st.characters(exclude_categories=["Cs"]))
)
def test_every_character_comes_back(text: str, blank: str) -> None:
    project = Project(Document(Metadata(source_text=text + blank), turns=(Turn(1, (Word(text, blank),)),)))
    data = encode(project, AT)
    assert decode(data, AT) == project
    assert data.count(b"\n") == 2


@quick
@given(st.lists(names, min_size=1, max_size=4), st.lists(names, max_size=3))
def test_recordings_are_found_wherever_they_lie(way: list[str], project_way: list[str]) -> None:
    project_path = Path("/", *project_way, "entretien.replique")
    media = Media(Path("/", *way), 10, "00", None)
    data = encode(Project(Document(), media), project_path)
    assert decode(data, project_path).media == media
