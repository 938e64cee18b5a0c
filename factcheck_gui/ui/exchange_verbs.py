"""What the actions of the table do about working apart: a package for a colleague, and one that
comes back. The dialogs are in package_dialog.py and merge_dialog.py.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, Qt
from shiboken6 import isValid

if TYPE_CHECKING:
    from factcheck_gui.agreement import Agreement
    from factcheck_gui.domain import Claim
    from factcheck_gui.library.packing import Packed
    from factcheck_gui.ui.agreement_dialog import AgreementDialog
    from factcheck_gui.ui.main_window import MainWindow
    from factcheck_gui.ui.package_dialog import Wanted

translate = QCoreApplication.translate


class ExchangeVerbs:
    """The part of the main window's verbs that is about packages."""

    @property
    def _w(self) -> MainWindow:
        return cast("MainWindow", self)

    def package_articles(self) -> None:
        """Asks what a package is to hold, then writes it in a thread."""
        from factcheck_gui.ui.article_verbs import asked
        from factcheck_gui.ui.package_dialog import PackageDialog

        w, session = self._w, self._w.session
        if session.reader is None:
            return
        session.finish_typing()
        dialog = PackageDialog(session.reader, session.article, w.settings, w)
        if asked(dialog):
            self.package(dialog.wanted())

    def package(self, wanted: Wanted) -> None:
        """Writes a package in a thread and says where it is."""
        from factcheck_gui import jobs

        w, library = self._w, self._w.session.path
        if library is None:
            return
        if not wanted.blind and w.session.hides_others(wanted.articles):
            w.notice.say(
                translate(
                    "Exchange",
                    "This is a blind second reading: only a blind package can be made of articles "
                    "that others have judged.",
                ),
                tone="amber",
            )
            return
        at = w.session.clock()
        w.session.told.emit(translate("Exchange", "Writing the package…"))
        w.tasks.in_thread(
            lambda: jobs.package(
                library, wanted.articles, blind=wanted.blind, notes=wanted.notes,
                out=wanted.path, at=at,
            ),
            lambda packed: self._packed(packed, wanted.blind),
            w.notice.show_problem,
        )  # fmt: skip

    def _packed(self, packed: Packed, blind: bool) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        counts = packed.counts
        words = translate("Exchange", "Package written: {0} (articles: {1}, claims: {2}, {3}).")
        given = translate("Exchange", "assessments: {0}").format(counts["assessment"])
        rest = translate("Exchange", "nothing that anybody judged") if blind else given
        folder = QUrl.fromLocalFile(str(packed.path.parent))
        self._w.notice.say(
            words.format(packed.path, counts["article"], counts["claim"], rest),
            tone="green",
            action=(
                translate("Exchange", "Show the folder"),
                lambda: QDesktopServices.openUrl(folder),
            ),
        )

    def choose_package(self) -> None:
        """Asks for a package and merges it."""
        name, _ = QtWidgets.QFileDialog.getOpenFileName(
            self._w,
            translate("Exchange", "Merge a package or a report"),
            self._w.settings.choice("exchange/folder"),
            _filter(),
        )
        if name:
            self._w.settings.set_choice("exchange/folder", str(Path(name).parent))
            self.merge_package(Path(name))

    def merge_package(self, path: Path) -> None:
        """Merges a package behind a dialog that shows how far it is, then what came in."""
        from factcheck_gui.ui.article_verbs import open_box
        from factcheck_gui.ui.merge_dialog import MergeDialog

        dialog = MergeDialog(path, self._w.exchange, self._w)
        dialog.refused.connect(self._w.notice.show_problem)
        dialog.disagreements_wanted.connect(self._show_disagreements)
        open_box(dialog)
        dialog.start()

    def _show_disagreements(self, article: int) -> None:
        self._w.session.go_to(article)
        self._w.session.show_claims("disputed")
        if self._w.session.view:
            self._w.session.choose_claim(self._w.session.view[0])

    # ------------------------------------------------------------ agreement

    def show_agreement(self) -> None:
        """How far reviewers agree, in a window of its own."""
        from factcheck_gui.ui.agreement_dialog import AgreementDialog

        w, reader = self._w, self._w.session.reader
        if reader is None:
            return
        w.session.finish_typing()
        if w.session.blind:
            w.notice.say(
                translate(
                    "Exchange",
                    "This is a blind second reading: how far reviewers agree is not shown now.",
                ),
                tone="amber",
            )
            return
        dialog = AgreementDialog(
            reader.reviewers(),
            lambda whole, names: self._measure(dialog, whole, names),
            self._claims_of,
            w,
        )
        dialog.setModal(False)
        dialog.which.setCurrentIndex(1 if w.session.article is None else 0)
        dialog.claim_wanted.connect(w.session.go_to)
        dialog.save_wanted.connect(self._save_agreement)
        w.session.reviewer_changed.connect(dialog.close)  # a blind reader may come
        w.session.library_opened.connect(dialog.close)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.ask()

    def _measure(self, dialog: AgreementDialog, whole: bool, names: tuple[str, ...]) -> None:
        from factcheck_gui import jobs

        session, library = self._w.session, self._w.session.path
        if library is None or session.reader is None:
            return
        keys = [session.article.row.key] if session.article else []
        if whole:
            keys = list(session.reader.article_keys())
        alive = weakref.ref(dialog)

        def answer(found: tuple[Agreement, ...]) -> None:
            still = alive()
            if still is not None and isValid(still):
                still.show_found(found)

        self._w.tasks.in_thread(
            lambda: jobs.agreement(library, keys, names), answer, self._w.notice.show_problem
        )

    def _claims_of(self, ids: Sequence[str]) -> list[Claim]:
        reader = self._w.session.reader
        if reader is None:
            return []
        keys = [key for one in ids if (key := reader.claim_key(one)) is not None]
        return reader.claims(keys)

    def _save_agreement(self, found: tuple[Agreement, ...], out: Path) -> None:
        from factcheck_gui import jobs

        written = translate("Exchange", "Written: {0}")
        self._w.tasks.in_thread(
            lambda: jobs.save_agreement(found, out),
            lambda path: self._w.notice.say(written.format(path), tone="green"),
            self._w.notice.show_problem,
        )

    # ------------------------------------------------------------ drops

    def take_files(self, paths: list[Path]) -> None:
        """Files from elsewhere: a package or a report is merged, everything else is an article."""
        from factcheck_gui.exchanging import is_exchanged

        packages = [one for one in paths if is_exchanged(one)]
        others = [one for one in paths if one not in packages]
        if others:
            self._w.importer.import_paths(others)
        if packages and not others:
            self.merge_package(packages[0])
        if packages[1:] or (packages and others):
            self._w.session.told.emit(
                translate("Exchange", "Packages and reports are merged one by one.")
            )


def _filter() -> str:
    names = translate("Exchange", "Packages, JSON reports and copied libraries")
    return f"{names} (*.factpack *.json *.zip *.factcheck)"
