"""Work in the background: plain functions on threads, with progress and cancel, answered in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from replique.core.errors import Cancelled, RepliqueError
from replique.core.progress import Cancel, CancelToken, Progress

WORKERS = 4
"""Two long pieces of work (a waveform, a copy) leave room for those that somebody waits for."""


def short(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `function`, too short to tell progress, as work that can be stopped before it starts."""

    def work(*args: Any, progress: Progress, cancel: Cancel) -> Any:
        del progress
        cancel.check()
        return function(*args)

    return work


class Task(QObject):
    """One piece of work under way. Its signals come in the thread that started it."""

    progressed = Signal(float)
    """The share done, 0.0 to 1.0."""
    finished = Signal(object)
    """The work is done; carries what the function returned."""
    failed = Signal(object)
    """The work failed; carries the :class:`~replique.core.errors.RepliqueError`."""
    stopped = Signal()
    """The work was cancelled; whatever came of it, nobody wants to know."""
    ended = Signal()
    """The work is over, whichever way; told before `finished`, `failed` or `stopped`."""
    _worked = Signal(float)
    _answered = Signal(object)

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.token = CancelToken()
        self._worked.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; `stopped` tells when it has."""
        self.token.cancel()

    def report(self, share: float) -> None:
        """Say, from any thread, how far the work is."""
        self._worked.emit(share)

    def _advance(self, share: float) -> None:
        self.progressed.emit(share)

    def _answer(self, future: Future[Any]) -> None:
        # Over before it is answered: the answer may ask the user something, while nothing works any more.
        self.ended.emit()
        self.deleteLater()
        error = future.exception()
        if error and not isinstance(error, Cancelled | RepliqueError):
            raise error
        if isinstance(error, Cancelled) or self.token.cancelled:
            self.stopped.emit()
        elif error:
            self.failed.emit(error)
        else:
            self.finished.emit(future.result())


class TaskRunner(QObject):
    """Runs ``function(*args, progress=..., cancel=...)`` on a few threads."""

    started = Signal(object)
    """A :class:`Task` began."""

    def __init__(self) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(WORKERS, thread_name_prefix="replique")
        self._running: dict[Task, Future[Any]] = {}

    def start(self, title: str, function: Callable[..., Any], *args: Any) -> Task:
        """Start the work and return its task; connect to its signals before control goes back to the event loop."""
        task = Task(title, self)
        task.ended.connect(lambda: self._running.pop(task, None))
        future = self._executor.submit(function, *args, progress=task.report, cancel=task.token)
        self._running[task] = future
        future.add_done_callback(task._answered.emit)
        self.started.emit(task)
        return task

    def close(self) -> None:
        """Ask all work to stop and wait until it has; nothing is told any more."""
        for task in self._running:
            task.blockSignals(True)
            task.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._running.clear()
