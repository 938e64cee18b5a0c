"""Small libraries for tests: fixed times, fixed randomness, words made up for the purpose.

Here: making a library file and what goes in. Not here: assertions.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from factcheck_gui.domain import Document, FoundClaim, Reviewer, Span
from factcheck_gui.library.check import Finding, check
from factcheck_gui.library.migrations import guards
from factcheck_gui.library.scales import DEFAULT, shipped
from factcheck_gui.library.store import Store

AT = datetime(2024, 5, 1, 9, 0, tzinfo=UTC)
SCALE = shipped()[DEFAULT]
ME = Reviewer("Ada Çelik")
YOU = Reviewer("Björn Ó Sé", "second")
JUDGE = Reviewer("Chidi Okoye", "adjudication")
TEXT = (
    "The harbour of Aldmoor handled 41,000 containers in March.\n\n"
    "“Traffic has doubled since the bridge opened,” said Inês Prado, who runs the port.\n\n"
    "The mayor denied that the café quarter was flooded twice.\n\n"
    "😀 Nobody counted the boats 🚢 that left. \u200fمرحبا\u200e is written on the quay.\n\n"
    "Ferries carried 1.2 million people last year, the ministry says."
)


def ticking(start: datetime = AT) -> Callable[[], datetime]:
    """A clock that moves on by one second a look."""
    now = start

    def clock() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return clock


def dice(seed: int = 7) -> Callable[[int], bytes]:
    """Randomness that is the same in every run."""
    return random.Random(seed).randbytes


def document(text: str = TEXT, name: str = "harbour.txt") -> Document:
    return Document(text, source_name=name, encoding="utf-8", original=text.encode())


def paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return spans


def found(text: str = TEXT, hidden: int = 1) -> list[FoundClaim]:
    """A claim a paragraph; the last ``hidden`` ones are not listed."""
    spans = paragraphs(text)
    shown = len(spans) - hidden
    return [
        FoundClaim((span,), span.of(text), 0.9 - n / 100 if n < shown else 0.2, n < shown)
        for n, span in enumerate(spans)
    ]


def fill(store: Store, text: str = TEXT, at: datetime = AT) -> tuple[int, list[int]]:
    """An article with its claims: row ids of the article and of the claims."""
    key, _ = store.add_article(document(text), SCALE, ME.name, at)
    claims = store.add_found(store.article(key), found(text))
    store.finish_finding(key, "test", at)
    return key, claims


@cache
def _template() -> bytes:
    """A filled library, closed: copying it is much cheaper than making it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.factcheck"
        store = Store.open(path, AT, dice())
        fill(store)
        store.close()
        return path.read_bytes()


def opened(folder: Path, name: str = "test.factcheck") -> Store:
    """A library with the article of ``TEXT`` (row id 1) and its claims (row ids 1 to 5)."""
    path = folder / name
    path.write_bytes(_template())
    return Store.open(path, AT, dice(8))


def findings(store: Store) -> list[Finding]:
    return list(check(store.connection))


@contextmanager
def meddling(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a closed library while its triggers are out of the way."""
    with closing(sqlite3.connect(path)) as connection:
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for sql in guards().values():
            connection.execute(sql)
        connection.commit()


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of ours: two libraries with equal content compare equal."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
            " AND name NOT LIKE 'sqlite%' ORDER BY name"
        ).fetchall()
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for (name,) in names
        }
