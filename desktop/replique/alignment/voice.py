"""The reference voice: espeak-ng, called through ctypes, tells which sound each word and phone begins with.

It keeps state between calls, and a fault in it can end its process: :mod:`replique.alignment.speaking` runs it in a
process of its own, from the same beginning each time.
"""

from __future__ import annotations

import ctypes
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from replique.alignment.mel import Floats

RATE_WPM = 190
"""The pace of the reference; near that of people who are interviewed."""
LONGEST_DATA_PATH = 150
"""espeak-ng cuts off a path of 160 bytes or more."""

_RETRIEVAL = 1
_PHONEME_EVENTS_IPA = 3
_DONT_EXIT = 0x8000
_POSITION_CHARACTER = 1
_UTF8 = 1
_PARAMETER_RATE = 1
_EVENT_END, _EVENT_WORD, _EVENT_PHONEME = 0, 1, 7


class VoiceUnavailableError(Exception):
    """espeak-ng can't be loaded, has no such voice, or failed."""


class Mark(NamedTuple):
    """Where something begins: a word at a character of the text (from 0), or a phone by its IPA name."""

    sample: int
    position: int
    phone: str | None


class Utterance(NamedTuple):
    """What was synthesised: samples (-1 to 1), and the marks of words and phones in order."""

    samples: Floats
    marks: list[Mark]


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Voice:
    """A voice of espeak-ng; make it with :func:`opened_voice`."""

    def __init__(self, library: ctypes.CDLL, sample_rate: int) -> None:
        self.sample_rate = sample_rate
        self._library = library
        self._sound = bytearray()
        self._marks: list[Mark] = []
        self._callback = _Callback(self._hear)
        library.espeak_SetSynthCallback(self._callback)

    def choose(self, name: str) -> bool:
        """Speak as the voice `name` from now on; return whether there is such a voice."""
        if self._library.espeak_SetVoiceByName(name.encode()) != 0:
            return False
        self._library.espeak_SetParameter(_PARAMETER_RATE, RATE_WPM, 0)
        return True

    def say(self, text: str) -> Utterance:
        """Return how `text` sounds."""
        self._sound.clear()
        self._marks = []
        data = text.encode("utf-8") + b"\0"
        failed = self._library.espeak_Synth(data, len(data), 0, _POSITION_CHARACTER, 0, _UTF8, None, None)
        if failed or self._library.espeak_Synchronize():
            raise VoiceUnavailableError(f"espeak-ng could not say {text[:40]!r}")
        samples = np.frombuffer(bytes(self._sound), np.int16).astype(np.float32) / np.float32(32768)
        return Utterance(samples, self._marks)

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._sound += ctypes.string_at(samples, count * 2)
        index = 0
        while events[index].type != _EVENT_END:
            event = events[index]
            if event.type == _EVENT_WORD:
                self._marks.append(Mark(event.sample, event.text_position - 1, None))
            elif event.type == _EVENT_PHONEME:
                name = bytes(event.id.string).split(b"\0")[0].decode("utf-8", "replace")
                self._marks.append(Mark(event.sample, event.text_position - 1, name))
            index += 1
        return 0


@contextmanager
def opened_voice() -> Iterator[Voice]:
    """Load espeak-ng with its data; raise VoiceUnavailableError where that fails."""
    with _short_data_path() as (library_path, data_path):
        try:
            library = ctypes.CDLL(library_path)
        except OSError as error:
            raise VoiceUnavailableError(str(error)) from error
        options = _PHONEME_EVENTS_IPA | _DONT_EXIT
        sample_rate = library.espeak_Initialize(_RETRIEVAL, 60, str(data_path).encode(), options)
        if sample_rate <= 0:
            raise VoiceUnavailableError("espeak-ng did not start")
        yield Voice(library, sample_rate)
        library.espeak_Terminate()


@contextmanager
def _short_data_path() -> Iterator[tuple[str, Path]]:
    """Give the library and its data; where their path is too long for espeak-ng, a copy of the data."""
    try:
        import espeakng_loader
    except ImportError as error:
        raise VoiceUnavailableError("espeakng-loader is not installed") from error
    library, data = espeakng_loader.get_library_path(), Path(espeakng_loader.get_data_path())
    if len(str(data).encode()) <= LONGEST_DATA_PATH:
        yield library, data
        return
    with tempfile.TemporaryDirectory(prefix="replique-") as folder:
        copy = Path(folder) / "espeak-ng-data"
        shutil.copytree(data, copy)
        yield library, copy
