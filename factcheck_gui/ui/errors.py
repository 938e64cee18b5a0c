"""Bugs: logged, and one dialog a distinct traceback, never a loop of them.

Problems that a person can act on are not bugs; they are shown by notice.py. One that nobody caught,
as where the drive of the library is gone, is told there as well.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from factcheck_gui.domain import Problem
    from factcheck_gui.tasks import Tasks
    from factcheck_gui.ui.notice import Notice

_log = logging.getLogger("factcheck_gui")
_seen: set[str] = set()
_shown: set[QWidget] = set()
translate = QCoreApplication.translate
_tell: Callable[[Problem], object] | None = None


def install(folder: Path) -> None:
    """Sends uncaught exceptions to a log file in ``folder`` and to a dialog."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "factcheck-gui.log", encoding="utf-8", delay=True)
    except OSError:
        _log.addHandler(logging.StreamHandler(sys.stderr))
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
    sys.excepthook = _hook


def watch(tasks: Tasks, notice: Notice) -> None:
    """Faults of background work are reported. What a person can act on and nobody caught is told
    in the notice, while that is there."""
    global _tell  # noqa: PLW0603 - Python has one hook for all that nobody caught
    tasks.failed.connect(report)
    _tell = notice.show_problem
    notice.destroyed.connect(_forget)


def _forget() -> None:
    global _tell  # noqa: PLW0603
    _tell = None


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    text = "".join(traceback.format_exception(kind, error, trace))
    problem = _problem(error)
    if problem and _tell:
        _log.warning("%s", text)
        _tell(problem)
    else:
        report(text)


def _problem(error: BaseException) -> Problem | None:
    from factcheck_gui.domain import Problem
    from factcheck_gui.library.file import out_of_reach  # not before the first frame

    return error if isinstance(error, Problem) else out_of_reach(error)


def report(text: str) -> None:
    """Logs a traceback and shows it once."""
    _log.error("%s", text)
    if text in _seen or QApplication.instance() is None:
        return
    from PySide6.QtWidgets import QMessageBox

    _seen.add(text)
    box = QMessageBox(QApplication.activeWindow())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _shown.add(box)  # without an active window nobody else would keep it
    box.destroyed.connect(lambda: _shown.discard(box))
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Errors", "Something went wrong"))
    box.setText(translate("Errors", "The app met a fault of its own."))
    box.setInformativeText(translate("Errors", "What was saved is safe. You can go on working."))
    box.setDetailedText(text)
    box.setModal(False)
    copy = box.addButton(translate("Errors", "Copy"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    box.show()
