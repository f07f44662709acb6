"""What the tests of the window use: themes, a dressed application, languages, a small interview."""

import gc
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from replique.app import Desk
from replique.core.model import Document, Kind, Speaker, Turn, Word
from replique.core.resources import resource
from replique.ui.choices import Appearance, Backend
from replique.ui.i18n import install_translators
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.style import apply_style
from replique.ui.theme import ThemeSource
from replique.workflow.recent import RecentProjects
from replique.workflow.samples import sample


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


@pytest.fixture
def make_desk(qapp, qtbot, tmp_path):
    """A function that builds the whole program around one window, without a sound card, and lets it go afterwards."""
    desks = []

    def make(backend: Backend = Backend.VLC) -> Desk:
        settings = Settings(tmp_path / "settings.json")
        settings.backend = backend
        settings.appearance = Appearance.LIGHT
        desk = Desk(
            qapp, settings, RecentProjects(None), cache_folder=tmp_path / "cache", vlc_options=["--aout=dummy"]
        )
        desks.append(desk)
        desk.window.show()
        qtbot.waitExposed(desk.window)
        return desk

    yield make
    for desk in desks:
        desk.close()
        desk.window.allow_close()
        desk.window.close()
        desk.window.deleteLater()
    # No event loop of the program runs here that would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def open_sample(qtbot):
    """A function that opens the French sample in a desk and waits until its waveform is complete."""

    def open_in(desk: Desk, copy_to: Path | None = None) -> None:
        found = sample("fr")
        transcript, recording = found.transcript, found.recording
        if copy_to:
            transcript = Path(shutil.copy(transcript, copy_to))
            recording = Path(shutil.copy(recording, copy_to))
        with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
            desk.project.new_project(transcript, recording)

    return open_in


@pytest.fixture(scope="session")
def very_long() -> Document:
    """Five thousand turns of five speakers, 300 000 words, each with its times: 21 hours."""
    sentence = "Il a dit « secrétaire d’Etat au Numérique », c’est toujours bon ?"
    one = sentence.split(" ")
    turns = []
    for n in range(5000):
        begin_ms = n * 60 * 250
        words = tuple(
            Word(one[i % len(one)], " " if i else "", begin_ms + i * 250, begin_ms + i * 250 + 200) for i in range(60)
        )
        turns.append(Turn(id=n + 1, words=words, speaker_id=n % 5 + 1))
    speakers = tuple(Speaker(i, f"Locuteur {i}", i - 1) for i in range(1, 6))
    return Document(speakers=speakers, turns=tuple(turns))


@pytest.fixture
def settle(qtbot, very_long):
    """Open the long interview, wait until it is cut and measured, and keep the garbage as a running program does."""

    def settled(desk):
        desk.session.open(very_long, 2500)
        desk.window.transcript.setFocus()
        qtbot.waitUntil(lambda: len(desk.presenter._cues.cues) > 5000, timeout=60_000)
        qtbot.waitUntil(lambda: desk.window.transcript._rows.all_exact, timeout=60_000)
        gc.collect()
        gc.freeze()
        return desk

    yield settled
    gc.unfreeze()


NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Hands:
    """Ten fingers and no mouse: key events as the window system sends them, to the window that has the focus."""

    def sit_at(self, window):
        """Give a window the focus."""
        self._window = window
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    def press(self, key, modifier=NO_MODIFIER):
        if QApplication.activeModalWidget():
            # QTest lets the application work afterwards, and a dialog would be gone before its answer is read.
            self._send(key, modifier)
            return
        if not QGuiApplication.focusWindow():
            # After a dialog the offscreen platform gives the focus to nobody.
            self.sit_at(self._window)
        QTest.keyClick(QGuiApplication.focusWindow(), key, modifier)

    def hold(self, key, repeats):
        """Hold a key down: it is pressed once and then repeated."""
        for number in range(1 + repeats):
            self._send(key, repeated=number > 0)

    def write(self, text):
        """Type a text over what is selected where the text cursor stands."""
        for character in text:
            self._send(Qt.Key.Key_unknown, text=character)

    def _send(self, key, modifier=NO_MODIFIER, text="", repeated=False):
        window = QGuiApplication.focusWindow()
        QGuiApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text, repeated))
        if window is QGuiApplication.focusWindow():
            QGuiApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyRelease, key, modifier, text, repeated))

    def when_asked(self, *answers):
        """Answer the dialogs that will open, one function each, as soon as they have the focus."""
        waiting = list(answers)
        timer = QTimer(QApplication.instance())

        def look():
            window = QGuiApplication.focusWindow()
            dialog = QApplication.activeModalWidget()
            if dialog and window is dialog.windowHandle() and QApplication.focusWidget():
                timer.setInterval(50)
                answer = waiting.pop(0)
                if not waiting:
                    timer.stop()
                    timer.deleteLater()
                answer(dialog)

        timer.timeout.connect(look)
        timer.start(20)


@pytest.fixture
def hands(qapp) -> Hands:
    """The keyboard."""
    return Hands()
