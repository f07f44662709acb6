"""Projects in the window: what is noted of the recording, and what is said of files that can't be used."""

import shutil
import wave
from threading import Event

import msgspec
import pytest

from replique.media import fingerprint, probe
from replique.media.tracks import AudioTrack
from replique.project import encode, load
from replique.ui import project_controller
from replique.ui.dialogs.error import ErrorDialog
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.questions import Leave
from replique.ui.transcript.editor import WordsEditor
from replique.workflow.projects import open_project
from replique.workflow.samples import sample


def write_silence(path, seconds):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(round(seconds * 16_000)))
    return path


@pytest.fixture
def saved(qtbot, make_desk, tmp_path):
    """A desk with a project that was saved with its recording."""
    desk = make_desk()
    transcript = shutil.copy(sample("fr").transcript, tmp_path)
    recording = write_silence(tmp_path / "interview.wav", 2)
    with qtbot.waitSignal(desk.recording.measured, timeout=20_000):
        desk.project.open_paths([tmp_path / transcript, recording])
    desk.questions.where_to_save = lambda proposed: proposed
    assert desk.project.save()
    return desk


def test_a_project_begun_after_another_does_not_note_the_other_ones_recording(qtbot, saved, tmp_path):
    other = tmp_path / "autre.txt"
    other.write_text("Anne : Oui.\nBao : Non.\n", encoding="utf-8")
    with qtbot.waitSignal(saved.project.imported):
        saved.project.open_paths([other])
    assert saved.project.save()
    assert load(tmp_path / "autre.replique").media is None


@pytest.fixture
def two_projects(saved, tmp_path):
    """The desk of `saved`, its project, and another one without a recording."""
    first, second = saved.project.path, tmp_path / "autre.replique"
    second.write_bytes(encode(msgspec.structs.replace(load(first), media=None), second))
    return saved, first, second


def test_of_two_projects_opened_at_once_the_last_is_shown(qtbot, two_projects, monkeypatch):
    desk, first, second = two_projects
    second_is_shown = Event()

    def read_first_last(path):
        if path == first:
            second_is_shown.wait(10)
        return open_project(path)

    monkeypatch.setattr(project_controller, "open_project", read_first_last)
    desk.project.open_project(first)
    slow = desk.project._reading
    with qtbot.waitSignals([slow.stopped, desk.session.document_replaced]):
        desk.project.open_project(second)
        desk.session.document_replaced.connect(second_is_shown.set)
    assert desk.project.path == second


@pytest.mark.parametrize("answer", [Leave.CANCEL, Leave.DISCARD])
def test_what_is_done_while_a_project_is_read_is_asked_about(qtbot, two_projects, answer):
    desk, first, second = two_projects
    asked = []
    desk.questions.unsaved = lambda title: asked.append(title) or answer
    desk.session.set_current(1)
    desk.project.open_project(second)
    reading = desk.project._reading
    desk.window.transcript.edit_current()
    desk.window.transcript.findChild(WordsEditor).insertPlainText(" Soit.")
    qtbot.waitSignal(reading.finished).wait()
    assert len(asked) == 1
    assert desk.project.path == (first if answer is Leave.CANCEL else second)
    assert desk.session.document.turn(1).text.endswith(" Soit.") == (answer is Leave.CANCEL)


def test_a_time_that_is_typed_is_none_of_a_project_that_comes_meanwhile(qtbot, two_projects, monkeypatch):
    desk, _, second = two_projects

    def answer_late(dialog):
        with qtbot.waitSignal(desk.session.document_replaced):
            desk.project.open_project(second)
        desk.session.set_current(1)
        dialog.ms = 3000
        return TimeDialog.DialogCode.Accepted

    monkeypatch.setattr(TimeDialog, "exec", answer_late)
    desk.session.set_current(1)
    desk.commands.type_time()
    assert desk.project.path == second
    assert desk.session.document.turn(1).start_ms is None


def test_a_recording_of_the_same_name_with_other_content_is_asked_about_once(qtbot, saved, tmp_path):
    project, recording = saved.project.path, write_silence(tmp_path / "interview.wav", 3)
    asked = []
    saved.questions.missing_media = lambda media, others: asked.append(others) or recording
    with qtbot.waitSignal(saved.recording.measured, timeout=20_000):
        saved.project.open_project(project)
    assert asked == [(recording,)]
    assert saved.project.is_modified
    assert saved.project.save()
    with qtbot.waitSignal(saved.recording.measured, timeout=20_000):
        saved.project.open_project(project)
    assert len(asked) == 1
    assert not saved.project.is_modified


def test_a_recording_that_does_not_say_how_long_it_is_can_be_heard_at_once(qtbot, saved, tmp_path, monkeypatch):
    monkeypatch.setattr(probe, "probe", lambda path, track: probe.Claims(0, (AudioTrack(),)))
    recording, waveform = write_silence(tmp_path / "direct.wav", 30), saved.window.waveform
    saved.recording.close()
    seen = []
    saved.recording.opened.connect(lambda: seen.append(saved.playback.position_ms()))
    saved.recording.lengthened.connect(lambda: seen.append(waveform.detail.isVisible()))
    with qtbot.waitSignal(saved.recording.measured, timeout=20_000):
        saved.recording.open(recording, 20_000)
    assert seen[0] == 20_000
    assert seen[-1] is True
    assert saved.recording.duration_ms == 30_000
    assert saved.playback.position_ms() == 20_000


def test_a_project_saved_before_its_recording_is_open_keeps_the_place(qtbot, saved):
    saved.playback.seek(1234)
    assert saved.project.save()
    path = saved.project.path
    with qtbot.waitSignal(saved.project.changed, check_params_cb=lambda: saved.recording.media is None):
        saved.project.open_project(path)
    assert saved.recording.media is None
    assert saved.project.save()
    assert load(path).view.position_ms == 1234
    with qtbot.waitSignal(saved.recording.measured, timeout=20_000):
        pass
    assert saved.playback.position_ms() == 1234


def test_a_project_whose_recording_is_missing_keeps_the_place(qtbot, saved, tmp_path):
    saved.playback.seek(1234)
    assert saved.project.save()
    (tmp_path / "interview.wav").unlink()
    saved.questions.missing_media = lambda media, others: None
    with qtbot.waitSignal(saved.recording.closed):
        saved.project.open_project(saved.project.path)
    assert saved.project.save()
    assert load(saved.project.path).view.position_ms == 1234


def test_a_recording_is_read_once_to_know_it_again(qtbot, saved, tmp_path, monkeypatch):
    opened, known = [], fingerprint.opened_to_read
    monkeypatch.setattr(fingerprint, "opened_to_read", lambda path: opened.append(path) or known(path))
    recording = write_silence(tmp_path / "autre.wav", 3)
    with qtbot.waitSignal(saved.recording.measured, timeout=20_000):
        saved.recording.open(recording)
    assert opened == [recording]


def test_a_recording_that_moved_is_asked_for_once(qtbot, saved, tmp_path):
    (tmp_path / "sons").mkdir()
    project, moved = saved.project.path, tmp_path / "sons" / "moved.wav"
    (tmp_path / "interview.wav").rename(moved)
    asked = []
    saved.questions.missing_media = lambda media, others: asked.append(media) or moved
    for _ in range(2):
        with qtbot.waitSignal(saved.recording.measured, timeout=20_000):
            saved.project.open_project(project)
        assert saved.project.save()
    assert len(asked) == 1
    assert load(project).media.path == moved


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["none.replique"], "There is no such file."),
        (["none.txt", "none.mp3"], "There is no such file."),
        (["."], "This is a folder, not a file."),
        (["newer.replique"], "This project was saved by a newer Réplique (file version 9)."),
        (["cues.srt"], "This is a subtitle file, not a transcript."),
        (["empty.mp3"], "The file is empty."),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_dialog(qtbot, make_desk, tmp_path, monkeypatch, names, words):
    (tmp_path / "newer.replique").write_bytes(b'{"format":"replique","version":9}')
    (tmp_path / "cues.srt").write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\nOui\n")
    (tmp_path / "empty.mp3").touch()
    said = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: said.append(dialog.report) or 0)
    desk = make_desk()
    desk.project.open_paths([tmp_path / name for name in names])
    qtbot.waitUntil(lambda: bool(said))
    assert words in said[0]
    assert not desk.project.has_transcript


@pytest.mark.parametrize("name", ["interview.txt", "interview.wav"])
def test_a_source_is_never_saved_over(saved, tmp_path, monkeypatch, name):
    told = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: None)
    saved.project.failed.connect(told.append)
    before = (tmp_path / name).read_bytes()
    saved.questions.where_to_save = lambda proposed: tmp_path / name
    assert not saved.project.save_as()
    assert "The project is made of this file." in str(told[0])
    assert (tmp_path / name).read_bytes() == before
    assert saved.project.path == tmp_path / "interview.replique"


def test_a_file_too_many_is_named(qtbot, make_desk, tmp_path):
    desk = make_desk()
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text("Anne : Oui.\nBao : Non.\n", encoding="utf-8")
    desk.project.open_paths(paths)
    qtbot.waitUntil(lambda: desk.project.has_transcript)
    texts = [card.text for card in desk.window.toast.cards]
    assert "“b.txt” was not opened: “a.txt” is the transcript already" in texts


def test_what_is_odd_about_a_recording_is_said_in_the_language_of_the_window(qtbot, make_desk, speak, tmp_path):
    speak("fr")
    recording = write_silence(tmp_path / "coupé.wav", 4)
    recording.write_bytes(recording.read_bytes()[:32_000])
    desk = make_desk()
    with qtbot.waitSignal(desk.recording.said, timeout=20_000):
        desk.project.open_paths([recording])
    assert desk.window.toast.text == (
        "Le fichier a été coupé\N{NO-BREAK SPACE}: son contenu sonore finit à 0:01,997, alors qu’il annonce 0:04,000."
    )
