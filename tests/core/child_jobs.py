"""Jobs for the child process of the tests: top-level functions, as real jobs are."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

from factcheck_gui.domain import Problem, Progress


def echo(*values: Any) -> tuple[Any, ...]:
    return values


def add(one: int, other: int) -> int:
    return one + other


def process_id() -> int:
    return os.getpid()


def count(to: int, pause: float = 0.0) -> Iterator[int]:
    for number in range(to):
        time.sleep(pause)
        yield number
    # What a generator returns is its value; its type has no place for it here.
    return "counted"  # type: ignore[return-value]


def generator_of(to: int) -> Iterator[int]:
    """Not a generator itself, as some jobs only choose one."""
    return count(to)


def work(steps: int, progress: Progress) -> int:
    for step in range(steps):
        progress(step + 1, steps)
    return steps


def refuse(where: str) -> None:
    raise Problem("This is no text.", where, "Nothing else is lost.")


def refuse_later() -> Iterator[int]:
    yield 1
    raise Problem("This ended badly.")


def fail() -> None:
    raise KeyError("a bug")


def leave(status: int) -> None:
    os._exit(status)


def leave_politely(status: int) -> None:
    sys.exit(status)


def kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    ctypes.string_at(1)


def hang() -> None:
    time.sleep(600)


def begin_feed(path: str) -> Iterator[Any]:
    """The first batch of a file of earlier checks, and then nothing any more."""
    from factcheck_gui.precedents import read_feed

    yield next(read_feed(path))
    hang()


def spin() -> None:
    while True:
        pass


def eat_memory() -> int:
    return len([bytes(2**27) for _ in range(64)])


def unpicklable() -> Any:
    return threading.Lock()


def unreadable() -> Any:
    return _Unreadable()


class _Unreadable:
    """Pickles well and cannot be unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (fail, ())


def open_socket() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def print_words(words: str) -> None:
    print(words, flush=True)
    os.write(1, words.encode())


def modules() -> list[str]:
    return sorted(sys.modules)


def main_name() -> tuple[str, str | None]:
    main = sys.modules["__main__"]
    return main.__name__, getattr(main, "__file__", None)


def zeros(size: int) -> bytes:
    return bytes(size)


def write_file(path: str, size: int) -> None:
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(bytes(size))


def read_or_crash(path: str, part: str | None = None) -> Any:
    """Reads a file as the real job does, but for one at whose name the process dies."""
    from factcheck_gui.jobs import read_file

    if path.endswith("crash.txt"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if path.endswith("bug.txt"):
        raise KeyError("a bug")
    return read_file(path, part)
