"""What the tests of the window use: themes, a dressed application, languages, a small interview."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from replique.core.model import Document, Kind, Speaker, Turn, Word
from replique.core.resources import resource
from replique.ui.i18n import install_translators
from replique.ui.session import EditingSession
from replique.ui.style import apply_style
from replique.ui.theme import Appearance, ThemeSource


@pytest.fixture
def themes(qapp):
    """The light theme, in force in the whole application."""
    source = ThemeSource(Appearance.LIGHT)
    apply_style(qapp, source)
    yield source
    qapp.setStyleSheet("")


@pytest.fixture(scope="session")
def translations_dir(tmp_path_factory) -> Path:
    """The compiled translations."""
    folder = tmp_path_factory.mktemp("translations")
    for source in sorted(resource("translations").glob("*.ts")):
        compiler = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([compiler, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)
    return folder


@pytest.fixture
def speak(qapp: QApplication, translations_dir):
    """A function that lets the application speak a language; afterwards it speaks English again."""
    before = QLocale()
    yield lambda language: install_translators(qapp, language, translations_dir)
    install_translators(qapp, "en", translations_dir / "nowhere")
    QLocale.setDefault(before)


@pytest.fixture
def session(qapp) -> EditingSession:
    """An interview of three speakers, five turns and a note, the second turn current."""
    speakers = tuple(Speaker(i + 1, name, i) for i, name in enumerate(("Léa Salamé", "Mounir Mahjoubi", "Aude")))
    turns = [Turn(id=i + 1, words=(Word("Bonjour."),), speaker_id=who) for i, who in enumerate((1, 2, 1, 2, 1))]
    turns.append(Turn(id=6, words=(Word("(rires)"),), kind=Kind.NOTE))
    made = EditingSession()
    made.open(Document(speakers=speakers, turns=tuple(turns)), 2)
    return made
