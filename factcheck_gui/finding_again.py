"""Going through an article again that was searched before, because the claim finder or what is
known of the article (its date, its structure) has changed.

The finder works in the child process as at an import. What it says is kept until it is through and
written then, a little at a time: stopping it before changes nothing. What a reviewer touched stays
as it is, whatever happens (library/found.py). Not here: finding for the first time (importing.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer

from factcheck_gui import jobs
from factcheck_gui.domain import Article, Problem
from factcheck_gui.library.store import Store
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks


class FindingAgain(QObject):
    """One article after the other; the status bar shows how far it is and stops it."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._at_work: set[int] = set()  # row ids of articles

    @property
    def at_work(self) -> bool:
        """Whether an article is being searched again, or is being written."""
        return bool(self._at_work)

    def find(self, key: int) -> None:
        """Searches an article again; nothing where that is under way or was never done."""
        reader = self._session.reader
        if reader is None or self._session.read_only or key in self._at_work:
            return
        self._session.finish_typing()
        article = reader.article(key)
        if not article.extracted:
            return
        self._at_work.add(key)
        found: list[jobs.FoundBatch] = []
        job = Job(
            article.row.name,
            jobs.find_claims,
            (article.text, article.row.published, article.blocks),
            seconds=60 + len(article.text) / 1000,
            part=partial(self._take, article, found),
            done=lambda _: self._write(article, found),
            refused=partial(self._stopped, article),
            cancelled=partial(self._stopped, article, None),
        )
        self._tasks.submit(job, first=True)

    def _take(self, article: Article, found: list[jobs.FoundBatch], batch: jobs.FoundBatch) -> None:
        found.append(batch)
        self._tasks.progress.emit(article.row.name, batch.done, batch.total)

    def _stopped(self, article: Article, problem: Problem | None) -> None:
        self._at_work.discard(article.row.key)
        kept = self.tr("The claims are as they were.")
        if problem is None:
            self._session.told.emit(kept)
        else:
            self._session.problem.emit(
                Problem(problem.what, problem.where or article.row.name, kept)
            )

    # ------------------------------------------------------------ writing

    def _write(self, article: Article, found: list[jobs.FoundBatch]) -> None:
        store = self._session.store
        if store is None or not self._is_there(article, store):
            self._at_work.discard(article.row.key)
            return
        before = set(store.claim_keys(article.row.key))
        self._go_on(article, store, before, self._steps(article, store, found))

    def _is_there(self, article: Article, store: Store) -> bool:
        """Whether the text that was searched is still the one that the article shows."""
        if store.article_key(article.row.id) != article.row.key:
            return False
        return store.version_shown(article.row.key) == article.version_number

    def _steps(
        self, article: Article, store: Store, found: list[jobs.FoundBatch]
    ) -> Iterator[None]:
        arrival = jobs.Arrival(article, store.held(article))
        yield
        for batch in found:
            arrival.take(store, batch)
            yield
        yield from arrival.replace(store)
        yield
        arrival.finish(store, self._session.clock())
        yield

    def _go_on(
        self, article: Article, store: Store, before: set[int], steps: Iterator[None]
    ) -> None:
        """One step, and the next in the event loop's next round: a verdict never waits."""
        key = article.row.key
        if self._session.store is not store or not self._is_there(article, store):
            self._at_work.discard(key)
            return
        try:
            next(steps)
        except StopIteration:
            self._at_work.discard(key)
            self._session.found_anew(key)
            self._tell(before, set(store.claim_keys(key)))
        except Problem as problem:
            self._at_work.discard(key)
            kept = self.tr("Reviewed claims are as they were. Please find the claims again.")
            self._session.problem.emit(Problem(problem.what, problem.where, kept))
        else:
            QTimer.singleShot(0, self, partial(self._go_on, article, store, before, steps))

    def _tell(self, before: set[int], after: set[int]) -> None:
        words = self.tr("Claims found again: {0} new, {1} no longer listed.")
        self._session.told.emit(words.format(len(after - before), len(before - after)))
