"""Play, position, speed, loop and volume: the middle of the header."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from replique.ui.buttons import IconButton
from replique.ui.icons import Icons
from replique.ui.popup_menu import PopupMenu
from replique.ui.settings import Settings
from replique.ui.speeds import SPEEDS, next_speed, speed_text
from replique.ui.style import BASE_PX, sized
from replique.ui.theme import ThemeSource
from replique.ui.time_display import TimeDisplay

WHEEL_NOTCH = 120
VOLUME_WIDTH = 56
PLAY_SIZE = 36
PLAY_ICON_PX = 18
STEP_ICON_PX = 18
CHIP_PADDING = 11
QUIET_VOLUME = 50
"""Below it the icon shows one wave instead of two."""


class SpeedChip(QToolButton):
    """Shows the speed; a click opens the menu of speeds, the wheel takes the next."""

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._rate = 1.0
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFont(sized(self.font(), BASE_PX, tabular=True))
        self.setToolTip(self.tr("Speed; the wheel changes it too"))
        menu = PopupMenu(self)
        group = QActionGroup(menu)
        self._choices: dict[float, QAction] = {}
        for speed in SPEEDS:
            action = menu.addAction(speed_text(speed))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=speed: self.chosen.emit(chosen))
            group.addAction(action)
            self._choices[speed] = action
        self.setMenu(menu)
        widest = max(self.fontMetrics().horizontalAdvance(speed_text(speed)) for speed in SPEEDS)
        self.setFixedWidth(widest + 2 * CHIP_PADDING)
        self.set_rate(1.0)

    def set_rate(self, rate: float) -> None:
        """Show the speed in force."""
        self._rate = rate
        self.setText(speed_text(rate))
        self.setAccessibleName(self.tr("Speed {rate}").format(rate=speed_text(rate)))
        for speed, action in self._choices.items():
            action.setChecked(abs(speed - rate) < 1e-6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take the next speed for each notch."""
        direction = (event.angleDelta().y() > 0) - (event.angleDelta().y() < 0)
        rate = next_speed(self._rate, direction) if direction else self._rate
        if rate != self._rate:
            self.chosen.emit(rate)
        event.accept()


class VolumeSlider(QSlider):
    """A quiet slider from 0 to 100."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setProperty("role", "quiet")
        self.setRange(0, 100)
        self.setSingleStep(Settings.volume.step)
        self.setPageStep(2 * Settings.volume.step)
        self.setFixedWidth(VOLUME_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Volume"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by one step for each notch."""
        notches = event.angleDelta().y() / WHEEL_NOTCH
        self.setValue(self.value() + round(notches * Settings.volume.step))
        event.accept()


class Transport(QWidget):
    """The controls of the player; they show what they are told and ask for what is clicked."""

    speed_chosen = Signal(float)
    """The user wants another speed."""
    volume_chosen = Signal(int)
    """The user wants another volume, 0 to 100."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._themes = themes
        self._icons = Icons(themes)
        self._playing = False
        self._looping = False
        self._muted = False
        self.volume = VolumeSlider()
        self.volume.valueChanged.connect(self.volume_chosen)
        self.previous = self._step_button("fa6s.backward-step")
        self.play = IconButton(themes, self._play_icon, role="play", icon_px=PLAY_ICON_PX)
        self.play.setFixedSize(PLAY_SIZE, PLAY_SIZE)
        self.next = self._step_button("fa6s.forward-step")
        self.time = TimeDisplay(themes)
        self.speed = SpeedChip()
        self.speed.chosen.connect(self.speed_chosen)
        self.loop = IconButton(themes, self._loop_icon, icon_px=14)
        self.loop.toggled.connect(self._show_looping)
        self.mute = IconButton(themes, self._volume_icon, icon_px=14)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button in (self.previous, self.play, self.next):
            row.addWidget(button)
        row.addSpacing(4)
        for widget in (self.time, self.speed, self.loop):
            row.addWidget(widget)
        sound = QHBoxLayout()
        sound.setSpacing(4)
        sound.addWidget(self.mute)
        sound.addWidget(self.volume)
        row.addLayout(sound)

    def _step_button(self, icon: str) -> IconButton:
        return IconButton(
            self._themes, lambda: self._icons.colored(icon, self._themes.current.text), icon_px=STEP_ICON_PX
        )

    def set_playing(self, playing: bool) -> None:
        """Show whether it plays."""
        if playing != self._playing:
            self._playing = playing
            self.play.refresh_icon()

    def set_volume(self, percent: int, *, muted: bool) -> None:
        """Show the volume in force; nothing is asked for."""
        self._muted = muted
        self.volume.blockSignals(True)
        self.volume.setValue(percent)
        self.volume.blockSignals(False)
        self.mute.refresh_icon()

    def volume_place(self) -> QPoint:
        """Return where what belongs to the volume is shown: below it, on the screen."""
        return self.mute.mapToGlobal(self.mute.rect().bottomLeft() + QPoint(0, 4))

    def _show_looping(self, looping: bool) -> None:
        self._looping = looping
        self.loop.refresh_icon()

    def _play_icon(self) -> QIcon:
        return self._icons.colored("fa6s.pause" if self._playing else "fa6s.play", self._themes.current.on_accent)

    def _loop_icon(self) -> QIcon:
        theme = self._themes.current
        return self._icons.colored("fa6s.repeat", theme.accent if self._looping else theme.soft)

    def _volume_icon(self) -> QIcon:
        if self._muted:
            return self._icons("fa6s.volume-xmark")
        loud = self.volume.value() >= QUIET_VOLUME
        return self._icons("fa6s.volume-high" if loud else "fa6s.volume-low")
