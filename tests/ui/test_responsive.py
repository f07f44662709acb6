"""Nothing keeps the window from answering for more than 50 ms.

A timer of 5 ms notes how much the window's thread worked since its last turn. That is processor time, not the
clock's: on a machine that has other things to do, the window waits without being to blame. Even so a busy machine
works more slowly: the goal is held to by `make bench`, the suite notices what is far from it.
"""

import sys
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.messages import Message
from replique.core.model import Document, Edge, Speaker, Turn, Word
from replique.project import Project, save

GOAL_MS = 50
FAR_FROM_IT = 4
TICK_MS = 5
SENTENCE = "Il a dit « secrétaire d’Etat au Numérique », c’est toujours bon ?"
HOUR_MS = 3_600_000
EDIT = Message("test", "x")


class Watchdog(QTimer):
    """Notes the longest work without a break of the thread it stands in."""

    def __init__(self):
        super().__init__()
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.setInterval(TICK_MS)
        self.timeout.connect(self._tick)
        self.forget()

    def forget(self):
        self.longest_ms = 0.0
        self._last_s = time.thread_time()

    def _tick(self):
        now_s = time.thread_time()
        self.longest_ms = max(self.longest_ms, (now_s - self._last_s) * 1000)
        self._last_s = now_s


@pytest.fixture
def longest_ms(request):
    """How long the window may work at once."""
    return GOAL_MS * (1 if request.config.getoption("benchmark_enable") else FAR_FROM_IT)


@pytest.fixture
def watch(qtbot):
    """A function that does something, lets the window work until it is done, and returns its longest work at once."""
    dog = Watchdog()
    dog.start()

    def measure(act, until=lambda: True, rest_ms=150):
        dog.forget()
        act()
        qtbot.waitUntil(until, timeout=30_000)
        qtbot.wait(rest_ms)
        return dog.longest_ms

    yield measure
    dog.stop()


def words(count):
    one = SENTENCE.split(" ")
    return tuple(Word(one[i % len(one)], blank=" " if i else "") for i in range(count))


def interview(turns, words_each, duration_ms):
    """An interview of five speakers, timed from the first turn to the last but ten."""
    speakers = tuple(Speaker(i, f"Locuteur {i}", i - 1) for i in range(1, 6))
    made = Document(
        speakers=speakers,
        turns=tuple(Turn(id=n, words=words(words_each), speaker_id=n % 5 + 1) for n in range(1, turns + 1)),
    )
    for n in range(1, turns - 9):
        made = edits.set_edge(made, n, Edge.START, n * duration_ms // (turns + 1))
    return made


@pytest.fixture
def desk(make_desk, open_sample, watch):
    """The program with the sample open: what is loaded once is loaded."""
    made = make_desk()
    open_sample(made)
    made.window.activateWindow()
    return made


def press(qtbot, desk, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(desk.window.transcript, key, modifier)


def test_work_that_is_too_long_is_noticed(watch):
    def work():
        end_s = time.thread_time() + 1.5 * GOAL_MS / 1000
        while time.thread_time() < end_s:
            pass

    assert watch(work) > GOAL_MS


def test_a_transcript_of_twenty_five_minutes_with_its_sound(
    qtbot, make_desk, open_sample, watch, tmp_path, longest_ms
):
    from replique.workflow.samples import sample

    path = tmp_path / "interview.txt"
    names = ("Nicolas Demorand", "Mounir Mahjoubi", "Léa Salamé")
    lines = [f"{names[i % 3]} : {' '.join([SENTENCE] * 4)}" for i in range(121)]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    desk = make_desk()
    measured = []
    desk.recording.measured.connect(lambda: measured.append(True))
    assert watch(lambda: desk.project.new_project(path, sample("fr").recording), lambda: bool(measured)) < longest_ms
    assert desk.session.document.speech_count() == 121


def test_scrolling_through_an_hour(qtbot, desk, watch, longest_ms):
    desk.session.open(interview(600, 18, HOUR_MS))
    bar = desk.window.transcript.verticalScrollBar()

    def scroll():
        for step in range(60):
            bar.setValue(step * bar.maximum() // 59)
            QApplication.processEvents()

    assert watch(scroll) < longest_ms


def test_timing_by_keys_while_it_plays(qtbot, desk, watch, longest_ms):
    keys = Qt.Key
    assert watch(lambda: press(qtbot, desk, keys.Key_Space), lambda: desk.playback.is_playing) < longest_ms
    for _ in range(4):
        assert watch(lambda: press(qtbot, desk, keys.Key_Return)) < longest_ms
    assert watch(lambda: press(qtbot, desk, keys.Key_Backspace)) < longest_ms
    assert watch(lambda: press(qtbot, desk, keys.Key_Space)) < longest_ms
    assert desk.session.document.confirmed_count() == 3


def test_every_edit_of_an_hour(qtbot, desk, watch, longest_ms):
    desk.session.open(interview(600, 18, HOUR_MS), 300)
    session, transcript = desk.session, desk.window.transcript
    assert watch(lambda: press(qtbot, desk, Qt.Key.Key_F2)) < longest_ms
    assert transcript.is_editing
    assert watch(lambda: qtbot.keyClicks(desk.window.focusWidget(), " encore")) < longest_ms
    assert watch(lambda: qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)) < longest_ms
    for edit in (
        lambda document: edits.split_turn(document, 300, 5),
        lambda document: edits.merge_turns(document, 200),
        lambda document: edits.rename_speaker(document, 1, "Zoé Durand"),
        lambda document: edits.set_edge(document, 400, Edge.END, document.turn(400).start_ms + 300),
    ):
        assert watch(lambda edit=edit: session.apply(edit, EDIT)) < longest_ms
    while session.undo_label:
        assert watch(session.undo, rest_ms=40) < longest_ms
    assert watch(session.redo) < longest_ms


def test_opening_saving_and_looking_at_an_hour(qtbot, desk, watch, tmp_path, longest_ms):
    path = tmp_path / "hour.replique"
    save(Project(interview(600, 18, HOUR_MS), desk.recording.media), path)
    opened = []
    desk.recording.measured.connect(lambda: opened.append(True))
    assert watch(lambda: desk.project.open_project(path), lambda: bool(opened), rest_ms=600) < longest_ms
    assert desk.session.document.speech_count() == 600
    assert watch(desk.window.waveform.zoom_fit) < longest_ms
    assert watch(lambda: desk.window.resize(1100, 700), rest_ms=400) < longest_ms
    assert watch(desk.project.save) < longest_ms


@pytest.fixture
def table(request, capsys):
    """A function that notes how long something took at most; `make bench` prints them."""
    rows = []
    yield lambda what, ms: rows.append((what, ms)) or ms
    if request.config.getoption("benchmark_enable"):
        with capsys.disabled():
            sys.stdout.write("\n")
            for what, ms in rows:
                sys.stdout.write(f"    {what:<44}{ms:6.1f} ms\n")


@pytest.fixture
def very_long_desk(desk, settle):
    """The program with five thousand turns open and settled."""
    return settle(desk)


def test_every_edit_of_five_thousand_turns(qtbot, very_long_desk, watch, longest_ms, table):
    desk, session = very_long_desk, very_long_desk.session
    edit = {
        "start set": lambda document: edits.set_edge(document, 2500, Edge.START, 2499 * 15_000 + 40),
        "end set": lambda document: edits.set_edge(document, 2500, Edge.END, 2500 * 15_000 - 90),
        "split": lambda document: edits.split_turn(document, 2600, 5),
        "merged": lambda document: edits.merge_turns(document, 2400),
        "words edited": lambda document: edits.retext(document, 2503, "Tout autre chose, et plus court."),
        "speaker assigned": lambda document: edits.assign_speaker(document, 2502, 3),
        "speaker renamed": lambda document: edits.rename_speaker(document, 1, "Zoé Durand"),
    }
    for name, how in edit.items():
        assert table(name, watch(lambda how=how: session.apply(how, EDIT), rest_ms=400)) < longest_ms

    def shift():
        session.apply_in_slices(lambda document: edits.setting_start_and_shifting(document, 2, 15_070), EDIT)

    before = session.document
    took_ms = watch(shift, lambda: session.document is not before, rest_ms=600)
    assert table("all that follows shifted (300 000 words)", took_ms) < longest_ms
    while session.undo_label:
        assert table("undone", watch(session.undo, rest_ms=400)) < longest_ms
    while session.redo_label:
        assert table("redone", watch(session.redo, rest_ms=400)) < longest_ms
    assert len(session.document.turns) == 5000
    assert table("resized", watch(lambda: desk.window.resize(1100, 700), rest_ms=1500)) < longest_ms


def test_opening_five_thousand_turns(qtbot, desk, very_long, watch, tmp_path, longest_ms, table):
    path = tmp_path / "long.replique"
    save(Project(very_long, desk.recording.media), path)
    opened = []
    desk.recording.measured.connect(lambda: opened.append(True))
    took_ms = watch(lambda: desk.project.open_project(path), lambda: bool(opened), rest_ms=1500)
    assert table("opened", took_ms) < longest_ms
