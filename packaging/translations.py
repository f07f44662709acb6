"""Translations: ``update`` gathers the program's texts, ``build`` compiles them, ``check`` says what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ROOT / "desktop" / "replique"
PLURALS_ONLY = {"replique_en.ts"}


def ts_files() -> list[Path]:
    return sorted(FOLDER.glob("*.ts"))


def tool(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's translation tools, which come with PySide6; show what it says only when it fails.

    They stand beside the interpreter; where pip builds a wheel apart from what is installed, on the search path.
    """
    folders = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    program = shutil.which(f"pyside6-{name}", path=folders)
    if program is None:
        sys.exit(f"pyside6-{name} was not found; it comes with PySide6-Essentials")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")


def build(*, force: bool = False) -> None:
    """Compile the files that are newer than what was compiled of them.

    A program that runs has the old file mapped into its memory; it keeps it, since the new one takes only its name.
    """
    for ts in ts_files():
        qm = ts.with_suffix(".qm")
        if force or not qm.exists() or qm.stat().st_mtime < ts.stat().st_mtime:
            beside = qm.with_suffix(".new")
            tool("lrelease", "-silent", ts, "-qm", beside)
            beside.replace(qm)


def gather(ts: Path) -> None:
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    plural = ["-pluralonly"] if ts.name in PLURALS_ONLY else []
    tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", *plural, *sources, "-ts", ts)


def update() -> None:
    for ts in ts_files():
        gather(ts)


def messages(ts: Path) -> dict[tuple[str, str], bool]:
    """Return, for each text and its context, whether it is translated."""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - our own files
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            parts = [] if translation is None else [translation.text or "", *(n.text or "" for n in translation)]
            done = translation is not None and translation.get("type") is None and any(p.strip() for p in parts)
            found[name, message.findtext("source") or ""] = done
    return found


def check() -> None:
    """Fail where a text of the program is in no file, or has no translation."""
    faults = []
    for ts in ts_files():
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / ts.name
            fresh.write_bytes(ts.read_bytes())
            gather(fresh)
            known, wanted = messages(ts), messages(fresh)
        faults += [
            f"{ts.name}: not gathered: {source!r} ({context})" for context, source in wanted.keys() - known.keys()
        ]
        faults += [
            f"{ts.name}: not translated: {source!r} ({context})" for (context, source), ok in known.items() if not ok
        ]
    if faults:
        sys.exit("\n".join([*sorted(faults), "make translations gathers them; then translate what is unfinished."]))


if __name__ == "__main__":
    {"build": build, "update": update, "check": check}[sys.argv[1]]()
