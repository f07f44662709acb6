"""What changed between two documents."""

from replique.core import edits
from replique.core.diff import diff
from replique.core.model import Document, Metadata


def test_the_change_is_the_turns_that_differ_and_no_more(interview: Document) -> None:
    change = diff(interview, edits.set_start(interview, 3, 2000))
    assert change.first == 2
    assert [turn.id for turn in change.removed] == [3]
    assert [turn.id for turn in change.inserted] == [3]
    assert change.speakers is None


def test_a_document_does_not_differ_from_itself(interview: Document) -> None:
    assert diff(interview, interview).is_empty


def test_a_split_inserts_and_a_merge_removes(interview: Document) -> None:
    split = edits.split_turn(interview, 4, 1)
    change = diff(interview, split)
    assert (change.first, len(change.removed), len(change.inserted)) == (3, 1, 2)
    assert (len(change.inverse().removed), len(change.inverse().inserted)) == (2, 1)
    assert change.apply(interview) == split
    assert change.inverse().apply(split) == interview


def test_speakers_and_metadata_are_told_apart_from_turns(interview: Document) -> None:
    renamed = edits.rename_speaker(interview, 1, "Élise")
    change = diff(interview, renamed)
    assert (change.removed, change.inserted) == ((), ())
    assert change.speakers == (interview.speakers, renamed.speakers)
    titled = Document(Metadata(title="Entretien"), interview.speakers, interview.turns)
    assert diff(interview, titled).inverse().apply(titled) == interview


def test_a_document_that_lost_its_only_turns_is_told_whole(interview: Document) -> None:
    empty = Document(interview.metadata, interview.speakers)
    change = diff(interview, empty)
    assert len(change.removed) == 4
    assert change.inverse().apply(empty) == interview
