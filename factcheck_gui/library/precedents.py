"""Reading earlier checks: those by others that files brought, and the library's own judged claims.

Rows in, frozen values out, on any connection. Not here: writing them (``feeds``), which of them
says the same as a claim (``claims.matching``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck_gui.domain import Feed, Precedent
from factcheck_gui.library.articles import marks_of
from factcheck_gui.library.feeds import PRECEDENT
from factcheck_gui.library.reading import Reader

_FEED = """SELECT f.id, f.uuid, f.name, f.imported_at,
    (SELECT COUNT(*) FROM precedent p WHERE p.feed_id = f.id), f.left_out FROM feed f
    ORDER BY f.id DESC"""

# Judged claims of other articles, as whoever reads may see them (the view ``seen``).
_JUDGED = """SELECT c.id, COALESCE(NULLIF(c.wording, ''), c.text) FROM seen u
    JOIN claim c ON c.id = u.claim_id JOIN article a ON a.id = c.article_id
    WHERE u.article_id <> ? AND u.dismissed = 0 AND u.state IN ('reviewed', 'disputed')
    AND NOT c.withdrawn AND a.trashed_at = '' ORDER BY c.id"""
_CLAIMS = """SELECT c.id, COALESCE(NULLIF(c.wording, ''), c.text), c.claimant, c.said_on,
    COALESCE(u.verdict, ''), a.url, COALESCE(NULLIF(a.title, ''), v.opening),
    substr(COALESCE(u.judged_at, ''), 1, 10), a.id, u.state FROM seen u
    JOIN claim c ON c.id = u.claim_id JOIN article a ON a.id = c.article_id
    JOIN version v ON v.article_id = a.id AND v.number = a.version WHERE c.id IN ({marks})"""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier check as the window shows it: of a file (``feed`` is its name), or, where
    ``claim`` and ``article`` are row ids, of this library.

    ``alike`` (0 to 1) says how alike it is to what was asked, ``near`` the same in a word ("close",
    "related", or "" where it only shares words), ``differs`` in what it is not: "figures",
    "denial".
    """

    precedent: Precedent
    key: int = 0
    feed: str = ""
    claim: int = 0
    article: int = 0
    disputed: bool = False
    alike: float = 0.0
    near: str = ""
    differs: tuple[str, ...] = ()


def feeds(reader: Reader) -> list[Feed]:
    """The files of earlier checks that were taken in, the newest first."""
    return [Feed(*row) for row in reader.connection.execute(_FEED)]


def state_of(reader: Reader) -> tuple[int, ...]:
    """What changes whenever checks by others came in, were changed or went."""
    row = reader.connection.execute(
        "SELECT COUNT(*), COALESCE(MAX(id), 0), COALESCE((SELECT seq FROM sqlite_sequence"
        " WHERE name = 'feed'), 0) FROM precedent"
    ).fetchone()
    return tuple(row)


def imprints(reader: Reader) -> Iterator[tuple[int, bytes, int]]:
    """Row id, imprint and its method of every check by others."""
    yield from reader.connection.execute("SELECT id, imprint, method FROM precedent ORDER BY id")


def judged(reader: Reader, article: int) -> list[tuple[int, str]]:
    """Row id and words of the judged claims of all articles but this one."""
    return reader.connection.execute(_JUDGED, (article,)).fetchall()


def precedents(reader: Reader, keys: Sequence[int]) -> dict[int, Earlier]:
    """Checks by others with these row ids."""
    rows = reader.connection.execute(
        f"SELECT p.id, f.name, {', '.join('p.' + name for name in PRECEDENT)} FROM precedent p"
        f" JOIN feed f ON f.id = p.feed_id WHERE p.id IN ({marks_of(keys)})",
        list(keys),
    )
    return {row[0]: Earlier(Precedent(*row[2:]), row[0], row[1]) for row in rows}


def claims(reader: Reader, keys: Sequence[int]) -> dict[int, Earlier]:
    """The library's own claims with these row ids, as earlier checks."""
    rows = reader.connection.execute(_CLAIMS.format(marks=marks_of(keys)), list(keys))
    return {row[0]: _own(row) for row in rows}


def _own(row: Sequence[Any]) -> Earlier:
    key, words, claimant, said_on, verdict, url, title, day, article, state = row
    told = Precedent(words, claimant, said_on, verdict, url=url, title=title, published=day)
    return Earlier(told, claim=key, article=article, disputed=state == "disputed")
