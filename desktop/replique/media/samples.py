"""The sound of a recording as one channel of samples, counted from the zero of the player and of the waveform."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from math import gcd
from pathlib import Path

import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from replique.core.progress import NEVER, Cancel
from replique.media.decode import Placer
from replique.media.opening import opened
from replique.media.reading import STREAMS_WITHOUT_TIME, Timed, TrackReader, frames_from
from replique.media.resampling import Resampler

RATE = 16_000
"""Samples a second that are enough for speech."""
LEAD_S = 1.0
"""Decoding begins so long before what is wanted: until then a decoder has forgotten that it began in the middle."""
FILTER_S = 0.25
"""Resampling begins so long before what is wanted."""
APART_MS = 3000
"""Pieces that are asked for together may not be nearer to each other: what was read is not read again."""
READ_FROM_THE_BEGINNING = STREAMS_WITHOUT_TIME | {"ogg"}
"""Formats in which a place is found by reading all that is before it: no time stamp tells it or, in Ogg, one that may
come twice, where recordings were joined."""

Mono = NDArray[np.float32]


def load(
    path: Path,
    start_ms: int = 0,
    end_ms: int | None = None,
    *,
    rate: int = RATE,
    track: int = 0,
    cancel: Cancel = NEVER,
) -> Mono:
    """Return a piece of a recording, or all of it, as one channel.

    Parameters
    ----------
    path : the recording; a video serves too.
    start_ms, end_ms : the piece, end not included, in milliseconds of the player's clock; None is the end of the
        recording.
    rate : samples a second of the result (Hz).
    track : which of the audio tracks, counted from 0.
    cancel : asked after each block that is decoded.

    Returns
    -------
    y : ndarray [shape=(n,), float32], about -1 to 1. Sample 0 is at ``start_ms * rate // 1000`` of the whole, and
        sample *k* of the whole is heard at *k* / `rate` seconds. What lies in a gap, or before a track that begins
        late, is silence. `n` falls short of the piece where the recording ends before it.

    Raises
    ------
    InputError : there is no sound to be had.
    Cancelled : `cancel` said so.

    Notes
    -----
    All channels are mixed (ITU-R BS.775); the encoder's delay is cut away. Pieces are the samples of the whole, to
    the last bit where the codec forgets (PCM, FLAC, MP3), and within what its noise differs by where it does not
    (AAC, Opus).

    Examples
    --------
    >>> y = load(Path("interview.mp3"), 61_000, 63_500)  # doctest: +SKIP
    >>> len(y) / RATE  # doctest: +SKIP
    2.5
    """
    blocks = list(stream(path, start_ms, end_ms, rate=rate, track=track, cancel=cancel))
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def stream(
    path: Path,
    start_ms: int = 0,
    end_ms: int | None = None,
    *,
    rate: int = RATE,
    track: int = 0,
    cancel: Cancel = NEVER,
) -> Iterator[Mono]:
    """Yield what :func:`load` returns, in blocks of any length up to some seconds: for recordings of any length.

    Parameters, errors and samples are those of :func:`load`. Memory stays at some blocks, whatever the length.
    """
    with opened(path, track) as (container, audio):
        yield from _Source(container, audio).piece(max(0, start_ms), end_ms, rate, cancel)


def pieces(
    path: Path,
    spans_ms: Sequence[tuple[int, int]],
    *,
    rate: int = RATE,
    track: int = 0,
    cancel: Cancel = NEVER,
) -> list[Mono]:
    """Return what :func:`load` returns for each of some spans: (start, end) in milliseconds, in rising order.

    Quicker than one by one where a place is found by reading all that is before it, as in MP3. Spans have to be
    `APART_MS` apart.
    """
    found = []
    with opened(path, track) as (container, audio):
        source = _Source(container, audio)
        for start_ms, end_ms in spans_ms:
            blocks = list(source.piece(max(0, start_ms), end_ms, rate, cancel))
            found.append(np.concatenate(blocks) if blocks else np.zeros(0, np.float32))
    return found


class _Source:
    """An open track, of which one piece after the other is asked."""

    def __init__(self, container: InputContainer, audio: AudioStream) -> None:
        self._container = container
        self._audio = audio
        self._reader = TrackReader(container, audio)
        self._frames = self._reader.frames()
        self._head = list(islice(self._frames, 2))
        self._at_head = True

    def piece(self, start_ms: int, end_ms: int | None, rate: int, cancel: Cancel) -> Iterator[Mono]:
        """Yield the samples of a piece, in blocks."""
        first = start_ms * rate // 1000
        wanted = None if end_ms is None else max(0, end_ms * rate // 1000 - first)
        for block in self._from(start_ms, first, rate, cancel):
            kept = block if wanted is None else block[:wanted]
            if kept.size:
                yield kept
            if wanted is not None:
                wanted -= kept.size
                if wanted <= 0:
                    return

    def _from(self, start_ms: int, first: int, rate: int, cancel: Cancel) -> Iterator[Mono]:
        """Yield the samples from number `first` of the whole on, at `rate`."""
        if not self._head:
            return
        rate_in = self._head[0].frame.sample_rate
        base = _base(start_ms, rate_in, rate)
        placer = Placer(rate_in, as_mono=True, first=base)
        resampler = None if rate_in == rate else Resampler(rate_in, 1, rate)
        skip = first - base * rate // rate_in
        for timed in self._frames_at(placer):
            cancel.check()
            for block in placer.place(timed):
                ready = resampler.add(block)[0] if resampler else block[0]
                yield ready[skip:]
                skip = max(0, skip - ready.size)
        for block in placer.finish():
            yield (resampler.add(block)[0] if resampler else block[0])[skip:]
        if resampler:
            yield resampler.finish()[0, skip:]

    def _frames_at(self, placer: Placer) -> Iterator[Timed]:
        """Return the frames from some time before the placer's position on."""
        container, from_s = self._container, placer.position / placer.sample_rate - LEAD_S
        at_head, self._at_head = self._at_head, False
        if at_head and from_s <= 0:
            return chain(self._head, self._frames)
        if container.format.name in READ_FROM_THE_BEGINNING:
            return self._reader.frames(from_s)
        frames = frames_from(container, self._audio, from_s, placer.position / placer.sample_rate)
        landed = next(frames, None)
        if landed is None:
            return frames
        _put_on_grid(landed, self._head, placer)
        return chain([landed], frames)


def _base(start_ms: int, rate_in: int, rate: int) -> int:
    """Return where to begin (samples of the recording): there a sample of the result falls on one of the recording.

    Only so do a piece and the whole ask the filter for the same points.
    """
    step = rate_in // gcd(rate_in, rate)
    before = start_ms * rate_in // 1000 - round(FILTER_S * rate_in)
    return max(0, before // step * step)


def _put_on_grid(landed: Timed, head: list[Timed], placer: Placer) -> None:
    """Place the first frame after a seek to the sample, where its time stamp is rounded (to 1 ms in Matroska).

    It stands so many whole frames behind the first one, as long as all are of one length.
    """
    stamped, origin = placer.stamped(landed), placer.stamped(head[0])
    frame, size = landed.frame, head[-1].frame.samples
    if stamped is None or origin is None or frame.samples != size or frame.time_base is None:
        return
    origin += head[0].frame.samples
    placed = origin + round((stamped - origin) / size) * size
    if abs(placed - stamped) <= frame.time_base * placer.sample_rate:
        placer.start_at(placed)
