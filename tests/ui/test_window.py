"""The window as a whole: files dropped on it, what has the keys, menus, what it remembers."""

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from replique.core import edits
from replique.core.errors import PlayerError
from replique.core.messages import Message
from replique.core.model import Edge
from replique.ui.dialogs.error import ErrorDialog, UnexpectedErrorDialog
from replique.ui.dialogs.export import ExportDialog
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.main_window import MINIMUM_SIZE, MainWindow
from replique.ui.questions import Leave
from replique.ui.transcript.editor import WordsEditor
from replique.workflow.samples import sample

COPY = Qt.DropAction.CopyAction


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def hover(window, data):
    event = QDragEnterEvent(QPoint(300, 300), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window, *paths):
    data = files(*paths)
    assert hover(window, data)
    event = QDropEvent(QPointF(300, 300), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)


@pytest.fixture
def desk(make_desk):
    return make_desk()


@pytest.fixture
def interview():
    return sample("fr")


def test_both_files_dropped_at_once_are_opened(qtbot, desk, interview):
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        drop(desk.window, interview.recording, interview.transcript)
    assert desk.session.document.speech_count() == 20
    assert desk.recording.media.path == interview.recording


@pytest.mark.parametrize("transcript_first", [True, False])
def test_files_dropped_one_after_the_other_come_together(qtbot, desk, interview, transcript_first):
    both = (interview.transcript, interview.recording)
    first, second = both if transcript_first else both[::-1]
    drop(desk.window, first)
    qtbot.waitUntil(lambda: desk.project.has_transcript or desk.recording.media is not None, timeout=20_000)
    drop(desk.window, second)
    qtbot.waitUntil(lambda: desk.project.has_transcript and desk.recording.media is not None, timeout=20_000)
    assert desk.session.document.speech_count() == 20


def test_the_player_is_not_made_before_there_is_something_to_play(desk):
    assert desk.playback.player_name == ""
    assert desk.window.header.transport.volume.value() == desk.settings.volume


def test_without_a_recording_the_keys_of_playing_do_nothing(desk):
    for play in (desk.playback.play_from, desk.playback.seek, desk.playback.jump):
        play(500)
    for play in (desk.playback.play_span, desk.playback.loop_span):
        play(500, 1000)
    assert not desk.playback.has_player
    assert not desk.playback.looping


def test_the_export_proposes_the_name_that_was_chosen_last(qtbot, desk, open_sample, monkeypatch, tmp_path):
    open_sample(desk)
    proposed = []

    def choose(dialog):
        proposed.append(dialog.file.path)
        dialog.file.set_path(tmp_path / "missing" / "Matin 03.04.srt")
        dialog.export_button.click()
        return dialog.result()

    turn = desk.session.document.turns[0].id
    desk.session.apply(lambda d: edits.set_end(edits.set_start(d, turn, 0), turn, 900), Message("test", "x"))
    monkeypatch.setattr(ExportDialog, "exec", choose)
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: None)
    with qtbot.waitSignal(desk.commands.failed):
        desk.commands.export()
    with qtbot.waitSignal(desk.commands.failed):
        desk.commands.export()
    assert proposed[1] == tmp_path / "missing" / "Matin 03.04.srt"


def test_where_nothing_can_play_it_is_said_and_the_transcript_stays(qtbot, desk, interview, monkeypatch):
    def no_player(*args):
        raise PlayerError("Nothing here plays sound.", remedy="Install VLC.")

    monkeypatch.setattr("replique.playback.create.create_player", no_player)
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: None)
    with qtbot.waitSignal(desk.playback.failed, timeout=20_000) as told:
        desk.project.open_paths([interview.transcript, interview.recording])
    assert str(told.args[0]) == "Nothing here plays sound. Install VLC."
    qtbot.waitUntil(lambda: desk.session.document.speech_count() == 20, timeout=20_000)
    desk.recording.close()
    assert desk.playback.media is None


def test_the_window_shows_that_files_may_be_let_go_and_takes_nothing_else(qtbot, desk, interview):
    assert hover(desk.window, files(interview.transcript))
    assert desk.window.empty.is_hovered
    drop(desk.window, interview.transcript)
    assert not desk.window.empty.is_hovered
    text = QMimeData()
    text.setText("no file")
    assert not hover(desk.window, text)
    qtbot.waitUntil(lambda: desk.project.has_transcript)


def test_what_was_opened_has_the_keys_at_once(qtbot, desk, interview):
    desk.window.activateWindow()
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    assert desk.window.focusWidget() is desk.window.transcript


def test_without_a_recording_the_window_says_how_to_bring_one(qtbot, desk, interview, monkeypatch):
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    assert not desk.window.waveform.detail.isVisible()
    assert not desk.window.subtitle.isVisible()
    monkeypatch.setattr(desk.questions, "recording_to_open", lambda: interview.recording)
    button = desk.window.waveform._missing.button
    assert button.isVisible()
    with qtbot.waitSignal(desk.recording.opened, timeout=20_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.window.waveform.detail.isVisible()


def test_the_subtitle_has_room_once_there_is_one(qtbot, desk, open_sample):
    open_sample(desk)
    assert not desk.window.subtitle.isVisible()
    first = desk.session.document.turns[0].id
    desk.session.apply(lambda document: edits.set_edge(document, first, Edge.START, 1000), Message("test", "x"))
    desk.session.apply(lambda document: edits.set_edge(document, first, Edge.END, 4000), Message("test", "x"))
    qtbot.waitUntil(desk.window.subtitle.isVisible)
    desk.commands.toggle_subtitle()
    assert not desk.window.subtitle.isVisible()


def test_in_a_pause_the_subtitle_follows_what_is_edited(qtbot, desk, open_sample):
    open_sample(desk)
    first, second = [turn.id for turn in desk.session.document.turns if turn.is_speech][:2]
    desk.session.apply(lambda document: edits.set_edge(document, first, Edge.START, 0), Message("test", "x"))
    desk.session.apply(lambda document: edits.set_edge(document, second, Edge.START, 4000), Message("test", "x"))
    qtbot.waitUntil(lambda: bool(desk.window.subtitle.lines))
    desk.session.apply(lambda document: edits.retext(document, first, "Autre chose."), Message("test", "x"))
    qtbot.waitUntil(lambda: desk.window.subtitle.lines == ["Autre chose."])


def who(desk):
    return desk.session.document.speaker(desk.session.current_turn.speaker_id).name


@pytest.mark.parametrize(("letter", "name"), [(Qt.Key.Key_K, "Karim Benali"), (Qt.Key.Key_E, "Élise Marchand")])
def test_g_and_a_first_letter_say_who_speaks_though_the_letter_is_a_key_of_its_own(
    qtbot, desk, open_sample, hands, letter, name
):
    open_sample(desk)
    hands.sit_at(desk.window)
    desk.session.set_current(next(t.id for t in desk.session.document.turns if t.is_speech and t.speaker_id == 2))
    assert who(desk) == "Victor Lasalle"
    hands.press(Qt.Key.Key_G)
    hands.press(letter)
    assert who(desk) == name
    assert QApplication.activePopupWidget() is None


def test_a_letter_typed_in_the_menu_of_a_turn_does_not_command_the_list_behind_it(qtbot, desk, open_sample, hands):
    open_sample(desk)
    hands.sit_at(desk.window)
    desk.session.set_current(desk.session.document.turns[1].id)
    before = desk.session.document
    desk.presenter.show_turn_menu(desk.window.mapToGlobal(QPoint(300, 300)))
    hands.press(Qt.Key.Key_O)
    assert desk.session.document is before
    hands.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_while_words_are_edited_the_status_line_names_the_keys_of_editing(qtbot, desk, interview):
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    desk.session.set_current(desk.session.document.turns[0].id)
    before = desk.window.status.hints.accessibleName()
    desk.window.transcript.edit_current()
    assert desk.window.status.hints.accessibleName().startswith("Esc: keep and leave")
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    assert desk.window.status.hints.accessibleName() == before


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_turn_has_a_menu(qtbot, desk, interview, reason, monkeypatch):
    places = []
    monkeypatch.setattr(desk.presenter, "show_turn_menu", places.append)
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    transcript, second = desk.window.transcript, desk.session.document.turns[1].id
    desk.session.set_current(second)
    row = transcript.visualRect(transcript.model().index(1 if reason is QContextMenuEvent.Reason.Keyboard else 0))
    place = transcript.viewport().mapToGlobal(row.center())
    asked = transcript if reason is QContextMenuEvent.Reason.Keyboard else transcript.viewport()
    QApplication.sendEvent(asked, QContextMenuEvent(reason, asked.mapFromGlobal(place), place))
    assert len(places) == 1
    assert transcript.viewport().rect().contains(transcript.viewport().mapFromGlobal(places[0]))
    first = desk.session.document.turns[0].id
    assert desk.session.current_id == (second if reason is QContextMenuEvent.Reason.Keyboard else first)


def test_a_fault_that_comes_again_and_again_is_shown_once(desk, monkeypatch, capsys):
    fault, shown = ZeroDivisionError("again"), []

    def show(dialog):
        shown.append(dialog)
        if len(shown) < 10:
            desk.show_fault(ZeroDivisionError, fault, None)
        return 0

    monkeypatch.setattr(UnexpectedErrorDialog, "exec", show)
    desk.show_fault(ZeroDivisionError, fault, None)
    assert len(shown) == 1
    desk.show_fault(ZeroDivisionError, fault, None)
    assert len(shown) == 2
    assert capsys.readouterr().err.count("again") == 4


def test_a_note_is_asked_for_no_time(qtbot, desk, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(TimeDialog, "exec", lambda dialog: asked.append(desk.session.current_id) or 0)
    transcript = tmp_path / "a.txt"
    transcript.write_text("Anne : Oui.\n(rires)\nBao : Non.\n", encoding="utf-8")
    drop(desk.window, transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    view = desk.window.transcript
    for row in range(2):
        place = QPoint(20, view.visualRect(view.model().index(row)).center().y())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [1]


def test_a_speaker_is_chosen_before_any_turn_is_current_and_that_is_said(qtbot, desk, interview):
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    assert desk.session.current_turn is None
    desk.window.speakers.assign_requested.emit(desk.session.document.speakers[0].id)
    assert desk.window.toast.text == "Choose a turn first: no turn is current."


def test_the_window_can_be_small_and_nothing_in_it_asks_for_more(qtbot, desk, open_sample):
    open_sample(desk)
    desk.window.resize(*MINIMUM_SIZE)
    QApplication.processEvents()
    assert desk.window.size().toTuple() == MINIMUM_SIZE
    assert desk.window.centralWidget().minimumSizeHint().width() <= MINIMUM_SIZE[0]
    assert desk.window.transcript.height() >= 180


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1280, 800), (1280, 760)), ((1366, 728), (1280, 688)), ((1920, 1080), (1280, 800)), ((800, 600), MINIMUM_SIZE)],
)
def test_the_first_window_leaves_its_status_line_on_a_small_screen(qapp, themes, session, screen, size):
    window = MainWindow(session, themes)
    window.resize(1280, 800)
    window.fit_into(QSize(*screen))
    assert window.size().toTuple() == size
    window.deleteLater()


def test_the_window_comes_back_where_it_was(qtbot, desk, make_desk):
    desk.window.resize(1024, 700)
    desk.window._splitter.setSizes([300, 300])
    desk.presenter.remember_window()
    desk.settings.save()
    other = make_desk()
    assert other.window.size() == desk.window.size()
    assert other.window.layout_state() == desk.window.layout_state() != QByteArray()


def test_a_message_stands_above_the_sound_and_the_keys(qtbot, desk, open_sample):
    open_sample(desk)
    desk.window.toast.show_text("Turn 4 tapped")
    toast = desk.window.toast.cards[-1].geometry()
    bottom = desk.window.transcript.mapTo(desk.window, desk.window.transcript.rect().bottomLeft()).y()
    assert toast.bottom() < bottom


@pytest.mark.parametrize("way", ["save", "leave", "export"])
def test_words_that_are_still_being_typed_are_saved_asked_about_and_exported(
    qtbot, desk, interview, tmp_path, monkeypatch, way
):
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    desk.session.set_current(2)
    desk.window.transcript.edit_current()
    desk.window.transcript.findChild(WordsEditor).insertPlainText(" Soit.")
    desk.project.path = tmp_path / "a.replique"
    asked = []
    monkeypatch.setattr(desk.questions, "unsaved", lambda title: asked.append(title) or Leave.CANCEL)
    monkeypatch.setattr(ExportDialog, "exec", lambda dialog: 0)
    {"save": desk.project.save, "leave": desk.project.may_leave, "export": desk.commands.export}[way]()
    assert desk.session.document.turn(2).text.endswith(" Soit.")
    assert not desk.window.transcript.is_editing
    assert len(asked) == (way == "leave")
    assert desk.project.is_modified == (way != "save")


@pytest.mark.parametrize(("action", "texts"), [
    ("turn.merge", ["Oui. Soit. Peut-être."]),
    ("turn.split", ["Oui.", "Soit.", "Peut-être."]),
    ("edit.undo", ["Oui.", "Peut-être."]),
])  # fmt: skip
def test_a_command_of_the_menu_comes_after_the_words_that_are_still_being_typed(qtbot, desk, tmp_path, action, texts):
    transcript = tmp_path / "a.txt"
    transcript.write_text("Anne : Oui.\nBao : Non.\n", encoding="utf-8")
    drop(desk.window, transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    desk.session.apply(lambda document: edits.retext(document, 2, "Peut-être."), Message("test", "x"), go_to=1)
    desk.window.transcript.edit_current()
    editor = desk.window.transcript.findChild(WordsEditor)
    editor.insertPlainText(" Soit.")
    editor.put_cursor(len("Oui. "))
    desk.actions[action].trigger()
    desk.window.transcript.finish_editing()
    assert [turn.text for turn in desk.session.document.turns] == texts


def test_the_page_follows_the_sound_only_where_that_is_wanted(qtbot, desk, open_sample):
    open_sample(desk)
    transcript, last = desk.window.transcript, desk.session.document.turns[-2].id
    for turn, seconds in ((1, 1), (last, 60)):
        desk.session.apply(lambda d, t=turn, s=seconds: edits.set_start(d, t, s * 1000), Message("timing", "Set"))
    desk.settings.follow = False
    transcript.set_position(61_000, True)
    assert transcript.verticalScrollBar().value() == 0
    desk.settings.follow = True
    transcript.set_position(1_500, True)
    transcript.set_position(61_000, True)
    assert transcript.verticalScrollBar().value() > 0


def test_the_window_closes_at_the_first_asking_and_is_remembered(qtbot, desk, interview):
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    desk.session.mark_saved(desk.session.revision)
    qtbot.keyClick(desk.window.transcript, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not desk.window.isVisible()
    assert desk.settings.window_geometry


@pytest.mark.parametrize(("answer", "stays"), [(Leave.CANCEL, True), (Leave.DISCARD, False)])
def test_the_window_closes_only_when_unsaved_work_may_be_left(qtbot, desk, interview, monkeypatch, answer, stays):
    drop(desk.window, interview.transcript)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    first = desk.session.document.turns[0].id
    desk.session.apply(lambda document: edits.set_edge(document, first, Edge.START, 1000), Message("test", "x"))
    monkeypatch.setattr(desk.questions, "unsaved", lambda title: answer)
    desk.window.close()
    assert desk.window.isVisible() == stays
