"""The window that asks what a package for a colleague is to hold: which articles, and how much of
what was judged. It says what goes along and what stays here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Article
from factcheck_gui.library.packages import SUFFIX
from factcheck_gui.library.reading import Reader
from factcheck_gui.settings import Settings
from factcheck_gui.ui import theme
from factcheck_gui.ui.article_choice import ArticleChoice
from factcheck_gui.ui.file_field import FileField

_SIZE = QSize(620, 640)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the dialog asks for; ``articles`` are row ids."""

    articles: list[int]
    blind: bool
    notes: bool
    path: Path


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
        self._settings = settings
        self._articles = ArticleChoice(reader)
        self.model = self._articles.model
        if article:
            self.model.ticked.add(article.row.key)
        self.file = FileField(Path(settings.choice("exchange/folder") or Path.home()), SUFFIX)
        self._kind = self._choices()
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("look", "muted")
        self._lay_out()
        self._articles.changed.connect(self._refresh)
        self._kind.idToggled.connect(lambda _id, on: self._refresh() if on else None)
        self.file.suggest(self.tr("for a colleague"), SUFFIX)
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

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        layout.addWidget(_caption(self.tr("ARTICLES")))
        layout.addWidget(self._articles, 1)
        layout.addSpacing(6)
        layout.addWidget(_caption(self.tr("CONTENTS")))
        for one in self._kind.buttons():
            layout.addWidget(one)
        layout.addWidget(self._told)
        layout.addSpacing(6)
        layout.addWidget(_caption(self.tr("FILE")))
        layout.addWidget(self.file)
        layout.addWidget(self._buttons())

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

    def _refresh(self, *_: object) -> None:
        self._articles.show_count()
        self._write.setEnabled(bool(self.model.ticked))
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
        return Wanted(sorted(self.model.ticked), kind == 2, kind == 1, self.file.path())

    def accept(self) -> None:
        if self.file.may_write():
            self._settings.set_choice("exchange/folder", str(self.file.path().parent))
            super().accept()


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "caption")
    return label
