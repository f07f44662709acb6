"""Export: which format, who is named, where to; and what will be missing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from replique.core.inputs import is_file
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.buttons import push_button
from replique.ui.dialogs.base import Dialog, Role, Rows
from replique.ui.dialogs.files import FileField, ask_new, with_suffix
from replique.ui.i18n import say_text
from replique.ui.labels import label

FORMATS = {
    "srt": QT_TRANSLATE_NOOP("formats", "SubRip (.srt)"),
    "vtt": QT_TRANSLATE_NOOP("formats", "WebVTT (.vtt)"),
}
LABELS = {
    "change": QT_TRANSLATE_NOOP("labels", "When the speaker changes"),
    "always": QT_TRANSLATE_NOOP("labels", "On every subtitle"),
    "never": QT_TRANSLATE_NOOP("labels", "Never"),
}
TAGGED_FORMATS = {"vtt"}
"""Formats with a place of their own for the speaker, used on every subtitle."""


class Export(NamedTuple):
    """What was chosen; `replace` says that the user allowed to replace the file that stands there."""

    format: str
    labels: str
    path: Path
    replace: bool


class ExportDialog(Dialog):
    """Asks how and where to export.

    Parameters
    ----------
    proposed : where the file would go, without its suffix, which is that of the format.
    timed_count, untimed_count : how many spoken turns have times, and how many have none.
    format_name, labels : what was chosen last.
    """

    first_untimed_requested = Signal()
    """The user wants to see the first turn without a time; the dialog closes."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        proposed: Path,
        timed_count: int,
        untimed_count: int = 0,
        format_name: str = "srt",
        labels: str = "change",
    ) -> None:
        super().__init__(parent, width=560)
        self.set_heading(self.tr("Export subtitles"), self.tr("%n timed turn(s)", "", timed_count))
        self._allowed: Path | None = None
        self.choice: Export | None = None
        self.format_box = _box("formats", FORMATS, format_name)
        self.labels_box = _box("labels", LABELS, labels)
        self.labels_note = label(self.tr("WebVTT names the speaker of each subtitle in a tag."), "small", wraps=True)
        self.file = FileField(self.tr("File"), self._ask_path, button=self.tr("&Change…"))
        self.file.set_path(with_suffix(proposed, format_name))
        self._rows = rows = Rows()
        rows.add(self.tr("&Format"), self.format_box)
        rows.add(self.tr("&Names of the speakers"), self.labels_box)
        rows.add("", self.labels_note)
        rows.add(self.tr("F&ile"), self.file)
        self.body.addLayout(rows)
        if untimed_count:
            self.body.addLayout(self._untimed_row(untimed_count))
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        self.export_button = self.add_button("", Role.AcceptRole, default=True)
        self.export_button.clicked.connect(self._submit)
        self._can_export = timed_count > 0
        self.format_box.currentIndexChanged.connect(self._format_changed)
        self.file.changed.connect(self._file_changed)
        self._format_changed()
        if not self._can_export:
            self.set_note(self.tr("No turn has a time yet, so there is nothing to export."))

    def _untimed_row(self, count: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("%n turn(s) without a time will be left out.", "", count), "note", wraps=True), 1)
        self.untimed_button = push_button(self.tr("&Go to the first"))
        self.untimed_button.clicked.connect(self._go_to_untimed)
        row.addWidget(self.untimed_button)
        return row

    def _go_to_untimed(self) -> None:
        self.reject()
        self.first_untimed_requested.emit()

    def _format_changed(self) -> None:
        suffix = self._format()
        tagged = suffix in TAGGED_FORMATS
        self.labels_box.setEnabled(not tagged)
        self._rows.setRowVisible(self.labels_note, tagged)
        path = self.file.path
        if path and path.suffix.lower().lstrip(".") in FORMATS:
            self.file.set_path(path.with_name(f"{path.stem}.{suffix}"))
        self._file_changed()
        self.fit()

    def _file_changed(self) -> None:
        """Forget what was said about the file that stood there before."""
        path = self.file.path
        replaces = path is not None and path == self._allowed
        self.export_button.setText(self.tr("&Replace") if replaces else self.tr("&Export"))
        self.export_button.setEnabled(self._can_export and path is not None)
        if self._can_export and not replaces:
            self.set_note("")

    def _submit(self) -> None:
        path = self.file.path
        if path is None:
            return
        replaces = is_file(path)
        if replaces and path != self._allowed:
            self._allowed = path
            self.set_note(self.tr("{name} exists already. Replace it?").format(name=path.name))
            self._file_changed()
            return
        self.choice = Export(self._format(), str(self.labels_box.currentData()), path, replaces)
        self.accept()

    def _ask_path(self, path: Path | None) -> Path | None:
        kind = (FORMATS[self._format()].split(" (")[0], (self._format(),))
        chosen = ask_new(self, self.tr("Export subtitles"), path or Path(), kind)
        if chosen:
            self._allowed = chosen
        return chosen

    def _format(self) -> str:
        return str(self.format_box.currentData())


def _box(context: str, texts: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for name, text in texts.items():
        box.addItem(say_text(context, text), name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
