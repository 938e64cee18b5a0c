"""How text and tables of a report are shown before it is written. Pages and documents have views of
their own (page_view.py, paper.py). Not here: making what is shown.
"""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTableView, QTabWidget, QWidget

from factcheck_gui.reports.preview import Sheet, Sheets
from factcheck_gui.ui.lists import claim_words

LONGEST = 3000  # characters of a line; Qt takes seconds over far longer ones
_WIDE, _COLUMN = 260, 130  # pixels
_LONG_LINE = re.compile(rf"[^\n]{{{LONGEST}}}(?=[^\n])")
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class TextView(QPlainTextEdit):
    """A file's text as it is, in letters of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True)
        self.setAccessibleName(self.tr("Text of the file"))
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def show_text(self, text: str) -> None:
        """Shows a text from its beginning; far too long lines are broken."""
        self.setPlainText(_LONG_LINE.sub(lambda one: one[0] + "\n", text))


class SheetsView(QTabWidget):
    """The sheets of a workbook, a tab each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(self.tr("Sheets"))
        self.tabBar().setDrawBase(False)

    def show_sheets(self, book: Sheets) -> None:
        """Shows a workbook; the sheet that was looked at stays in front."""
        before = self.currentIndex()
        tables = [self.widget(place) for place in range(self.count())]
        self.clear()
        for table in tables:
            if table:
                table.deleteLater()
        for sheet in book.sheets:
            self.addTab(self._table(sheet), f"{sheet.name} ({claim_words.whole(sheet.total - 1)})")
        self.setCurrentIndex(min(max(before, 0), self.count() - 1))

    def _table(self, sheet: Sheet) -> QTableView:
        table = QTableView()
        table.setModel(_Rows(sheet, table))
        table.setAccessibleName(sheet.name)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        for column, name in enumerate(sheet.rows[0] if sheet.rows else ()):
            long = any(len(row[column]) > 30 for row in sheet.rows[1:20] if column < len(row))
            table.setColumnWidth(column, _WIDE if long else max(_COLUMN, 9 * len(name)))
        return table


class _Rows(QAbstractTableModel):
    """The rows of a sheet; its first one is the head."""

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._head, self._rows = (sheet.rows or ((),))[0], sheet.rows[1:]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:200].split())
        return claim_words.tooltip(text[:2000]) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._head[section] if side == Qt.Orientation.Horizontal else section + 2
