"""The GUI's way to run work off its thread: one child process for reading and finding claims, a
thread pool for copies, exports and searches. Everything comes back as a call on the GUI thread.

Not here: what the work is. Tests run it inline (``Tasks(inline=True)``).
"""

from __future__ import annotations

import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from inspect import isgenerator
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from factcheck_gui.domain import Cancelled, Problem
from factcheck_gui.library.file import out_of_reach

POLL = 15  # milliseconds between looks at the child process while it works
LONGEST = 0.01  # seconds after which no further message is taken before the window had its turn
OFTEN = 0.05  # seconds between two words of how far a thread is


def ignore(*_: Any) -> None:
    """The default for a result nobody asked for."""


def while_there(owner: QObject, answer: Callable[..., None]) -> Callable[..., None]:
    """The same answer, but none once the window that asked (``owner``) is gone."""
    return lambda *values: answer(*values) if isValid(owner) else None


@dataclass
class Job:
    """One piece of work for the child process and where its results go."""

    label: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    part: Callable[[Any], None] = ignore
    done: Callable[[Any], None] = ignore
    refused: Callable[[Problem], None] = ignore
    cancelled: Callable[[], None] = ignore
    seconds: float = 60  # after which it counts as hanging
    quiet: bool = False  # too short to be told of
    number: int = field(default=0)


class Watch(QObject):
    """How far work in a thread is (``moved``: done, total), and the way to ``stop`` it. The work
    calls it as its ``domain.Progress``."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stopped = False
        self._told = 0.0

    def stop(self) -> None:
        """The work ends with ``Cancelled`` when it next tells how far it is."""
        self.stopped = True

    def __call__(self, done: int, total: int) -> None:
        if self.stopped:
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= OFTEN or done == total:
            self._told = now
            self.moved.emit(done, total)


class Tasks(QObject):
    """Queues jobs for the child process and runs threads.

    ``progress`` (label, done, total; total 0 where unknown) while something runs; ``idle`` when
    the queue is empty; ``failed`` with a traceback where a job met a bug of ours.
    """

    progress = Signal(str, int, int)
    idle = Signal()
    failed = Signal(str)

    def __init__(self, *, inline: bool = False) -> None:
        super().__init__()
        self._inline = inline
        self._queue: deque[Job] = deque()
        self._current: Job | None = None
        self._child: Any = None
        self._threads: set[_Thread] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._timer = QTimer(self, interval=POLL)
        self._timer.timeout.connect(self._look)

    # ------------------------------------------------------------ the child process

    @property
    def busy(self) -> bool:
        return self._current is not None or bool(self._queue)

    def submit(self, job: Job, *, first: bool = False) -> None:
        """Queues a job, or puts it before those that wait; its function must be a top-level one,
        its arguments picklable."""
        if self._inline:
            self._run_inline(job)
            return
        if first:
            self._queue.appendleft(job)
        else:
            self._queue.append(job)
        if self._current is None:
            self._next()

    def cancel(self) -> None:
        """Stops the running job and forgets the waiting ones; each hears ``cancelled``."""
        waiting = [job for job in (self._current, *self._queue) if job]
        if self._child and self._current:
            self._child.cancel()
        self._queue.clear()
        for job in waiting:
            job.cancelled()
        self._finish()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        self._current = job = self._queue.popleft()
        if not job.quiet:
            self.progress.emit(job.label, 0, 0)
        if self._child is None:
            from factcheck_gui.documents.child import Child

            self._child = Child()
        job.number = self._child.submit(job.function, *job.arguments, limit_seconds=job.seconds)
        self._timer.start()

    def _finish(self) -> None:
        self._current = None
        self._timer.stop()
        self.idle.emit()

    def _look(self) -> None:
        """Takes what the child has sent, a little at a time so that the window stays alive."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            message = self._child.receive(0) if self._child else None
            if message is None:
                return
            self._take(*message)

    def _take(self, kind: str, number: int, *rest: Any) -> None:
        job = self._current
        if job is None or job.number != number:
            return  # of a job that was cancelled
        if kind == "progress":
            self.progress.emit(job.label, *rest)
        elif kind == "part":
            job.part(rest[0])
        else:
            self._current = None
            try:
                self._end(job, kind, rest)
            finally:  # a fault in one job's answer must not hold up the others
                if self._current is None:
                    self._next()

    def _end(self, job: Job, kind: str, rest: tuple[Any, ...]) -> None:
        if kind == "done":
            job.done(rest[0])
        elif kind == "refused":
            what, where, kept = rest[0]
            job.refused(Problem(what, where, kept))
        elif kind == "died":
            job.refused(Problem(str(rest[0]), job.label))
        else:
            words = self.tr("The app met a fault of its own while reading this.")
            job.refused(Problem(words, job.label))
            self.failed.emit(str(rest[0]))

    def _run_inline(self, job: Job) -> None:
        try:
            result = job.function(*job.arguments)
            if isgenerator(result):
                _drain(result, job.part)
                result = None
        except Problem as problem:
            job.refused(problem)
        else:
            job.done(result)
        self.idle.emit()

    # ------------------------------------------------------------ threads

    def in_thread(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], None] = ignore,
        refused: Callable[[Problem], None] = ignore,
        ended: Callable[[], None] = ignore,
        watch: Watch | None = None,
    ) -> None:
        """Runs a function in a thread; it must open its own read-only connection.

        ``ended`` comes last, whatever became of it; ``watch`` is stopped when the window closes.
        """
        thread = _Thread(function, watch)
        thread.signals.done.connect(done, Qt.ConnectionType.QueuedConnection)
        thread.signals.refused.connect(refused, Qt.ConnectionType.QueuedConnection)
        thread.signals.failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        thread.signals.ended.connect(ended, Qt.ConnectionType.QueuedConnection)
        thread.signals.ended.connect(lambda: self._threads.discard(thread))
        self._threads.add(thread)  # Qt does not keep the Python half alive
        if self._inline:
            thread.run()
        else:
            self._pool.start(thread)

    def close(self) -> None:
        """Stops everything; waits for threads."""
        self.cancel()
        for thread in list(self._threads):
            if thread.watch:
                thread.watch.stop()
        self._pool.waitForDone(5000)
        if self._child:
            self._child.close()
            self._child = None


def _drain(parts: Iterator[Any], take: Callable[[Any], None]) -> None:
    for part in parts:
        take(part)


class _Signals(QObject):
    done = Signal(object)
    refused = Signal(object)
    failed = Signal(str)
    ended = Signal()


class _Thread(QRunnable):
    def __init__(self, function: Callable[[], Any], watch: Watch | None) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.function, self.watch, self.signals = function, watch, _Signals()

    def run(self) -> None:
        try:
            self.signals.done.emit(self.function())
        except Problem as problem:
            self.signals.refused.emit(problem)
        except Cancelled:
            pass
        except Exception as error:  # the border of a thread: a bug is reported, never swallowed
            lost = out_of_reach(error)
            if lost:
                self.signals.refused.emit(lost)
            else:
                self.signals.failed.emit(traceback.format_exc())
        self.signals.ended.emit()
