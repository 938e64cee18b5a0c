"""Finding the claims of an article for the first time, or in a newer version of it, in the child
process; written to the library in small batches as they come, so that the first are on the screen
soon. Going through an article again is finding_again.py's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from factcheck_gui import jobs
from factcheck_gui.domain import Problem
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks


@dataclass
class _Arrival(jobs.Arrival):
    """The claims of one article on their way into the window's library."""

    refused: bool = False  # a batch could not be written: what follows it has no place


class Finding(QObject):
    """Searches articles one after the other."""

    refused = Signal(object)  # Problem: an article of which not all claims were found
    cancelled = Signal()
    without_model = Signal()  # claims were found by simpler rules than the app ships with

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._at_work: set[int] = set()  # articles whose claims are being found, or wait for it

    def find(self, key: int) -> None:
        """Searches an article for claims, if that was never done to the end, before anything else
        is read: so only a few texts wait in memory, and the first article is soon complete."""
        store = self._session.store
        if store is None or key in self._at_work:
            return
        article = store.article(key)
        if article.extracted:
            return
        self._at_work.add(key)
        arrival = _Arrival(article, store.held(article))
        job = Job(
            article.row.name,
            jobs.find_claims,
            (article.text, article.row.published, article.blocks),
            seconds=60 + len(article.text) / 1000,
            part=partial(self._add, arrival),
            done=lambda _: self._found_all(arrival),
            refused=partial(self._not_found, arrival),
            cancelled=partial(self._given_up, arrival),
        )
        self._tasks.submit(job, first=True)

    def _is_here(self, arrival: _Arrival) -> bool:
        """Whether the article still shows the text that is being searched."""
        reader, article = self._session.reader, arrival.article
        if reader is None or reader.article_key(article.row.id) != article.row.key:
            return False  # the trash was emptied
        return reader.version_shown(article.row.key) == article.version_number

    def _add(self, arrival: _Arrival, batch: jobs.FoundBatch) -> None:
        """Writes one batch and shows how far the finder is."""
        store, article = self._session.store, arrival.article
        if store is None or arrival.refused:
            return
        self._tasks.progress.emit(article.row.name, batch.done, batch.total)
        if batch.simple:
            self.without_model.emit()
        if not self._is_here(arrival):
            return
        try:
            keys = arrival.take(store, batch)
        except Problem as problem:
            arrival.refused = True
            self._not_found(arrival, problem)
            return
        self._session.found_claims(article.row.key, keys)

    def _found_all(self, arrival: _Arrival) -> None:
        store, key = self._session.store, arrival.article.row.key
        self._at_work.discard(key)
        if store is None or arrival.refused:
            return
        if not self._is_here(arrival):
            if store.article_row(key):  # another version came meanwhile
                self.find(key)
            return
        try:
            if arrival.article.version_number > 1:
                for _ in arrival.replace(store):  # what nobody touched and is found no more
                    pass
            arrival.finish(store, self._session.clock())
        except Problem as problem:
            self._not_found(arrival, problem)
            return
        self._session.found_all(key)

    def _not_found(self, arrival: _Arrival, problem: Problem) -> None:
        self._at_work.discard(arrival.article.row.key)
        kept = self.tr("The article is in the library, but not all its claims were found.")
        where = problem.where or arrival.article.row.name
        self.refused.emit(Problem(problem.what, where, kept))

    def _given_up(self, arrival: _Arrival) -> None:
        self._at_work.discard(arrival.article.row.key)
        self.cancelled.emit()
