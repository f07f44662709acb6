"""The language of the window: translators, number formats, and the texts that come from rooms without Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from replique.core.errors import RepliqueError
from replique.core.messages import QT_TRANSLATE_NOOP, Message
from replique.core.resources import resource
from replique.core.timecode import CLOCK, format_clock
from replique.ui.choices import Language

_OURS = "replique-translator"
_FRENCH = "replique-french"
"""The French texts, at hand in an English window too: people search in either language."""

KEY_NAMES = (
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
)
"""Keys that Qt's own translation calls otherwise than what is printed on French keyboards."""

FILE_DIALOG = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
)
"""Texts of Qt's own file dialog that its French translation lacks; seen where the desktop brings no dialog."""


def install_translators(
    app: QCoreApplication, language: str = Language.SYSTEM, folder: Path | None = None
) -> QLocale:
    """Let `app` speak a language, and count and write numbers as it does; return the locale in force.

    Replaces what an earlier call installed. `folder` holds ``replique_fr.qm`` and ``replique_en.qm``; English needs
    one too, for its plurals. Systems in a language that is not ours get English texts and keep their numbers.
    """
    for old in (*app.findChildren(QTranslator, _OURS), *app.findChildren(QTranslator, _FRENCH)):
        app.removeTranslator(old)
        old.setObjectName("")
        old.deleteLater()
    locale = locale_of(Language(language))
    QLocale.setDefault(locale)
    code = "fr" if locale.language() is QLocale.Language.French else "en"
    _install(app, "qtbase_" + code, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    texts = folder or resource("translations")
    _install(app, "replique_" + code, texts)
    french = QTranslator(app)
    french.setObjectName(_FRENCH)
    french.load("replique_fr", str(texts))
    return locale


def locale_of(language: Language) -> QLocale:
    """Return the locale of a choice: the system's where its language fits, so that its habits stay."""
    system = QLocale.system()
    if language is Language.SYSTEM or QLocale.languageToCode(system.language()) == language.value:
        return system
    if language is Language.FRENCH:
        return QLocale(QLocale.Language.French, QLocale.Country.France)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def say(message: Message) -> str:
    """Return a message in the language of the window."""
    return message.format(say_text)


def say_clock(ms: int, decimals: int = 3) -> str:
    """Return a time as it is read, ``3:24.180`` or ``3:24,180``, cut to `decimals`."""
    whole, _, fraction = format_clock(ms, decimals).partition(".")
    return say_text("timecode", CLOCK).format(whole=whole, fraction=fraction) if fraction else whole


def say_seconds(ms: int, *, signed: bool = False) -> str:
    """Return a length of time, ``2.640 s``; `signed` with a plus or a minus, ``−0.120 s``."""
    seconds, fraction = divmod(abs(ms), 1000)
    sign = ("−" if ms < 0 else "+" if ms else "±") if signed else ""
    number = say_text("timecode", CLOCK).format(whole=f"{sign}{seconds}", fraction=f"{fraction:03}")
    return f"{number}\N{NO-BREAK SPACE}s"


def say_error(error: RepliqueError) -> str:
    """Return what went wrong in the language of the window: file, place, reason, what to do."""
    return error.in_words(say_text)


def say_text(context: str, text: str) -> str:
    """Return a text that was marked in `context` in the language of the window."""
    return QCoreApplication.translate(context, text)


def in_both_languages(context: str, text: str) -> tuple[str, str]:
    """Return a text that was marked in `context` in English and in French, whatever the window speaks."""
    app = QCoreApplication.instance()
    french = app.findChild(QTranslator, _FRENCH) if app else None
    said = french.translate(context, text) if french else ""
    return text, said or text


def _install(app: QCoreApplication, name: str, folder: Path) -> None:
    """Install one file of translations; where it is absent, the texts stay English."""
    translator = QTranslator(app)
    translator.setObjectName(_OURS)
    if translator.load(name, str(folder)):
        app.installTranslator(translator)
    else:
        translator.deleteLater()
