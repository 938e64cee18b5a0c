"""The right side of the export window: what the report will look like, of the format chosen, and
what is to be said of it. The views are in preview_views.py, page_view.py and paper.py; making the
preview is preview_maker.py's.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck_gui.domain import Problem
from factcheck_gui.previewing import CLAIMS, Preview
from factcheck_gui.reports.preview import Page, Pages, Picture, Sheets, Text, picture
from factcheck_gui.tasks import Tasks, while_there
from factcheck_gui.ui import theme
from factcheck_gui.ui.disclosure import prose
from factcheck_gui.ui.lists import claim_words
from factcheck_gui.ui.page_view import PageView
from factcheck_gui.ui.paper import PaperView
from factcheck_gui.ui.preview_maker import Asked
from factcheck_gui.ui.preview_views import SheetsView, TextView

_STRIP = 700  # letters of the strip; its tooltip has the rest
_TOLD = 3  # warnings that are told; the rest are counted


class PreviewPane(QWidget):
    """``look_wanted`` when the real file is to be opened by another program, ``again_wanted`` when
    the preview is to be made once more."""

    look_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: Pages | None = None
        self.format = ""  # of what is shown, "" while that is not what was asked for
        self.paper, self.text, self.sheets = PaperView(), TextView(), SheetsView()
        self.page_view = PageView(self._draw)
        self.page_view.turned.connect(lambda _: self._show_page())
        self._message = prose("muted")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for view in (self._message, self.page_view, self.paper, self.text, self.sheets):
            self._stack.addWidget(view)
        self._note, self.strip = prose("small"), prose()
        self._lay_out()
        self.forget()

    # ------------------------------------------------------------ building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(self._busy_bar())
        column.addWidget(self._stack, 1)
        column.addWidget(self._note)
        self.strip.setObjectName("notice")
        self.strip.setMargin(8)
        self.strip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.strip)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._caption = QLabel(self.tr("PREVIEW"))
        self._caption.setProperty("look", "caption")
        self._number = QLabel()
        self._number.setProperty("look", "muted")
        self._back = self._arrow("◂", self.tr("Page before"), -1)
        self._on = self._arrow("▸", self.tr("Next page"), 1)
        self._look = QPushButton()
        self._look.setProperty("look", "flat")
        self._look.clicked.connect(self.look_wanted)
        self._again = QPushButton(self.tr("Once more"))
        self._again.setProperty("look", "flat")
        self._again.setShortcut("F5")
        self._again.setToolTip(self.tr("Make the preview once more (F5)"))
        self._again.clicked.connect(self.again_wanted)
        row.addWidget(self._caption)
        row.addStretch(1)
        for widget in (self._back, self._number, self._on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._again)
        row.addWidget(self._look)
        return row

    def _arrow(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "flat")
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.page_view.go_to(self.page_view.page + step))
        return button

    def _busy_bar(self) -> QWidget:
        """Keeps its room while nothing runs, so that the page does not jump."""
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(3)
        self._busy.setAccessibleName(self.tr("Making the preview…"))
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        return self._busy

    # ------------------------------------------------------------ what it shows

    def wait(self, format: str) -> None:
        """Another preview is on its way: what is shown is not it, and is taken for none."""
        if format != self.format:
            self._say(self.tr("Making the preview…"))
        self.format = ""
        self._stack.setEnabled(False)
        self._busy.show()
        self._note.clear()
        self._tell("", "")

    def show_preview(self, asked: Asked, made: Preview) -> None:
        """Shows what was made, and what is to be said of it."""
        shown = made.shown
        self._settle(asked.format)
        self._pages = shown if isinstance(shown, Pages) else None
        view: QWidget
        if isinstance(shown, Pages):
            view = self.page_view
            self.page_view.set_pages(shown.sizes)
        elif isinstance(shown, Page):
            view = self.paper
            self.paper.show_page(shown.html)
        elif isinstance(shown, Sheets):
            view = self.sheets
            self.sheets.show_sheets(shown)
        else:
            view = self.text
            self.text.show_text(shown.text)
        self._stack.setCurrentWidget(view)
        self._show_page()
        self._note.setText(" ".join(self._notes(made)))
        self._tell(self._warnings(made.warnings), "amber")

    def show_problem(self, problem: Problem) -> None:
        """Says what stops the report."""
        self._settle("")
        self._say(self.tr("There is no preview, since the report could not be written like this."))
        where = f"{problem.where}: " if problem.where else ""
        self._tell(f"{where}{problem.what} {problem.kept}".strip(), "red")

    def say(self, words: str) -> None:
        """Shows a sentence in place of a preview."""
        self._settle("")
        self._say(words)
        self._tell("", "")

    def forget(self) -> None:
        self.say("")

    def _settle(self, format: str) -> None:
        self._busy.hide()
        self._stack.setEnabled(True)
        self.format = format
        name = self.tr("Open in the browser") if "html" in format else self.tr("Open a copy")
        self._look.setText(name)
        self._look.setVisible(bool(format))

    def _say(self, words: str) -> None:
        self.format, self._pages = "", None
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)
        self._note.clear()
        self._show_page()

    @property
    def view(self) -> QWidget | None:
        """The view in which a report is shown; None where there is a sentence in its place."""
        view = self._stack.currentWidget()
        return None if view is self._message else view

    # ------------------------------------------------------------ pages

    def _show_page(self) -> None:
        total = len(self._pages.sizes) if self._pages else 0
        page = self.page_view.page + 1
        for widget in (self._back, self._number, self._on):
            widget.setVisible(total > 0)
        self._number.setText(self.tr("Page {0} of {1}").format(page, total))
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < total)

    def _draw(self, page: int, width: int) -> None:
        pages = self._pages
        if pages is None:
            return
        self._tasks.in_thread(
            partial(picture, pages, page, width),
            while_there(self, partial(self._put, pages, page)),
            self.show_problem,
        )

    def _put(self, pages: Pages, page: int, drawn: Picture) -> None:
        if pages is self._pages:  # or it is of an earlier preview
            kind = QImage.Format.Format_RGB32
            image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, kind)
            self.page_view.put(page, image.copy())  # which outlives the bytes

    # ------------------------------------------------------------ words

    def _notes(self, made: Preview) -> list[str]:
        notes = []
        if made.articles < made.total:
            told = self.tr("Shown: articles {0} of {1}.")
            notes.append(told.format(made.articles, claim_words.whole(made.total)))
        if made.cut:
            notes.append(self.tr("Of each, the first {0} claims.").format(CLAIMS))
        shown = made.shown
        if isinstance(shown, Page) and shown.office:
            notes.append(
                self.tr("An outline, with the comments at the right; Word lays the pages out.")
            )
        elif isinstance(shown, Page):
            notes.append(self.tr("A browser shows it finer."))
        if isinstance(shown, Page | Text) and not shown.whole:
            notes.append(self.tr("The beginning of the file; it goes on."))
        if isinstance(shown, Sheets) and any(len(s.rows) < s.total for s in shown.sheets):
            notes.append(self.tr("The first rows of each sheet."))
        return notes

    def _warnings(self, warnings: tuple[str, ...]) -> str:
        told = list(warnings[:_TOLD])
        if len(warnings) > _TOLD:
            told.append(self.tr("And {0} more.").format(len(warnings) - _TOLD))
        return "\n".join(told)

    def _tell(self, words: str, tone: str) -> None:
        short = words if len(words) <= _STRIP else f"{words[: _STRIP - 1].rstrip()}…"
        self.strip.setText(short)
        self.strip.setToolTip(claim_words.tooltip(words) if short != words else "")
        self.strip.setVisible(bool(words))
        if words:
            self.strip.setStyleSheet(theme.notice_sheet(tone))
            QAccessible.updateAccessibility(QAccessibleEvent(self.strip, QAccessible.Event.Alert))
