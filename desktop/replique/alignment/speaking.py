"""The reference voice at work, in a process of its own that begins afresh and speaks the turns in order.

So it says the same each time, and a fault in it is an error message.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from replique.alignment.languages import voice_names
from replique.alignment.reference import Phones, speak
from replique.alignment.states import Ints
from replique.alignment.voice import Voice, VoiceUnavailableError, opened_voice
from replique.alignment.workspace import REFERENCE, Workspace
from replique.core.errors import AlignmentError
from replique.core.messages import QT_TRANSLATE_NOOP

NO_VOICE = QT_TRANSLATE_NOOP("errors", "The reference voice can’t speak ({reason}).")
VOICE_ENDED = QT_TRANSLATE_NOOP("errors", "The reference voice ended unexpectedly.")
NO_LANGUAGE = QT_TRANSLATE_NOOP("errors", "The reference voice doesn’t speak the language “{language}”.")
CHOOSE_LANGUAGE = QT_TRANSLATE_NOOP("errors", "Choose another language, by its code: fr, en, es, de …")
INSTALL_VOICE = QT_TRANSLATE_NOOP("errors", "Install Réplique again.")


def speak_turns(turns: Sequence[Sequence[str]], language: str, workspace: Workspace) -> Iterator[tuple[Ints, Phones]]:
    """Write the reference of all turns into the workspace; yield frames of words and phones of each, in order.

    Turns are words spelt as they are spoken; a turn may be without any. Frames count from the beginning of all.
    Raise AlignmentError where the voice can't speak.
    """
    writer = workspace.writer(REFERENCE)
    try:
        with opened_voice() as voice:
            _choose(voice, language)
            for words in turns:
                if not words:
                    yield np.zeros((0, 2), np.int64), Phones((), np.zeros(0, np.int32), np.zeros((0, 2), np.int32))
                    continue
                reference = speak(voice, words)
                offset = writer.frames
                writer.add(reference.spectrum.astype(np.float32))
                phones = reference.phones._replace(frames=reference.phones.frames + offset)
                yield reference.words.astype(np.int64) + offset, phones
    except VoiceUnavailableError as error:
        raise AlignmentError(NO_VOICE, remedy=INSTALL_VOICE, reason=str(error)) from error
    finally:
        writer.close()


def _choose(voice: Voice, language: str) -> None:
    for name in voice_names(language):
        if voice.choose(name):
            return
    raise AlignmentError(NO_LANGUAGE, remedy=CHOOSE_LANGUAGE, language=language)
