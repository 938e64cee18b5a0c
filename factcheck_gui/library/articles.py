"""Reading the articles of a library: their rows, texts, originals and scales.

The lower half of ``reading.Reader``. Not here: claims and what reviewers gave.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck_gui.domain import (
    Article,
    ArticleRow,
    Block,
    Document,
    Furniture,
    Problem,
    Reviewer,
    Rule,
    Scale,
    Span,
    Tally,
    VersionRow,
    scale_from_json,
)
from factcheck_gui.library.rows import tally_of

_ARTICLE = """SELECT a.id, a.uuid, a.title, v.opening, a.site, a.published, a.source_name,
    a.imported_at, s.name, a.trashed_at, a.author, a.url, a.modified, a.signed_at,
    a.signed_by FROM article a
    JOIN version v ON v.article_id = a.id AND v.number = a.version
    JOIN scale s ON s.id = a.scale_id"""

_SEEN = """claim_id, article_id, start, shown, dismissed, state, verdict,
    (SELECT MAX(at) FROM main.standing s WHERE s.claim_id = current.claim_id) AS judged_at"""
_COUNTED = """SELECT article_id, CASE WHEN dismissed THEN 'dismissed'
    WHEN state = 'reviewed' THEN 'verdict:' || verdict ELSE state END AS bucket, COUNT(*) AS n
    FROM seen WHERE shown GROUP BY 1, 2"""
NOT_HERE = (
    "The bytes of this file are not here: a report that was imported named it and did not bring it."
)


class Articles:
    """What can be asked of a library about its articles; ``article`` is a row id."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.blind: Reviewer | None = None
        self.read_as(None)

    def read_as(self, blind: Reviewer | None) -> None:
        """From now on a blind reviewer reads here, or (None) somebody who may see everything.

        A blind one is told what they gave themselves and nothing of what others gave: every claim
        is open until they judge it. All lists and marks read the view ``seen``.
        """
        self.blind = blind
        self.connection.execute("DROP VIEW IF EXISTS temp.seen")
        if blind is None:
            self.connection.execute(f"CREATE TEMP VIEW seen AS SELECT {_SEEN} FROM main.current")
            return
        name = self._one("SELECT quote(?)", blind.name)[0]  # a view takes no values
        self.connection.execute(
            "CREATE TEMP VIEW seen AS SELECT u.claim_id, u.article_id, u.start, u.shown,"
            " u.dismissed, CASE WHEN s.verdict IS NULL THEN 'open' ELSE 'reviewed' END AS state,"
            " s.verdict AS verdict, s.at AS judged_at FROM main.current u LEFT JOIN main.standing s"
            " ON s.claim_id = u.claim_id AND s.round = 'second'"
            f" AND s.reviewer_id = (SELECT id FROM main.reviewer WHERE name = {name})"
        )

    def _one(self, sql: str, *values: Any) -> Any:
        return self.connection.execute(sql, values).fetchone()

    def article_rows(self, *, trashed: bool = False, keys: Iterable[int] = ()) -> list[ArticleRow]:
        """The articles, newest import first; those in the trash or those outside it.

        With ``keys`` only these articles, wherever they are.
        """
        wanted = list(keys)
        if wanted:
            where, values = f"a.id IN ({marks_of(wanted)})", wanted
        else:
            where, values = f"a.trashed_at {'<>' if trashed else '='} ''", []
        rows = self.connection.execute(
            f"{_ARTICLE} WHERE {where} ORDER BY a.imported_at DESC, a.id DESC", values
        ).fetchall()
        tallies = self._tallies([row[0] for row in rows] if wanted else None)
        return [ArticleRow(*(*row[:9], tallies.get(row[0], Tally()), *row[9:])) for row in rows]

    def article_keys(self, text: str = "") -> array[int]:
        """Row ids of the articles outside the trash, newest import first; ``text`` filters by
        title, opening words, author, outlet and file name."""
        where = "a.trashed_at = ''"
        values: list[str] = []
        if text.strip():
            where += (
                " AND instr(folded(a.title || ' ' || a.author || ' ' || a.site || ' ' ||"
                " a.source_name || ' ' || (SELECT opening FROM version v WHERE v.article_id = a.id"
                " AND v.number = a.version)), folded(?))"
            )
            values.append(text.strip())
        rows = self.connection.execute(
            f"SELECT a.id FROM article a WHERE {where} ORDER BY a.imported_at DESC, a.id DESC",
            values,
        )
        return array("q", [row[0] for row in rows])

    def article_row(self, article: int) -> ArticleRow | None:
        return next(iter(self.article_rows(keys=[article])), None)

    def _tallies(self, keys: Sequence[int] | None) -> dict[int, Tally]:
        return {article: tally_of(one) for article, one in self.buckets(keys).items()}

    def buckets(self, keys: Sequence[int] | None) -> dict[int, dict[str, int]]:
        """How many claims of each state an article has ("open", "disputed", "dismissed",
        "verdict:True"); of all articles where ``keys`` is None. Triggers keep the counts; a blind
        reviewer's own are counted."""
        where = f" AND article_id IN ({marks_of(keys)})" if keys is not None else ""
        table = f"({_COUNTED})" if self.blind else "tally"
        counts: dict[int, dict[str, int]] = {}
        for article, bucket, n in self.connection.execute(
            f"SELECT article_id, bucket, n FROM {table} WHERE n > 0{where}", list(keys or ())
        ):
            counts.setdefault(article, {})[bucket] = n
        return counts

    def article_key(self, uuid: str) -> int | None:
        row = self._one("SELECT id FROM article WHERE uuid = ?", uuid)
        return row[0] if row else None

    def article(self, article: int, number: int = 0) -> Article:
        """An article with the text of the version that it shows, or of another one by its number.
        Raises Problem where it is gone."""
        head = self.article_row(article)
        row = self._one(
            "SELECT v.id, v.uuid, v.number, v.text, v.blocks, v.furniture, v.sha256, a.language,"
            " v.finder, a.origins FROM version v JOIN article a ON a.id = v.article_id"
            " WHERE a.id = ? AND v.number = COALESCE(NULLIF(?, 0), a.version)",
            article,
            number,
        )
        if head is None or row is None:
            raise Problem("This article is no longer in the library.")
        return Article(
            head, row[0], row[1], row[2], row[3],
            tuple(Block(*one) for one in json.loads(row[4])),
            tuple(Furniture(*one) for one in json.loads(row[5])),
            row[6], row[7], bool(row[8]), row[8], tuple(json.loads(row[9]).items()),
        )  # fmt: skip

    def versions(self, article: int) -> list[VersionRow]:
        """The versions of an article, the first one first."""
        rows = self.connection.execute(
            "SELECT v.number, v.uuid, v.imported_at, v.tool, v.source_name, length(v.text),"
            " v.sha256, COALESCE(o.sha256, ''), COALESCE(o.size, 0), COALESCE(o.media_type, ''),"
            " COALESCE(o.encoding, '') FROM version v LEFT JOIN original o ON o.id = v.original_id"
            " WHERE v.article_id = ? ORDER BY v.number",
            (article,),
        )
        return [VersionRow(*row) for row in rows]

    def _version_key(self, article: int, number: int) -> int | None:
        """The row id of an article's version."""
        row = self._one(
            "SELECT id FROM version WHERE article_id = ? AND number = ?", article, number
        )
        return row[0] if row else None

    def version_shown(self, article: int) -> int:
        """The number of the version that an article shows; 0 where it is gone."""
        row = self._one("SELECT version FROM article WHERE id = ?", article)
        return row[0] if row else 0

    def _shown(self, article: int) -> int:
        """The row id of the version that an article shows; 0 where it is gone."""
        row = self._one(
            "SELECT v.id FROM version v JOIN article a ON a.id = v.article_id"
            " AND a.version = v.number WHERE a.id = ?",
            article,
        )
        return row[0] if row else 0

    def _text(self, version: int) -> str:
        row = self._one("SELECT text FROM version WHERE id = ?", version)
        return str(row[0]) if row else ""

    def _places(self, claim: int, version: int) -> list[Span]:
        """Where a claim stands in a version."""
        rows = self.connection.execute(
            'SELECT "start", "end" FROM span WHERE claim_id = ? AND version_id = ? ORDER BY place',
            (claim, version),
        )
        return [Span(*row) for row in rows]

    def last_place(self, claim: int) -> tuple[int, tuple[Span, ...]]:
        """The number of the version in which a claim was seen last, and where it stood there."""
        row = self._one(
            "SELECT v.number, v.id FROM claim c JOIN version v ON v.id = c.version_id"
            " WHERE c.id = ?",
            claim,
        )
        return (row[0], tuple(self._places(claim, row[1]))) if row else (0, ())

    def original(self, article: int, number: int = 0) -> tuple[str, bytes]:
        """The name and the bytes of the file of the version shown, or of another one, as imported.
        Raises Problem where there are none."""
        row = self._one(
            "SELECT v.source_name, o.body FROM version v JOIN original o ON o.id = v.original_id"
            " JOIN article a ON a.id = v.article_id"
            " WHERE a.id = ? AND v.number = COALESCE(NULLIF(?, 0), a.version)",
            article,
            number,
        )
        if row is None:
            raise Problem("No original was kept for this article.")
        if not row[1]:
            raise Problem(NOT_HERE, row[0])
        return row[0], zlib.decompress(row[1])

    def document(self, article: int) -> Document:
        """The text that an article shows as a document, with what is known of it and its original.
        Raises Problem where it is gone."""
        now, row = (
            self.article(article),
            self._one(
                "SELECT o.body, o.media_type, o.encoding FROM version v"
                " JOIN original o ON o.id = v.original_id WHERE v.id = ?",
                self._shown(article),
            ),
        )
        body, kind, encoding = row or (b"", "text/plain", "")
        about = now.row
        return Document(
            now.text, now.blocks, now.furniture, about.title, about.author, about.site, about.url,
            about.published, now.language, about.source_name, kind, encoding,
            zlib.decompress(body) if body else b"", modified=about.modified, origins=now.origins,
        )  # fmt: skip

    def rule(self, article: int) -> Rule:
        """By which rule the verdicts of an article stand."""
        row = self._one("SELECT rule FROM article WHERE id = ?", article)
        return "majority" if row and row[0] == "majority" else "agreement"

    def scale(self, article: int) -> Scale:
        """The scale of an article, as it was when it was first used here."""
        row = self._one(
            "SELECT s.body FROM scale s JOIN article a ON a.scale_id = s.id WHERE a.id = ?", article
        )
        if row is None:
            raise Problem("This article is no longer in the library.")
        return scale_from_json(json.loads(row[0]))

    def unsearched(self) -> list[int]:
        """Articles (outside the trash) whose claims were never found to the end."""
        rows = self.connection.execute(
            "SELECT a.id FROM article a JOIN version v ON v.article_id = a.id"
            " WHERE v.finder = '' AND a.trashed_at = '' AND v.number = a.version"
        )
        return [row[0] for row in rows]


def marks_of(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))
