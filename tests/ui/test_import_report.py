"""Whoever opens a transcript is told what was read, and what of it to look at."""

from pathlib import Path

import pytest

from replique.transcripts import read_transcript
from replique.transcripts.reader import parse_transcript
from replique.ui.i18n import say
from replique.ui.import_report import REMARKS, report
from replique.workflow.samples import sample


def said(data: bytes) -> str:
    return say(report(parse_transcript(data, Path("interview.txt"))))


def test_a_sound_transcript_is_counted(qapp):
    assert say(report(read_transcript(sample("fr").transcript))) == "Turns read: 20 · speakers: 3"


def test_a_damaged_line_is_named(qapp):
    lines = ["Anne : Déjà là ?", "Léo : Oui, là.", "Anne : Et voilà déjà l'été."]
    sound = "\n".join(lines).encode()
    told = said(sound.replace("été".encode(), "ét".encode() + b"\xe9"))
    assert told == "Turns read: 3 · speakers: 2. Line 3 is damaged: read it again, letters may be wrong."


def test_of_many_remarks_the_first_is_said_and_all_are_counted(qapp):
    assert said(b"Bon.\nBien.\x02\nAllons.\x03\n").endswith("Remarks in all: 3.")


@pytest.mark.parametrize("code", REMARKS)
def test_each_remark_names_its_line_or_none(code):
    assert REMARKS[code].format(line=7)


def test_every_remark_of_the_reader_can_be_said(qapp):
    data = "ANNE\nBonjour.\nLÉO\nANNE\nÇa va \x02?\nLÉO\nOui, très.\n".encode() + b"ANNE\nL\xe9 \xc3\xa0.\n"
    for remark in parse_transcript(data, Path("a.txt")).diagnostics:
        assert remark.code in REMARKS
