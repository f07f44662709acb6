"""Background work: answered in the window's thread, with progress, stopped when asked."""

import threading

import pytest
from PySide6.QtCore import QThread

from replique.core.errors import InputError
from replique.tasks import TaskRunner


@pytest.fixture
def runner(qtbot):
    runner = TaskRunner()
    yield runner
    runner.close()


def test_the_answer_comes_in_the_windows_thread_after_its_progress(qtbot, runner):
    heard = []

    def work(number, *, progress, cancel):
        progress(0.5)
        return number * 2

    task = runner.start("double", work, 21)
    task.progressed.connect(lambda share: heard.append((share, QThread.isMainThread())))
    task.finished.connect(lambda result: heard.append((result, QThread.isMainThread())))
    with qtbot.waitSignal(task.ended):
        pass
    assert heard == [(0.5, True), (42, True)]


def test_a_failure_is_told_as_the_error_it_is(qtbot, runner):
    def work(*, progress, cancel):
        raise InputError("The file is empty.")

    task = runner.start("fail", work)
    with qtbot.waitSignal(task.failed) as told:
        pass
    assert str(told.args[0]) == "The file is empty."


def test_a_failure_of_work_that_nobody_waits_for_is_not_told(qtbot, runner):
    may_fail = threading.Event()

    def work(*, progress, cancel):
        assert may_fail.wait(5)
        raise InputError("The file is empty.")

    task = runner.start("fail", work)
    told = []
    task.failed.connect(told.append)
    with qtbot.waitSignal(task.stopped):
        task.cancel()
        may_fail.set()
    assert told == []


def test_work_that_is_cancelled_says_so_and_tells_no_result(qtbot, runner):
    begun = threading.Event()

    def work(*, progress, cancel):
        begun.set()
        while True:
            cancel.check()

    task = runner.start("endless", work)
    results = []
    task.finished.connect(results.append)
    assert begun.wait(5)
    with qtbot.waitSignal(task.stopped):
        task.cancel()
    assert results == []


def test_closing_waits_for_the_work_and_nothing_is_told_afterwards(qtbot):
    runner = TaskRunner()
    begun, left = threading.Event(), threading.Event()

    def work(*, progress, cancel):
        begun.set()
        try:
            while True:
                cancel.check()
        finally:
            left.set()

    task = runner.start("endless", work)
    told = []
    task.stopped.connect(lambda: told.append("stopped"))
    assert begun.wait(5)
    runner.close()
    assert left.is_set()
    assert told == []
