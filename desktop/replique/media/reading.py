"""Reading a track packet by packet, whatever is wrong with it: each frame with the moment at which it stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

STREAMS_WITHOUT_TIME = frozenset({"mp3", "aac", "ac3", "eac3", "dts", "dtshd", "amr", "loas", "truehd"})
"""Formats whose packets bear no time: FFmpeg counts it from the beginning, and passes over what is damaged as if it
took none."""
RESTART_S = 1.0
"""Time stamps that go back farther than this begin anew: recordings were joined."""
MAX_GAP_S = 6 * 3600
"""A longer gap is a broken time stamp."""
SIZES_KEPT = 200
"""The size of so many packets tells how long those that are damaged were."""
SYNC_BYTES = 2
"""With these begins each packet of most formats whose packets bear no time."""


class Timed(NamedTuple):
    """A frame and where it stands, in seconds from the zero of the recording; None where that is not known."""

    frame: AudioFrame
    at_s: float | None
    is_strict: bool = False
    """Whether it stands there to the millisecond: it follows something damaged, or where recordings were joined."""


class TrackReader:
    """Reads one audio track of an open file from where that stands.

    What can't be decoded is passed over, and a file that breaks off ends there. Zero is the start of the container,
    as for Qt's FFmpeg back-end.
    """

    def __init__(self, container: InputContainer, stream: AudioStream) -> None:
        self.zero_s = (container.start_time or 0) / av.time_base
        self._stream = stream
        self._packets = container.demux(stream)
        self._tick_s = float(stream.time_base or 0)
        self._shift_s = -self.zero_s
        self._expected_s: float | None = None
        self._losses = _Losses() if container.format.name in STREAMS_WITHOUT_TIME else None
        self._counted_s: float | None = None
        self._strict = False

    def frames(self, from_s: float | None = None) -> Iterator[Timed]:
        """Yield the frames that follow; of packets that begin before `from_s` no more is decoded than has to be."""
        for packet in self._sound():
            at_s = self._follow(packet)
            if from_s is not None and at_s is not None and at_s < from_s:
                self._pass_over(packet)
                self._counted_s = None
                continue
            yield from self._decoded(packet)

    def _pass_over(self, packet: Packet[AudioStream]) -> None:
        """Count what is lost without decoding more than what looks unlike sound."""
        if self._losses and packet.size:
            if self._losses.looks_sound(packet):
                self._make_up_for(self._losses.before(packet), packet)
            else:
                deque(self._decoded(packet), 0)

    def _sound(self) -> Iterator[Packet[AudioStream]]:
        while True:
            try:
                packet = next(self._packets, None)
            except (av.FFmpegError, OSError):
                return
            if packet is None:
                return
            yield packet

    def _decoded(self, packet: Packet[AudioStream]) -> Iterator[Timed]:
        try:
            frames = packet.decode()
        except (av.FFmpegError, ValueError):
            self._strict = True
            if self._losses:
                self._losses.lose(packet)
            return
        if self._losses and packet.size:
            self._make_up_for(self._losses.before(packet), packet)
        for frame in frames:
            yield Timed(frame, self._place_of(frame), self._strict)
            self._strict = False

    def _make_up_for(self, loss: Loss, packet: Packet[AudioStream]) -> None:
        if loss.packets:
            packet_s = self._length_s(packet)
            self._shift_s += loss.uncounted * packet_s
            self._counted_s = None if self._counted_s is None else self._counted_s + loss.packets * packet_s

    def _place_of(self, frame: AudioFrame) -> float | None:
        """Return where a frame stands: by its time stamp or, where FFmpeg has made that up, by what was before.

        It takes each packet to be as long as the first, whatever the sample rate becomes.
        """
        stamped = None if frame.time is None else frame.time + self._shift_s
        if self._losses is None:
            return stamped
        at_s = stamped if self._counted_s is None else self._counted_s
        self._counted_s = None if at_s is None else at_s + frame.samples / frame.sample_rate
        return at_s

    def _follow(self, packet: Packet[AudioStream]) -> float | None:
        """Return where a packet stands; where its time stamp jumps, it follows the one before."""
        if packet.pts is None:
            return self._expected_s
        at_s = packet.pts * self._tick_s + self._shift_s
        if self._expected_s is not None and not -RESTART_S <= at_s - self._expected_s <= MAX_GAP_S:
            self._shift_s += self._expected_s - at_s
            at_s = self._expected_s
            self._strict = True
        self._expected_s = at_s + self._length_s(packet)
        return at_s

    def _length_s(self, packet: Packet[AudioStream]) -> float:
        return (packet.duration or 0) * self._tick_s


def frames_from(container: InputContainer, stream: AudioStream, from_s: float, latest_s: float) -> Iterator[Timed]:
    """Return the frames from about a moment on, the first at `latest_s` at the latest.

    They are those from the beginning where no such place can be found, and none where the file is gone.
    """
    stamp_s = from_s + (container.start_time or 0) / av.time_base
    for of_stream, tick in ((stream, stream.time_base), (None, Fraction(1, av.time_base))):
        if from_s > 0 and tick:
            with suppress(av.FFmpegError):
                container.seek(round(stamp_s / tick), stream=of_stream)
                frames = TrackReader(container, stream).frames()
                landed = next(frames, None)
                if landed and landed.at_s is not None and landed.at_s <= latest_s:
                    return chain([landed], frames)
    with suppress(av.FFmpegError):
        container.seek(container.start_time or 0)
        return TrackReader(container, stream).frames()
    return iter(())


class Loss(NamedTuple):
    """How many packets of sound were lost, and how many of them FFmpeg's count of the time left out."""

    packets: int
    uncounted: int


NO_LOSS = Loss(0, 0)


class _Losses:
    """How long damaged packets were, reckoned by their size: in a stream without time stamps nothing else tells."""

    def __init__(self) -> None:
        self._sizes: deque[int] = deque(maxlen=SIZES_KEPT)
        self._read = self._count = self._largest = 0
        self._lost_bytes = self._lost_packets = 0
        self._sync = b""

    def looks_sound(self, packet: Packet[AudioStream]) -> bool:
        """Whether a packet begins as those before it that could be decoded: then most probably it can be, too."""
        return bytes(packet)[:SYNC_BYTES] == self._sync

    def lose(self, packet: Packet[AudioStream]) -> None:
        """Take note of a packet that can't be decoded; a tag with a picture between two recordings is no sound."""
        if packet.size:
            self._lost_bytes += 0 if b"ID3" in bytes(packet) else packet.size
            self._lost_packets += 1

    def before(self, packet: Packet[AudioStream]) -> Loss:
        """Return what was lost before this sound packet."""
        loss = self._loss() if self._lost_packets else NO_LOSS
        data = bytes(packet)
        size = len(data)
        self._sync = data[:SYNC_BYTES]
        self._sizes.append(size)
        self._read += size
        self._count += 1
        self._largest = max(self._largest, size)
        return loss

    def _loss(self) -> Loss:
        packets = counted = self._lost_packets
        if self._lost_bytes > 2 * self._largest > 0:
            typical = max(sum(self._sizes) / len(self._sizes), self._read / self._count)
            packets = max(packets, round(self._lost_bytes / typical))
        self._lost_bytes = self._lost_packets = 0
        return Loss(packets, packets - counted)
