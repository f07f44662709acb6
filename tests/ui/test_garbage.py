"""What Qt has made is taken apart in the window's thread, whoever makes much garbage."""

import gc
import threading

from PySide6.QtCore import QObject

from replique.ui import garbage
from replique.ui.garbage import GarbageCollector


class Knot(QObject):
    """Holds itself, and notes the thread in which it is taken apart."""

    def __init__(self, taken_apart):
        super().__init__()
        self.me = self
        self.taken_apart = taken_apart

    def __del__(self):
        self.taken_apart.append(threading.current_thread())


def litter():
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_a_busy_thread_takes_nothing_of_the_window_apart(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(garbage, "EVERY_MS", 10)
    collector = GarbageCollector(qapp)
    taken_apart = []
    Knot(taken_apart)
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert not gc.isenabled()
    kept = [[number] for number in range(1000)]
    qtbot.waitUntil(lambda: bool(taken_apart))
    assert taken_apart == [threading.main_thread()]
    assert kept
    collector.deleteLater()
