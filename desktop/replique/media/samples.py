"""The sound of a recording as one channel of samples, counted from the zero of the player and of the waveform."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from math import gcd
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from replique.core.progress import NEVER, Cancel
from replique.media.decode import Placer
from replique.media.opening import opened
from replique.media.reading import STREAMS_WITHOUT_TIME, Timed, TrackReader
from replique.media.resampling import Resampler

RATE = 16_000
"""Samples a second that are enough for speech."""
LEAD_S = 1.0
"""Decoding begins so long before what is wanted: until then a decoder has forgotten that it began in the middle."""
FILTER_S = 0.25
"""Resampling begins so long before what is wanted."""
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
    start_ms = max(0, start_ms)
    first = start_ms * rate // 1000
    wanted = None if end_ms is None else max(0, end_ms * rate // 1000 - first)
    with opened(path, track) as (container, audio):
        for block in _from(container, audio, start_ms, first, rate, cancel):
            kept = block if wanted is None else block[:wanted]
            if kept.size:
                yield kept
            if wanted is not None:
                wanted -= kept.size
                if wanted <= 0:
                    return


def _from(
    container: InputContainer, audio: AudioStream, start_ms: int, first: int, rate: int, cancel: Cancel
) -> Iterator[Mono]:
    """Yield the samples from number `first` of the whole on, at `rate`."""
    reader = TrackReader(container, audio)
    frames = reader.frames()
    head = list(islice(frames, 2))
    if not head:
        return
    rate_in = head[0].frame.sample_rate
    base = _base(start_ms, rate_in, rate)
    placer = Placer(rate_in, as_mono=True, first=base)
    is_far = base > LEAD_S * rate_in
    frames = _frames_at(container, audio, reader, placer, head) if is_far else chain(head, frames)
    resampler = None if rate_in == rate else Resampler(rate_in, 1, rate)
    skip = first - base * rate // rate_in
    for timed in frames:
        cancel.check()
        for block in placer.place(timed):
            ready = resampler.add(block)[0] if resampler else block[0]
            yield ready[skip:]
            skip = max(0, skip - ready.size)
    for block in placer.finish():
        yield (resampler.add(block)[0] if resampler else block[0])[skip:]
    if resampler:
        yield resampler.finish()[0, skip:]


def _base(start_ms: int, rate_in: int, rate: int) -> int:
    """Return where to begin (samples of the recording): there a sample of the result falls on one of the recording.

    Only so do a piece and the whole ask the filter for the same points.
    """
    step = rate_in // gcd(rate_in, rate)
    before = start_ms * rate_in // 1000 - round(FILTER_S * rate_in)
    return max(0, before // step * step)


def _frames_at(
    container: InputContainer, audio: AudioStream, reader: TrackReader, placer: Placer, head: list[Timed]
) -> Iterator[Timed]:
    """Return the frames from some time before the placer's position on; `head` holds the first two of all."""
    from_s = placer.position / placer.sample_rate - LEAD_S
    if container.format.name in READ_FROM_THE_BEGINNING:
        return reader.frames(from_s)
    with suppress(av.FFmpegError):
        container.seek(round((from_s + reader.zero_s) * av.time_base))
        frames = TrackReader(container, audio).frames()
        landed = next(frames, None)
        if landed is not None and (placer.stamped(landed) or 0) <= placer.position:
            _put_on_grid(landed, head, placer)
            return chain([landed], frames)
    container.seek(container.start_time or 0)
    return TrackReader(container, audio).frames()


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
