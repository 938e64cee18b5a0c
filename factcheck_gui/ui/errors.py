"""Bugs: logged, and one dialog a distinct traceback, never a loop of them.

Problems that a person can act on are not bugs; they are shown by notice.py.
"""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

_log = logging.getLogger("factcheck_gui")
_seen: set[str] = set()


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


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    report("".join(traceback.format_exception(kind, error, trace)))


def report(text: str) -> None:
    """Logs a traceback and shows it once."""
    _log.error("%s", text)
    if text in _seen or QApplication.instance() is None:
        return
    _seen.add(text)
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_tr("Something went wrong"))
    box.setText(_tr("The app met a fault of its own."))
    box.setInformativeText(_tr("What was saved is safe. You can go on working."))
    box.setDetailedText(text)
    box.setModal(False)
    copy = box.addButton(_tr("Copy"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
    box.show()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Errors", text)
