"""Where the data files are: the one accessor, for a checkout, an installed wheel and a frozen program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def resources_dir() -> Path:
    """Return the folder of icons, themes, keymaps, translations and samples."""
    packaged = Path(str(files("replique"))) / "_resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[3] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one resource, such as ``resource("samples", "fr", "interview.txt")``."""
    return resources_dir().joinpath(*parts)
