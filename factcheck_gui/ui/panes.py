"""What fills the main window's frame: its panes and menus, made and put in their places.

Apart from main_window.py because all that they need is imported here, after the frame was painted.
Not here: who hears whom, and what happens then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from factcheck_gui.earlier_checks import EarlierChecks
from factcheck_gui.exchanging import Exchange
from factcheck_gui.finding_again import FindingAgain
from factcheck_gui.importing import Importer
from factcheck_gui.ui import actions
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

if TYPE_CHECKING:
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate


def make(window: MainWindow) -> None:
    """Makes everything in a window that has its session, tasks and settings."""
    window.importer = Importer(window.session, window.tasks)
    window.importer.scale_of_new = window.scale_of_new
    window.again = FindingAgain(window.session, window.tasks)
    window.exchange = Exchange(window.session, window.tasks)
    window.earlier = EarlierChecks(window.session, window.tasks)
    window.libraries = Libraries(window)
    window.actions_by_id = actions.build(window)
    _make_panes(window)
    window.pages = PageModes(window)
    _make_menus(window)
    _lay_out(window)


def _make_panes(window: MainWindow) -> None:
    # Made in the order in which Tab goes round: as the eye does.
    window.top = TopBar(window.actions_by_id, window)
    window.question = NameQuestion(window)
    window.question.setVisible(not window.settings.asked_name)
    window.notice = Notice(window)
    window.library = LibraryView(window.scale_called, window)
    window.reader = ArticleView(window)
    window.reader.set_text_size(window.settings.text_size)
    window.claims = ClaimList(window)
    window.review = ReviewPanel(window.session, window)
    window.status = StatusBar(window.session, window.tasks, window)
    window.setStatusBar(window.status)
    window.coverage = CoverageWatch(window.session, window.tasks, window)
    window.coverage.every = window.settings.choice("review/every") == "yes"
    window.coverage.measured.connect(window.status.show_coverage)
    window.nothing = EmptyState(translate("Panes", "Add article"))
    say_nothing(window)


def say_nothing(window: MainWindow) -> None:
    """What the middle says while no article is open, or not even a library."""
    if window.session.reader is None:
        window.nothing.say(
            translate("Panes", "No library is open"),
            translate("Panes", "Open one from the Library menu, or make a new one there."),
        )
        return
    window.nothing.say(
        translate("Panes", "No article is open"),
        translate(
            "Panes", "Choose one at the left, or drop files or a folder anywhere in this window."
        ),
        action=window.session.store is not None,
    )


def _make_menus(window: MainWindow) -> None:
    menus: dict[str, QMenu] = {}
    for name in actions.MENUS:
        menus[name] = window.menuBar().addMenu(actions.menu_title(name))
    for row in actions.ACTIONS:
        if row.menu:
            if row.divider:
                menus[row.menu].addSeparator()
            menus[row.menu].addAction(window.actions_by_id[row.id])
    window.recent = QMenu(translate("Panes", "Recent libraries"), window)
    menus["Library"].insertMenu(window.actions_by_id["library.copy"], window.recent)
    verdicts = QMenu(translate("Panes", "Verdict"), window)
    for place in range(1, 10):
        verdicts.addAction(window.actions_by_id[f"verdict.{place}"])
    menus["Claim"].insertMenu(window.actions_by_id["verdict.list"], verdicts)


def _lay_out(window: MainWindow) -> None:
    window.centre = QStackedWidget()
    window.centre.addWidget(window.nothing)
    window.centre.addWidget(window.reader)
    window.right = QSplitter(Qt.Orientation.Vertical)
    window.right.addWidget(window.claims)
    window.right.addWidget(window.review)
    window.panes = QSplitter(Qt.Orientation.Horizontal)
    for pane in (window.library, window.centre, window.right):
        window.panes.addWidget(pane)
    window.panes.setStretchFactor(1, 1)
    for splitter in (window.panes, window.right):
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
    window.library.setMinimumWidth(170)
    window.right.setMinimumWidth(340)
    window.centre.setMinimumWidth(280)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in (window.top, window.question, window.notice):
        column.addWidget(widget)
    column.addWidget(window.panes, 1)
    window.setCentralWidget(page)
