"""What the actions of the table do about reports: asking for one, writing it, looking at it first,
printing. The window that asks is export_window.py.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from factcheck_gui.ui import core_words

if TYPE_CHECKING:
    from factcheck_gui.jobs import Exported
    from factcheck_gui.previewing import Offer
    from factcheck_gui.ui.export_run import ExportRun, Wanted
    from factcheck_gui.ui.export_window import ExportWindow
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate


class ReportVerbs:
    """The part of the main window's verbs that is about reports."""

    @property
    def _w(self) -> MainWindow:
        return cast("MainWindow", self)

    def _keeps_back(self, articles: Sequence[int]) -> bool:
        """Whether a report is refused, since its reader is a blind one who would read in it what
        others said."""
        if not self._w.session.hides_others(articles):
            return False
        self._w.notice.say(core_words.blind_report(), tone="amber")
        return True

    def show_export(self) -> None:
        """Asks for a report, with a list of what the article lacks."""
        from factcheck_gui import previewing

        w, article, path = self._w, self._w.session.article, self._w.session.path
        if article is None or path is None or w.session.reader is None:
            return
        w.session.finish_typing()
        if self._keeps_back([article.row.key]):
            return
        w.tasks.in_thread(
            partial(previewing.offer, path, article.row.key, w.session.reader.blind),
            partial(self._ask_to_export, article.row.key),
            w.notice.show_problem,
        )

    def _ask_to_export(self, article: int, offer: Offer) -> None:
        from factcheck_gui.ui.article_verbs import open_box
        from factcheck_gui.ui.export_window import ExportWindow

        w, session = self._w, self._w.session
        if session.article is None or session.article.row.key != article:
            return  # another one was opened meanwhile
        box = ExportWindow(session, w.settings, w.tasks, w, offer)
        box.claim_wanted.connect(session.go_to_number)
        box.export_wanted.connect(partial(self._export_from, box))
        box.look_wanted.connect(partial(self._look_from, box))
        open_box(box)

    def _export_from(self, box: ExportWindow, wanted: Wanted) -> None:
        run = self._begun(wanted)
        if run:
            run.done.connect(self._exported)
            box.follow(run)  # which shows a refusal where it can be mended

    def export(self, wanted: Wanted) -> None:
        """Writes a report in a thread and says where it is."""
        run = self._begun(wanted)
        if run:
            self._w.session.told.emit(translate("Window", "Writing the report…"))
            run.done.connect(self._exported)
            run.refused.connect(self._w.notice.show_problem)

    def _begun(self, wanted: Wanted) -> ExportRun | None:
        """The run that writes a report; None where there may be none."""
        from factcheck_gui.ui.export_run import ExportRun

        w, library = self._w, self._w.session.path
        if library is None or self._keeps_back(wanted.articles):
            return None
        w.session.finish_typing()
        run = ExportRun(w.tasks, w)
        run.start(library, wanted, w.session.clock())
        return run

    def _exported(self, made: Exported) -> None:
        self._w.notice.say(
            translate("Window", "Report written: {0}").format(made.path),
            more="\n".join(made.warnings),
            tone="green",
            action=(translate("Window", "Open"), partial(_open, made.path)),
            other=(translate("Window", "Show in the folder"), partial(_open, made.path.parent)),
        )

    def _look_from(self, box: ExportWindow, wanted: Wanted) -> None:
        """Writes the real file, without kept copies, into the window's private folder and opens it
        from there."""
        from factcheck_gui.reports.writing import FORMATS

        folder = Path(tempfile.mkdtemp(prefix="report-", dir=self._w.private_folder()))
        path = (folder / wanted.path.name).with_suffix(FORMATS[wanted.format].suffix)
        run = self._begun(replace(wanted, path=path, copies=False))
        if run:
            run.done.connect(lambda made: _open(made.path))
            run.refused.connect(box.preview.show_problem)

    def print_report(self) -> None:
        """Prints the report on the open article, by the system's dialog."""
        from factcheck_gui import jobs
        from factcheck_gui.reports.content import Choices
        from factcheck_gui.reports.words import languages
        from factcheck_gui.ui.export_choices import report_language
        from factcheck_gui.ui.printing import print_html

        w, library = self._w, self._w.session.path
        if library is None or w.session.article is None:
            return
        w.session.finish_typing()
        if self._keeps_back([w.session.article.row.key]):
            return
        key, at = w.session.article.row.key, w.session.clock()
        choices = Choices(language=report_language(w.settings, languages()))
        w.tasks.in_thread(
            lambda: jobs.report_html(library, [key], choices, at=at),
            lambda html: print_html(w, html),
            w.notice.show_problem,
        )


def _open(path: Path) -> None:
    """Hands a file or a folder of this machine to the program that opens such; nothing is sent."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
