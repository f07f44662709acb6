"""Documents to subtitle files."""

from pathlib import Path

import pytest

from replique.core import edits
from replique.core.errors import InputError, OutputError
from replique.core.model import Document
from replique.subtitling import LabelPolicy
from replique.workflow.exporting import export


@pytest.fixture
def whole(timed: Document) -> Document:
    """Every turn with its times."""
    return edits.set_end(edits.set_start(timed, 3, 4000), 3, 5500)


def test_a_speaker_is_named_in_srt_when_he_begins(whole: Document, tmp_path: Path) -> None:
    report = export(whole, "srt", tmp_path / "a.srt")
    assert report == (tmp_path / "a.srt", 2, ())
    assert (tmp_path / "a.srt").read_text(encoding="utf-8") == (
        "1\n00:00:01,000 --> 00:00:03,000\nANNE: Bonjour Léa\N{NO-BREAK SPACE}!\n\n"
        "2\n00:00:04,000 --> 00:00:05,500\nLÉA SALAMÉ: Merci\n\n"
    )


def test_names_can_be_left_out_of_srt(whole: Document, tmp_path: Path) -> None:
    export(whole, "srt", tmp_path / "a.srt", LabelPolicy.NEVER)
    assert "ANNE" not in (tmp_path / "a.srt").read_text(encoding="utf-8")


@pytest.mark.parametrize("labels", LabelPolicy)
def test_webvtt_names_the_speaker_of_every_cue_in_a_tag_and_there_alone(
    whole: Document, tmp_path: Path, labels: LabelPolicy
) -> None:
    export(whole, "vtt", tmp_path / "a.vtt", labels)
    assert (tmp_path / "a.vtt").read_text(encoding="utf-8") == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Anne>Bonjour Léa\N{NO-BREAK SPACE}!\n\n"
        "00:00:04.000 --> 00:00:05.500\n<v Léa Salamé>Merci\n"
    )


def test_turns_without_time_are_left_out_and_told(timed: Document, tmp_path: Path) -> None:
    report = export(timed, "srt", tmp_path / "a.srt")
    assert report.cue_count == 1
    assert report.untimed == (3,)


def test_where_no_turn_has_a_time_nothing_is_written(interview: Document, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"No turn has a time yet.* Set the start"):
        export(interview, "srt", tmp_path / "a.srt")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_replaced_only_when_asked(timed: Document, tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("mine")
    with pytest.raises(OutputError, match="a file of this name already"):
        export(timed, "srt", path)
    assert path.read_text() == "mine"
    export(timed, "srt", path, force=True)
    assert path.read_text() != "mine"


def test_an_unknown_format_is_refused_with_those_that_are_known(timed: Document, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no format named doc\. Choose one of: srt, vtt"):
        export(timed, "doc", tmp_path / "a.doc")
