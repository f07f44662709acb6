"""A time typed by hand, as a clock or counted in frames."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from replique.core.model import Edge
from replique.core.timecode import FRAME_RATES, TimeCodeError, format_frames, parse
from replique.ui.dialogs.base import Dialog, Role, Rows
from replique.ui.i18n import say_clock
from replique.ui.labels import label, set_role
from replique.ui.style import BASE_PX, sized


class TimeDialog(Dialog):
    """Asks for the start of a turn, or for its end; accepted with `edge` and `ms`.

    Parameters
    ----------
    start_ms, end_ms : the times as they stand, None where there is none.
    rate : the frame rate chosen last, a key of ``FRAME_RATES``, or "" for milliseconds.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        start_ms: int | None = None,
        end_ms: int | None = None,
        rate: str = "",
    ) -> None:
        super().__init__(parent, width=420)
        self.set_heading(self.tr("Type a time"))
        self._times = {Edge.START: start_ms, Edge.END: end_ms}
        self.ms = 0
        self.start_button = QRadioButton(self.tr("&Start of the turn"))
        self.end_button = QRadioButton(self.tr("&End of the turn"))
        self.start_button.setChecked(True)
        self.edit = QLineEdit()
        self.edit.setFont(sized(self.font(), BASE_PX + 2, tabular=True))
        self.rate_box = QComboBox()
        self.rate_box.addItem(self.tr("Milliseconds"), "")
        for name in FRAME_RATES:
            shown = self.locale().toString(float(name)) if "." in name else name
            self.rate_box.addItem(self.tr("{rate} frames a second").format(rate=shown), name)
        self.rate_box.setCurrentIndex(max(0, self.rate_box.findData(rate)))
        self.meaning = label("", "small")
        self._lay_out()
        self.add_button(self.tr("Cancel"), Role.RejectRole).clicked.connect(self.reject)
        self.set_button = self.add_button(self.tr("Se&t"), Role.AcceptRole, default=True)
        self.set_button.clicked.connect(self._submit)
        self.edit.textChanged.connect(self._read)
        self.rate_box.currentIndexChanged.connect(self._propose)
        self.start_button.toggled.connect(self._propose)
        self._propose()

    def _lay_out(self) -> None:
        edges = QHBoxLayout()
        edges.setSpacing(16)
        group = QButtonGroup(self)
        for button in (self.start_button, self.end_button):
            group.addButton(button)
            edges.addWidget(button)
        edges.addStretch(1)
        rows = Rows()
        rows.add(self.tr("Ti&me"), self.edit)
        rows.add("", self.meaning)
        rows.add(self.tr("&Counted in"), self.rate_box)
        self.body.addLayout(edges)
        self.body.addLayout(rows)
        self.edit.setFocus()

    @property
    def edge(self) -> Edge:
        """Which of the two times is meant."""
        return Edge.START if self.start_button.isChecked() else Edge.END

    @property
    def rate(self) -> str:
        """The frame rate that was chosen, or "" for milliseconds."""
        return str(self.rate_box.currentData())

    def _propose(self) -> None:
        """Put the time there as it stands, to be typed over."""
        ms = self._times[self.edge]
        self.edit.setText("" if ms is None else self._formatted(ms))
        self.edit.setPlaceholderText(self._formatted(3_723_450))
        self.edit.selectAll()
        self._read()

    def _read(self) -> None:
        """Say what the text means; an error is said only when the user is done."""
        self.set_note("")
        set_role(self.edit, "")
        try:
            self.meaning.setText(f"= {say_clock(self._parsed())}")
        except TimeCodeError:
            self.meaning.setText(self.tr("1:02:03.450, 62:03.45 or 3723.45"))
        self.set_button.setEnabled(bool(self.edit.text().strip()))

    def _submit(self) -> None:
        try:
            self.ms = self._parsed()
        except TimeCodeError as error:
            self.show_error(error)
            set_role(self.edit, "wrong")
            self.edit.setFocus()
            self.edit.selectAll()
            return
        self.accept()

    def _parsed(self) -> int:
        """Return the time that the text means; the proposal, which frames tell only roughly, means what it was."""
        ms = self._times[self.edge]
        if ms is not None and self.edit.text() == self._formatted(ms):
            return ms
        return parse(self.edit.text(), self._fps())

    def _formatted(self, ms: int) -> str:
        fps = self._fps()
        return say_clock(ms) if fps is None else format_frames(ms, fps)

    def _fps(self) -> Fraction | None:
        return FRAME_RATES.get(self.rate)
