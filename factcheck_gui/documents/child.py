"""One other process that reads hostile documents and runs other pure jobs; it knows no Qt.

Here: starting it, sending jobs, receiving what they say, stopping it. A job that crashes, hangs or
eats memory costs that job and a new process, nothing else. Not here: life in that process
(``worker``), and what the jobs do. What comes back is unpickled, so the process is a wall against
faults and greed, not against an intruder who has taken it over.
"""

from __future__ import annotations

import math
import multiprocessing
import pickle
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from types import ModuleType
from typing import Any

from factcheck_gui.documents import limits
from factcheck_gui.documents.worker import BEGUN, ENDINGS, READY, Message, serve
from factcheck_gui.domain import Problem

SECONDS = 60.0
MEMORY = 2 * 2**30
START_SECONDS = 60.0
PAUSE = 1.0  # seconds without a call of ``receive`` that are not counted against a job


@dataclass(slots=True)
class _Job:
    number: int
    payload: bytes
    seconds: float
    begun: bool = False  # the process has taken it up
    again: bool = False  # it was sent before, to a process that had ended


class _Process:
    """The running process, our end of its pipe, and whether it has said that it is ready."""

    def __init__(self, memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.ready = False
        self.started = time.monotonic()
        self.handle: SpawnProcess = context.Process(
            target=serve, args=(theirs, memory), daemon=True, name="factcheck-gui reader"
        )
        with theirs, _main_hidden():
            self.handle.start()

    def end(self, patience: float = 0.0) -> int | None:
        """Kills it, unless it ends by itself in ``patience`` seconds; its exit status."""
        self.handle.join(patience)
        self.handle.kill()
        self.handle.join()
        status = self.handle.exitcode
        self.handle.close()
        self.pipe.close()
        return status


class Child:
    """A process for one job at a time, started when there is one.

    ``submit`` and ``cancel`` may be called from any thread and never wait; ``receive`` does the
    work and is called from one thread (or a timer) only. Messages are tuples:

    ``("progress", job, done, total)``, ``("part", job, value)`` for each value a generator yields,
    then one of ``("done", job, value)``, ``("refused", job, (what, where, kept))`` for a Problem,
    ``("failed", job, traceback)`` for a bug, ``("died", job, reason)`` where the process was lost.

    A job's time is counted while somebody receives: ``limit_seconds`` from its start.
    """

    def __init__(self, *, limit_seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = limit_seconds, memory
        self._lock = threading.Lock()  # held for moments only
        self._queue: deque[_Job] = deque()
        self._running: _Job | None = None
        self._process: _Process | None = None
        self._stopped = False  # cancelled: the process is of no more use
        self._numbers = 0
        self._deadline = 0.0
        self._last_look = 0.0
        self._awake, self._wake = multiprocessing.get_context("spawn").Pipe(duplex=False)
        self._roused = False  # a word lies in that pipe
        self._closed = False

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._queue)

    def submit(
        self, function: Callable[..., Any], *args: Any, limit_seconds: float | None = None
    ) -> int:
        """Queues a job and returns its number.

        ``function`` is found by its name in the other process, so it stands at the top of a
        module without Qt; it and ``args`` must be picklable. If it has a parameter ``progress``,
        it gets a ``domain.Progress`` that sends messages. Values of a generator come as parts.
        """
        if self._closed:
            raise RuntimeError("this child process was closed")
        payload = pickle.dumps((function, args))
        with self._lock:
            self._numbers += 1
            self._queue.append(_Job(self._numbers, payload, limit_seconds or self._seconds))
            self._rouse()
            return self._numbers

    def cancel(self, job: int | None = None) -> tuple[int, ...]:
        """Forgets one job, or all; kills the process if it is at it. No message of it follows.

        Returns the numbers of the jobs that were given up. Other jobs go on in a new process.
        """
        with self._lock:
            running = self._running
            gone = [one for one in (running, *self._queue) if one and job in (None, one.number)]
            self._queue = deque(one for one in self._queue if one not in gone)
            if running in gone:
                self._running, self._stopped = None, True
                if self._process:
                    self._process.handle.kill()
            self._rouse()
        return tuple(one.number for one in gone)

    def close(self) -> None:
        """Ends the process. Nothing can be submitted after this."""
        self.cancel()
        if not self._closed:
            self._closed = True
            self._reap()
            self._awake.close()
            self._wake.close()

    def receive(self, timeout: float = 0.0) -> Message | None:
        """The next message, waiting at most ``timeout`` seconds for it, else None."""
        end = time.monotonic() + timeout
        self._forgive_pause()
        while True:
            message = self._advance() or self._listen(end)
            self._last_look = time.monotonic()
            if message or self._last_look >= end:
                return message

    def call(
        self, function: Callable[..., Any], *args: Any, limit_seconds: float | None = None
    ) -> Any:
        """Runs one job to its end and returns its value; parts and progress are passed over.

        Raises Problem where it was refused or the process died, RuntimeError with the traceback
        for a bug. Not while other jobs wait: their messages would be lost.
        """
        if self.busy:
            raise RuntimeError("this child process has other jobs")
        job = self.submit(function, *args, limit_seconds=limit_seconds)
        while True:
            kind, number, *rest = self.receive(PAUSE) or ("", 0)
            if number == job and kind in ENDINGS:
                return _value(kind, rest[0])

    # ------------------------------------------------------------ the pump

    def _rouse(self) -> None:
        """Ends a wait in ``receive``, under the lock; one word in the pipe is enough."""
        if not self._closed and not self._roused:
            self._roused = True
            self._wake.send_bytes(b"!")

    def _forgive_pause(self) -> None:
        """Time in which nobody received, and the job may have waited for that, is not its own."""
        now = time.monotonic()
        if self._running and now - self._last_look > PAUSE:
            self._deadline += now - self._last_look

    def _advance(self) -> Message | None:
        """Does what is due: ends a process that was cancelled, starts one, sends a job to it."""
        with self._lock:
            stopped, self._stopped = self._stopped, False
        if stopped:
            self._reap()
        if self._running is None and self._queue and self._process is None:
            try:
                process = _Process(self._memory)
            except OSError as error:
                return self._not_started(str(error))
            with self._lock:
                self._process = process
        if self._process and self._process.ready:
            self._send_next(self._process)
        return None

    def _send_next(self, process: _Process) -> None:
        with self._lock:
            if self._stopped or self._running is not None or not self._queue:
                return
            job = self._running = self._queue.popleft()
            self._deadline = time.monotonic() + job.seconds
        with suppress(OSError):  # it died while it waited: ``_listen`` finds out and says so
            process.pipe.send((job.number, job.seconds, job.payload))

    def _listen(self, end: float) -> Message | None:
        """Waits until ``end`` for a message, a word from another thread, or the end of patience."""
        process = self._process
        limit = self._limit(process)
        pipes = [self._awake, process.pipe] if process else [self._awake]
        heard = wait(pipes, max(0.0, min(end, limit) - time.monotonic()))
        if self._awake in heard:
            with self._lock:
                self._awake.recv_bytes()
                self._roused = False
        if process and process.pipe in heard:
            return self._take(process)
        return self._late(process) if process and time.monotonic() >= limit else None

    def _limit(self, process: _Process | None) -> float:
        if process and not process.ready:
            return process.started + START_SECONDS
        return self._deadline if self._running else math.inf

    def _take(self, process: _Process) -> Message | None:
        """One message of the process; None for what is not to be passed on."""
        try:
            message: Message = pickle.loads(process.pipe.recv_bytes(limits.OUTPUT))
        except (EOFError, OSError):
            return self._lost()
        except Exception:  # a value of a class that cannot be made again: a bug of the job
            return self._give_up("failed", traceback.format_exc())
        with self._lock:
            if message == READY:
                process.ready = True
                return None
            if self._stopped or self._running is None or message[1] != self._running.number:
                return None
            if message[0] == BEGUN:
                self._running.begun = True
                return None
            if message[0] in ENDINGS:
                self._running = None
        return message

    def _lost(self) -> Message | None:
        """The process is gone: the job at hand died of it, unless it was cancelled."""
        process = self._process
        was_ready = process is not None and process.ready
        status = self._reap(PAUSE)  # one that ends by itself has a truer status to give
        with self._lock:
            job, self._running = self._running, None
            stopped, self._stopped = self._stopped, False
            if job and not job.begun and not job.again:  # the process had ended by itself
                job.again = True
                self._queue.appendleft(job)
                job = None
        if stopped:
            return None
        if job:
            return ("died", job.number, limits.death(status, job.seconds, self._memory))
        return None if was_ready else self._not_started(f"exit status {status}")

    def _not_started(self, why: str) -> Message | None:
        """Costs the first job in the queue, so that what never starts is not tried for ever."""
        with self._lock:
            job = self._queue.popleft() if self._queue else None
        reason = f"The program that works on this could not be started ({why})."
        return ("died", job.number, reason) if job else None

    def _late(self, process: _Process) -> Message | None:
        """The time of the job, or of the start, is over."""
        if not process.ready:
            self._reap()
            return self._not_started(limits.too_slow(START_SECONDS))
        return self._give_up("died", limits.too_slow(self._running.seconds if self._running else 0))

    def _give_up(self, kind: str, why: str) -> Message | None:
        """Ends the process, and with it the job at hand."""
        with self._lock:
            job, self._running = self._running, None
        self._reap()
        return (kind, job.number, why) if job else None

    def _reap(self, patience: float = 0.0) -> int | None:
        with self._lock:
            process, self._process = self._process, None
        return process.end(patience) if process else None


def _value(kind: str, result: Any) -> Any:
    if kind == "refused":
        raise Problem(*result)
    if kind == "died":
        raise Problem(result)
    if kind == "failed":
        raise RuntimeError(result)
    return result


_hiding = threading.Lock()


@contextmanager
def _main_hidden() -> Iterator[None]:
    """Keeps the new process from importing the program that starts it.

    ``spawn`` runs the parent's main module again, which may be a test runner, a script without a
    guard, or the window with all of Qt. Jobs are named by their own modules and need none of it.
    """
    with _hiding:
        main = sys.modules["__main__"]
        blank = ModuleType("__main__")
        blank.__spec__ = None
        sys.modules["__main__"] = blank
        try:
            yield
        finally:
            sys.modules["__main__"] = main
