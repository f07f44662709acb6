"""What lets a screen reader reach each row of an item view that is none of Qt's own."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView


class QTableView(QAbstractItemView):
    """An item view with a row of its own for screen readers for each index of its model.

    Qt chooses what it tells them by the name of the class: of an item view with an unknown name it tells that there
    is some ground to scroll, of one that bears the name of its table each cell, with what `visualRect`, `indexAt`
    and the model say of it. It asks nothing of such a view that only its own table could answer.
    """
