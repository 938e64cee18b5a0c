"""The window that asks what a package for a colleague is to hold: which articles, and how much of
what was judged. It says what goes along and what stays here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Article
from factcheck_gui.library.packages import SUFFIX
from factcheck_gui.library.reading import Reader
from factcheck_gui.settings import Settings
from factcheck_gui.ui import theme
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.lists.library_view import ArticleModel

_SIZE = QSize(620, 640)
_ROWS = 200  # of the list that are read ahead of the eye
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the dialog asks for; ``articles`` are row ids."""

    articles: list[int]
    blind: bool
    notes: bool
    path: Path


class _Ticked(ArticleModel):
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
        if isinstance(model, _Ticked) and first >= 0:
            model.prefetch(first, first + _ROWS)
        super().paintEvent(event)


class PackageDialog(QDialog):
    """``wanted`` after it was accepted. An existing file is replaced only after a question."""

    def __init__(
        self,
        reader: Reader,
        article: Article | None,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Package for a colleague"))
        self.resize(_SIZE)
        self._reader, self._settings = reader, settings
        self.model = _Ticked(self)
        if article:
            self.model.ticked.add(article.row.key)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter articles"))
        self._filter.setAccessibleName(self.tr("Filter the articles"))
        self._filter.textChanged.connect(self._show_matching)
        self._path = QLineEdit()
        self._path.setAccessibleName(self.tr("File to write"))
        self._kind = self._choices()
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("look", "muted")
        self._how_many = QLabel()
        self._how_many.setProperty("look", "muted")
        self._lay_out()
        self.model.dataChanged.connect(self._refresh)
        self._kind.idToggled.connect(lambda _id, on: self._refresh() if on else None)
        self._show_matching("")
        self._path.setText(str(self._folder() / (self.tr("for a colleague") + SUFFIX)))
        self._refresh()

    # ------------------------------------------------------------ building

    def _choices(self) -> QButtonGroup:
        group = QButtonGroup(self)
        words = (
            self.tr("With what was judged"),
            self.tr("With what was judged and private notes"),
            self.tr("Blind, for a second reviewer"),
        )
        for place, text in enumerate(words):
            button = QRadioButton(text)
            button.setChecked(place == 0)
            group.addButton(button, place)
        return group

    def _list(self) -> QListView:
        view = _View()
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        view.setAccessibleName(self.tr("Articles"))
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        layout.addWidget(_caption(self.tr("ARTICLES")))
        row = QHBoxLayout()
        row.addWidget(self._filter, 1)
        for words, on in ((self.tr("Choose all"), True), (self.tr("Choose none"), False)):
            button = QPushButton(words)
            button.setProperty("look", "flat")
            button.clicked.connect(lambda _=False, on=on: self.model.tick(on))
            row.addWidget(button)
        layout.addLayout(row)
        layout.addWidget(self._list(), 1)
        layout.addWidget(self._how_many)
        layout.addSpacing(6)
        layout.addWidget(_caption(self.tr("CONTENTS")))
        for one in self._kind.buttons():
            layout.addWidget(one)
        layout.addWidget(self._told)
        layout.addSpacing(6)
        layout.addWidget(_caption(self.tr("FILE")))
        layout.addLayout(self._file_row())
        layout.addWidget(self._buttons())

    def _file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        return row

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self._write = box.addButton(
            self.tr("Write the package"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        theme.set_look(self._write, "primary")
        self._write.setDefault(True)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # ------------------------------------------------------------ what it says

    def _show_matching(self, text: str) -> None:
        reader = self._reader
        self.model.set_keys(reader.article_keys(text), lambda keys: reader.article_rows(keys=keys))

    def _refresh(self, *_: object) -> None:
        count = len(self.model.ticked)
        self._how_many.setText(self.tr("Articles chosen: {0}").format(claim_words.whole(count)))
        self._write.setEnabled(count > 0)
        self._told.setText(
            (
                self.tr(
                    "Inside: the articles with their original files, claims, verdicts, reasons, "
                    "evidence and history. Not inside: private notes, what is being typed, and "
                    "every other article."
                ),
                self.tr(
                    "Inside: the articles with their original files, claims, verdicts, reasons, "
                    "private notes, evidence and history. Not inside: what is being typed, and "
                    "every other article."
                ),
                self.tr(
                    "Inside: the articles with their original files and claims. Not inside: "
                    "verdicts, reasons, notes, evidence, dismissals and history. Nobody can "
                    "read from it what was judged."
                ),
            )[self._kind.checkedId()]
        )

    # ------------------------------------------------------------ what is asked for

    def wanted(self) -> Wanted:
        kind = self._kind.checkedId()
        return Wanted(sorted(self.model.ticked), kind == 2, kind == 1, self._file())

    def _folder(self) -> Path:
        return Path(self._settings.choice("exchange/folder") or Path.home())

    def _file(self) -> Path:
        path = Path(self._path.text().strip())
        with suppress(RuntimeError):  # ~somebody who is not known here
            path = path.expanduser()
        path = self._folder() / path
        return path if path.suffix else path.with_name(path.name + SUFFIX)

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self._path.text(), f"*{SUFFIX}",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._path.setText(name)

    def accept(self) -> None:
        if not self._path.text().strip():
            self._path.setFocus()
            return
        path = self._file()
        if _is_file(path) and not self._may_replace(path):
            return
        self._settings.set_choice("exchange/folder", str(path.parent))
        super().accept()

    def _may_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self,
            self.tr("Replace the file?"),
            self.tr("{0} is there already. Replace it?").format(path.name),
        )
        return answer == QMessageBox.StandardButton.Yes


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no usable name: the writer says why
        return False


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "caption")
    return label
