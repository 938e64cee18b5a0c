"""The verbs of the Library menu: new, open, recent, save a copy, check. A second window on the
same library is offered read-only; a library in a synced folder gets a warning."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # its dialogs by their full names: each is loaded when it is named
from PySide6.QtCore import QCoreApplication

from factcheck_gui import jobs, paths
from factcheck_gui.domain import LibraryLocked, Problem

if TYPE_CHECKING:
    from factcheck_gui.library.check import Finding
    from factcheck_gui.ui.main_window import MainWindow

translate = QCoreApplication.translate


class Libraries:
    """Works for one main window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Opens a library; whether it is open now. A new one starts with the seed articles."""
        window = self._window
        here = window.session.path
        if here and here.resolve() == path.resolve() and not window.session.read_only:
            return True
        there = _is_there(path)
        empty = there and path.stat().st_size == 0
        new = empty or not there
        window.remember_place()
        try:
            window.session.open_library(path, read_only=read_only)
        except LibraryLocked as problem:
            return self._offer_read_only(path, problem)
        except Problem as problem:
            return self._instead(path, problem, read_only=read_only)
        window.settings.library = path
        self._warn_of_sync(path)
        if empty:
            window.notice.say(
                translate(
                    "Libraries",
                    "This file was empty (0 bytes): a new library was made in it. If you expect "
                    "your work here, close it and look for another copy.",
                ),
                tone="amber",
            )
        if new:
            window.importer.import_paths([paths.seeds()])
        else:
            window.go_to_last_place()
            window.importer.find_again()
            window.tasks.in_thread(
                lambda: jobs.quick_check(path), refused=window.notice.show_problem
            )
        window.claims.view.setFocus()
        return True

    def _instead(self, path: Path, problem: Problem, *, read_only: bool) -> bool:
        """What can be had where opening failed: reading, where the place may not be written."""
        window = self._window
        if not read_only and _is_there(path) and not os.access(path.parent, os.W_OK):
            opened = self.open(path, read_only=True)
            if opened:
                window.notice.say(
                    translate(
                        "Libraries",
                        "This place may not be written, so the library is open for reading only. "
                        "Save a copy elsewhere to work on it.",
                    ),
                    tone="amber",
                )
            return opened
        window.notice.show_problem(problem)
        return False

    def _offer_read_only(self, path: Path, problem: Problem) -> bool:
        box = QtWidgets.QMessageBox(self._window)
        box.setWindowTitle(translate("Libraries", "The library is in use"))
        box.setText(problem.what)
        box.setInformativeText(
            translate(
                "Libraries",
                "You can read it here; nothing can be changed until the other one is closed.",
            )
        )
        read = box.addButton(
            translate("Libraries", "Open read-only"), QtWidgets.QMessageBox.ButtonRole.AcceptRole
        )
        box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        box.exec()
        box.deleteLater()
        return self.open(path, read_only=True) if box.clickedButton() is read else False

    def open_known(self, path: Path) -> bool:
        """Opens a library of the Recent menu; one that is not there (a drive that is not plugged
        in) is said to be missing, never made anew."""
        if _is_there(path):
            return self.open(path)
        self._say_missing(path)
        return False

    def open_first(self, wanted: Path | None) -> None:
        """Opens what a start opens: the library asked for, the last one, or the user's own."""
        last, own = self._window.settings.library, paths.default_library()
        missing = last if not wanted and last and last != own and not _is_there(last) else None
        self.open(wanted or (own if missing else last or own))
        if missing:
            self._say_missing(missing)

    def _say_missing(self, path: Path) -> None:
        problem = Problem(
            translate("Libraries", "There is no library at this place."),
            str(path),
            translate("Libraries", "Was it moved, or is a drive missing?"),
        )
        self._window.notice.show_problem(problem)

    def _warn_of_sync(self, path: Path) -> None:
        service = paths.synced_by(path)
        if service:
            self._window.notice.say(
                translate(
                    "Libraries",
                    "This library lies in a folder that {0} keeps in step. Two computers that "
                    "change it at once will lose work: keep it on one computer at a time.",
                ).format(service),
                tone="amber",
            )

    # ------------------------------------------------------------ from the menu

    def new(self) -> None:
        path, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window, translate("Libraries", "New library"), str(paths.data_folder()), _filter()
        )
        if path:
            self._create(_with_suffix(Path(path)))

    def _create(self, path: Path) -> None:
        if path.exists():
            self._window.notice.show_problem(
                Problem(
                    translate("Libraries", "There is a file of this name already."),
                    str(path),
                    translate("Libraries", "It was not touched."),
                )
            )
        else:
            self.open(path)

    def choose(self) -> None:
        path, _ = QtWidgets.QFileDialog.getOpenFileName(
            self._window,
            translate("Libraries", "Open library"),
            str(paths.data_folder()),
            _filter(),
        )
        if path:
            self.open(Path(path))

    def save_copy(self) -> None:
        source = self._window.session.path
        if source is None:
            return
        self._window.session.finish_typing()
        copied = translate("Libraries", "copy")
        suggested = source.with_name(f"{source.stem} {copied}.factcheck")
        path, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window, translate("Libraries", "Save a copy"), str(suggested), _filter()
        )
        if path:
            target = _with_suffix(Path(path))
            self._window.tasks.in_thread(
                lambda: jobs.copy(source, target),
                lambda done: self._window.session.told.emit(
                    translate("Libraries", "Copy saved: {0}").format(done)
                ),
                self._window.notice.show_problem,
            )

    def check(self) -> None:
        path = self._window.session.path
        if path:
            self._window.session.told.emit(translate("Libraries", "Checking the library…"))
            self._window.tasks.in_thread(
                lambda: jobs.check(path), self._checked, self._window.notice.show_problem
            )

    def _checked(self, findings: list[Finding]) -> None:
        if not findings:
            self._window.session.told.emit(translate("Libraries", "The library is whole."))
            return
        lines = "\n".join(f"{one.check} · {one.where}: {one.what}" for one in findings)
        problem = Problem(
            translate("Libraries", "The check found {0} things that are wrong.").format(
                len(findings)
            ),
            kept=translate("Libraries", "Nothing was changed. Save a copy before you go on."),
        )
        self._window.notice.show_problem(problem, lines)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # on the way to it something may not be looked into
        return False


def _filter() -> str:
    return translate("Libraries", "Libraries") + " (*.factcheck)"


def _with_suffix(path: Path) -> Path:
    return path if path.suffix else path.with_name(path.name + ".factcheck")
