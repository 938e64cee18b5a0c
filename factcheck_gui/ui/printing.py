"""Printing a report by the system's dialog. Qt's rich text knows a part of CSS: the report's
structure prints, its finer layout is that of the exported page."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from factcheck_gui.ui import theme


def print_html(parent: QWidget, html: str) -> None:
    """Asks for a printer and prints; nothing where the dialog is cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec():
        document = QTextDocument()
        document.setDefaultFont(theme.serif(10.5))
        document.setHtml(html)
        document.print_(printer)
