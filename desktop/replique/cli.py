"""The work of Réplique without a window, for scripts and for machines without a screen.

Exit status: 0 done; 1 done, and a check found errors; 2 wrong use; 3 a file could not be used or written, said in one
line on standard error. Output files appear whole or not at all.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replique import __version__
from replique.core.errors import OutputError, RepliqueError
from replique.core.inputs import is_file

if TYPE_CHECKING:
    from replique.workflow.aligning import Aligned
    from replique.workflow.info import FileInfo
    from replique.workflow.recording_info import RecordingInfo

DONE = 0
WRONG_USE = 2
UNUSABLE = 3
INTERRUPTED = 130

REPLACE_IT = "Choose another name, or replace it with --force."

DESCRIPTION = """\
Without a command, Réplique opens its window:
  replique [PROJECT | TRANSCRIPT MEDIA]

Times the turns of a transcript by keyboard and writes them as subtitles."""


class Outcome(NamedTuple):
    """How a command ended: the exit status, and the project that a window is to show."""

    status: int = DONE
    project: Path | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what `arguments` (those of the process) ask for and return the exit status."""
    return _run(arguments).status


def run_demo(arguments: Sequence[str]) -> Outcome:
    """Run ``demo`` with the arguments after its name; there is no project where no window is wanted."""
    return _run(["demo", *arguments])


def _run(arguments: Sequence[str] | None) -> Outcome:
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as end:
        return Outcome(end.code if isinstance(end.code, int) else WRONG_USE)
    run: Callable[[argparse.Namespace], Outcome] = chosen.run
    _set_output(errors="replace")
    try:
        outcome = run(chosen)
        if sys.stdout:
            sys.stdout.flush()
    except RepliqueError as error:
        _complain(error)
        return Outcome(UNUSABLE)
    except BrokenPipeError:
        _abandon_output()
        return Outcome()
    except OSError as error:
        _abandon_output()
        _say_to_user(f"the output can't be written ({error.strerror or error}).")
        return Outcome(UNUSABLE)
    except KeyboardInterrupt:
        return Outcome(INTERRUPTED)
    return outcome


def _abandon_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter does not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _set_output(encoding: str | None = None, errors: str | None = None) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="replique", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Réplique {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (purpose, describe) in COMMANDS.items():
        describe(commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}."))
    return parser


def _describe_align(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "transcript", metavar="TRANSCRIPT", type=Path, help="or a project, whose confirmed times stand"
    )
    command.add_argument("recording", metavar="MEDIA", type=Path)
    command.add_argument("-o", "--output", metavar="PROJECT", type=Path, required=True)
    command.add_argument("--layout", default="auto", metavar="NAME", help="of the transcript; see 'replique layouts'")
    command.add_argument(
        "--language", default="", metavar="CODE", help="fr, en, es ...; default: what the text is in"
    )
    command.add_argument("--json", metavar="FILE", type=Path, help="write the times of turns and words there too")
    command.add_argument("--force", action="store_true", help="replace existing files")
    command.set_defaults(run=_align)


def _describe_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("project", metavar="PROJECT", type=Path)
    command.add_argument("--format", required=True, metavar="NAME", help="see 'replique formats'")
    command.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: beside the project")
    command.add_argument(
        "--labels",
        default="change",
        choices=("change", "always", "never"),
        help="when the text names the speaker: at each change (default), always, never;"
        " WebVTT names him in a tag instead",
    )
    command.add_argument("--force", action="store_true", help="replace an existing file")
    command.set_defaults(run=_export)


def _describe_info(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", metavar="FILE", nargs="+", type=Path)
    command.add_argument("--layout", default="auto", metavar="NAME", help="of a transcript; see 'replique layouts'")
    command.add_argument("--json", action="store_true", help="one object a line, one line a file")
    command.set_defaults(run=_info)


def _describe_formats(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one object a line")
    command.set_defaults(run=_formats)


def _describe_layouts(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one object a line")
    command.set_defaults(run=_layouts)


def _describe_demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--no-window", action="store_true", help="don't show the result")
    command.add_argument("-o", "--output", metavar="FOLDER", type=Path, default=Path("demo-out"))
    command.set_defaults(run=_demo)


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "align": ("find when each word of a transcript is spoken", _describe_align),
    "export": ("write the subtitles of a project", _describe_export),
    "info": ("tell what is in a transcript, a subtitle file, a project or a recording", _describe_info),
    "formats": ("list the subtitle formats", _describe_formats),
    "layouts": ("list the layouts of transcripts", _describe_layouts),
    "demo": ("do the main job on the sample interview, then show it", _describe_demo),
}
"""What each command is for, and what describes its arguments."""


def _align(chosen: argparse.Namespace) -> Outcome:
    from replique.alignment.engine import EspeakEngine
    from replique.core.files import refuse_sources
    from replique.transcripts import LAYOUTS
    from replique.workflow.aligning import align_files
    from replique.workflow.exporting import EXISTS

    known = ["auto", *(layout.name for layout in LAYOUTS)]
    if chosen.layout not in known:
        return _wrong_name("layout", chosen.layout, known)
    for path in [chosen.output, *([chosen.json] if chosen.json else [])]:
        refuse_sources(path, [chosen.transcript, chosen.recording])
        if is_file(path) and not chosen.force:
            raise OutputError(EXISTS, remedy=REPLACE_IT, path=path)
    with _progress_line() as progress:
        aligned = align_files(
            chosen.transcript, chosen.recording, chosen.output, EspeakEngine(), chosen.layout, chosen.language,
            json=chosen.json, progress=progress,
        )  # fmt: skip
    if aligned.alignment.is_poor:
        _say_to_user("the transcript hardly suits the recording; is the language right?")
    print(f"{chosen.output}: {_count(aligned.found, 'turn')} aligned{_and_others(aligned)}")
    return Outcome()


def _and_others(aligned: Aligned) -> str:
    parts = [
        f"{aligned.doubtful} doubtful" if aligned.doubtful else "",
        f"{aligned.unspoken} not spoken" if aligned.unspoken else "",
    ]
    return "".join(f"; {part}" for part in parts if part)


@contextmanager
def _progress_line() -> Iterator[Callable[[float], None]]:
    """Give a function that shows the share done on standard error, where that is a terminal."""
    from replique.core.progress import silent

    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        if int(share * 100) > shown:
            shown = int(share * 100)
            print(f"\raligning {shown:3} %", end="", file=sys.stderr, flush=True)

    if not (sys.stderr and sys.stderr.isatty()):
        yield silent
        return
    try:
        yield show
    finally:
        print(f"\r{' ' * 20}\r", end="", file=sys.stderr, flush=True)


def _export(chosen: argparse.Namespace) -> Outcome:
    from replique.core.files import refuse_sources
    from replique.formats import FORMATS, format_named
    from replique.project import load
    from replique.workflow.exporting import EXISTS, export

    wanted = format_named(chosen.format)
    if wanted is None:
        return _wrong_name("format", chosen.format, [f.name for f in FORMATS])
    project = load(chosen.project)
    path: Path = chosen.output or chosen.project.with_suffix(wanted.suffix)
    sources = [chosen.project, *([project.media.path] if project.media else [])]
    refuse_sources(path, sources)
    if is_file(path) and not chosen.force:
        raise OutputError(EXISTS, remedy=REPLACE_IT, path=path)
    report = export(project.document, wanted.name, path, chosen.labels, force=chosen.force)
    if is_file(path):
        left_out = f"; {_count(len(report.untimed), 'turn')} without time left out" if report.untimed else ""
        print(f"{path}: {_count(report.cue_count, 'subtitle')}{left_out}")
    return Outcome()


def _info(chosen: argparse.Namespace) -> Outcome:
    from replique.transcripts import LAYOUTS
    from replique.workflow.info import FileInfo, info

    known = ["auto", *(layout.name for layout in LAYOUTS)]
    if chosen.layout not in known:
        return _wrong_name("layout", chosen.layout, known)
    status = DONE
    for path in chosen.files:
        try:
            found = info(path, chosen.layout)
        except RepliqueError as error:
            _complain(error)
            status = UNUSABLE
            continue
        if chosen.json:
            _print_json(found)
        elif isinstance(found, FileInfo):
            _print_info(found)
        else:
            _print_recording(found)
    return Outcome(status)


def _print_info(found: FileInfo) -> None:
    """Show to a person what a file holds."""
    notes = f", {_count(len(found.notes), 'note')}" if found.notes else ""
    timed = sum(turn.start_ms is not None for turn in found.turns)
    print(f"{found.file}: {found.kind}, {found.format}, {found.encoding}")
    for name, value in found.metadata.items():
        if isinstance(value, str) and value:
            print(f"  {name}: {value}")
    if found.kind != "subtitles":
        print(f"  {_count(len(found.turns), 'turn')}{notes}; {timed} with a time")
    if found.cues or found.kind == "subtitles":
        print(f"  {_count(len(found.cues), 'subtitle')}")
    for speaker in found.speakers:
        print(f"  {speaker.name}: {_count(speaker.turns, 'turn')}")
    for remark in found.diagnostics:
        print(f"  line {remark.line}: {remark.message}")


def _print_recording(found: RecordingInfo) -> None:
    """Show to a person what can be heard of a recording, and what is odd about it."""
    from replique.core.timecode import format_clock

    print(f"{found.file}: {found.kind}, {found.format}, {format_clock(found.duration_ms)}")
    for number, track in enumerate(found.tracks, 1):
        said = ", ".join(part for part in (track.language, track.title, _count(track.channels, "channel")) if part)
        print(f"  track {number}: {said}")
    for remark in found.diagnostics:
        print(f"  {remark.message}")


def _formats(chosen: argparse.Namespace) -> Outcome:
    from replique.formats import FORMATS

    rows = [
        {"name": f.name, "title": f.title, "suffix": f.suffix, "carries_speakers": f.carries_speakers}
        for f in FORMATS
    ]
    _print_table(rows, ("name", "title"), as_json=chosen.json)
    return Outcome()


def _layouts(chosen: argparse.Namespace) -> Outcome:
    from replique.transcripts import LAYOUTS

    rows = [{"name": layout.name, "description": layout.description} for layout in LAYOUTS]
    _print_table(rows, ("name", "description"), as_json=chosen.json)
    return Outcome()


def _demo(chosen: argparse.Namespace) -> Outcome:
    from replique.workflow.demo import make_demo
    from replique.workflow.samples import sample

    demo = make_demo(sample("fr"), chosen.output)
    print(
        f"The starts of {demo.turn_count} turns were confirmed from the true times of the sample,"
        f" by the same {demo.tap_count} taps that a person makes."
    )
    for path in demo.files:
        print(f"wrote {path}")
    return Outcome(project=None if chosen.no_window else demo.project)


def _print_table(rows: Sequence[dict[str, Any]], columns: Sequence[str], *, as_json: bool) -> None:
    if as_json:
        for row in rows:
            _print_json(row)
        return
    width = max(len(row[columns[0]]) for row in rows)
    for row in rows:
        print(f"{row[columns[0]]:{width}}  {row[columns[1]]}")


def _print_json(value: object) -> None:
    """Print one object on one line, in UTF-8 whatever the terminal's encoding: scripts read it."""
    import msgspec

    _set_output(encoding="utf-8", errors="replace")
    print(msgspec.json.encode(value).decode("utf-8"))


def _wrong_name(what: str, name: str, known: Sequence[str]) -> Outcome:
    _say_to_user(f"there is no {what} named {name}; choose one of: {', '.join(known)}")
    return Outcome(WRONG_USE)


def _complain(error: RepliqueError) -> None:
    _say_to_user(" ".join(error.in_words().split()))


def _say_to_user(sentence: str) -> None:
    """Write one line on standard error, unless that was closed."""
    if sys.stderr:
        print(f"replique: {sentence}", file=sys.stderr)


def _count(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
