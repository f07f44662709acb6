"""Every action of the window: menus, tool bar, key sheet and the README's key table are made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto

from replique.core.messages import QT_TRANSLATE_NOOP


class Menu(Enum):
    """Where an action stands in the menu bar, in order; the value is the title."""

    FILE = QT_TRANSLATE_NOOP("actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("actions", "&Edit")
    PLAY = QT_TRANSLATE_NOOP("actions", "&Play")
    TIMING = QT_TRANSLATE_NOOP("actions", "&Timing")
    TURN = QT_TRANSLATE_NOOP("actions", "T&urn")
    VIEW = QT_TRANSLATE_NOOP("actions", "&View")
    HELP = QT_TRANSLATE_NOOP("actions", "&Help")


class Context(Enum):
    """Where the keys of an action act."""

    WINDOW = auto()
    """Everywhere in the window: chords and function keys."""
    LIST = auto()
    """While the transcript or the waveform has the focus: single keys command there, and type elsewhere."""


class Needs(Flag):
    """What must be there for an action to make sense."""

    NOTHING = 0
    TURNS = auto()
    MEDIA = auto()
    TRACKS = auto()
    """Several audio tracks: of one there is no choice, and no word."""
    CURRENT = auto()
    SPEECH = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True)
class ActionSpec:
    """One action: a stable id, what it says, its menu, where its keys act, what it needs, its icon.

    `hint` is what the status line says of it; actions without are not named there. `checkable` actions are on or
    off. `repeats` says whether holding the key goes on doing it. Those not `in_menu` have a key alone.
    """

    id: str
    text: str
    menu: Menu
    context: Context = Context.WINDOW
    needs: Needs = Needs.NOTHING
    icon: str = ""
    hint: str = ""
    checkable: bool = False
    repeats: bool = False
    starts_group: bool = False
    in_menu: bool = True


_LIST = Context.LIST
_TIMED = Needs.CURRENT | Needs.SPEECH
_HEARD = Needs.TURNS | Needs.MEDIA

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "file.new",
        QT_TRANSLATE_NOOP("actions", "&New from transcript and recording…"),
        Menu.FILE,
        icon="fa6s.file-circle-plus",
    ),
    ActionSpec("file.open", QT_TRANSLATE_NOOP("actions", "&Open…"), Menu.FILE, icon="fa6s.folder-open"),
    ActionSpec("file.sample", QT_TRANSLATE_NOOP("actions", "Open the sa&mple interview"), Menu.FILE),
    ActionSpec("file.save", QT_TRANSLATE_NOOP("actions", "&Save"), Menu.FILE, needs=Needs.TURNS, starts_group=True),
    ActionSpec("file.save_as", QT_TRANSLATE_NOOP("actions", "Save &as…"), Menu.FILE, needs=Needs.TURNS),
    ActionSpec("file.export", QT_TRANSLATE_NOOP("actions", "&Export subtitles…"), Menu.FILE, needs=Needs.TURNS),
    ActionSpec("file.settings", QT_TRANSLATE_NOOP("actions", "Se&ttings…"), Menu.FILE, starts_group=True),
    ActionSpec("file.shortcuts", QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts…"), Menu.FILE),
    ActionSpec("file.quit", QT_TRANSLATE_NOOP("actions", "&Quit"), Menu.FILE),
    ActionSpec("edit.undo", QT_TRANSLATE_NOOP("actions", "&Undo"), Menu.EDIT, needs=Needs.UNDO, repeats=True),
    ActionSpec("edit.redo", QT_TRANSLATE_NOOP("actions", "&Redo"), Menu.EDIT, needs=Needs.REDO, repeats=True),
    ActionSpec(
        "edit.words",
        QT_TRANSLATE_NOOP("actions", "Edit the &words"),
        Menu.EDIT,
        _LIST,
        Needs.CURRENT,
        starts_group=True,
        hint=QT_TRANSLATE_NOOP("actions", "edit"),
    ),
    ActionSpec("edit.copy", QT_TRANSLATE_NOOP("actions", "&Copy the turn"), Menu.EDIT, _LIST, Needs.CURRENT),
    ActionSpec(
        "play.toggle",
        QT_TRANSLATE_NOOP("actions", "&Play or pause"),
        Menu.PLAY,
        _LIST,
        Needs.MEDIA,
        "fa6s.play",
        hint=QT_TRANSLATE_NOOP("actions", "play, pause"),
    ),
    ActionSpec(
        "play.toggle_anywhere",
        QT_TRANSLATE_NOOP("actions", "Play or pause, anywhere"),
        Menu.PLAY,
        needs=Needs.MEDIA,
        hint=QT_TRANSLATE_NOOP("actions", "play, pause"),
        in_menu=False,
    ),
    ActionSpec("play.pause", QT_TRANSLATE_NOOP("actions", "P&ause"), Menu.PLAY, _LIST, Needs.MEDIA),
    ActionSpec("play.slower", QT_TRANSLATE_NOOP("actions", "&Slower"), Menu.PLAY, _LIST, Needs.MEDIA),
    ActionSpec("play.faster", QT_TRANSLATE_NOOP("actions", "&Faster"), Menu.PLAY, _LIST, Needs.MEDIA),
    ActionSpec("play.normal_speed", QT_TRANSLATE_NOOP("actions", "&Normal speed"), Menu.PLAY, needs=Needs.MEDIA),
    ActionSpec(
        "play.back",
        QT_TRANSLATE_NOOP("actions", "1 second &back"),
        Menu.PLAY,
        _LIST,
        Needs.MEDIA,
        repeats=True,
        starts_group=True,
    ),
    ActionSpec(
        "play.forward", QT_TRANSLATE_NOOP("actions", "1 second f&orward"), Menu.PLAY, _LIST, Needs.MEDIA, repeats=True
    ),
    ActionSpec(
        "play.back_little",
        QT_TRANSLATE_NOOP("actions", "0.1 second back"),
        Menu.PLAY,
        _LIST,
        Needs.MEDIA,
        repeats=True,
    ),
    ActionSpec(
        "play.forward_little",
        QT_TRANSLATE_NOOP("actions", "0.1 second forward"),
        Menu.PLAY,
        _LIST,
        Needs.MEDIA,
        repeats=True,
    ),
    ActionSpec(
        "play.previous_onset",
        QT_TRANSLATE_NOOP("actions", "Back to where speech begins"),
        Menu.PLAY,
        _LIST,
        Needs.MEDIA,
        repeats=True,
    ),
    ActionSpec(
        "play.next_onset",
        QT_TRANSLATE_NOOP("actions", "Forward to where speech begins"),
        Menu.PLAY,
        _LIST,
        Needs.MEDIA,
        repeats=True,
    ),
    ActionSpec(
        "play.turn",
        QT_TRANSLATE_NOOP("actions", "&Replay this turn"),
        Menu.PLAY,
        _LIST,
        _HEARD | _TIMED,
        starts_group=True,
    ),
    ActionSpec(
        "play.before_start",
        QT_TRANSLATE_NOOP("actions", "The half second before its start"),
        Menu.PLAY,
        _LIST,
        _HEARD | _TIMED,
    ),
    ActionSpec(
        "play.after_start",
        QT_TRANSLATE_NOOP("actions", "The half second after its start"),
        Menu.PLAY,
        _LIST,
        _HEARD | _TIMED,
    ),
    ActionSpec(
        "play.loop",
        QT_TRANSLATE_NOOP("actions", "Play this turn in a &loop"),
        Menu.PLAY,
        _LIST,
        _HEARD | _TIMED,
        "fa6s.repeat",
        checkable=True,
    ),
    ActionSpec(
        "play.track",
        QT_TRANSLATE_NOOP("actions", "Audio trac&k…"),
        Menu.PLAY,
        needs=Needs.TRACKS,
        starts_group=True,
    ),
    ActionSpec(
        "play.mute",
        QT_TRANSLATE_NOOP("actions", "&Mute"),
        Menu.PLAY,
        needs=Needs.MEDIA,
        checkable=True,
        starts_group=True,
    ),
    ActionSpec("play.louder", QT_TRANSLATE_NOOP("actions", "Lo&uder"), Menu.PLAY, needs=Needs.MEDIA, repeats=True),
    ActionSpec("play.quieter", QT_TRANSLATE_NOOP("actions", "&Quieter"), Menu.PLAY, needs=Needs.MEDIA, repeats=True),
    ActionSpec("play.output", QT_TRANSLATE_NOOP("actions", "Output &device…"), Menu.PLAY, needs=Needs.MEDIA),
    ActionSpec(
        "timing.tap",
        QT_TRANSLATE_NOOP("actions", "&Tap: the next turn starts now"),
        Menu.TIMING,
        _LIST,
        _HEARD,
        hint=QT_TRANSLATE_NOOP("actions", "the next turn starts"),
    ),
    ActionSpec(
        "timing.take_back",
        QT_TRANSLATE_NOOP("actions", "Take the last tap &back"),
        Menu.TIMING,
        _LIST,
        _HEARD,
        hint=QT_TRANSLATE_NOOP("actions", "take back"),
    ),
    ActionSpec(
        "timing.earlier",
        QT_TRANSLATE_NOOP("actions", "Start &earlier"),
        Menu.TIMING,
        Context.WINDOW,
        _TIMED,
        repeats=True,
        starts_group=True,
        hint=QT_TRANSLATE_NOOP("actions", "± {nudge} ms"),
    ),
    ActionSpec(
        "timing.later",
        QT_TRANSLATE_NOOP("actions", "Start &later"),
        Menu.TIMING,
        Context.WINDOW,
        _TIMED,
        repeats=True,
    ),
    ActionSpec(
        "timing.end_earlier",
        QT_TRANSLATE_NOOP("actions", "End earlier"),
        Menu.TIMING,
        Context.WINDOW,
        _TIMED,
        repeats=True,
    ),
    ActionSpec(
        "timing.end_later",
        QT_TRANSLATE_NOOP("actions", "End later"),
        Menu.TIMING,
        Context.WINDOW,
        _TIMED,
        repeats=True,
    ),
    ActionSpec(
        "timing.set_start",
        QT_TRANSLATE_NOOP("actions", "&Set the start here"),
        Menu.TIMING,
        _LIST,
        _HEARD | _TIMED,
        starts_group=True,
    ),
    ActionSpec(
        "timing.set_end", QT_TRANSLATE_NOOP("actions", "Set the e&nd here"), Menu.TIMING, _LIST, _HEARD | _TIMED
    ),
    ActionSpec(
        "timing.shift_rest",
        QT_TRANSLATE_NOOP("actions", "Set the start here and shift all that &follows"),
        Menu.TIMING,
        _LIST,
        _HEARD | _TIMED,
    ),
    ActionSpec("timing.type", QT_TRANSLATE_NOOP("actions", "T&ype the start or the end…"), Menu.TIMING, needs=_TIMED),
    ActionSpec(
        "timing.confirm",
        QT_TRANSLATE_NOOP("actions", "&Confirm the start as it stands"),
        Menu.TIMING,
        _LIST,
        _TIMED,
        starts_group=True,
        hint=QT_TRANSLATE_NOOP("actions", "confirm"),
    ),
    ActionSpec(
        "timing.calibrate",
        QT_TRANSLATE_NOOP("actions", "Measure your &reaction time…"),
        Menu.TIMING,
        starts_group=True,
    ),
    ActionSpec(
        "turn.previous",
        QT_TRANSLATE_NOOP("actions", "&Previous turn"),
        Menu.TURN,
        _LIST,
        Needs.TURNS,
        "fa6s.backward-step",
        repeats=True,
    ),
    ActionSpec(
        "turn.next",
        QT_TRANSLATE_NOOP("actions", "&Next turn"),
        Menu.TURN,
        _LIST,
        Needs.TURNS,
        "fa6s.forward-step",
        repeats=True,
    ),
    ActionSpec(
        "turn.previous_silent",
        QT_TRANSLATE_NOOP("actions", "Previous turn, the player stays"),
        Menu.TURN,
        _LIST,
        Needs.TURNS,
        repeats=True,
    ),
    ActionSpec(
        "turn.next_silent",
        QT_TRANSLATE_NOOP("actions", "Next turn, the player stays"),
        Menu.TURN,
        _LIST,
        Needs.TURNS,
        repeats=True,
    ),
    ActionSpec(
        "turn.split", QT_TRANSLATE_NOOP("actions", "&Split here"), Menu.TURN, _LIST, Needs.CURRENT, starts_group=True
    ),
    ActionSpec("turn.merge", QT_TRANSLATE_NOOP("actions", "&Merge with the next"), Menu.TURN, _LIST, Needs.CURRENT),
    ActionSpec("turn.kind", QT_TRANSLATE_NOOP("actions", "Note &or spoken"), Menu.TURN, _LIST, Needs.CURRENT),
    ActionSpec(
        "turn.speaker",
        QT_TRANSLATE_NOOP("actions", "Spo&ken by…"),
        Menu.TURN,
        _LIST,
        Needs.CURRENT,
        hint=QT_TRANSLATE_NOOP("actions", "spoken by …"),
    ),
    *(
        ActionSpec(
            f"turn.speaker_{n}",
            QT_TRANSLATE_NOOP("actions", "Spoken by speaker {number}"),
            Menu.TURN,
            _LIST,
            Needs.CURRENT,
            in_menu=False,
        )
        for n in range(1, 10)
    ),
    ActionSpec(
        "view.palette",
        QT_TRANSLATE_NOOP("actions", "&Command palette…"),
        Menu.VIEW,
        hint=QT_TRANSLATE_NOOP("actions", "commands"),
    ),
    ActionSpec(
        "view.follow", QT_TRANSLATE_NOOP("actions", "&Back to where it plays, and follow"), Menu.VIEW, needs=_HEARD
    ),
    ActionSpec(
        "view.zoom_in",
        QT_TRANSLATE_NOOP("actions", "Zoom &in"),
        Menu.VIEW,
        _LIST,
        Needs.MEDIA,
        repeats=True,
        starts_group=True,
    ),
    ActionSpec(
        "view.zoom_out", QT_TRANSLATE_NOOP("actions", "Zoom &out"), Menu.VIEW, _LIST, Needs.MEDIA, repeats=True
    ),
    ActionSpec("view.zoom_fit", QT_TRANSLATE_NOOP("actions", "The &whole recording"), Menu.VIEW, _LIST, Needs.MEDIA),
    ActionSpec(
        "view.text_larger",
        QT_TRANSLATE_NOOP("actions", "&Larger text"),
        Menu.VIEW,
        needs=Needs.TURNS,
        repeats=True,
        starts_group=True,
    ),
    ActionSpec(
        "view.text_smaller", QT_TRANSLATE_NOOP("actions", "S&maller text"), Menu.VIEW, needs=Needs.TURNS, repeats=True
    ),
    ActionSpec(
        "view.text_usual", QT_TRANSLATE_NOOP("actions", "Text of the usual si&ze"), Menu.VIEW, needs=Needs.TURNS
    ),
    ActionSpec(
        "view.speakers", QT_TRANSLATE_NOOP("actions", "&Speakers"), Menu.VIEW, checkable=True, starts_group=True
    ),
    ActionSpec("view.subtitle", QT_TRANSLATE_NOOP("actions", "S&ubtitle while playing"), Menu.VIEW, checkable=True),
    ActionSpec(
        "view.transcript",
        QT_TRANSLATE_NOOP("actions", "Go to the &transcript"),
        Menu.VIEW,
        starts_group=True,
        hint=QT_TRANSLATE_NOOP("actions", "to the transcript"),
    ),
    ActionSpec("view.waveform", QT_TRANSLATE_NOOP("actions", "Go to the wave&form"), Menu.VIEW),
    ActionSpec(
        "help.keys",
        QT_TRANSLATE_NOOP("actions", "The sheet of &keys"),
        Menu.HELP,
        hint=QT_TRANSLATE_NOOP("actions", "all keys"),
    ),
    ActionSpec("help.tour", QT_TRANSLATE_NOOP("actions", "The two-minute &tour of six keys"), Menu.HELP),
    ActionSpec("help.about", QT_TRANSLATE_NOOP("actions", "&About Réplique"), Menu.HELP),
)

BY_ID = {spec.id: spec for spec in ACTIONS}

TURN_MENU = (
    ("play.turn", "play.loop"),
    ("edit.words", "edit.copy", "turn.speaker"),
    ("timing.set_start", "timing.set_end", "timing.type", "timing.confirm"),
    ("turn.split", "turn.merge", "turn.kind"),
)
"""The menu of a turn, in groups."""
