"""Which of the audio tracks of a recording is heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from replique.ui.dialogs.base import Dialog, Role

if TYPE_CHECKING:
    from replique.media.tracks import AudioTrack

LIST_MARGIN = 5
"""Of the style sheet, with the border."""
ROWS_SHOWN = 8


class TrackDialog(Dialog):
    """Asks for one of `tracks` of the recording `name`; accepted with `track`, counted from 0."""

    def __init__(
        self, name: str, tracks: Sequence[AudioTrack], proposed: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Which audio track?"),
            self.tr("“{name}” has several. One is heard and drawn; the Play menu changes it later.").format(
                name=name
            ),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Audio tracks"))
        for number, track in enumerate(tracks, 1):
            item = QListWidgetItem(self._described(number, track), self.list)
            item.setToolTip(item.text())
        self.list.setCurrentRow(proposed)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.ensurePolished()
        row_px = max(self.list.sizeHintForRow(0), self.list.fontMetrics().height())
        self.list.setFixedHeight(row_px * min(len(tracks), ROWS_SHOWN) + 2 * LIST_MARGIN)
        self.list.itemDoubleClicked.connect(self.accept)
        self.body.addWidget(self.list)
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        self.listen_button = self.add_button(self.tr("&Listen to it"), Role.AcceptRole, default=True)
        self.listen_button.clicked.connect(self.accept)
        self.list.setFocus()

    @property
    def track(self) -> int:
        """The track that was chosen, counted from 0."""
        return self.list.currentRow()

    def _described(self, number: int, track: AudioTrack) -> str:
        parts = [self.tr("Track {number}").format(number=number), language_name(track.language), track.title]
        parts.append(self._channels(track.channels))
        return " · ".join(part for part in parts if part)

    def _channels(self, count: int) -> str:
        if count <= 2:
            return self.tr("mono") if count == 1 else self.tr("stereo")
        return self.tr("%n channels", "", count)


def language_name(code: str) -> str:
    """Return how a language calls itself, or the code where it is not known: what files say is short of words."""
    language = QLocale.codeToLanguage(code) if code else QLocale.Language.AnyLanguage
    if language in (QLocale.Language.AnyLanguage, QLocale.Language.C):
        return code
    return QLocale(language, QLocale.Country.World).nativeLanguageName() or code
