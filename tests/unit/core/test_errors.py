"""Failures and texts, said in words."""

from pathlib import Path

from replique.core.errors import InputError
from replique.core.messages import Message


def test_an_error_says_file_place_reason_and_remedy_on_one_line() -> None:
    error = InputError(
        "The time {text} is wrong.", remedy="Correct {text}.", path=Path("a.srt"), line=12, text="0:99"
    )
    assert error.in_words() == str(error) == "a.srt, line 12: The time 0:99 is wrong. Correct 0:99."


def test_an_error_is_said_in_another_language() -> None:
    french = {"line {line}": "ligne {line}", ": ": " : ", "It is empty.": "Il est vide."}
    error = InputError("It is empty.", path=Path("a.srt"), line=3)
    assert error.in_words(lambda _context, text: french[text]) == "a.srt, ligne 3 : Il est vide."


def test_a_message_inside_a_message_is_translated_too() -> None:
    french = {"Undone: {what}": "Annulé : {what}", "Merge": "Fusionner"}
    message = Message("session", "Undone: {what}", what=Message("actions", "Merge"))
    assert message.format(lambda _context, text: french[text]) == "Annulé : Fusionner"
    assert str(message) == "Undone: Merge"


def test_any_name_can_stand_in_a_field() -> None:
    assert str(Message("test", "{text} in {context}", text="a", context="b")) == "a in b"


def test_messages_of_the_same_words_are_equal() -> None:
    assert Message("a", "{n}", n=1) == Message("a", "{n}", n=1)
    assert Message("a", "{n}", n=1) != Message("a", "{n}", n=2)
    assert Message("a", "x") != "x"
    assert len({Message("a", "{n}", n=1), Message("a", "{n}", n=1)}) == 1
