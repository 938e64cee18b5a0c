"""What importing asks and tells: which texts of a file to read, and which files were not taken and
why. Each is given values and returns values; none reads a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import ArticleRow, Part, Problem
from factcheck_gui.ui import theme

_SIZE = QSize(640, 420)
_KILO = 1024


class PartsDialog(QDialog):
    """The texts in a file: choose one, several or all."""

    def __init__(
        self, name: str, parts: Sequence[Part], one: bool = False, parent: QWidget | None = None
    ) -> None:
        """``one``: only one may be chosen, since it becomes a newer text of an article."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose what to read"))
        self.resize(_SIZE)
        title = QLabel(self.tr("“{0}” holds {1} texts.").format(name, len(parts)))
        title.setProperty("look", "title")
        title.setWordWrap(True)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter the texts"))
        self._filter.textChanged.connect(self._show_matching)
        self._list = _table((self.tr("Title"), self.tr("Size")))
        self._list.setAccessibleName(self.tr("Texts in this file"))
        mode = QAbstractItemView.SelectionMode
        self._list.setSelectionMode(mode.SingleSelection if one else mode.ExtendedSelection)
        self._list.addTopLevelItems([_row(part, self.tr("untitled")) for part in parts])
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setCurrentItem(_items(self._list)[0])
        self._list.itemSelectionChanged.connect(self._say_how_many)
        self._list.itemActivated.connect(lambda _: self.accept())
        layout = QVBoxLayout(self)
        for widget in (title, self._filter, self._list, self._buttons(one)):
            layout.addWidget(widget)
        self._filter.setVisible(len(parts) > 10)
        self._list.setFocus()
        self._say_how_many()

    def _buttons(self, one: bool) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self._read = box.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_look(self._read, "primary")
        if not one:
            every = box.addButton(self.tr("Select all"), QDialogButtonBox.ButtonRole.ActionRole)
            every.setShortcut("Ctrl+A")
            every.clicked.connect(self._list.selectAll)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _show_matching(self, text: str) -> None:
        _filter(self._list, text)

    def _say_how_many(self) -> None:
        count = len(self._list.selectedItems())
        words = self.tr("Read {0} texts").format(count) if count != 1 else self.tr("Read 1 text")
        self._read.setText(words)
        self._read.setEnabled(count > 0)

    def chosen(self) -> list[str]:
        """The keys of the parts chosen, in the order of the file."""
        chosen = (one for one in _items(self._list) if one.isSelected())
        return [one.data(0, Qt.ItemDataRole.UserRole) for one in chosen]


class ArticleDialog(QDialog):
    """Which article the open one is a newer text of."""

    def __init__(
        self, name: str, rows: Sequence[ArticleRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This is a newer text of…"))
        self.resize(_SIZE)
        words = self.tr(
            "“{0}” becomes a version of the article that you choose; its claims are looked for "
            "in it. The article itself moves to the trash, with what was said of it."
        )
        told = QLabel(words.format(name))
        told.setWordWrap(True)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter the articles"))
        self._filter.textChanged.connect(self._show_matching)
        self._list = _table((self.tr("Title"), self.tr("Outlet")))
        self._list.setAccessibleName(self.tr("Articles"))
        self._list.addTopLevelItems([_article(row) for row in rows])
        self._list.header().resizeSection(0, _SIZE.width() * 2 // 3)
        self._list.setCurrentItem(_items(self._list)[0])
        self._list.itemActivated.connect(lambda _: self.accept())
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel)
        theme.set_look(box.button(standard.Ok), "primary")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (told, self._filter, self._list, box):
            layout.addWidget(widget)
        self._filter.setFocus()

    def _show_matching(self, text: str) -> None:
        _filter(self._list, text)

    def chosen(self) -> int:
        """The row id of the article chosen; 0 where the filter left none."""
        item = self._list.currentItem()
        return int(item.data(0, Qt.ItemDataRole.UserRole)) if item and not item.isHidden() else 0


def _article(row: ArticleRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, row.site])
    item.setData(0, Qt.ItemDataRole.UserRole, row.key)
    item.setToolTip(0, row.url or row.name)
    return item


def _filter(table: QTreeWidget, text: str) -> None:
    """Hides the rows that lack one of the words, and leaves none of them chosen."""
    wanted = text.casefold().split()
    first: QTreeWidgetItem | None = None
    for item in _items(table):
        hidden = not all(word in item.text(0).casefold() for word in wanted)
        item.setHidden(hidden)
        if hidden:
            item.setSelected(False)
        elif first is None:
            first = item
    now = table.currentItem()
    if first and (now is None or now.isHidden()):
        table.setCurrentItem(first)


def _items(table: QTreeWidget) -> list[QTreeWidgetItem]:
    every = (table.topLevelItem(at) for at in range(table.topLevelItemCount()))
    return [one for one in every if one]


def _row(part: Part, untitled: str) -> QTreeWidgetItem:
    title = " ".join(part.title.split()) or untitled
    item = QTreeWidgetItem([title, size_words(part.size)])
    item.setData(0, Qt.ItemDataRole.UserRole, part.key)
    item.setToolTip(0, f"{title}\n{part.key}" if part.key != title else title)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def size_words(size: int) -> str:
    """A number of bytes for people; "" where it is not known."""
    if size <= 0:
        return ""
    if size < _KILO:
        return f"{size} B"
    if size < _KILO * _KILO:
        return f"{size / _KILO:,.0f} kB"
    return f"{size / _KILO / _KILO:,.1f} MB"


class RefusedDialog(QDialog):
    """Every file that was not taken, and why; to copy or to save as a list."""

    def __init__(
        self,
        refused: Sequence[Problem],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was not taken"))
        self.resize(_SIZE)
        self._rows = [(one.where, f"{one.what} {one.kept}".strip()) for one in refused]
        self._rows += [_noted(note) for note in notes]
        table = _table((self.tr("File"), self.tr("Why")))
        table.setAccessibleName(self.tr("Files that were not taken, and remarks"))
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.addTopLevelItems([_told(*row) for row in self._rows])
        table.header().resizeSection(0, _SIZE.width() // 3)
        heading = QLabel(self._heading(len(refused), len(notes)))
        heading.setProperty("look", "title")
        layout = QVBoxLayout(self)
        for widget in (heading, table, self._buttons()):
            layout.addWidget(widget)

    def _heading(self, refused: int, notes: int) -> str:
        parts = [self.tr("Not taken: {0}.").format(refused)] if refused else []
        parts += [self.tr("Remarks: {0}.").format(notes)] if notes else []
        return " ".join(parts)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        box.addButton(self.tr("Copy"), role).clicked.connect(self.copy)
        box.addButton(self.tr("Save…"), role).clicked.connect(self._ask_and_save)
        box.addButton(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        return box

    def text(self) -> str:
        """The list as lines, file and reason parted by a tab."""
        return "".join(f"{where}\t{why}\n" for where, why in self._rows)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _ask_and_save(self) -> None:
        start = str(Path.home() / self.tr("not taken.txt"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), start)
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Writes the list; says so in the title where that cannot be done."""
        try:
            path.write_text(self.text(), encoding="utf-8")
        except OSError as error:
            self.setWindowTitle(self.tr("Not saved: {0}").format(error.strerror or error))
        else:
            self.setWindowTitle(self.tr("Saved: {0}").format(path.name))


def _noted(note: str) -> tuple[str, str]:
    name, parted, rest = note.partition(": ")
    return (name, rest) if parted else ("", note)


def _told(where: str, why: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([where, why])
    item.setToolTip(0, where)
    item.setToolTip(1, why)
    return item


def _table(titles: tuple[str, str]) -> QTreeWidget:
    table = QTreeWidget()
    table.setHeaderLabels(list(titles))
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)  # or ten thousand rows are measured one by one
    table.setAllColumnsShowFocus(True)
    return table
