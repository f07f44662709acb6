"""The description of the project file is true."""

import json
from pathlib import Path

import pytest

from replique.project import Project, load, save
from replique.project.schema import schema_text

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_schema_in_the_documentation_is_the_one_of_the_program() -> None:
    written = (DOCS / "schema" / "replique-1.json").read_text(encoding="utf-8")
    assert written == schema_text(), "run: python -m replique.project.schema > docs/schema/replique-1.json"


def test_the_example_in_the_documentation_can_be_opened(tmp_path: Path) -> None:
    page = (DOCS / "project-file.md").read_text(encoding="utf-8")
    path = tmp_path / "example.replique"
    path.write_text(page.split("```json\n")[1].split("```")[0], encoding="utf-8")
    example = load(path)
    assert [turn.text for turn in example.document.turns] == ["Bonjour à tous.", "(rires)", "Merci !"]
    save(example, path)
    assert load(path) == example


@pytest.mark.parametrize("member", ["format", "version", "document", "media", "view"])
def test_the_documentation_names_each_member(project: Project, member: str) -> None:
    page = (DOCS / "project-file.md").read_text(encoding="utf-8")
    assert f"| `{member}` |" in page
    assert member in json.loads(schema_text())["$defs"]["ProjectFile"]["properties"]
