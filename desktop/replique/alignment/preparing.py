"""The beginning of an alignment: the recording is heard and the reference is spoken, each in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from multiprocessing.connection import wait
from pathlib import Path

from replique.alignment.processes import ASK_EVERY_S, PROCESS_ENDED, TRY_AGAIN, Item, Stream
from replique.alignment.recording import listen
from replique.alignment.reference import Phones
from replique.alignment.script import Script, script_of
from replique.alignment.speaking import VOICE_ENDED, speak_turns
from replique.alignment.states import Ints
from replique.alignment.workspace import Workspace
from replique.core.errors import AlignmentError
from replique.core.progress import Cancel, Progress


def prepare(
    turns: Sequence[Sequence[str]],
    voices: Sequence[int],
    recording: Path,
    language: str,
    workspace: Workspace,
    *,
    track: int,
    expected_s: float,
    progress: Progress,
    cancel: Cancel,
) -> Script:
    """Fill the workspace with the spectra of recording and reference, and return the script of the turns.

    `turns` are words spelt as they are spoken. Raise InputError where the recording can't be heard, AlignmentError
    where the voice can't speak.
    """
    hearing: Stream[float] = Stream(listen, recording, track, workspace)
    speaking: Stream[tuple[Ints, Phones]] = Stream(speak_turns, turns, language, workspace)
    spoken: list[tuple[Ints, Phones]] = []
    heard_s = 0.0
    try:
        while not (hearing.ended and speaking.ended):
            cancel.check()
            wait([stream.connection for stream in (hearing, speaking) if not stream.ended], ASK_EVERY_S)
            heard_s = max([heard_s, *_new(hearing, PROCESS_ENDED)])
            spoken += _new(speaking, VOICE_ENDED)
            progress(min(1.0, (heard_s / max(1.0, expected_s) + len(spoken) / max(1, len(turns))) / 2))
    finally:
        hearing.close()
        speaking.close()
    return script_of(spoken, voices)


def _new(stream: Stream[Item], ended: str) -> list[Item]:
    try:
        return stream.news()
    except (EOFError, ConnectionError) as error:
        raise AlignmentError(ended, remedy=TRY_AGAIN) from error
