"""All reading of a library: rows in, frozen values out. Works on any connection, also ``mode=ro``.

Lists are fetched as vectors of row ids, then pages of rows by id: a million claims cost one index
scan and the rows that are on the screen.
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
    Assessment,
    Block,
    Claim,
    Event,
    Furniture,
    Mark,
    Problem,
    Reviewer,
    Scale,
    Span,
    Tally,
    scale_from_json,
)
from factcheck_gui.library.rows import assessed_events, claim_of, edited_events, tally_of

_ARTICLE = """SELECT a.id, a.uuid, a.title, v.opening, a.site, a.published, a.source_name,
    a.imported_at, s.name, a.trashed_at, a.author, a.url FROM article a
    JOIN version v ON v.article_id = a.id AND v.number =
        (SELECT MAX(number) FROM version WHERE article_id = a.id)
    JOIN scale s ON s.id = a.scale_id"""

_CLAIM = """SELECT c.id, c.uuid, c.article_id, c.number, c.text, c.wording, c.claimant, c.cue,
    c.kind, c.type, c.score, c.listed, u.shown, c.origin, u.state, u.verdict, c.details,
    c.dismissed FROM claim c JOIN current u ON u.claim_id = c.id"""

# The chips of the claims pane, over the shown claims of one article.
_WHICH = {
    "all": "u.dismissed = 0",
    "open": "u.dismissed = 0 AND u.state = 'open'",
    "disputed": "u.dismissed = 0 AND u.state = 'disputed'",
    "contested": "u.dismissed = 0 AND u.claim_id IN (SELECT x.claim_id FROM contested x)",
    "dismissed": "u.dismissed = 1",
}


class Reader:
    """What can be asked of a library. Row ids are called ``article`` and ``claim``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def _one(self, sql: str, *values: Any) -> Any:
        return self.connection.execute(sql, values).fetchone()

    # ------------------------------------------------------------ articles

    def article_rows(self, *, trashed: bool = False, keys: Iterable[int] = ()) -> list[ArticleRow]:
        """The articles, newest import first; those in the trash or those outside it.

        With ``keys`` only these articles, wherever they are.
        """
        wanted = list(keys)
        if wanted:
            where, values = f"a.id IN ({_marks(wanted)})", wanted
        else:
            where, values = f"a.trashed_at {'<>' if trashed else '='} ''", []
        rows = self.connection.execute(
            f"{_ARTICLE} WHERE {where} ORDER BY a.imported_at DESC, a.id DESC", values
        ).fetchall()
        tallies = self._tallies([row[0] for row in rows] if wanted else None)
        return [ArticleRow(*(*row[:9], tallies.get(row[0], Tally()), *row[9:])) for row in rows]

    def article_row(self, article: int) -> ArticleRow | None:
        return next(iter(self.article_rows(keys=[article])), None)

    def _tallies(self, keys: Sequence[int] | None) -> dict[int, Tally]:
        where = f" AND article_id IN ({_marks(keys)})" if keys is not None else ""
        counts: dict[int, dict[str, int]] = {}
        for article, bucket, n in self.connection.execute(
            f"SELECT article_id, bucket, n FROM tally WHERE n > 0{where}", list(keys or ())
        ):
            counts.setdefault(article, {})[bucket] = n
        return {article: tally_of(buckets) for article, buckets in counts.items()}

    def article_key(self, uuid: str) -> int | None:
        row = self._one("SELECT id FROM article WHERE uuid = ?", uuid)
        return row[0] if row else None

    def article(self, article: int) -> Article:
        """An article with its newest version's text. Raises Problem where it is gone."""
        head = self.article_row(article)
        row = self._one(
            "SELECT v.id, v.uuid, v.number, v.text, v.blocks, v.furniture, v.sha256, a.language,"
            " v.finder <> '' FROM version v JOIN article a ON a.id = v.article_id"
            " WHERE a.id = ? ORDER BY v.number DESC LIMIT 1",
            article,
        )
        if head is None or row is None:
            raise Problem("This article is no longer in the library.")
        return Article(
            head, row[0], row[1], row[2], row[3],
            tuple(Block(*one) for one in json.loads(row[4])),
            tuple(Furniture(*one) for one in json.loads(row[5])),
            row[6], row[7], bool(row[8]),
        )  # fmt: skip

    def original(self, article: int) -> tuple[str, bytes]:
        """The name and the bytes of the file as imported. Raises Problem where there are none."""
        row = self._one(
            "SELECT a.source_name, o.body FROM version v JOIN original o ON o.id = v.original_id"
            " JOIN article a ON a.id = v.article_id WHERE a.id = ? ORDER BY v.number DESC",
            article,
        )
        if row is None:
            raise Problem("No original was kept for this article.")
        return row[0], zlib.decompress(row[1])

    def scale(self, article: int) -> Scale:
        """The scale of an article, as it was when it was first used here."""
        row = self._one(
            "SELECT s.body FROM scale s JOIN article a ON a.scale_id = s.id WHERE a.id = ?", article
        )
        return scale_from_json(json.loads(row[0]))

    # ------------------------------------------------------------ claims

    def claim_keys(
        self, article: int, which: str = "all", *, by_score: bool = False, text: str = ""
    ) -> array[int]:
        """Row ids of the shown claims of an article: "all", "open", "contested", "disputed" or
        "dismissed"; in the article's order or by falling check-worthiness; ``text`` filters."""
        tables, where, values = "current u", f"u.shown AND {_WHICH[which]}", [article]
        order = "u.start, u.claim_id"
        if by_score:
            tables += " JOIN claim c ON c.id = u.claim_id"
            order = "c.score DESC, u.start, u.claim_id"
        query = fts_query(text)
        if query:
            where += " AND u.claim_id IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)"
            values.append(query)  # type: ignore[arg-type]  # bound values are mixed
        rows = self.connection.execute(
            f"SELECT u.claim_id FROM {tables} WHERE u.article_id = ? AND {where} ORDER BY {order}",
            values,
        )
        return array("q", [row[0] for row in rows])

    def claim_counts(self, article: int) -> dict[str, int]:
        """How many claims each chip shows."""
        return {
            name: self._one(
                f"SELECT COUNT(*) FROM current u WHERE u.article_id = ? AND u.shown AND {where}",
                article,
            )[0]
            for name, where in _WHICH.items()
        }

    def claims(self, keys: Sequence[int]) -> list[Claim]:
        """The claims with these row ids, in that order; those that are gone are left out."""
        found: dict[int, Claim] = {}
        for start in range(0, len(keys), 500):
            page = list(keys[start : start + 500])
            spans = self._spans(page)
            others = self._contested(page)
            for row in self.connection.execute(f"{_CLAIM} WHERE c.id IN ({_marks(page)})", page):
                found[row[0]] = claim_of(row, spans.get(row[0], ()), others.get(row[0], ()))
        return [found[key] for key in keys if key in found]

    def claim(self, claim: int) -> Claim:
        """One claim. Raises Problem where it is gone."""
        found = self.claims([claim])
        if not found:
            raise Problem("This claim is no longer in the library.")
        return found[0]

    def claim_key(self, uuid: str) -> int | None:
        row = self._one("SELECT id FROM claim WHERE uuid = ?", uuid)
        return row[0] if row else None

    def claim_numbered(self, article: int, number: int) -> int | None:
        """The row id of an article's claim with this number."""
        row = self._one(
            "SELECT c.id FROM claim c JOIN current u ON u.claim_id = c.id"
            " WHERE c.article_id = ? AND c.number = ? AND u.shown",
            article,
            number,
        )
        return row[0] if row else None

    def _spans(self, keys: Sequence[int]) -> dict[int, tuple[Span, ...]]:
        spans: dict[int, tuple[Span, ...]] = {}
        for claim, start, end in self.connection.execute(
            'SELECT s.claim_id, s."start", s."end" FROM span s JOIN claim c ON c.id = s.claim_id'
            f" AND c.version_id = s.version_id WHERE s.claim_id IN ({_marks(keys)})"
            " ORDER BY s.claim_id, s.place",
            keys,
        ):
            spans[claim] = (*spans.get(claim, ()), Span(start, end))
        return spans

    def _contested(self, keys: Sequence[int]) -> dict[int, tuple[int, ...]]:
        others: dict[int, tuple[int, ...]] = {}
        for claim, number in self.connection.execute(
            "SELECT x.claim_id, c.number FROM contested x JOIN claim c ON c.id = x.other_id"
            f" WHERE x.claim_id IN ({_marks(keys)}) AND c.number > 0 ORDER BY c.number",
            keys,
        ):
            others[claim] = (*others.get(claim, ()), number)
        return others

    def marks(self, article: int) -> list[Mark]:
        """A mark a span of each claim that is shown and not dismissed, in the article's order."""
        return [
            Mark(*row)
            for row in self.connection.execute(
                'SELECT c.id, c.number, s."start", s."end", u.state, u.verdict FROM current u'
                " JOIN claim c ON c.id = u.claim_id JOIN span s ON s.claim_id = c.id"
                " AND s.version_id = c.version_id WHERE u.article_id = ? AND u.shown"
                " AND u.dismissed = 0 ORDER BY u.start, u.claim_id, s.place",
                (article,),
            )
        ]

    # ------------------------------------------------------------ assessments, drafts, history

    def assessment(self, claim: int, reviewer: Reviewer) -> Assessment | None:
        """This reviewer's latest assessment of a claim in their round."""
        found = self._assessments(
            "s.claim_id = ? AND r.name = ? AND s.round = ?", claim, reviewer.name, reviewer.round
        )
        return found[0] if found else None

    def standing(self, claim: int) -> list[Assessment]:
        """The latest assessment of each reviewer and round."""
        return self._assessments("s.claim_id = ?", claim)

    def _assessments(self, where: str, *values: Any) -> list[Assessment]:
        rows = self.connection.execute(
            "SELECT a.uuid, r.name, a.round, a.verdict, a.reason, a.note, a.at, a.free_text"
            " FROM standing s JOIN assessment a ON a.id = s.assessment_id"
            f" JOIN reviewer r ON r.id = a.reviewer_id WHERE {where} ORDER BY a.at, a.uuid",
            values,
        )
        return [Assessment(*(*row[:7], bool(row[7]))) for row in rows]

    def drafts(self, claim: int, reviewer: Reviewer) -> dict[str, str]:
        """What this reviewer typed and has not finished: field -> text."""
        return dict(
            self.connection.execute(
                "SELECT d.field, d.text FROM draft d JOIN reviewer r ON r.id = d.reviewer_id"
                " WHERE d.claim_id = ? AND r.name = ? AND d.round = ?",
                (claim, reviewer.name, reviewer.round),
            ).fetchall()
        )

    def unfinished(self, reviewer: Reviewer) -> list[int]:
        """Row ids of claims with a draft of this reviewer: left by a crash."""
        rows = self.connection.execute(
            "SELECT DISTINCT d.claim_id FROM draft d JOIN reviewer r ON r.id = d.reviewer_id"
            " WHERE r.name = ? AND d.round = ?",
            (reviewer.name, reviewer.round),
        )
        return [row[0] for row in rows]

    def history(self, claim: int) -> list[Event]:
        """What was done to a claim, newest first. Private notes are named, not quoted."""
        rows = self.connection.execute(
            "SELECT e.at, e.reviewer, e.what, e.payload, a.verdict, a.reason, a.note, a.round"
            " FROM event e JOIN claim c ON c.uuid = e.subject"
            " LEFT JOIN assessment a ON a.id = e.assessment_id WHERE c.id = ? ORDER BY e.id",
            (claim,),
        ).fetchall()
        events: list[Event] = []
        before: dict[tuple[str, str], tuple[str, str, str]] = {}
        for at, who, what, payload, verdict, reason, note, round_ in rows:
            if what == "assess":
                new = (verdict or "", reason or "", note or "")
                events += assessed_events(at, who, before.get((who, round_), ("", "", "")), new)
                before[(who, round_)] = new
            else:
                events += edited_events(at, who, what, json.loads(payload or "{}"))
        return events[::-1]

    def reviewers(self) -> list[str]:
        return [row[0] for row in self.connection.execute("SELECT name FROM reviewer ORDER BY id")]


def fts_query(text: str) -> str:
    """A safe FTS5 query: every word quoted, the last one as a prefix; "" where there is none."""
    words = ["".join(c for c in word if c.isalnum() or c in "'’-") for word in text.split()]
    quoted = [f'"{word}"' for word in words if any(c.isalnum() for c in word)]
    return " ".join(quoted) + "*" if quoted else ""


def _marks(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))
