"""Speaks the sample interviews: ``make_sample.py [fr] [en]``; needs espeak-ng and ffmpeg.

Reads ``resources/samples/LANGUAGE/interview.txt`` with Réplique's own reader and writes ``interview.mp3`` (variable
bit rate) and ``times.json`` beside it: the seconds at which the sound of each spoken turn starts and ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replique.core.resources import resource
from replique.transcripts import read_transcript

RATE = 22_050
FLOOR = 0.01
"""Below this level it is silence."""
LEAD_IN_S = 1.2
LAUGHTER_S = 1.6
GAPS_S = (0.55, 0.4, 0.8, 0.35, 0.6, 0.45)

Sound = NDArray[np.float32]


class Voice(NamedTuple):
    """An espeak-ng voice: its name, words per minute, pitch."""

    name: str
    words_per_minute: int
    pitch: int


VOICES = {
    "fr": (Voice("fr+f3", 172, 58), Voice("fr+m3", 158, 38), Voice("fr+m7", 182, 52)),
    "en": (Voice("en-gb+f2", 168, 60), Voice("en-gb+m3", 148, 30), Voice("en-us+m7", 176, 55)),
}
OVERLAPS = {"fr": {13: -0.15, 14: -0.5}, "en": {5: -0.4}}
"""Spoken turn, from 0: the (negative) silence before it, where it begins while another still speaks."""


def speak(text: str, voice: Voice) -> Sound:
    """Return what espeak-ng says, from its first sound to its last."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "turn.wav"
        options = ["-v", voice.name, "-s", str(voice.words_per_minute), "-p", str(voice.pitch), "-w", str(path)]
        subprocess.run(["espeak-ng", *options, text], check=True)
        with wave.open(str(path)) as file:
            sound = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / 32768
    loud = np.flatnonzero(np.abs(sound) > FLOOR)
    return sound[loud[0] : loud[-1] + 1]


def make(language: str) -> None:
    folder = resource("samples", language)
    document = read_transcript(folder / "interview.txt").document
    timeline = np.zeros(0, np.float32)
    times: list[dict[str, object]] = []
    end_s, spoken, silence_s = LEAD_IN_S, 0, 0.0
    for turn in document.turns:
        if not turn.is_speech:
            silence_s = LAUGHTER_S
            continue
        gap_s = OVERLAPS[language].get(spoken, GAPS_S[spoken % len(GAPS_S)] + silence_s)
        speaker = next(speaker for speaker in document.speakers if speaker.id == turn.speaker_id)
        sound = speak(turn.text, VOICES[language][speaker.color])
        first = round((end_s + (gap_s if spoken else 0)) * RATE)
        timeline = np.pad(timeline, (0, max(0, first + len(sound) - len(timeline))))
        timeline[first : first + len(sound)] += sound
        start_s, end_s = first / RATE, (first + len(sound)) / RATE
        times.append({"speaker": speaker.name, "text": turn.text, "start": round(start_s, 3), "end": round(end_s, 3)})
        spoken, silence_s = spoken + 1, 0.0
    timeline = np.pad(timeline, (0, round(1.5 * RATE)))
    timeline += np.random.default_rng(1).normal(0, 0.0015, len(timeline)).astype(np.float32)
    encode(timeline / max(1.0, float(np.abs(timeline).max())) * 0.9, folder / "interview.mp3")
    (folder / "times.json").write_text(json.dumps(times, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{folder}: {len(times)} turns, {len(timeline) / RATE:.1f} s")


def encode(sound: Sound, path: Path) -> None:
    """Write an MP3 of variable bit rate."""
    command = ["ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-q:a", "7"]
    pcm = (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
    subprocess.run([*command, "-map_metadata", "-1", "-bitexact", str(path)], input=pcm, check=True)


if __name__ == "__main__":
    for wanted in sys.argv[1:] or list(VOICES):
        make(wanted)
