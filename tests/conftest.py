"""What every test may use."""

from __future__ import annotations

import gc
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, settings

from replique.core.errors import PlayerError
from replique.core.timecode import format_fixed, parse
from replique.playback.vlc_library import Library, open_library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# On a new or busy machine the first examples take long to draw, and that is no fault of what they try.
settings.register_profile("replique", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("replique")

GARBAGE_KEPT = 20_000


def pytest_sessionstart() -> None:
    """Have garbage collected between tests only: a thread that did would take timers of Qt apart, which crashes."""
    gc.disable()


def pytest_runtest_teardown() -> None:
    if gc.get_count()[0] > GARBAGE_KEPT:
        gc.collect()


SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The development data beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the development data is not here")
    return SHARED


@pytest.fixture(scope="session")
def seed_path(shared_dir: Path) -> Path:
    """A real published interview: 121 turns, 5 speakers."""
    return shared_dir / "seed" / "000_3a8d54b3a52c3d0d.txt"


RATE = 48_000
CODECS = {
    ".wav": "pcm_s16le",
    ".mp3": "libmp3lame",
    ".m4a": "aac",
    ".opus": "libopus",
    ".aac": "aac",
    ".ts": "aac",
    ".flac": "flac",
    ".mkv": "libopus",
    ".webm": "libopus",
    ".mp4": "aac",
}


@dataclass(frozen=True)
class Sound:
    """Clicks at known seconds, in silence."""

    path: Path
    seconds: float
    clicks_s: tuple[float, ...]


@pytest.fixture(scope="session")
def make_sound(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Sound]:
    """A function that makes a recording: ``make_sound(suffix, seconds, clicks_s)``; with a picture for video."""
    import av
    import numpy as np

    folder = tmp_path_factory.mktemp("sounds")

    def make(
        suffix: str = ".wav",
        seconds: float = 6.0,
        clicks_s: tuple[float, ...] = (1.0, 2.5, 4.0),
        stereo: bool = False,
    ) -> Sound:
        path = folder / f"sound-{seconds}-{len(clicks_s)}-{stereo}{suffix}"
        if path.exists():
            return Sound(path, seconds, clicks_s)
        samples = np.zeros(round(seconds * RATE), np.float32)
        for click_s in clicks_s:
            first = round(click_s * RATE)
            burst = np.sin(np.arange(RATE // 20) * 2 * np.pi * 1000 / RATE) * 0.7
            samples[first : first + burst.size] = burst[: samples.size - first]
        with av.open(str(path), "w") as container:
            layout = "stereo" if stereo else "mono"
            video = container.add_stream("libvpx", rate=10) if suffix in (".mkv", ".webm") else None
            if suffix == ".mp4":
                video = container.add_stream("mpeg4", rate=10)
            if video:
                video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
            audio = container.add_stream(CODECS[suffix], rate=RATE, layout=layout)
            pcm = (np.repeat(samples, 2 if stereo else 1) * 32767).astype(np.int16)
            for first in range(0, pcm.size, RATE):
                block = pcm[first : first + RATE].reshape(1, -1)
                frame = av.AudioFrame.from_ndarray(block, format="s16", layout=layout)
                frame.sample_rate = RATE
                frame.pts = first // (2 if stereo else 1)
                container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
            if video:
                for index in range(round(seconds * 10)):
                    picture = av.VideoFrame(64, 48, "yuv420p")
                    picture.pts = index
                    container.mux(video.encode(picture))
                container.mux(video.encode(None))
        return Sound(path, seconds, clicks_s)

    return make


@pytest.fixture(scope="session")
def two_tracks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight seconds with two audio tracks: a tone of 400 Hz in French, one of 900 Hz by an English interpreter."""
    import av
    import numpy as np

    path = tmp_path_factory.mktemp("tracks") / "débat.mkv"
    with av.open(str(path), "w") as container:
        tracks = [container.add_stream("libopus", rate=RATE, layout="mono") for _ in range(2)]
        for track, language, title in zip(tracks, ("fra", "eng"), ("", "Interpreter"), strict=True):
            track.metadata["language"] = language
            track.metadata["title"] = title
        for first in range(0, 8 * RATE, RATE // 10):
            for track, hz in zip(tracks, (400, 900), strict=True):
                tone = 0.5 * np.sin(2 * np.pi * hz * np.arange(first, first + RATE // 10) / RATE)
                frame = av.AudioFrame.from_ndarray((tone[None] * 32767).astype(np.int16), "s16", "mono")
                frame.sample_rate, frame.pts = RATE, first
                container.mux(track.encode(frame))
        for track in tracks:
            container.mux(track.encode(None))
    return path


@pytest.fixture(scope="session")
def late(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A function that makes clicks at 2, 5.5 and 9.25 s in a container whose sound, or all of which, begins late.

    ``late(suffix, sound_s, all_s)``: the sound begins `sound_s` after the picture, and that at `all_s`.
    """
    import av
    import numpy as np

    seconds = 12
    folder = tmp_path_factory.mktemp("late")

    def make(suffix: str, sound_s: float = 0.0, all_s: float = 0.0, *, picture: bool = True) -> Path:
        path = folder / f"late-{sound_s}-{all_s}-{picture}{suffix}"
        if path.exists():
            return path
        y = np.zeros(seconds * RATE, np.float32)
        for click_s in (2.0, 5.5, 9.25):
            first = round((click_s - sound_s) * RATE)
            y[first : first + RATE // 20] = 0.7 * np.sin(np.arange(RATE // 20) * 2 * np.pi * 1000 / RATE)
        options = {"avoid_negative_ts": "disabled"} if all_s else {}
        with av.open(str(path), "w", options=options) as container:
            audio = container.add_stream(CODECS.get(suffix, "libopus"), rate=RATE, layout="mono")
            if picture:
                video = container.add_stream("libvpx" if suffix in (".mkv", ".webm") else "mpeg4", rate=25)
                video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
                for index in range(25 * seconds):
                    shown = av.VideoFrame(64, 48, "yuv420p")
                    shown.pts = index + round(25 * all_s)
                    container.mux(video.encode(shown))
                container.mux(video.encode(None))
            pcm = (y * 32767).astype(np.int16)
            for first in range(0, pcm.size, 4800):
                frame = av.AudioFrame.from_ndarray(pcm[None, first : first + 4800], "s16", "mono")
                frame.sample_rate, frame.pts = RATE, first + round((sound_s + all_s) * RATE)
                container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
        return path

    return make


@pytest.fixture(scope="session")
def measuring() -> ModuleType:
    """What measures players: recordings that tell their time, and an ear."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "packaging"))
    return importlib.import_module("measuring")


@pytest.fixture(scope="session")
def told_recordings(tmp_path_factory: pytest.TempPathFactory, measuring: ModuleType) -> Callable[[str], Path]:
    """A function that returns a recording of a kind that tells its own time."""
    folder = tmp_path_factory.mktemp("told")

    def make(name: str) -> Path:
        kind = measuring.KINDS[name]
        path = folder / f"{name}.{kind.suffix}"
        return path if path.exists() else measuring.write_recording(path, kind, measuring.TOLD_S)

    return make


@pytest.fixture
def golden() -> Callable[[str, bytes], None]:
    """A function that compares bytes with a file of tests/golden; REPLIQUE_GOLDEN=write writes it anew."""
    folder = Path(__file__).parent / "golden"

    def compare(name: str, data: bytes) -> None:
        path = folder / name
        if os.environ.get("REPLIQUE_GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert data.decode("utf-8") == path.read_bytes().decode("utf-8")

    return compare


CHROMIUM_FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--allow-file-access-from-files",
    "--virtual-time-budget=10000", "--dump-dom",
]  # fmt: skip
TRACK_PAGE = """<!doctype html><meta charset="utf-8"><video><track default src="{name}"></video><pre id="out"></pre>
<script>
const track = document.querySelector("track");
track.track.mode = "showing";
track.addEventListener("load", () => {{
  const cues = [...track.track.cues].map(
    (cue) => [Math.round(cue.startTime * 1000), Math.round(cue.endTime * 1000), cue.getCueAsHTML().textContent]);
  document.getElementById("out").textContent = encodeURIComponent(JSON.stringify(cues));
}});
</script>"""


Cues = list[tuple[int, int, str]]
"""``(start_ms, end_ms, text)`` of each cue as another program reads it."""


@pytest.fixture
def read_in_browser(tmp_path: Path) -> Callable[[Path], Cues]:
    """A function that returns the cues of a file as Chromium's ``<track>`` reads them."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("Chromium is not installed")

    def read(path: Path) -> Cues:
        page = path.with_suffix(".html")
        page.write_text(TRACK_PAGE.format(name=path.name), encoding="utf-8")
        profile = f"--user-data-dir={tmp_path / 'browser'}"
        shown = subprocess.run(
            [chromium, *CHROMIUM_FLAGS, profile, page.as_uri()], capture_output=True, timeout=90, check=True
        )
        dumped = re.search(r'<pre id="out">([^<]*)</pre>', shown.stdout.decode())
        assert dumped, shown.stderr.decode()
        return [(start_ms, end_ms, text) for start_ms, end_ms, text in json.loads(unquote(dumped[1]))]

    return read


@pytest.fixture
def read_in_ffmpeg() -> Callable[[Path], Cues]:
    """A function that returns the cues of a file as ffmpeg reads them."""
    ffmpeg = shutil.which("ffmpeg")
    if not ffmpeg:
        pytest.skip("ffmpeg is not installed")

    def read(path: Path) -> Cues:
        command = [ffmpeg, "-v", "error", "-i", str(path), "-f", "srt", "-"]
        shown = subprocess.run(command, capture_output=True, check=True).stdout.decode().replace("\r\n", "\n")
        blocks = [block.split("\n", 2) for block in shown.strip().split("\n\n")]
        return [(*(parse(at) for at in times.split(" --> ")), text) for _, times, text in blocks]

    return read


@pytest.fixture
def read_in_vlc(tmp_path: Path) -> Iterator[Callable[[Path], Cues]]:
    """A function that returns the cues of a file as libVLC's own demuxers read them.

    libVLC is asked to write the subtitle track elsewhere. It says when each cue is shown only by its distance to the
    one before, and leaves out the last one of an MP4: so one is put before the others, at zero, and one after them.
    """
    pytest.importorskip("vlc")
    try:
        library = open_library(["--no-sub-autodetect-file"])
    except PlayerError as error:
        pytest.skip(str(error))

    def read(path: Path) -> Cues:
        source, stats, data = (tmp_path / f"vlc-{name}{path.suffix}" for name in ("read", "stats", "data"))
        text = path.read_text(encoding="utf-8").removeprefix("WEBVTT").strip()
        head, separator, demux, mux = VLC_WAYS[path.suffix]
        last_ms = parse(re.findall("--> (.*)", text)[-1])
        before, after = (
            f"{format_fixed(ms, separator)} --> {format_fixed(ms + 1, separator)}\nlost" for ms in (0, last_ms + 1000)
        )
        source.write_text(f"{head}{before}\n\n{text}\n\n{after}\n", encoding="utf-8")
        chain = f"#stats{{output={stats}}}:std{{access=file,mux={mux},dst={data}}}"
        _play_through(library, source, f":sout={chain}", ":sout-all", f":demux={demux}")
        times = _times_of(stats.read_text(encoding="utf-8"))
        texts = _mp4_texts(data) if mux == "mp4" else _webvtt_texts(data.read_bytes())
        return [(*at, text) for at, text in zip(times, texts, strict=False) if text != "lost"]

    yield read
    library.instance.release()


VLC_WAYS = {
    ".srt": ("", ",", "subtitle", "mp4"),
    ".vtt": ("WEBVTT\n\n", ".", "webvtt", "dummy"),
}
"""How a file begins, what stands before its milliseconds, libVLC's demuxer for it, its muxer that keeps the texts."""


def _play_through(library: Library, path: Path, *options: str) -> None:
    player, media = library.instance.media_player_new(), library.instance.media_new_path(str(path))
    for option in options:
        media.add_option(option)
    player.set_media(media)
    ended = threading.Event()
    for kind in (library.event_type.MediaPlayerEndReached, library.event_type.MediaPlayerEncounteredError):
        player.event_manager().event_attach(kind, lambda _event: ended.set())
    player.play()
    assert ended.wait(30)
    player.stop()
    media.release()
    player.release()


def _times_of(stats: str) -> list[tuple[int, int]]:
    """Read what libVLC says of the packets of a track: when each begins after the one before, and how long it is."""
    times, start_us = [], 0
    for line in stats.splitlines():
        if not line.startswith("#"):
            since_us, length_us = (int(field) for field in line.split("\t")[4:6])
            start_us += since_us
            times.append((round(start_us / 1000), round((start_us + length_us) / 1000)))
    return times


def _mp4_texts(path: Path) -> list[str]:
    """Return the texts of a subtitle track; a pause between two is one of a single space."""
    import av

    with av.open(str(path), options={"ignore_editlist": "1"}) as container:
        packets = [bytes(packet)[2:] for packet in container.demux(container.streams[0]) if packet.size]
    return [packet.decode().strip("\n") for packet in packets if packet.strip()]


def _webvtt_texts(data: bytes) -> list[str]:
    """Return what a viewer reads of each cue, which is a box of an ISO file that holds boxes."""
    cues = [dict(_boxes(cue)) for _, cue in _boxes(data[data.index(b"vttx") - 4 :])]
    return [unescape(re.sub(r"<[^>]*>", "", cue[b"payl"].decode())) for cue in cues]


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    while data:
        size = int.from_bytes(data[:4], "big")
        yield data[4:8], data[8:size]
        data = data[size:]
