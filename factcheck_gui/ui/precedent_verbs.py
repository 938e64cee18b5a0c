"""What the actions of the table do about earlier checks: files of them, and using one of them.
The tab is in precedents_panel.py, the list of files in feeds_dialog.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from factcheck_gui.library.precedents import Earlier
    from factcheck_gui.precedents import TakenIn
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate
_ENDS = (
    "*.json *.jsonld *.jsonl *.ndjson *.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.warc *.wacz"
    " *.csv *.tsv *.gz"
)


class PrecedentVerbs:
    """The part of the main window's verbs that is about earlier checks."""

    @property
    def _w(self) -> MainWindow:
        return cast("MainWindow", self)

    def import_checks(self) -> None:
        """Asks for files of ClaimReview and takes their checks in."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._w,
            translate("Precedents", "Import earlier checks"),
            self._w.settings.choice("precedents/folder"),
            f"{translate('Precedents', 'Pages, feeds and tables of ClaimReview')} ({_ENDS});;"
            f"{translate('Precedents', 'All files')} (*)",
        )
        if names:
            self._w.settings.set_choice("precedents/folder", str(Path(names[0]).parent))
            self._w.earlier.take_in([Path(name) for name in names])

    def tell_checks(self, taken: TakenIn) -> None:
        """What a file brought; what was put right or left out in it stands behind Details."""
        from factcheck_gui.ui import precedent_words

        words = precedent_words.summary(taken)
        if taken.notes:
            tone = "amber" if taken.left_out else "green"
            self._w.notice.say(words, more=precedent_words.details(taken.notes), tone=tone)
        else:
            self._w.session.told.emit(words)

    def show_feeds(self) -> None:
        """The files that were taken in, in a window of their own."""
        from factcheck_gui.ui.article_verbs import open_box
        from factcheck_gui.ui.feeds_dialog import FeedsDialog

        w, earlier = self._w, self._w.earlier
        dialog = FeedsDialog(earlier.feeds, w.session.store is not None, w)
        dialog.import_wanted.connect(w.import_checks)
        dialog.removed.connect(earlier.remove)
        earlier.changed.connect(dialog.refill)
        open_box(dialog)

    def open_precedent(self, article: int, claim: int) -> None:
        """Goes to an earlier claim of this library in its article."""
        self._w.session.go_to(article, claim)

    def copy_address(self, url: str) -> None:
        """Puts the address of a check on the clipboard: nothing is ever opened on the web."""
        QGuiApplication.clipboard().setText(url)
        self._w.session.told.emit(translate("Precedents", "The address is in the clipboard."))

    def cite_precedent(self, earlier: Earlier) -> None:
        """Uses an earlier check as evidence for context: what it means is the reviewer's to say."""
        w, told = self._w, earlier.precedent
        source = {
            "title": told.title or told.words,
            "publisher": told.checker,
            "url": told.url,
            "published": told.published,
        }
        verdict = f"{told.checker}: {told.verdict}" if told.checker else told.verdict
        values = {
            "stance": "context",
            "quote": told.words,
            "answer": verdict if told.verdict else "",
            "read_on": w.session.clock().astimezone().date().isoformat(),
        }
        label = translate("Precedents", "use an earlier check as evidence")
        if w.session.cite(source, values, label):
            w.session.told.emit(translate("Precedents", "It is among the evidence, for context."))
