"""The labels of a rating scale as a table that can be edited: symbol, word, colour, place in the
order, value, ClaimsKG class, meaning. Not here: which scales there are (scales_dialog.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem as Item

from factcheck_gui.domain import CLAIMSKG, TONES, Label, Problem
from factcheck_gui.ui import theme
from factcheck_gui.ui.dialogs import choice_box

translate = QCoreApplication.translate
SYMBOL, WORD, COLOUR, ORDER, VALUE, CLASS, MEANING = range(7)
_SWATCH = 12  # pixels of a colour's picture


class ScaleTable(QTableWidget):
    """A row a label, in the order of the number keys."""

    def __init__(self) -> None:
        super().__init__(0, 7)
        self.setAccessibleName(self.tr("Labels of the scale"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Symbol"), self.tr("Label"), self.tr("Colour"), self.tr("Order"),
                self.tr("Value"), self.tr("ClaimsKG"), self.tr("Meaning"),
            ]
        )  # fmt: skip
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # or Tab would never leave it
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(MEANING, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(34)

    def show_labels(self, labels: Sequence[Label], *, editable: bool) -> None:
        """Fills the table."""
        self.setRowCount(0)
        for one in labels:
            self.add(one, editable=editable)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AllEditTriggers if editable else triggers.NoEditTriggers)

    def add(self, label: Label, *, editable: bool = True) -> None:
        """One more label at the end."""
        row = self.rowCount()
        self.insertRow(row)
        order = "" if label.order is None else str(label.order)
        value = "" if label.value is None else f"{label.value:g}"
        for column, text in (
            (SYMBOL, label.symbol), (WORD, label.text), (ORDER, order), (VALUE, value),
            (MEANING, label.meaning),
        ):  # fmt: skip
            self.setItem(row, column, Item(text))
        self.setCellWidget(row, COLOUR, _colours(label.colour, editable=editable))
        classes = choice_box(self.tr("ClaimsKG"), [(one, one) for one in CLAIMSKG], label.claimskg)
        classes.setEnabled(editable)
        self.setCellWidget(row, CLASS, classes)

    def shift(self, by: int) -> None:
        """Moves the current label up (-1) or down (1)."""
        row, labels = self.currentRow(), self.rows()
        if 0 <= row < len(labels) and 0 <= row + by < len(labels):
            labels[row], labels[row + by] = labels[row + by], labels[row]
            self._show_rows(labels)
            self.setCurrentCell(row + by, WORD)

    def remove(self) -> None:
        """Takes the current label out."""
        self.removeRow(self.currentRow())

    def rows(self) -> list[list[str]]:
        """What stands in the table."""
        return [
            [self._text(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def _show_rows(self, rows: list[list[str]]) -> None:
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                widget = self.cellWidget(row, column)
                if isinstance(widget, QComboBox):
                    widget.setCurrentIndex(widget.findData(text))
                else:
                    self.setItem(row, column, Item(text))

    def _text(self, row: int, column: int) -> str:
        widget = self.cellWidget(row, column)
        if isinstance(widget, QComboBox):
            return str(widget.currentData())
        item = self.item(row, column)
        return item.text().strip() if item else ""

    def labels(self) -> tuple[Label, ...]:
        """The labels as they stand. Raises Problem where a number is none."""
        return tuple(
            Label(
                text=row[WORD],
                symbol=row[SYMBOL][:2],
                colour=row[COLOUR],
                order=_whole(row[ORDER]),
                value=_number(row[VALUE]),
                claimskg=row[CLASS],
                meaning=row[MEANING],
            )
            for row in self.rows()
        )


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal():
        words = translate("ScaleTable", "A place in the order is 1, 2, 3 …, and not “{0}”.")
        raise Problem(words.format(text))
    return int(text)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ".")) if text else None
    except ValueError as error:
        words = translate("ScaleTable", "A value is a number, and not “{0}”.")
        raise Problem(words.format(text)) from error


def _colours(now: str, *, editable: bool) -> QComboBox:
    box = choice_box(translate("ScaleTable", "Colour"), [(one, _colour(one)) for one in TONES], now)
    for place, tone in enumerate(TONES):
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(QColor(theme.current().tone(tone).line))
        box.setItemIcon(place, QIcon(swatch))
    box.setEnabled(editable)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the table
    return box


def _colour(tone: str) -> str:
    words = {
        "green": translate("ScaleTable", "green"), "lime": translate("ScaleTable", "lime"),
        "amber": translate("ScaleTable", "amber"), "orange": translate("ScaleTable", "orange"),
        "red": translate("ScaleTable", "red"), "grey": translate("ScaleTable", "grey"),
        "blue": translate("ScaleTable", "blue"), "violet": translate("ScaleTable", "violet"),
    }  # fmt: skip
    return words.get(tone, tone)
