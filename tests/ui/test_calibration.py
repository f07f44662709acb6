"""Ten taps tell how long the finger takes: by sounds of either player or by flashes, from the menu to the setting."""

from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from replique.core.errors import PlayerError
from replique.core.reaction import Answer
from replique.ui.choices import Backend
from replique.ui.dialogs import calibration
from replique.ui.dialogs.calibration import CalibrationDialog
from replique.ui.key_clock import KeyClock

LAG_MS = 150
MOMENTS_MS = [800, 1150, 1550, 1850, 2250, 2600]


@pytest.fixture
def hurried(monkeypatch):
    """Signals that come sooner than for a person."""
    monkeypatch.setattr(calibration, "unforeseeable_ms", lambda count, uniform: MOMENTS_MS)


class Finger(QObject):
    """Taps so long after each signal, by the signals' own clock."""

    def __init__(self, dialog, key=Qt.Key.Key_Return, skips=()):
        super().__init__(dialog)
        self._dialog = dialog
        self._due = [at + LAG_MS for number, at in enumerate(MOMENTS_MS) if number not in skips]
        self._key = key
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self):
        signals = self._dialog._signals
        if signals is None or not self._due:
            return
        now_ms = signals.tap_ms(monotonic())
        if self._dialog.flash.isChecked():
            now_ms -= signals._started_s * 1000
        if now_ms >= self._due[0]:
            self._due.pop(0)
            QTest.keyClick(self._dialog.windowHandle(), self._key)


@pytest.mark.parametrize("backend", list(Backend))
def test_sounds_of_the_chosen_player_measure_the_finger_and_the_setting_is_kept(
    make_desk, hands, hurried, backend, qtbot
):
    desk = make_desk(backend)
    hands.sit_at(desk.window)
    seen = []

    def answer(dialog):
        dialog.sound.setChecked(True)
        Finger(dialog)
        hands.press(Qt.Key.Key_Return)
        over = QSignalSpy(dialog.measured)
        over.wait(15_000)
        seen.append((dialog.reaction_ms, dialog.outcome.text(), dialog.explanation.text(), dialog.note))
        hands.press(Qt.Key.Key_Return if dialog.reaction_ms else Qt.Key.Key_Escape)

    hands.when_asked(answer)
    desk.actions["timing.calibrate"].trigger()
    reaction_ms, _, explanation, _ = seen[0]
    assert explanation == "6 of 6 counted."
    assert abs(reaction_ms - LAG_MS) <= 40
    assert desk.settings.reaction_ms == reaction_ms
    assert desk.window.toast.text == f"Reaction time: {reaction_ms} ms"


@pytest.fixture
def dialog(qtbot, themes, hurried):
    """The dialog on a computer without sound."""

    def no_player():
        raise PlayerError("There is no player.", remedy="Install one.")

    made = CalibrationDialog(no_player, KeyClock(), themes, heard=False, current_ms=200)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.done(0)


def test_without_a_sound_card_it_says_so_and_proposes_flashes(dialog):
    assert dialog.flash.isChecked()
    assert "no sound output" in dialog.note
    assert dialog.outcome.text() == "Set now: 200 ms"


def test_flashes_do_as_well(qtbot, dialog):
    Finger(dialog, Qt.Key.Key_Space, skips={2})
    dialog.start()
    assert QApplication.focusWidget() is dialog.stage
    qtbot.waitUntil(lambda: dialog.take_button.isVisible(), timeout=15_000)
    assert dialog.reaction_ms in range(LAG_MS - 40, LAG_MS + 41)
    assert dialog.explanation.text() == "5 of 6 counted. 1 was not answered."


def test_a_tap_before_its_signal_is_told(qtbot, dialog):
    Finger(dialog)
    dialog.start()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.take_button.isVisible(), timeout=15_000)
    assert "1 came before the signal: wait for it." in dialog.explanation.text()


def test_too_few_answers_are_not_offered(qtbot, dialog):
    Finger(dialog, skips=set(range(1, 6)))
    dialog.start()
    qtbot.waitUntil(lambda: dialog.start_button.isEnabled(), timeout=15_000)
    assert dialog.take_button.isHidden()
    assert dialog.outcome.text() == "Too few of your taps answer a signal to tell."
    dialog.accept()
    assert dialog.isVisible()


def test_without_a_player_it_says_what_to_do_and_flashes_remain(dialog):
    dialog.sound.setChecked(True)
    dialog.start()
    assert dialog.note == "There is no player. Install one."
    assert dialog.start_button.isEnabled()
    assert dialog.flash.isChecked()


def test_escape_leaves_in_the_middle_and_sets_nothing(qtbot, dialog):
    dialog.start()
    QTest.keyClick(dialog.stage, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert dialog.reaction_ms is None


def test_holding_the_key_down_is_one_tap(dialog):
    dialog.start()
    taps = []
    dialog.stage.tapped.connect(lambda: taps.append(1))
    for repeated in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", repeated)
        QGuiApplication.sendEvent(dialog.stage, key)
    assert taps == [1]


def test_every_answer_has_its_colour(dialog, themes):
    dialog.stage.show_answers((Answer.COUNTED, Answer.EARLY))
    theme = themes.current
    assert dialog.stage._dot_color(theme, 0) == theme.confirmed
    assert dialog.stage._dot_color(theme, 1) == theme.amber


def test_the_settings_lead_to_it_and_show_what_was_taken_over(make_desk, hands, hurried, qtbot):
    desk = make_desk()
    hands.sit_at(desk.window)
    shown = []

    def measure(dialog):
        finger = Finger(dialog)
        QSignalSpy(dialog.measured).wait(15_000)
        finger.deleteLater()
        hands.press(Qt.Key.Key_Return)

    def change(settings):
        row = settings._rows["reaction_ms"]
        hands.when_asked(lambda dialog: (dialog.flash.setChecked(True), dialog.start(), measure(dialog)))
        row.button.click()
        shown.append(row.editor.spin.value())
        settings.reject()

    hands.when_asked(change)
    desk.actions["file.settings"].trigger()
    assert abs(shown[0] - LAG_MS) <= 40
    assert desk.settings.reaction_ms == shown[0]
