"""Of several files that are dropped at once, the right ones are opened, and each of the others has its reason."""

from pathlib import Path

import pytest

from replique.core.errors import InputError
from replique.workflow.choosing import choose

SPEECH = "NAME: text that is said.\n\nOTHER: an answer.\n"


@pytest.fixture
def drop(tmp_path: Path):
    """A function that writes files by their names and chooses among them."""
    contents = {
        ".txt": SPEECH.encode(),
        ".mp3": b"ID3\x04",
        ".replique": b'{"format":"replique","version":1}',
        ".docx": b"PK\x03\x04",
    }

    def choose_among(*names: str):
        paths = [tmp_path / name for name in names]
        for path in paths:
            if path.stem != "gone":
                path.write_bytes(contents[path.suffix])
        chosen = choose(paths)
        opened = [path.name if path else None for path in chosen[:3]]
        return opened, {path.name: str(reason) for path, reason in chosen.left}

    return choose_among


def test_a_transcript_and_a_recording_are_opened_together(drop):
    assert drop("a.txt", "a.mp3") == ([None, "a.txt", "a.mp3"], {})


def test_a_second_file_of_a_kind_is_left_with_its_reason(drop):
    opened, left = drop("a.txt", "a.mp3", "b.txt", "b.mp3")
    assert opened == [None, "a.txt", "a.mp3"]
    assert left == {"b.txt": "“a.txt” is the transcript already", "b.mp3": "“a.mp3” is the recording already"}


def test_a_project_is_opened_alone(drop):
    opened, left = drop("a.txt", "p.replique", "q.replique")
    assert opened == ["p.replique", None, None]
    assert left == {"a.txt": "a project is opened alone", "q.replique": "“p.replique” is the project that is opened"}


def test_what_can_be_read_goes_before_what_cannot(drop):
    opened, left = drop("a.docx", "b.txt")
    assert opened == [None, "b.txt", None]
    assert left == {"a.docx": "This is a word processor’s file."}


def test_a_file_that_is_gone_does_not_keep_the_others_from_being_opened(drop):
    opened, left = drop("gone.txt", "b.txt")
    assert opened == [None, "b.txt", None]
    assert left == {"gone.txt": "There is no such file."}


def test_where_nothing_can_be_opened_the_error_is_raised(drop):
    with pytest.raises(InputError, match="There is no such file"):
        drop("gone.txt")


def test_a_document_alone_is_left_to_its_reader_which_says_what_to_do(drop):
    assert drop("a.docx") == ([None, "a.docx", None], {})
