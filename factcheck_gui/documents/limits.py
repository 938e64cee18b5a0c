"""What a process that reads hostile files may use: memory, time, output, and no network.

Here: limits a process sets upon itself, and its death said in words. Not here: starting and
stopping it (``child``). Untried on macOS and Windows, where memory is watched from a thread, since
the one ignores the limit on address space and the other has none.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import Any

OVER_MEMORY = 77  # exit status of a process that stopped itself for its memory
WATCH = 0.25  # seconds between looks where memory is watched
SPARE = 5  # seconds of processor time before the system steps in, if the parent did not
OUTPUT = 256 * 2**20  # bytes of one answer: an original, its text and blocks, with room
FILE = 128 * 2**20  # bytes of a file it may write: py3langid unpacks its model to a temporary one
FAMILIES = (2, 10, 23, 30)  # AF_INET, and AF_INET6 on Linux, Windows and macOS


def confine(memory: int) -> None:
    """Limits this process to ``memory`` bytes, forbids it the network and core dumps."""
    sys.addaudithook(_no_network)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE, FILE))
    if sys.platform in ("win32", "darwin"):
        _watch_memory(memory)
    else:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        memory = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def allow_seconds(seconds: float) -> None:
    """Lets the system end this process after that much more processor time, and a little.

    The parent stops it sooner; this is for a parent that is stuck or gone.
    """
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime + seconds) + SPARE
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in FAMILIES:
        raise PermissionError("a process that reads documents may not use the network")
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        raise PermissionError("a process that reads documents may not use the network")


def _watch_memory(memory: int) -> None:
    """Ends this process when it has used more than ``memory`` bytes."""

    def watch() -> None:
        while _used() <= memory:
            time.sleep(WATCH)
        os._exit(OVER_MEMORY)

    threading.Thread(target=watch, daemon=True, name="memory watch").start()


def _used() -> int:
    """The most memory this process has had, in bytes."""
    if sys.platform == "win32":
        import ctypes

        numbers = (ctypes.c_size_t * 10)()  # PROCESS_MEMORY_COUNTERS: two words, then sizes
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
        ask(kernel.GetCurrentProcess(), ctypes.byref(numbers), ctypes.sizeof(numbers))
        return numbers[1]  # PeakWorkingSetSize, behind the two 32-bit words
    else:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


# ---------------------------------------------------------------- said in words


def too_slow(seconds: float) -> str:
    """What is said of a job that was stopped for its time."""
    return f"This took longer than {seconds:g} seconds and was stopped."


def too_big(memory: int) -> str:
    """What is said of a job that was stopped for its memory."""
    return f"This needed more than {memory / 2**30:.3g} GB of memory and was stopped."


def too_much() -> str:
    """What is said of a job whose answer is larger than any that is taken."""
    return f"What came out of this is larger than {OUTPUT / 2**20:g} MB, so it was left alone."


def death(status: int | None, seconds: float, memory: int) -> str:
    """Why a process ended in the middle of a job, from its exit status (negative: a signal)."""
    if status == OVER_MEMORY:
        return too_big(memory)
    if status is None or status >= 0:
        code = "" if status is None else f" (exit status {status})"
        return f"The program that worked on this ended without an answer{code}."
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    if name == "SIGXCPU":
        return too_slow(seconds)
    if name == "SIGKILL":
        return "The program that worked on this was killed, perhaps for want of memory."
    return f"The program that worked on this crashed ({name})."
