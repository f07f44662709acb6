"""The player that the window sees: state, clock, spans and throttled seeks around an engine."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from replique.core.messages import Message
from replique.playback.clock import SILENCE_S, PlaybackClock
from replique.playback.engine import Engine, News
from replique.playback.outputs import Output
from replique.playback.player import MAX_RATE, MIN_RATE, PlayerState, Span
from replique.playback.problems import Fingerprint, fingerprint, what_is_wrong
from replique.playback.throttle import SeekThrottle

if TYPE_CHECKING:
    from replique.playback.self_test import Prober

RUN_OUT_S = 2.0
"""An engine reports the end up to this early: what it has read is still to be heard."""
ROUNDING_MS = 50.0
EARLY_MS = 0.5
"""A timer that fires so much too early is on time."""


class EnginePlayer(QObject):
    """A :class:`~replique.playback.player.Player` around an engine."""

    state_changed = Signal(object)
    position_jumped = Signal(int)
    ended = Signal()
    failed = Signal(object)
    outputs_changed = Signal()

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.notice: Message | None = None
        self._engine = engine
        self._clock = PlaybackClock(pull_back=engine.pull_back)
        self._throttle = SeekThrottle()
        self._state = PlayerState.EMPTY
        self._path: Path | None = None
        self._track = 0
        self._file: Fingerprint | None = None
        self._span: Span | None = None
        self._heard = False
        self._end_ms: float | None = None
        self._running_out = False
        self._sent_again = False
        self._volume = 100
        self._muted = False
        self._output_id = ""
        self._closed = False
        self._seek_timer = self._timer(self._send_pending)
        self._limit_timer = self._timer(self._check_limit)
        self._silence_timer = self._timer(self._miss_news)
        engine.told.connect(self._hear)
        engine.outputs_changed.connect(self.outputs_changed)

    @property
    def name(self) -> str:
        """What plays, for the status line."""
        return self._engine.name

    @property
    def engine(self) -> Engine:
        """What plays: for a video surface, and for tests that listen."""
        return self._engine

    @property
    def state(self) -> PlayerState:
        """What it does."""
        return self._state

    @property
    def is_playing(self) -> bool:
        """Whether it plays or is about to."""
        return self._state is PlayerState.PLAYING

    @property
    def rate(self) -> float:
        """The speed."""
        return self._clock.rate

    @property
    def volume(self) -> int:
        """The volume, 0 to 100."""
        return self._volume

    @property
    def muted(self) -> bool:
        """Whether it is silent whatever the volume."""
        return self._muted

    @property
    def duration_ms(self) -> int | None:
        """The length that was told, None before."""
        return None if self._clock.duration_ms is None else round(self._clock.duration_ms)

    @property
    def span(self) -> Span | None:
        """The piece that is being played, if it is one."""
        return self._span

    @property
    def outputs(self) -> Sequence[Output]:
        """The devices that are there."""
        return self._engine.outputs

    @property
    def output_id(self) -> str:
        """The device that was set; empty where it is left to the system."""
        return self._output_id

    @property
    def output_in_use(self) -> str:
        """The device on which the sound is heard, as far as that is known."""
        return self._engine.output_in_use

    def position_ms(self, at_s: float | None = None) -> float:
        """Return the position of the sound now, or at a moment up to some seconds ago."""
        return self._clock.position_ms(monotonic() if at_s is None else at_s)

    def prober(self) -> Prober:
        """Return what listens to it without a sound."""
        return self._engine.prober()

    def load(self, path: Path, track: int = 0) -> None:
        """Take another recording, or another audio track, and stand at its beginning, paused."""
        self._rest()
        self._clock.reset(monotonic())
        self._path, self._track = path, track
        self._file = fingerprint(path)
        self._heard = False
        self._end_ms = None
        self._enter(PlayerState.PAUSED)
        if self._file is None:
            self._fail()
        else:
            self._engine.load(path, track)

    def unload(self) -> None:
        """Let the recording go."""
        self._rest()
        self._clock.reset(monotonic())
        self._path = self._file = None
        self._engine.unload()
        self._enter(PlayerState.EMPTY)

    def set_duration(self, duration_ms: int) -> None:
        """Tell the true length."""
        self._clock.duration_ms = duration_ms
        self._arm()

    def play(self, from_ms: int | None = None) -> None:
        """Play from a position, or from where it stands."""
        span, self._span = self._span, None
        if from_ms is not None:
            self._play_from(from_ms)
        elif self.is_playing and span:
            # The engine may have been told to fall silent at the end of the span.
            self._go(round(self.position_ms()))
        elif not self.is_playing:
            self._play_from(0 if self._at_end() else round(self.position_ms()))

    def play_span(self, start_ms: int, end_ms: int, loop: bool = False, from_ms: int | None = None) -> None:
        """Play a piece and stand at its end, or play it again and again."""
        start_ms = max(0, start_ms)
        if end_ms <= start_ms:
            self.pause()
            self.seek(start_ms)
            return
        self._span = Span(start_ms, end_ms, loop)
        self._play_from(start_ms if from_ms is None or not start_ms <= from_ms < end_ms else from_ms)

    def pause(self) -> None:
        """Stand where the sound is."""
        if self.is_playing:
            self._halt()

    def seek(self, ms: int) -> None:
        """Go to a position, playing or not as before."""
        self._span = None
        if self._path is None:
            return
        self._go(ms)
        if self._state is PlayerState.ENDED:
            self._enter(PlayerState.PAUSED)

    def set_rate(self, rate: float) -> None:
        """Play at another speed."""
        rate = min(MAX_RATE, max(MIN_RATE, rate))
        if rate != self.rate:
            self._clock.set_rate(monotonic(), rate)
            self._engine.set_rate(rate)
            if self._state in (PlayerState.PLAYING, PlayerState.PAUSED):
                # What is on its way to the output at the old speed would still be heard.
                self._go(round(self.position_ms()))

    def set_volume(self, percent: int) -> None:
        """Play at another volume."""
        self._volume = min(100, max(0, percent))
        self._engine.set_volume(self._volume)

    def set_muted(self, muted: bool) -> None:
        """Be silent, or not."""
        self._muted = muted
        self._engine.set_muted(muted)

    def set_output(self, output_id: str) -> None:
        """Play on another device; the sound goes on there from where it is."""
        self._output_id = output_id
        self._engine.set_output(output_id)
        if self.is_playing:
            self._go(round(self.position_ms()))

    def close(self) -> None:
        """Let everything go; nothing is told any more."""
        if self._closed:
            return
        self._closed = True
        self.blockSignals(True)
        self._rest()
        self._engine.close()
        self._state = PlayerState.EMPTY

    def _timer(self, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _enter(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _at_end(self) -> bool:
        duration_ms = self._clock.duration_ms
        return self._state is PlayerState.ENDED or (duration_ms is not None and self.position_ms() >= duration_ms - 1)

    def _rest(self) -> None:
        """Forget all that was to come."""
        self._span = None
        self._running_out = False
        self._throttle.drop()
        self._seek_timer.stop()
        self._limit_timer.stop()
        self._silence_timer.stop()

    def _play_from(self, ms: int) -> None:
        if self._path is None:
            return
        if self._state is PlayerState.FAILED:
            self._try_again(self._path)
        if self._file is None:
            self._fail()
            return
        at_once = not self.is_playing
        self._clock.play(monotonic())
        self._go(ms, at_once)
        self._enter(PlayerState.PLAYING)

    def _try_again(self, path: Path) -> None:
        self._heard = False
        self._end_ms = None
        self._file = fingerprint(path)
        if self._file is not None:
            self._engine.load(path, self._track)

    def _go(self, ms: int, at_once: bool = False) -> None:
        """Be at a position at once, and send the engine there as soon as it may be sent.

        What is silent may be sent `at_once`: no sound can break.
        """
        now_s = monotonic()
        before_ms = self._clock.position_ms(now_s)
        self._clock.seek(now_s, ms)
        self._running_out = False
        self._limit_timer.stop()
        here_ms = self._clock.position_ms(now_s)
        wait_s = self._throttle.ask(round(here_ms), now_s)
        if wait_s and not at_once:
            self._seek_timer.start(ceil(1000 * wait_s))
        else:
            self._send_pending()
        if abs(here_ms - before_ms) >= 1:
            self.position_jumped.emit(round(here_ms))

    def _send_pending(self) -> None:
        self._seek_timer.stop()
        now_s = monotonic()
        target_ms = self._throttle.take(now_s)
        if target_ms is None:
            return
        self._clock.seek(now_s, target_ms)
        if self._clock.running:
            self._engine.play(target_ms, self._span.end_ms if self._span else None)
            self._expect_news()
        else:
            self._engine.seek(target_ms)

    def _halt(self, at_ms: float | None = None, state: PlayerState = PlayerState.PAUSED) -> None:
        """Stand where the sound is, or exactly at a position that it has just reached."""
        now_s = monotonic()
        self._rest()
        self._clock.pause(now_s)
        if at_ms is not None:
            self._clock.seek(now_s, at_ms)
        self._engine.pause(round(self._clock.position_ms(now_s)))
        self._enter(state)

    def _hear(self, news: News, at_s: float, player_ms: float) -> None:
        if self._state in (PlayerState.EMPTY, PlayerState.FAILED):
            return
        if news is News.BROKEN:
            self._fail()
        elif news is News.END and player_ms > 0:
            self._end_ms = player_ms
            self._arm()
        elif self.is_playing and not self._throttle.pending:
            self._expect_news()
            if news is News.END:
                self._hear_end(at_s)
            else:
                self._hear_time(news, at_s, player_ms)

    def _hear_time(self, news: News, at_s: float, player_ms: float) -> None:
        self._heard = True
        self._sent_again = False
        if self._running_out:
            return
        if news is News.BEGUN:
            self._clock.arrived(at_s)
        elif self._clock.event(at_s, player_ms):
            self.position_jumped.emit(round(player_ms))
        self._arm()

    def _hear_end(self, at_s: float) -> None:
        """Play out what has been read; where the end comes too early, find out why."""
        left_ms = self._left_ms(at_s)
        if self._heard and 0 < left_ms <= 1000 * RUN_OUT_S * max(1.0, self.rate):
            self._clock.run_out(at_s)
            self._running_out = True
            self._arm()
        elif self._clock.waiting and self._heard and not self._sent_again:
            # It had ended before it heard of the seek.
            self._sent_again = True
            self._engine.play(round(self._clock.position_ms(at_s)), self._span.end_ms if self._span else None)
        elif self._heard:
            self._finish()
        else:
            self._fail()

    def _left_ms(self, at_s: float) -> float:
        duration_ms = self._clock.duration_ms
        return 0.0 if duration_ms is None else duration_ms - self._clock.position_ms(at_s)

    def _found_end_ms(self) -> float | None:
        """Return where the engine found the end of the recording; a duration that is nearly the same is better."""
        duration_ms = self._clock.duration_ms
        if self._end_ms is None or duration_ms is None:
            return self._end_ms
        return duration_ms if self._end_ms > duration_ms - ROUNDING_MS else self._end_ms

    def _expect_news(self) -> None:
        self._silence_timer.start(ceil(1000 * SILENCE_S))

    def _miss_news(self) -> None:
        """Look what is wrong where the engine has long said nothing: it may have missed that the recording ended."""
        self._expect_news()
        if self._has_changed():
            self._fail()
        elif not self._clock.waiting and not self._running_out and self._left_ms(monotonic()) <= 1000 * RUN_OUT_S:
            self._hear_end(monotonic())

    def _has_changed(self) -> bool:
        return self._path is None or self._file != fingerprint(self._path)

    def _limit_ms(self) -> float | None:
        """Return where playing stops by itself: at the end of the span, or of the recording."""
        limits: list[float] = [self._span.end_ms] if self._span else []
        if (end_ms := self._found_end_ms()) is not None:
            limits.append(end_ms)
        elif self._clock.duration_ms is not None and (self._running_out or self._span):
            limits.append(round(self._clock.duration_ms))
        return min(limits, default=None)

    def _arm(self) -> None:
        limit_ms = self._limit_ms()
        if limit_ms is None or not self.is_playing or self._clock.waiting:
            self._limit_timer.stop()
            return
        self._limit_timer.start(max(1, int(1000 * self._clock.seconds_until(limit_ms, monotonic()))))

    def _check_limit(self) -> None:
        limit_ms = self._limit_ms()
        if limit_ms is None or not self.is_playing:
            return
        if self.position_ms() < limit_ms - EARLY_MS * self.rate:
            self._arm()
        elif self._span is None or limit_ms < self._span.end_ms:
            self._finish(limit_ms)
        elif self._span.loop:
            self._go(self._span.start_ms)
        else:
            self._halt(limit_ms)

    def _finish(self, at_ms: float | None = None) -> None:
        """Stand at the end; a loop begins again. A file that changed meanwhile has not been heard as it was."""
        if self._has_changed():
            self._fail()
            return
        if self._span and self._span.loop:
            self._go(self._span.start_ms)
            return
        self._halt(at_ms, PlayerState.ENDED)
        self.ended.emit()

    def _fail(self) -> None:
        """Stop, and say what is wrong with the recording."""
        if self._path is None:
            return
        here_ms = self.position_ms()
        self._rest()
        self._clock.pause(monotonic())
        self._engine.unload()
        self._enter(PlayerState.FAILED)
        self.failed.emit(what_is_wrong(self._path, self._file, self._heard, here_ms, self.name))
