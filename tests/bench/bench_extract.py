"""The claim finder without a window: words a second on one core, and the most memory it takes.

In a process of its own, in processor time, so that a busy machine does not count; on articles put
together from the seed article's paragraphs. Beside it in the same run: spaCy's small English model
on the same text where it is installed, else the plainest pass there is, a regular expression over
words and stops. ``python -m tests.bench.bench_extract`` prints the figures alone.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.bench.bench_claims import article

LENGTHS = (6_000, 60_000, 600_000)  # code points: 1,000, 10,000 and 100,000 words
SPEED, MEMORY = 2500.0, 500.0  # words a second, MB: the goals
_PLAIN = re.compile(r"\w+|[.!?]+")

Row = tuple[str, float, float | None, str]


def run() -> list[Row]:
    """Seconds for a thousand words (the goal's 2,500 a second are 0.4) and megabytes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_extract", "--child"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [tuple(row) for row in json.loads(done.stdout)]


def _measured() -> list[Row]:
    from factcheck_gui.claims.pipeline import find_claims

    rows: list[Row] = []
    find_claims("A first sentence loads the model.")
    for length in LENGTHS:
        text = article(length)
        words = len(text.split())
        spent = _seconds(lambda text=text: find_claims(text))
        what = f"extract: ms for each of 1,000 words, article of {words:,}"
        rows.append((what, spent / words * 1e6, 1e6 / SPEED, "ms"))
    name, other = _other()
    own, theirs = _seconds(lambda: find_claims(article(LENGTHS[1]))), _seconds(other)
    rows.append((f"extract: time against {name} on the same text", own / theirs, None, "x"))
    rows.append(("extract: most memory of the process", _most_memory(), MEMORY, "MB"))
    return rows


def _seconds(do: Callable[[], Any]) -> float:
    """Processor seconds, the better of two."""
    found = []
    for _ in range(2):
        begin = time.process_time()
        do()
        found.append(time.process_time() - begin)
    return min(found)


def _other() -> tuple[str, Callable[[], Any]]:
    text = article(LENGTHS[1])
    try:
        import spacy

        model = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return "a plain regular expression", lambda: len(_PLAIN.findall(text))
    return "spaCy's small model", lambda: model(text)


def _most_memory() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if "--child" in sys.argv:
        print(json.dumps(_measured()))
    else:
        for what, value, goal, unit in run():
            print(f"{what:70} {value:10.2f} {unit} (goal {goal})")
