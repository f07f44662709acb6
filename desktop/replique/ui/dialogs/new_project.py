"""A new project: a transcript, its recording, and how the transcript is laid out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QWidget

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.dialogs.base import Dialog, Role, Rows
from replique.ui.dialogs.files import RECORDING, TRANSCRIPT, FileField, ask_existing
from replique.ui.i18n import say_text

LAYOUTS = {
    "auto": QT_TRANSLATE_NOOP("layouts", "Found by itself"),
    "vie-publique": QT_TRANSLATE_NOOP("layouts", "Name alone on its line"),
    "name-colon": QT_TRANSLATE_NOOP("layouts", "Name, colon, text"),
    "paragraphs": QT_TRANSLATE_NOOP("layouts", "One turn a paragraph, no names"),
    "lines": QT_TRANSLATE_NOOP("layouts", "One turn a line, no names"),
}
"""The layouts that a reader can be told, by the name that it knows."""


class NewProject(NamedTuple):
    """What was chosen; without a recording, the words can be read and the recording added later."""

    transcript: Path
    recording: Path | None
    layout: str


class NewProjectDialog(Dialog):
    """Asks for the two files; `choice` holds the answer once the dialog was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=560)
        self.set_heading(
            self.tr("New project"), self.tr("Choose the transcript and its recording, or drop them on the fields.")
        )
        self.choice: NewProject | None = None
        self.transcript = FileField(self.tr("Transcript"), self._ask_transcript)
        self.recording = FileField(self.tr("Recording"), self._ask_recording)
        self.layout_box = QComboBox()
        for name, text in LAYOUTS.items():
            self.layout_box.addItem(say_text("layouts", text), name)
        rows = Rows()
        rows.add(self.tr("&Transcript"), self.transcript)
        rows.add(self.tr("&Recording"), self.recording)
        rows.add(self.tr("&Layout"), self.layout_box)
        self.body.addLayout(rows)
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        self.open_button = self.add_button(self.tr("&Open"), Role.AcceptRole, default=True)
        self.open_button.clicked.connect(self._submit)
        for field in (self.transcript, self.recording):
            field.changed.connect(self._changed)
        self._changed()

    def _submit(self) -> None:
        transcript = self.transcript.path
        if transcript is None:
            return
        self.choice = NewProject(transcript, self.recording.path, str(self.layout_box.currentData()))
        self.accept()

    def _changed(self) -> None:
        self.open_button.setEnabled(self.transcript.path is not None)

    def _ask_transcript(self, path: Path | None) -> Path | None:
        return ask_existing(self, self.tr("Choose the transcript"), _folder_of(path), TRANSCRIPT)

    def _ask_recording(self, path: Path | None) -> Path | None:
        return ask_existing(
            self, self.tr("Choose the recording"), _folder_of(path or self.transcript.path), RECORDING
        )


def _folder_of(path: Path | None) -> Path | None:
    return path.parent if path else None
