"""What each action of the table does: the one place where ids meet methods."""

from __future__ import annotations

from functools import partial

from replique.core.model import Edge
from replique.ui.actions.action_set import Handler
from replique.ui.commands import Commands
from replique.ui.main_window import MainWindow
from replique.ui.onsets import Onsets
from replique.ui.playback_controller import PlaybackController
from replique.ui.project_controller import ProjectController
from replique.ui.reaction_time import ReactionTime
from replique.ui.recording_controller import RecordingController
from replique.ui.session import EditingSession
from replique.ui.timing import TimingController
from replique.ui.tour import Tour
from replique.ui.turn_commands import TurnCommands

STEP_MS = 1000
SMALL_STEP_MS = 100


def all_handlers(
    window: MainWindow,
    session: EditingSession,
    project: ProjectController,
    recording: RecordingController,
    playback: PlaybackController,
    onsets: Onsets,
    timing: TimingController,
    turns: TurnCommands,
    reaction_time: ReactionTime,
    tour: Tour,
    commands: Commands,
) -> dict[str, Handler]:
    """Return the handler of every action, by id; each begins where an edit that is under way has ended."""
    handlers = (
        _file_and_edit(window, session, project, tour, commands)
        | _play(recording, playback, onsets, timing, commands)
        | _timing(timing, reaction_time, commands)
        | _turn(window, turns, commands)
        | _view_and_help(window, tour, commands)
    )
    return {action_id: partial(_after_edits, session, handler) for action_id, handler in handlers.items()}


def _file_and_edit(
    window: MainWindow, session: EditingSession, project: ProjectController, tour: Tour, commands: Commands
) -> dict[str, Handler]:
    return {
        "file.new": commands.new_project,
        "file.open": commands.open_files,
        "file.sample": tour.open_sample,
        "file.save": project.save,
        "file.save_as": project.save_as,
        "file.export": commands.export,
        "file.settings": commands.change_settings,
        "file.shortcuts": commands.shortcuts_requested.emit,
        "file.quit": window.close,
        "edit.undo": _after_typing(window, partial(_see_again, window, session.undo)),
        "edit.redo": _after_typing(window, partial(_see_again, window, session.redo)),
        "edit.words": window.transcript.edit_current,
        "edit.copy": window.transcript.copy_current,
    }


def _play(
    recording: RecordingController,
    playback: PlaybackController,
    onsets: Onsets,
    timing: TimingController,
    commands: Commands,
) -> dict[str, Handler]:
    return {
        "play.toggle": playback.toggle,
        "play.toggle_anywhere": playback.toggle,
        "play.pause": playback.pause,
        "play.slower": partial(playback.step_speed, -1),
        "play.faster": partial(playback.step_speed, +1),
        "play.normal_speed": partial(playback.set_speed, 1.0),
        "play.back": partial(playback.jump, -STEP_MS),
        "play.forward": partial(playback.jump, STEP_MS),
        "play.back_little": partial(playback.jump, -SMALL_STEP_MS),
        "play.forward_little": partial(playback.jump, SMALL_STEP_MS),
        "play.previous_onset": partial(onsets.go, -1),
        "play.next_onset": partial(onsets.go, +1),
        "play.turn": timing.play_turn,
        "play.before_start": timing.play_before_start,
        "play.after_start": timing.play_after_start,
        "play.loop": timing.loop_turn,
        "play.track": recording.choose_track,
        "play.mute": playback.toggle_mute,
        "play.louder": partial(playback.step_volume, +1),
        "play.quieter": partial(playback.step_volume, -1),
        "play.output": commands.choose_output,
    }


def _timing(timing: TimingController, reaction_time: ReactionTime, commands: Commands) -> dict[str, Handler]:
    return {
        "timing.tap": timing.tap,
        "timing.take_back": timing.take_back,
        "timing.earlier": partial(timing.nudge, Edge.START, -1),
        "timing.later": partial(timing.nudge, Edge.START, +1),
        "timing.end_earlier": partial(timing.nudge, Edge.END, -1),
        "timing.end_later": partial(timing.nudge, Edge.END, +1),
        "timing.set_start": partial(timing.set_here, Edge.START),
        "timing.set_end": partial(timing.set_here, Edge.END),
        "timing.shift_rest": timing.shift_rest,
        "timing.type": commands.type_time,
        "timing.calibrate": reaction_time.measure,
        "timing.confirm": timing.confirm,
    }


def _turn(window: MainWindow, turns: TurnCommands, commands: Commands) -> dict[str, Handler]:
    handlers: dict[str, Handler] = {
        "turn.previous": partial(turns.go, -1),
        "turn.next": partial(turns.go, +1),
        "turn.previous_silent": partial(_look_at, window, turns, -1),
        "turn.next_silent": partial(_look_at, window, turns, +1),
        "turn.split": turns.split,
        "turn.merge": turns.merge,
        "turn.kind": turns.toggle_kind,
        "turn.speaker": commands.choose_speaker,
        **{f"turn.speaker_{n}": partial(turns.assign_number, n) for n in range(1, 10)},
    }
    return {action_id: _after_typing(window, handler) for action_id, handler in handlers.items()}


def _look_at(window: MainWindow, turns: TurnCommands, step: int) -> None:
    """Go to another turn without the player: the page stays there, though it plays elsewhere."""
    window.transcript.stop_following()
    turns.go(step, silent=True)


def _see_again(window: MainWindow, step: Handler) -> None:
    """Undo or redo a step: what it brings back stays in sight, though it plays elsewhere."""
    step()
    window.transcript.stay()


def _after_typing(window: MainWindow, handler: Handler) -> Handler:
    """Return `handler`, before which what is still being typed is taken in: a menu leaves the field open."""

    def handle() -> None:
        window.transcript.finish_editing()
        handler()

    return handle


def _view_and_help(window: MainWindow, tour: Tour, commands: Commands) -> dict[str, Handler]:
    return {
        "view.palette": commands.palette_requested.emit,
        "view.follow": commands.follow,
        "view.zoom_in": window.waveform.zoom_in,
        "view.zoom_out": window.waveform.zoom_out,
        "view.zoom_fit": window.waveform.zoom_fit,
        "view.text_larger": partial(commands.enlarge_text, 1),
        "view.text_smaller": partial(commands.enlarge_text, -1),
        "view.text_usual": commands.usual_text,
        "view.speakers": commands.toggle_speakers,
        "view.subtitle": commands.toggle_subtitle,
        "view.transcript": window.transcript.setFocus,
        "view.waveform": window.waveform.setFocus,
        "help.keys": commands.show_keys,
        "help.tour": tour.start,
        "help.about": commands.show_about,
    }


def _after_edits(session: EditingSession, handler: Handler) -> None:
    """Do what a key does once the edit of the key before is made: it may read what that changes."""
    session.finish()
    handler()
