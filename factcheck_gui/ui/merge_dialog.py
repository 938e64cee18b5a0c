"""The window that stands before everything else while a package or a JSON report is merged, and
then says what came in, what did not, and what has to be settled."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Problem
from factcheck_gui.exchanging import Arrived, Exchange
from factcheck_gui.report_files import is_report
from factcheck_gui.ui import theme
from factcheck_gui.ui.lists import claim_words

_WIDTH = 460  # pixels
_LINES = 6  # of what was left out


class MergeDialog(QDialog):
    """``start`` merges. Escape and Cancel take everything back until it is done."""

    refused = Signal(object)  # a Problem; the dialog is closed
    disagreements_wanted = Signal(int)  # the row id of an article that has some

    def __init__(self, path: Path, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = is_report(path)
        self.setWindowTitle(
            self.tr("Import a report") if self._report else self.tr("Merge a package")
        )
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._path, self._exchange = path, exchange
        self._running = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._working())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(self._pages)
        exchange.progress.connect(self._show_progress)
        exchange.arrived.connect(self._show_arrived)
        exchange.refused.connect(self._refuse)

    def _working(self) -> QWidget:
        page = QWidget()
        self._stage = QLabel(
            self.tr("Reading and checking the report…")
            if self._report
            else self.tr("Reading and proving the package…")
        )
        name = QLabel(self._path.name)
        for label in (self._stage, name):
            label.setTextFormat(label.textFormat().PlainText)
            label.setWordWrap(True)
        name.setProperty("look", "muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._stage, name, self._bar):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(box)
        return page

    def start(self) -> None:
        self._running = True
        self._exchange.merge(self._path)

    def reject(self) -> None:
        if self._running:
            self._running = False
            self._exchange.cancel()
        super().reject()

    # ------------------------------------------------------------ what happens

    def _show_progress(self, done: int, rows: int) -> None:
        self._stage.setText(self.tr("Taking it in…"))
        self._bar.setRange(0, rows)
        self._bar.setValue(done)

    def _refuse(self, problem: Problem) -> None:
        self._running = False
        super().reject()
        self.refused.emit(problem)

    def _show_arrived(self, arrived: Arrived) -> None:
        self._running = False
        self._pages.addWidget(self._summary(arrived))
        self._pages.setCurrentIndex(1)
        self.adjustSize()

    def _summary(self, arrived: Arrived) -> QWidget:
        page, merged = QWidget(), arrived.merged
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        new, known = self._endings()
        head = QLabel(new if merged.changed else known)
        head.setProperty("look", "title")
        head.setWordWrap(True)
        column.addWidget(head)
        if merged.changed:
            column.addLayout(self._counts(arrived))
        for label in self._left_out(arrived):
            column.addWidget(label)
        box, buttons = QDialogButtonBox(self), QDialogButtonBox.ButtonRole
        close = box.addButton(self.tr("Close"), buttons.RejectRole)
        if arrived.disputed:
            show = box.addButton(self.tr("Show the disagreements"), buttons.AcceptRole)
            show.clicked.connect(lambda: self._want_disagreements(arrived))
            self._make_default(show)
        else:
            self._make_default(close)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        return page

    def _endings(self) -> tuple[str, str]:
        """What is said where something was new, and where nothing was."""
        if self._report:
            return (
                self.tr("The report is imported. Nothing that was here was overwritten."),
                self.tr("All that was taken of this report was here already."),
            )
        return (
            self.tr("The package is merged. Nothing that was here was overwritten."),
            self.tr("All that is in this package was here already. Nothing was changed."),
        )

    def _left_out(self, arrived: Arrived) -> list[QLabel]:
        """What of a report did not come in, and what else there is to know of it."""
        refused = [f"{one.where}: {one.what}" for one in arrived.refused]
        labels = []
        for caption, lines in (
            (self.tr("ARTICLES NOT TAKEN IN"), refused),
            (self.tr("TO KNOW"), list(arrived.notes)),
        ):
            more = len(lines) - _LINES
            shown = lines[:_LINES] + ([self.tr("… and {0} more").format(more)] if more > 0 else [])
            for words, look in ((caption, "caption"), ("\n".join(shown), "")) if lines else ():
                label = QLabel(words)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setWordWrap(True)
                label.setProperty("look", look)
                labels.append(label)
        return labels

    def _make_default(self, button: QPushButton) -> None:
        theme.set_look(button, "primary")
        button.setDefault(True)
        button.setFocus()

    def _counts(self, arrived: Arrived) -> QGridLayout:
        merged = arrived.merged
        came = (
            (self.tr("Articles"), merged.articles),
            (self.tr("Claims"), merged.claims),
            (self.tr("Verdicts and remarks"), merged.assessments),
            (self.tr("Evidence"), merged.evidence),
        )
        settle = (
            (self.tr("Claims on which reviewers disagree"), sum(arrived.disputed.values())),
            (self.tr("Fields that were edited on both sides"), merged.clashes),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for caption, rows in ((self.tr("NEW HERE"), came), (self.tr("TO SETTLE"), settle)):
            label = QLabel(caption)
            label.setProperty("look", "caption")
            grid.addWidget(label, grid.rowCount(), 0, 1, 2)
            for words, count in rows:
                line = grid.rowCount()
                grid.addWidget(QLabel(words), line, 0)
                number = QLabel(claim_words.whole(count) if count else "–")
                grid.addWidget(number, line, 1, number.alignment().AlignRight)
        return grid

    def _want_disagreements(self, arrived: Arrived) -> None:
        self.accept()
        self.disagreements_wanted.emit(next(iter(arrived.disputed)))
