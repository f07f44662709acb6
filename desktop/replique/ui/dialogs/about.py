"""About Réplique: what it is, its version, its licence, what it plays with."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from replique.core.resources import resource
from replique.ui.dialogs.base import Dialog, Role
from replique.ui.labels import label

ICON_PX = 64


class AboutDialog(Dialog):
    """`player` names the player in use; `parts` are lines such as “Qt 6.11”."""

    def __init__(self, version: str, player: str, parts: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=460)
        self.setWindowTitle(self.tr("About Réplique"))
        self._title.hide()
        picture = QLabel()
        picture.setPixmap(
            QIcon(str(resource("icons", "replique.svg"))).pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatioF())
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(label("Réplique", "display"))
        words.addWidget(label(self.tr("Version {version}").format(version=version), "soft"))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addWidget(
            label(
                self.tr(
                    "Sets a finished transcript beside its recording, lets you time every turn with the keyboard "
                    "alone, and writes subtitles. A réplique is what one speaker says before the next one answers."
                ),
                wraps=True,
            )
        )
        self.body.addWidget(label(self.tr("Player: {player}").format(player=player), "small", wraps=True))
        self.body.addWidget(label(parts, "small", wraps=True))
        self.body.addWidget(
            label(
                self.tr("Free software under the GNU General Public License, version 3 or later. No warranty."),
                "small",
                wraps=True,
            )
        )
        self.add_button(self.tr("Close"), Role.RejectRole, default=True).clicked.connect(self.reject)
