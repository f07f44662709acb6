"""The sheet of keys on paper: one page in two columns, as the keys are now."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from replique.core.messages import QT_TRANSLATE_NOOP
from replique.ui.actions.action_set import KeyGroup
from replique.ui.style import base_font

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

TITLE = QT_TRANSLATE_NOOP("KeySheet", "Keys")
POINTS = 8
"""So that a whole keymap stands on one page of A4."""


def ask_and_print(table: Sequence[KeyGroup], parent: QWidget) -> None:
    """Ask for a printer, or a file, and print the keys."""
    # Only here: what prints takes long to load, and few ever do.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        print_keys(table, printer)


def print_keys(table: Sequence[KeyGroup], printer: QPrinter) -> None:
    """Print the keys."""
    title = QCoreApplication.translate("KeySheet", TITLE)
    printer.setDocName(f"Réplique – {title}")
    document = QTextDocument()
    font = QFont(base_font().family())
    font.setPointSize(POINTS)
    document.setDefaultFont(font)
    document.setHtml(as_html(table, f"Réplique – {title}"))
    document.print_(printer)


def as_html(table: Sequence[KeyGroup], title: str) -> str:
    """Return the keys as a page in two columns of about one length."""
    groups = [group for group in table if group.lines]
    half, filled = sum(len(group.lines) + 2 for group in groups) / 2, 0
    columns: tuple[list[str], list[str]] = ([], [])
    for group in groups:
        rows = len(group.lines) + 2
        columns[filled + rows / 2 >= half].append(_group(group))
        filled += rows
    cells = "".join(f'<td width="50%" valign="top">{"".join(column)}</td>' for column in columns)
    return f'<h2>{escape(title)}</h2><table width="100%" cellspacing="6"><tr>{cells}</tr></table>'


def _group(group: KeyGroup) -> str:
    rows = "".join(
        f'<tr><td width="38%"><b>{escape(", ".join(line.keys))}</b></td><td>{escape(line.text)}</td></tr>'
        for line in group.lines
    )
    return f'<p><b>{escape(group.title.upper())}</b></p><table width="100%" cellpadding="1">{rows}</table>'
