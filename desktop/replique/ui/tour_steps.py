"""The six keys with which a whole interview can be timed, in the order in which a newcomer needs them."""

from __future__ import annotations

from dataclasses import dataclass

from replique.core.messages import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Step:
    """One key to be tried.

    Parameters
    ----------
    actions : the ids of the actions whose keys are named; any of them counts.
    title, text : what the key is for, marked in the context "tour"; ``{tap}``, ``{back}``, ``{forward}`` and
        ``{nudge}`` stand for other keys and for the milliseconds of a nudge.
    edits : it counts only where it changed a time.
    plays : it counts only where it plays afterwards.
    also : the ids of actions that do the same; they count too.
    """

    actions: tuple[str, ...]
    title: str
    text: str
    edits: bool = False
    plays: bool = False
    also: tuple[str, ...] = ()


STEPS = (
    Step(
        ("play.toggle",),
        QT_TRANSLATE_NOOP("tour", "Play"),
        QT_TRANSLATE_NOOP("tour", "Listen to the voices take turns. The same key pauses."),
        plays=True,
        also=("play.toggle_anywhere",),
    ),
    Step(
        ("timing.tap",),
        QT_TRANSLATE_NOOP("tour", "Tap: the next turn starts now"),
        QT_TRANSLATE_NOOP("tour", "Press it at the moment a voice begins, the first one first. That times a turn."),
        edits=True,
    ),
    Step(
        ("timing.take_back",),
        QT_TRANSLATE_NOOP("tour", "Take the tap back"),
        QT_TRANSLATE_NOOP("tour", "Too early, too late? It plays again from two seconds before, and you tap anew."),
        edits=True,
    ),
    Step(
        ("timing.earlier", "timing.later"),
        QT_TRANSLATE_NOOP("tour", "Move a start a little"),
        QT_TRANSLATE_NOOP(
            "tour", "First tap again with {tap}. Then each press moves the start by {nudge} ms and plays it."
        ),
        edits=True,
    ),
    Step(
        ("timing.set_start",),
        QT_TRANSLATE_NOOP("tour", "Set the start where you hear it"),
        QT_TRANSLATE_NOOP(
            "tour", "Go near it with {back} and {forward}, or play. The tinted turn then starts where the sound is."
        ),
        edits=True,
    ),
    Step(
        ("file.export",),
        QT_TRANSLATE_NOOP("tour", "Export subtitles"),
        QT_TRANSLATE_NOOP("tour", "Timed turns become SRT or WebVTT. Look at the dialog; Esc leaves it."),
    ),
)

END_TITLE = QT_TRANSLATE_NOOP("tour", "These six keys time a whole interview")
END_TEXT = QT_TRANSLATE_NOOP("tour", "{keys} shows all the others; the Help menu holds this tour.")
