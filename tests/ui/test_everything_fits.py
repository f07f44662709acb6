"""Nothing is clipped, nameless or ambiguous: every part of the window, in both languages, at 100 % and 200 %."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QWidget,
)

from replique.core.errors import OutputError
from replique.core.messages import Message
from replique.tasks import Task
from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.keymap import load_keymap
from replique.ui.actions.table import BY_ID
from replique.ui.dialogs.about import AboutDialog
from replique.ui.dialogs.error import ErrorDialog, UnexpectedErrorDialog
from replique.ui.dialogs.export import ExportDialog
from replique.ui.dialogs.key_sheet import KeySheet
from replique.ui.dialogs.media_moved import MediaMovedDialog
from replique.ui.dialogs.new_project import NewProjectDialog
from replique.ui.dialogs.preferences import SettingsDialog
from replique.ui.dialogs.replace_recording import ReplaceRecordingDialog
from replique.ui.dialogs.speaker_name import SpeakerNameDialog
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.dialogs.unsaved import UnsavedDialog
from replique.ui.empty_state import EmptyState
from replique.ui.header import Header
from replique.ui.i18n import say_text
from replique.ui.labels import ElidedLabel
from replique.ui.settings import Settings
from replique.ui.speakers_panel import SpeakersPanel
from replique.ui.status_line import StatusLine
from replique.ui.toast import Toast

DEEP = Path("/media/usb/un très long nom de dossier/un autre/encore un autre/entretien-mahjoubi.mp3")
FULL = OutputError(
    "There is no space left on the disk.",
    remedy="Make room or save it on another disk; what stood there is unchanged.",
    path=DEEP,
)
SMALLEST_WINDOW = (1024, 640)
SCALE = "QT_SCALE_FACTOR"


@pytest.fixture
def actions(qapp):
    window = QMainWindow()
    yield ActionSet({action_id: lambda: None for action_id in BY_ID}, load_keymap(), window)
    window.deleteLater()


def header(themes, actions, **others):
    made = Header(themes)
    made.bind_actions(
        previous=actions["turn.previous"],
        play=actions["play.toggle"],
        following=actions["turn.next"],
        loop=actions["play.loop"],
        mute=actions["play.mute"],
    )
    made.set_title("Le Grand entretien du 7/9 · Mounir Mahjoubi")
    made.set_media("interview-2018-10-09.mp3")
    made.set_duration(5 * 3_600_000)
    made.set_modified(True)
    made.set_progress(1234, 5678)
    made.resize(SMALLEST_WINDOW[0], made.height())
    return made


def status_line(themes, actions, **others):
    made = StatusLine(themes)
    made.set_hints(actions.hints())
    made.set_player("libVLC 3.0.24")
    task = Task(say_text("tasks", "Drawing the waveform"), made)
    made.follow(task)
    task.progressed.emit(1.0)
    made.progress.show()
    made.resize(SMALLEST_WINDOW[0], made.height())
    return made


def speakers(themes, session, **others):
    made = SpeakersPanel(session, themes)
    made.resize(268, 400)
    return made


def empty_state(themes, **others):
    made = EmptyState(themes)
    made.set_recent([DEEP] * 3)
    made.resize(*SMALLEST_WINDOW)
    return made


def empty_state_half_full(themes, **others):
    made = empty_state(themes)
    made.set_files(transcript=DEEP.name)
    return made


def toast(themes, **others):
    parent = QWidget()
    parent.resize(700, 300)
    made = Toast(themes, parent)
    made.refuse(FULL)
    return parent


def settings(tmp_path, **others):
    return SettingsDialog(Settings(tmp_path / "settings.json"))


def export_with_note(**others):
    made = ExportDialog(proposed=DEEP, timed_count=0, untimed_count=1234, format_name="vtt")
    made.show_error(FULL)
    return made


def new_project(**others):
    made = NewProjectDialog()
    made.transcript.set_path(DEEP)
    made.recording.set_path(DEEP)
    made.show_error(FULL)
    return made


def media_moved(**others):
    made = MediaMovedDialog(expected=DEEP, check=lambda path: FULL)
    made.choose(DEEP)
    return made


def type_time(**others):
    made = TimeDialog(rate="23.976")
    made.edit.setText("x")
    made.set_button.click()
    return made


def key_sheet(actions, **others):
    return KeySheet(actions.key_table())


VIEWS = {
    "header": header,
    "status line": status_line,
    "speakers": speakers,
    "empty state": empty_state,
    "half-full empty state": empty_state_half_full,
    "toast": toast,
}
DIALOGS = {
    "settings": settings,
    "export": lambda **others: ExportDialog(proposed=DEEP, timed_count=702, untimed_count=1),
    "export with a note": export_with_note,
    "new project": new_project,
    "media moved": media_moved,
    "type a time": type_time,
    "speaker's name": lambda **others: SpeakerNameDialog(name="Aude", taken=["aude"]),
    "keys": key_sheet,
    "about": lambda **others: AboutDialog("0.1.0", "libVLC 3.0.24", "Qt 6.11.3"),
    "error": lambda **others: ErrorDialog("Not saved", FULL, details="28"),
    "fault": lambda **others: UnexpectedErrorDialog(ZeroDivisionError("x")),
    "replace the recording": lambda **others: ReplaceRecordingDialog(DEEP.name),
    "unsaved": lambda **others: UnsavedDialog("Le Grand entretien du 7/9 · Mounir Mahjoubi"),
}


@pytest.fixture(params=["en", "fr"])
def language(request, speak):
    speak(request.param)
    return request.param


@pytest.fixture
def build(qtbot, language, themes, session, actions, tmp_path):
    """A function that makes a part and shows it."""
    made = []

    def make(maker):
        part = maker(themes=themes, session=session, actions=actions, tmp_path=tmp_path)
        made.append(part)
        part.show()
        qtbot.waitExposed(part)
        QApplication.processEvents()
        return part

    yield make
    for part in made:
        part.close()
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(params=VIEWS | DIALOGS)
def part(request, build):
    return build((VIEWS | DIALOGS)[request.param])


@pytest.fixture(params=DIALOGS)
def dialog(request, build):
    return build(DIALOGS[request.param])


def shown(part, *kinds):
    return [widget for widget in part.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()]


def room_wanted(widget):
    """Return the width and height without which the text of a widget is clipped."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0, widget.heightForWidth(widget.width())
    hint = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
    return hint.width(), hint.height()


def test_no_text_is_clipped(part):
    clipped = []
    for widget in shown(part, QLabel, QAbstractButton, QComboBox):
        if isinstance(widget, ElidedLabel) or widget.objectName().startswith("qt_"):
            continue
        width, height = room_wanted(widget)
        if width > widget.width() or height > widget.height():
            clipped.append((type(widget).__name__, widget.accessibleName(), widget.size(), (width, height)))
    assert clipped == []


def test_nothing_stands_outside_its_frame(part):
    outside = []
    for widget in shown(part, QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox):
        holder = widget.parentWidget()
        if not holder.rect().contains(widget.geometry()):
            outside.append((type(widget).__name__, widget.geometry(), type(holder).__name__, holder.rect()))
    assert outside == []


def test_everything_that_takes_the_focus_has_a_name(part):
    nameless = []
    buddies = {label.buddy() for label in part.findChildren(QLabel) if label.buddy()}
    for widget in shown(part, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        proxied = {holder for holder in buddies if holder.focusProxy() is widget}
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (text or widget.accessibleName() or widget in buddies or proxied):
            nameless.append(type(widget).__name__)
    assert nameless == []


def mnemonics(texts):
    return Counter(match[1].casefold() for text in texts if (match := re.search(r"&(\w)", text)))


def test_no_letter_leads_to_two_places(part):
    texts = [widget.text() for widget in shown(part, QLabel, QAbstractButton)]
    assert [letter for letter, count in mnemonics(texts).items() if count > 1] == []


def test_no_letter_leads_to_two_menus(language, actions):
    window = QMainWindow()
    actions.fill(window.menuBar())
    titles = [action.text() for action in window.menuBar().actions()]
    assert [letter for letter, count in mnemonics(titles).items() if count > 1] == []
    for title in window.menuBar().actions():
        entries = [entry.text() for entry in title.menu().actions() if isinstance(entry, QAction)]
        twice = [letter for letter, count in mnemonics(entries).items() if count > 1]
        assert (title.text(), twice) == (title.text(), [])
    window.deleteLater()


def test_enter_and_escape_have_their_buttons(dialog):
    buttons = dialog.buttons
    assert len([button for button in buttons.buttons() if button.isDefault()]) == 1
    assert any(buttons.buttonRole(b) is buttons.ButtonRole.RejectRole for b in buttons.buttons())


def test_a_message_of_every_length_fits_the_toast(qtbot, themes, language):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    made = Toast(themes, parent)
    for count in range(1, 60, 7):
        made.tell(Message("test", "mot " * count))
        QApplication.processEvents()
        words = next(label for label in made.findChildren(QLabel) if label.text() == made.text)
        assert words.heightForWidth(words.width()) <= words.height()


@pytest.mark.skipif(SCALE in os.environ, reason="this is the scaled run")
def test_all_that_holds_at_twice_the_size_too():
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", __file__, "-k", "clipped or outside"],
        env={**os.environ, SCALE: "2"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
