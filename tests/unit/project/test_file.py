"""Saving a project and opening it again."""

import json
import stat
from pathlib import Path, PureWindowsPath

import msgspec
import pytest

from replique.core.errors import InputError, ProjectError
from replique.core.messages import Message
from replique.core.model import Document, Metadata, Turn, Word
from replique.project import Media, Project, View, load, save
from replique.project.file import joined_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "entretien.replique"


def changed(path: Path, change: object) -> None:
    """Write the project at `path` with some of its members replaced."""
    data = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(change, dict)
    path.write_text(json.dumps(data | change), encoding="utf-8")


def test_what_is_saved_is_opened_again_to_the_last_detail(project: Project, path: Path) -> None:
    save(project, path)
    assert load(path) == project


def test_a_project_without_recording_is_saved_too(document: Document, path: Path) -> None:
    save(Project(document), path)
    assert load(path) == Project(document)


def test_the_file_says_what_it_is_and_has_a_line_for_each_turn(project: Project, path: Path) -> None:
    save(project, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith('{"format":"replique","version":1,')
    assert len(lines) == 1 + len(project.document.speakers) + len(project.document.turns)
    assert json.loads(lines[3].rstrip(","))["words"][0]["text"] == "Bonjour\N{NO-BREAK SPACE}!"


def test_the_recording_is_noted_by_its_way_from_the_project(project: Project, path: Path, tmp_path: Path) -> None:
    save(project, path)
    assert json.loads(path.read_text(encoding="utf-8"))["media"]["path"] == "sons/entretien.mp3"
    (tmp_path / "projets").mkdir()
    elsewhere = tmp_path / "projets" / "entretien.replique"
    save(project, elsewhere)
    assert json.loads(elsewhere.read_text(encoding="utf-8"))["media"]["path"] == "../sons/entretien.mp3"
    assert load(elsewhere) == project


@pytest.mark.parametrize(
    ("stored", "path"),
    [
        ("sons/a.mp3", "D:\\projets\\sons\\a.mp3"),
        ("C:/sons/a.mp3", "C:\\sons\\a.mp3"),
        ("//archive/sons/a.mp3", "\\\\archive\\sons\\a.mp3"),
    ],
)
def test_a_recording_on_another_drive_of_a_windows_machine_is_found(stored: str, path: str) -> None:
    assert joined_path(PureWindowsPath("D:/projets"), stored) == PureWindowsPath(path)


def test_project_and_recording_moved_together_stay_together(project: Project, path: Path, tmp_path: Path) -> None:
    save(project, path)
    moved = tmp_path / "archives"
    moved.mkdir()
    path.rename(moved / path.name)
    (tmp_path / "sons").rename(moved / "sons")
    media = load(moved / path.name).media
    assert media is not None
    assert media.path == moved / "sons" / "entretien.mp3"


def test_saving_again_keeps_permissions_and_links(project: Project, path: Path, tmp_path: Path) -> None:
    save(project, path)
    path.chmod(0o600)
    link = tmp_path / "lien.replique"
    link.symlink_to(path)
    save(project, link)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert link.is_symlink()
    assert load(link) == project


def test_a_newer_version_is_refused_in_a_clear_sentence(project: Project, path: Path) -> None:
    save(project, path)
    changed(path, {"version": 2, "document": {"something": "else"}})
    with pytest.raises(ProjectError, match=r"saved by a newer Réplique \(file version 2\)\. Install the newest"):
        load(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ANNE\nBonjour\n",
        b"{}",
        b"[1, 2]",
        b'"replique"',
        b'{"format": "other", "version": 1}',
        b'{"format": "replique"}',
        b'{"format": "replique", "version": "one"}',
        b"\x00\x01\x02",
        b"\xff\xfe{",
        b"[" * 100_000,
    ],
)
def test_what_is_no_project_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(ProjectError, match="This is not a Réplique project"):
        load(path)


def test_a_file_that_was_cut_off_is_said_to_be_damaged(project: Project, path: Path) -> None:
    save(project, path)
    data = path.read_bytes()
    for length in (40, len(data) // 2, len(data) - 2):
        path.write_bytes(data[:length])
        with pytest.raises(ProjectError, match=r"damaged: it was cut off and its end is missing\. Restore it"):
            load(path)


def test_the_line_of_the_damage_is_told(project: Project, path: Path) -> None:
    save(project, path)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[4] = b"!" + lines[4]
    path.write_bytes(b"".join(lines))
    with pytest.raises(ProjectError, match=r"entretien\.replique, line 5: The project file is damaged"):
        load(path)


def test_bytes_that_are_no_text_are_told(project: Project, path: Path) -> None:
    save(project, path)
    path.write_bytes(path.read_bytes().replace("Léa".encode(), b"L\xe9a"))
    with pytest.raises(ProjectError, match=r"damaged: some of its text is not UTF-8\. Restore"):
        load(path)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"document": {"turns": [{"id": "one", "words": []}]}}, r"\$\.document\.turns\[0\]\.id"),
        ({"document": 5}, r"\$\.document"),
        ({"media": {"path": "a.mp3"}}, r"\$\.media"),
        ({"media": {"path": "a.mp3", "size": -1, "fingerprint": ""}}, r"\$\.media\.size"),
        ({"view": {"position_ms": 1.5}}, r"\$\.view\.position_ms"),
    ],
)
def test_the_place_of_a_wrong_value_is_told(project: Project, path: Path, change: object, place: str) -> None:
    save(project, path)
    changed(path, change)
    with pytest.raises(ProjectError, match=rf"damaged: .*{place}"):
        load(path)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'"words"', b'"word"', r"“words” is missing at $.document.turns[0]"),
        (b'"id":1,', b'"id":"1",', r"a text stands instead of a whole number at $.document.speakers[0].id"),
        (b'"id":1,', b'"id":1;', r"a character is missing there, or one too many"),
        (b'"size":', b'"size":-', r"the value at $.media.size is too small or too large"),
        (b'"document":{', b'"document":[],"x":{', r"a list stands instead of a group of values at $.document"),
    ],
)
def test_the_frequent_kinds_of_damage_are_said_in_our_own_words(
    project: Project, path: Path, old: bytes, new: bytes, reason: str
) -> None:
    save(project, path)
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    with pytest.raises(ProjectError) as told:
        load(path)
    detail = told.value.reason.values["detail"]
    assert isinstance(detail, Message)
    assert str(detail) == reason


@pytest.mark.parametrize(
    ("turns", "reason"),
    [
        ([{"id": 1, "words": [{"text": "a", "start_ms": 9, "end_ms": 3}]}], "turn 1 are not in time order"),
        ([{"id": 1, "words": [{"text": "a"}]}] * 2, "two turns have one id"),
        ([{"id": 1, "words": []}], "turn 1 has no words"),
        ([{"id": 1, "words": [{"text": "a", "start_ms": 10**25}]}], "turn 1 has a time that no recording reaches"),
        (
            [{"id": 1, "words": [{"text": "a"}], "shapes": [{"word_count": 1, "end_ms": 10**25}]}],
            "turn 1 has a time that no recording reaches",
        ),
        ([{"id": 1, "speaker_id": 7, "words": [{"text": "a"}]}], "spoken by nobody known"),
    ],
)
def test_a_document_that_cannot_be_is_refused(project: Project, path: Path, turns: object, reason: str) -> None:
    save(project, path)
    changed(path, {"document": {"turns": turns}})
    with pytest.raises(ProjectError, match=reason):
        load(path)


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n \n"])
def test_what_an_editor_puts_before_the_text_does_no_harm(project: Project, path: Path, before: bytes) -> None:
    save(project, path)
    path.write_bytes(before + path.read_bytes())
    assert load(path) == project


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.replique: There is no such file\. Choose another file"):
        load(tmp_path / "none.replique")
    with pytest.raises(InputError, match="This is a folder"):
        load(tmp_path)


def test_a_current_turn_that_is_gone_is_nobody(project: Project, path: Path) -> None:
    save(msgspec.structs.replace(project, view=View(-5, 99)), path)
    assert load(path).view == View(0, None)


def test_half_characters_never_keep_a_project_from_being_saved(path: Path, tmp_path: Path) -> None:
    """File names that are no UTF-8, or half a character that was pasted."""
    document = Document(Metadata(media="caf\udce9.mp3"), turns=(Turn(1, (Word("a\ud83db"),)),))
    save(Project(document, Media(tmp_path / "caf\udce9.mp3", 1, "00")), path)
    opened = load(path)
    assert opened.document.turns[0].text == "a\N{REPLACEMENT CHARACTER}b"
    assert opened.document.metadata.media == "caf\N{REPLACEMENT CHARACTER}.mp3"
