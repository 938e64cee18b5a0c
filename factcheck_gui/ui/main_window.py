"""The main window: library, reader, claims, review, status bar; the wiring between them.

The panes know the session or values, never each other. What an action does beyond one call of a
session verb stands in window_verbs.py.

A start paints the empty frame first and fills it then (``furnish``), which takes longer: so nothing
that only the panes need is imported here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from factcheck_gui.ui import theme
from factcheck_gui.ui.window_verbs import WindowVerbs

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QSplitter, QStackedWidget

    from factcheck_gui.domain import Change
    from factcheck_gui.earlier_checks import EarlierChecks
    from factcheck_gui.exchanging import Exchange
    from factcheck_gui.finding_again import FindingAgain
    from factcheck_gui.importing import Importer
    from factcheck_gui.session import Session
    from factcheck_gui.settings import Settings
    from factcheck_gui.tasks import Tasks
    from factcheck_gui.ui.coverage_watch import CoverageWatch
    from factcheck_gui.ui.empty_state import EmptyState
    from factcheck_gui.ui.libraries import Libraries
    from factcheck_gui.ui.lists.claim_list import ClaimList
    from factcheck_gui.ui.lists.library_view import LibraryView
    from factcheck_gui.ui.notice import NameQuestion, Notice
    from factcheck_gui.ui.page_modes import PageModes
    from factcheck_gui.ui.reader.article_view import ArticleView
    from factcheck_gui.ui.review_panel import ReviewPanel
    from factcheck_gui.ui.status_bar import StatusBar
    from factcheck_gui.ui.top_bar import TopBar

LEAST = QSize(820, 520)
FIRST = QSize(1440, 900)
FEW = 50  # claims whose marks are changed one by one


class MainWindow(WindowVerbs, QMainWindow):
    """One window on one library."""

    painted_first = Signal()  # the frame stands on the screen

    session: Session
    tasks: Tasks
    importer: Importer
    again: FindingAgain
    exchange: Exchange
    earlier: EarlierChecks
    pages: PageModes
    libraries: Libraries
    actions_by_id: dict[str, QAction]
    top: TopBar
    question: NameQuestion
    notice: Notice
    library: LibraryView
    reader: ArticleView
    nothing: EmptyState
    claims: ClaimList
    review: ReviewPanel
    status: StatusBar
    coverage: CoverageWatch
    recent: QMenu
    centre: QStackedWidget
    right: QSplitter
    panes: QSplitter

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.furnished = False
        self._was_painted = False
        self._own_sizes = False  # whether the reviewer moved a border
        self.setObjectName("main")
        self.setWindowTitle("Factcheck")
        self.setMinimumSize(LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(FIRST)
        geometry = settings.layout("window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def furnish(self, session: Session, tasks: Tasks) -> None:
        """Fills the frame with panes and menus, and wires them. Call it once."""
        from factcheck_gui.domain import Reviewer
        from factcheck_gui.ui import panes

        self.session, self.tasks = session, tasks
        session.reviewer = Reviewer(
            self.settings.reviewer or session.reviewer.name, self.settings.round
        )
        session.auto_advance = self.settings.auto_advance
        panes.make(self)
        self._connect()
        self.top.show_round(session.reviewer.round)
        self._restore_sizes()
        self.furnished = True
        self._refresh_actions()
        self.setAcceptDrops(True)
        self.apply_theme()

    def _connect(self) -> None:
        from factcheck_gui.ui import errors

        session = self.session
        session.library_opened.connect(self._library_opened)
        session.articles_changed.connect(self._show_articles)
        session.articles_added.connect(self._add_articles)
        session.article_touched.connect(self._touch_article)
        session.article_opened.connect(self._show_article)
        session.view_changed.connect(self._show_view)
        session.view_grown.connect(self._grow_view)
        session.claims_added.connect(self._add_marks)
        session.claims_moved.connect(self._show_moved)
        session.claims_replaced.connect(lambda: self.reader.set_marks(session.marks()))
        session.claim_chosen.connect(self._show_claim)
        session.scale_changed.connect(self._show_scale)
        session.changed.connect(self._changed)
        session.settled.connect(self._show_counts)
        session.problem.connect(self.notice.show_problem)
        self.notice.closed.connect(self.claims.view.setFocus)
        for signal in (session.history_changed, session.reviewer_changed):
            signal.connect(self._refresh_actions)
        self.library.article_chosen.connect(session.go_to)
        self.library.filter_changed.connect(lambda _: self._show_articles())
        self.library.menu_requested.connect(self._library_menu)
        self.claims.claim_chosen.connect(session.choose_claim)
        self.claims.filter_changed.connect(
            lambda chip, order, text: session.show_claims(
                chip, by_score=order == "worth", text=text
            )
        )
        self.claims.menu_requested.connect(self._claim_menu)
        self.claims.bar_moved.connect(session.move_bar)
        self.claims.again.clicked.connect(self.actions_by_id["article.again"].trigger)
        self.reader.claim_clicked.connect(session.choose_claim)
        self.reader.span_adjusted.connect(session.adjust)
        self.nothing.button.clicked.connect(self.actions_by_id["article.add"].trigger)
        self.question.answered.connect(self.answer_name)
        self.review.anchor.anchor_wanted.connect(self.anchor_claim)
        self.review.anchor.compare_wanted.connect(self.pages.toggle_compare)
        self.review.facts.selected = self.reader.selected_span
        self.review.facts.shown_in_text.connect(lambda: self.toggle_said("claim"))
        self.reader.legend.closed.connect(lambda: self.toggle_said(self._said))
        self.reader.edit.menu_requested.connect(self._reader_menu)
        self.review.left.connect(self.claims.view.setFocus)
        self._connect_evidence()
        self._connect_precedents()
        self.status.reviewer_pressed.connect(self.show_reviewer)
        session.reviewer_changed.connect(self._show_reviewer)
        self.importer.finished.connect(self.show_summary)
        self.importer.asked.connect(self.choose_parts)
        self.importer.may_open = _nothing_is_asked
        errors.watch(self.tasks, self.notice)
        self.tasks.idle.connect(self._show_counts)
        for model in (self.library.model, self.claims.model):
            model.fetch_failed.connect(self.notice.show_problem)
        for splitter in (self.panes, self.right):
            splitter.splitterMoved.connect(self._take_sizes)
        self.recent.aboutToShow.connect(self._fill_recent)

    def _connect_evidence(self) -> None:
        review = self.review
        review.signed.correct_wanted.connect(self.correct)
        review.history_opened.connect(self.prove_history)
        review.evidence.brought.connect(self.keep_brought)
        copies = review.evidence.editor.copies
        copies.file_wanted.connect(self.keep_files)
        copies.paste_wanted.connect(self.paste_copy)
        copies.open_wanted.connect(self.open_copy)
        copies.save_wanted.connect(self.save_copy_of_source)

    def _connect_precedents(self) -> None:
        panel, earlier = self.review.precedents, self.earlier
        panel.wanted.connect(earlier.ask)
        panel.opened.connect(self.open_precedent)
        panel.cited.connect(self.cite_precedent)
        panel.copied.connect(self.copy_address)
        panel.import_wanted.connect(self.actions_by_id["library.checks"].trigger)
        earlier.found.connect(panel.show_found)
        earlier.arrived.connect(self.tell_checks)
        earlier.refused.connect(self.notice.show_problem)
        earlier.changed.connect(panel.seek)

    # ------------------------------------------------------------ showing

    def _library_opened(self) -> None:
        path = self.session.path
        self.setWindowTitle(f"{path.stem if path else ''} – Factcheck")
        from factcheck_gui.ui import panes

        panes.say_nothing(self)
        self.notice.hide()  # what it says, and offers to do, is about the library before
        self._refresh_actions()

    def _show_articles(self) -> None:
        reader = self.session.reader
        if reader is None:
            self.library.set_articles([])
            return
        wanted = self.library.field.wanted()
        total = len(reader.article_keys()) if wanted else None
        self.library.set_keys(
            reader.article_keys(wanted), lambda keys: reader.article_rows(keys=keys), total
        )
        self.library.set_current(self.session.article.row.key if self.session.article else None)

    def _add_articles(self, keys: list[int]) -> None:
        if not self.library.add_keys(keys):
            self._show_articles()

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
        self.reader.set_article(article, self.session.marks(), self.byline())
        self.show_said()
        self._show_counts()
        self._show_bar()
        self._refresh_actions()

    def show_article_again(self) -> None:
        """Its headline or what stands under it changed; the reader stays where it is."""
        session, place = self.session, self.reader.reading_offset()
        if self.pages.mode:
            return  # a page of two texts shows neither
        self.reader.set_article(session.article, session.marks(), self.byline())
        self.reader.set_current(session.claim.key if session.claim else None, reveal=False)
        self.reader.show_offset(place)
        self.show_said()

    def _show_scale(self) -> None:
        self.claims.set_scale(self.session.scale)
        self.reader.set_scale(self.session.scale)
        self.reader.set_marks(self.session.marks())
        self._refresh_actions()

    def _show_view(self) -> None:
        session, reader = self.session, self.session.reader
        self.claims.follow(session.chip, "worth" if session.by_score else "article", session.filter)
        self.claims.set_keys(self.session.view, reader.claims if reader else lambda _: [])
        self._show_counts()
        self._show_bar()

    def _grow_view(self) -> None:
        self.claims.append_keys(self.session.view[self.claims.model.rowCount() :])
        self._show_counts()
        self._show_bar()

    def _show_counts(self) -> None:
        reader, article, bar = self.session.reader, self.session.article, self.session.bar
        counts = reader.claim_counts(article.row.key, bar) if reader and article else {}
        self.claims.set_looking(article is not None and not article.extracted and self.tasks.busy)
        self.claims.set_counts(counts)
        self.claims.offer_again(self.session.outdated and not self.session.read_only)

    def _show_bar(self) -> None:
        """The bar and what lies below it, which no trigger counts: so not at every verdict."""
        reader, article, bar = self.session.reader, self.session.article, self.session.bar
        below = reader.claims_below(article.row.key, bar) if reader and article else 0
        self.claims.set_bar(bar, below)

    def _add_marks(self, claims: list[int]) -> None:
        self.reader.add_marks(self.session.marks_of(claims))

    def _show_moved(self, claims: list[int]) -> None:
        """Claims came, went or stand elsewhere: their marks alone, unless they are many."""
        if len(claims) > FEW:
            self.reader.set_marks(self.session.marks())
            return
        for claim in claims:  # one that is still shown may have fewer parts than before
            self.reader.remove_mark(claim)
        self._add_marks(claims)

    def _show_claim(self, key: int) -> None:
        self.claims.set_current(key or None)
        self.reader.set_current(key)
        if self._said == "claim":
            self.show_said()
        self._refresh_actions()

    def _changed(self, change: Change) -> None:
        from factcheck_gui.writing_desk import moves

        reader, article = self.session.reader, self.session.article
        if reader is None or article is None or change.article != article.row.key:
            return
        if self._said and change.claim:
            self.show_said()
        if change.claim is None:
            if "version" not in change.after:  # or it was opened anew already
                self.show_article_again()
        elif not moves(change):  # where it does move, the list is read anew
            for claim in reader.claims([change.claim]):
                self.claims.update_claim(claim)
                if not claim.listed:  # it lay below the bar, and was worked on
                    self._show_bar()
            for mark in self.session.marks_of([change.claim]):
                self.reader.update_mark(mark)

    def _show_reviewer(self) -> None:
        """Another person or round: what was said to the one before is taken away."""
        self.top.show_round(self.session.reviewer.round)
        self.settings.round = self.session.reviewer.round
        self.notice.forget()
        self.status.tell("")

    def _refresh_actions(self) -> None:
        from factcheck_gui.ui import actions

        actions.refresh(self.actions_by_id, self.session)

    def apply_theme(self) -> None:
        """Takes the theme of the settings for the whole app."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        wanted = theme.wanted(self.settings.theme)
        if not self.furnished:
            theme.apply_colours(app, wanted)
            return
        theme.apply(app, wanted)
        for pane in (self.top, self.library, self.reader, self.claims, self.review, self.notice):
            pane.apply_theme()

    # ------------------------------------------------------------ menus of the lists

    def _library_menu(self, key: int, place: QPoint) -> None:
        self.session.go_to(key)
        self._pop_up(place, "article.details", "article.export", "article.print",
                     "article.original", "article.trash")  # fmt: skip

    def _claim_menu(self, key: int, place: QPoint) -> None:
        self.session.choose_claim(key)
        self._pop_up(place, "claim.wording", "claim.accept", "claim.claimant", "view.said",
                     "claim.parts", "edit.copy_claim", "verdict.clear",
                     "claim.dismiss", "claim.dismiss_why", "claim.bring_back")  # fmt: skip

    def _reader_menu(self, menu: QMenu, place: QPoint) -> None:
        """The reader's own menu of copying, and what can be done with the words selected."""
        ids = ("claim.add", "said.source", "said.cue", "said.content", "edit.find", "view.said")
        menu.addSeparator()
        menu.addActions([self.actions_by_id[one] for one in ids])
        menu.popup(place)

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
            action = self.recent.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _=False, p=path: self.libraries.open_known(p))

    # ------------------------------------------------------------ drops, layout, closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and text from elsewhere; text dragged inside the window is no article."""
        data = event.mimeData()
        if event.source() is None and (data.hasUrls() or data.hasText()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if local:
            self.take_files(local)
        elif data.hasText():
            self.importer.import_text(data.text())
        # A copy: after a move the other side would delete what was dragged.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _restore_sizes(self) -> None:
        for name, splitter in (("panes", self.panes), ("right", self.right)):
            state = self.settings.layout(name)
            if not state.isEmpty():
                self._own_sizes = splitter.restoreState(state)
        self._share_room(self.size())

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
        if self.furnished:
            self._share_room(event.size())

    def _share_room(self, size: QSize) -> None:
        if self._own_sizes or self._before_focus is not None:
            return
        width, height = size.width(), size.height()
        left, right = min(270, max(180, width * 18 // 100)), min(460, max(384, width * 31 // 100))
        self.panes.setSizes([left, width - left - right, right])
        claims = max(206, (height - 150) * 40 // 100)
        self.right.setSizes([claims, height - 150 - claims])

    def _take_sizes(self) -> None:
        self._own_sizes = True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted_first.emit)  # after what was painted is on the screen

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furnished and not self.may_close():
            event.ignore()
            return
        if self.furnished:
            self._remember_layout()
            self.tasks.close()
            self.clear_copies()
            self.session.close_library()
        event.accept()


def _nothing_is_asked() -> bool:
    """Whether no dialog or menu is open: what it does is meant for the claim it was opened on."""
    return QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None
