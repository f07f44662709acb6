"""Dialogs ask one thing, say what is wrong inside, and answer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from replique import transcripts
from replique.core.errors import EditError, InputError, OutputError, PlayerError, ProjectError
from replique.core.model import Edge
from replique.formats import FORMATS
from replique.subtitling.profile import LabelPolicy
from replique.ui.actions.action_set import ActionSet, KeyGroup, KeyLine
from replique.ui.actions.hints import fixed_keys
from replique.ui.actions.keymap import KEYMAPS, load_keymap
from replique.ui.actions.table import BY_ID
from replique.ui.choices import Appearance
from replique.ui.dialogs import export as export_module
from replique.ui.dialogs.about import AboutDialog
from replique.ui.dialogs.base import FRAME_PX
from replique.ui.dialogs.error import ErrorDialog, UnexpectedErrorDialog
from replique.ui.dialogs.export import Export, ExportDialog
from replique.ui.dialogs.files import FileField, ask_new, file_filter, with_suffix
from replique.ui.dialogs.key_sheet import SIZE, KeySheet
from replique.ui.dialogs.media_moved import MediaMovedDialog
from replique.ui.dialogs.new_project import LAYOUTS, NewProject, NewProjectDialog
from replique.ui.dialogs.preferences import SettingsDialog
from replique.ui.dialogs.print_keys import print_keys
from replique.ui.dialogs.setting_editors import ChoiceEditor, Fittings, SettingButton
from replique.ui.dialogs.speaker_name import SpeakerNameDialog
from replique.ui.dialogs.type_time import TimeDialog
from replique.ui.dialogs.unsaved import Leave, UnsavedDialog
from replique.ui.settings import Settings

ENTER = Qt.Key.Key_Return


@pytest.fixture
def shown(qtbot, themes):
    """A function that shows a dialog; all that are left are closed afterwards."""
    opened = []

    def show(dialog):
        opened.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    yield show
    for dialog in opened:
        dialog.done(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class TestNewProject:
    def test_two_files_and_a_layout_are_chosen(self, shown, tmp_path):
        dialog = shown(NewProjectDialog())
        dialog.transcript.set_path(tmp_path / "a.txt")
        dialog.recording.set_path(tmp_path / "a.mp3")
        dialog.layout_box.setCurrentIndex(dialog.layout_box.findData("lines"))
        dialog.open_button.click()
        assert dialog.choice == NewProject(tmp_path / "a.txt", tmp_path / "a.mp3", "lines")
        assert dialog.result() == QDialog.DialogCode.Accepted

    def test_the_underlined_letters_lead_to_the_fields(self, shown, hands):
        dialog = shown(NewProjectDialog())
        hands.sit_at(dialog)
        fields = {"R": dialog.recording.edit, "L": dialog.layout_box, "T": dialog.transcript.edit}
        for letter, field in fields.items():
            QTest.keyClick(dialog.windowHandle(), Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.AltModifier)
            assert field.hasFocus()

    def test_a_transcript_is_needed_a_recording_is_not(self, shown, qtbot, tmp_path):
        dialog = shown(NewProjectDialog())
        assert not dialog.open_button.isEnabled()
        qtbot.keyClicks(dialog.transcript.edit, str(tmp_path / "a.txt"))
        qtbot.keyClick(dialog.transcript.edit, ENTER)
        assert dialog.choice == NewProject(tmp_path / "a.txt", None, "auto")

    def test_every_layout_that_the_readers_know_is_offered(self):
        assert set(LAYOUTS) == {"auto", *(layout.name for layout in transcripts.LAYOUTS)}


class TestExport:
    @pytest.fixture
    def proposed(self, tmp_path):
        return tmp_path / "entretien"

    def test_the_proposal_is_exported_by_enter_alone(self, shown, qtbot, proposed):
        dialog = shown(ExportDialog(proposed=proposed, timed_count=702))
        qtbot.keyClick(dialog, ENTER)
        assert dialog.choice == Export("srt", "change", proposed.with_suffix(".srt"), False)

    def test_a_date_in_the_name_is_no_suffix(self, shown, tmp_path):
        dialog = shown(ExportDialog(proposed=tmp_path / "Matinale du 03.04.2021", timed_count=2))
        assert dialog.file.path == tmp_path / "Matinale du 03.04.2021.srt"

    def test_a_name_that_no_system_takes_is_left_to_the_writer(self, shown, tmp_path):
        dialog = shown(ExportDialog(proposed=tmp_path / "a", timed_count=2))
        dialog.file.set_path(tmp_path / ("a" * 300 + ".srt"))
        dialog.export_button.click()
        assert dialog.choice == Export("srt", "change", tmp_path / ("a" * 300 + ".srt"), False)

    def test_the_suffix_follows_the_format(self, shown, proposed):
        dialog = shown(ExportDialog(proposed=proposed, timed_count=2))
        dialog.format_box.setCurrentIndex(dialog.format_box.findData("vtt"))
        assert dialog.file.path == proposed.with_suffix(".vtt")
        assert not dialog.labels_box.isEnabled()
        assert dialog.labels_note.isVisible()

    @pytest.fixture
    def standing(self, proposed):
        """A file where the export would go."""
        proposed.with_suffix(".srt").write_text("precious")

    def test_a_file_that_exists_is_replaced_only_when_asked_twice(self, shown, proposed, standing):
        dialog = shown(ExportDialog(proposed=proposed, timed_count=2))
        dialog.export_button.click()
        assert dialog.choice is None
        assert dialog.note == "entretien.srt exists already. Replace it?"
        assert "Replace" in dialog.export_button.text()
        dialog.export_button.click()
        assert dialog.choice == Export("srt", "change", proposed.with_suffix(".srt"), True)

    def test_another_name_takes_the_permission_back(self, shown, proposed, standing):
        dialog = shown(ExportDialog(proposed=proposed, timed_count=2))
        dialog.export_button.click()
        dialog.file.set_path(proposed.with_name("other.srt"))
        assert dialog.note == ""
        dialog.export_button.click()
        assert dialog.choice == Export("srt", "change", proposed.with_name("other.srt"), False)

    def test_turns_without_a_time_are_counted_and_shown(self, shown, qtbot, proposed, speak):
        speak("en")
        dialog = shown(ExportDialog(proposed=proposed, timed_count=2, untimed_count=3))
        with qtbot.waitSignal(dialog.first_untimed_requested):
            dialog.untimed_button.click()
        assert not dialog.isVisible()

    def test_without_any_time_there_is_nothing_to_export(self, shown, proposed):
        dialog = shown(ExportDialog(proposed=proposed, timed_count=0, untimed_count=3))
        assert not dialog.export_button.isEnabled()
        assert dialog.note == "No turn has a time yet, so there is nothing to export."

    def test_the_systems_dialog_has_asked_already(self, shown, proposed, monkeypatch):
        path = proposed.with_name("chosen.srt")
        path.write_text("")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
        dialog = shown(ExportDialog(proposed=proposed, timed_count=2))
        dialog.file.button.click()
        dialog.export_button.click()
        assert dialog.choice == Export("srt", "change", path, True)

    def test_it_offers_what_the_writers_and_the_cutter_know(self):
        assert set(export_module.FORMATS) == {format_.name for format_ in FORMATS}
        assert {f.name for f in FORMATS if f.carries_speakers} == export_module.TAGGED_FORMATS
        assert set(export_module.LABELS) == set(LabelPolicy)


class TestMediaMoved:
    def test_the_right_file_is_taken_at_once(self, shown, tmp_path):
        dialog = shown(MediaMovedDialog(expected=tmp_path / "a.mp3", check=lambda path: None))
        dialog.choose(tmp_path / "b.mp3")
        assert dialog.path == tmp_path / "b.mp3"
        assert dialog.result() == QDialog.DialogCode.Accepted

    def test_a_wrong_file_is_said_and_may_be_taken_all_the_same(self, shown, tmp_path):
        dialog = shown(MediaMovedDialog(expected=tmp_path / "a.mp3", check=lambda path: InputError("Another one.")))
        dialog.choose(tmp_path / "b.mp3")
        assert dialog.note == "Another one."
        assert dialog.path is None
        dialog.use_button.click()
        assert dialog.path == tmp_path / "b.mp3"

    def test_one_may_go_on_without_sound(self, shown, tmp_path):
        dialog = shown(MediaMovedDialog(expected=tmp_path / "a.mp3"))
        dialog.without_button.click()
        assert dialog.path is None
        assert not dialog.isVisible()

    def test_escape_means_the_same_as_the_one_button_that_chooses_nothing(self, shown, qtbot, tmp_path):
        dialog = shown(MediaMovedDialog(expected=tmp_path / "a.mp3"))
        buttons = {button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()}
        assert buttons == {dialog.browse_button.text(), dialog.without_button.text()}
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.path is None
        assert not dialog.isVisible()

    def test_a_namesake_is_mentioned(self, shown, tmp_path):
        dialog = shown(MediaMovedDialog(expected=tmp_path / "a.mp3", others=[tmp_path / "x" / "a.mp3"]))
        assert str(tmp_path / "x" / "a.mp3") in dialog.note


class TestTime:
    def test_a_time_is_typed_over_the_old_one(self, shown, qtbot):
        dialog = shown(TimeDialog(start_ms=204_180))
        assert dialog.edit.text() == "3:24.180"
        qtbot.keyClicks(dialog.edit, "1:02:03,45")
        qtbot.keyClick(dialog.edit, ENTER)
        assert (dialog.ms, dialog.edge) == (3_723_450, Edge.START)

    def test_what_is_no_time_is_said_and_can_be_typed_anew(self, shown, qtbot):
        dialog = shown(TimeDialog())
        qtbot.keyClicks(dialog.edit, "3:99")
        qtbot.keyClick(dialog.edit, ENTER)
        assert dialog.isVisible()
        assert "is not a time" in dialog.note
        qtbot.keyClicks(dialog.edit, "3:59")
        assert dialog.note == ""
        qtbot.keyClick(dialog.edit, ENTER)
        assert dialog.ms == 239_000

    def test_frames_are_read_at_the_chosen_rate(self, shown, qtbot):
        dialog = shown(TimeDialog(start_ms=1000, rate="25"))
        assert dialog.edit.text() == "00:00:01:00"
        qtbot.keyClicks(dialog.edit, "00:00:02:05")
        qtbot.keyClick(dialog.edit, ENTER)
        assert (dialog.ms, dialog.rate) == (2200, "25")

    def test_a_time_within_a_frame_stays_where_it_is_not_typed_over(self, shown, qtbot):
        dialog = shown(TimeDialog(start_ms=3_723_479, rate="25"))
        assert dialog.edit.text() == "01:02:03:11"
        qtbot.keyClick(dialog.edit, ENTER)
        assert dialog.ms == 3_723_479

    def test_start_or_end_can_be_meant(self, shown):
        dialog = shown(TimeDialog(start_ms=1000, end_ms=2500))
        dialog.end_button.setChecked(True)
        assert dialog.edit.text() == "0:02.500"
        dialog.start_button.setChecked(True)
        assert (dialog.edit.text(), dialog.edge) == ("0:01.000", Edge.START)


class TestSpeakerName:
    def test_a_new_name_is_typed(self, shown, qtbot):
        dialog = shown(SpeakerNameDialog(taken=["Léa"]))
        assert not dialog.accept_button.isEnabled()
        qtbot.keyClicks(dialog.edit, " Aude ")
        qtbot.keyClick(dialog.edit, ENTER)
        assert dialog.name == "Aude"
        assert dialog.result() == QDialog.DialogCode.Accepted

    def test_a_name_that_is_taken_is_refused_at_once(self, shown, qtbot):
        dialog = shown(SpeakerNameDialog(name="Aude", taken=["Léa"]))
        dialog.edit.selectAll()
        qtbot.keyClicks(dialog.edit, "LÉA")
        assert "already" in dialog.note
        qtbot.keyClick(dialog.edit, ENTER)
        assert dialog.isVisible()


class TestSettings:
    @pytest.fixture
    def settings(self, tmp_path):
        return Settings(tmp_path / "settings.json")

    def test_every_setting_shows_its_value_and_what_is_changed_counts_at_once(self, shown, settings):
        settings.reaction_ms = 250
        dialog = shown(SettingsDialog(settings))
        assert dialog.field("reaction_ms").value() == 250
        assert dialog.field("back_step_ms").value() == 1.5
        dialog.field("back_step_ms").setValue(2.3)
        dialog.field("appearance").setCurrentIndex(2)
        dialog.field("follow").setChecked(False)
        assert (settings.back_step_ms, settings.appearance, settings.follow) == (2300, Appearance.DARK, False)

    def test_a_number_that_is_typed_counts_when_it_is_whole(self, shown, qtbot, settings, hands):
        dialog = shown(SettingsDialog(settings, at="reaction_ms"))
        hands.sit_at(dialog)
        dialog.field("reaction_ms").selectAll()
        told = []
        settings.changed.connect(lambda name: told.append(settings.value_of(Settings.reaction_ms)))
        qtbot.keyClicks(dialog.field("reaction_ms"), "250")
        assert told == []
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert told == [250]

    def test_what_changes_elsewhere_is_shown_at_once(self, shown, settings):
        dialog = shown(SettingsDialog(settings))
        settings.follow = False
        assert not dialog.field("follow").isChecked()

    def test_each_setting_leads_back_to_its_default(self, shown, settings):
        dialog = shown(SettingsDialog(settings))
        assert not dialog.row("nudge_ms").reset.isVisible()
        dialog.field("nudge_ms").setValue(50)
        dialog.row("nudge_ms").reset.click()
        assert settings.nudge_ms == 20
        assert not dialog.row("nudge_ms").reset.isVisible()

    def test_all_defaults_can_be_taken_back(self, shown, settings):
        settings.nudge_ms = 50
        dialog = shown(SettingsDialog(settings))
        dialog.restore_button.click()
        assert (settings.nudge_ms, dialog.field("nudge_ms").value()) == (20, 20)
        dialog.restore_button.click()
        assert (settings.nudge_ms, dialog.field("nudge_ms").value()) == (50, 50)

    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("reaction", ["reaction_ms"]),
            ("REACTION temps", ["reaction_ms"]),
            ("dark", ["appearance"]),
            ("sombre", ["appearance"]),
            ("zzzz", []),
        ],
    )
    def test_settings_are_found_by_words_of_either_language(
        self, shown, qtbot, speak, settings, language, typed, found
    ):
        speak(language)
        dialog = shown(SettingsDialog(settings))
        qtbot.keyClicks(dialog.search_field, typed)
        assert dialog.found == found
        assert dialog._nothing.isVisible() == (not found)

    def test_enter_goes_from_the_search_to_the_setting_that_was_found(self, shown, qtbot, settings, hands):
        dialog = shown(SettingsDialog(settings))
        hands.sit_at(dialog)
        assert dialog.search_field.hasFocus()
        qtbot.keyClicks(dialog.search_field, "nudge")
        qtbot.keyClick(dialog.search_field, ENTER)
        assert dialog.isVisible()
        assert dialog.field("nudge_ms").hasFocus()

    def test_the_wheel_scrolls_the_page_and_changes_nothing(self, shown, settings):
        dialog = shown(SettingsDialog(settings))
        for name in ("appearance", "nudge_ms"):
            field = dialog.field(name)
            centre = QPointF(field.rect().center())
            QGuiApplication.sendEvent(
                field,
                QWheelEvent(
                    centre, field.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
                ),
            )  # fmt: skip
        assert (settings.appearance, settings.nudge_ms) == (Appearance.SYSTEM, 20)

    def test_a_setting_brings_an_editor_and_a_button_of_its_own(self, shown, settings):
        pressed = []
        fittings = Fittings(
            editors={"nudge_ms": lambda: ChoiceEditor({20: "fine", 100: "coarse"})},
            buttons={"reaction_ms": SettingButton("Measure…", pressed.append)},
        )
        dialog = shown(SettingsDialog(settings, fittings=fittings))
        dialog.field("nudge_ms").setCurrentIndex(1)
        assert settings.nudge_ms == 100
        dialog.row("reaction_ms").button.click()
        assert pressed == [dialog]

    def test_it_stays_on_a_small_screen_and_scrolls_to_what_has_the_focus(self, shown, qtbot, settings, hands):
        dialog = shown(SettingsDialog(settings))
        hands.sit_at(dialog)
        assert dialog.height() <= dialog.screen().availableSize().height()
        dialog.resize(520, 320)
        area = dialog.findChild(QScrollArea)
        for _ in range(12):
            hands.press(Qt.Key.Key_Tab)
            field = QApplication.focusWidget()
            if area.isAncestorOf(field):
                place = QRect(field.mapTo(area.viewport(), QPoint(0, 0)), field.size())
                assert area.viewport().rect().contains(place)


TABLE = [
    KeyGroup(
        "Play",
        [
            KeyLine(("Space",), "Play or pause"),
            KeyLine(("Alt+Left", "Alt+Right"), "Start earlier", ("Start earlier", "Début plus tôt")),
        ],
    ),
    KeyGroup("Timing", [KeyLine(("C",), "Confirm"), KeyLine(("T",), "Shift")]),
    KeyGroup("Empty", []),
]


class TestKeySheet:
    def test_all_keys_stand_on_the_sheet(self, shown):
        assert shown(KeySheet(TABLE)).shown_count == 4

    @pytest.mark.parametrize(
        ("typed", "count"),
        [("tot", 1), ("play", 2), ("alt", 1), ("TIMING c", 1), ("erlier", 1), ("debut", 1), ("zzz", 0)],
    )
    def test_typing_searches_keys_texts_and_groups_in_either_language(self, shown, qtbot, typed, count):
        sheet = shown(KeySheet(TABLE))
        qtbot.keyClicks(sheet.search_field, typed)
        assert sheet.shown_count == count
        assert sheet._nothing.isVisible() == (count == 0)

    @pytest.mark.parametrize("name", KEYMAPS)
    def test_it_is_printed_on_one_page_as_the_keys_are(self, qtbot, themes, tmp_path, name):
        window = QWidget()
        qtbot.addWidget(window)
        actions = ActionSet(dict.fromkeys(BY_ID, print), load_keymap(name), window)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "keys.pdf"))
        print_keys([*actions.key_table(), *fixed_keys()], printer)
        read = QPdfDocument()
        read.load(str(tmp_path / "keys.pdf"))
        text = read.getAllText(0).text()
        assert read.pageCount() == 1
        assert all(
            words in text
            for words in ("Redo", load_keymap(name)["edit.redo"][0], "Merge with the next", "keep and leave")
        )

    def test_escape_closes_it(self, shown, qtbot):
        sheet = shown(KeySheet(TABLE))
        qtbot.keyClick(sheet.search_field, Qt.Key.Key_Escape)
        assert not sheet.isVisible()


class TestErrors:
    def test_an_error_can_be_copied_whole(self, shown, tmp_path):
        error = OutputError("There is no space left on the disk.", remedy="Make room.", path=tmp_path / "a.srt")
        dialog = shown(ErrorDialog("Not saved", error, details="OSError 28"))
        dialog.copy_button.click()
        copied = QGuiApplication.clipboard().text()
        for part in ("Not saved", "no space left", "Make room.", "a.srt", "OSError 28"):
            assert part in copied

    def test_details_are_shown_on_demand(self, shown):
        dialog = shown(ErrorDialog("Not saved", details="OSError 28"))
        height = dialog.height()
        assert dialog.details.isHidden()
        dialog.details_button.click()
        assert dialog.details.isVisible()
        assert dialog.height() > height

    def test_enter_closes_it(self, shown, qtbot):
        dialog = shown(ErrorDialog("Not saved"))
        qtbot.keyClick(dialog.focusWidget(), ENTER)
        assert not dialog.isVisible()

    def test_a_fault_shows_where_it_happened(self, shown):
        try:
            raise ZeroDivisionError("a fault")
        except ZeroDivisionError as fault:
            dialog = shown(UnexpectedErrorDialog(fault))
        assert "ZeroDivisionError: a fault" in dialog.report
        assert "Réplique" in dialog.heading


class TestUnsaved:
    @pytest.mark.parametrize(
        ("button", "answer"), [("save_button", Leave.SAVE), ("discard_button", Leave.DISCARD), (None, Leave.CANCEL)]
    )
    def test_each_button_answers(self, shown, button, answer):
        dialog = shown(UnsavedDialog("Entretien"))
        if button:
            getattr(dialog, button).click()
        else:
            dialog.reject()
        assert dialog.answer is answer

    def test_enter_saves_and_escape_cancels(self, shown, qtbot):
        dialog = shown(UnsavedDialog("Entretien"))
        qtbot.keyClick(dialog.focusWidget(), ENTER)
        assert dialog.answer is Leave.SAVE
        dialog = shown(UnsavedDialog("Entretien"))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.answer is Leave.CANCEL


def test_about_names_version_and_player(shown):
    dialog = shown(AboutDialog("0.1.0", "libVLC 3.0", "Qt 6.11"))
    assert dialog.windowTitle() == "About Réplique"


class TestFiles:
    def test_filters_name_both_cases_and_end_with_all_files(self, qapp):
        assert file_filter(("Réplique projects", ("replique",))) == (
            "Réplique projects (*.replique *.REPLIQUE);;All files (*)"
        )

    @pytest.mark.parametrize(
        ("name", "full"), [("a", "a.srt"), ("a.SRT", "a.SRT"), ("a.b", "a.b.srt"), ("7.9 h", "7.9 h.srt")]
    )
    def test_a_missing_suffix_is_added(self, name, full):
        assert with_suffix(Path(name), "srt") == Path(full)

    def test_a_name_that_grew_by_its_suffix_is_asked_about_again(self, qapp, monkeypatch, tmp_path):
        (tmp_path / "a.srt").write_text("precious")
        answers = iter([str(tmp_path / "a"), ""])
        proposals = []
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *args: proposals.append(args[2]) or (next(answers), "")
        )
        assert ask_new(None, "Save", tmp_path / "x.srt", ("SubRip", ("srt",))) is None
        assert proposals == [str(tmp_path / "x.srt"), str(tmp_path / "a.srt")]

    def test_a_dropped_file_stands_in_the_field(self, qtbot, tmp_path):
        field = FileField("Transcript", lambda path: None)
        qtbot.addWidget(field)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        field.dropEvent(event)
        assert field.path == tmp_path / "a.txt"

    def test_quotes_and_the_home_folder_are_understood(self, qtbot):
        field = FileField("Transcript", lambda path: None)
        qtbot.addWidget(field)
        field.findChild(QLineEdit).setText('"~/a.txt"')
        assert field.path == Path.home() / "a.txt"

    def test_a_name_may_begin_with_a_tilde(self, qtbot):
        field = FileField("Transcript", lambda path: None)
        qtbot.addWidget(field)
        qtbot.keyClicks(field.edit, "~brouillon.txt")
        assert field.path == Path("~brouillon.txt")


def test_a_dialog_stands_over_the_middle_of_its_window(qtbot, themes):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(60, 40, 600, 500)
    window.show()
    qtbot.waitExposed(window)
    dialog = UnsavedDialog("Le Grand entretien du 7/9 avec un titre qui est très long", window)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert abs(dialog.geometry().center().x() - window.geometry().center().x()) <= 2
    dialog.close()


def test_a_dialog_made_larger_keeps_its_texts_together(shown):
    dialog = shown(UnsavedDialog("Un entretien"))
    before = [label.height() for label in dialog.findChildren(QLabel) if label.isVisible()]
    dialog.resize(dialog.width(), dialog.height() + 300)
    QCoreApplication.processEvents()
    assert [label.height() for label in dialog.findChildren(QLabel) if label.isVisible()] == before


def test_the_sheet_of_keys_has_the_size_of_a_page_or_of_the_screen(shown):
    sheet = shown(KeySheet([KeyGroup("File", [KeyLine(("Ctrl+N",), "New")])]))
    assert sheet.size() == QSize(*SIZE).boundedTo(sheet.screen().availableSize() - QSize(0, FRAME_PX))


@pytest.mark.parametrize(
    ("error", "heading"),
    [
        (ProjectError("The project file is damaged."), "The file could not be used"),
        (OutputError("There is no space left on the disk."), "The file was not written"),
        (PlayerError("VLC can’t play it."), "The recording can’t be played"),
        (EditError("This turn has no time yet."), "That did not work"),
    ],
)
def test_an_error_is_headed_by_what_failed(make_desk, monkeypatch, error, heading):
    shown = []
    monkeypatch.setattr(ErrorDialog, "exec", lambda dialog: shown.append(dialog.heading))
    make_desk().presenter.show_error(error)
    assert shown == [heading]
