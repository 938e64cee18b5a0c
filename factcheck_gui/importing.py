"""Bringing articles in: files, folders and pasted text, read and searched for claims off the GUI
thread, written to the library in small batches on it.

Nothing is half-imported: an article is added whole, or its newer version is; then its claims
arrive (finding.py), and where that was stopped, the article says so and the next start takes it
up again. A file of several texts is asked about when it comes alone; in a lot its main text is
taken, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck_gui import jobs
from factcheck_gui.anchoring import Carry, carry
from factcheck_gui.domain import Change, Document, Part, Problem, Scale
from factcheck_gui.finding import Finding
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.library.versions import ALIKE
from factcheck_gui.session import Session
from factcheck_gui.tasks import Job, Tasks, ignore

TELL = 250  # milliseconds between two tellings of the library list that articles came


@dataclass
class Summary:
    """What one import brought: row ids of new and known articles and of those with a newer text,
    what was refused and why, and how many files in folders were of other kinds."""

    added: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    newer: list[int] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    passed_over: int = 0
    cancelled: int = 0

    @property
    def total(self) -> int:
        taken = len(self.added) + len(self.known) + len(self.newer)
        return taken + len(self.refused) + self.cancelled


class Importer(QObject):
    """Imports one lot after the other; ``finished`` brings the Summary of a lot."""

    finished = Signal(object)
    asked = Signal(object, object, int)  # a path, its Parts, the article they are newer texts of

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._tasks = session, tasks
        self._summary = Summary()
        self._open_first = False
        self._new: list[int] = []  # articles of which the list was not told
        self.scale_of_new: Callable[[], Scale] = lambda: shipped()[DEFAULT]
        self.may_open: Callable[[], bool] = lambda: True  # False while a dialog asks something
        self._asked_at: object = None  # where the desk was when the import was asked for
        self.finding = Finding(session, tasks)
        self.finding.refused.connect(self._refuse)
        self.finding.cancelled.connect(self._count_cancelled)
        self.finding.without_model.connect(self._note_simple)
        self._tell = QTimer(self, singleShot=True, interval=TELL)
        self._tell.timeout.connect(self._tell_list)
        tasks.idle.connect(self._ended)
        session.library_opened.connect(self._stop)

    # ------------------------------------------------------------ what is asked for

    def import_paths(
        self, paths: Sequence[Path], *, open_first: bool = True, newer_of: int = 0
    ) -> None:
        """Reads files, and the readable files of folders, into the open library; as newer texts of
        an article (row id) where one is named."""
        if not self._may_write():
            return
        self._begin(open_first)
        if len(paths) == 1 and not _is_folder(paths[0]):
            self._submit(
                paths[0].name, jobs.look_into, (str(paths[0]),),
                done=partial(self._looked, paths[0], newer_of),
            )  # fmt: skip
        else:
            self._submit(
                self.tr("looking for files"), jobs.expand, (list(paths),), part=self._expanded
            )

    def import_parts(
        self, path: Path, keys: Sequence[str], *, open_first: bool = True, newer_of: int = 0
    ) -> None:
        """Reads the parts with these keys of a file of several texts."""
        if self._may_write():
            self._begin(open_first)
            for key in keys:
                self._submit(
                    path.name, jobs.read_file, (str(path), key),
                    done=partial(self._take, newer_of=newer_of),
                )  # fmt: skip

    def import_text(self, text: str, *, newer_of: int = 0) -> None:
        """Adds pasted text as an article, or as a newer text of one."""
        if not self._may_write():
            return
        self._begin(open_first=True)
        done = partial(self._take, newer_of=newer_of)
        self._submit(self.tr("pasted text"), jobs.read_pasted, (text,), done=done)

    def take_as_newer(self, document: Document, article: int, source: int) -> None:
        """Makes a text that is at hand a newer version of an article; ``source`` is the number of
        the version whose original file it was made from."""
        if self._may_write():
            self._begin(open_first=False)
            self._compare(document, article, sure=True, source=source)

    def find_again(self) -> None:
        """Takes up articles whose claims were never found to the end (a stop, a crash)."""
        reader = self._session.reader
        if reader is None or self._session.read_only:
            return
        for key in reader.unsearched():
            self.finding.find(key)

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
        self._new.clear()
        if self._tasks.busy:
            self._tasks.cancel()

    # ------------------------------------------------------------ reading

    def _submit(
        self,
        label: str,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        *,
        part: Callable[[Any], None] = ignore,
        done: Callable[[Any], None] = ignore,
        first: bool = False,
    ) -> None:
        job = Job(
            label,
            function,
            arguments,
            part=part,
            done=done,
            refused=self._refuse,
            cancelled=self._count_cancelled,
        )
        self._tasks.submit(job, first=first)

    def _expanded(self, found: jobs.Expanded) -> None:
        self._summary.passed_over += found.passed_over
        for path in found.paths:
            self._submit(path.name, jobs.read_file, (str(path),), done=self._take)

    def _looked(self, path: Path, newer_of: int, found: Document | tuple[Part, ...]) -> None:
        if isinstance(found, Document):
            self._take(found, newer_of=newer_of)
        else:
            self.asked.emit(path, found, newer_of)

    def _refuse(self, problem: Problem) -> None:
        self._summary.refused.append(problem)

    def _count_cancelled(self) -> None:
        self._summary.cancelled += 1

    # ------------------------------------------------------------ taking

    def _take(self, document: Document, *, newer_of: int = 0) -> None:
        """Adds an article that was read, or compares it with the one that it is a newer text of."""
        store = self._session.store
        if store is None:
            return
        notes = [f"{document.source_name}: {note}" for note in document.notes]
        self._summary.notes += notes
        article = newer_of or store.alike(document)
        if article:
            self._compare(document, article, sure=bool(newer_of))
        else:
            self._add(document)

    def _note_simple(self) -> None:
        words = self.tr("The language model is missing: claims were found by simpler rules.")
        if words not in self._summary.notes:
            self._summary.notes.append(words)

    def _add(self, document: Document) -> None:
        store = self._session.store
        if store is None:
            return
        by, now = self._session.reviewer.name, self._session.clock()
        try:
            key, new = store.add_article(document, self.scale_of_new(), by, now)
        except Problem as problem:
            self._refuse(problem)
            return
        (self._summary.added if new else self._summary.known).append(key)
        self._arrived(key)

    def _arrived(self, key: int) -> None:
        self._new.append(key)
        if self._open_first:
            self._tell_list()
            self._open(key)
        elif not self._tell.isActive():
            self._tell.start()
        self.finding.find(key)

    def _tell_list(self) -> None:
        """Tells of articles many at a time: a list of ten thousand is not to be read for each."""
        self._tell.stop()
        keys, self._new = self._new, []
        if keys:
            self._session.articles_added.emit(keys)

    def _compare(self, document: Document, article: int, *, sure: bool, source: int = 0) -> None:
        """Looks in the child process for the article's claims in a newer text of it."""
        store = self._session.store
        if store is None:
            return
        try:
            older = store.older(article)
        except Problem as problem:
            self._refuse(problem)
            return
        self._submit(
            document.source_name,
            carry,
            (older.texts, document.text, older.claims, older.current),
            done=partial(self._compared, document, article, sure, source),
            first=True,
        )

    def _compared(
        self, document: Document, article: int, sure: bool, source: int, found: Carry
    ) -> None:
        if not sure and found.kept < ALIKE:
            words = self.tr("{0}: has the address or headline of another article, but other words.")
            self._summary.notes.append(words.format(document.source_name))
            self._add(document)
            return
        change = self._session.take_version(article, document, found, source)
        if isinstance(change, Problem):
            self._refuse(change)
            return
        (self._summary.newer if _is_newer(change) else self._summary.known).append(article)
        self._arrived(article)

    def _open(self, key: int) -> None:
        """Opens the first article of a lot, unless the reviewer has gone on to work elsewhere: the
        next key they press is meant for what they see."""
        self._open_first = False
        stayed = self._place() == self._asked_at and not self._session.is_typing
        if stayed and self.may_open():
            self._session.go_to(key)

    def _ended(self) -> None:
        self._tell_list()
        summary, self._summary = self._summary, Summary()
        if summary.total:
            self.finished.emit(summary)


def _is_newer(change: Change | None) -> bool:
    return change is not None and change.before["version"] != change.after["version"]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder on the way may not be looked into: the reader will say so
        return False
