"""A list that opens below a field and offers things to put into it. The field keeps the focus.

Not here: what is offered (citing.py, evidence_fields.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

_VALUE = Qt.ItemDataRole.UserRole


class Offers(QCompleter):
    """``taken`` brings the value of what was chosen."""

    taken = Signal(object)

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(field)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setWidget(field)
        self.list.setAccessibleName(name)
        self.activated[QModelIndex].connect(  # type: ignore[index]
            lambda index: self.taken.emit(index.data(_VALUE))
        )

    @property
    def list(self) -> QAbstractItemView:
        """The list as it stands on the screen."""
        found = self.popup()
        assert found is not None
        return found

    def offer(
        self, choices: Sequence[tuple[str, Any]], place: QRect | None = None, *, first: bool = False
    ) -> None:
        """Shows words with the values behind them, or nothing where there are none; the ``first``
        may be chosen already, so that Return takes it."""
        self._items.clear()
        for words, value in choices:
            item = QStandardItem(words)
            item.setData(value, _VALUE)
            self._items.appendRow(item)
        if not choices:
            self.list.hide()
            return
        self.complete(place or QRect())
        if first:
            self.list.setCurrentIndex(self.completionModel().index(0, 0))
