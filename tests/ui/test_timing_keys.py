"""What an editor's fingers do to the times, in the real window with the real player."""

from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from replique.ui.choices import Backend
from replique.workflow.samples import sample

Key = Qt.Key
CTRL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))
RETURN = Key.Key_Return

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(params=[Backend.VLC, Backend.QT])
def desk(request, make_desk, open_sample, hands):
    """The sample with its recording, paused at the beginning, the transcript in focus."""
    desk = make_desk(request.param)
    open_sample(desk)
    desk.settings.reaction_ms = 200
    hands.sit_at(desk.window)
    desk.refused = []
    desk.session.refused.connect(lambda error: desk.refused.append(str(error)))
    assert QApplication.focusWidget() is desk.window.transcript
    return desk


def starts(desk):
    return [turn.start_ms for turn in desk.session.document.turns if turn.is_speech]


def go_to(desk, seconds, hands):
    """From the beginning, second by second."""
    for _ in range(seconds):
        hands.press(Key.Key_Right)


def test_a_tap_in_pause_means_exactly_where_it_stands(desk, hands):
    go_to(desk, 3, hands)
    hands.press(RETURN)
    assert starts(desk)[:2] == [3000, None]


def test_holding_enter_is_one_tap(desk, hands):
    go_to(desk, 3, hands)
    hands.hold(RETURN, repeats=20)
    assert starts(desk)[:2] == [3000, None]
    assert desk.session.document.confirmed_count() == 1


def test_holding_an_arrow_goes_on_but_few_seeks_are_sent(desk, hands, qtbot):
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 300)
    sent = []
    engine = desk.playback.player.engine
    play = engine.play
    engine.play = lambda ms, *end_ms: (sent.append(ms), play(ms, *end_ms))
    here_ms = desk.playback.position_ms()
    hands.hold(Key.Key_Right, repeats=29)
    assert desk.playback.position_ms() == pytest.approx(here_ms + 30_000, abs=700)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > here_ms + 30_300, timeout=5000)
    assert len(sent) <= 5


def test_a_tap_before_the_start_of_the_turn_before_is_refused_in_a_sentence(desk, hands):
    go_to(desk, 8, hands)
    hands.press(RETURN)
    hands.press(Key.Key_Left)
    hands.press(RETURN)
    assert starts(desk)[:2] == [8000, None]
    assert desk.refused == ["0:07.000 would pass the start of a turn before, confirmed at 0:08.000."]
    assert desk.window.toast.cards[-1].isVisible()
    assert desk.session.current_id == next(turn.id for turn in desk.session.document.turns if turn.is_speech)


def test_a_tap_right_after_a_seek_means_where_the_seek_went(desk, hands, qtbot):
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: desk.playback.position_ms() > 300)
    go_to(desk, 5, hands)
    position_ms = desk.playback.position_ms()
    hands.press(RETURN)
    assert starts(desk)[0] == pytest.approx(position_ms - 200, abs=20)


def test_a_loop_goes_on_while_a_tap_ends_the_turn_it_plays(desk, hands, qtbot):
    for _ in range(2):
        go_to(desk, 4, hands)
        hands.press(RETURN)
    hands.press(Key.Key_Up, CTRL)
    hands.press(Key.Key_P)
    assert desk.playback.looping
    qtbot.waitUntil(lambda: desk.playback.is_playing and desk.playback.position_ms() > 4400)
    down_ms = desk.playback.position_ms(monotonic())
    hands.press(RETURN)
    assert starts(desk)[:2] == [4000, pytest.approx(down_ms - 200, abs=20)]
    assert desk.playback.looping
    hands.press(Key.Key_P)
    assert not desk.playback.looping
    assert desk.playback.is_playing


def test_the_tap_after_the_last_start_ends_the_last_turn_also_at_the_end_of_the_recording(desk, hands, qtbot):
    spoken = [turn.id for turn in desk.session.document.turns if turn.is_speech]
    hands.press(Key.Key_End)
    assert desk.session.current_id == desk.session.document.turns[-1].id
    while desk.session.current_id != spoken[-2]:
        hands.press(Key.Key_Up, CTRL)
    go_to(desk, 117, hands)
    hands.press(RETURN)
    hands.press(Key.Key_Space)
    with qtbot.waitSignal(desk.playback.player.ended, timeout=10_000):
        pass
    hands.press(RETURN)
    last = desk.session.document.turn(spoken[-1])
    assert (last.start_ms, last.end_ms) == (117_000, desk.recording.duration_ms)
    hands.press(RETURN)
    assert desk.session.document.turn(spoken[-1]) is last


def test_taking_back_plays_from_two_seconds_before_and_the_next_tap_is_of_the_same_turn(desk, hands, qtbot):
    for _ in range(3):
        go_to(desk, 4, hands)
        hands.press(RETURN)
    hands.press(Key.Key_Backspace)
    hands.press(Key.Key_Backspace)
    assert starts(desk)[:3] == [4000, None, None]
    assert desk.playback.is_playing
    assert desk.playback.position_ms() == pytest.approx(6000, abs=100)
    hands.press(Key.Key_Z, CTRL | SHIFT)
    assert starts(desk)[:3] == [4000, 8000, None]
    hands.press(Key.Key_Backspace)
    assert starts(desk)[:3] == [4000, None, None]


def test_a_start_is_nudged_down_to_zero_and_no_further(desk, hands):
    hands.press(Key.Key_Right, SHIFT)
    hands.press(RETURN)
    assert starts(desk)[0] == 100
    for _ in range(7):
        hands.press(Key.Key_Left, ALT)
    assert starts(desk)[0] == 0
    assert desk.refused == []
    hands.press(Key.Key_Right, ALT)
    assert starts(desk)[0] == 20


def test_set_start_and_shift_moves_the_turns_that_follow_along(desk, hands):
    for _ in range(3):
        go_to(desk, 4, hands)
        hands.press(RETURN)
    hands.press(Key.Key_Up, CTRL)
    hands.press(Key.Key_Left)
    hands.press(Key.Key_Left)
    hands.press(Key.Key_T)
    assert starts(desk)[:3] == [4000, 10_000, 14_000]


FORMS = [
    ("1:02:03.450", 3_723_450),
    ("62:03,45", 3_723_450),
    ("3723.45", 3_723_450),
    ("1:02:03", 3_723_000),
    ("0:00.04", 40),
    ("25:00:00.000", 90_000_000),
]


@pytest.mark.parametrize(("text", "ms"), FORMS)
def test_a_time_is_typed_in_every_form(make_desk, open_sample, hands, text, ms):
    desk = make_desk(Backend.VLC)
    open_sample(desk)
    hands.sit_at(desk.window)
    hands.press(Key.Key_Down)
    while not desk.session.current_turn.is_speech:
        hands.press(Key.Key_Down)

    def fill_in(_dialog):
        hands.write(text)
        hands.press(RETURN)

    hands.when_asked(fill_in)
    hands.press(Key.Key_T, CTRL)
    assert starts(desk)[0] == ms


def test_a_time_is_typed_in_frames_and_an_end_too(make_desk, open_sample, hands):
    desk = make_desk(Backend.VLC)
    open_sample(desk)
    hands.sit_at(desk.window)
    hands.press(RETURN)

    def fill_in(dialog):
        hands.press(Key.Key_Backtab, SHIFT)
        hands.press(Key.Key_Space)
        for _ in range(2):
            hands.press(Key.Key_Tab)
        while dialog.rate != "25":
            hands.press(Key.Key_Down)
        hands.press(Key.Key_M, ALT)
        assert QApplication.focusWidget() is dialog.edit
        hands.write("00:00:08:05")
        hands.press(RETURN)

    hands.when_asked(fill_in)
    hands.press(Key.Key_T, CTRL)
    spoken = next(turn for turn in desk.session.document.turns if turn.is_speech)
    assert (spoken.start_ms, spoken.end_ms) == (0, 8200)


def test_in_the_words_of_a_turn_keys_type_and_only_chords_command(desk, hands, qtbot):
    hands.press(RETURN)
    before = desk.session.document
    hands.press(Key.Key_F2)
    assert desk.window.transcript.is_editing
    hands.write("cs")
    hands.press(RETURN)
    hands.press(Key.Key_Backspace)
    assert desk.session.document.confirmed_count() == 1
    assert starts(desk) == [turn.start_ms for turn in before.turns if turn.is_speech]
    hands.press(Key.Key_Space, CTRL)
    assert desk.playback.is_playing
    hands.press(Key.Key_Escape)
    assert not desk.window.transcript.is_editing


def test_without_a_recording_no_key_does_harm(make_desk, hands, qtbot):
    desk = make_desk(Backend.VLC)
    with qtbot.waitSignal(desk.project.imported):
        desk.project.new_project(sample("fr").transcript, None)
    hands.sit_at(desk.window)
    for key in (RETURN, Key.Key_Space, Key.Key_Backspace, Key.Key_Right, Key.Key_S, Key.Key_E, Key.Key_T, Key.Key_P):
        hands.press(key)
    hands.press(Key.Key_Down)
    for key in (RETURN, Key.Key_S, Key.Key_T, Key.Key_C, Key.Key_R, Key.Key_D):
        hands.press(key)
    hands.press(Key.Key_Left, ALT)
    assert desk.session.document.confirmed_count() == 0
    assert desk.session.is_saved


def test_notes_are_passed_over(desk, hands):
    turns = desk.session.document.turns
    note = next(i for i, turn in enumerate(turns) if not turn.is_speech and i > 0 and turns[i - 1].is_speech)
    while desk.session.current_id != turns[note - 1].id:
        hands.press(Key.Key_Down, CTRL)
    hands.press(RETURN)
    assert desk.session.current_id == next(turn.id for turn in turns[note:] if turn.is_speech)
