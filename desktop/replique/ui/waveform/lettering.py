"""The two fonts of the waveform, and names cut to the room that there is, each measured once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from replique.ui.style import sized

SIZE_PX = 11
MIN_NAME_PX = 8
MIN_CUT_PX = 80
"""Names are cut with “…” only where so much of them is left."""
MOST_CUTS = 4096


class Lettering:
    """The fonts of labels made from a font of the window: `plain` and `bold`, with figures of one width."""

    def __init__(self, base: QFont) -> None:
        self.plain = sized(base, SIZE_PX, tabular=True)
        self.bold = sized(base, SIZE_PX, QFont.Weight.DemiBold, tabular=True)
        self.plain_metrics = QFontMetricsF(self.plain)
        self.bold_metrics = QFontMetricsF(self.bold)
        self._cut: dict[tuple[str, int], str] = {}

    def fitting_name(self, name: str, room_px: float) -> str:
        """Return as much of a name as there is room for: all of it, the first name, its beginning, or nothing."""
        key = (name, int(room_px))
        if key not in self._cut:
            if len(self._cut) >= MOST_CUTS:
                self._cut.clear()
            self._cut[key] = self._fitted(name, room_px)
        return self._cut[key]

    def _fitted(self, name: str, room_px: float) -> str:
        if room_px < MIN_NAME_PX:
            return ""
        for shown in (name, name.split(" ")[0]):
            if self.bold_metrics.horizontalAdvance(shown) <= room_px:
                return shown
        cut = self.bold_metrics.elidedText(name, Qt.TextElideMode.ElideRight, room_px)
        return cut if room_px >= MIN_CUT_PX else ""
