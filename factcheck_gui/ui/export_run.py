"""What the export window asks for, and the writing of one report in a thread, which can be watched
and stopped. Not here: the window, telling the end of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factcheck_gui import jobs
from factcheck_gui.domain import Problem
from factcheck_gui.reports.content import Choices
from factcheck_gui.tasks import Tasks, Watch


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report: ``articles`` are row ids; ``copies`` puts it into an archive with the kept copies
    of its sources. ``path`` may be replaced."""

    format: str
    choices: Choices
    articles: tuple[int, ...]
    path: Path
    copies: bool = False


class ExportRun(QObject):
    """``done`` (an Exported), ``refused`` (a Problem) or ``stopped`` ends it, once; ``moved`` tells
    how far it is (done, total)."""

    moved = Signal(int, int)
    done = Signal(object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._watch = Watch(self)
        self._watch.moved.connect(self.moved)
        self._told = False

    def start(self, library: Path, wanted: Wanted, at: datetime) -> None:
        """Begins to write, from the library file and as of ``at``."""
        self._tasks.in_thread(
            lambda: jobs.export(
                library, wanted.articles, wanted.choices, format=wanted.format,
                out=wanted.path, at=at, copies=wanted.copies, progress=self._watch,
            ),
            self._done,
            self._refuse,
            self._end,
            self._watch,
        )  # fmt: skip

    def stop(self) -> None:
        """Stops it; what was at its place before is unchanged. Too late when it is written."""
        self._watch.stop()

    def _done(self, made: jobs.Exported) -> None:
        self._told = True
        self.done.emit(made)

    def _refuse(self, problem: Problem) -> None:
        self._told = True
        self.refused.emit(problem)

    def _end(self) -> None:
        if not self._told:
            self.stopped.emit()
        self.deleteLater()
