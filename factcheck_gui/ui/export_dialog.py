"""The export window: which articles, which claims, which format, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.library.readiness import Unready
from factcheck_gui.reports.content import Choices
from factcheck_gui.reports.writing import FORMATS
from factcheck_gui.settings import Settings
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.check_list import CheckList
from factcheck_gui.ui.disclosure import Disclosure


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the dialog asks for; ``whole_library`` exports every article."""

    format: str
    choices: Choices
    whole_library: bool
    path: Path


class ExportDialog(QDialog):
    """``wanted`` after it was accepted. An existing file is replaced only after a question.

    ``unready`` is what the article lacks; a number in that list leads to its claim.
    """

    claim_wanted = Signal(int)

    def __init__(
        self,
        name: str,
        counts: tuple[int, int],
        articles: int,
        settings: Settings,
        parent: QWidget | None = None,
        unready: Unready | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export report"))
        self._checks = CheckList(unready or Unready(), self)
        self._checks.claim_wanted.connect(self._go)
        self._settings = settings
        self._stem = self.tr("fact-check {0}", "a file's name").format(_short(name)).strip()
        self._counts = counts
        self._which = self._choice(
            [self.tr("This article"), self.tr("All {0} articles of the library").format(articles)],
            0,
        )
        self._claims = self._choice(
            ["", ""],
            int(settings.choice("export/claims", "0") == "1"),
        )
        known = list(FORMATS)
        last = settings.choice("export/format", known[0])
        self._format = self._choice(
            [core_words.report_format(one, FORMATS[one].label) for one in known],
            known.index(last) if last in known else 0,
        )
        self._organisation = QLineEdit(settings.choice("export/organisation", ""))
        self._url = QLineEdit()
        self._url.setPlaceholderText(self.tr("https://… (for ClaimReview)"))
        self._path = QLineEdit()
        self._path.setAccessibleName(self.tr("File to write"))
        self._path.setMinimumWidth(420)
        self._format.idToggled.connect(lambda _id, on: self._suggest() if on else None)
        self._which.idToggled.connect(lambda _id, on: self._suggest() if on else None)
        self._which.idToggled.connect(lambda _id, on: self._count() if on else None)
        self._count()
        self._lay_out(articles)
        self._suggest()

    def _count(self) -> None:
        """The claims of this article are counted; those of a whole library are not."""
        reviewed, claims = self._counts
        if self._which.checkedId() == 1:
            texts = (self.tr("Only reviewed claims"), self.tr("All claims"))
        else:
            texts = (
                self.tr("Only reviewed claims ({0})").format(reviewed),
                self.tr("All claims ({0})").format(claims),
            )
        for button, text in zip(self._claims.buttons(), texts, strict=True):
            button.setText(text)

    def _choice(self, texts: Sequence[str], chosen: int) -> QButtonGroup:
        group = QButtonGroup(self)
        for place, text in enumerate(texts):
            button = QRadioButton(text)
            button.setChecked(place == chosen)
            group.addButton(button, place)
        return group

    def _lay_out(self, articles: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(6)
        groups = [(self.tr("CLAIMS"), self._claims), (self.tr("FORMAT"), self._format)]
        if articles > 1:
            groups.insert(0, (self.tr("ARTICLES"), self._which))
        for caption, group in groups:
            layout.addWidget(_caption(caption))
            layout.addLayout(_two_columns(group.buttons()))
            layout.addSpacing(6)
        self._lay_out_publisher(layout)
        layout.addWidget(_caption(self.tr("FILE")))
        row = QHBoxLayout()
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        layout.addLayout(row)
        promise = QLabel(self.tr("Private notes are never part of a report."))
        promise.setProperty("look", "muted")
        layout.addWidget(promise)
        if self._checks.lines:
            look = Disclosure(self._checks, self)
            look.setText(self.tr("Have a look before it leaves ({0})").format(self._missing()))
            layout.addWidget(look)
            layout.addWidget(self._checks)
        box = QDialogButtonBox(self)
        export = box.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_look(export, "primary")
        export.setDefault(True)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _lay_out_publisher(self, layout: QVBoxLayout) -> None:
        """Who publishes the check, and where; both may stay empty."""
        layout.addWidget(_caption(self.tr("PUBLISHED BY")))
        form = QFormLayout()
        form.addRow(self.tr("Organisation"), self._organisation)
        form.addRow(self.tr("Address of the check"), self._url)
        layout.addLayout(form)
        layout.addSpacing(6)

    def _missing(self) -> int:
        return sum(len(numbers) for _, numbers in self._checks.lines)

    def _go(self, number: int) -> None:
        self.claim_wanted.emit(number)
        self.reject()

    # ------------------------------------------------------------ what is asked for

    def wanted(self) -> Wanted:
        choices = Choices(
            only_reviewed=self._claims.checkedId() == 0,
            organisation=self._organisation.text().strip(),
            url=self._url.text().strip(),
        )
        return Wanted(self._name(), choices, self._which.checkedId() == 1, self._file())

    def _file(self) -> Path:
        """The file to write; a bare name lies in the folder of the last report."""
        path = Path(self._path.text().strip())
        with suppress(RuntimeError):  # ~somebody who is not known here
            path = path.expanduser()
        return Path(self._folder()) / path

    def _folder(self) -> str:
        return self._settings.choice("export/folder") or str(Path.home())

    def _name(self) -> str:
        return list(FORMATS)[self._format.checkedId()]

    def _suggest(self) -> None:
        suffix = FORMATS[self._name()].suffix
        if self._path.isModified():  # what the user chose stays, but for its ending
            path = Path(self._path.text())
            if path.suffix in {one.suffix for one in FORMATS.values()}:
                self._choose(str(path.with_suffix(suffix)))
            return
        stem = self.tr("fact-check reports") if self._which.checkedId() == 1 else self._stem
        self._path.setText(str(Path(self._folder()) / f"{stem}{suffix}"))

    def _choose(self, path: str) -> None:
        self._path.setText(path)
        self._path.setModified(True)

    def _browse(self) -> None:
        suffix = FORMATS[self._name()].suffix
        path, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self._path.text(), f"*{suffix}",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if path:
            self._choose(path)

    def accept(self) -> None:
        wanted = self.wanted()
        if not self._path.text().strip():
            self._path.setFocus()
            return
        if _is_file(wanted.path) and not self._may_replace(wanted.path):
            return
        self._settings.set_choice("export/format", wanted.format)
        self._settings.set_choice("export/claims", str(self._claims.checkedId()))
        self._settings.set_choice("export/organisation", wanted.choices.organisation)
        self._settings.set_choice("export/folder", str(wanted.path.parent))
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


def _two_columns(buttons: Sequence[QWidget]) -> QGridLayout:
    """Down the first column, then the second: a dozen formats fit on a small screen."""
    grid, rows = QGridLayout(), (len(buttons) + 1) // 2
    grid.setVerticalSpacing(6)
    for place, button in enumerate(buttons):
        grid.addWidget(button, place % rows, place // rows)
    return grid


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "caption")
    return label


def _short(name: str) -> str:
    """A title as a part of a file name: letters and digits of any script, at most 60 characters."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in name)
    words = " ".join(kept.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]
