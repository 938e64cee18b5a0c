"""Taking a package or a JSON report into the open library while the window lives: a package is
read and proved in a thread, a report in the child process, and both are merged on the GUI thread a
few rows at a time, all of it as one transaction.

Whoever starts it keeps the reviewer from working meanwhile (a modal dialog): between two steps the
transaction is open, and anything else that was written would be part of it.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck_gui import jobs, report_files
from factcheck_gui.domain import Problem
from factcheck_gui.library.merging import Merged, Merging
from factcheck_gui.library.packages import SUFFIX, Package
from factcheck_gui.library.store import Store
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks

if TYPE_CHECKING:
    from factcheck_gui.reports.incoming import Admitted, Gathering

PATIENCE = 300  # seconds that the largest report may take to be read on a slow machine
LONGEST = 0.012  # seconds of merging after which the window has its turn


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a package brought; ``disputed``: on how many claims of an article (row id) of it
    reviewers disagree now, where there are any; of a report also which articles were refused, and
    what else there is to say."""

    path: Path
    merged: Merged
    disputed: dict[int, int]
    refused: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


class Exchange(QObject):
    """Merges one package at a time. ``arrived`` or ``refused`` ends it, or neither after
    ``cancel``."""

    progress = Signal(int, int)  # rows done, and of how many
    arrived = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._steps: Generator[tuple[int, int], None, None] | None = None
        self._reading = False  # a report, in the child process
        self._turn = 0  # which merge is wanted; a cancelled one's package is let go of

    def merge(self, path: Path) -> None:
        """Takes a package, a JSON report, or a library that was copied as a file, into the open
        library."""
        session, at = self._session, self._session.clock()
        self._turn += 1
        if session.store is None or not session.finish_typing():
            self._refuse(self._turn, Problem(self.tr("Nothing can be written here now.")))
        elif self._tasks.busy:
            busy = Problem(
                self.tr("Articles are being read at the moment."),
                kept=self.tr("Try again when that is done."),
            )
            self._refuse(self._turn, busy)
        elif session.path and path.resolve() == session.path.resolve():
            self._refuse(self._turn, Problem(self.tr("This is the library itself."), str(path)))
        elif report_files.is_report(path):
            self._read_report(path)
        else:
            self._tasks.in_thread(
                lambda: jobs.read_package(path, at),
                partial(self._begin, self._turn, path),
                partial(self._refuse, self._turn),
            )

    def _read_report(self, path: Path) -> None:
        from factcheck_gui.reports.incoming import Gathering

        gathering = Gathering()
        self._reading = True
        job = Job(
            path.name, report_files.report_pieces, (str(path),),
            part=gathering.take,
            done=lambda _: self._admit(path, gathering),
            refused=partial(self._refuse, self._turn),
            seconds=PATIENCE,
        )  # fmt: skip
        self._tasks.submit(job)

    def _admit(self, path: Path, gathering: Gathering) -> None:
        """Compares a report with the library, in a thread."""
        self._reading = False
        library, by = self._session.path, self._session.reviewer.name
        if library is not None:
            self._tasks.in_thread(
                lambda: report_files.admit(library, gathering.incoming, by),
                partial(self._begin_report, self._turn, path),
                partial(self._refuse, self._turn),
            )

    def _begin_report(self, turn: int, path: Path, found: Admitted) -> None:
        if found.package is not None:
            self._begin(turn, path, found.package, found.refused, found.notes)
        elif found.refused:
            first = found.refused[0]
            where = f"{path.name}: {first.where}" if first.where else path.name
            self._refuse(turn, Problem(first.what, where, self.tr("Nothing was taken in.")))
        else:
            self._refuse(turn, Problem(self.tr("There is no article in this report."), str(path)))

    def cancel(self) -> None:
        """Stops. What was taken in so far is taken back: it was never written."""
        self._turn += 1
        if self._reading:
            self._reading = False
            self._tasks.cancel()
        self._stop()

    def _stop(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()  # which rolls back

    def _refuse(self, turn: int, problem: Problem) -> None:
        self._reading = False
        if turn == self._turn:
            self.refused.emit(problem)

    def _begin(
        self, turn: int, path: Path, package: Package,
        refused: tuple[Problem, ...] = (), notes: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        if turn == self._turn:
            self._steps = self._take_in(path, package, refused, notes)
            self._go_on(turn)

    def _take_in(
        self, path: Path, package: Package, refused: tuple[Problem, ...], notes: tuple[str, ...]
    ) -> Generator[tuple[int, int], None, None]:
        """Merges step by step inside one transaction, then tells."""
        session = self._session
        store = session.store
        assert store is not None  # nothing was closed since merge() looked
        with store.together():
            merging = Merging(store, package, session.reviewer.name, session.clock())
            yield from merging.steps()
        lost = session.read_anew() if merging.result.changed else 0
        if lost:
            words = self.tr(
                "Steps before the merge that cannot be undone any more, since the same was edited"
                " on the other side: {0}"
            )
            notes = (*notes, words.format(lost))
        disputed = _disputed(store, package)
        self.arrived.emit(Arrived(path, merging.result, disputed, refused, notes))

    def _go_on(self, turn: int) -> None:
        """Merges for a moment, then lets the window have its turn."""
        steps, until = self._steps, time.monotonic() + LONGEST
        if turn != self._turn or steps is None:
            return
        try:
            for done, rows in steps:
                if time.monotonic() > until:
                    self.progress.emit(done, rows)
                    QTimer.singleShot(0, self, partial(self._go_on, turn))
                    return
        except Problem as problem:
            self._steps = None
            self._refuse(turn, problem)
            return
        self._steps = None


def _disputed(store: Store, package: Package) -> dict[int, int]:
    found = (store.article_key(row["uuid"]) for row in package.rows["article"])
    keys = [key for key in found if key is not None]
    counts: dict[int, int] = {}
    for start in range(0, len(keys), 500):
        buckets = store.buckets(keys[start : start + 500])
        counts |= {key: one["disputed"] for key, one in buckets.items() if one.get("disputed")}
    return counts


def is_exchanged(path: Path) -> bool:
    """Whether a file is named like a package from a colleague, or says that it is a report."""
    return path.suffix.casefold() == SUFFIX or report_files.is_report(path)
