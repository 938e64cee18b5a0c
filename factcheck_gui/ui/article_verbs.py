"""What the actions of the table do with articles where it takes more than a session verb: bringing
in, details, trash, scales, signing off. Reports are in report_verbs.py, the rest of the window's
verbs in window_verbs.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # its dialogs by their full names: each is loaded when it is named
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from factcheck_gui.ui import core_words
from factcheck_gui.ui.original_verbs import OriginalVerbs

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from factcheck_gui.domain import Part, Scale
    from factcheck_gui.importing import Summary
    from factcheck_gui.library.readiness import Unready
    from factcheck_gui.ui.scales_dialog import ScalesDialog

_FEW = 8  # refusals and remarks that the notice itself can show
translate = QCoreApplication.translate


class ArticleVerbs(OriginalVerbs):
    """The part of the main window's verbs that is about articles."""

    _own_scales: dict[str, Scale] | None = None

    # ------------------------------------------------------------ bringing in

    def add_files(self) -> None:
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._w,
            translate("Window", "Add articles"),
            self._w.settings.choice("import/folder"),
        )
        if names:
            self._w.settings.set_choice("import/folder", str(Path(names[0]).parent))
            self._w.take_files([Path(name) for name in names])

    def add_folder(self) -> None:
        name = QtWidgets.QFileDialog.getExistingDirectory(
            self._w,
            translate("Window", "Add a folder"),
            self._w.settings.choice("import/folder"),
        )
        if name:
            self._w.importer.import_paths([Path(name)])

    def paste(self) -> None:
        """Files or text from the clipboard, as articles."""
        data: QMimeData = QGuiApplication.clipboard().mimeData()
        local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if local:
            self._w.take_files(local)
        elif data.text().strip():
            self._w.importer.import_text(data.text())
        else:
            self._w.session.told.emit(translate("Window", "There is no text on the clipboard."))

    def add_newer(self) -> None:
        """A file that holds a newer text of the open article."""
        article = self._w.session.article
        if article is None:
            return
        name, _ = QtWidgets.QFileDialog.getOpenFileName(
            self._w,
            translate("Window", "A newer text of “{0}”").format(article.row.name),
            self._w.settings.choice("import/folder"),
        )
        if name:
            self._w.settings.set_choice("import/folder", str(Path(name).parent))
            self._w.importer.import_paths([Path(name)], newer_of=article.row.key)

    def paste_newer(self) -> None:
        """The text on the clipboard is a newer one of the open article."""
        article, text = self._w.session.article, QGuiApplication.clipboard().text()
        if article and text.strip():
            self._w.importer.import_text(text, newer_of=article.row.key)
        else:
            self._w.session.told.emit(translate("Window", "There is no text on the clipboard."))

    def choose_parts(self, path: Path, parts: Sequence[Part], newer_of: int) -> None:
        """A file holds several texts: asks which to read, without holding up the window."""
        from factcheck_gui.ui.import_dialogs import PartsDialog

        dialog = PartsDialog(path.name, parts, bool(newer_of), self._w)
        dialog.accepted.connect(
            lambda: self._w.importer.import_parts(path, dialog.chosen(), newer_of=newer_of)
        )
        open_box(dialog)

    def show_summary(self, summary: Summary) -> None:
        """What an import brought; refused files are named with their reasons."""
        w, words = self._w, _counts(summary)
        article = w.session.article
        if article and summary.total == 1 and article.row.key in summary.newer:
            self._tell_newer(article.row.key)
            return
        if not summary.refused and not summary.notes:
            w.session.told.emit(" ".join(words))
            return
        many = len(summary.refused) + len(summary.notes) > _FEW
        if len(summary.refused) == 1 and not many:
            words.append(str(summary.refused[0]))
        elif summary.notes and not summary.refused and not many:
            words.append(summary.notes[0])
        details = [str(problem) for problem in summary.refused] + summary.notes
        w.notice.say(
            " ".join(words).strip(),
            more="" if many else "\n".join(details),
            tone="red" if summary.refused else "amber",
            action=(translate("Window", "Show the list"), partial(self._show_refused, summary)),
        )

    def _tell_newer(self, key: int) -> None:
        """What a newer text did to the claims of the open article: the reviewer's headline."""
        reader = self._w.session.reader
        if reader is None:
            return
        claims = reader.claims(reader.claim_keys(key))
        judged = [one for one in claims if one.was and one.state != "open"]
        gone = sum(one.anchor == "orphaned" for one in claims)
        words = [translate("Window", "A newer text of this article is shown.")]
        if judged:
            told = translate("Window", "Changed inside claims that were reviewed: {0}.")
            words.append(told.format(len(judged)))
        if gone:
            words.append(translate("Window", "Claims no longer in the text: {0}.").format(gone))
        self._w.notice.say(
            " ".join(words),
            tone="amber" if judged or gone else "blue",
            action=(translate("Window", "Compare versions"), self._w.pages.toggle_compare),
        )

    def newer_of(self) -> None:
        """The open article turns out to be a newer text of another one: asks of which."""
        from factcheck_gui.ui.import_dialogs import ArticleDialog

        session, article = self._w.session, self._w.session.article
        if article is None or session.reader is None:
            return
        rows = [one for one in session.reader.article_rows() if one.key != article.row.key]
        if not rows:
            session.told.emit(translate("Window", "There is no other article here."))
            return
        dialog = ArticleDialog(article.row.name, rows, self._w)
        dialog.accepted.connect(lambda: self._join(dialog.chosen()))
        open_box(dialog)

    def _join(self, older: int) -> None:
        """Takes the open article's text as a newer one of another, and moves it to the trash."""
        session, article = self._w.session, self._w.session.article
        if article is None or session.reader is None or not older:
            return
        document = session.reader.document(article.row.key)
        session.go_to(older)
        self._w.importer.take_as_newer(document, older, 0)
        session.trash(article.row.key)

    def _show_refused(self, summary: Summary) -> None:
        from factcheck_gui.ui.import_dialogs import RefusedDialog

        open_box(RefusedDialog(summary.refused, summary.notes, self._w))

    # ------------------------------------------------------------ articles

    def byline(self) -> str:
        """Outlet, date, where it came from, what was taken out: the line under the headline."""
        article = self._w.session.article
        if article is None:
            return ""
        from factcheck_gui.ui.lists import claim_words
        from factcheck_gui.ui.signed_bar import signed_words

        row = article.row
        parts = [row.author, row.site, claim_words.day(row.published) if row.published else ""]
        if row.source_name:
            parts.append(
                translate("Window", "imported from {0}").format(core_words.source(row.source_name))
            )
        language = article.language.partition("-")[0].lower()
        if language and language != "en":
            parts.append(
                translate("Window", "in {0}: the claim finder reads English only").format(
                    claim_words.language(language)
                )
            )
        if article.row.signed_at:
            parts.append(signed_words(article.row.signed_at, article.row.signed_by))
        if article.version_number > 1:
            parts.append(translate("Window", "version {0}").format(article.version_number))
        if article.furniture:
            lines = sum(len(one.text.strip().splitlines()) for one in article.furniture)
            parts.append(translate("Window", "lines of page furniture hidden: {0}").format(lines))
        return " · ".join(part for part in parts if part)

    def edit_details(self) -> None:
        from factcheck_gui.ui.details_dialog import DetailsDialog

        session, article = self._w.session, self._w.session.article
        if article is None or session.reader is None:
            return
        dialog = DetailsDialog(
            article, session.reader.versions(article.row.key), not session.read_only, self._w
        )
        dialog.original_wanted.connect(self._want_original)
        if asked(dialog):
            self._take_details(dialog.values())

    def _want_original(self, number: int, save: bool) -> None:
        if save:
            self._w.save_original(number)
        else:
            self._w.show_original(number)

    def _take_details(self, values: dict[str, str]) -> None:
        """Another day of publication moves every "last Friday": offers to find claims again."""
        session, article = self._w.session, self._w.session.article
        if article is None:
            return
        before = article.row.published
        session.edit_article(article.row.key, values)
        if session.article and session.article.row.published != before:
            self._w.notice.say(
                translate("Window", "Words like “last Friday” mean other days now."),
                action=(translate("Window", "Find claims again"), self._w.find_again),
            )

    def trash_article(self) -> None:
        session, article = self._w.session, self._w.session.article
        if article is None:
            return
        key = article.row.key
        session.trash(key)
        if session.article is None:  # it was written
            self._w.notice.say(
                translate("Window", "Moved to the trash: {0}").format(article.row.name),
                # Not the last step whatever it is by then, but this one.
                action=(translate("Window", "Undo"), lambda: self._restore(key)),
            )

    def _restore(self, key: int) -> None:
        self._w.session.restore(key)
        self._w.session.go_to(key)
        self._w.importer.find_again()

    def show_trash(self) -> None:
        from factcheck_gui.ui.dialogs import TrashDialog

        session = self._w.session
        if session.reader is None:
            return
        rows = session.reader.article_rows(trashed=True)
        dialog = TrashDialog(rows, not session.read_only, self._w)
        answer = asked(dialog)
        if answer == TrashDialog.RESTORE and dialog.chosen():
            self._restore(dialog.chosen())
        elif answer == TrashDialog.EMPTY and self._sure_to_empty(len(rows)):
            gone = session.empty_trash()
            session.told.emit(translate("Window", "Deleted for good: {0}.").format(gone))

    def _sure_to_empty(self, count: int) -> bool:
        button = QtWidgets.QMessageBox.StandardButton
        answer = QtWidgets.QMessageBox.warning(
            self._w,
            translate("Window", "Empty the trash?"),
            translate(
                "Window",
                "{0} articles and every verdict on them will be deleted for good. "
                "This cannot be undone.",
            ).format(count),
            button.Discard | button.Cancel,
            button.Cancel,
        )
        return answer == button.Discard

    # ------------------------------------------------------------ rating scales

    def show_scales(self) -> None:
        """Which scale the article uses, and making one's own."""
        asked(self.scales_dialog())
        self._own_scales = None  # read again when they are asked for

    def scale_called(self, id: str) -> Scale | None:
        """The scale with this id, of the app or of one's own."""
        from factcheck_gui import paths
        from factcheck_gui.library.scales import all_scales, shipped

        if id not in shipped() and self._own_scales is None:
            self._own_scales = all_scales(paths.own_scales())
        return shipped().get(id) or (self._own_scales or {}).get(id)

    def scale_of_new(self) -> Scale:
        """The scale that new articles get."""
        from factcheck_gui.library.scales import DEFAULT, shipped

        return self.scale_called(self._w.settings.scale or DEFAULT) or shipped()[DEFAULT]

    def scales_dialog(self) -> ScalesDialog:
        from factcheck_gui import paths
        from factcheck_gui.library.scales import DEFAULT
        from factcheck_gui.ui.scales_dialog import ScalesDialog

        w = self._w
        now = w.session.scale if w.session.editable else None
        default = w.settings.scale or DEFAULT
        dialog = ScalesDialog(paths.own_scales(), now, default, w)
        dialog.chosen.connect(w.session.use_scale)
        dialog.preferred.connect(lambda id: setattr(w.settings, "scale", id))
        return dialog

    # ------------------------------------------------------------ signing off

    def sign_off(self) -> None:
        """Freezes the article, after a list of what to look at."""
        from factcheck_gui import jobs

        w, session = self._w, self._w.session
        session.finish_typing()
        if session.article and session.path and session.reader:
            key = session.article.row.key
            w.tasks.in_thread(
                partial(jobs.unready, session.path, key, session.reader.blind),
                partial(self._ask_to_sign, key),
                w.notice.show_problem,
            )

    def _ask_to_sign(self, article: int, unready: Unready) -> None:
        from factcheck_gui.ui.signing_dialogs import SignOffDialog

        session = self._w.session
        if session.article is None or session.article.row.key != article:
            return  # another one was opened meanwhile
        dialog = SignOffDialog(unready, self._w)
        dialog.claim_wanted.connect(session.go_to_number)
        if asked(dialog):
            session.sign_off()

    def take_back_sign_off(self) -> None:
        """Lets the article change again; the history keeps that it was signed off."""
        answer = QtWidgets.QMessageBox.question(
            self._w,
            translate("Window", "Take the sign-off back?"),
            translate(
                "Window",
                "The article can be changed again as before. The history keeps that it was "
                "signed off.",
            ),
        )
        if answer == QtWidgets.QMessageBox.StandardButton.Yes:
            self._w.session.take_back_sign_off()

    def correct(self) -> None:
        """Asks for the correction of the current claim: verdict, reason, note for the public."""
        from factcheck_gui.ui.signing_dialogs import CorrectionDialog

        session = self._w.session
        if session.claim is None or session.scale is None:
            return
        last = session.correction() or session.own_assessment()
        now = (session.claim.verdict or "", last.reason if last else "")
        dialog = CorrectionDialog(session.claim, session.scale, now, self._w)
        if asked(dialog):
            session.correct(*dialog.values())


def _counts(summary: Summary) -> list[str]:
    """How many articles an import brought, and how many files it did not take."""
    counts = (
        (translate("Window", "Articles added: {0}."), len(summary.added)),
        (translate("Window", "Newer texts of articles: {0}."), len(summary.newer)),
        (translate("Window", "Already in the library: {0}."), len(summary.known)),
        (translate("Window", "Cancelled: {0}."), summary.cancelled),
        (translate("Window", "Not taken: {0}."), len(summary.refused)),
        (translate("Window", "Files of other kinds passed over: {0}."), summary.passed_over),
    )
    return [words.format(count) for words, count in counts if count]


def asked(dialog: QtWidgets.QDialog) -> int:
    """Shows a dialog until it is answered, and lets go of it when its answer was read."""
    answer = dialog.exec()
    dialog.deleteLater()  # or the window would keep it, and all it shows, until the end
    return answer


def open_box(dialog: QtWidgets.QDialog) -> None:
    """Shows a dialog that answers by itself; it is gone once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
