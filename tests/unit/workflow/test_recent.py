"""The projects opened last."""

import os
from pathlib import Path

import pytest

from replique.workflow.recent import KEPT, RecentProjects


@pytest.fixture
def list_path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "replique" / "recent.json"


def project_at(folder: Path, name: str) -> Path:
    (folder / name).touch()
    return folder / name


def test_the_newest_stands_first_and_each_once(tmp_path: Path, list_path: Path) -> None:
    first, second = project_at(tmp_path, "é.replique"), project_at(tmp_path, "b.replique")
    recent = RecentProjects(list_path)
    for path in (first, second, first):
        recent.add(path)
    assert recent.paths() == [first, second]
    assert RecentProjects(list_path).paths() == [first, second]


def test_the_list_does_not_grow_without_end(tmp_path: Path) -> None:
    recent = RecentProjects()
    for number in range(KEPT + 5):
        recent.add(project_at(tmp_path, f"{number}.replique"))
    assert len(recent.paths()) == KEPT


def test_projects_that_are_gone_are_not_shown_and_come_back_with_their_disk(tmp_path: Path, list_path: Path) -> None:
    path = project_at(tmp_path, "a.replique")
    recent = RecentProjects(list_path)
    recent.add(path)
    path.unlink()
    assert recent.paths() == []
    path.touch()
    assert RecentProjects(list_path).paths() == [path]


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff", b'{"a": 1}'])
def test_a_damaged_list_is_begun_anew(tmp_path: Path, list_path: Path, damage: bytes) -> None:
    list_path.parent.mkdir(parents=True)
    list_path.write_bytes(damage)
    recent = RecentProjects(list_path)
    recent.add(project_at(tmp_path, "a.replique"))
    assert len(RecentProjects(list_path).paths()) == 1


def test_a_list_that_cannot_be_kept_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    recent = RecentProjects(tmp_path / "file" / "recent.json")
    recent.add(project_at(tmp_path, "a.replique"))
    recent.add(Path(os.fsdecode(b"/nowhere/\xe9.replique")))
    assert recent.paths() == [tmp_path / "a.replique"]


def test_a_project_where_one_may_not_look_is_not_shown(tmp_path: Path) -> None:
    recent = RecentProjects(tmp_path / "recent.json")
    recent.add(tmp_path / ("a" * 5000) / "a.replique")
    assert recent.paths() == []
