"""What the actions of the table do in the main window where it takes more than a session verb:
dialogs asked, files chosen, focus mode, text size, printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # its dialogs by their full names: each is loaded when it is named
from PySide6.QtCore import QCoreApplication

from factcheck_gui.ui.article_verbs import ArticleVerbs, asked, open_box
from factcheck_gui.ui.claim_verbs import ClaimVerbs
from factcheck_gui.ui.evidence_verbs import EvidenceVerbs
from factcheck_gui.ui.exchange_verbs import ExchangeVerbs
from factcheck_gui.ui.precedent_verbs import PrecedentVerbs
from factcheck_gui.ui.report_verbs import ReportVerbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from factcheck_gui.domain import Reviewer
    from factcheck_gui.library.search import Hit
    from factcheck_gui.ui.dialogs import Choices

NORMAL_SIZE = 13.5  # points
translate = QCoreApplication.translate


class WindowVerbs(
    ArticleVerbs, ReportVerbs, ClaimVerbs, EvidenceVerbs, ExchangeVerbs, PrecedentVerbs
):
    """The half of the main window that answers to the action table."""

    _before_focus: list[int] | None = None

    # ------------------------------------------------------------ undo, finding

    def undo(self) -> None:
        self._w.session.undo()

    def redo(self) -> None:
        self._w.session.redo()

    def show_palette(self) -> None:
        self._show_box([row for row in self._w.actions_by_id.values() if row.text()])

    def show_search(self) -> None:
        self._show_box([])

    def _show_box(self, rows: list[QAction]) -> None:
        from factcheck_gui.ui.palette import Palette

        box = Palette(rows, self._search, self._w.session.go_to, self._w)
        open_box(box)

    def _search(self, text: str, answer: Callable[[list[Hit]], None]) -> None:
        from factcheck_gui import jobs

        library, blind = self._w.session.path, self._w.session.blind
        own = blind.name if blind else ""
        if library:
            self._w.tasks.in_thread(
                lambda: jobs.search(library, text, own), answer, self._w.notice.show_problem
            )

    # ------------------------------------------------------------ looks and settings

    def toggle_focus(self) -> None:
        """Only the reader and the review, nothing else; the same key brings the rest back."""
        w = self._w
        if self._before_focus is None:
            self._before_focus = w.panes.sizes()
            for pane in (w.library, w.top, w.claims):
                pane.hide()
        else:
            self.leave_focus()

    def leave_focus(self) -> None:
        w = self._w
        if self._before_focus is not None:
            for pane in (w.library, w.top, w.claims):
                pane.show()
            w.panes.setSizes(self._before_focus)
            self._before_focus = None

    def toggle_library(self) -> None:
        self._w.library.setVisible(not self._w.library.isVisible())

    def change_text_size(self, step: int) -> None:
        """Larger (1), smaller (-1) or normal (0) text in the reader."""
        w = self._w
        w.settings.text_size = w.settings.text_size + step if step else NORMAL_SIZE
        w.reader.set_text_size(w.settings.text_size)

    def set_theme(self, choice: str) -> None:
        self._w.settings.theme = choice
        self._w.apply_theme()

    def show_settings(self) -> None:
        from factcheck_gui.ui.dialogs import Choices, SettingsDialog

        w = self._w
        now = Choices(
            w.session.reviewer,
            w.settings.theme,
            w.settings.language,
            w.settings.text_size,
            w.session.auto_advance,
        )
        dialog = SettingsDialog(now, w)
        if asked(dialog):
            self._take_choices(dialog.choices(), now)

    def _take_choices(self, new: Choices, old: Choices) -> None:
        w = self._w
        w.session.auto_advance = w.settings.auto_advance = new.auto_advance
        if new.reviewer != old.reviewer:
            self._take_reviewer(new.reviewer)
        if new.text_size != old.text_size:
            w.settings.text_size = new.text_size
            w.reader.set_text_size(new.text_size)
        w.settings.language = new.language
        if new.theme != old.theme:
            self.set_theme(new.theme)

    def answer_name(self, name: str) -> None:
        """The first start's question was answered, or skipped with ""."""
        from factcheck_gui.domain import Reviewer

        w = self._w
        w.settings.asked_name = True
        w.question.hide()
        w.claims.view.setFocus()
        if name:
            self._take_reviewer(Reviewer(name, w.session.reviewer.round))

    def show_reviewer(self) -> None:
        """Asks who is at the desk and in which round they review."""
        from factcheck_gui.ui.reviewer_dialog import ReviewerDialog

        session = self._w.session
        if session.reader is None:
            return
        session.finish_typing()
        dialog = ReviewerDialog(session.reviewer, session.reader, not session.read_only, self._w)
        if asked(dialog):
            new = dialog.reviewer()
            if new != session.reviewer:
                self._take_reviewer(new)
            session.describe_reviewer(*dialog.details())

    def _take_reviewer(self, new: Reviewer) -> None:
        """Another name is another person, or the same one who writes it otherwise: ask."""
        w, old = self._w, self._w.session.reviewer
        w.settings.reviewer, w.settings.asked_name = new.name, True
        w.question.hide()
        judged = w.session.has_judged(old.name) and not w.session.has_judged(new.name)
        if new.name != old.name and judged and self._same_person(old.name, new.name):
            w.session.change_name(new.name)
        w.session.set_reviewer(new)

    def _same_person(self, old: str, new: str) -> bool:
        from factcheck_gui.desk import UNNAMED

        if old == UNNAMED:
            return True
        answer = QtWidgets.QMessageBox.question(
            self._w,
            translate("Window", "The same person?"),
            translate(
                "Window",
                "Is {1} the same person as {0}? Then the verdicts given as {0} stay theirs. "
                "Otherwise {1} begins with none.",
            ).format(old, new),
        )
        return answer == QtWidgets.QMessageBox.StandardButton.Yes

    def show_shortcuts(self) -> None:
        from factcheck_gui.ui.dialogs import ShortcutsDialog

        open_box(ShortcutsDialog(self._w))

    def show_about(self) -> None:
        from factcheck_gui.ui.dialogs import AboutDialog

        open_box(AboutDialog(self._w))

    # ------------------------------------------------------------ the last place

    def remember_place(self) -> None:
        session = self._w.session
        if session.path and session.article:
            claim = session.claim.id if session.claim else ""
            self._w.settings.set_last_place(session.path, session.article.row.id, claim)

    def go_to_last_place(self) -> None:
        """Opens the article and claim that were open last, or the newest article."""
        session = self._w.session
        if session.path is None or session.reader is None:
            return
        article_id, claim_id = self._w.settings.last_place(session.path)
        article, claim = session.reader.article_key(article_id), session.reader.claim_key(claim_id)
        known = session.reader.article_keys()
        if article is not None and article in known:
            session.go_to(article, claim or 0)
        elif known:
            session.go_to(known[0])

    # ------------------------------------------------------------ closing

    def may_close(self) -> bool:
        """Finishes what is being typed; where it cannot be saved, whether to close all the same."""
        if self._w.session.finish_typing():
            return True
        button = QtWidgets.QMessageBox.StandardButton
        answer = QtWidgets.QMessageBox.warning(
            self._w,
            translate("Window", "Close without saving?"),
            translate(
                "Window",
                "What you typed last could not be written to the library. "
                "It will be lost if you close now.",
            ),
            button.Discard | button.Cancel,
            button.Cancel,
        )
        return answer == button.Discard
