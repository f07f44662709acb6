"""Recordings that tell their own time, in every container that an interview may come in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from numpy.typing import NDArray

LOWEST_HZ = 300.0
HZ_PER_S = 150.0
RAMP_S = 20
"""The fine voice rises so long, then it begins again."""
MARK_HZ = 3800.0
MARK_STEP_HZ = 60.0
MARKS = 40
"""The second voice tells which of so many ramps it is; after them it begins again."""
SIDE = 64
PICTURES_PER_S = 5
FFT_SIZE = 1 << 14
PARTS = 8
SILENT = 300
"""Of 32767: no part of the recording is so quiet."""


@dataclass(frozen=True)
class Kind:
    """How a recording is written."""

    suffix: str
    codec: str
    rate: int = 48_000
    layout: str = "mono"
    bit_rate: int | None = None
    quality: int | None = None
    """Of a variable bit rate."""
    muxing: dict[str, str] = field(default_factory=dict)
    picture: str | None = None
    """The codec of a video track."""
    cover: bool = False
    late_s: int = 0
    """The sound begins so long after the picture."""
    zero_s: int = 0
    """The container's time stamps begin here."""


KINDS = {
    "wav": Kind("wav", "pcm_s16le"),
    "flac": Kind("flac", "flac", rate=44_100, layout="stereo"),
    "flac-cover": Kind("flac", "flac", cover=True),
    "mp3-cbr": Kind("mp3", "libmp3lame", rate=44_100, layout="stereo", bit_rate=128_000),
    "mp3-vbr": Kind("mp3", "libmp3lame", quality=4),
    "mp3-vbr-bare": Kind("mp3", "libmp3lame", quality=4, muxing={"write_xing": "0", "id3v2_version": "0"}),
    "mp3-low": Kind("mp3", "libmp3lame", rate=22_050, bit_rate=48_000),
    "mp3-cover": Kind("mp3", "libmp3lame", rate=44_100, quality=2, cover=True),
    "m4a": Kind("m4a", "aac", rate=44_100, layout="stereo"),
    "m4a-cover": Kind("m4a", "aac", cover=True),
    "opus": Kind("opus", "libopus", layout="stereo"),
    "ogg": Kind("ogg", "libopus"),
    "webm-sound": Kind("webm", "libopus"),
    "mp4": Kind("mp4", "aac", rate=44_100, picture="mpeg4"),
    "mkv": Kind("mkv", "libmp3lame", rate=44_100, bit_rate=128_000, picture="mpeg4"),
    "webm": Kind("webm", "libopus", layout="stereo", picture="libvpx"),
    "mkv-late": Kind("mkv", "aac", rate=44_100, picture="mpeg4", late_s=2),
    "mp4-late": Kind("mp4", "aac", rate=48_000, picture="mpeg4", late_s=2),
    "ts": Kind("ts", "aac", picture="mpeg4", zero_s=10),
}


def write_recording(path: Path, kind: Kind, seconds: float) -> Path:
    """Write a recording that tells its time, counted from the start of its container."""
    # FFmpeg's "ipod" would take no cover.
    format_name = "mp4" if kind.suffix == "m4a" else None
    with av.open(str(path), "w", format=format_name, options=kind.muxing) as container:
        sound = _add_sound(container, kind)
        film = Film(container, kind) if kind.picture or kind.cover else None
        for packets, end_s in _encoded(sound, kind, seconds):
            if film:
                film.draw_until(end_s)
            container.mux(packets)
        if film:
            film.close()
    return path


def write_chirp(path: Path, seconds: float) -> Path:
    """Write a plain recording that tells its time: at second t, below 20, it sounds at 300 + 150 t Hz."""
    kinds = {"mp3": KINDS["mp3-vbr"], "m4a": KINDS["m4a-cover"]}
    suffix = path.suffix[1:]
    kind = kinds.get(suffix) or KINDS[suffix]
    return write_recording(path, Kind(kind.suffix, kind.codec, quality=kind.quality), seconds)


def told_ms(window: NDArray[np.int16], rate: int, near_ms: float) -> float | None:
    """Return the time that the middle of a piece of the recording tells; the one nearest to a time, of those alike.

    None where it is silent, in part or wholly.
    """
    if min(np.abs(part).max() for part in np.array_split(window, PARTS)) < SILENT:
        return None
    spectrum = np.abs(np.fft.rfft(window * np.hanning(len(window)), FFT_SIZE)) + 1e-9
    hz = np.arange(len(spectrum)) * rate / FFT_SIZE
    in_ramp_s = (_peak(spectrum[hz < MARK_HZ - 2 * MARK_STEP_HZ]) * rate / FFT_SIZE - LOWEST_HZ) / HZ_PER_S
    # A time stretcher smears a steady voice over its neighbourhood.
    of_mark = np.round((hz - MARK_HZ) / MARK_STEP_HZ)
    powers = [np.sum(spectrum[of_mark == mark] ** 2) for mark in range(MARKS)]
    told_s = int(np.argmax(powers)) * RAMP_S + in_ramp_s
    round_s = RAMP_S * MARKS
    return float(1000 * (told_s + round_s * round((near_ms / 1000 - told_s) / round_s)))


def _peak(spectrum: NDArray[np.float64]) -> float:
    """Return where a spectrum is highest, finer than its steps: the top of a parabola through three logarithms."""
    top = int(np.clip(np.argmax(spectrum), 1, len(spectrum) - 2))
    low, middle, high = np.log(spectrum[top - 1 : top + 2])
    return top + 0.5 * (low - high) / (low - 2 * middle + high)


def voices(first: int, count: int, rate: int) -> NDArray[np.int16]:
    """Return samples that tell their time: a rising voice, a mark, and hiss that takes turns with quiet."""
    t = np.arange(first, first + count) / rate
    in_ramp_s = t % RAMP_S
    mark_hz = MARK_HZ + MARK_STEP_HZ * (t // RAMP_S % MARKS)
    rising = np.sin(2 * np.pi * (LOWEST_HZ * in_ramp_s + HZ_PER_S / 2 * in_ramp_s**2))
    mark = 0.3 * np.sin(2 * np.pi * mark_hz * in_ramp_s)
    hiss = np.random.default_rng(first).standard_normal(count) * np.where(t % 60 < 30, 0.03, 0.0)
    loud = 0.3 + 0.2 * np.sin(2 * np.pi * t / 7)
    return ((rising + mark + hiss) * loud * 0.7 * 32767).astype("<i2")


def _add_sound(container: OutputContainer, kind: Kind) -> AudioStream:
    sound = container.add_stream(kind.codec, rate=kind.rate, layout=kind.layout)
    if kind.bit_rate:
        sound.bit_rate = kind.bit_rate
    if kind.quality:
        sound.options = {"flags": "+qscale", "global_quality": str(kind.quality * 118)}
    return sound


class Film:
    """The picture of a recording: a grey one, or a cover."""

    def __init__(self, container: OutputContainer, kind: Kind) -> None:
        self._container = container
        self._kind = kind
        self._drawn = 0
        self._stream = container.add_stream(kind.picture or "mjpeg", rate=PICTURES_PER_S)
        self._stream.width, self._stream.height = SIDE, SIDE
        self._stream.pix_fmt = "yuvj420p" if kind.cover else "yuv420p"
        if kind.cover:
            self._stream.disposition = av.stream.Disposition.attached_pic

    def draw_until(self, end_s: float) -> None:
        """Have a picture for each moment before one; a cover is but one."""
        wanted = 1 if self._kind.cover else int(end_s * PICTURES_PER_S)
        for index in range(self._drawn, wanted):
            picture = av.VideoFrame(SIDE, SIDE, self._stream.pix_fmt)
            picture.pts = index + self._kind.zero_s * PICTURES_PER_S
            picture.time_base = Fraction(1, PICTURES_PER_S)
            self._container.mux(self._stream.encode(picture))
        self._drawn = max(self._drawn, wanted)

    def close(self) -> None:
        """Write what is left."""
        self._container.mux(self._stream.encode(None))


def _encoded(stream: AudioStream, kind: Kind, seconds: float) -> Iterator[tuple[list[av.Packet], float]]:
    """Yield packets, and the time up to which they tell."""
    resampler = av.AudioResampler(stream.format, kind.layout, kind.rate)
    fifo = av.AudioFifo()
    first, end = kind.late_s * kind.rate, round((seconds + kind.late_s) * kind.rate)
    pts = first + kind.zero_s * kind.rate
    while first < end:
        count = min(kind.rate, end - first)
        for frame in resampler.resample(_frame(voices(first, count, kind.rate), kind)):
            fifo.write(frame)
        first += count
        while (block := fifo.read(stream.frame_size or 1024, partial=first >= end)) is not None:
            block.pts, block.time_base = pts, Fraction(1, kind.rate)
            pts += block.samples
            yield stream.encode(block), first / kind.rate
    yield stream.encode(None), end / kind.rate


def _frame(samples: NDArray[np.int16], kind: Kind) -> av.AudioFrame:
    channels = len(av.AudioLayout(kind.layout).channels)
    frame = av.AudioFrame.from_ndarray(np.repeat(samples, channels)[None, :], format="s16", layout=kind.layout)
    frame.sample_rate = kind.rate
    return frame
