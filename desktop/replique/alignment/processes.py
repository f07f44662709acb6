"""Work in processes of its own: what ends there ends nothing here, and what is loaded there stays there.

A process begins afresh (spawn), with one thread of linear algebra: several of them share the cores without waiting
for each other, and sums come out the same to the last bit wherever they are made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from replique.core.errors import AlignmentError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.core.progress import Cancel

Item = TypeVar("Item")
Task = TypeVar("Task")

PROCESS_ENDED = QT_TRANSLATE_NOOP("errors", "A process that worked on the alignment ended unexpectedly.")
TRY_AGAIN = QT_TRANSLATE_NOOP("errors", "Try again; close other programs if memory is short.")

ASK_EVERY_S = 0.05
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

for _name in _THREADS:
    os.environ.setdefault(_name, "1")  # read when numpy is loaded, here only where it was not loaded yet


class Stream(Generic[Item]):
    """A process that runs a generator and sends what it yields."""

    def __init__(self, function: Callable[..., Iterator[Item]], *arguments: Any) -> None:
        context = get_context("spawn")
        self.ended = False
        self.connection, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(sending, function, arguments), daemon=True)
        self._process.start()
        sending.close()

    def news(self) -> list[Item]:
        """Return the items that have come; raise what went wrong there, EOFError where it ended without a word."""
        items: list[Item] = []
        while not self.ended and self.connection.poll():
            kind, value = self.connection.recv()
            if kind == "failed":
                raise value
            if kind == "item":
                items.append(value)
            self.ended = kind == "end"
        return items

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _send(connection: Connection, function: Callable[..., Iterator[Any]], arguments: tuple[Any, ...]) -> None:
    try:
        for item in function(*arguments):
            connection.send(("item", item))
        connection.send(("end", None))
    except BrokenPipeError:  # nobody waits for it any more
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again where the work was asked for
        connection.send(("failed", error))


class Crew:
    """As many processes as there are cores, for tasks that need nothing of each other."""

    def __init__(self, executor: ProcessPoolExecutor) -> None:
        self._executor = executor

    def each(self, function: Callable[[Task], Item], tasks: list[Task], cancel: Cancel) -> Iterator[tuple[int, Item]]:
        """Yield number and result of each task, as they are done; raise AlignmentError where a process ended."""
        running = {self._executor.submit(function, task): number for number, task in enumerate(tasks)}
        try:
            while running:
                cancel.check()
                done, _ = wait(running, timeout=ASK_EVERY_S, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        except BrokenProcessPool as error:
            raise AlignmentError(PROCESS_ENDED, remedy=TRY_AGAIN) from error
        finally:
            for future in running:
                future.cancel()

    def one(self, function: Callable[[Task], Item], task: Task, cancel: Cancel) -> Item:
        """Return the result of a single task."""
        return next(self.each(function, [task], cancel))[1]


@contextmanager
def crew(workers: int | None = None) -> Iterator[Crew]:
    """Give a crew and send it home afterwards, at once where the work was given up."""
    count = workers or max(1, min(os.cpu_count() or 1, 8))
    executor = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    try:
        yield Crew(executor)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
