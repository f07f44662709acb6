"""Names are shown as a reader would write them, on the evidence of the text."""

import pytest

from replique.transcripts.names import Spelling, fold, shown_name


def shown(*printed, text=""):
    return shown_name(printed, Spelling([text]))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("LEA SALAME", "Lea Salame"),
        ("JEAN-MARC D'ARGENT", "Jean-Marc d'Argent"),
        ("CHARLES DE GAULLE", "Charles de Gaulle"),
        ("DE GAULLE", "De Gaulle"),
        ("JOSE ORTEGA Y GASSET", "Jose Ortega y Gasset"),
        ("X Y", "X Y"),
        ("MARINE LE PEN", "Marine Le Pen"),
        ("MME NORA BELHADI", "Mme Nora Belhadi"),
        ("IAN MCGREGOR", "Ian McGregor"),
        ("SINEAD O'BRIEN", "Sinead O'Brien"),
        ("Léa SALAMÉ", "Léa Salamé"),
        ("Auditrice BFM", "Auditrice BFM"),
        ("J.-P. DUPONT", "J.-P. Dupont"),
        ("AB", "AB"),
        ("Q", "Q"),
        ("SPEAKER_00", "Speaker_00"),
        ("Le président", "Le président"),
    ],
)
def test_capitals_become_proper_case(printed, name):
    assert shown(printed) == name


def test_accents_come_from_the_text_word_by_word():
    assert shown("LEA SALAME", text="Avec Léa SALAME, bonjour.") == "Léa Salame"
    assert shown("LEA SALAME", text="Bonjour Léa Salamé.") == "Léa Salamé"


def test_accents_come_from_any_printed_form():
    assert shown("LEA SALAMÉ", "Léa SALAME") == "Léa Salamé"


def test_accents_case_blanks_and_apostrophes_part_nobody():
    assert fold("LÉA  d’Œuvre") == fold("Lea D'Œuvre")
    assert fold("Ana\u00a0Ruiz") == fold("ANA RUIZ")
