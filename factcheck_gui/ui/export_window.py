"""The export window: what goes out at the left, what it will look like at the right, the file
below.

Here: how the choices (export_choices.py) and the preview (export_preview.py) stand together, and
the run that is followed. Not here: writing (export_run.py); what happens with what is asked for
(report_verbs.py).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui import previewing
from factcheck_gui.domain import Problem, Progress
from factcheck_gui.reports.content import Choices
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.export_choices import ExportChoices
from factcheck_gui.ui.export_groups import ArticlesGroup
from factcheck_gui.ui.export_preview import PreviewPane
from factcheck_gui.ui.export_run import ExportRun, Wanted
from factcheck_gui.ui.file_field import FileField
from factcheck_gui.ui.preview_maker import Asked, PreviewMaker

_SIZE, _LEFT = QSize(1180, 800), 400


class ExportWindow(QDialog):
    """``export_wanted`` (a Wanted) when the report is to be written: ``follow`` its run, which
    closes the window when it is done. An existing file is replaced only after a question.

    A number in the list of what the open article lacks leads to its claim.
    """

    claim_wanted = Signal(int)
    export_wanted = Signal(object)
    look_wanted = Signal(object)  # a Wanted, to be opened by another program

    def __init__(
        self,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        parent: QWidget | None = None,
        offer: previewing.Offer | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export report"))
        assert session.article and session.reader and session.path  # or the action is not enabled
        self._session, self._settings = session, settings
        self._library = session.path
        self._run: ExportRun | None = None
        room = self.screen().availableSize()
        self._wide = (
            _SIZE.boundedTo(room).width(),
            _LEFT,
        )  # the window with a preview, its choices
        self._stem = self.tr("fact-check {0}", "a file's name").format(
            _short(session.article.row.name)
        )
        self.left = ExportChoices(session, settings, tasks, offer or previewing.Offer())
        folder = Path(settings.choice("export/folder") or Path.home())
        self.file = FileField(folder, self.left.suffix())
        self.preview = PreviewPane(tasks)
        self.maker = PreviewMaker(self._make_preview, tasks, self)
        self._lay_out()
        self._connect()
        self._fold(settings.choice("export/preview") == "folded")
        self._changed()
        self.left.focus_first()

    # ------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self.left)
        self.panes.addWidget(self.preview)
        self.panes.setStretchFactor(1, 1)
        self.panes.setCollapsible(0, False)
        self.preview.setContentsMargins(14, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.panes, 1)
        column.addLayout(self._file_row())
        column.addLayout(self._buttons())
        self._restore_size()

    def _file_row(self) -> QHBoxLayout:
        caption = QLabel(self.tr("&FILE"))
        caption.setProperty("look", "caption")
        caption.setBuddy(self.file.line)
        row = QHBoxLayout()
        row.addWidget(caption)
        row.addWidget(self.file, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.folded = QPushButton()
        self.folded.setProperty("look", "flat")
        self._told, self._bar = QLabel(self.tr("Writing the report…")), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.setAccessibleName(self.tr("Progress"))
        box = QDialogButtonBox(self)
        self.export = box.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_look(self.export, "primary")
        self.export.setDefault(True)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.folded)
        row.addStretch(1)
        for widget in (self._told, self._bar):
            widget.hide()
            row.addWidget(widget)
        row.addWidget(box)
        return row

    def _connect(self) -> None:
        self.left.checks.claim_wanted.connect(self._go)
        self.left.changed.connect(self._changed)
        self.left.refused.connect(self._tell)
        self._session.article_touched.connect(self._touched)
        self.maker.begun.connect(lambda: self.preview.wait(self.left.format.name()))
        self.maker.made.connect(self.preview.show_preview)
        self.maker.refused.connect(self.preview.show_problem)
        self.preview.again_wanted.connect(self._make_again)
        self.preview.look_wanted.connect(lambda: self.look_wanted.emit(self.wanted()))
        self.folded.clicked.connect(lambda: self._fold(not self.preview.isHidden()))

    # ------------------------------------------------------------ how it stands

    def _restore_size(self) -> None:
        self.resize(_SIZE.boundedTo(self.screen().availableSize() * 0.94))
        geometry, panes = (self._settings.layout(name) for name in ("export", "export/panes"))
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if panes.isEmpty() or not self.panes.restoreState(panes):
            self.panes.setSizes([_LEFT, self.width() - _LEFT])

    def done(self, result: int) -> None:
        """Remembers how the window stood, whatever became of it."""
        self.maker.stop()
        self._settings.set_layout("export", self.saveGeometry())
        self._settings.set_layout("export/panes", self.panes.saveState())
        self._settings.set_choice("export/preview", "folded" if self.preview.isHidden() else "")
        super().done(result)

    # ------------------------------------------------------------ what is chosen

    def wanted(self) -> Wanted:
        """The report as it is chosen now."""
        left = self.left
        keys, copies = left.articles.keys(), left.included.copies()
        return Wanted(left.format.name(), left.choices(), keys, self.file.path(), copies)

    # ------------------------------------------------------------ the preview

    def _changed(self) -> None:
        """Another choice was made: asks for its preview, and proposes a name for the file."""
        several = self.left.articles.which.checkedId() != ArticlesGroup.THIS
        stem = self.tr("fact-check reports") if several else self._stem
        self.file.suggest(stem, self.left.suffix())
        keys, choices = self.left.articles.keys(), self.left.choices()
        words = self._what_lacks(keys, choices)
        self.export.setEnabled(not words and self._run is None)
        self.export.setToolTip(words)
        if words:
            self.maker.stop()
            self.preview.say(words)
        elif not self.preview.isHidden():
            self.maker.ask(Asked(keys, choices, self.left.format.name()))

    def _what_lacks(self, keys: tuple[int, ...], choices: Choices) -> str:
        """Why there can be no report of what is chosen; "" where there can."""
        if not keys:
            return self.tr("Choose at least one article.")
        if choices.verdicts == ():
            return self.tr("Choose at least one verdict.")
        return core_words.blind_report() if self._session.hides_others(keys) else ""

    def _touched(self, article: int) -> None:
        """An article changed behind the window: claims are still being found in it."""
        keys = self.left.articles.keys()
        if article in keys:
            self.left.count()
            self._make_again()

    def _make_again(self) -> None:
        """A template or a file outside changed: the same preview once more."""
        self.maker.stop()
        self._changed()

    def _make_preview(self, asked: Asked, progress: Progress) -> previewing.Preview:
        """In a thread."""
        return previewing.preview(
            self._library, asked.articles, asked.choices,
            format=asked.format, at=self._session.clock(), progress=progress,
        )  # fmt: skip

    def _fold(self, folded: bool) -> None:
        """Folds the preview away, or opens it."""
        if folded and self.isVisible() and not self.preview.isHidden():
            self._wide = (self.width(), self.left.width())
        changes = folded != self.preview.isHidden()
        self.preview.setHidden(folded)
        if changes and self.isVisible():
            self._fit(folded)
        self.folded.setText(
            self.tr("Show the &preview") if folded else self.tr("Hide the &preview")
        )
        if folded:
            self.maker.stop()
        else:
            self._changed()

    def _fit(self, folded: bool) -> None:
        """Without a preview the window is as wide as its choices, which stay as they are."""
        around, (wide, left) = self.width() - self.panes.width(), self._wide
        if layout := self.layout():
            layout.activate()  # or the window would not become as narrow as it can
        self.resize(left + around if folded else max(wide, self.width()), self.height())
        if not folded:
            self.panes.setSizes([left, self.panes.width() - left])

    # ------------------------------------------------------------ writing

    def accept(self) -> None:
        if self.export.isEnabled() and self.file.may_write():
            self.left.remember()
            self._settings.set_choice("export/folder", str(self.file.path().parent))
            self.export_wanted.emit(self.wanted())

    def follow(self, run: ExportRun) -> None:
        """Shows how far a run is until it ends; Cancel stops it."""
        self._run = run
        self._work(True)
        run.moved.connect(self._show_progress)
        run.done.connect(self._finish)
        run.refused.connect(self._refused)
        run.stopped.connect(lambda: self._work(False))

    def _work(self, on: bool) -> None:
        if not on:
            self._run = None
        self._bar.setRange(0, 0)
        for widget in (self._told, self._bar):
            widget.setVisible(on)
        for part in (self.panes, self.file, self.folded):
            part.setDisabled(on)
        self.export.setDisabled(on)

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _finish(self) -> None:
        self._run = None
        super().accept()

    def _refused(self, problem: Problem) -> None:
        self._work(False)
        self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        """Says in the place of the preview what went wrong, also where it was folded away."""
        self._fold(False)
        self.maker.stop()
        self.preview.show_problem(problem)

    def reject(self) -> None:
        """Stops what is being written, or closes the window."""
        if self._run:
            self._run.stop()
        else:
            super().reject()

    def _go(self, number: int) -> None:
        self.claim_wanted.emit(number)
        self.reject()


def _short(name: str) -> str:
    """A title as a part of a file name: letters and digits of any script, at most 60 characters."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in name)
    words = " ".join(kept.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]
