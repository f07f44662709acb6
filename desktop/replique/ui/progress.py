"""Background work: its name, how far it is, and a button that stops it."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from replique.core.progress import remaining_s
from replique.tasks import Task
from replique.ui.buttons import IconButton
from replique.ui.icons import Icons
from replique.ui.labels import label
from replique.ui.style import sized
from replique.ui.theme import ThemeSource

SHOWN_AFTER_MS = 300
"""What is done sooner is not worth a flash."""
BAR_WIDTH = 96
STEPS = 1000
MINUTE_S, STEP_S = 60, 5


class TaskProgress(QWidget):
    """Shows the work that was begun last; when that ends, the one before it. Hidden while nothing goes on."""

    def __init__(self, themes: ThemeSource) -> None:
        super().__init__()
        self._tasks: list[Task] = []
        self._shares: dict[Task, float] = {}
        self._begun_s: dict[Task, float] = {}
        self._title = label("", "hint")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._percent = label("", "soft")
        self._percent.setFont(sized(self.font(), 11, QFont.Weight.Normal, tabular=True))
        icons = Icons(themes)
        self.cancel_button = IconButton(themes, lambda: icons("fa6s.xmark"), icon_px=10)
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._title, self._bar, self._percent, self.cancel_button):
            row.addWidget(widget)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SHOWN_AFTER_MS)
        self._delay.timeout.connect(lambda: self.setVisible(bool(self._tasks)))
        self.hide()

    @property
    def title(self) -> str:
        """The name of the work that is shown."""
        return self._title.text()

    def follow(self, task: Task) -> None:
        """Show this work until it ends; where it takes no longer than a moment, not at all."""
        self._tasks.append(task)
        self._shares[task] = 0.0
        self._begun_s[task] = monotonic()
        task.progressed.connect(lambda share: self._progressed(task, share))
        task.ended.connect(lambda: self._ended(task))
        self._show_newest()
        if self.isHidden() and not self._delay.isActive():
            self._delay.start()

    def _progressed(self, task: Task, share: float) -> None:
        if task in self._shares:
            self._shares[task] = share
            if task is self._tasks[-1]:
                self._show_share(share)

    def _ended(self, task: Task) -> None:
        if task not in self._shares:
            return
        self._tasks.remove(task)
        del self._shares[task], self._begun_s[task]
        if self._tasks:
            self._show_newest()
        else:
            self._delay.stop()
            self.hide()

    def _show_newest(self) -> None:
        task = self._tasks[-1]
        self._title.setText(task.title)
        self._bar.setAccessibleName(task.title)
        self.cancel_button.setEnabled(True)
        self.cancel_button.set_name(self.tr("Stop: {work}").format(work=task.title))
        self._show_share(self._shares[task])

    def _show_share(self, share: float) -> None:
        """Show the share done; before the first report the bar says only that something goes on."""
        self._bar.setRange(0, STEPS if share > 0 else 0)
        self._bar.setValue(round(share * STEPS))
        percent = self.tr("{percent}%").format(percent=QLocale().toString(round(share * 100)))
        left_s = remaining_s(share, monotonic() - self._begun_s[self._tasks[-1]])
        parts = [percent] if left_s is None else [percent, self._in_words(left_s)]
        self._percent.setText(" · ".join(parts) if share > 0 else "")

    def _in_words(self, left_s: float) -> str:
        """Say how long it still takes, no finer than it is known."""
        if left_s < MINUTE_S:
            return self.tr("{seconds} s left").format(seconds=max(STEP_S, round(left_s / STEP_S) * STEP_S))
        return self.tr("{minutes} min left").format(minutes=round(left_s / MINUTE_S))

    def _cancel(self) -> None:
        if self._tasks:
            self._tasks[-1].cancel()
            self.cancel_button.setEnabled(False)
