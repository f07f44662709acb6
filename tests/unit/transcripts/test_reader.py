"""A transcript becomes turns with the right speakers; nothing of the file is lost or changed."""

import pytest

from replique.core.errors import InputError
from replique.core.model import Kind
from replique.transcripts import read_transcript

INTERVIEW = """Interview de Mme Nour Haddad, jardinière, à Radio Potager le 4 mai 2022, sur les tomates.

Prononcé le

Média : Radio Potager

Texte intégral


RENE LEFEVRE
Bonjour Nour HADDAD. Avec René, on a une question : poussent-elles ?
NOUR HADDAD
Oui. À une condition : qu'il pleuve\u00a0!

Et il pleuvra.
(rires)
Enfin, je crois (sourire).
JEAN-MARC D'ARGENT
NON
RENE LEFEVRE
Merci.
Source : Service des jardins, le 5 mai 2022"""


@pytest.fixture
def write(tmp_path):
    def write(text, name="transcript.txt", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


def said(read):
    names = {speaker.id: speaker.name for speaker in read.document.speakers}
    return [(names.get(turn.speaker_id), turn.text) for turn in read.document.turns if turn.is_speech]


def test_the_french_press_layout_gives_header_turns_notes_and_source(write):
    read = read_transcript(write(INTERVIEW))
    assert read.layout == "vie-publique"
    assert said(read) == [
        ("René Lefevre", "Bonjour Nour HADDAD. Avec René, on a une question : poussent-elles ?"),
        ("Nour Haddad", "Oui. À une condition : qu'il pleuve\u00a0!\n\nEt il pleuvra."),
        ("Nour Haddad", "Enfin, je crois (sourire)."),
        ("Jean-Marc d'Argent", "NON"),
        ("René Lefevre", "Merci."),
    ]
    notes = [turn.text for turn in read.document.turns if turn.kind is Kind.NOTE]
    assert notes == ["(rires)", "Source : Service des jardins, le 5 mai 2022"]
    metadata = read.document.metadata
    assert metadata.title.startswith("Interview de Mme Nour Haddad")
    assert (metadata.media, metadata.date, metadata.language) == ("Radio Potager", "4 mai 2022", "fr")
    assert metadata.source == "Service des jardins, le 5 mai 2022"
    assert metadata.source_text == INTERVIEW
    assert read.document.speakers[0].printed == ("RENE LEFEVRE",)


def test_the_seed_has_121_turns_and_5_speakers_and_no_character_changed(seed_path):
    read = read_transcript(seed_path)
    document = read.document
    assert document.speech_count() == 121
    counts = {s.name: sum(t.speaker_id == s.id for t in document.turns) for s in document.speakers}
    assert counts == {"Mounir Mahjoubi": 54, "Nicolas Demorand": 38, "Léa Salame": 26, "Jean-Marc": 2, "Aude": 1}
    assert document.metadata.media == "France Inter"
    printed = {s.id: s.printed[0] for s in document.speakers}
    joined = "\n".join(f"{printed[t.speaker_id]}\n{t.text}" if t.speaker_id else t.text for t in document.turns)
    body = seed_path.read_text(encoding="utf-8").split("Texte intégral")[1]
    assert [line.strip(" ") for line in joined.split("\n")] == [
        line.strip(" ") for line in body.split("\n") if line.strip()
    ]


def test_name_and_colon_with_continuation_lines_and_colons_in_prose(write):
    read = read_transcript(
        write(
            "Ana : Tu viens ?\nBruno : J'arrive. Attends : deux minutes.\nNote : rien.\n"
            "Ana: Bon.\nD'accord, mais vite.\n"
        )
    )
    assert read.layout == "name-colon"
    assert said(read) == [
        ("Ana", "Tu viens ?"),
        ("Bruno", "J'arrive. Attends : deux minutes.\nNote : rien."),
        ("Ana", "Bon.\nD'accord, mais vite."),
    ]


def test_a_title_with_a_colon_and_a_credit_are_no_speakers(write):
    text = (
        "Table ronde : le climat\nAnimation : Zoé Martin\n\nZoé Martin : Bonsoir.\nPr Alain Roux : Bonsoir.\n"
        "Zoé Martin : Première question : qui paie ?\n"
    )
    read = read_transcript(write(text))
    assert said(read) == [
        ("Zoé Martin", "Bonsoir."),
        ("Pr Alain Roux", "Bonsoir."),
        ("Zoé Martin", "Première question : qui paie ?"),
    ]
    assert read.document.metadata.header == ("Table ronde : le climat", "Animation : Zoé Martin")


def test_forms_that_differ_in_case_and_accents_are_one_speaker(write):
    read = read_transcript(write("LEA SALAME : Bonjour.\nPaul : Bonjour.\nLéa Salamé : On y va.\n"))
    assert [(s.name, s.printed) for s in read.document.speakers] == [
        ("Léa Salamé", ("LEA SALAME", "Léa Salamé")),
        ("Paul", ("Paul",)),
    ]


def test_who_speaks_without_a_capital_is_known_by_speaking_again(write):
    read = read_transcript(write("Le président : Bonsoir.\nAna : Bonsoir.\nLe président : La parole est à vous.\n"))
    assert [speaker.name for speaker in read.document.speakers] == ["Le président", "Ana"]


def test_a_note_between_a_name_and_what_is_said_stands_before_the_turn(write):
    read = read_transcript(write("ANA\n(rires)\nBonjour.\nBRUNO\nBonjour à vous.\n"))
    assert [(turn.kind, turn.text) for turn in read.document.turns] == [
        (Kind.NOTE, "(rires)"),
        (Kind.SPEECH, "Bonjour."),
        (Kind.SPEECH, "Bonjour à vous."),
    ]
    assert said(read)[0] == ("Ana", "Bonjour.")
    assert read.diagnostics == ()


def test_a_name_that_says_nothing_is_kept_as_a_note_and_told(write):
    read = read_transcript(write("ANA\nBonjour.\nBRUNO\n(rires)\nANA\nVoilà.\n"))
    assert [turn.text for turn in read.document.turns if turn.kind is Kind.NOTE] == ["BRUNO", "(rires)"]
    assert [d.code for d in read.diagnostics] == ["no-speech"]


def test_a_heading_in_capitals_and_a_shout_are_no_names(write):
    read = read_transcript(
        write("GRAND ENTRETIEN DU MATIN\n\nANA RUIZ\nVous partez ?\nBRUNO\nJe pars.\nNON\nJe reste.\nANA RUIZ\nAh.\n")
    )
    assert said(read) == [("Ana Ruiz", "Vous partez ?"), ("Bruno", "Je pars.\nNON\nJe reste."), ("Ana Ruiz", "Ah.")]
    assert read.document.metadata.title == "GRAND ENTRETIEN DU MATIN"


def test_title_lines_in_capitals_above_the_first_turn_are_nobody(write):
    turns = "LEA SALAME\nBonjour.\nPAUL\nBonjour.\nLEA SALAME\nMerci.\n"
    read = read_transcript(write("LE GRAND ENTRETIEN\nRADIO POTAGER\n\n" + turns))
    assert [speaker.printed for speaker in read.document.speakers] == [("LEA SALAME",), ("PAUL",)]
    assert read.document.metadata.header == ("LE GRAND ENTRETIEN", "RADIO POTAGER")
    apart = read_transcript(write(turns.replace("\n", "\n\n").replace("LEA SALAME\n\nBonjour", "ANA\n\nBonjour")))
    assert [name for name, _ in said(apart)] == ["Ana", "Paul", "Lea Salame"]


def test_of_two_names_in_a_row_the_second_speaks_and_the_first_is_told(write):
    read = read_transcript(write("ANA\nBRUNO\nBonjour à tous.\nANA\nMerci.\nBRUNO\nDe rien.\nANA\n"))
    assert said(read) == [("Bruno", "Bonjour à tous."), ("Ana", "Merci."), ("Bruno", "De rien.")]
    assert [turn.text for turn in read.document.turns if turn.kind is Kind.NOTE] == ["ANA", "ANA"]
    assert [(d.line, d.code) for d in read.diagnostics] == [(1, "no-speech"), (8, "no-speech")]


def test_a_name_alone_on_its_line_is_one_person_with_accents_and_without(write):
    read = read_transcript(write("LEA SALAME\nUn.\nPAUL\nDeux.\nLéa Salamé\nTrois.\nPAUL\nLéa, quatre.\n"))
    assert [(s.name, s.printed) for s in read.document.speakers] == [
        ("Léa Salamé", ("LEA SALAME", "Léa Salamé")),
        ("Paul", ("PAUL",)),
    ]
    assert len(said(read)) == 4


def test_a_long_office_is_a_name_where_it_speaks_again_and_a_list_in_capitals_is_none(write):
    office = "MME LA PRÉSIDENTE DE LA COMMISSION DES AFFAIRES SOCIALES ET DE LA SANTÉ PUBLIQUE"
    read = read_transcript(write(f"{office}\nBonjour.\nANA\nJe cite :\n- CGT\n- SNCF\n{office}\nMerci.\nANA\nOui.\n"))
    assert [text for _, text in said(read)] == ["Bonjour.", "Je cite :\n- CGT\n- SNCF", "Merci.", "Oui."]
    assert read.document.speakers[0].printed == (office,)


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_how_a_file_ends_changes_no_speaker(write, end):
    read = read_transcript(write("Bonsoir à tous.\nAna : Oui.\nBruno : Non." + end))
    assert said(read) == [("Ana", "Oui."), ("Bruno", "Non.")]


def test_a_source_named_in_a_turn_near_the_end_loses_no_turn_below_it(write):
    read = read_transcript(write("Ana : Un.\nSource : AFP, dit-il.\nBruno : Deux.\nAna : Trois.\n"))
    assert said(read) == [("Ana", "Un.\nSource : AFP, dit-il."), ("Bruno", "Deux."), ("Ana", "Trois.")]
    assert read.document.metadata.source == ""


def test_the_source_may_be_an_address_and_the_day_may_name_who_spoke(write):
    text = INTERVIEW.replace("Source : Service des jardins", "Source https://jardins.example")
    text = text.replace("Prononcé le", "Prononcé le 1er mai 2022 - Nour Haddad").replace(
        "Texte intégral", "TEXTE INTÉGRAL"
    )
    metadata = read_transcript(write(text)).document.metadata
    assert (metadata.source, metadata.date) == ("https://jardins.example, le 5 mai 2022", "1er mai 2022")


def test_an_office_behind_the_name_a_missing_blank_and_lower_case_speech_are_understood(write):
    text = "Nora Belhadi, ministre : Bonjour.\nPaul Roux (Radio) :Bonjour.\n"
    text += "Nora Belhadi, ministre : oui\nPaul Roux (Radio): ah\n"
    assert [text for _, text in said(read_transcript(write(text)))] == ["Bonjour.", "Bonjour.", "oui", "ah"]
    assert said(read_transcript(write("Ana : oui\nBruno : non\nCléo : si\n"))) == [
        ("Ana", "oui"),
        ("Bruno", "non"),
        ("Cléo", "si"),
    ]


@pytest.mark.parametrize(
    "text", ["田中：こんにちは。\n鈴木：はい。\n田中：では。\n", "أحمد: مرحبا\nليلى: نعم\nأحمد: لا\n"]
)
def test_names_in_scripts_without_capitals_are_names(write, text):
    assert len(read_transcript(write(text)).document.speakers) == 2


def test_a_parenthesis_alone_on_its_line_is_a_note_whatever_stands_in_it(write):
    lines = [
        "(rires)",
        " [musique] ",
        "(Rires (dans la salle).)",
        "(Applaudissements).",
        "(a) et (b)",
        "(début",
        "fin)",
    ]
    read = read_transcript(write("\n".join(lines)), layout="lines")
    assert [turn.kind is Kind.NOTE for turn in read.document.turns] == [True, True, True, True, False, False, False]


def test_a_speech_published_without_names_keeps_its_header_and_source(write):
    read = read_transcript(
        write("Discours de Mme Haddad, le 4 mai 2022\n\nTexte intégral\n\nMesdames, messieurs.\nMerci.\nSource : a")
    )
    assert said(read) == [(None, "Mesdames, messieurs."), (None, "Merci.")]
    assert (read.document.metadata.date, read.document.metadata.source) == ("4 mai 2022", "a")
    assert [d.code for d in read.diagnostics] == ["no-speakers"]


def test_names_with_colons_may_stand_under_a_press_header(write):
    text = "Débat\n\nMédia : Radio Potager\n\nTexte intégral\n\nANA : Oui ?\nBRUNO : Non.\nSource : le service\n"
    read = read_transcript(write(text))
    assert said(read) == [("Ana", "Oui ?"), ("Bruno", "Non.")]
    assert (read.document.metadata.media, read.document.metadata.source) == ("Radio Potager", "le service")


def test_a_layout_in_which_nobody_speaks_is_refused(write):
    with pytest.raises(InputError, match="Nobody speaks in this file, read in the layout name-colon"):
        read_transcript(write("Bonjour à tous.\n"), layout="name-colon")


def test_control_characters_are_kept_and_told(write):
    read = read_transcript(write("Bon\x07jour.\nMerci.\n"))
    assert said(read)[0] == (None, "Bon\x07jour.")
    assert [(d.line, d.code) for d in read.diagnostics if d.code != "no-speakers"] == [(1, "control-character")]


def test_no_break_spaces_and_odd_line_separators_are_kept(write):
    text = "12\u202f000\u00a0€\u2028et\u0085puis\u000c\u3000fin"
    assert said(read_transcript(write(text)))[0][1] == text


def test_one_turn_a_line_when_asked(write):
    read = read_transcript(write("Ana : Tu viens ?\n\nBruno : Oui.\n"), layout="lines")
    assert said(read) == [(None, "Ana : Tu viens ?"), (None, "Bruno : Oui.")]


def test_a_text_without_names_is_read_by_lines_and_says_so(write):
    read = read_transcript(write("Bonjour à tous.\nMerci d'être là.\n"))
    assert [d.code for d in read.diagnostics] == ["no-speakers"]
    assert said(read) == [(None, "Bonjour à tous."), (None, "Merci d'être là.")]


def test_wrapped_paragraphs_stay_together(write):
    read = read_transcript(write("Bonjour à tous et\nmerci d'être là.\n\nMerci à vous\nde même.\n"))
    assert read.layout == "paragraphs"
    assert len(said(read)) == 2


def test_a_layout_that_does_not_exist_is_refused_with_those_that_do(write):
    with pytest.raises(InputError, match="auto, vie-publique, name-colon, lines, paragraphs"):
        read_transcript(write("Bonjour."), layout="haiku")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_encoding_gives_the_same_turns(write, encoding):
    expected = said(read_transcript(write(INTERVIEW)))
    assert said(read_transcript(write(INTERVIEW, encoding=encoding))) == expected


def test_one_bad_byte_does_not_spoil_a_utf8_file(write):
    data = INTERVIEW.encode().replace("À une".encode(), b"\xc0 une")
    read = read_transcript(write(data))
    assert said(read) == said(read_transcript(write(INTERVIEW)))
    assert [(d.line, d.code) for d in read.diagnostics] == [(13, "bad-byte")]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_gives_the_same_turns(write, end):
    expected = said(read_transcript(write(INTERVIEW)))
    assert said(read_transcript(write(INTERVIEW.replace("\n", end)))) == expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "There is no text in this file."),
        (b" \n\n\t", "There is no text in this file."),
        (b"PK\x03\x04word/document.xml", "word processor"),
        (b"%PDF-1.7", "PDF"),
        (b"ID3\x04\0\0", "recording"),
        (b"OggS\0", "recording"),
        (b"\x89PNG\r\n", "picture"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n", "subtitle file"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nBonjour\n", "subtitle file"),
        (b"[Script Info]\nTitle: x\n", "subtitle file"),
        (b"1\r\n00:01,5 -> 00:02\r\nBonjour\r\n", "subtitle file"),
        ("1\n00:00:01,000 --> 00:00:02,000\nBonjour\n".encode("utf-16"), "subtitle file"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b'{"format": "replique"}', "project"),
        (b'[{"speaker": "Ana"}]', "data file"),
        (b'<?xml version="1.0"?><a/>', "data file"),
        (b"abc\0\0\x01\x02def", "no text"),
    ],
)
def test_what_is_no_transcript_is_refused_in_one_sentence_with_what_to_do(write, data, words):
    path = write(data)
    with pytest.raises(InputError) as refused:
        read_transcript(path)
    sentence = str(refused.value)
    assert sentence.startswith(f"{path}: ")
    assert words in sentence
    assert "\n" not in sentence


def test_files_that_are_not_there_folders_and_huge_files_are_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_transcript(tmp_path / "gone.txt")
    with pytest.raises(InputError, match="folder"):
        read_transcript(tmp_path)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(InputError, match=r"too large: more than 20 MB"):
        read_transcript(huge)
