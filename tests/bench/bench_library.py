"""The library file: one autosaved verdict against one bare commit, and 1,000,000 claims.

``python -m tests.bench.bench_library [claims]`` prints the goals, too. A verdict and a bare commit
(an INSERT of one row into a table of its own, WAL, synchronous=FULL) are timed in turn, in files
of the same folder, so that a busy disk weighs on both. The million claims are put in by SQL,
through the same triggers, since how they are found is not measured here.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from factcheck_gui import jobs
from factcheck_gui.domain import Document, FoundClaim, Reviewer, Span
from factcheck_gui.library import file
from factcheck_gui.library.reading import Reader
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.library.search import search
from factcheck_gui.library.store import Store

CLAIMS = 1_000_000
TIMES = 500
PAGE = 128  # claims in a page of the list
AT = datetime(2024, 5, 1, tzinfo=UTC)
ME = Reviewer("Ada Çelik")
VERDICTS = ("True", "Mostly true", "Mixed", "False")
WORDS = "The council of district {n} said rents fell by {n} per cent after the cap of last year."


class Line(NamedTuple):
    """One figure of the run in milliseconds, or times (``unit`` "×"), and its goal, if any."""

    name: str
    value: float
    goal: float | None = None
    unit: str = "ms"


def timed(work: Callable[[], Any]) -> float:
    """Milliseconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def worst(times: Sequence[float]) -> float:
    """The slowest but for one in twenty: a busy machine stalls now and then by itself."""
    return sorted(times)[int(len(times) * 0.95) - 1]


# ---------------------------------------------------------------- one verdict


def _small(folder: Path) -> tuple[Store, list[int]]:
    store = Store.open(folder / "small.factcheck", AT)
    parts = [WORDS.format(n=n) for n in range(300)]
    text = "\n\n".join(parts)
    key, _ = store.add_article(Document(text), shipped()[DEFAULT], ME.name, AT)
    spans = [Span(start := text.index(part), start + len(part)) for part in parts]
    found = [FoundClaim((span,), "", 0.9, True) for span in spans]
    return store, store.add_found(store.article(key), found)


def _bare(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE verdict (id INTEGER PRIMARY KEY, claim INTEGER, verdict TEXT)")
    return connection


def verdicts(folder: Path) -> list[Line]:
    """A verdict as the window saves it beside one bare commit, in turn."""
    store, claims = _small(folder)
    bare, insert = _bare(folder), "INSERT INTO verdict (claim, verdict) VALUES (?, ?)"
    alone: list[float] = []
    ours: list[float] = []
    drafts: list[float] = []
    for n in range(TIMES):
        claim, verdict = claims[n % len(claims)], VERDICTS[n // len(claims) + n % 2]
        at = AT + timedelta(seconds=n)
        values = {"verdict": verdict, "free_text": False}
        turn: list[tuple[list[float], Callable[[], Any]]] = [
            (alone, lambda c=claim, v=verdict: bare.execute(insert, (c, v))),
            (ours, lambda c=claim, a=at, v=values: store.assess(c, ME, a, v)),
            (drafts, lambda c=claim, a=at: store.save_draft(c, ME, a, "note", WORDS)),
        ]
        for times, work in turn[n % 3 :] + turn[: n % 3]:
            times.append(timed(work))
    bare.close()
    store.close()
    commit = statistics.median(alone)
    return [
        Line("bare SQLite commit, synchronous=FULL", commit),
        Line("one verdict saved", statistics.median(ours)),
        Line("one verdict saved (95 %)", worst(ours), 20),
        Line("one verdict against one bare commit", statistics.median(ours) / commit, 3, "×"),
        Line("one draft against one bare commit", statistics.median(drafts) / commit, 3, "×"),
    ]


# ---------------------------------------------------------------- a million claims

_FILL = """
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {claims})
INSERT INTO claim (uuid, article_id, version_id, number, origin, start, text, claimant, cue, kind,
    type, score, listed, details)
SELECT 'claim-' || n, 1, 1, n, 'found', n * 90, replace('{words}', '{{n}}', n),
    CASE WHEN n % 3 THEN '' ELSE 'The council' END, 'said', 'numeric', 'fact',
    (n * 7919 % 1000) / 1000.0, 1, '{{"figures": [[' || n || ', 9, 12.0, "%", ""]]}}' FROM number;
INSERT INTO span (claim_id, version_id, place, "start", "end", quote, prefix, suffix)
    SELECT id, 1, 0, start, start + 85, text, '', '' FROM claim;
INSERT INTO contested (claim_id, other_id) SELECT id, id + 1 FROM claim WHERE id % 1000 = 1;
INSERT INTO claim_fts (claim_fts) VALUES ('rebuild');
"""


def make_large(path: Path, claims: int) -> None:
    """A library with one article of this many claims."""
    store = Store.open(path, AT)
    store.add_article(Document("A long article."), shipped()[DEFAULT], ME.name, AT)
    store.connection.execute("PRAGMA synchronous = OFF")  # only while the bench makes its file
    script = _FILL.format(claims=claims, words=WORDS)
    store.connection.executescript(f"BEGIN; {script} COMMIT;")
    store.close()


def _opening(path: Path) -> Line:
    def open_and_close() -> None:
        Store.open(path, AT).close()

    return Line("open and close the library", min(timed(open_and_close) for _ in range(3)))


def _lists(reader: Reader, claims: int) -> list[Line]:
    keys = reader.claim_keys(1)
    assert len(keys) == claims
    middle = claims // 2

    def first_page() -> None:
        reader.claims(reader.claim_keys(1, limit=PAGE))

    def pages() -> None:
        for n in range(20):
            start = n * (claims - PAGE) // 20
            reader.claims(keys[start : start + PAGE])

    rare = f"district {middle}"
    return [
        Line("row ids of all claims", timed(lambda: reader.claim_keys(1)), 150),
        Line("the first page alone", min(timed(first_page) for _ in range(3)), 16),
        Line("one page of 128 claims", min(timed(pages) for _ in range(3)) / 20),
        Line("row ids, open only", timed(lambda: reader.claim_keys(1, "open"))),
        Line("row ids by score", timed(lambda: reader.claim_keys(1, by_score=True))),
        Line("row ids, filtered by a rare word", timed(lambda: reader.claim_keys(1, text=rare))),
        Line("row ids, filtered by a word of all",
             timed(lambda: reader.claim_keys(1, text="council"))),
        Line("numbers of the chips", timed(lambda: reader.claim_counts(1)), 16),
        Line("the library's list", timed(reader.article_rows), 16),
        Line("a claim by its number", timed(lambda: reader.claim_numbered(1, middle)), 16),
        Line("search, a rare word", timed(lambda: search(reader.connection, str(middle)))),
        Line("search, a word of all", timed(lambda: search(reader.connection, "council"))),
    ]  # fmt: skip


def _writes(store: Store, claims: int) -> list[Line]:
    times = []
    for n in range(200):
        claim, at = 1 + n * (claims // 200), AT + timedelta(seconds=n)
        verdict = {"verdict": VERDICTS[n % 4]}
        times.append(timed(lambda c=claim, a=at, v=verdict: store.assess(c, ME, a, v)))
    return [
        Line("one verdict saved (median)", statistics.median(times)),
        Line("one verdict saved (95 %)", worst(times), 20),
    ]


def large(folder: Path, claims: int) -> list[Line]:
    """Opening, lists, search and verdicts in a library of this many claims."""
    path = folder / "large.factcheck"
    making = timed(lambda: make_large(path, claims))
    lines = [Line("(made in)", making), _opening(path)]
    store = Store.open(path, AT)
    with closing(file.open_reader(path)) as connection:
        lines += _lists(Reader(connection), claims)
    lines += _writes(store, claims)
    copy = timed(lambda: jobs.copy(store.path, folder / "copy.factcheck"))
    store.close()
    size = path.stat().st_size / 1e6
    lines += [Line("a copy while in use", copy), Line("size", size, unit="MB")]
    return [line._replace(name=f"{claims:,} claims: {line.name}") for line in lines]


def run(claims: int = CLAIMS) -> list[tuple[str, float, float]]:
    """(what, figure, goal) of what has a goal; all figures are printed on the way."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        lines = verdicts(Path(folder)) + large(Path(folder), claims)
    for name, value, _, unit in lines:
        print(f"  {name:55} {value:9.2f} {unit}")
    return [(f"{one.name}, {one.unit}", one.value, one.goal) for one in lines if one.goal]


def main() -> None:
    for name, value, goal in run(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS):
        print(f"{name:60} {value:9.2f}  goal {goal:5.0f}  {'ok' if value <= goal else 'MISSED'}")


if __name__ == "__main__":
    main()
