"""Bringing articles in: files, folders and pasted text, read and searched for claims off the
GUI thread, written to the library in small batches on it.

Nothing is half-imported: an article is added whole, then its claims arrive; where finding claims
was stopped, the article says so and the next start takes it up again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from factcheck_gui import jobs
from factcheck_gui.domain import Document, Problem
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks, ignore


@dataclass
class Summary:
    """What one import brought: names of new and known articles, and what was refused and why."""

    added: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    cancelled: int = 0

    @property
    def total(self) -> int:
        return len(self.added) + len(self.known) + len(self.refused) + self.cancelled


@dataclass
class _Arrival(jobs.Arrival):
    """The claims of one article on their way into the window's library."""

    refused: bool = False  # a batch could not be written: what follows it has no place


class Importer(QObject):
    """Imports one lot after the other; ``finished`` brings the Summary of a lot."""

    finished = Signal(object)

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._summary = Summary()
        self._open_first = False
        self.may_open: Callable[[], bool] = lambda: True  # False while a dialog asks something
        self._asked_at: object = None  # where the desk was when the import was asked for
        self._finding: set[int] = set()  # articles whose claims are being found, or wait for it
        tasks.idle.connect(self._ended)
        session.library_opened.connect(self._stop)

    def import_paths(self, paths: Sequence[Path], *, open_first: bool = True) -> None:
        """Reads files, and the readable files of folders, into the open library."""
        if not self._may_write():
            return
        self._begin(open_first)
        for path in paths:
            if _is_folder(path):
                self._submit(str(path), jobs.expand, ([path],), part=self._submit_file)
            else:
                self._submit_file(path)

    def import_text(self, text: str) -> None:
        """Adds pasted text as an article."""
        if not self._may_write():
            return
        self._begin(open_first=True)
        self._submit(self.tr("pasted text"), jobs.read_pasted, (text,), done=self._take)

    def find_again(self) -> None:
        """Takes up articles whose claims were never found to the end (a stop, a crash)."""
        reader = self._session.reader
        if reader is None or self._session.read_only:
            return
        for key in reader.unsearched():
            self._find(key)

    def _may_write(self) -> bool:
        if self._session.read_only:
            nothing = self.tr("Nothing was imported.")
            words = (
                self.tr("This library is open read-only.")
                if self._session.reader
                else self.tr("No library is open.")
            )
            self._session.problem.emit(Problem(words, kept=nothing))
        return not self._session.read_only

    def _begin(self, open_first: bool) -> None:
        self._open_first, self._asked_at = open_first, self._place()

    def _place(self) -> object:
        article, claim = self._session.article, self._session.claim
        return article and article.row.key, claim and claim.key

    def _stop(self) -> None:
        """Another library was opened: what was meant for the one before does not go into it."""
        if self._tasks.busy:
            self._tasks.cancel()

    def _submit_file(self, path: Path) -> None:
        self._submit(path.name, jobs.read_file, (str(path),), done=self._take)

    def _submit(
        self,
        label: str,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        *,
        part: Callable[[Any], None] = ignore,
        done: Callable[[Any], None] = ignore,
    ) -> None:
        self._tasks.submit(
            Job(
                label,
                function,
                arguments,
                part=part,
                done=done,
                refused=self._refuse,
                cancelled=self._count_cancelled,
            )
        )

    def _refuse(self, problem: Problem) -> None:
        self._summary.refused.append(problem)

    def _count_cancelled(self) -> None:
        self._summary.cancelled += 1

    def _take(self, document: Document) -> None:
        """Adds an article that was read, and sends its text on to the claim finder."""
        store = self._session.store
        if store is None:
            return
        try:
            key, new = store.add_article(
                document, shipped()[DEFAULT], self._session.reviewer.name, self._session.clock()
            )
        except Problem as problem:
            self._summary.refused.append(problem)
            return
        (self._summary.added if new else self._summary.known).append(key)
        self._summary.notes += [f"{document.source_name}: {note}" for note in document.notes]
        self._session.articles_changed.emit()
        self._open(key)
        self._find(key)

    def _open(self, key: int) -> None:
        """Opens the first article of a lot, unless the reviewer has gone on to work elsewhere: the
        next key they press is meant for what they see."""
        if self._open_first:
            self._open_first = False
            stayed = self._place() == self._asked_at and not self._session.is_typing
            if stayed and self.may_open():
                self._session.go_to(key)

    # ------------------------------------------------------------ claims

    def _find(self, key: int) -> None:
        """Searches an article for claims, if that was never done to the end, before anything else
        is read: so only a few texts wait in memory, and the first article is soon complete."""
        reader = self._session.reader
        if reader is None or key in self._finding:
            return
        article = reader.article(key)
        if article.extracted:
            return
        self._finding.add(key)
        arrival = _Arrival(article)
        job = Job(
            article.row.name,
            jobs.find_claims,
            (article.text, article.row.published, article.blocks),
            seconds=60 + len(article.text) / 1000,
            part=lambda batch: self._add(arrival, batch),
            done=lambda _: self._found_all(arrival),
            refused=lambda problem: self._not_found(arrival, problem),
            cancelled=lambda: self._given_up(arrival),
        )
        self._tasks.submit(job, first=True)

    def _add(self, arrival: _Arrival, batch: jobs.FoundBatch) -> None:
        """Writes one batch and shows how far the finder is."""
        store, key = self._session.store, arrival.article.row.key
        if store is None or arrival.refused:
            return
        self._tasks.progress.emit(arrival.article.row.name, batch.done, batch.total)
        if store.article_key(arrival.article.row.id) != key:  # the trash was emptied
            return
        try:
            keys = arrival.take(store, batch)
        except Problem as problem:
            arrival.refused = True
            self._not_found(arrival, problem)
            return
        self._session.found_claims(key, keys)

    def _found_all(self, arrival: _Arrival) -> None:
        store, key = self._session.store, arrival.article.row.key
        self._finding.discard(key)
        if store is None or arrival.refused or store.article_key(arrival.article.row.id) != key:
            return
        try:
            arrival.finish(store, self._session.clock())
        except Problem as problem:
            self._not_found(arrival, problem)
            return
        self._session.found_all(key)

    def _not_found(self, arrival: _Arrival, problem: Problem) -> None:
        self._finding.discard(arrival.article.row.key)
        kept = self.tr("The article is in the library, but not all its claims were found.")
        self._refuse(Problem(problem.what, problem.where or arrival.article.row.name, kept))

    def _given_up(self, arrival: _Arrival) -> None:
        self._finding.discard(arrival.article.row.key)
        self._count_cancelled()

    def _ended(self) -> None:
        summary, self._summary = self._summary, Summary()
        if summary.total:
            self.finished.emit(summary)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder on the way may not be looked into: the reader will say so
        return False
