"""How much of the open article's text is accounted for, kept up to date in a thread while the
reviewer works, and the way to the next sentence that waits. Not here: what counts
(library/coverage.py), how it is shown (status_bar.py).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck_gui import jobs
from factcheck_gui.domain import Span
from factcheck_gui.library.coverage import Coverage
from factcheck_gui.session import Session
from factcheck_gui.tasks import Tasks

PAUSE = 300  # milliseconds after a change, so that many at once are measured once


class CoverageWatch(QObject):
    """``measured`` brings a Coverage, or None where no article is open."""

    measured = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self.every = False  # whether every sentence counts, or those that were listed
        self.now: Coverage | None = None
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.measure)
        session.article_opened.connect(self._opened)
        for signal in (session.article_touched, session.changed, session.claims_moved):
            signal.connect(lambda _: self._timer.start())
        session.reviewer_changed.connect(self._timer.start)

    def _opened(self) -> None:
        self._take(0, None)  # nothing of the article before is said of this one
        self._timer.start()

    def count_every(self, every: bool) -> None:
        """Whether every sentence counts from now on."""
        self.every = every
        self.measure()

    def measure(self) -> None:
        """Measures the open article in a thread."""
        session = self._session
        self._timer.stop()
        self._asked += 1
        if session.article is None or session.path is None or session.reader is None:
            self._take(self._asked, None)
            return
        self._tasks.in_thread(
            partial(
                jobs.coverage, session.path, session.article.row.key, self.every,
                session.reader.blind,
            ),
            partial(self._take, self._asked),
        )  # fmt: skip

    def _take(self, asked: int, found: Coverage | None) -> None:
        if asked in (0, self._asked):  # an older answer is about another article
            self.now = found
            self.measured.emit(found)

    def next_waiting(self, after: int) -> Span | None:
        """The next sentence that waits, from an offset on and round again."""
        waiting = self.now.waiting if self.now else ()
        return next((one for one in waiting if one.start > after), waiting[0] if waiting else None)
