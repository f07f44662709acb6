"""Every part, dialog, menu and state of the window with the hardest content: for tests and screenshots."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

import replique.ui
from replique.core.errors import OutputError, PlayerError
from replique.core.model import Cue, CueText, Document, Kind, Speaker, Turn, Word
from replique.core.reaction import reaction
from replique.media.tracks import AudioTrack
from replique.playback.outputs import Output
from replique.playback.player import Player
from replique.tasks import Task
from replique.ui.actions.action_set import ActionSet
from replique.ui.actions.hints import Place, fixed_keys, hints
from replique.ui.actions.keymap import load_keymap
from replique.ui.actions.table import BY_ID
from replique.ui.actions.user_keys import UserKeys
from replique.ui.dialogs.about import AboutDialog
from replique.ui.dialogs.calibration import CalibrationDialog
from replique.ui.dialogs.error import ErrorDialog, UnexpectedErrorDialog
from replique.ui.dialogs.export import ExportDialog
from replique.ui.dialogs.key_sheet import KeySheet
from replique.ui.dialogs.media_moved import MediaMovedDialog
from replique.ui.dialogs.new_project import NewProjectDialog
from replique.ui.dialogs.preferences import SettingsDialog
from replique.ui.dialogs.replace_recording import ReplaceRecordingDialog
from replique.ui.dialogs.setting_editors import Fittings, SettingButton
from replique.ui.dialogs.shortcuts import ShortcutsDialog
from replique.ui.dialogs.speaker_name import SpeakerNameDialog
from replique.ui.dialogs.tap_stage import COUNT
from replique.ui.dialogs.track import TrackDialog
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.dialogs.unsaved import UnsavedDialog
from replique.ui.empty_state import RECENT_COUNT, EmptyState
from replique.ui.header import Header
from replique.ui.i18n import say_text
from replique.ui.key_clock import KeyClock
from replique.ui.labels import ElidedLabel
from replique.ui.main_window import MainWindow
from replique.ui.output_choice import OutputEditor, OutputMenu
from replique.ui.outputs import OutputController
from replique.ui.palette.entries import entries
from replique.ui.playback_controller import PlaybackController
from replique.ui.session import EditingSession
from replique.ui.settings import Settings
from replique.ui.speaker_menu import SpeakerMenu
from replique.ui.speakers_panel import SpeakersPanel
from replique.ui.status_line import StatusLine
from replique.ui.style import sized
from replique.ui.subtitle_strip import SubtitleStrip
from replique.ui.theme import ThemeSource
from replique.ui.toast import Tone
from replique.ui.toasts import Toasts
from replique.ui.tour_card import TourCard
from replique.ui.tour_steps import STEPS
from replique.ui.waveform.panel import WaveformPanel

DEEP = Path("/media/usb/un très long nom de dossier/un autre/encore un autre/entretien-mahjoubi.mp3")
HEADPHONES = Output("usb-0d8c", "Casque audio stéréo sans fil de la régie (IEC958), USB 0d8c:0014")
FULL = OutputError(
    "There is no space left on the disk.",
    remedy="Make room or save it on another disk; what stood there is unchanged.",
    path=DEEP,
)
TITLE = "Le Grand entretien du 7/9 · Mounir Mahjoubi"
SMALLEST = (1024, 640)
SIZES = (SMALLEST, (1280, 800), (1920, 1080), (3840, 2160))
"""Of the window, in device-independent pixels."""

BUTTON_PADDING = 15
"""Of the style sheet, with the border."""
LONG_NAME = "Marie-Bénédicte de La Rochefoucauld-Montbéliard"


TRACKS = (AudioTrack("fra", "", 2), AudioTrack("eng", "Simultaneous interpretation", 1), AudioTrack("xx", "", 6))


class Stage(NamedTuple):
    """What the parts are made with."""

    themes: ThemeSource
    session: EditingSession
    actions: ActionSet
    settings: Settings


Maker = Callable[[Stage], QWidget]


def make_stage(themes: ThemeSource, settings_path: Path) -> tuple[Stage, QMainWindow]:
    """Return a stage, and the window that holds its actions: keep it as long as they are used."""
    window = QMainWindow()
    actions = ActionSet({action_id: lambda: None for action_id in BY_ID}, load_keymap(), window)
    session = EditingSession()
    session.open(interview(), 2)
    return Stage(themes, session, actions, Settings(settings_path)), window


def interview() -> Document:
    """Return an interview in which everything is long: names, turns, notes."""
    names = ("Léa Salamé", "Mounir Mahjoubi", LONG_NAME)
    speakers = tuple(Speaker(i + 1, name, i) for i, name in enumerate(names))
    says = tuple(Word(word) for word in ("Anticonstitutionnellement,", "Madame,", "Monsieur."))
    turns = [Turn(id=i + 1, words=says * 9, speaker_id=who) for i, who in enumerate((1, 2, 3, 2, 1))]
    turns.append(Turn(id=6, words=(Word("(rires)"),), kind=Kind.NOTE))
    return Document(speakers=speakers, turns=tuple(turns))


def _fill_header(header: Header, actions: ActionSet) -> None:
    header.bind_actions(
        previous=actions["turn.previous"],
        play=actions["play.toggle"],
        following=actions["turn.next"],
        loop=actions["play.loop"],
        mute=actions["play.mute"],
    )
    header.set_title(TITLE)
    header.set_media("interview-2018-10-09.mp3")
    header.set_duration(5 * 3_600_000)
    header.set_modified(True)
    header.set_progress(1234, 5678)


def _fill_status(status: StatusLine, actions: ActionSet) -> None:
    status.set_hints(hints(actions, Place.LIST))
    status.set_player("libVLC 3.0.24")
    task = Task(say_text("tasks", "Drawing the waveform"), status)
    status.follow(task)
    task.progressed.emit(1.0)
    status.progress.show()


def _header(stage: Stage) -> QWidget:
    made = Header(stage.themes)
    _fill_header(made, stage.actions)
    made.resize(SMALLEST[0], made.height())
    return made


def _status_line(stage: Stage) -> QWidget:
    made = StatusLine(stage.themes)
    _fill_status(made, stage.actions)
    made.resize(SMALLEST[0], made.height())
    return made


def _copy_played(stage: Stage) -> QWidget:
    made = _status_line(stage)
    assert isinstance(made, StatusLine)  # noqa: S101 - for the type checker
    made.set_copy("asked for 1:14.110, it plays 1:19.126.")
    return made


def _speakers(stage: Stage) -> QWidget:
    made = SpeakersPanel(stage.session, stage.themes)
    made.resize(268, 400)
    return made


def _no_speakers(stage: Stage) -> QWidget:
    session = EditingSession(stage.session)
    session.open(Document(turns=(Turn(id=1, words=(Word("Bonjour."),)),)), 1)
    made = SpeakersPanel(session, stage.themes)
    made.resize(268, 200)
    return made


def _empty_state(stage: Stage) -> QWidget:
    made = EmptyState(stage.themes)
    made.set_recent([DEEP] * RECENT_COUNT)
    made.offer_sample(stage.actions.key_of("file.sample"), with_tour=True)
    made.resize(*SMALLEST)
    return made


def _half_full(stage: Stage) -> QWidget:
    made = EmptyState(stage.themes)
    made.set_files(recording=DEEP.name)
    made.resize(*SMALLEST)
    return made


def _toast(stage: Stage) -> QWidget:
    parent = QWidget()
    parent.resize(700, 300)
    toasts = Toasts(stage.themes, parent)
    toasts.show_text(str(FULL), Tone.REFUSED)
    toasts.did("Début du tour 12 à 1:23:45.678", stage.actions.key_of("timing.end_earlier"))
    return parent


def _no_recording(stage: Stage) -> QWidget:
    made = WaveformPanel(stage.session, stage.themes)
    made.resize(SMALLEST[0], 236)
    return made


def _subtitle(stage: Stage) -> QWidget:
    made = SubtitleStrip(stage.themes)
    made.set_cue(Cue(0, 2000, (CueText("Léa Salamé", ("Oui, <i>secrétaire d’État</i>", "au Numérique.")),)))
    made.resize(SMALLEST[0], made.sizeHint().height())
    return made


def _tour(stage: Stage) -> QWidget:
    made = TourCard(stage.themes)
    made.show_key(4, 6, ["Alt+Maj+Gauche", "Alt+Maj+Droite"], say_text("tour", STEPS[3].title), STEPS[4].text)
    made.resize(SMALLEST[0] - 268, made.heightForWidth(SMALLEST[0] - 268))
    return made


def _window_with_tour(stage: Stage) -> QWidget:
    made = _window(stage, transcript=True, recording=True)
    keys = [stage.actions.key_of(action_id) for action_id in STEPS[3].actions]
    text = say_text("tour", STEPS[3].text).format(tap=stage.actions.key_of("timing.tap"), nudge=20)
    made.tour.show_key(4, len(STEPS), keys, say_text("tour", STEPS[3].title), text)
    return made


def _window(stage: Stage, *, transcript: bool, recording: bool) -> MainWindow:
    made = MainWindow(stage.session, stage.themes)
    stage.actions.fill(made.menuBar())
    _fill_header(made.header, stage.actions)
    _fill_status(made.status, stage.actions)
    if recording:
        made.waveform.set_duration(90_000)
    made.empty.set_recent([DEEP] * RECENT_COUNT)
    made.empty.offer_sample(stage.actions.key_of("file.sample"), with_tour=True)
    made.empty.set_files(recording=DEEP.name if recording else "")
    made.show_parts(transcript=transcript, recording=recording, speakers=True)
    made.allow_close()
    made.resize(*SMALLEST)
    return made


def _palette(stage: Stage, typed: str) -> QWidget:
    made = _window(stage, transcript=True, recording=False)
    made.command_palette.open_palette(entries(stage.actions), ())
    made.command_palette.field.setText(typed)
    return made


def _turn_menu(stage: Stage) -> QWidget:
    return stage.actions.turn_menu(_holder(stage))


def _speaker_menu(stage: Stage) -> QWidget:
    return SpeakerMenu(stage.session.document, stage.themes.current, _holder(stage))


def _outputs(stage: Stage) -> OutputController:
    """Return the choice of devices where the chosen one, which has a long name, is not there."""
    stage.settings.output = HEADPHONES
    return OutputController(PlaybackController(_no_player, stage.settings), stage.settings)


def _settings(stage: Stage) -> QWidget:
    measure = SettingButton(say_text("commands", "&Measure…"), lambda dialog: None)
    fittings = Fittings({"output": lambda: OutputEditor(_outputs(stage))}, {"reaction_ms": measure})
    return SettingsDialog(stage.settings, fittings=fittings)


def _holder(stage: Stage) -> QWidget:
    holder = stage.actions.parent()
    assert isinstance(holder, QWidget)  # noqa: S101 - for the type checker
    return holder


PARTS: dict[str, Maker] = {
    "header": _header,
    "status line": _status_line,
    "status line with a copy": _copy_played,
    "speakers": _speakers,
    "no speakers": _no_speakers,
    "empty state": _empty_state,
    "half-full empty state": _half_full,
    "toast": _toast,
    "no recording": _no_recording,
    "subtitle": _subtitle,
    "first window": lambda stage: _window(stage, transcript=False, recording=False),
    "window without a recording": lambda stage: _window(stage, transcript=True, recording=False),
    "window without a transcript": lambda stage: _window(stage, transcript=False, recording=True),
    "tour": _tour,
    "window with the tour": _window_with_tour,
    "window": lambda stage: _window(stage, transcript=True, recording=True),
    "palette": lambda stage: _palette(stage, ""),
    "palette that finds nothing": lambda stage: _palette(stage, "zzzz"),
}
"""What stands in the window, and the window in each of its states."""

MENUS: dict[str, Maker] = {
    "turn menu": _turn_menu,
    "speaker menu": _speaker_menu,
    "output menu": lambda stage: OutputMenu(_outputs(stage), _holder(stage)),
}


def _export_with_note(stage: Stage) -> QWidget:
    made = ExportDialog(proposed=DEEP, timed_count=0, untimed_count=1234, format_name="vtt")
    made.show_error(FULL)
    return made


def _new_project(stage: Stage) -> QWidget:
    made = NewProjectDialog()
    made.transcript.set_path(DEEP)
    made.recording.set_path(DEEP)
    made.show_error(FULL)
    return made


def _media_moved(stage: Stage) -> QWidget:
    made = MediaMovedDialog(expected=DEEP, check=lambda path: FULL)
    made.choose(DEEP)
    return made


def _type_time(stage: Stage) -> QWidget:
    made = TimeDialog(rate="23.976")
    made.edit.setText("x")
    made.set_button.click()
    return made


def _calibration(stage: Stage) -> CalibrationDialog:
    return CalibrationDialog(_no_player, KeyClock(), stage.themes, heard=False, current_ms=200)


def _calibrated(stage: Stage) -> QWidget:
    made = _calibration(stage)
    signals_ms = [2000 * index for index in range(COUNT)]
    lags_ms = (212, 190, 230, 205, -300, 220, 900, 198, 215)
    made.show_reaction(reaction(signals_ms, [at + lag for at, lag in zip(signals_ms, lags_ms, strict=False)]))
    return made


def _no_player() -> Player:
    raise PlayerError("Nothing plays in a gallery.")


def _shortcuts(stage: Stage, *, asks: bool = False) -> QWidget:
    keys = UserKeys(stage.settings.path.with_name("keymap.json"))
    made = ShortcutsDialog(keys, stage.actions, stage.themes)
    if asks:
        made.panel.record(replaces=False)
        made.panel.recorder.pressed.emit("Alt+Shift+Left")
    return made


DIALOGS: dict[str, Maker] = {
    "reaction time": _calibration,
    "reaction time measured": _calibrated,
    "shortcuts": _shortcuts,
    "shortcuts that ask": lambda stage: _shortcuts(stage, asks=True),
    "settings": _settings,
    "export": lambda stage: ExportDialog(proposed=DEEP, timed_count=702, untimed_count=1),
    "export with a note": _export_with_note,
    "new project": _new_project,
    "media moved": _media_moved,
    "type a time": _type_time,
    "speaker's name": lambda stage: SpeakerNameDialog(name="Aude", taken=["aude"]),
    "keys": lambda stage: KeySheet([*stage.actions.key_table(), *fixed_keys()]),
    "about": lambda stage: AboutDialog("0.1.0", "libVLC 3.0.24", "Qt 6.11.3"),
    "error": lambda stage: ErrorDialog("Not saved", FULL, details="28"),
    "fault": lambda stage: UnexpectedErrorDialog(ZeroDivisionError("x")),
    "replace the recording": lambda stage: ReplaceRecordingDialog(DEEP.name),
    "track": lambda stage: TrackDialog(DEEP.name, TRACKS, 1),
    "unsaved": lambda stage: UnsavedDialog(TITLE),
}
"""Every dialog; a new one that is not shown here fails a test."""


MADE_WHILE_EDITING = {"WordsEditor"}
"""Fields that stand in a row only while it is edited; they are tested there."""


def widget_classes() -> set[type[QWidget]]:
    """Return the classes of widgets that the window is made of; of those that others refine, only the refined."""
    classes: set[type[QWidget]] = set()
    for module in pkgutil.walk_packages(replique.ui.__path__, "replique.ui."):
        members = vars(import_module(module.name)).values()
        classes |= {member for member in members if isinstance(member, type) and issubclass(member, QWidget)}
    ours = {cls for cls in classes if cls.__module__.startswith("replique.ui")}
    return {cls for cls in ours if not any(other is not cls and issubclass(other, cls) for other in ours)}


def complaints(part: QWidget) -> list[str]:
    """Return what of a part can't be read: texts that are clipped, cut without a tool tip, or off their frame."""
    return [*_clipped(part), *_outside(part)]


def _clipped(part: QWidget) -> Iterator[str]:
    for widget in shown(part, QLabel, QAbstractButton, QComboBox):
        if widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QMenu):
            continue
        if isinstance(widget, ElidedLabel):
            if widget.text() != widget.full_text and widget.toolTip() != widget.full_text:
                yield f"{_named(widget)} is cut and has no tool tip"
            continue
        if isinstance(widget, QComboBox) and _is_cut(widget) and widget.toolTip() != widget.currentText():
            yield f"{_named(widget)} is cut and has no tool tip"
        width, height = _room_wanted(widget)
        if width > widget.width() or height > widget.height():
            yield f"{_named(widget)} wants {width} x {height} and has {widget.width()} x {widget.height()}"


def _outside(part: QWidget) -> Iterator[str]:
    for widget in shown(part, QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox):
        holder = widget.parentWidget()
        if holder and not holder.rect().contains(widget.geometry()) and not widget.objectName().startswith("qt_"):
            yield f"{_named(widget)} stands at {_place(widget.geometry())}, outside {_place(holder.rect())}"


def shown(part: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Return the widgets of these kinds that are seen in a part."""
    return [widget for widget in part.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()]


def _room_wanted(widget: QWidget) -> tuple[int, int]:
    """Return the width and height without which the text of a widget is clipped."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(widget.text().split(), key=len, default="")
        room = widget.fontMetrics().boundingRect(QRect(), int(Qt.TextFlag.TextSingleLine), longest)
        return room.width() if longest else 0, widget.heightForWidth(widget.width())
    if isinstance(widget, QPushButton) and widget.isDefault():
        return _default_button_width(widget), widget.sizeHint().height()
    hint = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
    return hint.width(), hint.height()


def _is_cut(box: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    return box.fontMetrics().horizontalAdvance(box.currentText()) > field.width()


def _default_button_width(button: QPushButton) -> int:
    """Return what the bold text of the default button takes, of which its size hint knows nothing."""
    bold = sized(button.font(), button.fontInfo().pixelSize(), QFont.Weight.DemiBold)
    return QFontMetrics(bold).size(int(Qt.TextFlag.TextShowMnemonic), button.text()).width() + 2 * BUTTON_PADDING


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{text}”"


def _place(rect: QRect) -> str:
    return f"({rect.x()}, {rect.y()}, {rect.width()} x {rect.height()})"
