"""Printed words are given to the reference voice as they are spoken."""

import pytest

from replique.alignment.languages import voice_names
from replique.alignment.spoken import spoken_forms


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (["M.", "Macron,"], ["monsieur", "Macron,"]),
        (["MM.", "les", "députés"], ["messieurs", "les", "députés"]),
        (["Mme", "Léa", "SALAMÉ"], ["madame", "Léa", "salamé"]),
        (["dites-moi", "me", "voilà"], ["dites-moi", "me", "voilà"]),
        (["12,5\N{NO-BREAK SPACE}%"], ["12,5 pour cent"]),
        (["du", "7/9\N{NO-BREAK SPACE}»,"], ["du", "7 9,"]),
        (["à", "18", "h", "30"], ["à", "18", "heures", "30"]),
        (["à", "18h30."], ["à", "18 heures 30."]),
        (["01", "45", "24", "7000,"], ["zéro 1", "45", "24", "7000,"]),
        (["la", "SNCF", "et", "l'ONU"], ["la", "S N C F", "et", "l'onu"]),
        (["la", "S.N.C.F."], ["la", "S N C F."]),
        (["le", "PIB", "du", "XXe", "siècle"], ["le", "P I B", "du", "vingtième", "siècle"]),
        (["le", "1er", "et", "le", "2e"], ["le", "premier", "et", "le", "deuxième"]),
        (["«\N{NO-BREAK SPACE}Oui\N{NO-BREAK SPACE}»", "–", "dit-il"], ["Oui", "", "dit-il"]),
        (["30", "€"], ["30", "euros"]),
    ],
)
def test_french(printed: list[str], said: list[str]) -> None:
    assert spoken_forms(printed, "fr") == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (["Mr.", "Smith"], ["mister", "Smith"]),
        (["$3.5", "million"], ["3.5 dollars", "million"]),
        (["at", "7:30pm"], ["at", "7 30 p m"]),
        (["5%,"], ["5 percent,"]),
        (["the", "BBC", "and", "NASA"], ["the", "B B C", "and", "nasa"]),
        (["I", "AM", "FINE"], ["I", "A M", "fine"]),
        (["9/11"], ["9 11"]),
    ],
)
def test_english(printed: list[str], said: list[str]) -> None:
    assert spoken_forms(printed, "en-GB") == said


def test_another_language_is_given_as_it_is_printed_without_quotation_marks() -> None:
    assert spoken_forms(["«Hola»,", "—", "dijo"], "es") == ["Hola,", "", "dijo"]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("fra", "fr"),
        ("en", "en-us"),
        ("en-GB", "en-gb"),
        ("spa", "es"),
        ("pt_BR", "pt-br"),
    ],
)
def test_languages_are_known_by_their_codes(language: str, first: str) -> None:
    assert voice_names(language)[0] == first
