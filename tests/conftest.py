"""What every test may use."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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


@pytest.fixture
def read_in_browser(tmp_path: Path) -> Callable[[Path], list[list[object]]]:
    """A function that returns ``[start_ms, end_ms, text]`` of each cue as Chromium's ``<track>`` reads them."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("Chromium is not installed")

    def read(path: Path) -> list[list[object]]:
        page = path.with_suffix(".html")
        page.write_text(TRACK_PAGE.format(name=path.name), encoding="utf-8")
        profile = f"--user-data-dir={tmp_path / 'browser'}"
        shown = subprocess.run(
            [chromium, *CHROMIUM_FLAGS, profile, page.as_uri()], capture_output=True, timeout=90, check=True
        )
        dumped = re.search(r'<pre id="out">([^<]*)</pre>', shown.stdout.decode())
        assert dumped, shown.stderr.decode()
        cues: list[list[object]] = json.loads(unquote(dumped[1]))
        return cues

    return read
