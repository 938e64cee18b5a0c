"""The export window: what goes out at the left, what it will look like at the right, the file
below.

Here: how the groups (export_groups.py, export_details.py) and the preview (export_preview.py) stand
together, and what is remembered. Not here: writing (export_run.py); what happens with what is asked
for (report_verbs.py).
"""

from __future__ import annotations

from dataclasses import asdict, fields
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui import jobs, previewing
from factcheck_gui.domain import Article, Problem, Progress, Tally
from factcheck_gui.library.readiness import Unready
from factcheck_gui.library.reading import Reader
from factcheck_gui.reports.content import Choices, Included
from factcheck_gui.reports.logos import read as read_logo
from factcheck_gui.reports.words import languages
from factcheck_gui.reports.writing import FORMATS, applies, usual
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks, while_there
from factcheck_gui.ui import core_words, theme
from factcheck_gui.ui.check_list import CheckList
from factcheck_gui.ui.disclosure import Disclosure
from factcheck_gui.ui.export_details import IncludedGroup, LookGroup, PublisherGroup
from factcheck_gui.ui.export_groups import ArticlesGroup, ClaimsGroup, FormatGroup
from factcheck_gui.ui.export_preview import PreviewPane
from factcheck_gui.ui.export_run import ExportRun, Wanted
from factcheck_gui.ui.file_field import FileField
from factcheck_gui.ui.preview_maker import Asked, PreviewMaker
from factcheck_gui.ui.scrolling import scroll_down

_SIZE, _LEFT = QSize(1180, 800), 400


class ExportWindow(QDialog):
    """``export_wanted`` (a Wanted) when the report is to be written: ``follow`` its run, which
    closes the window when it is done. An existing file is replaced only after a question.

    ``unready`` is what the open article lacks; a number in that list leads to its claim.
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
        unready: Unready | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export report"))
        assert session.article and session.reader and session.path  # or the action is not enabled
        self._session, self._settings, self._tasks = session, settings, tasks
        self._library, self._run = session.path, None
        self._make_groups(session.article, session.reader, unready or Unready())
        self.preview = PreviewPane(tasks)
        self.maker = PreviewMaker(self._make_preview, tasks, self)
        self._lay_out()
        self._connect()
        self._recall()
        self._count()
        self._changed()
        self.claims.which.button(self.claims.which.checkedId()).setFocus()

    _run: ExportRun | None

    # ------------------------------------------------------------ building

    def _make_groups(self, article: Article, reader: Reader, unready: Unready) -> None:
        choice = self._settings.choice
        self._stem = self.tr("fact-check {0}", "a file's name").format(_short(article.row.name))
        self.checks = CheckList(unready)
        self.articles = ArticlesGroup(reader, article.row.key)
        self.claims = ClaimsGroup(reader.scale(article.row.key))
        self.format = FormatGroup(choice("export/format"))
        self.included = IncludedGroup(self._told_before, choice("export/copies") == "yes")
        self.publisher = PublisherGroup(choice("export/organisation"))
        self.look = LookGroup()
        folder = Path(choice("export/folder") or Path.home())
        self.look.offer(self.look.language, languages(), choice("export/language", _language()))
        self.file = FileField(folder, self._suffix())

    def _lay_out(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.addWidget(self._left())
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

    def _left(self) -> QWidget:
        page, area = QWidget(), QScrollArea()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(4)
        missing = sum(len(numbers) for _, numbers in self.checks.lines)
        if missing:
            look = Disclosure(self.checks)
            look.setText(self.tr("Have a look before it leaves ({0})").format(missing))
            column.addWidget(look)
            column.addWidget(self.checks)
        for group in self._groups():
            column.addWidget(group)
        column.addStretch(1)
        scroll_down(area, page)
        area.setMinimumWidth(page.minimumSizeHint().width() + 14)
        return area

    def _groups(self) -> list[ArticlesGroup | ClaimsGroup | FormatGroup | QWidget]:
        first = [self.articles, self.claims, self.format]
        return [*first, self.included, self.publisher, self.look]

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
        self.folded.setAutoDefault(False)
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
        self.checks.claim_wanted.connect(self._go)
        self.articles.changed.connect(self._count)
        self.format.changed.connect(self._format_changed)
        self.included.boxes["copies"].toggled.connect(self._format_changed)
        for group in (self.articles, self.claims, self.format, self.included, self.publisher,
                      self.look):  # fmt: skip
            group.changed.connect(self._changed)
        self.publisher.logo_wanted.connect(self._read_logo)
        self.maker.begun.connect(lambda: self.preview.wait(self.format.name()))
        self.maker.made.connect(self.preview.show_preview)
        self.maker.refused.connect(self.preview.show_problem)
        self.preview.look_wanted.connect(lambda: self.look_wanted.emit(self.wanted()))
        self.folded.clicked.connect(lambda: self._fold(not self.preview.isHidden()))

    # ------------------------------------------------------------ what is remembered

    def _recall(self) -> None:
        choice = self._settings.choice
        self._format_changed()
        self.claims.recall(choice("export/claims", "0"), choice("export/verdicts"))
        self._fold(choice("export/preview") == "folded")
        if logo := choice("export/logo"):
            self._read_logo(Path(logo))

    def _remember(self) -> None:
        """All but the address, which is another one for each check, and private notes."""
        choices, keep = self.choices(), self._settings.set_choice
        keep("export/format", self.format.name())
        keep("export/claims", str(self.claims.which.checkedId()))
        keep("export/verdicts", self.claims.remembered())
        told = [name for name, on in asdict(choices.included).items() if on and name != "notes"]
        keep(_included_key(self.format.name()), " ".join(told))
        keep("export/copies", "yes" if self.included.copies() else "")
        keep("export/organisation", choices.organisation)
        keep("export/logo", self.publisher.logo_path)
        keep("export/language", choices.language)
        keep("export/template", choices.template)
        keep("export/folder", str(self.file.path().parent))

    def _told_before(self, format: str) -> Included:
        """What was told beside the claims the last time, else what is usual; private notes never
        are."""
        before = self._settings.choice(_included_key(format), "?")
        if before == "?":
            return usual(format)
        told = set(before.split()) - {"notes"}
        return Included(**{one.name: one.name in told for one in fields(Included)})

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

    def choices(self) -> Choices:
        return Choices(
            only_reviewed=self.claims.which.checkedId() == ClaimsGroup.REVIEWED,
            verdicts=self.claims.verdicts(),
            included=self.included.included(),
            organisation=self.publisher.organisation.text().strip(),
            url=self.publisher.url.text().strip(),
            logo=self.publisher.logo,
            language=self.look.language.currentData() or "en",
            template=self.look.template.currentData() or "",
        )

    def wanted(self) -> Wanted:
        keys, copies = self.articles.keys(), self.included.copies()
        return Wanted(self.format.name(), self.choices(), keys, self.file.path(), copies)

    def _format_changed(self) -> None:
        several = self.articles.which.checkedId() != ArticlesGroup.THIS
        stem = self.tr("fact-check reports") if several else self._stem
        self.file.suggest(stem, ".zip" if self.included.copies() else self._suffix())
        self._grey()

    def _suffix(self) -> str:
        return FORMATS[self.format.name()].suffix

    def _grey(self) -> None:
        """What the format leaves out cannot be chosen, and says why."""
        told, why = applies(self.format.name()), self.tr("This format has no place for it.")
        self.included.show_format(self.format.name())
        self.included.grey({name: why for name in self.included.boxes if name not in told})
        for name, field in (
            ("logo", self.publisher.logo_row),
            ("language", self.look.language),
            ("template", self.look.template),
        ):
            field.setEnabled(name in told)
            field.setToolTip("" if name in told else why)

    def _count(self) -> None:
        """How many claims of each verdict the articles chosen have."""
        keys = self.articles.keys()
        blind = self._session.reader.blind if self._session.reader else None
        self._tasks.in_thread(
            partial(jobs.tally, self._library, keys, blind),
            while_there(self, partial(self._show_tally, keys)),
        )
        self._format_changed()

    def _show_tally(self, keys: tuple[int, ...], tally: Tally) -> None:
        if keys == self.articles.keys():
            self.claims.set_tally(tally)
            self._changed()

    def _read_logo(self, path: Path) -> None:
        self._tasks.in_thread(
            partial(read_logo, path),
            while_there(self, partial(self.publisher.take_logo, str(path))),
            self.preview.show_problem,
        )

    # ------------------------------------------------------------ the preview

    def _changed(self) -> None:
        """Another choice was made: asks for its preview."""
        keys, choices = self.articles.keys(), self.choices()
        words = ""
        if not keys:
            words = self.tr("Choose at least one article.")
        elif choices.verdicts == ():
            words = self.tr("Choose at least one verdict.")
        elif self._session.hides_others(keys):
            words = core_words.blind_report()
        self.export.setEnabled(not words and self._run is None)
        self.export.setToolTip(words)
        if words:
            self.maker.stop()
            self.preview.say(words)
        elif not self.preview.isHidden():
            self.maker.ask(Asked(keys, choices, self.format.name()))

    def _make_preview(self, asked: Asked, progress: Progress) -> previewing.Preview:
        """In a thread."""
        return previewing.preview(
            self._library, asked.articles, asked.choices,
            format=asked.format, at=self._session.clock(), progress=progress,
        )  # fmt: skip

    def _fold(self, folded: bool) -> None:
        """Folds the preview away, or opens it."""
        self.preview.setHidden(folded)
        self.folded.setText(
            self.tr("Show the &preview") if folded else self.tr("Hide the &preview")
        )
        if folded:
            self.maker.stop()
        else:
            self._changed()

    # ------------------------------------------------------------ writing

    def accept(self) -> None:
        if self.export.isEnabled() and self.file.may_write():
            self._remember()
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


def _included_key(format: str) -> str:
    """JSON, to import again, is remembered apart: by itself it leaves nothing out."""
    return "export/included json" if format == "json" else "export/included"


def _language() -> str:
    """The language of the window: the first guess for that of a report."""
    return QLocale().bcp47Name().partition("-")[0]


def _short(name: str) -> str:
    """A title as a part of a file name: letters and digits of any script, at most 60 characters."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in name)
    words = " ".join(kept.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]
