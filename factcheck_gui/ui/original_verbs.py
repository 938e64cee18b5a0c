"""Showing and saving the original file of a version: what is asked before another program gets it.

Not here: what an original is and what in it could act (originals.py).
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from factcheck_gui.originals import Original
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate


class OriginalVerbs:
    """The part of the main window's verbs that is about originals."""

    _copies: Path | None = None  # a folder of this window's own, gone when it closes

    @property
    def _w(self) -> MainWindow:
        return cast("MainWindow", self)

    def show_original(self, number: int = 0) -> None:
        """Shows a read-only copy of the file of the version shown, or of another one."""
        w, article = self._w, self._w.session.article
        if article and w.session.path:
            from factcheck_gui import jobs

            w.tasks.in_thread(
                partial(jobs.original, w.session.path, article.row.key, number),
                lambda found: self._ask_and_show(number, *found),
                w.notice.show_problem,
            )

    def _ask_and_show(self, number: int, data: bytes, original: Original) -> None:
        answer = self._how(original)
        if answer == "save":
            self.save_original(number)
        elif answer:
            self._open_copy(data, original, as_text=answer == "text")

    def _how(self, original: Original) -> str:
        """Asks unless it is plain text: "text", "open", "save" or "" for not at all."""
        if original.kind == "text":
            return "text"
        box = QtWidgets.QMessageBox(self._w)
        box.setWindowTitle(translate("Originals", "Show the original"))
        box.setText(_headline(original))
        box.setInformativeText(_why(original))
        role = QtWidgets.QMessageBox.ButtonRole
        answers: dict[object, str] = {}
        if original.has_text:
            shown = box.addButton(translate("Originals", "Show as text"), role.AcceptRole)
            answers[shown] = "text"
        if original.may_open:
            shown = box.addButton(translate("Originals", "Open a copy"), role.AcceptRole)
            answers[shown] = "open"
        saved = box.addButton(translate("Originals", "Save…"), role.ActionRole)
        answers[saved] = "save"
        cancel = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        if original.acts:
            box.setDefaultButton(cancel)
        box.exec()
        answer = answers.get(box.clickedButton(), "")
        box.deleteLater()
        return answer

    def _open_copy(self, data: bytes, original: Original, *, as_text: bool) -> None:
        from factcheck_gui import originals
        from factcheck_gui.domain import Problem

        try:
            path = originals.write_copy(data, original, self.private_folder(), as_text=as_text)
        except Problem as problem:
            self._w.notice.show_problem(problem)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._w.notice.say(
                translate("Originals", "No program here opens it. The copy is: {0}").format(path)
            )

    def private_folder(self) -> Path:
        """Where lies what is only shown; nobody else can read it, and it goes with the window."""
        if self._copies is None:
            self._copies = Path(tempfile.mkdtemp(prefix="factcheck-"))
        return self._copies

    def save_original(self, number: int = 0) -> None:
        """Writes the original's bytes where the reviewer says."""
        from factcheck_gui import jobs

        w, article = self._w, self._w.session.article
        if article is None or w.session.path is None or w.session.reader is None:
            return
        library, key = w.session.path, article.row.key
        rows = {one.number: one for one in w.session.reader.versions(key)}
        shown = rows.get(number or article.version_number)
        suggested = str(Path.home() / (Path(shown.source_name).name if shown else ""))
        name, _ = QtWidgets.QFileDialog.getSaveFileName(
            w, translate("Window", "Save the original"), suggested
        )
        if name:
            w.tasks.in_thread(
                lambda: jobs.save_original(library, key, Path(name), number),
                lambda path: w.session.told.emit(translate("Window", "Saved: {0}").format(path)),
                w.notice.show_problem,
            )

    def clear_copies(self) -> None:
        """Removes the copies that were shown."""
        if self._copies:
            from factcheck_gui import originals

            originals.clear(self._copies)
            self._copies = None


def _headline(original: Original) -> str:
    if original.kind == "page":
        return translate("Originals", "The original is a web page, a mail or a drawing.")
    if original.kind == "other":
        return translate("Originals", "The original is an archive or a file of another kind.")
    if original.acts:
        return translate("Originals", "The original holds something that can act.")
    return translate("Originals", "The original is opened by another program.")


def _why(original: Original) -> str:
    if original.kind == "page":
        return translate(
            "Originals",
            "A browser would run its scripts and load what it links to, and its outlet would "
            "know. So it is shown as the text that the file is made of.",
        )
    if original.kind == "other":
        return translate("Originals", "It is not opened from here. You can save it and look at it "
                         "with a program that you trust.")  # fmt: skip
    told = [_act_words(one) for one in original.acts]
    words = translate("Originals", "The copy is read-only, and the library keeps the file as it "
                      "came. The other program may load what the file links to.")  # fmt: skip
    return "\n".join(["\n".join(f"• {one}" for one in told), words]).strip()


def _act_words(act: str) -> str:
    return {
        "macro": translate("Originals", "macros: keep them switched off"),
        "script": translate("Originals", "scripts"),
        "program": translate("Originals", "something that starts a program"),
        "embedded": translate("Originals", "other files inside it"),
        "link": translate("Originals", "links that are loaded when it is opened"),
    }[act]
