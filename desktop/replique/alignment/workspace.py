"""The spectra of an alignment, kept in files: processes share them, and memory does not grow with the recording."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from replique.alignment.mel import BANDS, Floats

RECORDING = "recording"
REFERENCE = "reference"


class Workspace:
    """A folder with spectra (in half precision: two microphones differ by more) and what is known of each frame."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def writer(self, name: str) -> SpectrumWriter:
        """Begin the spectrum `name`."""
        return SpectrumWriter(self._spectrum(name))

    def frames(self, name: str) -> int:
        """Return how many frames the spectrum `name` has."""
        return self._spectrum(name).stat().st_size // (2 * BANDS)

    def spectrum(self, name: str, first: int = 0, end: int | None = None) -> Floats:
        """Return frames of a spectrum [shape=(end - first, BANDS)]; what lies outside repeats its edges."""
        total = self.frames(name)
        end = total if end is None else end
        inside = slice(max(0, min(first, total)), max(0, min(end, total)))
        count = inside.stop - inside.start
        if count <= 0:
            return np.zeros((max(0, end - first), BANDS), np.float32)
        with self._spectrum(name).open("rb") as file:
            file.seek(inside.start * 2 * BANDS)
            values = np.fromfile(file, np.float16, count * BANDS).reshape(count, BANDS).astype(np.float32)
        return np.pad(values, ((inside.start - first, end - inside.stop), (0, 0)), mode="edge")

    def keep(self, name: str, values: NDArray[np.float32]) -> None:
        """Keep an array that has a value for each frame."""
        np.save(self.folder / f"{name}.npy", values)

    def kept(self, name: str, first: int = 0, end: int | None = None) -> Floats:
        """Return frames of an array that was kept."""
        values: Floats = np.array(np.load(self.folder / f"{name}.npy", mmap_mode="r")[first:end])
        return values

    def _spectrum(self, name: str) -> Path:
        return self.folder / f"{name}.f16"


class SpectrumWriter:
    """Writes a spectrum piece by piece."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self.frames = 0

    def add(self, spectrum: Floats) -> None:
        """Append frames."""
        self._file.write(spectrum.astype(np.float16).tobytes())
        self.frames += len(spectrum)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()
