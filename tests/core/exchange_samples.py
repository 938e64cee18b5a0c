"""Libraries that work apart: what of two has to be equal after they were merged, and a desk.

Here: a colleague's desk, and what a library says apart from what is its own affair (row ids,
numbers of claims, its own lines of the log). Not here: assertions.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from factcheck_gui.domain import Reviewer, uuid7
from factcheck_gui.library.merging import Merged, merge
from factcheck_gui.library.packing import write_package
from factcheck_gui.library.store import Store
from factcheck_gui.library.unpacking import read_package
from tests.core.library_samples import AT, fill, ticking


class Desk:
    """One colleague's library, the time there, and packages to and from it."""

    def __init__(self, folder: Path, name: str, seed: int, clock: Callable[[], datetime]) -> None:
        self.folder, self.name, self.clock = folder, name, clock
        self.by = Reviewer(name)
        self._random = random.Random(seed)
        self.store = Store.open(folder / f"{name}.factcheck", AT, self._random.randbytes)

    def package(
        self, *, blind: bool = False, notes: bool = True, articles: list[int] | None = None
    ) -> Path:
        at = self.clock()
        out = self.folder / f"{self.name}-{self._random.getrandbits(40):x}.factpack"
        keys = articles or list(self.store.article_keys())
        id_ = uuid7(at, self._random.randbytes(10))
        write_package(self.store.connection, keys, out, id=id_, at=at, blind=blind, notes=notes)
        return out

    def take(self, package: Path) -> Merged:
        return merge(self.store, read_package(package), self.name, self.clock())

    def claim(self, number: int) -> int:
        """The row id of the n-th claim of the first article, in the order of ids."""
        rows = self.store.connection.execute("SELECT id FROM claim ORDER BY uuid").fetchall()
        return rows[number % len(rows)][0]

    def close(self) -> None:
        self.store.close()


def desks(folder: Path, *names: str) -> list[Desk]:
    """Desks that start from the same article with the same claims, each in a library of its own."""
    clock = ticking()
    made = [Desk(folder, name, seed, clock) for seed, name in enumerate(names, 1)]
    for one in made:
        fill(one.store)
    return made


_QUERIES = {
    "article": """SELECT a.uuid, a.title, a.author, a.site, a.url, a.published, a.language, a.rule,
        a.signed_at, a.imported_at FROM article a""",
    "version": "SELECT uuid, sha256, imported_at FROM version",
    "claim": """SELECT c.uuid, c.origin, c.text, c.wording, c.claimant, c.cue, c.kind, c.details,
        c.dismissed, c.withdrawn, c.touched, u.state, u.verdict, u.shown FROM claim c
        JOIN current u ON u.claim_id = c.id""",
    "span": """SELECT c.uuid, v.uuid, s.place, s."start", s."end", s.quote FROM span s
        JOIN claim c ON c.id = s.claim_id JOIN version v ON v.id = s.version_id""",
    "source": 'SELECT uuid, title, author, publisher, url, kind, "primary", conflict FROM source',
    "evidence": """SELECT e.uuid, c.uuid, s.uuid, e.number, e.stance, e.question, e.answer, e.quote,
        e.withdrawn FROM evidence e JOIN claim c ON c.id = e.claim_id
        LEFT JOIN source s ON s.id = e.source_id""",
    "copy": """SELECT k.uuid, s.uuid, o.sha256, k.name, k.withdrawn FROM copy k
        JOIN source s ON s.id = k.source_id JOIN original o ON o.id = k.original_id""",
    "assessment": """SELECT a.uuid, c.uuid, r.uuid, a.round, a.verdict, a.reason, a.note, a.at,
        a.public_note, a.refs, a.withheld FROM assessment a JOIN claim c ON c.id = a.claim_id
        JOIN reviewer r ON r.id = a.reviewer_id""",
    "standing": """SELECT s.uuid, s.verdict FROM standing s""",
    "clash": "SELECT subject, field, event, value, reviewer, at FROM clash",
    "event": """SELECT uuid, chain, hash FROM event WHERE what NOT IN
        ('merge', 'take in', 'import', 'find claims')""",
}


def shared(store: Store) -> dict[str, list[Any]]:
    """What two libraries with the same history must say alike."""
    return {
        name: sorted(store.connection.execute(sql).fetchall(), key=repr)
        for name, sql in _QUERIES.items()
    }
