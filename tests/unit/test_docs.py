"""What the documents say is so: key tables, links, commands; the two manuals are one in two languages."""

import re
import runpy
from pathlib import Path
from urllib.parse import unquote

import pytest

from replique.cli import COMMANDS
from replique.ui.actions.table import ACTIONS

ROOT = Path(__file__).resolve().parents[2]
WRITER = runpy.run_path(str(ROOT / "packaging" / "update_readme.py"))
PAGES = {str(page.path.relative_to(ROOT)): page for page in WRITER["PAGES"]}
MANUALS = {name: page for name, page in PAGES.items() if page.whole}
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
INDENTED = re.compile(r"^    .*$", re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


def prose(path: Path) -> str:
    """Return a document without its code."""
    text = path.read_text(encoding="utf-8")
    return CODE.sub("", INDENTED.sub("", FENCED.sub("", text)))


def anchors(path: Path) -> set[str]:
    """Return what a link can point at in a document, as GitHub names it."""
    headings = (match[2] for match in HEADING.finditer(FENCED.sub("", path.read_text(encoding="utf-8"))))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(path: Path) -> list[str]:
    broken = []
    for target in LINK.findall(prose(path)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        file = (path.parent / name).resolve() if name else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    return broken


@pytest.mark.parametrize("name", PAGES)
def test_the_key_table_is_as_the_actions_and_the_keymap_are(name):
    text = PAGES[name].path.read_text(encoding="utf-8")
    assert WRITER["updated"](text, PAGES[name]) == text, "make readme writes it anew"


@pytest.mark.parametrize("name", MANUALS)
def test_the_key_tables_of_the_manuals_hold_every_action(name):
    table = WRITER["table"](MANUALS[name].language, whole=True)
    rows = [row for group in table.values() for row in group]
    assert sorted(action_id for row in rows for action_id in row.ids) == sorted(spec.id for spec in ACTIONS)
    text = MANUALS[name].path.read_text(encoding="utf-8")
    for row in rows:
        assert f"| {row.keys} | {row.text} | {row.place} |" in text


def test_the_readme_holds_every_action_that_has_a_key():
    rows = [row for group in WRITER["table"]("en", whole=False).values() for row in group]
    assert {action_id for row in rows for action_id in row.ids} == WRITER["keymap"]().keys()


def test_french_tables_are_in_french():
    for spec in ACTIONS:
        assert WRITER["said"](spec.text, "fr")
        assert WRITER["said"](spec.text, "fr") != spec.text, spec.id


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path):
    assert broken_links(path) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_make_target_and_every_command_that_is_named_exists(path):
    text = path.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE)) <= targets
    assert set(re.findall(r"(?:^    |`)replique ([a-z]+)[ `]", text, re.MULTILINE)) <= COMMANDS.keys()


def test_the_readme_begins_with_the_two_commands():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split()[:2] for line in lines if line.startswith("    ")]
    assert commands[:2] == [["make", "demo"], ["make", "test"]]


def test_the_two_manuals_have_the_same_parts():
    english, french = (path.read_text(encoding="utf-8") for path in (page.path for page in MANUALS.values()))

    def parts(text: str) -> list[object]:
        return [
            [len(match[1]) for match in HEADING.finditer(text)],
            len(re.findall(r"^\|", text, re.MULTILINE)),
            len(re.findall(r"^- ", text, re.MULTILINE)),
        ]

    assert parts(english) == parts(french)


def test_french_typography_is_kept():
    path = next(page.path for page in MANUALS.values() if page.language == "fr")
    text = re.sub(r"<[^>]*>|\]\([^)]*\)", "", prose(path))
    assert re.findall(r".{9}(?: [;:!?»%]|« |').{9}", text) == []
    assert re.findall(r".{9}\w[;!?»].{9}", text) == []


def test_changes_are_told_for_the_version_that_stands_in_the_program():
    from replique import __version__

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
