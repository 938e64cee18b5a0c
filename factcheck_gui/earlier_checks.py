"""Earlier checks while the window lives: sought for the current claim in a thread; files of them
are read in the child process and written in small batches on the GUI thread.

Not here: what says the same (``precedents``), what it looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck_gui.domain import Feed, Problem
from factcheck_gui.library.precedents import Earlier, feeds
from factcheck_gui.library.store import Store
from factcheck_gui.precedents import (
    SECONDS,
    FeedArrival,
    FeedBatch,
    Finder,
    judged,
    nearness,
    read_feed,
    removing,
)
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks

PAUSE = 120  # milliseconds before a claim's earlier checks are sought: J may be held down


class EarlierChecks(QObject):
    """Asks and takes in for one window."""

    found = Signal(int, object)  # a claim's row id, and a list of Earlier
    arrived = Signal(object)  # TakenIn
    refused = Signal(object)  # Problem
    changed = Signal()  # files of checks came or went

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._finder = Finder()
        self._busy = False  # a question is in its thread
        self._words = ""  # asked for in place of the claim's own
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)

    # ------------------------------------------------------------ finding

    def ask(self, words: str = "") -> None:
        """Seeks earlier checks of the current claim, or of what was typed in its place: then every
        one that shares words with it. ``found`` brings them."""
        self._words = words
        self._timer.start()

    def _ask(self) -> None:
        session = self._session
        claim, library = session.claim, session.path
        if claim is None or library is None:
            return
        if self._busy:  # the answer to the last question says that there is a newer one
            return
        self._busy = True
        text, blind = self._words or claim.wording or claim.text, session.blind
        self._tasks.in_thread(
            lambda: self._finder.find(library, text, claim.article, blind),
            partial(self._weigh, claim.key, text, blind),
            self._give_up,
        )

    def _weigh(self, key: int, text: str, blind: object, found: list[Earlier]) -> None:
        """Has the meaning compared in the child process, unless that has longer work to do."""
        answer = partial(self._answer, key, text, blind, found)
        if not found or self._tasks.busy:
            answer(None)
            return
        words = [one.precedent.words for one in found]
        self._tasks.submit(
            Job(
                "", nearness, (text, words), done=answer, quiet=True,
                refused=lambda _: answer(None), cancelled=partial(answer, None),
            )
        )  # fmt: skip

    def _answer(
        self, key: int, text: str, blind: object, found: list[Earlier], near: list[float] | None
    ) -> None:
        self._busy = False
        now = self._session.claim
        if now is None:
            return
        asked = self._words or now.wording or now.text
        if (now.key, asked, self._session.blind) == (key, text, blind):
            self.found.emit(key, judged(found, near, every=bool(self._words)))
        else:
            self._timer.start()

    def _give_up(self, problem: Problem) -> None:
        self._busy = False
        self.refused.emit(problem)

    # ------------------------------------------------------------ files

    def feeds(self) -> list[Feed]:
        """The files that were taken in, the newest first."""
        return feeds(self._session.reader) if self._session.reader else []

    def take_in(self, paths: Sequence[Path]) -> None:
        """Reads files and takes their checks into the open library."""
        store = self._session.store
        if store is None or not self._session.finish_typing():
            self.refused.emit(Problem(self.tr("Nothing can be written here now.")))
            return
        for path in paths:
            arrival = FeedArrival()
            job = Job(
                path.name, read_feed, (str(path),),
                part=partial(self._take, store, arrival),
                refused=partial(self._refuse, store, arrival),
                cancelled=partial(self._take_back, store, arrival),
                seconds=SECONDS,
            )  # fmt: skip
            self._tasks.submit(job)

    def _take(self, store: Store, arrival: FeedArrival, batch: FeedBatch) -> None:
        session = self._session
        if session.store is not store or arrival.over:  # another library was opened
            return
        try:
            taken = arrival.take(store, batch, session.reviewer, session.clock())
        except Problem as problem:
            self._refuse(store, arrival, problem)
            return
        if taken:
            self.arrived.emit(taken)
            self.changed.emit()

    def _refuse(self, store: Store, arrival: FeedArrival, problem: Problem) -> None:
        self._take_back(store, arrival)
        self.refused.emit(problem)

    def _take_back(self, store: Store, arrival: FeedArrival) -> None:
        """What came in of a file whose rest will not come goes again."""
        session = self._session
        if session.store is store:
            self._step(arrival.give_up(store, session.reviewer, session.clock()))

    def remove(self, feed: int) -> None:
        """Removes what a file (a row id) brought, a little at a time."""
        session = self._session
        if session.store:
            self._step(removing(session.store, feed, session.reviewer, session.clock()))

    def _step(self, steps: Iterator[int]) -> None:
        try:
            next(steps)
        except StopIteration:
            self.changed.emit()
        except Problem as problem:
            self.refused.emit(problem)
        else:
            QTimer.singleShot(0, self, partial(self._step, steps))
