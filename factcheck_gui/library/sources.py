"""Reading evidence: what was found on a claim, in which sources, with which kept copies.

The middle part of ``reading.Reader``. Not here: writing (``sourcing``).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from factcheck_gui.domain import Evidence, KeptCopy, Problem, Source
from factcheck_gui.library.articles import NOT_HERE, Articles, marks_of
from factcheck_gui.library.indexing import fts_query

_SOURCE = 'id, uuid, title, author, publisher, url, published, kind, "primary", anonymous, conflict'
_EVIDENCE = """SELECT id, uuid, claim_id, number, stance, question, answer, quote, locator, read_on,
    source_id FROM evidence WHERE NOT withdrawn AND"""


class Sources(Articles):
    """What can be asked of a library about evidence; all keys are row ids."""

    def evidence(self, claim: int) -> list[Evidence]:
        """The evidence on a claim in the order of its numbers; a blind reviewer's own alone."""
        if self.blind:
            own = "reviewer_id = (SELECT id FROM reviewer WHERE name = ?)"
            where = f"claim_id = ? AND {own} ORDER BY number, id"
            return self._evidence(where, claim, self.blind.name)
        return self._evidence("claim_id = ? ORDER BY number, id", claim)

    def one_evidence(self, key: int) -> Evidence | None:
        return next(iter(self._evidence("id = ?", key)), None)

    def every_evidence(self, article: int) -> dict[int, list[Evidence]]:
        """All evidence on an article's claims, by the claim's row id."""
        found: dict[int, list[Evidence]] = {}
        for one in self._evidence(
            "claim_id IN (SELECT id FROM claim WHERE article_id = ?) ORDER BY claim_id, number, id",
            article,
        ):
            found.setdefault(one.claim, []).append(one)
        return found

    def evidence_counts(self, claims: Sequence[int]) -> dict[int, int]:
        """How much evidence each of these claims has; those without are left out."""
        return dict(
            self.connection.execute(
                "SELECT claim_id, COUNT(*) FROM evidence WHERE NOT withdrawn"
                f" AND claim_id IN ({marks_of(claims)}) GROUP BY claim_id",
                list(claims),
            ).fetchall()
        )

    def _evidence(self, where: str, *values: int | str) -> list[Evidence]:
        rows = self.connection.execute(f"{_EVIDENCE} {where}", values).fetchall()
        known = {one.key: one for one in self.sources([row[10] for row in rows if row[10]])}
        return [Evidence(*(*row[:10], known.get(row[10]))) for row in rows]

    def evidence_by_reviewer(self, claim: int) -> dict[str, int]:
        """How many pieces of evidence each reviewer has on a claim."""
        rows = self.connection.execute(
            "SELECT r.name, COUNT(*) FROM evidence e JOIN reviewer r ON r.id = e.reviewer_id"
            " WHERE e.claim_id = ? AND NOT e.withdrawn GROUP BY r.name",
            (claim,),
        )
        return dict(rows.fetchall())

    def sources(self, keys: Sequence[int]) -> list[Source]:
        """The sources with these row ids, each once, with their kept copies."""
        wanted = sorted(set(keys))
        copies = self._copies(wanted)
        rows = self.connection.execute(
            f"SELECT {_SOURCE} FROM source WHERE id IN ({marks_of(wanted)}) ORDER BY id", wanted
        )
        return [
            Source(*(*row[:8], bool(row[8]), bool(row[9]), row[10], copies.get(row[0], ())))
            for row in rows.fetchall()
        ]

    def source(self, key: int) -> Source | None:
        return next(iter(self.sources([key])), None)

    def source_at(self, url: str) -> int | None:
        """The row id of the source with this web address, the newest of several."""
        row = self._one("SELECT id FROM source WHERE url = ? AND url <> '' ORDER BY id DESC", url)
        return row[0] if row else None

    def served_by(self, source: int) -> int:
        """How many claims have evidence from a source; a blind reviewer's own alone."""
        if self.blind:
            return 1
        row = self._one(
            "SELECT COUNT(DISTINCT claim_id) FROM evidence WHERE source_id = ? AND NOT withdrawn",
            source,
        )
        return int(row[0])

    def find_sources(self, text: str = "", limit: int = 20) -> list[Source]:
        """Sources whose title, author or publisher have these words, the newest first;
        for a blind reviewer those alone that their own evidence names."""
        query = fts_query(text)
        if query:
            sql = (
                "SELECT rowid FROM source_fts WHERE source_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
            )
            rows = self.connection.execute(sql, (query, limit))
        else:
            rows = self.connection.execute(
                "SELECT id FROM source ORDER BY id DESC LIMIT ?", (limit,)
            )
        keys = [row[0] for row in rows]
        if self.blind:
            own = self.connection.execute(
                "SELECT e.source_id FROM evidence e JOIN reviewer r ON r.id = e.reviewer_id"
                " WHERE r.name = ?",
                (self.blind.name,),
            )
            keys = sorted(set(keys) & {row[0] for row in own})
        return self.sources(keys)[::-1]

    def _copies(self, sources: Sequence[int]) -> dict[int, tuple[KeptCopy, ...]]:
        found: dict[int, tuple[KeptCopy, ...]] = {}
        for source, *row in self.connection.execute(
            "SELECT c.source_id, c.id, c.uuid, c.name, o.media_type, o.sha256, o.size, c.kept_at,"
            " o.body <> x''"
            " FROM copy c JOIN original o ON o.id = c.original_id WHERE NOT c.withdrawn"
            f" AND c.source_id IN ({marks_of(sources)}) ORDER BY c.kept_at, c.id",
            list(sources),
        ):
            row[-1] = bool(row[-1])
            found[source] = (*found.get(source, ()), KeptCopy(*row))
        return found

    def copy_name(self, copy: int) -> str:
        """What a kept copy is called; "" where there is none."""
        row = self._one("SELECT name FROM copy WHERE id = ?", copy)
        return str(row[0]) if row else ""

    def copy_bytes(self, copy: int) -> tuple[str, bytes]:
        """The name and the bytes of a kept copy. Raises Problem where it is gone or damaged."""
        row = self._one(
            "SELECT c.name, o.body FROM copy c JOIN original o ON o.id = c.original_id"
            " WHERE c.id = ?",
            copy,
        )
        if row is None:
            raise Problem("This copy is no longer in the library.")
        if not row[1]:
            raise Problem(NOT_HERE, row[0])
        try:
            return row[0], zlib.decompress(row[1])
        except zlib.error as error:
            raise Problem("This copy is damaged in the library file.", row[0]) from error
