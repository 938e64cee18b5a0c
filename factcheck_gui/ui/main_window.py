"""The main window: library, reader, claims, review, status bar; the wiring between them.

The panes know the session or values, never each other. What an action does beyond one call of a
session verb stands in window_verbs.py.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Change, Reviewer
from factcheck_gui.importing import Importer
from factcheck_gui.library.scales import shipped
from factcheck_gui.session import Session
from factcheck_gui.settings import Settings
from factcheck_gui.tasks import Tasks
from factcheck_gui.ui import actions, errors, theme
from factcheck_gui.ui.article_view import ArticleView
from factcheck_gui.ui.claim_list import ClaimList
from factcheck_gui.ui.empty_state import EmptyState
from factcheck_gui.ui.libraries import Libraries
from factcheck_gui.ui.library_view import LibraryView
from factcheck_gui.ui.notice import NameQuestion, Notice
from factcheck_gui.ui.review_panel import ReviewPanel
from factcheck_gui.ui.status_bar import StatusBar
from factcheck_gui.ui.top_bar import TopBar
from factcheck_gui.ui.window_verbs import WindowVerbs

LEAST = QSize(820, 520)
FIRST = QSize(1440, 900)


class MainWindow(WindowVerbs, QMainWindow):
    """One window on one library."""

    session: Session
    tasks: Tasks
    settings: Settings
    libraries: Libraries
    library: LibraryView
    reader: ArticleView
    claims: ClaimList
    review: ReviewPanel

    def __init__(self, session: Session, tasks: Tasks, settings: Settings) -> None:
        super().__init__()
        self.session, self.tasks, self.settings = session, tasks, settings
        self.importer = Importer(session, tasks)
        self.libraries = Libraries(self)
        self.setObjectName("main")
        self.setWindowTitle("Factcheck")
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        session.reviewer = Reviewer(settings.reviewer or session.reviewer.name)
        session.auto_advance = settings.auto_advance
        self.actions_by_id = actions.build(self)
        self._make_panes()
        self._make_menus()
        self._lay_out()
        self._connect()
        self._restore_layout()
        self._refresh_actions()

    # ------------------------------------------------------------ building

    def _make_panes(self) -> None:
        # Made in the order in which Tab goes round: as the eye does.
        self.top = TopBar(self.actions_by_id, self)
        self.question = NameQuestion(self)
        self.question.setVisible(not self.settings.asked_name)
        self.notice = Notice(self)
        self.library = LibraryView(shipped().get, self)
        self.reader = ArticleView(self)
        self.reader.set_text_size(self.settings.text_size)
        self.claims = ClaimList(self)
        self.review = ReviewPanel(self.session, self)
        self.status = StatusBar(self.session, self.tasks, self)
        self.setStatusBar(self.status)
        self.nothing = EmptyState(self.tr("Add article"))
        self.nothing.say(
            self.tr("No article is open"),
            self.tr("Choose one at the left, or drop files or a folder anywhere in this window."),
            action=True,
        )

    def _make_menus(self) -> None:
        menus: dict[str, QMenu] = {}
        for name in actions.MENUS:
            menus[name] = self.menuBar().addMenu(actions.menu_title(name))
        for row in actions.ACTIONS:
            if row.menu:
                if row.divider:
                    menus[row.menu].addSeparator()
                menus[row.menu].addAction(self.actions_by_id[row.id])
        self.recent = QMenu(self.tr("Recent libraries"), self)
        self.recent.aboutToShow.connect(self._fill_recent)
        menus["Library"].insertMenu(self.actions_by_id["library.copy"], self.recent)
        verdicts = QMenu(self.tr("Verdict"), self)
        for place in range(1, 10):
            verdicts.addAction(self.actions_by_id[f"verdict.{place}"])
        menus["Claim"].insertMenu(self.actions_by_id["verdict.clear"], verdicts)

    def _lay_out(self) -> None:
        self.centre = QStackedWidget()
        self.centre.addWidget(self.nothing)
        self.centre.addWidget(self.reader)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.right.addWidget(self.claims)
        self.right.addWidget(self.review)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.library, self.centre, self.right):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self._own_sizes = False  # whether the reviewer moved a border
        for splitter in (self.panes, self.right):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.splitterMoved.connect(self._take_sizes)
        self.library.setMinimumWidth(170)
        self.right.setMinimumWidth(340)
        self.centre.setMinimumWidth(280)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top, self.question, self.notice):
            column.addWidget(widget)
        column.addWidget(self.panes, 1)
        self.setCentralWidget(page)

    def _connect(self) -> None:
        session = self.session
        session.library_opened.connect(self._library_opened)
        session.articles_changed.connect(self._show_articles)
        session.article_touched.connect(self._touch_article)
        session.article_opened.connect(self._show_article)
        session.view_changed.connect(self._show_view)
        session.claims_added.connect(lambda _: self._show_marks())
        session.claim_chosen.connect(self._show_claim)
        session.changed.connect(self._changed)
        session.problem.connect(self.notice.show_problem)
        for signal in (session.history_changed, session.reviewer_changed):
            signal.connect(self._refresh_actions)
        self.library.article_chosen.connect(session.open_article)
        self.library.filter_changed.connect(lambda _: self._show_articles())
        self.library.menu_requested.connect(self._library_menu)
        self.claims.claim_chosen.connect(session.choose_claim)
        self.claims.filter_changed.connect(
            lambda chip, order, text: session.show_claims(
                chip, by_score=order == "worth", text=text
            )
        )
        self.claims.menu_requested.connect(self._claim_menu)
        self.reader.claim_clicked.connect(session.choose_claim)
        self.nothing.button.clicked.connect(self.actions_by_id["article.add"].trigger)
        self.question.answered.connect(self.answer_name)
        self.review.left.connect(self.claims.view.setFocus)
        self.status.reviewer_pressed.connect(self.show_settings)
        self.importer.finished.connect(self.show_summary)
        self.tasks.failed.connect(errors.report)
        for model in (self.library.model, self.claims.model):
            model.fetch_failed.connect(self.notice.show_problem)

    # ------------------------------------------------------------ showing

    def _library_opened(self) -> None:
        path = self.session.path
        self.setWindowTitle(f"{path.stem if path else ''} – Factcheck")
        self._show_article()
        self._refresh_actions()

    def _show_articles(self) -> None:
        reader = self.session.reader
        rows = reader.article_rows() if reader else []
        wanted = self.library.field.wanted().casefold()
        shown = [
            row
            for row in rows
            if wanted in f"{row.name} {row.site} {row.author} {row.source_name}".casefold()
        ]
        self.library.set_articles(shown, len(rows))
        self.library.set_current(self.session.article.row.key if self.session.article else None)

    def _touch_article(self, key: int) -> None:
        reader = self.session.reader
        row = reader.article_row(key) if reader else None
        if row:
            self.library.update_article(row)
        if self.session.article and self.session.article.row.key == key:
            self._show_counts()

    def _show_article(self) -> None:
        article = self.session.article
        self.centre.setCurrentWidget(self.reader if article else self.nothing)
        self.library.set_current(article.row.key if article else None)
        self.claims.set_scale(self.session.scale)
        self.claims.set_filter("all", "worth" if self.session.by_score else "article")
        self.reader.set_scale(self.session.scale)
        marks = self.session.marks()
        self.reader.set_article(article, marks, self.byline() if article else "")
        self._show_counts()
        self._refresh_actions()

    def _show_view(self) -> None:
        reader = self.session.reader
        self.claims.set_keys(self.session.view, reader.claims if reader else lambda _: [])
        if self.session.claim:
            self.claims.set_current(self.session.claim.key)
        self._show_counts()

    def _show_counts(self) -> None:
        reader, article = self.session.reader, self.session.article
        counts = reader.claim_counts(article.row.key) if reader and article else {}
        self.claims.set_looking(article is not None and not article.extracted)
        self.claims.set_counts(counts)

    def _show_marks(self) -> None:
        self.reader.set_marks(self.session.marks())

    def _show_claim(self, key: int) -> None:
        self.claims.set_current(key or None)
        self.reader.set_current(key)
        self._refresh_actions()

    def _changed(self, change: Change) -> None:
        reader = self.session.reader
        if reader is None:
            return
        if change.claim:
            for claim in reader.claims([change.claim]):
                self.claims.update_claim(claim)
        if {"withdrawn", "dismissed"} & set(change.after):
            self._show_marks()
        elif change.claim:
            for mark in self.session.marks_of(change.claim):
                self.reader.update_mark(mark)
        elif self.session.article and self.session.article.row.key == change.article:
            self._show_article()
            self._show_view()

    def _refresh_actions(self) -> None:
        actions.refresh(self.actions_by_id, self.session)

    def apply_theme(self) -> None:
        """Takes the theme of the settings for the whole app."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, theme.wanted(self.settings.theme))
        for pane in (self.top, self.library, self.reader, self.claims, self.review, self.notice):
            pane.apply_theme()

    # ------------------------------------------------------------ menus of the lists

    def _library_menu(self, key: int, place: QPoint) -> None:
        self.session.open_article(key)
        self._pop_up(place, "article.details", "article.export", "article.print", "article.original",
                     "article.trash")  # fmt: skip

    def _claim_menu(self, key: int, place: QPoint) -> None:
        self.session.choose_claim(key)
        self._pop_up(place, "claim.wording", "claim.claimant", "edit.copy_claim", "verdict.clear",
                     "claim.dismiss", "claim.dismiss_why", "claim.bring_back")  # fmt: skip

    def _pop_up(self, place: QPoint, *ids: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in ids:
            if self.actions_by_id[one].isEnabled():
                menu.addAction(self.actions_by_id[one])
        menu.popup(place)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self.settings.recent:
            action = self.recent.addAction(str(path))
            action.triggered.connect(lambda _=False, p=path: self.libraries.open(p))

    # ------------------------------------------------------------ drops, layout, closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if local:
            self.importer.import_paths(local)
        elif data.hasText():
            self.importer.import_text(data.text())
        event.acceptProposedAction()

    def _restore_layout(self) -> None:
        self.resize(FIRST)
        geometry = self.settings.layout("window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        for name, splitter in (("panes", self.panes), ("right", self.right)):
            state = self.settings.layout(name)
            if not state.isEmpty():
                self._own_sizes = splitter.restoreState(state)

    def _remember_layout(self) -> None:
        self.leave_focus()
        self.settings.set_layout("window", self.saveGeometry())
        if self._own_sizes:
            for name, splitter in (("panes", self.panes), ("right", self.right)):
                self.settings.set_layout(name, splitter.saveState())
        self.remember_place()
        self.settings.sync()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the room out until the reviewer has moved a border."""
        super().resizeEvent(event)
        if self._own_sizes or self._before_focus is not None:
            return
        width, height = event.size().width(), event.size().height()
        left, right = min(270, max(180, width * 18 // 100)), min(460, max(384, width * 31 // 100))
        self.panes.setSizes([left, width - left - right, right])
        claims = max(150, (height - 150) * 38 // 100)
        self.right.setSizes([claims, height - 150 - claims])

    def _take_sizes(self) -> None:
        self._own_sizes = True

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember_layout()
        self.tasks.close()
        self.session.close_library()
        event.accept()
