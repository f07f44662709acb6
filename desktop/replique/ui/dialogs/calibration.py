"""Ten taps that tell how long the user's finger takes."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from replique.core.errors import RepliqueError
from replique.core.reaction import Answer, Reaction, reaction, unforeseeable_ms
from replique.playback.player import Player
from replique.ui.dialogs.base import Dialog, Role
from replique.ui.dialogs.tap_stage import COUNT, TapStage
from replique.ui.key_clock import KeyClock
from replique.ui.labels import label
from replique.ui.signals import Beeps, Flashes, Signals
from replique.ui.theme import ThemeSource

STEP_MS = 10
"""The setting is no finer."""


class CalibrationDialog(Dialog):
    """Measures the reaction time; accepted with `reaction_ms` where the user takes what was found.

    Parameters
    ----------
    make_player : makes the player that plays the sounds; the dialog closes it.
    key_clock : says when a key went down.
    heard : whether this computer lets sounds be heard.
    current_ms : the reaction time that is set now.
    """

    measured = Signal()
    """All signals were given, and what the taps tell is shown."""

    def __init__(
        self,
        make_player: Callable[[], Player],
        key_clock: KeyClock,
        themes: ThemeSource,
        parent: QWidget | None = None,
        *,
        heard: bool = True,
        current_ms: int = 0,
    ) -> None:
        super().__init__(parent, width=520)
        self.set_heading(
            self.tr("Reaction time"),
            self.tr(
                "Ten signals come at moments that nobody can foresee. Press a key, such as Enter, as soon as each "
                "comes. Réplique sets your taps earlier by the time that this takes you."
            ),
        )
        self._make_player = make_player
        self._key_clock = key_clock
        self._signals: Signals | None = None
        self._taps_ms: list[float] = []
        self.reaction_ms: int | None = None
        self.stage = TapStage(themes)
        self.stage.setAccessibleName(self.tr("Reaction time"))
        self.stage.tapped.connect(self._tap)
        self.sound = QRadioButton(self.tr("Short &sounds"))
        self.flash = QRadioButton(self.tr("&Flashes"))
        (self.sound if heard else self.flash).setChecked(True)
        self.outcome = label(self.tr("Set now: {ms} ms").format(ms=current_ms), "strong", wraps=True)
        self.explanation = label("", "small", wraps=True)
        self._lay_out()
        self.cancel_button = self.add_button(self.tr("Cancel"), Role.RejectRole)
        self.cancel_button.clicked.connect(self.reject)
        self.take_button = self.add_button(self.tr("&Use it"), Role.AcceptRole)
        self.take_button.clicked.connect(self.accept)
        self.take_button.hide()
        self.start_button = self.add_button(self.tr("S&tart"), Role.ActionRole, default=True)
        self.start_button.clicked.connect(self.start)
        self.start_button.setFocus()
        if not heard:
            self.set_note(self.tr("This computer has no sound output that was found. Measure with flashes instead."))

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self.sound)
        choices.addWidget(self.flash)
        choices.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.outcome)
        words.addWidget(self.explanation)
        self.explanation.hide()
        self.body.addLayout(choices)
        self.body.addWidget(self.stage)
        self.body.addLayout(words)

    def start(self) -> None:
        """Give ten signals and listen to the taps."""
        if handle := self.windowHandle():
            self._key_clock.watch(handle)
        self._stop()
        self.set_note("")
        self.reaction_ms = None
        self._taps_ms = []
        planned_ms = unforeseeable_ms(COUNT, SystemRandom().uniform)
        signals = self._signals = (
            Beeps(planned_ms, self._make_player, self)
            if self.sound.isChecked()
            else Flashes(planned_ms, self.stage.show_lit, self)
        )
        signals.given.connect(self._given)
        signals.over.connect(self._over)
        signals.failed.connect(self._failed)
        self._set_running(True)
        self._given(0)
        self.stage.setFocus()
        signals.start()

    def done(self, result: int) -> None:
        """Let the player go."""
        self._stop()
        super().done(result)

    def accept(self) -> None:
        """Take what was found."""
        if self.reaction_ms is not None:
            super().accept()

    def show_reaction(self, found: Reaction) -> None:
        """Say what the taps tell, and offer to take it over where they agree."""
        self.stage.show_answers(found.answers)
        self.start_button.setText(self.tr("&Again"))
        if found.is_sure and found.median_ms is not None:
            self.reaction_ms = round(found.median_ms / STEP_MS) * STEP_MS
            self._say(
                self.tr("{ms} ms; half of your taps lie within ± {spread} ms of it.").format(
                    ms=found.median_ms, spread=found.spread_ms
                ),
                self._in_words(found),
            )
            self.take_button.setText(self.tr("&Use {ms} ms").format(ms=self.reaction_ms))
            self.take_button.show()
            self._make_default(self.take_button)
        else:
            self._say(self.tr("Too few of your taps answer a signal to tell."), self._in_words(found))
            self._make_default(self.start_button)

    def _tap(self) -> None:
        if self._signals:
            self._taps_ms.append(self._signals.tap_ms(self._key_clock.take()))

    def _given(self, count: int) -> None:
        self.stage.show_given(count)
        self._say(self.tr("{count} of {total}").format(count=count, total=COUNT), "")

    def _over(self) -> None:
        signals = self._signals
        if signals is None:
            return
        found = reaction(signals.moments_ms, self._taps_ms)
        self._stop()
        self.show_reaction(found)
        self.measured.emit()

    def _failed(self, error: RepliqueError) -> None:
        self._stop()
        self.show_error(error)
        self.flash.setChecked(True)

    def _stop(self) -> None:
        if self._signals:
            self._signals.stop()
            self._signals.deleteLater()
            self._signals = None
        self._set_running(False)

    def _set_running(self, running: bool) -> None:
        for widget in (self.sound, self.flash, self.start_button):
            widget.setEnabled(not running)
        self.take_button.hide()

    def _make_default(self, button: QWidget) -> None:
        for other in (self.take_button, self.start_button):
            other.setDefault(other is button)
        button.setFocus()

    def _in_words(self, found: Reaction) -> str:
        """Say what became of the signals; what did not happen is not spoken of."""
        counted, early = found.how_many(Answer.COUNTED), found.how_many(Answer.EARLY)
        missed, stray = found.how_many(Answer.MISSED), found.how_many(Answer.STRAY)
        sentences = [self.tr("{count} of {total} counted.").format(count=counted, total=len(found.answers))]
        if early:
            sentences.append(self.tr("%n came before the signal: wait for it.", "", early))
        if missed:
            sentences.append(self.tr("%n was not answered.", "", missed))
        if stray:
            sentences.append(self.tr("%n lay far from the others and was left out.", "", stray))
        return " ".join(sentences)

    def _say(self, result: str, explanation: str) -> None:
        self.outcome.setText(result)
        self.explanation.setText(explanation)
        self.explanation.setVisible(bool(explanation))
        if explanation:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{result} {explanation}"))
        if self.isVisible():
            self.fit()
