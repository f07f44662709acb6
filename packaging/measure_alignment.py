#!/usr/bin/env python3
"""How well and how fast transcripts are aligned, beside plain dynamic time warping in the same run.

    measure_alignment.py [FOLDER ...]

Each folder holds a recording (audio.*), the true times of its turns with their text (truth.json), and info.json.
Without a folder, those of ../shared/alignment/dev are measured; score.py beside them counts.
"""

from __future__ import annotations

import json
import os
import resource
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from replique.alignment.cepstra import cepstra
from replique.alignment.engine import EspeakEngine
from replique.alignment.languages import voice_names
from replique.alignment.mel import FRAMES_PER_S
from replique.alignment.model import Alignment, Passage
from replique.alignment.recording import listen
from replique.alignment.reference import speak
from replique.alignment.spoken import spoken_forms
from replique.alignment.voice import opened_voice
from replique.alignment.windows import pooled
from replique.alignment.workspace import RECORDING, Workspace

SHARED = Path(__file__).resolve().parents[2] / "shared" / "alignment"
LANGUAGES = {"eng": "en", "spa": "es"}
STEP_FRAMES = 4
BAND_S = 60.0
HEAD = f"{'':21}" + "".join(
    f" {name:>{width}}"
    for name, width in (
        ("≤0.1", 6),
        ("≤0.25", 6),
        ("≤0.5", 6),
        ("p95", 6),
        ("worst", 7),
        ("unspoken", 9),
        ("words", 7),
        ("s", 6),
    )
)
Rows = list[dict[str, Any]]


class Case(NamedTuple):
    """A recording with its turns and their true times."""

    name: str
    recording: Path
    language: str
    passages: list[Passage]
    truth: Path


def case_in(folder: Path) -> Case:
    """Return what a folder holds."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    info = json.loads((folder / "info.json").read_text(encoding="utf-8"))
    speakers = list(dict.fromkeys(turn.get("speaker") for turn in truth))
    passages = [Passage(tuple(turn["text"].split()), speakers.index(turn.get("speaker"))) for turn in truth]
    language = LANGUAGES.get(info.get("lang", ""), info.get("lang", "fr"))
    return Case(folder.name, next(folder.glob("audio.*")), language, passages, folder / "truth.json")


def ours(case: Case) -> Rows:
    """Align as the program does."""
    return rows_of(case, EspeakEngine().align(case.passages, case.recording, case.language))


def rows_of(case: Case, alignment: Alignment) -> Rows:
    """Return an alignment as score.py reads it."""
    rows: Rows = []
    for passage, found in zip(case.passages, alignment.passages, strict=True):
        words = [
            {"text": text, "start": word and word.start, "end": word and word.end}
            for text, word in zip(passage.words, found.words, strict=True)
        ]
        ends = [word.end for word in found.words if word]
        row = {"text": " ".join(passage.words), "start": found.start, "end": max(ends, default=None)}
        rows.append({**row, "words": words, "probability": found.probability})
    return rows


# --- plain dynamic time warping ----------------------------------------------------------------------------------


def plain(case: Case) -> Rows:
    """Align the cepstra of recording and reference by dynamic time warping, and nothing more."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        for _ in listen(case.recording, 0, workspace):
            pass
        recording = cepstra(workspace.spectrum(RECORDING))
    spectra, starts, offset = [], [], 0
    with opened_voice() as voice:
        voice.choose(voice_names(case.language)[0])
        for passage in case.passages:
            forms = [form or "." for form in spoken_forms(passage.words, case.language)]
            reference = speak(voice, forms)
            spectra.append(reference.spectrum.astype(np.float32))
            starts.append(reference.words + offset)
            offset += len(reference.spectrum)
    where = warped(steps(recording), steps(cepstra(np.concatenate(spectra))))

    def at(frame: int) -> float:
        return float(where[min(frame // STEP_FRAMES, len(where) - 1)] * STEP_FRAMES / FRAMES_PER_S)

    rows: Rows = []
    for passage, frames in zip(case.passages, starts, strict=True):
        words = [{"text": t, "start": at(a), "end": at(b)} for t, (a, b) in zip(passage.words, frames, strict=True)]
        text = " ".join(passage.words)
        rows.append({"text": text, "start": words[0]["start"], "end": words[-1]["end"], "words": words})
    return rows


def steps(values: np.ndarray) -> np.ndarray:
    """Return the means of cepstra over steps of 40 ms, normalised."""
    return normalised(pooled(values, STEP_FRAMES))


def normalised(values: np.ndarray) -> np.ndarray:
    """Return cepstra of mean 0 and variance 1, as directions: what counts is the angle between two."""
    normal = (values - values.mean(axis=0)) / (values.std(axis=0) + 1e-3)
    return normal / (np.linalg.norm(normal, axis=1, keepdims=True) + 1e-3)


def warped(recording: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Return for each frame of the reference the last frame of the recording that is matched with it.

    Sakoe and Chiba's symmetric recursion, along antidiagonals, inside a band around the diagonal.
    """
    n, m = len(recording), len(reference)
    band = int(BAND_S * FRAMES_PER_S / STEP_FRAMES) + abs(n - m)
    before, last = np.full(m + 1, np.inf), np.full(m + 1, np.inf)
    moves: list[tuple[int, np.ndarray]] = []
    for diagonal in range(n + m - 1):
        centre = diagonal * m // (n + m)
        low = max(0, diagonal - n + 1, centre - band)
        high = min(m, diagonal + 1, centre + band)
        j = np.arange(low, high)
        cost = 1 - (recording[diagonal - j] * reference[j]).sum(axis=1)
        ways = np.stack([before[j], last[j + 1], last[j]])  # both go on, the recording goes on, the reference goes on
        ways[0, (j == 0) & (diagonal == 0)] = 0.0
        move = ways.argmin(axis=0)
        now = np.full(m + 1, np.inf)
        now[j + 1] = cost + ways[move, np.arange(len(j))]
        moves.append((low, move.astype(np.uint8)))
        before, last = last, now
    last_match = np.zeros(m, np.int64)
    i, j_ = n - 1, m - 1
    while i >= 0 and j_ >= 0:
        last_match[j_] = max(last_match[j_], i)
        low, move = moves[i + j_]
        way = move[j_ - low]
        i, j_ = i - (way != 2), j_ - (way != 1)
    return last_match


# --- figures -----------------------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Print a line for each recording and way."""
    if not SHARED.is_dir():
        print("measure_alignment.py: the development data is not here")
        return 0
    folders = [Path(name) for name in arguments] or sorted((SHARED / "dev").iterdir())
    counting = runpy.run_path(str(SHARED / "score.py"))
    print(HEAD)
    for case in map(case_in, folders):
        ways: tuple[tuple[str, Callable[[Case], Rows]], ...] = (("ours", ours), ("DTW", plain))
        for name, way in ways:
            start = time.perf_counter()
            rows = way(case)
            print(line(counting, case, name, rows, time.perf_counter() - start), flush=True)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"largest process of ours: {children} MB")
    return 0


def line(counting: dict[str, Any], case: Case, name: str, rows: Rows, seconds: float) -> str:
    """Return the figures of one recording aligned in one way."""
    truth = counting["load"](case.truth)
    found = counting["score"](truth, [counting["_segment"](row) for row in rows])
    within = " ".join(f"{found.start.within[key]:6.1%}" for key in ("0.1", "0.25", "0.5"))
    words = ""
    if "words" in json.loads(case.truth.read_text(encoding="utf-8"))[0]:
        own = [counting["_segment"](word) for row in rows for word in row["words"]]
        words = f"{counting['score'](counting['load'](case.truth, words=True), own).start.within['0.1']:.1%}"
    unspoken = f"{found.unspoken_found}/{found.unspoken}" if found.unspoken else ""
    errors = f"{found.start.p95:6.2f} {found.start.max:7.2f}"
    return f"{case.name:14} {name:6} {within} {errors} {unspoken:>9} {words:>7} {seconds:6.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
