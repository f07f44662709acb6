"""What the program asks the user on the way: each question one dialog, one method."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from replique.core.errors import InputError, RepliqueError
from replique.core.messages import QT_TRANSLATE_NOOP
from replique.project import Media
from replique.project.media import is_recording
from replique.ui.dialogs.files import (
    PROJECT,
    RECORDING,
    TRANSCRIPT,
    ask_existing,
    ask_existing_files,
    ask_project_name,
)
from replique.ui.dialogs.media_moved import MediaMovedDialog
from replique.ui.dialogs.replace_recording import ReplaceRecordingDialog
from replique.ui.dialogs.track import TrackDialog
from replique.ui.dialogs.unsaved import Leave, UnsavedDialog

if TYPE_CHECKING:
    from replique.media.tracks import AudioTrack

__all__ = ["Leave", "Questions"]

OTHER_RECORDING = QT_TRANSLATE_NOOP("errors", "This is another recording than the one the project was made with.")
TIMES_MAY_BE_WRONG = QT_TRANSLATE_NOOP("errors", "The times may not fit it.")


class Questions:
    """Asks in dialogs over the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def unsaved(self, title: str) -> Leave:
        """Ask what becomes of unsaved changes."""
        dialog = UnsavedDialog(title, self._window)
        dialog.exec()
        return dialog.answer

    def files_to_open(self) -> list[Path]:
        """Ask for a project, or for a transcript and a recording."""
        title = QCoreApplication.translate("questions", "Open")
        everything = (
            QCoreApplication.translate("questions", "Projects, transcripts and recordings"),
            (*PROJECT[1], *TRANSCRIPT[1], *RECORDING[1]),
        )
        return ask_existing_files(self._window, title, None, everything, PROJECT, TRANSCRIPT, RECORDING)

    def recording_to_open(self) -> Path | None:
        """Ask for a recording."""
        return ask_existing(
            self._window, QCoreApplication.translate("questions", "Choose the recording"), None, RECORDING
        )

    def where_to_save(self, proposed: Path) -> Path | None:
        """Ask for the name of the project."""
        return ask_project_name(self._window, proposed)

    def missing_media(self, media: Media, others: Sequence[Path]) -> Path | None:
        """Ask where the recording of a project went; None goes on without sound."""

        def check(path: Path) -> RepliqueError | None:
            if is_recording(path, media):
                return None
            return InputError(OTHER_RECORDING, remedy=TIMES_MAY_BE_WRONG, path=path)

        dialog = MediaMovedDialog(self._window, expected=media.path, others=others, check=check)
        return dialog.path if dialog.exec() == QDialog.DialogCode.Accepted else None

    def replace_recording(self, path: Path) -> bool:
        """Ask whether another recording shall take the place of the one that is there."""
        return ReplaceRecordingDialog(path.name, self._window).exec() == QDialog.DialogCode.Accepted

    def which_track(self, path: Path, tracks: Sequence[AudioTrack], proposed: int) -> int | None:
        """Ask which of the audio tracks of a recording is heard; None where the question is waved away."""
        dialog = TrackDialog(path.name, tracks, proposed, self._window)
        return dialog.track if dialog.exec() == QDialog.DialogCode.Accepted else None
