"""The window speaks French and English."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QFileDialog, QLabel

from replique.core import edits
from replique.core.errors import EditError, InputError
from replique.core.messages import Message
from replique.core.model import Document, Edge, Turn, Word
from replique.core.resources import resource
from replique.media.remarks import Oddity, Remark
from replique.ui.choices import Language
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.edit_names import edge_set_of
from replique.ui.i18n import locale_of, say, say_clock, say_error, say_seconds


def texts(name):
    """Yield (context, source, translations) of a file of translations."""
    for context in ET.parse(resource("translations", name)).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms


FRENCH = [(context, source, form) for context, source, forms in texts("replique_fr.ts") for form in forms if form]


def test_a_message_of_a_lower_room_is_said_in_french(speak):
    speak("fr")
    assert say(Message("timing", "Turn {number} confirmed", number=3)) == "Tour 3 confirmé"
    inner = Message("timing", "Turn {number} confirmed", number=3)
    assert say(Message("session", "Undone: {what}", what=inner)) == "Annulé\u00a0: Tour 3 confirmé"


def test_an_error_says_file_place_reason_and_remedy_in_french(speak, tmp_path):
    speak("fr")
    error = InputError("The file is empty.", remedy="Choose another file.", path=tmp_path / "a.txt", line=7)
    assert (
        say_error(error) == f"{tmp_path / 'a.txt'}, ligne 7\u00a0: Le fichier est vide. Choisissez un autre fichier."
    )


def test_qt_itself_speaks_french_and_names_keys_as_french_keyboards_do(speak):
    speak("fr")
    assert QCoreApplication.translate("QShortcut", "Space") == "Espace"
    assert QCoreApplication.translate("QShortcut", "Return") == "Entrée"


@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_the_file_dialog_of_qt_is_french_throughout(qtbot, speak, tmp_path, mode):
    speak("fr")
    (tmp_path / "a").mkdir()
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    assert [label.text() for label in dialog.findChildren(QLabel) if label.text()] == [
        "&Chercher dans\u00a0:", "&Nom de fichier\u00a0:", "&Type de fichiers\u00a0:"
    ]  # fmt: skip
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms") == "Dossier"


def test_numbers_follow_the_language(speak):
    speak("fr")
    assert QLocale().toString(1.5, "f", 1) == "1,5"
    speak("en")
    assert QLocale().toString(1.5, "f", 1) == "1.5"


def test_another_language_replaces_the_first(speak):
    speak("fr")
    speak("en")
    assert say(Message("timing", "Turn {number} confirmed", number=3)) == "Turn 3 confirmed"


@pytest.mark.parametrize(("language", "one", "many"), [("en", "1 turn", "2 turns"), ("fr", "1 tour", "2 tours")])
def test_plurals_are_right(speak, language, one, many):
    speak(language)
    said = [QCoreApplication.translate("SpeakersModel", "%n turn(s)", "", n) for n in (1, 2)]
    assert said == [one, many]


def test_a_chosen_language_wins_over_the_system():
    assert locale_of(Language.FRENCH).language() is QLocale.Language.French
    assert locale_of(Language.ENGLISH).language() is QLocale.Language.English


def test_without_compiled_translations_the_window_speaks_english(qapp, speak, tmp_path):
    from replique.ui.i18n import install_translators

    install_translators(qapp, "fr", tmp_path)
    assert say(Message("timing", "Turn {number} confirmed", number=3)) == "Turn 3 confirmed"


def test_translations_keep_every_field():
    fields = re.compile(r"{\w*}|%n")
    assert [s for _, s, f in FRENCH if sorted(fields.findall(s)) != sorted(fields.findall(f))] == []


def test_translations_have_a_mnemonic_where_the_original_has_one():
    mnemonic = re.compile(r"&(?=[^& ])")
    assert [s for _, s, f in FRENCH if len(mnemonic.findall(s)) != len(mnemonic.findall(f))] == []


def test_french_typography_is_kept():
    plain = re.compile(r"[ \w][?!;»]|(?<![\u00a0\u202f0-9]):(?!\d)|« |\d %|'|\"|\.\.\.")
    assert [form for _, _, form in FRENCH if plain.search(form)] == []


def test_english_plurals_are_all_there():
    assert [s for _, s, forms in texts("replique_en.ts") if len(forms) != 2 or not all(forms)] == []


@pytest.mark.parametrize(("language", "sign"), [("en", "."), ("fr", ",")])
def test_times_are_read_with_the_decimal_sign_of_the_language(speak, language, sign):
    speak(language)
    assert say_clock(204_180) == f"3:24{sign}180"
    assert say_clock(3_723_450, 1) == f"1:02:03{sign}4"
    assert say_clock(204_180, 0) == "3:24"
    assert say_seconds(-120, signed=True) == f"−0{sign}120\N{NO-BREAK SPACE}s"
    assert say_seconds(2640) == f"2{sign}640\N{NO-BREAK SPACE}s"
    assert f"0:05{sign}000" in say(edge_set_of(3, Edge.START, 5000))
    cut_off = say(Remark(Oddity.CUT_OFF, 59_352, 60_000).message)
    assert f"0:59{sign}352" in cut_off
    assert f"1:00{sign}000" in cut_off
    document = Document(
        turns=(Turn(1, (Word("Oui.", start_ms=1000, start_confirmed=True),)), Turn(2, (Word("Non."),)))
    )
    with pytest.raises(EditError) as refused:
        edits.set_start(document, 2, 900)
    assert f"0:00{sign}900" in say_error(refused.value)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_time_is_typed_with_a_point_or_a_comma_in_either_language(qtbot, speak, language, themes):
    speak(language)
    dialog = TimeDialog(start_ms=3450)
    qtbot.addWidget(dialog)
    proposed = dialog.edit.text()
    for text in ("1:02.450", "1:02,450", "62.45", "62,45"):
        dialog.edit.setText(text)
        assert dialog.meaning.text() == f"= {say_clock(62_450)}"
    dialog.edit.setText(proposed)
    assert dialog.meaning.text() == f"= {say_clock(3450)}"
