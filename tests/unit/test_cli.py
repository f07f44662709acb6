"""The command line."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest

from replique.cli import COMMANDS, main, run_demo
from replique.core import edits
from replique.core.model import Document
from replique.project import Project, save
from replique.workflow.projects import new_project
from replique.workflow.samples import sample

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "entretien.txt"
    path.write_text(
        "Anne : Bonjour Léa\N{NO-BREAK SPACE}!\n(rires)\nLéa : Merci.\nAnne : Oui.\nLéa : Non.\n", encoding="utf-8"
    )
    return path


@pytest.fixture
def project(transcript: Path) -> Path:
    """The first turn from 1 to 3 s, the three others without a time."""
    document = new_project(transcript).document
    first = document.turns[0].id
    path = transcript.with_suffix(".replique")
    save(Project(edits.set_end(edits.set_start(document, first, 1000), first, 3000)), path)
    return path


def line_of(capsys: Capture) -> str:
    """Return the one line on standard error; standard output is empty."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err


def test_help_names_every_command_and_no_other(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert set(listed) == set(COMMANDS) == {"align", "demo", "export", "formats", "info", "layouts"}


def test_the_version_is_told(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("Réplique 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["align", "a.txt", "a.mp3"],
        ["export"],
        ["export", "a.replique"],
        ["info"],
        ["formats", "more"],
        ["info", "--fast"],
    ],
)
def test_wrong_use_is_status_2(arguments: list[str], capsys: Capture) -> None:
    assert main(arguments) == 2
    assert "usage: replique" in capsys.readouterr().err


def test_subtitles_are_written_beside_the_project(project: Path, capsys: Capture) -> None:
    assert main(["export", str(project), "--format", "srt"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{project.with_suffix('.srt')}: 1 subtitle; 3 turns without time left out\n"
    assert err == ""
    assert "ANNE: Bonjour Léa\N{NO-BREAK SPACE}!" in project.with_suffix(".srt").read_text(encoding="utf-8")


def test_subtitles_are_written_where_they_are_wanted_and_as_they_are_wanted(project: Path, tmp_path: Path) -> None:
    wanted = tmp_path / "sous-titres.txt"
    assert main(["export", str(project), "--format", "srt", "-o", str(wanted), "--labels", "never"]) == 0
    assert "ANNE" not in wanted.read_text(encoding="utf-8")
    assert not project.with_suffix(".srt").exists()


def test_a_place_where_nothing_can_be_written_is_said(project: Path, tmp_path: Path, capsys: Capture) -> None:
    for output, words in (
        (tmp_path / "none" / "a.srt", "Its folder doesn’t exist. Save it under another name or in another folder."),
        (tmp_path / ("a" * 300), "The file name is too long. Save it under another name or in another folder."),
        (tmp_path, "A folder of this name stands in the way. Save it under another name or in another folder."),
    ):
        assert main(["export", str(project), "--format", "srt", "-o", str(output)]) == 3
        assert line_of(capsys) == f"replique: {output}: {words}\n"


def test_an_existing_file_is_replaced_by_force_alone(project: Path, capsys: Capture) -> None:
    existing = project.with_suffix(".vtt")
    existing.write_text("mine")
    assert main(["export", str(project), "--format", "vtt"]) == 3
    assert "There is a file of this name already. Choose another name, or replace it with --force." in line_of(capsys)
    assert existing.read_text() == "mine"
    assert main(["export", str(project), "--format", "vtt", "--force"]) == 0
    assert existing.read_text(encoding="utf-8").startswith("WEBVTT")


def test_not_even_force_replaces_the_recording_by_subtitles(tmp_path: Path, capsys: Capture) -> None:
    assert main(["demo", "--no-window", "-o", str(tmp_path)]) == 0
    recording = tmp_path / "interview.mp3"
    before = recording.read_bytes()
    arguments = ["export", str(tmp_path / "interview.replique"), "--format", "srt", "-o", str(recording), "--force"]
    assert main(arguments) == 3
    assert recording.read_bytes() == before


def test_not_even_force_replaces_the_project_by_its_subtitles(project: Path, capsys: Capture) -> None:
    before = project.read_bytes()
    assert main(["export", str(project), "--format", "srt", "-o", str(project), "--force"]) == 3
    assert "The project is made of this file" in line_of(capsys)
    assert project.read_bytes() == before


def test_an_unknown_format_or_layout_is_wrong_use(project: Path, transcript: Path, capsys: Capture) -> None:
    assert main(["export", str(project), "--format", "doc"]) == 2
    assert line_of(capsys) == "replique: there is no format named doc; choose one of: srt, vtt\n"
    assert main(["info", str(transcript), "--layout", "poem"]) == 2
    assert "there is no layout named poem; choose one of: auto, " in line_of(capsys)


def test_an_input_that_cannot_be_used_is_status_3_and_one_line(tmp_path: Path, capsys: Capture) -> None:
    damaged = tmp_path / "a.replique"
    damaged.write_bytes(b'{"format":"replique","version":1,"docu')
    assert main(["export", str(damaged), "--format", "srt"]) == 3
    assert line_of(capsys).startswith(f"replique: {damaged}: The project file is damaged")
    assert main(["export", str(tmp_path / "none.replique"), "--format", "srt"]) == 3
    assert "There is no such file. Choose another file." in line_of(capsys)
    assert main(["info", str(tmp_path)]) == 3
    assert "This is a folder" in line_of(capsys)


def test_where_nothing_is_timed_nothing_is_exported(transcript: Path, capsys: Capture) -> None:
    untimed = transcript.with_name("untimed.replique")
    save(new_project(transcript), untimed)
    assert main(["export", str(untimed), "--format", "srt"]) == 3
    assert "No turn has a time yet" in line_of(capsys)
    assert not untimed.with_suffix(".srt").exists()


def test_info_tells_scripts_what_is_in_a_transcript(transcript: Path, capsys: Capture) -> None:
    assert main(["info", "--json", str(transcript)]) == 0
    found = json.loads(capsys.readouterr().out)
    keys = ["file", "kind", "format", "encoding", "metadata", "turns", "cues", "diagnostics", "speakers", "notes"]
    assert list(found) == keys
    assert (found["file"], found["kind"], found["format"]) == (str(transcript), "transcript", "name-colon")
    assert (found["encoding"], found["cues"], found["diagnostics"]) == ("utf-8", [], [])
    assert found["turns"] == [
        {"speaker": "Anne", "text": "Bonjour Léa\N{NO-BREAK SPACE}!", "start_ms": None, "end_ms": None},
        {"speaker": "Léa", "text": "Merci.", "start_ms": None, "end_ms": None},
        {"speaker": "Anne", "text": "Oui.", "start_ms": None, "end_ms": None},
        {"speaker": "Léa", "text": "Non.", "start_ms": None, "end_ms": None},
    ]
    assert found["notes"] == [{"after_turns": 1, "text": "(rires)"}]
    assert [(speaker["name"], speaker["turns"]) for speaker in found["speakers"]] == [("Anne", 2), ("Léa", 2)]
    assert list(found["metadata"]) == ["title", "media", "date", "language", "source", "header"]


def test_info_tells_scripts_what_is_in_a_project(project: Path, capsys: Capture) -> None:
    assert main(["info", "--json", str(project)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["format"]) == ("project", "replique")
    assert (found["turns"][0]["start_ms"], found["turns"][0]["end_ms"]) == (1000, 3000)
    text = "Bonjour Léa\N{NO-BREAK SPACE}!"
    assert found["cues"] == [{"start_ms": 1000, "end_ms": 3000, "text": text, "plain": text, "speaker": "Anne"}]


def test_info_tells_scripts_what_is_in_a_subtitle_file(tmp_path: Path, capsys: Capture) -> None:
    vtt, srt = tmp_path / "a.vtt", tmp_path / "b.srt"
    vtt.write_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Salut <b>toi</b> &amp; moi\n")
    srt.write_bytes("1\n00:00:01,000 --> 00:00:02,5\n<i>L’été</i>\n& après\n".encode("cp1252"))
    assert main(["info", "--json", str(vtt), str(srt)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["kind"], first["format"], first["encoding"], first["turns"]) == ("subtitles", "vtt", "utf-8", [])
    assert first["cues"] == [
        {
            "start_ms": 1000,
            "end_ms": 2000,
            "text": "<v Ana>Salut <b>toi</b> &amp; moi",
            "plain": "Salut toi & moi",
            "speaker": "Ana",
        }
    ]
    assert (second["format"], second["encoding"]) == ("srt", "cp1252")
    assert second["cues"] == [
        {
            "start_ms": 1000,
            "end_ms": 2500,
            "text": "<i>L’été</i>\n& après",
            "plain": "L’été\n& après",
            "speaker": None,
        }
    ]
    assert [(d["line"], d["code"]) for d in second["diagnostics"]] == [(2, "short-fraction")]
    assert main(["info", str(vtt)]) == 0
    assert capsys.readouterr().out == f"{vtt}: subtitles, vtt, utf-8\n  1 subtitle\n"


def test_info_tells_of_a_recording_what_is_odd_about_it(
    make_sound: Callable[..., Any], tmp_path: Path, capsys: Capture
) -> None:
    recording = tmp_path / "cut.mp3"
    data = make_sound(".mp3", 12.0, (3.0, 9.0)).path.read_bytes()
    recording.write_bytes(data[: len(data) // 2])
    assert main(["info", str(recording)]) == 0
    first, track, remark = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{recording}: recording, mp3, 0:")
    assert track == "  track 1: 1 channel"
    assert remark.startswith("  The file was cut off: its sound ends at 0:")
    assert main(["info", "--json", str(recording)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["file", "kind", "format", "duration_ms", "tracks", "diagnostics"]
    assert (found["kind"], found["format"]) == ("recording", "mp3")
    assert found["tracks"] == [{"language": "", "title": "", "channels": 1}]
    assert found["diagnostics"][0]["code"] == "cut-off"
    assert found["diagnostics"][0]["start_ms"] == found["duration_ms"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_info_reads_from_a_pipe(tmp_path: Path, capsys: Capture) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=("Anne : Oui.\nBao : Non.\n",))
    writer.start()
    assert main(["info", "--json", str(pipe)]) == 0
    writer.join()
    assert len(json.loads(capsys.readouterr().out)["turns"]) == 2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.mp3", b"ID3\x04\0", "This is no recording that can be read. Choose a sound or video file"),
        ("a.m4a", b"\0\0\0\x18ftypM4A \0\0\0\0", "its index, which stands at its end, is missing. Copy it again"),
        ("a.bin", bytes(200), "This is no text. Choose a text file"),
        ("a.txt", b" \n", "There is no text in this file. Choose another file."),
        ("a.ass", b"[Script Info]\nTitle: a\n", "Choose a file in one of these: SubRip (SRT), WebVTT."),
        ("a.json", b'{"a": 1}', "This is a data file (XML or JSON). Save it as plain text"),
        ("a.replique", b'{"format":"replique","version":9}', "(file version 9). Install the newest version"),
        ("a" * 300, None, "It can’t be read (File name too long). Choose another file."),
        ("none.txt", None, "There is no such file. Choose another file."),
        (".", None, "This is a folder, not a file. Choose another file."),
    ],
)
def test_info_says_of_a_bad_file_its_name_the_reason_and_what_to_do(
    tmp_path: Path, capsys: Capture, name: str, data: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main(["info", "--json", str(path)]) == 3
    said = line_of(capsys)
    assert said.startswith(f"replique: {path}: ")
    assert words in said


def test_info_tells_people_too(transcript: Path, capsys: Capture) -> None:
    assert main(["info", str(transcript)]) == 0
    assert capsys.readouterr().out == (
        f"{transcript}: transcript, name-colon, utf-8\n"
        "  4 turns, 1 note; 0 with a time\n"
        "  Anne: 2 turns\n"
        "  Léa: 2 turns\n"
    )


def test_info_goes_on_after_a_file_that_cannot_be_used(transcript: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["info", "--json", str(tmp_path / "none.txt"), str(transcript)]) == 3
    out, err = capsys.readouterr()
    assert json.loads(out)["file"] == str(transcript)
    assert err.count("\n") == 1


def test_the_layout_of_a_transcript_can_be_said(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Anne : un\nBao : deux\n", encoding="utf-8")
    assert main(["info", "--json", "--layout", "lines", str(path)]) == 0
    assert [turn["text"] for turn in json.loads(capsys.readouterr().out)["turns"]] == ["Anne : un", "Bao : deux"]


def test_formats_and_layouts_are_listed(capsys: Capture) -> None:
    assert main(["formats"]) == 0
    assert capsys.readouterr().out.splitlines() == ["srt  SubRip (SRT)", "vtt  WebVTT"]
    assert main(["formats", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["name"], row["suffix"]) for row in rows] == [("srt", ".srt"), ("vtt", ".vtt")]
    assert main(["layouts", "--json"]) == 0
    names = [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()]
    assert {"vie-publique", "name-colon", "lines"} <= set(names)
    assert main(["layouts"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(names)


def test_the_demonstration_says_what_it_did_and_hands_its_project_to_the_window(
    tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "demo-out"
    status, project = run_demo(["-o", str(folder)])
    assert (status, project) == (0, folder / "interview.replique")
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("The starts of 20 turns were confirmed from the true times of the sample")
    assert said[1:] == [f"wrote {folder / f'interview.{suffix}'}" for suffix in ("srt", "vtt", "replique", "mp3")]
    assert run_demo(["--no-window", "-o", str(folder)]) == (0, None)


def test_the_demonstration_without_a_window_leaves_none_to_show(tmp_path: Path, capsys: Capture) -> None:
    assert main(["demo", "--no-window", "-o", str(tmp_path)]) == 0
    assert run_demo(["--nonsense"]) == (2, None)
    (tmp_path / "file").touch()
    capsys.readouterr()
    assert run_demo(["-o", str(tmp_path / "file")]) == (3, None)
    assert "The folder can’t be made" in line_of(capsys)


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_closed_outputs_are_no_fault(transcript: Path, monkeypatch: pytest.MonkeyPatch, closed: str) -> None:
    monkeypatch.setattr(sys, closed, None)
    assert main(["info", str(transcript)]) == 0
    assert main(["info", str(transcript.with_name("none.txt"))]) == 3
    assert main(["formats", "--json"]) == 0


def test_what_is_said_of_a_missing_file_never_reaches_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["info", str(tmp_path / "none.txt")]) == 3
    assert capsys.readouterr().out == ""


def test_the_demonstration_can_be_exported_again(tmp_path: Path, capsys: Capture) -> None:
    main(["demo", "--no-window", "-o", str(tmp_path)])
    main(["export", str(tmp_path / "interview.replique"), "--format", "vtt", "-o", str(tmp_path / "again.vtt")])
    assert (tmp_path / "again.vtt").read_bytes() == (tmp_path / "interview.vtt").read_bytes()


def test_the_seed_is_read_whole(seed_path: Path, capsys: Capture) -> None:
    assert main(["info", "--json", str(seed_path)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["turns"]) == 121
    assert len(found["speakers"]) == 5


def test_a_document_with_every_kind_of_text_is_told(tmp_path: Path, capsys: Capture) -> None:
    document: Document = new_project(sample("fr").transcript).document
    renamed = edits.rename_speaker(document, document.speakers[0].id, "A & <B>")
    save(Project(msgspec.structs.replace(renamed)), tmp_path / "a.replique")
    assert main(["info", "--json", str(tmp_path / "a.replique")]) == 0
    assert json.loads(capsys.readouterr().out)["speakers"][0]["name"] == "A & <B>"


def test_a_transcript_is_aligned_with_its_recording(tmp_path: Path, capsys: Capture) -> None:
    files = sample("fr")
    project, times = tmp_path / "a.replique", tmp_path / "a.json"
    command = ["align", str(files.transcript), str(files.recording), "-o", str(project), "--json", str(times)]
    assert main(command) == 0
    out, err = capsys.readouterr()
    assert re.fullmatch(rf"{re.escape(str(project))}: \d+ turns aligned.*\n", out)
    assert err == ""
    true = json.loads(files.times.read_text(encoding="utf-8"))
    rows = json.loads(times.read_text(encoding="utf-8"))
    assert [row["speaker"] for row in rows] == [turn["speaker"] for turn in true]
    assert all(abs(row["start"] - turn["start"]) < 0.5 for row, turn in zip(rows, true, strict=True))
    assert main(["info", str(project)]) == 0
    assert main(command) == 3
    assert "There is a file of this name already" in capsys.readouterr().err


def test_what_cannot_be_aligned_is_said_in_one_line(
    transcript: Path, make_sound, tmp_path: Path, capsys: Capture
) -> None:
    recording = str(make_sound(".wav", 1.0).path)
    wanted = ["-o", str(tmp_path / "a.replique")]
    assert main(["align", str(transcript), recording, *wanted, "--language", "xx"]) == 3
    assert "doesn’t speak the language “xx”" in line_of(capsys)
    assert main(["align", str(transcript), str(transcript), *wanted, "--language", "fr"]) == 3
    assert "no recording" in line_of(capsys)
    assert main(["align", str(transcript), recording, *wanted, "--layout", "odd"]) == 2
    assert "no layout named odd" in line_of(capsys)
    assert not (tmp_path / "a.replique").exists()


def test_an_alignment_is_the_same_to_the_last_byte_in_another_process(tmp_path: Path) -> None:
    files = sample("en")
    here, there = tmp_path / "here.json", tmp_path / "there.json"
    command = ["align", str(files.transcript), str(files.recording), "-o", str(tmp_path / "a.replique"), "--force"]
    assert main([*command, "--json", str(here)]) == 0
    subprocess.run(
        [sys.executable, "-m", "replique", *command, "--json", str(there)], check=True, capture_output=True
    )
    assert here.read_bytes() == there.read_bytes()
