"""How long work takes: of the processor, and the best of some tries.

What else a machine does makes some tries longer and not all of them, while work that grows with the
square of a text is slow in each. Here: measuring. Not here: what is quick enough.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 3


def seconds(work: Callable[[], object]) -> float:
    """What ``work`` took of the processor in one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def within(limit: float, work: Callable[[], object]) -> bool:
    """Whether ``work`` takes less than ``limit`` seconds in one of some tries."""
    return any(seconds(work) < limit for _ in range(TRIES))


def grows_less(times: float, large: Callable[[], object], small: Callable[[], object]) -> bool:
    """Whether ``large`` takes less than ``times`` what ``small`` takes, in one of some tries."""
    return any(seconds(large) < times * max(seconds(small), 0.01) for _ in range(TRIES))
