"""Nothing is clipped, nameless or ambiguous: every part of the window, in both languages, at every scale and size."""

import os
import re
import subprocess
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QWidget,
)

from replique.core.messages import Message
from replique.ui.dialogs.base import Dialog
from replique.ui.style import sized
from replique.ui.toasts import Toasts
from replique.ui.transcript.view import TranscriptView

SCALE = "QT_SCALE_FACTOR"
WIDE_FONT = "DejaVu Sans"
"""What is there where nobody chose a font; its letters are a sixth wider than those of other interfaces."""


def _gallery():
    path = Path(__file__).resolve().parents[2] / "packaging" / "gallery.py"
    spec = spec_from_file_location("gallery", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GALLERY = _gallery()
EVERYTHING = GALLERY.PARTS | GALLERY.DIALOGS


@pytest.fixture
def stage(themes, tmp_path):
    made, window = GALLERY.make_stage(themes, tmp_path / "settings.json")
    yield made
    window.deleteLater()


@pytest.fixture(params=["en", "fr"])
def language(request, speak):
    speak(request.param)
    return request.param


@pytest.fixture
def build(qtbot, language, stage):
    """A function that makes a part and shows it."""
    made = []

    def make(maker):
        part = maker(stage)
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


@pytest.fixture(params=EVERYTHING)
def part(request, build):
    return build(EVERYTHING[request.param])


@pytest.fixture(params=GALLERY.DIALOGS)
def dialog(request, build):
    return build(GALLERY.DIALOGS[request.param])


@pytest.fixture
def wide_font(qapp, themes):
    if WIDE_FONT not in QFontDatabase.families():
        pytest.skip(f"{WIDE_FONT} is not here")
    before = qapp.font()
    font = sized(before, before.pixelSize())
    font.setFamily(WIDE_FONT)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


def test_nothing_is_clipped_nor_off_its_frame(part):
    assert GALLERY.complaints(part) == []


@pytest.mark.parametrize("size", GALLERY.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", [name for name in GALLERY.PARTS if "window" in name])
def test_the_window_fits_at_every_size(build, name, size):
    window = build(GALLERY.PARTS[name])
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert GALLERY.complaints(window) == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_wider_font_finds_room_too(wide_font, build, name):
    assert GALLERY.complaints(build(EVERYTHING[name])) == []


@pytest.mark.skipif(SCALE in os.environ, reason="this is the scaled run")
@pytest.mark.parametrize("scale", ["1.25", "1.5", "1.75", "2"])
def test_all_that_holds_at_every_scale(scale):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", __file__, "-k", "clipped or toast"],
        env={**os.environ, SCALE: scale},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_widget_of_the_program_is_walked(qtbot, themes, stage):
    seen = set()
    makers = GALLERY.PARTS | GALLERY.DIALOGS | GALLERY.MENUS
    for maker in makers.values():
        part = maker(stage)
        qtbot.addWidget(part)
        seen |= {type(widget) for widget in (part, *part.findChildren(QWidget))}
    forgotten = {cls.__name__ for cls in GALLERY.widget_classes() - seen}
    assert forgotten == GALLERY.MADE_WHILE_EDITING, "show them in packaging/gallery.py"


def test_what_is_cut_in_a_list_is_a_tool_tip(part):
    for view in GALLERY.shown(part, QAbstractItemView):
        if isinstance(view, TranscriptView) or view.model() is None:
            continue
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        for index in (index for index in rows if index.flags() & Qt.ItemFlag.ItemIsEnabled):
            text, tip = index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.ToolTipRole)
            assert text in (tip or ""), f"{type(view).__name__}: “{text}” may be cut and has no tool tip"


def test_everything_that_takes_the_focus_has_a_name(part):
    nameless = []
    buddies = {label.buddy() for label in part.findChildren(QLabel) if label.buddy()}
    for widget in GALLERY.shown(part, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox):
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
    texts = [widget.text() for widget in GALLERY.shown(part, QLabel, QAbstractButton)]
    if isinstance(part, QMainWindow):
        texts += [action.text() for action in part.menuBar().actions()]
    assert [letter for letter, count in mnemonics(texts).items() if count > 1] == []


def test_no_letter_leads_to_two_menus_and_each_menu_fits_the_smallest_window(qtbot, language, stage):
    window = QMainWindow()
    qtbot.addWidget(window)
    stage.actions.fill(window.menuBar())
    titles = [action.text() for action in window.menuBar().actions()]
    assert [letter for letter, count in mnemonics(titles).items() if count > 1] == []
    width, height = GALLERY.SMALLEST
    for title in window.menuBar().actions():
        menu = title.menu()
        menu.ensurePolished()
        assert menu.sizeHint().width() <= width // 2
        assert menu.sizeHint().height() <= height
        entries = [entry.text() for entry in menu.actions() if isinstance(entry, QAction)]
        twice = [letter for letter, count in mnemonics(entries).items() if count > 1]
        assert (title.text(), twice) == (title.text(), [])


def test_enter_and_escape_have_their_buttons(dialog):
    assert isinstance(dialog, Dialog)
    buttons = dialog.buttons
    assert len([button for button in buttons.buttons() if button.isDefault()]) == 1
    assert any(buttons.buttonRole(b) is buttons.ButtonRole.RejectRole for b in buttons.buttons())


def test_every_dialog_fits_the_smallest_window(dialog):
    width, height = GALLERY.SMALLEST
    assert dialog.width() <= width
    assert dialog.height() <= height


def test_a_message_of_every_length_fits_the_toast(qtbot, themes, language):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    made = Toasts(themes, parent)
    for count in range(1, 60, 7):
        made.tell(Message("test", "mot " * count))
        QApplication.processEvents()
        words = next(label for label in parent.findChildren(QLabel) if label.text() == made.text)
        assert words.heightForWidth(words.width()) <= words.height()
