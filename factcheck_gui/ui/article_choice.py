"""A list of the library's articles with a box to tick before each, and a filter over it. Not here:
what is done with those that were ticked.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from factcheck_gui.library.reading import Reader
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.filter_field import FilterField
from factcheck_gui.ui.lists.library_view import ArticleModel

_ROWS = 200  # of the list that are read ahead of the eye
Index = QModelIndex | QPersistentModelIndex


class Ticked(ArticleModel):
    """Articles with a box to tick before each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticked: set[int] = set()

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            on = self.key_at(index.row()) in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = self.key_at(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or key is None:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        (self.ticked.add if on else self.ticked.discard)(key)
        self.dataChanged.emit(index, index, [role])
        return True

    def tick(self, on: bool) -> None:
        """Ticks all that the list shows, or unticks it."""
        keys = {key for row in range(self.rowCount()) if (key := self.key_at(row)) is not None}
        self.ticked = self.ticked | keys if on else self.ticked - keys
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))


class _View(QListView):
    """Reads the articles that it is about to show."""

    def paintEvent(self, event: QPaintEvent) -> None:
        model, first = self.model(), self.indexAt(self.viewport().rect().topLeft()).row()
        if isinstance(model, Ticked) and first >= 0:
            model.prefetch(first, first + _ROWS)
        super().paintEvent(event)


class ArticleChoice(QWidget):
    """``model.ticked`` are the row ids chosen; ``changed`` when they are others."""

    changed = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.model = Ticked(self)
        self.field = FilterField(self.tr("Filter the articles"), self.tr("Filter articles"))
        self.field.settled.connect(self._show_matching)
        self.view = _View()
        self.field.left.connect(self.view.setFocus)
        self._how_many = QLabel()
        self._how_many.setProperty("look", "muted")
        self._lay_out()
        self.model.dataChanged.connect(self._tell)
        self._show_matching("")
        self.show_count()

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Articles"))
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        for words, on in ((self.tr("Choose all"), True), (self.tr("Choose none"), False)):
            button = QPushButton(words)
            button.setProperty("look", "flat")
            button.clicked.connect(lambda _=False, on=on: self.model.tick(on))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self._how_many)

    def _show_matching(self, text: str) -> None:
        reader = self._reader
        self.model.set_keys(reader.article_keys(text), lambda keys: reader.article_rows(keys=keys))

    def show_count(self) -> None:
        """Says how many are chosen; call it after ``model.ticked`` was set from outside."""
        count = claim_words.whole(len(self.model.ticked))
        self._how_many.setText(self.tr("Articles chosen: {0}").format(count))

    def _tell(self) -> None:
        self.show_count()
        self.changed.emit()
