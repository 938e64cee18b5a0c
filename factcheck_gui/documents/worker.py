"""Life in the process that ``child`` starts: it waits for a job, does it, says how it went.

Here: jobs, their progress and endings, as messages. Not here: when the process starts and stops.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from inspect import isgenerator, signature
from multiprocessing.connection import Connection
from typing import Any

from factcheck_gui.documents import limits
from factcheck_gui.domain import Problem

READY = ("ready", 0)
BEGUN = "begun"
ENDINGS = ("done", "refused", "failed", "died")

Message = tuple[Any, ...]


class _ParentGone(BaseException):
    """Nobody is left to answer to; not an Exception, so that no job can catch it by accident."""


def serve(pipe: Connection, memory: int) -> None:
    """The life of the process: jobs, one after the other, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the parent
    with suppress(OSError, AttributeError):  # a windowed program may have neither
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # standard output is the parent's
    limits.confine(memory)
    with suppress(_ParentGone):
        _send(pipe, READY)
        while True:
            try:
                number, seconds, payload = pipe.recv()
            except (EOFError, OSError):
                return
            _send(pipe, (BEGUN, number))
            limits.allow_seconds(seconds)
            if not _work(pipe, number, payload, memory):
                return


def _work(pipe: Connection, number: int, payload: bytes, memory: int) -> bool:
    """Runs one job and sends how it ended. False where this process should not go on."""
    try:
        function, args = pickle.loads(payload)
        _send(pipe, ("done", number, _result(pipe, number, function, args)))
    except Problem as problem:
        _send(pipe, ("refused", number, (problem.what, problem.where, problem.kept)))
    except MemoryError:
        _send(pipe, ("died", number, limits.too_big(memory)))
        return False
    except Exception:  # the border of a process: a bug is reported, with all there is to know
        _send(pipe, ("failed", number, traceback.format_exc()))
    return True


def _result(
    pipe: Connection, number: int, function: Callable[..., Any], args: tuple[Any, ...]
) -> Any:
    """The value of a call; what a generator yields is sent as parts, its return is the value."""

    def progress(done: int, total: int) -> None:
        _send(pipe, ("progress", number, done, total))

    value = function(*args, **({"progress": progress} if _tells(function, args) else {}))
    if not isgenerator(value):
        return value
    while True:
        try:
            part = next(value)
        except StopIteration as end:
            return end.value
        _send(pipe, ("part", number, part))


def _tells(function: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    """Whether a function has a parameter ``progress`` that ``args`` do not fill."""
    try:
        names = list(signature(function).parameters)
    except (TypeError, ValueError):  # some built-in functions have none to show
        return False
    return "progress" in names[len(args) :]


def _send(pipe: Connection, message: Message) -> None:
    data = pickle.dumps(message)
    if len(data) > limits.OUTPUT:
        raise Problem(limits.too_much())
    try:
        pipe.send_bytes(data)
    except OSError as error:
        raise _ParentGone from error
